//! Workbooks as campaigns: the same as the file in words would give, and every fault at its cell.

use crate::workbooks::sheets::{SHEETS, SOUND, add, found, said, sound_but};
use chuxin::{
    domain::Language,
    pipeline::{self, ValidCampaign},
    source::Sources,
};

/// A campaign without problems, in YAML or sheets.
fn valid(fill: impl FnOnce(&mut Sources) -> chuxin::source::FileId) -> ValidCampaign {
    let mut sources = Sources::default();
    let file = fill(&mut sources);
    let reading = pipeline::read_text(&mut sources, file, &[]);
    reading.campaign.unwrap_or_else(|| panic!("{:#?}", reading.diagnostics))
}

/// One campaign in words.
const WORDS: &str = "
campaign: {name: 青禾, season: 2026-10-19..2026-10-30, bring: [身份证, 水杯], contact: {name: 李主任, phone: 021-0000 0000}}
units:
  - {id: clinic, name: 社区卫生服务中心, closed: 10月20日, location: ['31.3052', '121.4563'], offers: [健康, 急救]}
  - {id: fire, name: 消防救援站, limit: 6, location: ['31.3', '121.4']}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: [10月19日至23日, '2026-10-26'], hours: ['08:00-11:00', '13:00-15:00'], seats: 1, need: {each: 1}}
  - {id: drill, unit: fire, title: 消防演练员, dates: 10月21日、28日, hours: 13:30-16:30, seats: 2-4, requires: 健康证}
ambassadors:
  - {name: 佘松岩, phone: 13800000001, wishes: [guide, drill], unwished: allow, qualifications: [{name: 健康证, until: '2026-12-31'}, 党员]}
  - {name: 茅如兰, wishes: [[drill, guide]], available: 10月21日, unwished: forbid, qualifications: 健康证, days: {max: 2}}
  - {name: 邬连城, wishes: [{post: guide, date: 10月22日, hours: '08:00-11:00'}, drill], available: []}
rules: {days: {max: 2}, own_unit: allow, priorities: [coverage, everyone, days, wishes]}
pins: [{ambassador: 佘松岩, post: drill, date: 10月21日, note: 说好的}]
bans: [{ambassador: 茅如兰, post: guide, date: [10月22日, 10月23日]}]
groups: [{together: [佘松岩, 茅如兰], strength: try}]
neighbourhoods: [{name: 东里居民区, needs: 健康, location: ['31.31', '121.45']}]
themes: [{name: 健康}, {name: 急救}]
thursday_action: {months: 2026-11..2026-12, neighbourhoods_per_unit: {min: 0, max: 1}, fixed: [{unit: clinic, neighbourhood: 东里居民区}]}
";

#[test]
fn is_the_campaign_that_a_file_in_words_gives() {
    let words = valid(|sources| sources.add("campaign.yaml", WORDS));
    let book = valid(|sources| add(sources, &SHEETS));
    assert_eq!(book.digest, words.digest);
    let person = |campaign: &ValidCampaign, number: usize| {
        let one = &campaign.domain.ambassadors[number];
        (one.name.clone(), one.phone.clone(), one.id.clone())
    };
    for number in 0..3 {
        assert_eq!(person(&book, number), person(&words, number));
    }
}

/// The ten faults that `diagnostics::together` finds in a file of words.
#[test]
fn says_ten_faults_of_ten_kinds_at_their_cells() {
    let faults = found(&[
        ("活动", &["项目|内容", "名称|初心体验", "体验期|2018-10-22..2018-11-02", "天气|晴"]),
        ("单位", &["编号|名称", "bank|临汾路支行", "bank|阳曲路支行"]),
        (
            "岗位",
            &[
                "编号|单位|岗位|日期|班次|每场人数.最少|每场人数.最多",
                "lobby||大堂经理|2018-10-23",
                "nurse|bank|病房护士|2018-02-30",
                "guide|bank|导医|2018-11-20",
                "drill|bank|演练|2018-10-23|17:00-17:00",
                "stage|bank|演播|2018-10-23||`3`|`2`",
            ],
        ),
        (
            "大使",
            &["编号|姓名|第一志愿|坐标|落选次数", "a01|林晓|nurze", "a02|谢雨桐||131、231", "a03|邹凯|||[1]"],
        ),
    ]);
    let expected = [
        ("duplicate-id", "单位 A3 bank"),
        ("end-before-start", "岗位 E5 17:00-17:00"),
        ("impossible-date", "岗位 D3 2018-02-30"),
        ("location-out-of-range", "大使 D3 131、231"),
        ("min-above-max", "岗位 F6 3"),
        ("missing-field", "岗位 A2 lobby"),
        ("outside-season", "岗位 D4 2018-11-20"),
        ("unknown-id", "大使 C2 nurze"),
        ("unknown-item", "活动 A4 天气"),
        ("wrong-type", "大使 E4 [1]"),
    ];
    assert_eq!(faults, expected.map(|(code, at)| (code.to_owned(), at.to_owned())));
}

#[test]
fn points_at_the_very_word_within_a_cell() {
    let sheets = sound_but(&[("大使", &["姓名|第一志愿|可参加日期", "林晓|大堂经理|10月23日、10月32日"])]);
    insta::assert_snapshot!(said(&sheets, Language::Zh), @"
    错误[impossible-date]: 日历上没有这一天
     --> campaign.xlsx · 大使 · C2
      |
    2 | 10月23日、10月32日
      |           ^^^^^^^^
      |
      = 建议: 请检查月和日
    ");
}

#[test]
fn finds_nothing_wrong_with_what_is_sound() {
    assert_eq!(found(&SOUND), []);
}
