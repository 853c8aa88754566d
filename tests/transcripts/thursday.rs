//! The Thursday Action: what is said of months in which nothing can be held.

use super::Stage;

const CAMPAIGN: &str = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26}
units:
  - {id: clinic, name: 社区卫生服务中心, location: [31.3052, 121.4563], offers: [health]}
  - {id: bank, name: 工商银行, location: [31.3060, 121.4580], offers: [health], closed: 2019-09-01..2019-10-31}
neighbourhoods:
  - {id: east, name: 东路居民区, location: [31.3058, 121.4586], needs: [health]}
themes:
  - {id: health, name: 健康义诊}
thursday_action:
  months: 2019-01..2019-12
  thursday: 1
  skip: [2019-01-01..2019-01-31, 2019-06-01..2019-08-31]
";

#[test]
fn gives_each_reason_once_for_all_months_that_are_not_held() {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    insta::assert_snapshot!(stage.transcript(&[
        "check campaign.yaml",
        "plan campaign.yaml",
        "plan campaign.yaml --lang en"
    ]));
}
