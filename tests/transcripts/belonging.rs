//! A plan is read with its own campaign, or with one that extends it: anything else would quietly undo something.

use super::Stage;
use std::{
    fs,
    process::{Command, Output},
};

/// Invented: the market withdraws, later somebody is absent.
const CAMPAIGN: &str = "\
campaign: {name: 样例, season: 2018-10-22..2018-10-26}
units:
  - {id: clinic, name: 卫生服务中心}
  - {id: market, name: 便民菜市场}
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2018-10-23, seats: 2}
  - {id: stall, unit: market, title: 摊位协管员, dates: 2018-10-24, seats: 2}
ambassadors:
  - {id: a01, name: 佘松岩, wishes: [stall, guide]}
  - {id: a02, name: 茅如兰, wishes: [stall, guide]}
  - {id: a03, name: 邬连城, wishes: [guide]}
";

const ABSENT: &str = "--absent a03@2018-10-23";

/// The campaign with a plan, and in a folder of its own a second one without the market and a third.
fn stage() -> Stage {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    fs::create_dir(stage.path().join("十月 调整")).unwrap();
    for line in [
        "plan campaign.yaml -o plan.json",
        "repair campaign.yaml --plan plan.json --without unit:market -o \"十月 调整/plan-2.json\"",
        "repair \"十月 调整/plan-2.yaml\" --plan \"十月 调整/plan-2.json\" --add-seat guide -o plan-3.json",
    ] {
        assert_eq!(typed(&stage, line).status.code(), Some(0), "{line}");
    }
    stage
}

/// Runs the program as a shell would that knows double quotes.
fn typed(stage: &Stage, line: &str) -> Output {
    let quoted = |(position, part): (usize, &str)| {
        if position % 2 == 1 { part.replace(' ', "\u{1}") } else { part.to_owned() }
    };
    let line: String = line.split('"').enumerate().map(quoted).collect();
    let words = line.split_whitespace().map(|word| word.replace('\u{1}', " "));
    Command::new(env!("CARGO_BIN_EXE_chuxin")).args(words).current_dir(stage.path()).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8([output.stderr.as_slice(), &output.stdout].concat()).unwrap()
}

/// Fails unless the command is refused, and returns the command that was meant.
fn meant(stage: &Stage, line: &str) -> String {
    let output = typed(stage, line);
    assert_eq!(output.status.code(), Some(2), "{line}: {}", said(&output));
    let said = said(&output).replace('\\', "/");
    let (_, command) = said.split_once("chuxin ").unwrap_or_else(|| panic!("{line}: {said}"));
    command.lines().next().unwrap().to_owned()
}

fn placements(stage: &Stage, plan: &str) -> Vec<String> {
    let text = fs::read_to_string(stage.path().join(plan)).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&text).unwrap();
    let word = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap().to_owned();
    let placements = plan["experience"]["placements"].as_array().unwrap().iter();
    placements.map(|one| format!("{} {}", word(one, "ambassador"), word(one, "post"))).collect()
}

#[test]
fn refuses_to_mend_for_the_base_of_the_plan_s_own_campaign() {
    let stage = stage();
    let told = meant(
        &stage,
        &format!("repair campaign.yaml --plan \"十月 调整/plan-2.json\" {ABSENT} -o plan-4.json"),
    );
    assert_eq!(
        told,
        format!("repair \"十月 调整/plan-2.yaml\" --plan \"十月 调整/plan-2.json\" {ABSENT} -o plan-4.json")
    );
    assert!(!stage.path().join("plan-4.json").exists() && !stage.path().join("plan-4.yaml").exists());
    assert_eq!(typed(&stage, &told).status.code(), Some(0));
    assert!(placements(&stage, "plan-4.json").iter().all(|one| one.ends_with(" guide")));
    // Over the base of its base, and where the scenario decides nothing new.
    let told = meant(&stage, &format!("repair campaign.yaml --lang en --plan plan-3.json {ABSENT}"));
    assert_eq!(told, format!("repair plan-3.yaml --plan plan-3.json {ABSENT} --lang en"));
    fs::write(stage.path().join("renamed.yaml"), "extends: campaign.yaml\ncampaign: {name: 新名}\n").unwrap();
    assert!(stage.run("plan renamed.yaml -o renamed.json").status.success());
    assert_eq!(
        meant(&stage, "repair campaign.yaml --plan renamed.json"),
        "repair renamed.yaml --plan renamed.json"
    );
}

#[test]
fn says_why_it_is_refused_in_both_languages_and_as_data() {
    let stage = stage().wide(200);
    insta::assert_snapshot!(stage.transcript(&[
        "repair campaign.yaml --plan plan-3.json --absent a01",
        "repair campaign.yaml --plan plan-3.json --absent a01 --lang en",
        "verify campaign.yaml plan-3.json --format json",
        "print plan-3.json --campaign campaign.yaml --to txt,csv -o out --force",
    ]));
    assert!(!stage.path().join("out").exists());
}

#[test]
fn takes_the_plan_s_own_campaign_where_none_is_given() {
    let stage = stage();
    let output = typed(&stage, &format!("repair --plan \"十月 调整/plan-2.json\" {ABSENT} -o plan-4.json"));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(placements(&stage, "plan-4.json").len(), 2);
    let scenario = fs::read_to_string(stage.path().join("plan-4.yaml")).unwrap();
    assert!(
        scenario.contains("extends: campaign.yaml\n") && scenario.contains("units: [market]"),
        "{scenario}"
    );
    assert!(stage.run("verify plan-4.yaml plan-4.json").status.success());
    fs::remove_file(stage.path().join("十月 调整/plan-2.yaml")).unwrap();
    let output = typed(&stage, "repair --plan \"十月 调整/plan-2.json\"");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("plan-2.yaml") && said(&output).contains("chuxin repair FILE --plan PLAN")
    );
    assert_eq!(stage.run("repair --plan campaign.yaml").status.code(), Some(2));
}

#[test]
fn refuses_to_mend_without_what_the_plan_was_varied_with() {
    let stage = stage();
    let options = "--without unit:market";
    assert!(stage.run(&format!("plan campaign.yaml {options} -o varied.json")).status.success());
    for command in ["repair campaign.yaml --plan varied.json", "verify campaign.yaml varied.json"] {
        assert!(said(&stage.run(command)).contains("[plan-of-variation]"));
        let told = meant(&stage, command);
        assert_eq!(told, format!("{command} {options}"));
        assert_eq!(typed(&stage, &told).status.code(), Some(0));
    }
    let output = stage.run(&format!("repair --plan varied.json {ABSENT} -o plan-4.json"));
    assert!(output.status.success(), "{}", said(&output));
    assert!(placements(&stage, "plan-4.json").iter().all(|one| one.ends_with(" guide")));
    let scenario = fs::read_to_string(stage.path().join("plan-4.yaml")).unwrap();
    assert!(scenario.contains("units: [market]"), "{scenario}");
    let hint = "repair campaign.yaml --plan varied.json --without unit:market";
    let lost = stage.file("campaign.yaml", &CAMPAIGN.replace("dates: 2018-10-23", "dates: 2018-10-22"));
    assert_eq!(
        meant(&lost, "print varied.json --to csv -o out --lang en"),
        format!("{hint} mends it with the smallest change")
    );
    let stage = lost.file("campaign.yaml", CAMPAIGN);
    // What is written down in the file by now is lacking no more; neither is what is said otherwise.
    assert!(stage.run("plan campaign.yaml --set rules.rest_days=1 -o rested.json").status.success());
    assert_eq!(stage.run("repair campaign.yaml --plan rested.json").status.code(), Some(2));
    assert!(stage.run("repair campaign.yaml --plan rested.json --set rules.rest_days=0").status.success());
    let stage = stage.file("campaign.yaml", &(CAMPAIGN.to_owned() + "rules: {rest_days: 1}\n"));
    assert!(stage.run("repair campaign.yaml --plan rested.json").status.success());
    let market = "  - {id: market, name: 便民菜市场}\n";
    let less: Vec<&str> = CAMPAIGN.split_inclusive('\n').filter(|line| !line.contains("stall,")).collect();
    let stage = stage.file("campaign.yaml", &less.concat().replace(market, "").replace("stall, ", ""));
    let output = stage.run("repair campaign.yaml --plan varied.json");
    assert!(output.status.success(), "{}", said(&output));
}

/// The market was left out of the plan, and by now the file has it no more: neither is it left out once more, nor is that
/// advised.
#[test]
fn leaves_out_nothing_that_has_left_the_file() {
    let market = "  - {id: market, name: 便民菜市场}\n";
    let less: Vec<&str> = CAMPAIGN.split_inclusive('\n').filter(|line| !line.contains("id: stall")).collect();
    let less = less.concat().replace(market, "").replace("stall, ", "");
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    let options = "--without unit:market --set rules.rest_days=1";
    assert!(stage.run(&format!("plan campaign.yaml {options} -o varied.json")).status.success());
    let stage = stage.file("campaign.yaml", &less);
    let printed = stage.run("print varied.json --to json,csv -o out");
    assert!(printed.status.success(), "{}", said(&printed));
    let files = fs::read_dir(stage.path().join("out")).unwrap().map(|file| file.unwrap().path());
    let json = files.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "json"));
    let plan: serde_json::Value = serde_json::from_slice(&fs::read(json.unwrap()).unwrap()).unwrap();
    assert_eq!(plan["campaign"]["variations"], serde_json::json!(["--set rules.rest_days=1"]));
    let mended = stage.run(&format!("repair --plan varied.json {ABSENT} -o plan-2.json"));
    assert!(mended.status.success(), "{}", said(&mended));
    // What the plan was varied with besides is still asked for, and nothing else.
    let told = meant(&stage, "repair campaign.yaml --plan varied.json");
    assert_eq!(told, "repair campaign.yaml --plan varied.json --set rules.rest_days=1");
    assert!(typed(&stage, &told).status.success());
    let stage = stage.file("campaign.yaml", &less.replace("dates: 2018-10-23", "dates: 2018-10-22"));
    assert_eq!(
        meant(&stage, "print varied.json --to csv -o out --force --lang en"),
        format!("{told} mends it with the smallest change")
    );
}

#[test]
fn tells_where_another_file_is_given_and_goes_on() {
    let stage = stage().file("copy.yaml", CAMPAIGN);
    let note = "plan.json was made for campaign.yaml; here only edited.yaml counts, not campaign.yaml";
    let tells = |line: &str| {
        let output = stage.run(&format!("{line} --lang en"));
        assert!(output.status.success(), "{line}: {}", said(&output));
        said(&output).contains("was made for")
    };
    assert!(!tells("repair copy.yaml --plan plan.json"), "a copy decides the same");
    assert!(!tells("repair plan-3.yaml --plan plan.json"), "a scenario over the plan's own campaign");
    fs::write(stage.path().join("edited.yaml"), CAMPAIGN.replace("a03, name", "a03, missed: 1, name"))
        .unwrap();
    for line in ["repair edited.yaml --plan plan.json", "verify edited.yaml plan.json"] {
        assert!(said(&stage.run(&format!("{line} --lang en"))).contains(note));
    }
    assert!(tells("print plan.json --campaign edited.yaml --to csv -o out"));
    fs::create_dir(stage.path().join("moved")).unwrap();
    fs::copy(stage.path().join("plan.json"), stage.path().join("moved/plan.json")).unwrap();
    assert!(!tells("verify campaign.yaml moved/plan.json"), "the plan was moved");
    fs::rename(stage.path().join("edited.yaml"), stage.path().join("campaign.yaml")).unwrap();
    assert!(!tells("repair campaign.yaml --plan plan.json"), "the campaign was edited");
}

#[test]
fn refuses_the_plan_of_a_thursday_action_that_has_nothing_in_common() {
    let campaign = |letter: &str| {
        format!(
            "campaign: {{name: {letter}, season: 2019-10-21..2019-10-25}}
units: [{{id: {letter}u, name: 单位, location: [31.30, 121.45], offers: [{letter}t]}}]
neighbourhoods: [{{id: {letter}n, name: 居民区, location: [31.301, 121.45], needs: [{letter}t]}}]
themes: [{{id: {letter}t, name: 健康义诊}}]
thursday_action: {{months: 2019-03..2019-04, thursday: 1}}
"
        )
    };
    let stage = Stage::new().file("one.yaml", &campaign("x")).file("other.yaml", &campaign("y"));
    assert!(stage.run("plan one.yaml -o plan.json").status.success());
    let output = stage.run("repair other.yaml --plan plan.json");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("other-plan"));
}
