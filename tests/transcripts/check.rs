//! `chuxin check`.

use super::Stage;

const WRONG: &str = "campaign: {name: 初心, season: 2018-10-22..2018-10-26, langage: en}
units: [{name: 消防站}]
posts:
  - {title: 值守员, unit: 消防局, dates: 2018-10-32}
ambassadors: [{name: 林晓}, {name: 林晓}]
";

#[test]
fn finds_every_problem_at_once() {
    let stage = Stage::new().file("wrong.yaml", WRONG);
    let commands = ["check wrong.yaml", "check wrong.yaml missing.yaml --lang en", "plan wrong.yaml"];
    insta::assert_snapshot!(stage.transcript(&commands));
}

#[test]
fn gives_the_same_as_data() {
    let stage = Stage::new().file("wrong.yaml", WRONG);
    insta::assert_snapshot!(stage.transcript(&["check wrong.yaml --format json --lang en"]));
}

#[test]
fn is_content_with_every_scenario() {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("every-field.yaml");
    insta::assert_snapshot!(stage.transcript(&["check linfen-2018.yaml every-field.yaml"]));
}
