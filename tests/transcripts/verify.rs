//! `chuxin verify`: plans that hold, that were edited, and that cannot be read.

use super::Stage;

const CAMPAIGN: &str = "\
campaign: {name: 初心体验, season: 2018-10-22..2018-10-26}
units:
  - {id: clinic, name: 社区卫生服务中心, closed: 2018-10-25}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-22..2018-10-25, need: 2}
  - {id: ward, unit: clinic, title: 安宁病房护士, dates: 2018-10-23, requires: [健康证], bring: [健康证]}
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

/// Plans of version 1 were made before there was the level `even`.
#[test]
fn asks_an_old_plan_for_no_level_that_it_does_not_list() {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    assert!(stage.run("plan campaign.yaml -o new.json").status.success());
    let text = std::fs::read_to_string(stage.path().join("new.json")).unwrap();
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains("\"id\": \"even\"")).collect();
    let without = kept.join("\n");
    assert_ne!(without, text.trim_end());
    let stage = stage.file("without.json", &without);
    assert_eq!(stage.run("verify campaign.yaml without.json").status.code(), Some(2));
    let stage = stage.file("old.json", &without.replace("\"version\": 2", "\"version\": 1"));
    assert_eq!(stage.run("verify campaign.yaml old.json").status.code(), Some(0));
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

#[test]
fn asks_for_the_shift_where_a_post_has_several() {
    let shifts = CAMPAIGN.replace("need: 2}", "need: 2, hours: [09:00-12:00, 13:00-16:00]}");
    assert_ne!(shifts, CAMPAIGN);
    let output = stage_of(&shifts, &[("a01", "guide", "2018-10-22")]).run("verify campaign.yaml plan.json");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("[which-hours]") && said.contains("09:00-12:00"), "{said}");
}

/// Whatever an id may hold.
const ODD: [&str; 38] = [
    "👩\u{200d}⚕\u{fe0f} 一",
    "佘松岩",
    "e\u{301}",
    "é",
    "a b",
    "a  b",
    "a\u{a0}b",
    "a\u{2003}b",
    "\"quoted\"",
    "it's",
    "“初心”",
    "a: b",
    "a:b",
    "：",
    "-",
    "- dash",
    "--leading",
    "-o",
    "#hash",
    "a #b",
    "[x]",
    "{y: z}",
    "a, b",
    "null",
    "~",
    "true",
    "1e3",
    "0x1F",
    "007",
    "2018-10-23",
    "a@2018-10-23",
    "unit:a.b=c",
    "&anchor",
    "*alias",
    "!tag",
    "%|>`?",
    "\\n\\u0041\\",
    "<<",
];

/// A campaign in which all five kinds have these ids: each post takes two, and every third person cannot come.
fn odd() -> String {
    let long = "很长".repeat(200);
    let ids: Vec<&str> = ODD.iter().copied().chain([long.as_str()]).collect();
    let quoted = |id: &str| serde_json::Value::from(id).to_string();
    let list = |entry: &dyn Fn(usize, String) -> String| -> String {
        let lines = ids.iter().enumerate().map(|(at, id)| entry(at, quoted(id)));
        lines.map(|entry| ["  - {id: ", &entry, "}\n"].concat()).collect()
    };
    let units = list(&|at, id| format!("{id}, name: 单位{at}, location: [31.3, 121.4], offers: [{id}]"));
    let posts = list(&|at, id| {
        format!(
            "{id}, unit: {id}, title: 岗位{at}, dates: 2018-10-23, need: 2, requires: [证{}], bring: []",
            at % 5
        )
    });
    let people = list(&|at, id| {
        let away = if at % 3 == 0 { ", away: 2018-10-23" } else { "" };
        format!("{id}, name: 大使{at}, wishes: [{id}], qualifications: [证{}]{away}", (at + at / 20) % 5)
    });
    let places = list(&|at, id| format!("{id}, name: 居民区{at}, location: [31.3, 121.4], needs: [{id}]"));
    let themes = list(&|at, id| format!("{id}, name: 主题{at}"));
    format!(
        "campaign: {{name: 样例, season: 2018-10-22..2018-10-26}}\nunits:\n{units}posts:\n{posts}ambassadors:\n{people}\
         neighbourhoods:\n{places}themes:\n{themes}thursday_action: {{months: 2019-03..2019-04, thursday: 1}}\n"
    )
}

#[test]
fn reads_a_plan_back_whatever_the_ids_hold() {
    let stage = Stage::new().file("campaign.yaml", &odd());
    let run = |arguments: &[&str]| {
        let output = stage.command(arguments).output().unwrap();
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        said
    };
    let holds = |campaign: &str, plan: &str| {
        let said = run(&["verify", campaign, plan]);
        assert!(said.contains("方案符合全部规则，") && !said.contains("注意"), "{said}");
    };
    run(&["plan", "campaign.yaml", "-o", "plan.json"]);
    holds("campaign.yaml", "plan.json");
    let plan = std::fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    for list in ["placements", "unplaced", "shortages", "unfulfilled"] {
        assert!(!plan["experience"][list].as_array().unwrap().is_empty(), "{list}");
    }
    assert!(!plan["thursday_action"]["pairings"].as_array().unwrap().is_empty());

    run(&["print", "plan.json", "--to", "json", "-o", "paper"]);
    let printed = std::fs::read_dir(stage.path().join("paper")).unwrap().next().unwrap().unwrap().path();
    holds("campaign.yaml", printed.to_str().unwrap());

    let told = |option: &str| ODD.map(|id| format!("{option}={id}"));
    let (absent, seats) = (told("--absent"), told("--add-seat"));
    let mend = |from: &[&str], options: &[String], plan: &str| {
        let options = options.iter().step_by(2).map(String::as_str);
        run(&["repair"].into_iter().chain(from.iter().copied()).chain(options).collect::<Vec<_>>());
        holds(&plan.replace(".json", ".yaml"), plan);
    };
    mend(&["campaign.yaml", "--plan", "plan.json", "-o", "plan-2.json"], &absent, "plan-2.json");
    mend(&["plan-2.yaml", "--plan", "plan-2.json", "-o", "plan-3.json"], &seats[1..], "plan-3.json");
}

#[test]
fn knows_a_campaign_from_a_plan() {
    let stage = stage(&[("a01", "guide", "2018-10-22")]);
    let commands = [
        "verify plan.json campaign.yaml",
        "verify campaign.yaml campaign.yaml",
        "diff campaign.yaml plan.json",
    ];
    insta::assert_snapshot!(stage.transcript(&commands));
}
