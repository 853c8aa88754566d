//! Scenarios: what `check` says of them, and that every command takes one.

use crate::transcripts::Stage;

const LESS: &str = "extends: linfen-2018.yaml
campaign: {name: 巡逻停一年}
remove:
  units: [police-station]
  ambassadors: [a07, a03]
posts:
  - {id: repairs, seats: 2, mentor_phone: null}
pins:
  - {ambassador: a01, post: hospice-nurse, date: 2018-10-25}
  - {ambassador: a12, post: triage-guide}
";

#[test]
fn says_what_a_scenario_changes_and_what_falls_away() {
    let stage = Stage::new().scenario("linfen-2018.yaml").file("less.yaml", LESS);
    let transcript = stage.transcript(&["check less.yaml", "check less.yaml --lang en"]);
    insta::assert_snapshot!(transcript);
}

#[test]
fn says_the_same_as_data() {
    let stage = Stage::new().scenario("linfen-2018.yaml").file("less.yaml", LESS);
    let output = stage.run("check less.yaml --format json");
    assert!(output.stderr.is_empty());
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let file = &said["files"][0];
    assert_eq!((&file["file"], &file["sound"]), (&"less.yaml".into(), &true.into()));
    assert_eq!(file["changes"].as_array().unwrap().len(), 1);
    insta::assert_snapshot!(serde_json::to_string_pretty(&file["changes"][0]).unwrap());
    let problems = said["problems"].as_array().unwrap();
    assert!(problems.iter().any(|problem| problem["code"] == "falls-away"));
}

#[test]
fn says_what_linfen_2019_changes() {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    insta::assert_snapshot!(stage.transcript(&["check linfen-2019.yaml"]));
}

#[test]
fn plans_and_verifies_a_scenario_as_a_campaign() {
    let stage = Stage::new().scenario("linfen-2018.yaml").file("less.yaml", LESS);
    assert!(stage.run("plan less.yaml -o plan.json").status.success());
    let verified = |campaign: &str| {
        let output = stage.run(&format!("verify {campaign} plan.json --lang en"));
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(verified("less.yaml").0, Some(0));
    let (code, said) = verified("linfen-2018.yaml");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("chuxin verify less.yaml plan.json"), "{said}");
}
