//! Reasons as `plan` and `print` say them: of a plan that was just made, of one whose campaign has changed since, and of
//! one that was not solved to the end.

use super::{
    Stage,
    exchange::{repaired, verified},
};
use serde_json::Value;
use std::fs;

/// One post with three seats and two people, both placed.
const TWO_FOR_THREE: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, seats: 3, need: 3}
ambassadors:
  - {id: a01, name: 佘松岩}
  - {id: a02, name: 茅如兰}
";

/// Two people who wish for one seat.
const TWO_FOR_ONE: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, seats: 1}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [guide]}
";

/// What a command prints below a heading, up to the next blank line.
fn below(stage: &Stage, arguments: &str, heading: &str) -> String {
    let output = stage.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments}");
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn says_that_nobody_is_left_where_everybody_is_at_the_session() {
    let stage = Stage::new().file("campaign.yaml", TWO_FOR_THREE);
    assert_eq!(
        below(&stage, "plan campaign.yaml", "空岗"),
        "- 门诊导医（卫生服务中心）：需要 3 人次，安排了 2 人次；没有其他人选，尚有名额的场次，可参加的\n  2 人均已在该场次或次数已满。"
    );
    assert_eq!(
        below(&stage, "plan campaign.yaml --lang en", "Needs not met"),
        "- 门诊导医 (卫生服务中心): 3 wanted, 2 placed; nobody is left: where there is room, each of the\n  2 people who may come has a place already."
    );
    let json = String::from_utf8(stage.run("plan campaign.yaml --format json").stdout).unwrap();
    assert!(json.contains(r#""reason": {"kind": "nobody-left", "people": 2, "rules": []}"#), "{json}");
    let none = TWO_FOR_THREE.split_once("ambassadors:").unwrap().0;
    let stage = Stage::new().file("campaign.yaml", none);
    assert_eq!(
        below(&stage, "plan campaign.yaml", "空岗"),
        "- 门诊导医（卫生服务中心）：需要 3 人次，安排了 0 人次；没有人报名。"
    );
}

#[test]
fn claims_that_the_whole_is_better_only_of_a_plan_of_which_all_is_proven() {
    let stage = Stage::new().file("campaign.yaml", TWO_FOR_ONE);
    assert_eq!(
        below(&stage, "plan campaign.yaml -o plan.json", "待安排"),
        "- 佘松岩：去得了的场次现在排不进：名额已满 1 场；这样安排整体更好。"
    );
    assert_eq!(
        below(&stage, "plan campaign.yaml --lang en", "Not placed"),
        "- 佘松岩: could go somewhere, but not as things stand: no seat is left (1 session); the whole is\n  better this way."
    );
    fs::write(
        stage.path().join("campaign.yaml"),
        TWO_FOR_ONE.replace("dates: 2018-10-23", "dates: 2018-10-23, priority: 2"),
    )
    .unwrap();
    let output = stage.run("print plan.json -o paper --to html");
    assert_eq!(output.status.code(), Some(0));
    assert!(!String::from_utf8(output.stderr).unwrap().contains("chuxin repair"));
    let summary = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
    assert!(summary.contains("名额已满 1 场。"), "{summary}");
    assert!(summary.contains("改动之后没有重新计算") && !summary.contains("最好不过"), "{summary}");
}

#[test]
fn names_a_seat_that_became_free_since_and_the_repair_that_fills_it() {
    let stage = Stage::new().file("campaign.yaml", TWO_FOR_ONE);
    stage.run("plan campaign.yaml -o plan.json");
    fs::write(stage.path().join("campaign.yaml"), TWO_FOR_ONE.replace("seats: 1", "seats: 2")).unwrap();
    insta::assert_snapshot!(stage.transcript(&[
        "print plan.json -o paper --to html",
        "print plan.json -o paper --to html --force --lang en",
    ]));
    let summary = |name: &str| fs::read_to_string(stage.path().join("paper").join(name)).unwrap();
    assert!(summary("安排小结.html").contains("佘松岩：10月23日（周二）“门诊导医”还有空位；补上会更好。"));
    assert!(!summary("安排小结.html").contains("整体更好"));
    assert!(summary("Summary.html").contains("a seat is free: 门诊导医 on"));
    let repaired = stage.run("repair campaign.yaml --plan plan.json");
    let said = String::from_utf8(repaired.stdout).unwrap();
    assert!(said.contains("佘松岩：新增") || said.contains("茅如兰：新增"), "{said}");
}

#[test]
fn says_which_level_keeps_a_seat_free() {
    let alone = TWO_FOR_ONE.replace("seats: 1", "seats: 2") + "rules: {priorities: [coverage]}\n";
    let stage = Stage::new().file("campaign.yaml", &alone);
    assert_eq!(
        below(&stage, "plan campaign.yaml", "待安排"),
        "- 佘松岩：10月23日（周二）“门诊导医”还有空位；但多排这一次，“抽签”一项就不如现在。"
    );
    let json = String::from_utf8(stage.run("plan campaign.yaml --format json").stdout).unwrap();
    assert!(json.contains(r#""kind": "free-seat""#) && json.contains(r#""against": "lot""#), "{json}");
}

/// Three posts that want 35 people each, and two people.
const FEW: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: square, name: 街道广场}]
posts:
  - {id: p1, unit: square, title: 一号摊引导员, dates: 2018-10-22..2018-10-26, seats: 7, need: 35}
  - {id: p2, unit: square, title: 二号摊引导员, dates: 2018-10-22..2018-10-26, seats: 7, need: 35}
  - {id: p3, unit: square, title: 三号摊引导员, dates: 2018-10-22..2018-10-26, seats: 7, need: 36}
ambassadors:
  - {id: a01, name: 佘松岩}
  - {id: a02, name: 茅如兰}
";

#[test]
fn says_beforehand_where_more_is_wanted_than_people_or_seats_can_fill() {
    let stage = Stage::new().file("three.yaml", TWO_FOR_THREE).file("few.yaml", FEW);
    insta::assert_snapshot!(stage.transcript(&[
        "check three.yaml",
        "check three.yaml --lang en",
        "check few.yaml",
        "check few.yaml --lang en",
    ]));
}

/// Both wishes of the first person are barred, and a third post takes her.
const IN_VAIN: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}, {id: bank, name: 合庆储蓄所}]
posts:
  - {id: ward, unit: clinic, title: 病房护理员, dates: 2018-10-23, requires: [健康证], bring: [健康证]}
  - {id: lobby, unit: bank, title: 大堂引导员, dates: 2018-10-24}
  - {id: gate, unit: bank, title: 门口引导员, dates: 2018-10-25}
ambassadors:
  - {id: a01, name: 裘素宁, available: [2018-10-25], wishes: [ward, lobby]}
  - {id: a02, name: 竺慕青, wishes: [lobby], qualifications: [健康证]}
  - {id: a03, name: 郦文倩}
";

#[test]
fn says_beforehand_which_wishes_cannot_come_true() {
    let stage = Stage::new().file("campaign.yaml", IN_VAIN);
    insta::assert_snapshot!(stage.transcript(&["check campaign.yaml", "check campaign.yaml --lang en"]));
}

/// One who is barred from both wishes and goes elsewhere, and two who wish for one seat, with a post for the other.
const ELSEWHERE: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}, {id: bank, name: 合庆储蓄所}]
posts:
  - {id: ward, unit: clinic, title: 病房护理员, dates: 2018-10-23, requires: [健康证], bring: [健康证]}
  - {id: lobby, unit: bank, title: 大堂引导员, dates: 2018-10-24}
  - {id: gate, unit: bank, title: 门口引导员, dates: 2018-10-25, seats: 3, need: 2}
ambassadors:
  - {id: a01, name: 裘素宁, available: [2018-10-25], wishes: [ward, lobby]}
  - {id: a02, name: 竺慕青, wishes: [lobby]}
  - {id: a03, name: 佘松岩, wishes: [ward, lobby]}
rules: {days: {min: 1, max: 1}}
";

#[test]
fn names_for_whoever_got_no_wish_what_barred_each() {
    let stage = Stage::new().file("campaign.yaml", ELSEWHERE);
    let lobby = below(&stage, "plan campaign.yaml -o plan.json", "志愿均未满足");
    let barred =
        "- 裘素宁：第一志愿病房护理员，缺少岗位要求的证件 1 场；第二志愿大堂引导员，本人当天不能参加 1 场。";
    assert!(lobby.starts_with(barred), "{lobby}");
    insta::assert_snapshot!(
        [lobby, below(&stage, "plan campaign.yaml --lang en", "None of their wishes")].join("\n\n")
    );
    let verified = stage.run("verify campaign.yaml plan.json");
    assert_eq!(verified.status.code(), Some(0), "{}", String::from_utf8_lossy(&verified.stdout));
    let plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let entry = r#"{"ambassador": "a01", "post": "lobby", "reason": {"kind": "barred", "rules": [{"id": "available", "sessions": 1}]}}"#;
    assert!(plan.contains(entry), "{plan}");
    let printed = stage.run("print plan.json -o paper --to html");
    assert_eq!(printed.status.code(), Some(0));
    let summary = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
    assert!(summary.contains(&barred[2..]), "{summary}");

    let ward =
        r#"{"ambassador": "a01", "post": "ward", "reason": {"kind": "barred", "rules": [{"id": "qualified""#;
    assert!(plan.contains(ward), "{plan}");
    let edited = plan.replacen(ward, &ward.replace("qualified", "banned"), 1);
    fs::write(stage.path().join("plan.json"), edited.replacen(entry, &entry.replace("a01", "a02"), 1))
        .unwrap();
    let verified = stage.run("verify campaign.yaml plan.json");
    assert_eq!(verified.status.code(), Some(2));
    insta::assert_snapshot!(String::from_utf8(verified.stdout).unwrap());
}

#[test]
fn says_of_a_mended_plan_from_which_day_on_its_reasons_hold() {
    let campaign = "campaign: {name: 初心体验, season: 2018-10-22..2018-10-26}
units: [{id: u, name: 政务大厅}]
posts: [{id: desk, unit: u, title: 窗口受理员, dates: [2018-10-22, 2018-10-24], need: 3, seats: 2}]
ambassadors:
  - {id: a01, name: 林晓, available: 2018-10-24}
  - {id: a02, name: 谢雨桐, available: 2018-10-24}
";
    // The first day is empty and the newcomer could have gone then.
    let full = format!("{campaign}  - {{id: a03, name: 邹凯}}\n");
    let open = campaign
        .replace("seats: 2", "seats: 3")
        .replace("a02, name: 谢雨桐, available: 2018-10-24", "a02, name: 谢雨桐, available: 2018-10-22");
    let stage = Stage::new()
        .file("full.yaml", campaign)
        .file("full-2.yaml", &full)
        .file("open.yaml", &open.replace("2018-10-22}\n", "2018-10-23}\n"))
        .file("open-2.yaml", &open);
    assert!(stage.run("plan full.yaml -o full.json").status.success());
    assert!(stage.run("plan open.yaml -o open.json").status.success());
    insta::assert_snapshot!(stage.transcript(&[
        "repair full-2.yaml --plan full.json --keep-until 2018-10-23",
        "repair open-2.yaml --plan open.json --keep-until 2018-10-23 --lang en",
    ]));
}

/// Of whoever is ill, and of whoever an exchange leaves aside, it is said what stands in the way and not what is past.
#[test]
fn says_of_a_mended_plan_what_stands_in_the_way_from_now_on() {
    let stage = super::exchange::stage();
    let said = |arguments: &str| {
        let output = stage.run(&format!("repair --plan plan.json {arguments}"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let ill = said("--keep-until 2018-10-23 --absent 林晓");
    assert!(ill.contains("- 林晓：10月23日（周二）起，没有可参加的场次（本人当天不能参加 "), "{ill}");
    let beside = said("--late 冯新 --set ambassadors.冯新.wishes=[guide]");
    assert!(beside.contains("- 施雯：去得了的场次现在排不进：名额已满 2 场"), "{beside}");
    // One seat more would be for somebody who is not moved.
    let kept = said("--swap 吴敏,方远 --add-seat desk");
    assert!(kept.contains("- 施雯：去得了的场次都已过去，或者这次调整不动"), "{kept}");
}

/// What the plan says of the wishes of somebody that did not come true.
fn why(stage: &Stage, plan: &str, person: &str) -> Vec<Value> {
    let text = fs::read_to_string(stage.path().join(plan)).unwrap();
    let plan: Value = serde_json::from_str(&text).unwrap();
    let all = plan["experience"]["unfulfilled"].as_array().cloned().unwrap_or_default();
    all.into_iter().filter(|one| one["ambassador"] == person).map(|one| one["reason"].clone()).collect()
}

/// Whoever goes where the command says has that for a reason, and nobody gets another reason by repairs that leave him or her
/// where they were, nor by days that pass.
#[test]
fn reasons_of_wishes_stay_what_they_were() {
    let campaign = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26, seed: \"2\"}
units: [{id: hall, name: 政务大厅}]
posts:
  - {id: guard, unit: hall, title: 门岗, dates: 2018-10-22}
  - {id: desk, unit: hall, title: 窗口, dates: 2018-10-23}
  - {id: lobby, unit: hall, title: 大堂, dates: 2018-10-24}
  - {id: phone, unit: hall, title: 热线, dates: 2018-10-25..2018-10-26}
ambassadors:
  - {id: a01, name: 高远, wishes: [guard], available: 2018-10-22}
  - {id: a02, name: 周明, wishes: [guard], available: 2018-10-22..2018-10-23}
  - {id: a03, name: 吴敏, wishes: [lobby]}
  - {id: a04, name: 方远, wishes: [phone]}
";
    let stage = Stage::new().file("campaign.yaml", campaign);
    assert!(stage.run("plan campaign.yaml -o plan-1.json").status.success());
    let of_wish = why(&stage, "plan-1.json", "a02");
    assert_eq!(of_wish.len(), 1);
    let steps = [
        "--swap 吴敏,方远@2018-10-25",
        "--late 冯新 --set ambassadors.冯新.wishes=[guard]",
        "--keep-until 2018-10-24 --absent 冯新@2018-10-26",
    ];
    let mut said = repaired(&stage, "--plan plan-1.json --absent 方远@2018-10-26 -o plan-2.json");
    for (number, step) in steps.iter().enumerate() {
        let (old, new) = (number + 2, number + 3);
        said = repaired(&stage, &format!("--plan plan-{old}.json {step} -o plan-{new}.json"));
        assert_eq!(why(&stage, &format!("plan-{new}.json"), "a02"), of_wish, "{step}\n{said}");
        for person in ["a03", "a04"] {
            let settled = serde_json::json!({"kind": "settled"});
            assert_eq!(why(&stage, &format!("plan-{new}.json"), person), [settled], "{step}\n{said}");
        }
        verified(&stage, &format!("plan-{new}"));
    }
    assert!(said.contains("吴敏：第一志愿大堂，按您的吩咐另有安排"), "{said}");
}
