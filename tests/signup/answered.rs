//! The sheet of 40 rows in a campaign: what `check` warns of, and the plan before and after its questions are answered.

use super::{forty, import, text};
use crate::transcripts::Stage;
use chuxin::{Outcome, Sources, Unwatched, plan, read};
use std::fs;

/// What the page says is answered; the answers for posts hold for everybody.
const ANSWERS: &str = "answers:
  - {cell: 消防演习员, answer: 消防演练员}
  - {cell: 图书管理员, answer: 图书整理员}
  - {cell: 大厅引导员, answer: 大堂引导员}
  - {cell: 引导员, person: 车前耘, answer: 窗口引导员}
  - {person: 蔺初夏, cell: 138 0000 0013, answer: 一人}
  - {person: 庞大川, column: 希望和谁同组, cell: 阮禾生, answer: 无}
  - {person: 班小雪, column: 希望和谁同组, cell: 仰小棠, answer: 无}
  - {person: 兰采薇, signed_up: 2026-09-01 09:30, cell: 1.38E+10, answer: 138 0000 0028}
  - {person: 翁惜时, cell: 办理中, answer: 否}
  - {person: 荀晚照, phone: 138 0000 0035, cell: 除10月22日外都可以, answer: 10月19日至21日、10月23日至30日}
  - {person: 羿南星, cell: 10月22日（周三）, answer: 10月22日}
";

/// The values of the levels in their order, all of them proven.
fn values(stage: &Stage) -> Vec<i64> {
    let mut sources = Sources::default();
    let campaign = read(&mut sources, &stage.path().join("signups.yaml")).campaign.unwrap();
    let Ok(Outcome::Planned(plan)) = plan(&campaign, "signups.yaml", &Unwatched) else { panic!("no plan") };
    assert!(plan.is_proven());
    let json: serde_json::Value = serde_json::from_str(&chuxin::json(&campaign.domain, &plan)).unwrap();
    let levels = json["experience"]["levels"].as_array().unwrap();
    let value = |id: &str| {
        let level = levels.iter().find(|level| level["id"] == id).unwrap_or_else(|| panic!("{levels:?}"));
        level["value"].as_i64().unwrap()
    };
    let both = json["experience"]["placements"].as_array().unwrap();
    let goes =
        |who: &str| both.iter().find(|one| one["ambassador"] == who).map(|one| (&one["post"], &one["date"]));
    assert_eq!(goes("裘素宁"), goes("竺慕青"));
    assert_eq!(goes("裘素宁").unwrap().0, "camp");
    ["coverage", "everyone", "groups", "represented", "wishes"].map(value).to_vec()
}

#[test]
fn the_plan_is_the_known_one_with_nothing_answered() {
    let stage = forty("signup-40.xlsx");
    import(&stage, "signup-40.xlsx", "");
    assert_eq!(values(&stage), [2, 34, 0, 0, 11]);
}

#[test]
fn the_plan_is_the_known_one_with_everything_answered() {
    let stage = forty("signup-40.xlsx").file("answers.yaml", ANSWERS);
    let output = import(&stage, "signup-40.xlsx", "--answers answers.yaml");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(values(&stage), [0, 36, 0, 0, 14]);
}

#[test]
fn check_warns_of_nine_things_that_people_should_know() {
    let stage = forty("signup-40.xlsx");
    import(&stage, "signup-40.xlsx", "");
    let mut sources = Sources::default();
    let reading = read(&mut sources, &stage.path().join("signups.yaml"));
    let here = |place: chuxin::source::Place| sources.name(place.file).ends_with("signups.yaml");
    let found: Vec<(&str, &str)> = reading
        .diagnostics
        .iter()
        .filter(|found| found.place.is_some_and(here))
        .map(|found| (found.problem.code(), sources.slice(found.place.unwrap())))
        .collect();
    let in_vain = |post| ("wish-in-vain", post);
    assert_eq!(
        found,
        [
            in_vain("食堂帮厨"),
            in_vain("图书整理员"),
            in_vain("消防演练员"),
            in_vain("营区体验员"),
            in_vain("食堂帮厨"),
            in_vain("窗口引导员"),
            in_vain("食堂帮厨"),
            ("eligible-nowhere", "荀晚照"),
            ("eligible-nowhere", "羿南星"),
        ]
    );
    // What the campaign itself leaves open is said at its own posts: that 34 people cannot fill 36 places, and what a need means.
    let elsewhere: Vec<&str> = reading
        .diagnostics
        .iter()
        .filter(|found| !found.place.is_some_and(here))
        .map(|found| found.problem.code())
        .collect();
    assert!(elsewhere.contains(&"more-wanted-than-people"), "{elsewhere:?}");
}

#[test]
fn a_wrong_answer_is_asked_again_and_kept() {
    let wrong = "answers: [{cell: 消防演习员, answer: 消防员人}]\n";
    let stage = forty("signup-40.csv").file("answers.yaml", wrong);
    let output = import(&stage, "signup-40.csv", "--answers answers.yaml");
    let said: String = String::from_utf8(output.stdout).unwrap().split_whitespace().collect();
    assert_eq!((output.status.code(), said.contains("填的“消防员人”也看不懂")), (Some(1), true), "{said}");
    assert!(text(&stage, "answers.yaml").contains("answer: 消防员人"));
}

#[test]
fn the_answers_file_is_filled_in_and_read_again() {
    let stage = forty("signup-40.csv");
    import(&stage, "signup-40.csv", "--answers answers.yaml");
    let asked = text(&stage, "answers.yaml");
    assert_eq!(asked.matches("answer:\n").count(), 11, "{asked}");
    let mut filled = asked.clone();
    for line in ANSWERS.lines().filter(|line| line.contains("answer: ")) {
        let field = |name: &str| {
            let rest = line.split_once(&format!("{name}: ")).map(|(_, rest)| rest);
            rest.map(|rest| rest.split([',', '}']).next().unwrap().to_owned())
        };
        let (cell, answer) = (field("cell").unwrap(), field("answer").unwrap());
        let at =
            filled.find(&format!("cell: {cell}\n")).or_else(|| filled.find(&format!("cell: \"{cell}\"\n")));
        let at = at.unwrap_or_else(|| panic!("{cell}: {filled}"));
        let (before, behind) = filled.split_at(at);
        filled = format!("{before}{}", behind.replacen("answer:\n", &format!("answer: \"{answer}\"\n"), 1));
    }
    fs::write(stage.path().join("answers.yaml"), &filled).unwrap();
    let output = import(&stage, "signup-40.csv", "--answers answers.yaml --force");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    // What was answered stays for the next import.
    assert_eq!(text(&stage, "answers.yaml").matches("answer: ").count(), 11);
    assert_eq!(import(&stage, "signup-40.csv", "--answers answers.yaml --force").status.code(), Some(0));
}
