//! `advise`: what one step would gain.

use super::Stage;
use serde_json::Value;

fn json(stage: &Stage, arguments: &str) -> Value {
    let output = stage.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Three people, one seat for two of them, and a certificate that nobody holds.
const TIGHT: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-24, bring: []}
rules: {priorities: [coverage, everyone, days, wishes], max_distance_km: 1}
units:
  - {id: clinic, name: 卫生服务中心, daily_limit: 1, location: [31.30, 121.44]}
  - {id: bank, name: 工商银行}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23}
  - {id: nurse, unit: bank, title: 护士, dates: 2018-10-24, requires: [健康证]}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [guide]}
";

#[test]
fn tells_which_step_gains_what() {
    let stage = Stage::new().file("campaign.yaml", TIGHT).scenario("linfen-2018.yaml");
    insta::assert_snapshot!(stage.transcript(&[
        "advise campaign.yaml",
        "advise campaign.yaml --lang en --set posts.guide.seats=2",
        "advise campaign.yaml --format json",
        "advise linfen-2018.yaml",
        "advise missing.yaml",
    ]));
}

#[test]
fn gives_with_each_gain_the_command_whose_plan_has_it() {
    let stage = Stage::new().file("campaign.yaml", TIGHT);
    let told = json(&stage, "advise campaign.yaml --format json");
    let gains = told["gains"].as_array().unwrap();
    assert_eq!(gains.len(), 2, "{told}");
    for gain in gains {
        let options = gain["options"].as_array().unwrap();
        let mut words = vec!["plan", "campaign.yaml", "--format", "json"];
        words.extend(
            options
                .iter()
                .flat_map(|option| <[&str; 2]>::from(option.as_str().unwrap().split_once(' ').unwrap())),
        );
        let output = stage.command(&words).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        let plan: Value = serde_json::from_slice(&output.stdout).unwrap();
        let levels = plan["experience"]["levels"].as_array().unwrap();
        let level = levels.iter().find(|level| level["id"] == gain["level"]).unwrap();
        assert_eq!(level["value"], gain["to"], "{words:?}");
        assert_eq!(level["proven"], Value::Bool(true), "{words:?}");
    }
}
