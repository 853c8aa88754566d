//! `chuxin repair` with `--replace`, `--swap` and `--late`, where nobody else moves; twenty repairs in a row; and what has
//! begun today.

use super::Stage;
use serde_json::Value;
use std::{collections::BTreeSet, fs};

const CAMPAIGN: &str = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26, seed: \"2\"}
units:
  - {id: clinic, name: 社区卫生服务中心}
  - {id: hall, name: 政务大厅}
posts:
  - {id: ward, unit: clinic, title: 安宁病房护士, dates: [2018-10-23, 2018-10-25], requires: [健康证]}
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-22..2018-10-23}
  - {id: desk, unit: hall, title: 窗口受理员, dates: [2018-10-23, 2018-10-24], priority: 5, hours: \"09:00-11:00, 14:00-16:00\"}
ambassadors:
  - {id: a01, name: 林晓, wishes: [ward], qualifications: [健康证]}
  - {id: a02, name: 周明, wishes: [guide], days: 2, qualifications: [健康证]}
  - {id: a03, name: 吴敏, wishes: [desk]}
  - {id: a04, name: 高远, away: 2018-10-22}
  - {id: a05, name: 施雯, available: 2018-10-24}
  - {id: a06, name: 柳青, available: 2018-10-26}
  - {id: a07, name: 方远}
pins:
  - {ambassador: a01, post: ward, date: 2018-10-23}
  - {ambassador: a02, post: guide, date: 2018-10-22}
  - {ambassador: a02, post: desk, date: 2018-10-24, hours: \"09:00-11:00\"}
  - {ambassador: a03, post: desk, date: 2018-10-23, hours: \"09:00-11:00\"}
  - {ambassador: a04, post: desk, date: 2018-10-23, hours: \"14:00-16:00\"}
  - {ambassador: a07, post: desk, date: 2018-10-24, hours: \"14:00-16:00\"}
";

#[test]
fn says_who_moved_though_nobody_else_was_to() {
    let stage = stage();
    let done = stage.run("repair --plan plan.json --swap a03,a04 -o plan-2.json");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let path = stage.path().join("plan-2.json");
    let mut plan: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    assert_eq!(plan["mends"]["only"], serde_json::json!(["a03", "a04"]));
    plan["mends"]["only"] = serde_json::json!(["a03"]);
    fs::write(&path, plan.to_string()).unwrap();
    let verified = stage.run("verify plan-2.yaml plan-2.json");
    let said = String::from_utf8(verified.stdout).unwrap();
    assert_eq!(verified.status.code(), Some(2), "{said}");
    assert!(said.contains("高远（a04）：没有写在 mends.only 里，安排却和原方案不一样"), "{said}");
    assert!(!said.contains("保持不变"), "{said}");
}

/// Who goes where, as a plan has it.
pub(super) fn placements(stage: &Stage, plan: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(stage.path().join(plan)).unwrap();
    let plan: Value = serde_json::from_str(&text).unwrap();
    let placed = plan["experience"]["placements"].as_array().unwrap().iter();
    let word = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    placed
        .map(|one| {
            ["ambassador", "post", "date", "hours"].map(|key| word(one, key)).join(" ").trim().to_owned()
        })
        .collect()
}

pub(super) fn stage() -> Stage {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    let output = stage.run("plan campaign.yaml -o plan.json");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    stage
}

/// What is gone and what is new between two plans.
pub(super) fn between(stage: &Stage, old: &str, new: &str) -> (Vec<String>, Vec<String>) {
    let (old, new) = (placements(stage, old), placements(stage, new));
    (old.difference(&new).cloned().collect(), new.difference(&old).cloned().collect())
}

pub(super) fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

pub(super) fn repaired(stage: &Stage, arguments: &str) -> String {
    let output = stage.run(&format!("repair {arguments}"));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments}\n{told}");
    String::from_utf8(output.stdout).unwrap() + &told
}

pub(super) fn verified(stage: &Stage, plan: &str) {
    let verified = stage.run(&format!("verify {plan}.yaml {plan}.json"));
    let said = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(verified.status.success() && !said.contains("注意"), "{said}");
    let text = fs::read_to_string(stage.path().join(format!("{plan}.json"))).unwrap();
    assert!(!text.contains("\"proven\": false"), "{text}");
}

#[test]
fn one_steps_in_for_another_and_nobody_else_moves() {
    let stage = stage();
    repaired(&stage, "--plan plan.json --replace 周明@2018-10-24=施雯 -o plan-2.json");
    let expected = (words(&["a02 desk 2018-10-24 09:00-11:00"]), words(&["a05 desk 2018-10-24 09:00-11:00"]));
    assert_eq!(between(&stage, "plan.json", "plan-2.json"), expected);
    verified(&stage, "plan-2");
    let scenario = fs::read_to_string(stage.path().join("plan-2.yaml")).unwrap();
    assert!(scenario.contains("{id: a02, away: [2018-10-24]}"), "{scenario}");
    // All that the person has left goes to another, and what was agreed before stays agreed.
    repaired(&stage, "--plan plan-2.json --replace 林晓＝周明 -o plan-3.json");
    assert_eq!(
        between(&stage, "plan-2.json", "plan-3.json"),
        (words(&["a01 ward 2018-10-23"]), words(&["a02 ward 2018-10-23"]))
    );
    verified(&stage, "plan-3");
    let scenario = fs::read_to_string(stage.path().join("plan-3.yaml")).unwrap();
    assert!(scenario.contains("{id: a01, away: [2018-10-22..2018-10-26]}"), "{scenario}");
    assert!(scenario.contains("{ambassador: a05, post: desk, date: 2018-10-24,"), "{scenario}");
}

#[test]
fn two_change_places_and_may_change_back() {
    let stage = stage();
    let said = repaired(&stage, "--plan plan.json --swap 周明@2018-10-24,高远 -o plan-2.json");
    assert!(said.contains("其他人员的安排不变"), "{said}");
    let (there, back) = (
        words(&["a02 desk 2018-10-24 09:00-11:00", "a04 desk 2018-10-23 14:00-16:00"]),
        words(&["a02 desk 2018-10-23 14:00-16:00", "a04 desk 2018-10-24 09:00-11:00"]),
    );
    assert_eq!(between(&stage, "plan.json", "plan-2.json"), (there.clone(), back.clone()));
    verified(&stage, "plan-2");
    repaired(&stage, "--plan plan-2.json --swap 高远，周明@2018-10-23 -o plan-3.json");
    assert_eq!(between(&stage, "plan-2.json", "plan-3.json"), (back, there));
    verified(&stage, "plan-3");
}

#[test]
fn says_in_words_what_speaks_against_an_exchange() {
    let stage = stage();
    let scenes = stage.transcript(&[
        "repair --plan plan.json --replace 吴敏=柳青",
        "repair --plan plan.json --replace 吴敏=高远 --replace 周明@2018-10-24 --replace 施雯=柳青",
        "repair --plan plan.json --replace 林晓=吴敏",
        "repair --plan plan.json --swap 周明,吴敏 --swap 吴敏 --swap 吴敏,施雯 --swap 吴敏,吴敏",
        "repair --plan plan.json --late 林晓 --late 施文 --lang en",
        "repair --plan plan.json --late 林晓，施文、龚明@2018-10-26",
        "repair --plan plan.json --late 高远 --set ambassadors.高远.days=2",
        "repair --plan plan.json --replace 林晓=方远 --replace 高远=吴敏",
        "repair --plan plan.json --replace 周明@2018-10-22=吴敏 --lang en",
        "repair --plan plan.json --replace 吴敏=施雯 --close desk@2018-10-23",
        "repair --plan plan.json --swap 林晓,吴敏 --lang en",
        "repair --plan plan.json --replace 高远=吴敏 --set ambassadors.施雯.available=2018-10-23",
        "repair --plan plan.json --replace 高远=方远 --set ambassadors.施雯.available=2018-10-23 --lang en",
        "repair --plan plan.json --swap 周明,吴敏 --lang en",
        "repair --plan plan.json --replace 吴敏=柳青 --lang en",
        "repair --plan plan.json --keep-until 2018-10-24 --replace 吴敏=施雯",
    ]);
    insta::assert_snapshot!(scenes);
}

#[test]
fn refuses_an_exchange_that_breaks_a_rule_together_with_what_stays() {
    let stage = stage();
    let output = stage.run("repair --plan plan.json --replace 周明@2018-10-22=吴敏 -o plan-2.json");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(
        told.contains(
            "--replace 周明@2018-10-22=吴敏 做不到：吴敏已经有10月23日（周二）09:00-11:00窗口受理员，最多只去1次"
        ) && !stage.path().join("plan-2.yaml").exists(),
        "{told}"
    );
    // What is said instead goes through: once more, and where they may the two change places.
    assert!(
        told.contains("愿意多去一次：加 --set ambassadors.a03.days.max=2") && !told.contains("--swap"),
        "{told}"
    );
    repaired(
        &stage,
        "--plan plan.json --replace 周明@2018-10-22=吴敏 --set ambassadors.a03.days.max=2 -o p2.json",
    );
    let told = stage.run("repair --plan plan.json --replace 高远=吴敏");
    let swap = "高远@2018-10-23 14:00-16:00,a03@2018-10-23 09:00-11:00";
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.contains(&format!("两人对调：--swap \"{swap}\"")), "{told}");
    let done = stage.command(["repair", "--plan", "plan.json", "--swap", swap]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// A pin without a date stands while the person keeps one of its days.
#[test]
fn what_another_day_keeps_stays_agreed() {
    let twice = CAMPAIGN.replace(
        "{id: a02, name: 周明, wishes: [guide], days: 2",
        "{id: a02, name: 周明, wishes: [guide], days: 3",
    );
    let pin = "  - {ambassador: a02, post: guide, date: 2018-10-22}\n";
    let both = format!(
        "{pin}  - {{ambassador: a02, post: guide, date: 2018-10-23}}\n  - {{ambassador: a02, post: guide}}\n"
    );
    let twice = twice.replace(pin, &both) + "rules: {repeat_post: allow}\n";
    let stage = Stage::new().file("campaign.yaml", &twice);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let said = repaired(
        &stage,
        "--plan plan.json --replace 周明@2018-10-23=施雯 --set ambassadors.施雯.available=2018-10-23 -o p2.json",
    );
    assert!(!said.contains("周明去门诊导医，随这次变动取消"), "{said}");
    let scenario = fs::read_to_string(stage.path().join("p2.yaml")).unwrap();
    assert!(scenario.contains("{ambassador: a02, post: guide}"), "{scenario}");
    verified(&stage, "p2");
}

#[test]
fn twenty_repairs_in_a_row_stand_on_the_first_campaign() {
    let stage = stage();
    let people = ["a01", "a02", "a03", "a04", "a05"];
    for number in 1..=20 {
        let plan = if number == 1 { "plan.json".to_owned() } else { format!("plan-{number}.json") };
        let person = people[number % people.len()];
        let said = match number {
            7 => "--without unit:hall".to_owned(),
            12 => "--late 冯新".to_owned(),
            _ => format!("--absent {person}@2018-10-{} --add-seat guide", 22 + number % 4),
        };
        repaired(&stage, &format!("--plan {plan} {said} -o plan-{}.json", number + 1));
        verified(&stage, &format!("plan-{}", number + 1));
    }
    let scenario = fs::read_to_string(stage.path().join("plan-21.yaml")).unwrap();
    assert!(scenario.contains("\nextends: campaign.yaml\n"), "{scenario}");
    for word in ["冯新", "units: [hall]", "max: 19", "a05, away: ["] {
        assert!(scenario.contains(word), "{word} in\n{scenario}");
    }
    let plan: Value =
        serde_json::from_str(&fs::read_to_string(stage.path().join("plan-21.json")).unwrap()).unwrap();
    let mended: Vec<&str> = plan["history"]["mended"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["file"].as_str().unwrap())
        .collect();
    assert_eq!((mended.len(), mended[0], mended[19]), (20, "plan.json", "plan-20.json"));
}

#[test]
fn what_people_wrote_into_a_scenario_between_is_kept() {
    let stage = stage();
    repaired(&stage, "--plan plan.json --absent 吴敏@2018-10-23 -o plan-2.json");
    let scenario = fs::read_to_string(stage.path().join("plan-2.yaml")).unwrap();
    let remarked = scenario + "# 与街道商定\nrules: {rest_days: 1}\n";
    let stage = stage.file("plan-2.yaml", &remarked);
    repaired(&stage, "--plan plan-2.json --absent 林晓@2018-10-25 -o plan-3.json");
    let scenario = fs::read_to_string(stage.path().join("plan-3.yaml")).unwrap();
    assert!(scenario.contains("extends: plan-2.yaml"), "{scenario}");
    repaired(&stage, "--plan plan-3.json --absent 林晓@2018-10-24 -o plan-4.json");
    let scenario = fs::read_to_string(stage.path().join("plan-4.yaml")).unwrap();
    assert!(scenario.contains("extends: plan-2.yaml") && scenario.contains("2018-10-24]"), "{scenario}");
    verified(&stage, "plan-4");
}

#[test]
fn what_has_begun_today_stays_and_what_has_not_may_change() {
    let stage = stage();
    let run = |said: &[&str]| {
        let arguments = ["repair", "--plan", "plan.json", "--keep-until", "2018-10-23 10:00"];
        stage.command(arguments.iter().chain(said)).output().unwrap()
    };
    let begun = run(&["--absent", "a03@2018-10-23"]);
    assert!(begun.status.success(), "{}", String::from_utf8_lossy(&begun.stderr));
    let said = String::from_utf8(begun.stdout).unwrap();
    assert!(said.contains("10:00") && !said.contains("吴敏：取消"), "{said}");
    let output = run(&["--absent", "a03@2018-10-23 09:00-11:00"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("已经开始"), "{told}");
    let later = run(&["--absent", "a04@2018-10-23", "-o", "plan-2.json"]);
    assert!(later.status.success(), "{}", String::from_utf8_lossy(&later.stderr));
    let (gone, new) = between(&stage, "plan.json", "plan-2.json");
    assert!(gone.contains(&"a04 desk 2018-10-23 14:00-16:00".to_owned()), "{gone:?}");
    assert!(new.iter().all(|one| !one.contains("2018-10-23 09:00")), "{new:?}");
    verified(&stage, "plan-2");
    let text = fs::read_to_string(stage.path().join("plan-2.json")).unwrap();
    assert!(text.contains("\"begun_by\": \"10:00\""), "{text}");
}

/// Two sessions of one day are told apart by their hours, and what the refusal says is taken.
#[test]
fn two_posts_of_one_day_are_told_apart() {
    let campaign = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 社区卫生服务中心}, {id: hall, name: 政务大厅}]
posts:
  - {id: ward, unit: clinic, title: 安宁病房护士, dates: 2018-10-23, hours: 08:00-11:00}
  - {id: desk, unit: hall, title: 窗口受理员, dates: 2018-10-23, hours: 13:00-16:00}
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-24}
ambassadors: [{id: a01, name: 林晓, days: 2}, {id: a02, name: 周明}]
pins:
  - {ambassador: a01, post: ward}
  - {ambassador: a01, post: desk}
  - {ambassador: a02, post: guide}
";
    let stage = Stage::new().file("campaign.yaml", campaign);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let told = String::from_utf8(stage.run("repair --plan plan.json --swap 林晓,周明").stderr).unwrap();
    let choices =
        "\"林晓@2018-10-23 08:00-11:00\"（安宁病房护士）、\"林晓@2018-10-23 13:00-16:00\"（窗口受理员）";
    assert!(told.contains(choices), "{told}");
    let swap =
        ["repair", "--plan", "plan.json", "--swap", "林晓@2018-10-23 13:00-16:00,周明", "-o", "p2.json"];
    let output = stage.command(swap).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (gone, new) = between(&stage, "plan.json", "p2.json");
    assert_eq!(gone, words(&["a01 desk 2018-10-23", "a02 guide 2018-10-24"]));
    assert_eq!(new, words(&["a01 guide 2018-10-24", "a02 desk 2018-10-23"]));
    // Whoever is at the very session already does not step in, and is not told to change places.
    let two = campaign.replace("dates: 2018-10-24}", "dates: 2018-10-24, seats: 2}");
    let two = two.replace(
        "{ambassador: a02, post: guide}",
        "{ambassador: a02, post: guide}\n  - {ambassador: a03, post: guide}",
    );
    let two = two.replace("周明}]", "周明}, {id: a03, name: 施雯}]");
    let stage = Stage::new().file("campaign.yaml", &two);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let told = String::from_utf8(stage.run("repair --plan plan.json --replace 周明=施雯").stderr).unwrap();
    assert!(told.contains("施雯 本来就在这一场") && !told.contains("--swap"), "{told}");
}

/// Wherever an id goes a name does too, also in the plan that is mended with options.
#[test]
fn a_plan_that_names_people_by_name_loses_nobody() {
    let stage = stage();
    let text = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    fs::write(stage.path().join("named.json"), text.replace("\"a02\"", "\"周明\"")).unwrap();
    repaired(&stage, "--plan named.json --absent 柳青 -o p2.json");
    assert_eq!(placements(&stage, "p2.json"), placements(&stage, "plan.json"));
    verified(&stage, "p2");
}

/// Even where there is room for both, nobody keeps what went to somebody else.
#[test]
fn what_changes_hands_is_kept_by_nobody() {
    let stage = stage();
    repaired(
        &stage,
        "--plan plan.json --swap 周明@2018-10-24,高远 --add-seat desk --set rules.days.max=2 -o p2.json",
    );
    let (gone, new) = between(&stage, "plan.json", "p2.json");
    assert_eq!(gone, words(&["a02 desk 2018-10-24 09:00-11:00", "a04 desk 2018-10-23 14:00-16:00"]));
    assert_eq!(new, words(&["a02 desk 2018-10-23 14:00-16:00", "a04 desk 2018-10-24 09:00-11:00"]));
    verified(&stage, "p2");
}

/// Whoever has a session at that time already would lose it without getting another.
#[test]
fn nobody_takes_a_session_at_the_time_of_another() {
    let stage = stage();
    let twice = CAMPAIGN.replace("{id: a04, name: 高远, away: 2018-10-22}", "{id: a04, name: 高远, days: 2}");
    let (both, at_guide) = (
        "{ambassador: a04, post: desk, date: 2018-10-24, hours: \"14:00-16:00\"}",
        "{ambassador: a07, post: guide, date: 2018-10-23}",
    );
    let own = "{ambassador: a07, post: desk, date: 2018-10-24, hours: \"14:00-16:00\"}";
    let twice = twice.replace(own, &format!("{both}\n  - {at_guide}"));
    let twice = twice + "rules: {repeat_post: allow}\n";
    let stage = stage.file("twice.yaml", &twice);
    assert!(stage.run("plan twice.yaml -o twice.json").status.success());
    // At the guide's hours on the 23rd 高远 is at the desk already.
    let refused = stage.run("repair --plan twice.json --swap 高远@2018-10-24,方远 --lang en");
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(refused.status.code() == Some(2) && told.contains("23 Oct"), "{told}");
}

#[test]
fn no_session_goes_to_two_people() {
    let stage = stage();
    for twice in ["--swap 高远,方远 --swap 高远,吴敏", "--replace 高远=施雯 --replace 高远=柳青"]
    {
        let refused = stage.run(&format!("repair --plan plan.json {twice} --lang en"));
        let told = String::from_utf8(refused.stderr).unwrap();
        assert!(refused.status.code() == Some(2) && told.contains("away already"), "{told}");
    }
}
