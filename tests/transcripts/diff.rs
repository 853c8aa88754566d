//! `chuxin diff`: two saved plans, and files that are none.

use super::Stage;
use serde_json::Value;

fn stage() -> Stage {
    let stage = Stage::new().scenario("linfen-2018.yaml");
    for (options, plan) in
        [("", "a.json"), ("--set rules.wishes=greedy", "b.json"), ("--without ambassador:a14", "c.json")]
    {
        assert!(stage.run(&format!("plan linfen-2018.yaml {options} -o {plan}")).status.success());
    }
    stage
}

#[test]
fn tells_by_person_post_and_date_what_differs() {
    insta::assert_snapshot!(stage().transcript(&[
        "diff a.json a.json",
        "diff a.json c.json",
        "diff a.json b.json --lang en",
        "diff a.json c.json --format json",
    ]));
}

#[test]
fn tells_what_is_gone_and_new_for_whoever_keeps_other_sessions() {
    let campaign = "campaign: {name: 初心体验, season: 2018-10-22..2018-10-24}
units: [{id: station, name: 便民服务站}]
posts: [{id: watch, unit: station, title: 夜间值守员, dates: 2018-10-22..2018-10-24, hours: [13:00-17:00, 22:00-01:30]}]
ambassadors: [{id: a01, name: 佘松岩, days: {max: 2}}, {id: a02, name: 茅如兰}]
pins:
  - {ambassador: a01, post: watch, date: 2018-10-22, hours: 13:00-17:00}
  - {ambassador: a01, post: watch, date: 2018-10-23, hours: 22:00-01:30}
  - {ambassador: a02, post: watch, date: 2018-10-24, hours: 22:00-01:30}
rules: {repeat_post: allow}
";
    let stage = Stage::new().file("campaign.yaml", campaign);
    assert!(stage.run("plan campaign.yaml -o a.json").status.success());
    let plan = std::fs::read_to_string(stage.path().join("a.json")).unwrap();
    let is_of = |line: &str, person: &str| line.contains("\"post\"") && line.contains(person);
    let without = |gone: &dyn Fn(&str) -> bool| -> String {
        plan.lines().filter(|line| !gone(line)).collect::<Vec<&str>>().join("\n")
    };
    let fewer = without(&|line| is_of(line, "a01") && line.contains("2018-10-23"));
    let stage = stage.file("b.json", &fewer).file("c.json", &without(&|line| is_of(line, "a01")));
    insta::assert_snapshot!(stage.transcript(&[
        "diff a.json b.json",
        "diff b.json a.json",
        "diff a.json c.json"
    ]));
}

#[test]
fn tells_what_differs_in_the_thursday_action() {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    assert!(stage.run("plan linfen-2019.yaml -o a.json").status.success());
    assert!(stage.run("plan linfen-2019.yaml --without neighbourhood:kelan-70 -o b.json").status.success());
    insta::assert_snapshot!(stage.transcript(&["diff a.json b.json"]));
}

#[test]
fn writes_ids_where_the_campaign_is_gone() {
    let stage = stage();
    std::fs::remove_file(stage.path().join("linfen-2018.yaml")).unwrap();
    let output = stage.run("diff a.json c.json");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("a14："));
}

#[test]
fn counts_a_line_that_stands_twice() {
    let stage = stage();
    let plan = std::fs::read_to_string(stage.path().join("a.json")).unwrap();
    let line = plan.lines().find(|line| line.contains("\"post\"")).unwrap();
    let twice = plan.replacen(line, &format!("{line}\n{line}"), 1);
    std::fs::write(stage.path().join("twice.json"), twice).unwrap();
    let output = stage.run("diff a.json twice.json --format json");
    assert_eq!(output.status.code(), Some(1));
    let data: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(data["people"][0]["new"].as_array().unwrap().len(), 1, "{data}");
}

#[test]
fn refuses_what_is_no_plan() {
    let stage = stage().file("broken.json", "{\"version\": 1, \"backend\": 1,").file("list.json", "[]");
    insta::assert_snapshot!(stage.transcript(&[
        "diff a.json missing.json",
        "diff broken.json list.json --lang en",
        "diff linfen-2018.yaml a.json --lang en",
        "diff a.json",
    ]));
}
