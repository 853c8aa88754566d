//! `chuxin verify`: plans that say what is not so, because somebody edited them or because their campaign has changed.

use super::Stage;
use std::fs;

const ONE: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units: [{id: clinic, name: 卫生服务中心}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [guide]}
";

/// Two people for three places, one who cannot come, and two months of the Thursday Action.
const BOTH: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units:
  - {id: clinic, name: 卫生服务中心, location: [31.3052, 121.4563], offers: [health], closed: 2019-04-04..2019-04-30}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, seats: 2}
  - {id: ward, unit: clinic, title: 病房护理员, dates: 2018-10-23, need: 2}
ambassadors:
  - {id: a01, name: 佘松岩, neighbourhood: east, wishes: [guide]}
  - {id: a02, name: 茅如兰, wishes: [guide, ward]}
  - {id: a03, name: 邬连城, away: 2018-10-23}
neighbourhoods:
  - {id: east, name: 东路居民区, location: [31.3058, 121.4586], needs: [health, law]}
  - {id: west, name: 西路居民区, location: [31.3158, 121.4286]}
themes:
  - {id: health, name: 健康义诊}
  - {id: law, name: 法律咨询}
thursday_action: {months: 2019-03..2019-04, thursday: 1}
";

/// A campaign with its plan, and the plan with these words exchanged for others.
fn edited(campaign: &str, edits: &[(&str, &str)]) -> Stage {
    let stage = Stage::new().file("campaign.yaml", campaign);
    assert_eq!(stage.run("plan campaign.yaml -o plan.json").status.code(), Some(0));
    let verified = stage.run("verify campaign.yaml plan.json");
    assert_eq!(verified.status.code(), Some(0), "{}", String::from_utf8_lossy(&verified.stdout));
    let mut plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    for (from, to) in edits {
        assert!(plan.contains(from), "{from}: {plan}");
        plan = plan.replacen(from, to, 1);
    }
    stage.file("plan.json", &plan)
}

fn verified(stage: &Stage) -> String {
    stage.transcript(&["verify campaign.yaml plan.json", "verify campaign.yaml plan.json --lang en"])
}

#[test]
fn names_a_wish_and_a_person_that_are_not_so() {
    let listed = r#""unplaced": [{"ambassador": "a01", "reason": {"kind": "outweighed"}}"#;
    let stage = edited(ONE, &[(r#""wish": 1"#, r#""wish": 3"#), (r#""unplaced": ["#, listed)]);
    insta::assert_snapshot!(
        verified(&stage) + "\n" + &stage.transcript(&["verify campaign.yaml plan.json --format json"])
    );
    let printed = stage.run("print plan.json -o paper --to html");
    assert_eq!(printed.status.code(), Some(0), "what is printed is found anew");
    let summary = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
    assert!(summary.contains("第一志愿") && !summary.contains("待安排"), "{summary}");
}

#[test]
fn names_whatever_else_of_a_plan_is_not_so() {
    let stage = edited(
        BOTH,
        &[
            (r#""sense": "min", "value": 1, "bound": 1"#, r#""sense": "max", "value": 2, "bound": 0"#),
            (r#""id": "everyone""#, r#""id": "everybody""#),
            (
                r#""id": "wishes", "sense": "min", "value": 1, "bound": 1"#,
                r#""id": "wishes", "sense": "min", "value": 1, "bound": 3"#,
            ),
            (r#""metres": 228"#, r#""metres": 822"#),
            (r#""kind": "barred""#, r#""kind": "settled""#),
            (r#""need": 2, "placed": 1"#, r#""need": 3, "placed": 2"#),
            (r#""metres": 2883"#, r#""metres": 100"#),
            (r#""gives_way": []"#, r#""gives_way": [{"unit": "clinic"}]"#),
            (r#""id": "unit-closed", "bars": 4"#, r#""id": "unit-closed", "bars": 3"#),
            (r#""first": "2019-03-07""#, r#""first": "2019-04-04""#),
            (r#""nobody-offers""#, r#""no-month""#),
            (r#""revision": 0"#, r#""revision": 2"#),
        ],
    );
    insta::assert_snapshot!(verified(&stage));
}

/// The campaign has changed since: what that explains is noted, what no campaign explains is a fault.
#[test]
fn tells_what_is_false_from_what_was_right_for_the_campaign_as_it_was() {
    let change = |stage: &Stage| {
        let changed = BOTH
            .replace("wishes: [guide, ward]", "wishes: [ward]")
            .replace("need: 2", "need: 3")
            .replace("121.4586", "121.4587");
        fs::write(stage.path().join("campaign.yaml"), changed).unwrap();
    };
    let stage = edited(BOTH, &[]);
    change(&stage);
    insta::assert_snapshot!(
        verified(&stage) + "\n" + &stage.transcript(&["verify campaign.yaml plan.json --format json"])
    );
    let stage = edited(
        BOTH,
        &[
            (r#""placed": 1"#, r#""placed": 0"#),
            (r#""id": "days", "sense": "max", "value": 2"#, r#""id": "days", "sense": "max", "value": 3"#),
        ],
    );
    change(&stage);
    insta::assert_snapshot!(verified(&stage));
}

#[test]
fn names_a_thursday_action_that_is_missing_or_too_much() {
    let stage = edited(BOTH, &[]);
    let plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let start = plan.find("  \"thursday_action\"").expect("a Thursday Action");
    let end = plan.find("  \"history\"").expect("a history");
    let without = plan[..start].to_owned() + &plan[end..];
    fs::write(stage.path().join("plan.json"), &without).unwrap();
    insta::assert_snapshot!(verified(&stage));
    for command in ["print plan.json", "explain plan.json a01"] {
        let refused = stage.run(command);
        assert_eq!(refused.status.code(), Some(2), "{command}");
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains("chuxin repair campaign.yaml --plan plan.json"), "{said}");
    }
    fs::write(stage.path().join("plan.json"), without.replacen("sha256:", "sha256:0", 1)).unwrap();
    let noted = stage.run("verify campaign.yaml plan.json");
    assert_eq!(noted.status.code(), Some(0));
    assert!(String::from_utf8(noted.stdout).unwrap().contains("注意：活动文件里有周四行动，方案里没有。"));

    let none = BOTH.split_once("thursday_action:").unwrap().0;
    let action = plan[start..end].to_owned() + "  \"history\"";
    let stage = edited(none, &[("  \"history\"", &action)]);
    insta::assert_snapshot!(verified(&stage));
}

#[test]
fn takes_no_word_of_a_plan_for_what_it_does_not_say() {
    let stage = edited(ONE, &[(r#", "wish": 1, "metres": null"#, "")]);
    let plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let start = plan.find("\"levels\"").unwrap();
    let end = plan.find("\"placements\"").unwrap();
    let bare = plan[..start].to_owned() + &plan[end..];
    fs::write(stage.path().join("plan.json"), bare).unwrap();
    assert_eq!(stage.run("verify campaign.yaml plan.json").status.code(), Some(0));
}

#[test]
fn writes_a_plan_that_was_moved_by_hand_anew() {
    let stage = edited(
        BOTH,
        &[(r#"{"ambassador": "a02", "post": "ward""#, r#"{"ambassador": "a02", "post": "guide""#)],
    );
    let moved = stage.run("verify campaign.yaml plan.json");
    assert_eq!(moved.status.code(), Some(2));
    let said = String::from_utf8(moved.stdout).unwrap();
    assert!(said.contains("方案符合全部规则，但有"), "{said}");
    let printed = stage.run("print plan.json -o anew --to json");
    assert_eq!(printed.status.code(), Some(0));
    let anew = fs::read_dir(stage.path().join("anew")).unwrap().next().unwrap().unwrap().file_name();
    let anew = format!("anew/{}", anew.into_string().unwrap());
    let text = fs::read_to_string(stage.path().join(&anew)).unwrap();
    assert!(
        text.contains(r#""id": "coverage", "sense": "min", "value": 2, "bound": 1, "proven": false"#),
        "{text}"
    );
    assert!(
        text.contains(r#""id": "everyone", "sense": "max", "value": 2, "bound": null, "proven": false"#),
        "{text}"
    );
    let verified = stage.run(&format!("verify campaign.yaml {anew}"));
    assert_eq!(verified.status.code(), Some(0), "{}", String::from_utf8_lossy(&verified.stdout));
}

/// Whatever is written beside values that are counted again belongs to the campaign that they are counted in.
#[test]
fn writes_a_plan_anew_for_the_campaign_as_it_is_now() {
    let stage = edited(BOTH, &[]);
    let mended = stage.run("repair campaign.yaml --plan plan.json --keep-until 2018-10-23 -o plan-2.json");
    assert_eq!(mended.status.code(), Some(0), "{}", String::from_utf8_lossy(&mended.stderr));
    let plan = fs::read_to_string(stage.path().join("plan-2.json")).unwrap();
    // A reason as plans gave it before they named the rules.
    let (before, short) = plan.split_once(r#""placed": 1, "reason": "#).expect("a need that is not met");
    let (_, after) = short.split_once('\n').unwrap();
    let older = format!("{before}\"placed\": 1, \"reason\": {{\"kind\": \"outweighed\"}}}}\n{after}");
    fs::write(stage.path().join("plan-2.json"), older).unwrap();
    let changed = BOTH.replace("name: 样例", "name: 秋季").replace("need: 2", "need: 3");
    fs::write(stage.path().join("campaign.yaml"), changed).unwrap();

    let printed = stage.run("print plan-2.json -o . --to json --force");
    assert_eq!(printed.status.code(), Some(0), "{}", String::from_utf8_lossy(&printed.stderr));
    let name = |path: &std::path::Path| path.extension().is_some_and(|ending| ending == "json");
    let files = fs::read_dir(stage.path()).unwrap().map(|entry| entry.unwrap().path());
    let anew = files.filter(|path| name(path)).find(|path| !path.to_string_lossy().contains("plan"));
    let anew = anew.expect("the plan that was printed").file_name().unwrap().to_owned();
    let anew = anew.into_string().unwrap();
    let read = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
    let written = read(&fs::read(stage.path().join(&anew)).unwrap());
    let planned = read(&stage.run("plan campaign.yaml --format json").stdout);
    for key in ["name", "digest"] {
        assert_eq!(written["campaign"][key], planned["campaign"][key], "{key}");
    }
    assert_eq!(written["mends"]["keep_until"], "2018-10-23");
    let short = &written["experience"]["shortages"][0];
    assert_eq!((&short["need"], &short["reason"]["kind"]), (&3.into(), &"full".into()));
    let verified = stage.run(&format!("verify campaign.yaml {anew}"));
    let said = String::from_utf8(verified.stdout).unwrap();
    assert!(verified.status.success() && !said.contains("注意"), "{said}");
}

#[test]
fn counts_nothing_as_gone_of_a_thursday_action_that_the_mended_plan_did_not_have() {
    let none = BOTH.split_once("thursday_action:").unwrap().0;
    let stage = Stage::new().file("campaign.yaml", none);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    let stage = stage.file("campaign.yaml", BOTH);
    assert!(stage.run("repair campaign.yaml --plan plan.json -o plan-2.json").status.success());
    let verified = stage.run("verify campaign.yaml plan-2.json");
    assert_eq!(verified.status.code(), Some(0), "{}", String::from_utf8_lossy(&verified.stdout));
}
