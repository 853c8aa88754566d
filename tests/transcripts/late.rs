//! `chuxin repair --late`: whoever came late gets what is free, after those who lose a place by the same command.

use super::{
    Stage,
    exchange::{between, placements, repaired, stage, verified, words},
};
use serde_json::Value;
use std::fs;

#[test]
fn whoever_comes_late_gets_a_free_place_and_nothing_is_cancelled() {
    let stage = stage();
    let late = "--late 施雯 --late 冯新 --set ambassadors.冯新.wishes=[guide] --set ambassadors.冯新.days=2";
    repaired(&stage, &format!("--plan plan.json {late} -o plan-2.json"));
    let (gone, new) = between(&stage, "plan.json", "plan-2.json");
    assert_eq!(gone, words(&[]));
    assert_eq!(new, words(&["冯新 guide 2018-10-23"]));
    verified(&stage, "plan-2");
    let scenario = fs::read_to_string(stage.path().join("plan-2.yaml")).unwrap();
    assert!(scenario.contains("{id: 冯新, name: 冯新, wishes: [guide], days: {max: 2}}"), "{scenario}");
    // The next repair goes on from there.
    repaired(&stage, "--plan plan-2.json --absent 冯新@2018-10-22..2018-10-23 -o plan-3.json");
    verified(&stage, "plan-3");
    // A scenario may bring the person as well.
    let person = "extends: campaign.yaml\nambassadors:\n  - {name: 何夕, wishes: [guide]}\n";
    let stage = stage.file("late.yaml", person);
    let said = repaired(&stage, "late.yaml --plan plan.json --late 何夕 -o plan-4.json");
    assert!(said.contains("何夕：新增"), "{said}");
    assert_eq!(between(&stage, "plan.json", "plan-4.json").0, words(&[]));
    let verified = stage.run("verify late.yaml plan-4.json");
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
}

/// Whoever loses a place by the same command gets another before the newcomer does, and no more than was lost.
#[test]
fn whoever_loses_a_place_comes_before_whoever_came_late() {
    let stage = stage();
    let late = "--late 冯新 --set ambassadors.冯新.wishes=[guide] --set ambassadors.冯新.days=2";
    let lost = words(&["a02 guide 2018-10-22"]);
    for (number, (change, new)) in [
        ("--set ambassadors.a02.wishes=[guide,ward] --close guide@2018-10-22", &["a02 ward 2018-10-25", "冯新 guide 2018-10-23"][..]),
        ("--absent 周明@2018-10-22 --close ward@2018-10-25", &["a02 guide 2018-10-23", "冯新 guide 2018-10-22"]),
        ("--close guide@2018-10-22 --close ward@2018-10-25", &["a02 guide 2018-10-23"]),
        ("--set ambassadors.a02.available=2018-10-23..2018-10-26 --set pins=[] --close ward@2018-10-25", &["a02 guide 2018-10-23", "冯新 guide 2018-10-22"]),
        ("--set bans=[{\"ambassador\":\"a02\",\"post\":\"guide\",\"date\":\"2018-10-22\"}] --set pins=[] --close ward@2018-10-25", &["a02 guide 2018-10-23", "冯新 guide 2018-10-22"]),
    ]
    .into_iter()
    .enumerate()
    {
        let plan = format!("late-{number}");
        repaired(&stage, &format!("--plan plan.json {late} {change} -o {plan}.json"));
        let (gone, came) = between(&stage, "plan.json", &format!("{plan}.json"));
        assert_eq!((gone, came), (lost.clone(), words(new)), "{change}");
        verified(&stage, &plan);
        let text = fs::read_to_string(stage.path().join(format!("{plan}.json"))).unwrap();
        let saved: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(saved["mends"]["displaced"], serde_json::json!(["a02"]));
        assert_eq!(saved["experience"]["levels"][0]["id"], "restored");
    }
    // Where two change places and nobody comes late, whoever loses a place is free to have another too.
    repaired(&stage, "--plan plan.json --swap 吴敏,方远 --close guide@2018-10-22 -o swapped.json");
    assert_eq!(
        between(&stage, "plan.json", "swapped.json").1,
        words(&[
            "a02 guide 2018-10-23",
            "a03 desk 2018-10-24 14:00-16:00",
            "a07 desk 2018-10-23 09:00-11:00"
        ])
    );
    verified(&stage, "swapped");
}

/// Several names behind one option, a namesake with an id of his or her own, and a near name that is somebody else's.
#[test]
fn whoever_comes_late_is_told_from_others() {
    let stage = stage();
    let said = repaired(&stage, "--plan plan.json --late 冯新、冷秋 --close ward@2018-10-25 -o p2.json");
    assert!(said.contains("冯新：活动里没有这个人") && said.contains("冷秋：活动里没有这个人"), "{said}");
    let scenario = fs::read_to_string(stage.path().join("p2.yaml")).unwrap();
    assert!(!scenario.contains("冯新、冷秋"), "{scenario}");
    verified(&stage, "p2");
    let namesake = "--late a08 --set ambassadors.a08.name=林晓 --set ambassadors.a08.wishes=[guide]";
    repaired(&stage, &format!("--plan plan.json {namesake} -o p3.json"));
    assert_eq!(between(&stage, "plan.json", "p3.json"), (words(&[]), words(&["a08 guide 2018-10-23"])));
    let scenario = fs::read_to_string(stage.path().join("p3.yaml")).unwrap();
    assert!(scenario.contains("{id: a08, name: 林晓, wishes: [guide]}"), "{scenario}");
    verified(&stage, "p3");
    let another = "--late 施文 --set ambassadors.施文.name=施文 --set ambassadors.施文.wishes=[guide]";
    repaired(&stage, &format!("--plan plan.json {another} -o p4.json"));
    assert_eq!(between(&stage, "plan.json", "p4.json").1, words(&["施文 guide 2018-10-23"]));
    verified(&stage, "p4");
    // The command that a refusal names does what was meant.
    let on_a_day = "--late 冷秋 --set ambassadors.冷秋.available=2018-10-23";
    repaired(&stage, &format!("--plan plan.json {on_a_day} -o p5.json"));
    let once_more = stage.run("repair --plan plan.json --set ambassadors.林晓.days.max=2 -o p6.json");
    assert!(once_more.status.success(), "{}", String::from_utf8_lossy(&once_more.stderr));
}

/// A newcomer's name may come before every id, and the sessions of the others are still theirs.
#[test]
fn a_newcomer_who_stands_first_takes_nobodys_place() {
    let stage = stage();
    repaired(
        &stage,
        "--plan plan.json --late 0新 --replace 高远=施雯 --set ambassadors.施雯.available=2018-10-23 -o p2.json",
    );
    let (gone, new) = between(&stage, "plan.json", "p2.json");
    assert_eq!(gone, words(&["a04 desk 2018-10-23 14:00-16:00"]));
    assert!(new.contains(&"a05 desk 2018-10-23 14:00-16:00".to_owned()), "{new:?}");
    assert!(new.iter().all(|one| one.starts_with("a05 ") || one.starts_with("0新 ")), "{new:?}");
    verified(&stage, "p2");
}

/// A guard who could go to the lobby, and somebody late who could only be the guard.
const CROWDED: &str = "\
campaign: {name: 初心体验, season: 2030-10-21..2030-10-25, seed: \"2\"}
units: [{id: hall, name: 政务大厅}]
posts:
  - {id: guard, unit: hall, title: 门岗, dates: 2030-10-25}
  - {id: lobby, unit: hall, title: 大堂, dates: 2030-10-24, need: 0}
  - {id: desk, unit: hall, title: 窗口, dates: [2030-10-22, 2030-10-23]}
ambassadors:
  - {id: a01, name: 高远, wishes: [guard]}
  - {id: a02, name: 周明, wishes: [desk], available: 2030-10-22..2030-10-23}
";

/// Whoever came late and found nothing free waits: repairs that follow move nobody for it, and give what has become free.
#[test]
fn nobody_moves_for_whoever_came_late_in_later_repairs_either() {
    let stage = Stage::new().file("campaign.yaml", CROWDED);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let late = "--late 冯新 --set ambassadors.冯新.available=2030-10-25";
    let said = repaired(&stage, &format!("--plan plan.json {late} -o late.json"));
    assert!(said.contains("冯新：去得了的场次现在排不进：名额已满 1 场；已经排好的人不为此调动"), "{said}");
    let had = placements(&stage, "late.json");
    let day = had.iter().find_map(|one| one.strip_prefix("a02 desk ")).unwrap();
    let absent = format!("--absent 周明@{day}");
    let mut gone = vec![format!("a02 desk {day}")];
    for (before, change, after) in
        [("late", absent.as_str(), "later"), ("later", "--add-seat lobby", "latest")]
    {
        let said = repaired(&stage, &format!("--plan {before}.json {change} -o {after}.json"));
        assert_eq!(between(&stage, &format!("{before}.json"), &format!("{after}.json")).0, gone, "{said}");
        assert!(said.contains("已经排好的人不为此调动"), "{said}");
        verified(&stage, after);
        let text = fs::read_to_string(stage.path().join(format!("{after}.json"))).unwrap();
        let saved: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(saved["mends"]["waiting"], serde_json::json!(["冯新"]));
        gone.clear();
    }
    // Where the seat becomes free, it is given.
    repaired(&stage, "--plan late.json --absent 高远@2030-10-25 -o free.json");
    let (_, new) = between(&stage, "late.json", "free.json");
    assert!(new.contains(&"冯新 guard 2030-10-25".to_owned()), "{new:?}");
    verified(&stage, "free");
    // And whoever is asked for by a pin comes in.
    let pin = "--set pins=[{\"ambassador\":\"冯新\",\"post\":\"guard\"}]";
    repaired(&stage, &format!("--plan late.json {pin} -o pinned.json"));
    assert!(placements(&stage, "pinned.json").contains("冯新 guard 2030-10-25"));
}

/// Whoever had no place when somebody came late does not take it from the newcomer in the next repair, however often he or
/// she was left out before; nor does the screen say that the whole is better so, which was not asked.
#[test]
fn nobody_takes_the_place_of_whoever_came_late_and_was_told_so() {
    let stage = Stage::new().file(
        "campaign.yaml",
        "campaign: {name: 例, season: 2030-03-04..2030-03-15, bring: []}
units: [{id: u, name: 甲馆}]
posts: [{id: p, unit: u, title: 导览, dates: [2030-03-05], seats: 1}]
ambassadors:
  - {id: a, name: 林晓, wishes: [p], missed: 5}
  - {id: b, name: 施雯, wishes: [p], missed: 3}
",
    );
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let said = repaired(&stage, "--plan plan.json --late 欧阳龚明 --add-seat p -o plan-2.json");
    assert_eq!(between(&stage, "plan.json", "plan-2.json").1, words(&["欧阳龚明 p 2030-03-05"]));
    assert!(said.contains("已经排好的人不为此调动") && !said.contains("整体更好"), "{said}");
    repaired(&stage, "--plan plan-2.json --set campaign.note=请带水杯 -o plan-3.json");
    assert_eq!(between(&stage, "plan-2.json", "plan-3.json"), (words(&[]), words(&[])));
    verified(&stage, "plan-3");
    // Where the newcomer falls ill, the place goes to whoever waits.
    repaired(&stage, "--plan plan-3.json --absent 欧阳龚明 -o plan-4.json");
    assert_eq!(between(&stage, "plan-3.json", "plan-4.json").1, words(&["b p 2030-03-05"]));
    verified(&stage, "plan-4");
}
