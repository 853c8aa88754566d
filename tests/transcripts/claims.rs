//! `plan --explain` and `verify --reasons`: why a whole plan does not have what it does not have, saved and solved again.

use super::Stage;
use serde_json::Value;
use std::{collections::BTreeSet, fs};

/// A seat that three wish for, one post that nobody may have, and somebody who can do nothing.
const SHORT: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26, bring: []}
rules: {priorities: [coverage, everyone, days, wishes]}
units: [{id: clinic, name: 卫生服务中心}, {id: bank, name: 工商银行}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23}
  - {id: ward, unit: clinic, title: 病房护理员, dates: 2018-10-24, requires: [健康证], need: 2, seats: 2}
  - {id: lobby, unit: bank, title: 大堂引导员, dates: 2018-10-24}
ambassadors:
  - {id: a01, name: 林晓, wishes: [guide, lobby]}
  - {id: a02, name: 云飞, wishes: [guide]}
  - {id: a03, name: 苏海, wishes: [guide], qualifications: [健康证]}
  - {id: a04, name: 邬连城, away: 2018-10-22..2018-10-26}
";

fn explained(name: &str, text: &str) -> Stage {
    let stage = Stage::new().file(name, text);
    let planned = stage.run(&format!("plan {name} --explain -o plan.json"));
    assert_eq!(planned.status.code(), Some(0), "{}", String::from_utf8_lossy(&planned.stderr));
    stage
}

fn scenario(name: &str) -> Stage {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    assert!(stage.run(&format!("plan {name} --explain -o plan.json")).status.success());
    stage
}

fn plan(stage: &Stage) -> Value {
    serde_json::from_str(&fs::read_to_string(stage.path().join("plan.json")).unwrap()).unwrap()
}

#[test]
fn tells_and_verifies_the_reasons_of_linfen() {
    for name in ["linfen-2018.yaml", "linfen-2019.yaml"] {
        let stage = scenario(name);
        let said = stage.run(&format!("plan {name} --explain --by unit"));
        let text = String::from_utf8(said.stdout).unwrap();
        let told = text.split_once("为什么这样安排").unwrap().1;
        let told = told.split_once("\n\n").unwrap().0;
        let hint = String::from_utf8(said.stderr).unwrap();
        insta::assert_snapshot!(format!("{told}\n{hint}"));
        insta::assert_snapshot!(stage.transcript(&[
            &format!("verify {name} plan.json"),
            &format!("verify {name} plan.json --reasons"),
            &format!("verify {name} plan.json --reasons --lang en"),
        ]));
    }
}

#[test]
fn tells_every_kind_in_both_languages() {
    let stage = explained("campaign.yaml", SHORT);
    insta::assert_snapshot!(stage.transcript(&[
        "plan campaign.yaml --explain",
        "plan campaign.yaml --explain -v --lang en",
        "verify campaign.yaml plan.json --reasons --format json",
    ]));
    insta::assert_snapshot!(format!("{:#}", plan(&stage)["experience"]["reasons"]));
}

/// Whatever the plan leaves open has its reason, so that no `outweighed` stands alone.
#[test]
fn gives_a_reason_for_whatever_is_left_open() {
    let stage = explained("campaign.yaml", SHORT);
    let experience = &plan(&stage)["experience"];
    let said: BTreeSet<String> = experience["reasons"].as_array().unwrap().iter().map(about).collect();
    for list in ["unplaced", "shortages", "unfulfilled"] {
        for entry in experience[list].as_array().into_iter().flatten() {
            assert!(said.contains(&about(entry)), "{list}: {entry}");
        }
    }
    let proven = experience["reasons"].as_array().unwrap().iter().all(|one| one["proven"] == true);
    assert!(proven);
}

fn about(entry: &Value) -> String {
    format!("{} {} {}", entry["ambassador"], entry["post"], entry["date"])
}

#[test]
fn catches_a_reason_that_is_not_so() {
    let stage = scenario("linfen-2018.yaml");
    let text = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let first = text.find("\"to\": 12").unwrap();
    let edits = [
        (format!("{}\"to\": 13{}", &text[..first], &text[first + 8..]), "to 写的是 13，应为 12"),
        (
            text.replacen(
                "[{\"ambassador\": \"a02\", \"post\": \"patrol\", \"date\": \"2018-10-26\"}], \"new\"",
                "[], \"new\"",
                1,
            ),
            "在 reasons.reason.gone 里缺了",
        ),
        (
            text.replacen("\"level\": \"coverage\", \"from\": 0", "\"level\": \"days\", \"from\": 14", 1)
                .replacen("\"from\": 14, \"to\": 1", "\"from\": 14, \"to\": 13", 1),
            "应为 coverage",
        ),
    ];
    for (edited, fault) in edits {
        assert_ne!(edited, text, "{fault}");
        fs::write(stage.path().join("false.json"), &edited).unwrap();
        let plain = stage.run("verify linfen-2018.yaml false.json");
        assert_eq!(plain.status.code(), Some(0), "{fault}: {}", String::from_utf8_lossy(&plain.stderr));
        let again = stage.run("verify linfen-2018.yaml false.json --reasons");
        let said = String::from_utf8(again.stdout).unwrap();
        assert_eq!(again.status.code(), Some(2), "{said}");
        assert!(said.contains(fault) && said.contains("1 条不成立"), "{said}");
    }
}

#[test]
fn misses_a_reason_and_refuses_one_too_many() {
    let stage = scenario("linfen-2018.yaml");
    let text = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let line = text
        .lines()
        .find(|line| line.contains("\"wish\": 1, \"post\": \"hospice-nurse\", \"reason\""))
        .unwrap();
    fs::write(stage.path().join("less.json"), text.replace(&format!("{line}\n"), "")).unwrap();
    let more = line.replace("a02", "a03").replace("hospice-nurse\", \"reason", "fire-watch\", \"reason");
    fs::write(stage.path().join("more.json"), text.replace(line, &format!("{line}\n{more}"))).unwrap();
    for name in ["less.json", "more.json"] {
        let again = stage.run(&format!("verify linfen-2018.yaml {name} --reasons"));
        let said = String::from_utf8_lossy(&again.stdout) + String::from_utf8_lossy(&again.stderr);
        assert_eq!(again.status.code(), Some(2), "{name}: {said}");
        assert!(said.contains("reasons"), "{name}: {said}");
    }
}

/// What is seen without solving is checked whenever a plan is, and is not printed where it is not so.
#[test]
fn takes_no_reason_on_trust_that_needs_no_solving() {
    let stage = explained("campaign.yaml", SHORT);
    let text = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let of =
        |id: &str| text.lines().find(|line| line.contains(id) && line.contains("proven\": true}")).unwrap();
    let (third, post) = (of("\"a03\", \"wish\": 1"), of("{\"post\": \"ward\""));
    let edits = [
        // a02 has what is said not to be.
        text.replace(third, &format!("{}\n{third}", third.replacen("a03", "a02", 1))),
        text.replace(third, &third.replacen("a03", "a02", 1)),
        text.replace(post, &post.replace("\"sessions\": 3", "\"sessions\": 2")),
        text.replace(third, &third.replace("outweighed", "barred")),
    ];
    let told = edits.map(|edited| {
        assert_ne!(edited, text);
        fs::write(stage.path().join("false.json"), edited).unwrap();
        let scene = stage.transcript(&["verify campaign.yaml false.json"]);
        assert!(stage.run("print false.json --sheet summary --to html -o paper --force").status.success());
        let page = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
        assert!(page.contains("explain false.json a03 --wish 1") && !page.contains("explain false.json a02"));
        scene
    });
    insta::assert_snapshot!(told.join("\n"));
}

/// Of a pairing it is said how far it is, and not how far its file says.
#[test]
fn measures_the_way_of_a_pairing_itself() {
    let stage = scenario("linfen-2019.yaml");
    let text = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let line = text.lines().find(|line| line.contains("\"metres\"") && line.contains("\"proven\"")).unwrap();
    let (before, after) = line.split_once("\"metres\": ").unwrap();
    let edited = text.replace(line, &format!("{before}\"metres\": 7{}", &after[after.find(',').unwrap()..]));
    fs::write(stage.path().join("plan.json"), edited).unwrap();
    let verified = stage.run("verify linfen-2019.yaml plan.json");
    let said = String::from_utf8_lossy(&verified.stdout);
    assert!(verified.status.code() == Some(2) && said.contains("写的是 7，应为 242"), "{said}");
    assert!(stage.run("print plan.json --sheet summary --to html -o paper").status.success());
    let page = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
    assert!(page.contains("重算这一条") && !page.contains("（7 米）"));
}

/// Of several alike one kind is named.
#[test]
fn names_each_kind_once_that_stands_against_a_wish() {
    let campaign = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26, bring: []}
units: [{id: clinic, name: 卫生服务中心}]
posts: [{id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, seats: 4}]
ambassadors:
  - {id: a01, name: 林晓}
  - {id: a02, name: 云飞}
  - {id: a03, name: 苏海}
  - {id: a04, name: 邬连城, wishes: [guide]}
pins: [{ambassador: a01, post: guide}]
groups:
  - {together: [a01, a02]}
  - {apart: [a02, a03]}
  - {together: [a03, a04]}
";
    let stage = explained("campaign.yaml", campaign);
    let reasons = plan(&stage)["experience"]["reasons"].clone();
    let wish = reasons.as_array().unwrap().iter().find(|one| one["wish"] == 1).unwrap();
    let against = wish["reason"]["against"].as_array().unwrap().iter();
    let against: Vec<&str> = against.map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(against, ["pinned", "together", "apart"]);
    for command in ["verify campaign.yaml plan.json", "verify campaign.yaml plan.json --reasons"] {
        let verified = stage.run(command);
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    }
}

/// A plan that does not say all of its levels was moved by hand.
#[test]
fn prints_no_reason_of_a_plan_without_its_levels() {
    let stage = explained("campaign.yaml", SHORT);
    let text = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let start = text.find("\"levels\"").unwrap();
    let lot = text[start..].lines().find(|line| line.contains("\"id\": \"lot\"")).unwrap();
    let edited = text.replacen(lot, "", 1);
    fs::write(stage.path().join("plan.json"), edited).unwrap();
    let printed = stage.run("print plan.json --sheet summary --to html -o paper");
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let page = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
    assert!(!page.contains("为什么这样安排"));
}

#[test]
fn names_the_place_of_a_malformed_reason_without_solving() {
    let stage = explained("campaign.yaml", SHORT);
    let text = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let new = "[{\"ambassador\": \"a03\", \"post\": \"guide\", \"date\": \"2018-10-23\"}]";
    let edits = [
        ("\"level\": \"coverage\"", "\"level\": \"lot\""),
        ("\"level\": \"coverage\"", "\"level\": \"travel\""),
        ("\"kind\": \"outweighed\", \"level\"", "\"kind\": \"overlooked\", \"level\""),
        ("\"rules\": [{\"id\": \"qualified\"", "\"rules\": [{\"id\": \"qualifyed\""),
        ("\"wish\": 1, \"post\": \"guide\"", "\"wish\": 7, \"post\": \"guide\""),
        ("\"proven\": true", "\"proven\": false"),
        (new, "null"),
    ];
    let told = edits.map(|(from, to)| {
        let start = text.find("\"reasons\"").unwrap();
        let edited = text[..start].to_owned() + &text[start..].replacen(from, to, 1);
        assert_ne!(edited, text, "{from}");
        fs::write(stage.path().join("plan.json"), edited).unwrap();
        let told =
            ["verify campaign.yaml plan.json", "verify campaign.yaml plan.json --lang en"].map(|command| {
                let refused = stage.run(command);
                assert_eq!(refused.status.code(), Some(2), "{from}");
                let said = String::from_utf8(refused.stderr).unwrap();
                said[said.find("错误[").or(said.find("error[")).unwrap()..].to_owned()
            });
        told.concat()
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn counts_what_there_was_no_time_for() {
    let stage = explained("campaign.yaml", SHORT);
    let mut open = plan(&stage);
    let reasons = open["experience"]["reasons"].as_array_mut().unwrap();
    for one in reasons.iter_mut().filter(|one| one["reason"]["kind"] == "outweighed") {
        one["reason"] = serde_json::json!({"kind": "unknown"});
        one["proven"] = false.into();
    }
    fs::write(stage.path().join("plan.json"), open.to_string()).unwrap();
    for command in ["verify campaign.yaml plan.json", "verify campaign.yaml plan.json --reasons"] {
        let told = stage.run(command);
        let said = String::from_utf8(told.stdout).unwrap();
        assert!(told.status.success(), "{said}");
        assert_eq!(said.contains("2 条方案里本来就没有证明"), command.ends_with("--reasons"), "{said}");
    }
    let stage = scenario("linfen-2018.yaml");
    let told = stage.run("verify linfen-2018.yaml plan.json --reasons --time-limit 0.001");
    let said = String::from_utf8(told.stdout).unwrap();
    assert!(told.status.success() && said.contains("没有算完"), "{said}");
}

#[test]
fn says_that_there_is_nothing_to_solve_again() {
    let stage = Stage::new().scenario("linfen-2018.yaml");
    assert!(stage.run("plan linfen-2018.yaml -o plan.json").status.success());
    insta::assert_snapshot!(stage.transcript(&[
        "verify linfen-2018.yaml plan.json --reasons",
        "verify linfen-2018.yaml plan.json --reasons --lang en",
    ]));
}

/// The page of the summary, with each command run again.
#[test]
fn prints_why_with_the_commands_that_solve_it_again() {
    for (name, people, pairs) in [("linfen-2018.yaml", 8, 0), ("linfen-2019.yaml", 8, 2)] {
        let stage = scenario(name);
        assert!(stage.run("print plan.json --sheet summary --to html -o paper").status.success());
        let page = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
        let (_, page) = page.split_once("<h2>为什么这样安排</h2>").unwrap();
        let commands: Vec<&str> = page.split("重算这一条：chuxin ").skip(1).collect();
        assert_eq!(commands.len(), people + pairs);
        for command in commands {
            let command = command.split('<').next().unwrap();
            assert!(stage.run(command).status.success(), "{command}");
        }
        assert!(!page.contains("林晓"), "she got what she wished for");
    }
}

/// Where ids are names a masked copy tells people by their places, and the commands go by these.
#[test]
fn prints_why_without_names_where_they_are_hidden() {
    let named = ["id: a01, ", "id: a02, ", "id: a03, "]
        .iter()
        .fold(SHORT.to_owned(), |text, id| text.replace(id, ""));
    let stage = explained("campaign.yaml", &named);
    let masked = stage.run("print plan.json --sheet summary --to html --mask-names -o paper");
    assert!(masked.status.success(), "{}", String::from_utf8_lossy(&masked.stderr));
    let page = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
    assert!(!page.contains("云飞") && page.contains("云*"));
    let marked = page.split("重算这一条：chuxin explain plan.json &quot;").skip(1);
    let marked: Vec<(&str, &str)> = marked.map(|rest| rest.split_once("&quot;").unwrap()).collect();
    assert_eq!(marked.len(), 2, "{page}");
    for (person, rest) in marked {
        let told = stage.run(&format!("explain plan.json {person}{}", rest.split('<').next().unwrap()));
        let name = ["林晓", "云飞", "苏海"][person[1..].parse::<usize>().unwrap() - 1];
        assert!(String::from_utf8(told.stdout).unwrap().contains(name), "{person}");
    }
}

#[test]
fn proves_the_reasons_of_a_mended_plan() {
    let stage = scenario("linfen-2018.yaml");
    let mended =
        stage.run("repair --plan plan.json --absent a03 --keep-until 2018-10-22 --explain -o plan-2.json");
    let said = String::from_utf8(mended.stdout).unwrap();
    assert!(said.contains("为什么这样安排"), "{said}");
    let (option, _) = said.split_once("加上 ").unwrap().1.split_once(' ').unwrap();
    let all = stage
        .run(&format!("repair --plan plan.json --absent a03 --keep-until 2018-10-22 --explain {option}"));
    let said = String::from_utf8(all.stdout).unwrap();
    assert!(all.status.success() && said.contains("为什么这样安排") && !said.contains("加上 -v"), "{said}");
    let again = stage.run("verify plan-2.yaml plan-2.json --reasons");
    let said = String::from_utf8_lossy(&again.stdout);
    assert!(again.status.success() && said.contains("成立") && !said.contains("不成立"), "{said}");
    let late = stage.run("repair --plan plan.json --late 唐小雨 --explain --set ambassadors.唐小雨.wishes=[patrol] -o plan-3.json");
    assert!(late.status.success(), "{}", String::from_utf8_lossy(&late.stderr));
    let plan = fs::read_to_string(stage.path().join("plan-3.json")).unwrap();
    let plan: Value = serde_json::from_str(&plan).unwrap();
    let of_others = plan["experience"]["reasons"].as_array().unwrap().iter();
    assert!(of_others.clone().all(|one| one["ambassador"] == "唐小雨"), "{plan:#}");
    assert!(stage.run("verify plan-3.yaml plan-3.json --reasons").status.success());
}

/// The campaign has changed: what something would have cost then is not said any more.
#[test]
fn forgets_the_reasons_of_another_campaign() {
    let stage = scenario("linfen-2018.yaml");
    let campaign = fs::read_to_string(stage.path().join("linfen-2018.yaml")).unwrap();
    let changed = campaign.replacen("  - id: a05\n", "  - id: a05\n    away: [2018-11-02]\n", 1);
    assert_ne!(campaign, changed);
    fs::write(stage.path().join("linfen-2018.yaml"), changed).unwrap();
    let printed = stage.run("print plan.json --sheet summary --to html -o paper");
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let page = fs::read_to_string(stage.path().join("paper/安排小结.html")).unwrap();
    assert!(!page.contains("为什么这样安排"));
}
