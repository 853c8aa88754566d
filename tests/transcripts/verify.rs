//! `chuxin verify`: plans that hold, that were edited, and that cannot be read.

use super::Stage;

const CAMPAIGN: &str = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26}
units:
  - {id: clinic, name: 社区卫生服务中心, closed: 2018-10-25}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-22..2018-10-25, need: 2}
  - {id: ward, unit: clinic, title: 安宁病房护士, dates: 2018-10-23, requires: [健康证]}
ambassadors:
  - {id: a01, name: 林晓, wishes: [guide], qualifications: [健康证]}
  - {id: a02, name: 周明, wishes: [ward, guide], away: 2018-10-24}
pins:
  - {ambassador: a01, post: guide, date: 2018-10-22}
";

/// A plan with these placements, in the campaign's file beside it.
fn plan(placements: &[(&str, &str, &str)]) -> String {
    let entry = |&(ambassador, post, date): &(&str, &str, &str)| {
        format!("    {{\"ambassador\": \"{ambassador}\", \"post\": \"{post}\", \"date\": \"{date}\"}}")
    };
    let entries: Vec<String> = placements.iter().map(entry).collect();
    format!(
        "{{\"version\": 1, \"backend\": \"microlp\",\n \"campaign\": {{\"name\": \"初心体验\", \"file\": \
         \"campaign.yaml\", \"digest\": \"sha256:00\"}},\n \"experience\": {{\n  \"placements\": [\n{}\n  ]}}}}\n",
        entries.join(",\n")
    )
}

fn stage(placements: &[(&str, &str, &str)]) -> Stage {
    stage_of(CAMPAIGN, placements)
}

fn stage_of(campaign: &str, placements: &[(&str, &str, &str)]) -> Stage {
    Stage::new().file("campaign.yaml", campaign).file("plan.json", &plan(placements))
}

#[test]
fn accepts_a_plan_that_keeps_every_rule() {
    let stage = stage(&[("a01", "guide", "2018-10-22"), ("a02", "guide", "2018-10-23")]);
    insta::assert_snapshot!(
        stage.transcript(&["verify campaign.yaml plan.json", "verify campaign.yaml plan.json --lang en"])
    );
}

#[test]
fn names_rule_people_and_line_of_whatever_is_broken() {
    let stage = stage(&[
        ("a02", "ward", "2018-10-23"),
        ("a02", "guide", "2018-10-24"),
        ("a01", "guide", "2018-10-25"),
        ("a01", "guide", "2018-10-24"),
    ]);
    insta::assert_snapshot!(stage.transcript(&[
        "verify campaign.yaml plan.json",
        "verify campaign.yaml plan.json --lang en",
        "verify campaign.yaml plan.json --format json"
    ]));
}

#[test]
fn refuses_a_plan_that_names_what_the_campaign_does_not_have() {
    let stage = stage(&[("a1", "guide", "2018-10-22"), ("a02", "ward", "2018-10-24")]);
    let output = stage.run("verify campaign.yaml plan.json");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(!output.stderr.is_empty());
    for files in ["campaign.yaml plan.json", "campaign.yaml no-plan.json", "no-campaign.yaml plan.json"] {
        let output = stage.run(&format!("verify {files} --format json"));
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stderr.is_empty());
        let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(said["holds"].is_null() && !said["problems"].as_array().unwrap().is_empty(), "{said}");
    }
    assert_eq!(stage.run("verify campaign.yaml no-plan.json").status.code(), Some(2));
    assert_eq!(stage.run("verify no-campaign.yaml plan.json").status.code(), Some(2));
}

const THURSDAYS: &str = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26}
units:
  - {id: clinic, name: 社区卫生服务中心, location: [31.3052, 121.4563], offers: [health]}
neighbourhoods:
  - {id: east, name: 东路居民区, location: [31.3058, 121.4586], needs: [health]}
themes:
  - {id: health, name: 健康义诊}
thursday_action: {months: 2019-03..2019-04, thursday: 1}
";

const PAIRING: &str = r#"{"unit": "clinic", "neighbourhood": "east"}"#;
const EVENTS: [&str; 2] = [
    r#"{"date": "2019-03-07", "unit": "clinic", "neighbourhood": "east", "theme": "health"}"#,
    r#"{"date": "2019-04-04", "unit": "clinic", "neighbourhood": "east", "theme": "health"}"#,
];

/// A plan with nobody at a post and with these Thursdays.
fn thursdays(pairings: &[&str], events: &[&str]) -> Stage {
    let thursday = format!(
        "\"thursday_action\": {{\"pairings\": [\n{}],\n \"events\": [\n{}]}}}}",
        pairings.join(",\n"),
        events.join(",\n")
    );
    let text = plan(&[]).replace("]}}", &["]},\n", &thursday].concat());
    Stage::new().file("campaign.yaml", THURSDAYS).file("plan.json", &text)
}

#[test]
fn says_of_the_thursday_action_too_that_it_holds() {
    let stage = thursdays(&[PAIRING], &EVENTS);
    insta::assert_snapshot!(
        stage.transcript(&["verify campaign.yaml plan.json", "verify campaign.yaml plan.json --lang en"])
    );
}

#[test]
fn refuses_a_pairing_an_event_or_a_placement_that_is_listed_twice() {
    let stage = thursdays(&[PAIRING, PAIRING], &[EVENTS[0], EVENTS[1], EVENTS[1]]);
    insta::assert_snapshot!(stage.transcript(&["verify campaign.yaml plan.json"]));
    let guide = ("a02", "guide", "2018-10-23");
    let placements = [("a01", "guide", "2018-10-22"), guide, guide];
    let loose = CAMPAIGN.to_owned() + "rules: {days: {max: 9}, repeat_post: allow}\n";
    let loose = loose.replace("need: 2", "seats: 2");
    let output = stage_of(&loose, &placements).run("verify campaign.yaml plan.json");
    assert!(String::from_utf8(output.stdout).unwrap().contains("[one-place-at-a-time]"));
}

#[test]
fn repairs_a_plan_of_which_a_session_is_no_longer_offered() {
    let stage = stage(&[("a02", "ward", "2018-10-24"), ("a01", "guide", "2018-10-22")]);
    let output = stage.run("repair campaign.yaml --plan plan.json");
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("[no-longer-offered]"), "{said}");
    let refused = stage.run("verify campaign.yaml plan.json");
    assert!(String::from_utf8(refused.stderr).unwrap().contains("[no-session]"));
}
