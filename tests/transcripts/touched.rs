//! `chuxin repair`: days that a change does not touch stay; whoever cannot stay without somebody who is absent; and what is said of
//! whoever comes late, and of an exchange that cannot be. All names are invented.

use super::{Stage, exchange::placements};
use std::fs;

const CAMPAIGN: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}, {id: market, name: 便民菜市场}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: [2018-10-23, 2018-10-24]}
  - {id: stall, unit: market, title: 摊位协管员, dates: 2018-10-25, seats: {min: 1, max: 2}}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [guide], available: [2018-10-23, 2018-10-25]}
  - {id: a03, name: 邬连城, available: 2018-10-25}
pins:
  - {ambassador: a01, post: guide, date: 2018-10-24}
";

/// Planned: 佘松岩 at the guide's Wednesday, 邬连城 and 茅如兰 at the stall or the guide's Tuesday.
fn planned(campaign: &str) -> Stage {
    let stage = Stage::new().file("c.yaml", campaign);
    done(&stage, "plan c.yaml -o plan.json");
    stage
}

/// Runs a command that must succeed; all that it says.
fn done(stage: &Stage, arguments: &str) -> String {
    let output = stage.run(arguments);
    let (result, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments}: {told}");
    format!("{told}{result}")
}

fn keep_until(stage: &Stage, plan: &str) -> serde_json::Value {
    let text = fs::read_to_string(stage.path().join(plan)).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&text).unwrap();
    plan["mends"]["keep_until"].clone()
}

#[test]
fn nothing_changes_before_the_first_day_that_is_named_whatever_stands_beside_it() {
    let stage = planned(CAMPAIGN);
    for (said, first) in [
        ("--close guide@2018-10-24", "2018-10-24"),
        ("--close guide@2018-10-24 --absent a03@2018-10-25", "2018-10-24"),
        ("--absent a03@2018-10-25 --set ambassadors.a02.note=早班", "2018-10-25"),
        ("--add-seat stall", "2018-10-25"),
        ("--absent a03@2018-10-25 --add-seat guide", ""),
    ] {
        let told = done(&stage, &format!("repair --plan plan.json {said} -o plan-2.json --force"));
        let kept = keep_until(&stage, "plan-2.json");
        assert_eq!(kept.as_str().unwrap_or_default(), first, "{said}: {told}");
        assert_eq!(
            told.contains("要连更早的一起调整，加 --keep-until 2018-10-23"),
            !first.is_empty(),
            "{told}"
        );
        let is_early = |one: &&String| !first.is_empty() && one.split(' ').nth(2).unwrap() < first;
        let [before, after] = ["plan.json", "plan-2.json"].map(|plan| placements(&stage, plan));
        assert!(
            before.iter().filter(is_early).eq(after.iter().filter(is_early)),
            "{said}: {before:?} {after:?}"
        );
    }
}

#[test]
fn a_repair_that_names_no_day_leaves_what_the_last_one_left() {
    let stage = planned(CAMPAIGN);
    done(&stage, "repair --plan plan.json --absent a03@2018-10-25 -o plan-2.json");
    for said in ["", "--set ambassadors.a01.note=晚到", "--touch-least"] {
        done(&stage, &format!("repair --plan plan-2.json {said} -o plan-3.json --force"));
        assert_eq!(keep_until(&stage, "plan-3.json"), "2018-10-25", "{said}");
    }
    // What can no longer stay on an earlier day is mended all the same, and no day before that.
    let told = done(
        &stage,
        "repair --plan plan-2.json --set posts.guide.dates=2018-10-23 --set pins=[] -o plan-3.json --force",
    );
    assert_eq!(keep_until(&stage, "plan-3.json"), "2018-10-24", "{told}");
    done(&stage, "repair --plan plan-2.json --keep-until 2018-10-22 -o plan-3.json --force");
    assert_eq!(keep_until(&stage, "plan-3.json"), "2018-10-22");
}

/// 佘松岩 and 茅如兰 go together or not at all.
const TOGETHER: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}, {id: market, name: 便民菜市场}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-24, seats: {min: 1, max: 2}}
  - {id: stall, unit: market, title: 摊位协管员, dates: 2018-10-25, seats: {min: 2, max: 2}}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [guide]}
  - {id: a03, name: 邬连城, wishes: [stall]}
  - {id: a04, name: 施雯, wishes: [stall]}
groups: [{together: [a01, a02], strength: must}]
";

#[test]
fn whoever_must_go_along_with_somebody_absent_goes_no_more_and_is_told_why() {
    let stage = planned(TOGETHER);
    let told = done(&stage, "repair --plan plan.json --late 冯丽 --absent 佘松岩 -o plan-2.json");
    assert!(told.contains("茅如兰：结伴的人去不了，10月24日（周三）“门诊导医”这一场也随之取消"), "{told}");
    let now = placements(&stage, "plan-2.json");
    assert!(now.contains("冯丽 guide 2018-10-24") && now.len() == 3, "{now:?}");
    assert!(stage.run("verify plan-2.yaml plan-2.json").status.success());
    // Whoever is replaced is absent too.
    let mut replaced = stage.command(["repair", "--plan", "plan.json", "-o", "plan-2.json", "--force"]);
    let replaced = replaced.args(["--late", "龚明", "--replace", "佘松岩=龚明"]).output().unwrap();
    let told = String::from_utf8_lossy(&replaced.stderr).into_owned();
    assert!(replaced.status.success() && told.contains("茅如兰：结伴的人去不了"), "{told}");
    let now = placements(&stage, "plan-2.json");
    assert!(now.contains("龚明 guide 2018-10-24") && now.len() == 3, "{now:?}");
    // Those of whom too few are left may go too, and stay where somebody makes up for it.
    let told = done(&stage, "repair --plan plan.json --late 冯丽 --absent 邬连城 -o plan-2.json --force");
    let now = placements(&stage, "plan-2.json");
    assert!(now.contains("a04 stall 2018-10-25") && now.contains("冯丽 stall 2018-10-25"), "{now:?}");
    assert!(!told.contains("随之取消"), "{told}");
    let late = "--late 冯丽 --set ambassadors.冯丽.available=2018-10-22 --absent 邬连城";
    let told = done(&stage, &format!("repair --plan plan.json {late} -o plan-2.json --force"));
    assert!(told.contains("施雯：凑不够最少人数，10月25日（周四）“摊位协管员”这一场也随之取消"), "{told}");
    assert!(stage.run("verify plan-2.yaml plan-2.json").status.success());
}

#[test]
fn a_contradiction_names_the_exchange_that_was_ordered() {
    let stage = planned(TOGETHER);
    let swapped = stage.run("repair --plan plan.json --swap 佘松岩,邬连城 -o plan-2.json");
    let told = String::from_utf8_lossy(&swapped.stderr).into_owned();
    assert_eq!(swapped.status.code(), Some(3), "{told}");
    let order = "这次要的对调（--swap 佘松岩,邬连城）：佘松岩10月25日（周四）去摊位协管员";
    assert!(told.contains(order) && !told.contains("固定安排"), "{told}");
}

#[test]
fn whoever_comes_late_and_has_no_place_reads_so_first_and_stands_in_nobodys_way() {
    let stage = planned(TOGETHER);
    let told = done(&stage, "repair --plan plan.json --late 冯丽 -o plan-2.json");
    let notice = told.split("调整通知").nth(1).unwrap().trim_start();
    let (whom, why) = notice.lines().next().unwrap().split_once('：').unwrap();
    assert!(whom == "后来报名的冯丽没有排上" && !why.is_empty(), "{told}");
    let told = done(&stage, "repair --plan plan-2.json --late 冯立 -o plan-3.json");
    assert!(told.contains("后来报名的冯立没有排上：") && !told.contains("后来报名的冯丽"), "{told}");
    // Who has a place is not meant by a name that is nearly the same; who waits since the first plan may be.
    done(&stage, "repair --plan plan-3.json --late 施文 -o plan-4.json");
    done(&stage, "repair --plan plan-4.json --absent 施雯 -o plan-5.json");
    let late = stage.run("repair --plan plan-5.json --late 施霞 -o plan-6.json");
    let told = String::from_utf8_lossy(&late.stderr).into_owned();
    assert_eq!(late.status.code(), Some(2), "{told}");
    assert!(told.contains("名字相近的有 a04（施雯）"), "{told}");
}
