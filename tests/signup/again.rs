//! Imports that follow others: what is kept, what is replaced and what is never written.

use super::{forty, import, text};
use crate::transcripts::Stage;
use chuxin::{Sources, read};
use std::fs;

const CAMPAIGN: &str = "
campaign: {name: 初心体验, season: 2026-10-19..2026-10-30}
units: [{id: clinic, name: 卫生服务中心}]
posts: [{id: guide, unit: clinic, title: 门诊导医, dates: 2026-10-20}]
";

fn stage(people: &str, sheet: &str) -> Stage {
    Stage::new().file("campaign.yaml", &format!("{CAMPAIGN}{people}")).file("报名.csv", sheet)
}

fn run(stage: &Stage, more: &str) -> (Option<i32>, String) {
    let output = stage.run(&format!("import 报名.csv --into campaign.yaml -o signups.yaml {more}"));
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (output.status.code(), said)
}

/// Everybody by id, with the telephone number.
fn people(stage: &Stage) -> Vec<(String, String)> {
    let mut sources = Sources::default();
    let reading = read(&mut sources, &stage.path().join("signups.yaml"));
    let domain = reading.campaign.unwrap_or_else(|| panic!("{:?}", reading.diagnostics)).domain;
    let person =
        |one: &chuxin::domain::people::Ambassador| (one.id.clone(), one.phone.clone().unwrap_or_default());
    domain.ambassadors.iter().map(person).collect()
}

#[test]
fn nothing_is_overwritten_unless_that_is_asked_for_and_never_what_is_read() {
    let stage = forty("signup-40.csv");
    assert_eq!(import(&stage, "signup-40.csv", "").status.code(), Some(1));
    let first = text(&stage, "signups.yaml");
    assert_eq!(import(&stage, "signup-40.csv", "").status.code(), Some(2));
    fs::write(stage.path().join("signups.yaml"), "mine").unwrap();
    assert_eq!(import(&stage, "signup-40.csv", "").status.code(), Some(2));
    assert_eq!(text(&stage, "signups.yaml"), "mine");
    assert_eq!(import(&stage, "signup-40.csv", "--force").status.code(), Some(1));
    assert_eq!(text(&stage, "signups.yaml"), first);
    let before = ["signup-40.csv", "signup-40-campaign.yaml", "signups.yaml"].map(|name| text(&stage, name));
    for more in [
        "-o signup-40.csv",
        "-o ./signup-40-campaign.yaml",
        "-o signups.yaml --answers signups.yaml",
        "-o new.yaml --answers signup-40.csv",
        "-o new.yaml --answers signup-40-campaign.yaml",
    ] {
        let command = format!("import signup-40.csv --into signup-40-campaign.yaml --force {more}");
        assert_eq!(stage.run(&command).status.code(), Some(2), "{more}");
    }
    let after = ["signup-40.csv", "signup-40-campaign.yaml", "signups.yaml"].map(|name| text(&stage, name));
    assert!(before == after && !stage.path().join("new.yaml").exists());
}

#[test]
fn an_import_anew_keeps_every_id() {
    let heading = "姓名,手机号,所在党支部\n";
    let first = "裘素宁,13800000004,机关支部\n竺慕青,13800000005,储蓄所支部\n";
    let stage = stage("", &format!("{heading}{first}"));
    assert_eq!(run(&stage, "").0, Some(0));
    let id = |id: &str, number: &str| (id.to_owned(), format!("138 0000 {number}"));
    assert_eq!(people(&stage), [id("竺慕青", "0005"), id("裘素宁", "0004")]);
    // A namesake comes, and one of the others has another number by now.
    let more = "裘素宁,13800000044,第二支部\n裘素宁,13800000004,机关支部\n竺慕青,13800000055,储蓄所支部\n";
    fs::write(stage.path().join("报名.csv"), format!("{heading}{more}")).unwrap();
    assert_eq!(run(&stage, "--force").0, Some(0));
    let anew = [id("竺慕青", "0055"), id("裘素宁", "0004"), id("裘素宁（第二支部）", "0044")];
    assert_eq!(people(&stage), anew);
    // And once more in another order.
    fs::write(stage.path().join("报名.csv"), format!("{heading}{first}{more}")).unwrap();
    assert_eq!(run(&stage, "--force").0, Some(1), "one name and organization with two numbers");
    assert_eq!(people(&stage), anew);
}

#[test]
fn people_of_the_campaign_are_found_by_name_with_number_or_organization() {
    let known = "ambassadors:
  - {id: a01, name: 裘素宁, phone: 138 0000 0004, done: [guide]}
  - {id: a02, name: 竺慕青, organization: 储蓄所 支部}
  - {id: a03, name: 郦文倩, phone: 138 0000 0006, organization: 机关支部}
  - {id: a04, name: 晏知白}
";
    let sheet = "姓名,手机号,所在党支部
裘素宁,138-0000-0004,机关支部
竺慕青,13800000005,储蓄所支部
郦文倩,13800000066,第二支部
晏知白,13800000007,第二支部
";
    let stage = stage(known, sheet);
    let (code, said) = run(&stage, "");
    let id = |id: &str, number: &str| (id.to_owned(), format!("138 0000 {number}"));
    let both = [
        id("a01", "0004"),
        id("a02", "0005"),
        id("a03", "0006"),
        id("a04", "0007"),
        id("郦文倩（第二支部）", "0066"),
    ];
    assert_eq!((code, people(&stage)), (Some(1), both.to_vec()), "{said}");
    assert_eq!(said.matches("活动文件里已有同名的人").count(), 1, "{said}");
    let answers = "answers: [{person: 晏知白, phone: 138 0000 0007, cell: 晏知白, answer: 两人}]\n";
    fs::write(stage.path().join("answers.yaml"), answers).unwrap();
    assert_eq!(run(&stage, "--answers answers.yaml --force").0, Some(0));
    assert_eq!(people(&stage).len(), 6);
}

#[test]
fn somebody_of_the_same_name_is_not_put_in_the_place_of_another() {
    let known = "ambassadors:\n  - {id: a01, name: 裘素宁, phone: 138 0000 0004}\n";
    let stage = stage(known, "姓名,手机号\n裘素宁,13800000155\n");
    let (code, said) = run(&stage, "");
    let own = ("a01".to_owned(), "138 0000 0004".to_owned());
    let other = ("裘素宁2".to_owned(), "138 0000 0155".to_owned());
    assert_eq!((code, people(&stage)), (Some(0), vec![own, other]), "{said}");
}

#[test]
fn whoever_can_come_any_day_now_is_not_kept_to_the_days_of_before() {
    let known = "ambassadors: [{id: a01, name: 裘素宁, phone: 138 0000 0004, available: 2026-10-20}]\n";
    let stage = stage(known, "姓名,手机号,可参加日期\n裘素宁,13800000004,都可以\n");
    assert_eq!(run(&stage, "").0, Some(0));
    let mut sources = Sources::default();
    let reading = read(&mut sources, &stage.path().join("signups.yaml"));
    let domain = reading.campaign.unwrap_or_else(|| panic!("{:?}", reading.diagnostics)).domain;
    assert_eq!(domain.ambassadors[0].available, None);
}

#[test]
fn one_organization_with_two_numbers_is_asked_and_whoever_is_gone_is_told() {
    let known = "ambassadors: [{id: a01, name: 裘素宁, phone: 138 0000 0004, organization: 机关支部}]\n";
    let sheet = "姓名,手机号,所在党支部\n裘素宁,13800000005,机关支部\n林晓,13800000006,机关支部\n";
    let stage = stage(known, sheet);
    let (code, said) = run(&stage, "");
    assert_eq!((code, said.matches("活动文件里已有同名的人").count()), (Some(1), 1), "{said}");
    fs::write(stage.path().join("报名.csv"), sheet.replace("林晓", "秦朗")).unwrap();
    let (_, said) = run(&stage, "--force");
    assert!(said.contains("上次导入的林晓，这张表里没有，不再收"), "{said}");
}

#[test]
fn a_scenario_that_cannot_be_read_is_not_replaced() {
    let stage = stage("", "姓名,手机号\n林晓,13800000006\n").file("signups.yaml", "ambassadors: [");
    assert_eq!(run(&stage, "--force").0, Some(2));
    assert_eq!(text(&stage, "signups.yaml"), "ambassadors: [");
}

#[test]
fn one_number_under_two_names_is_asked() {
    let sheet = "姓名,手机号\n裘素宁,13800000004\n竺慕青,138 0000 0004\n";
    let stage = stage("", sheet);
    let (code, said) = run(&stage, "--answers answers.yaml");
    assert_eq!((code, people(&stage).len()), (Some(1), 1), "{said}");
    let answered = text(&stage, "answers.yaml").replace("answer:\n", "answer: 两人\n");
    fs::write(stage.path().join("answers.yaml"), answered).unwrap();
    let (code, said) = run(&stage, "--answers answers.yaml --force");
    assert_eq!((code, people(&stage).len()), (Some(0), 2), "{said}");
}

#[test]
fn a_number_with_a_digit_too_many_is_asked_and_left_out() {
    let stage = stage("", "姓名,手机号\n裘素宁,138000000004\n");
    let (code, said) = run(&stage, "");
    assert_eq!((code, people(&stage)), (Some(1), vec![("裘素宁".to_owned(), String::new())]), "{said}");
    assert!(said.contains("手机号码不是 11 位"), "{said}");
}

#[test]
fn personal_numbers_are_written_nowhere() {
    let sheet = "姓名,手机号,证件号,身份证号码,备注\n裘素宁 310101198805010028,13800000004,310101198805010028,310101198805010028,无\n竺慕青310101198805010028，郦文倩,13800000005,310101198805010028,310101198805010028,\n晏知白,13800000007,,,证件310101198805010028\n";
    let stage = stage("", sheet);
    let (code, said) = run(&stage, "--answers answers.yaml");
    assert_eq!(code, Some(1));
    for words in [said, text(&stage, "signups.yaml"), text(&stage, "answers.yaml")] {
        assert!(!words.contains("19880501"), "{words}");
    }
}

#[test]
fn what_was_said_of_columns_and_rows_is_said_for_the_next_import_too() {
    let sheet = "姓名,手机号,最想去的一个,随便\n测试,1,门诊导医,\n裘素宁,13800000004,门诊导医,10月20日\n";
    let stage = stage("", sheet);
    let map = "--map 最想去的一个=第一志愿 --map d=可参加日期 --skip 测试";
    assert_eq!(run(&stage, &format!("--answers answers.yaml {map}")).0, Some(0));
    let first = text(&stage, "signups.yaml");
    assert!(first.contains("wishes: [门诊导医]") && first.contains("available: 10月20日"), "{first}");
    assert!(!first.contains("测试"));
    assert_eq!(run(&stage, "--answers answers.yaml --force").0, Some(0));
    assert_eq!(text(&stage, "signups.yaml"), first);
    for wrong in ["--map 没有的=姓名", "--map d=没有的", "--map d"] {
        assert_eq!(run(&stage, &format!("--force {wrong}")).0, Some(2), "{wrong}");
    }
}

#[test]
fn groups_of_the_campaign_stay_beside_those_of_the_sheet() {
    let known =
        "ambassadors: [{id: a01, name: 郦文倩}, {id: a02, name: 晏知白}]\ngroups: [{apart: [a01, a02]}]\n";
    let sheet = "姓名,手机号,想和谁同组\n裘素宁,13800000004,竺慕青\n竺慕青,13800000005,裘素宁\n";
    let stage = stage(known, sheet);
    assert_eq!(run(&stage, "").0, Some(0));
    let written = text(&stage, "signups.yaml");
    assert!(written.contains("- {apart: [a01, a02]}") && written.contains("# 互相都写了"), "{written}");
}
