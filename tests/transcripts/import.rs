//! `chuxin import`.

use super::Stage;
use crate::signup::{forty, text};

const CAMPAIGN: &str = "campaign: {name: 初心体验, season: 2026-10-19..2026-10-30}
units: [{id: clinic, name: 卫生服务中心}]
posts: [{id: guide, unit: clinic, title: 门诊导医, dates: 2026-10-20}]
";

#[test]
fn imports_a_sheet_and_asks_what_is_not_clear() {
    let stage = forty("signup-40.xlsx");
    let import =
        "import signup-40.xlsx --into signup-40-campaign.yaml -o signups.yaml --answers answers.yaml";
    let english = format!("{import} --force --lang en");
    let printed = stage.transcript(&[import, "check signups.yaml", &english]);
    let written = [text(&stage, "signups.yaml"), text(&stage, "answers.yaml")].join("\n");
    insta::assert_snapshot!(printed);
    insta::assert_snapshot!("writes_a_scenario_and_the_questions", written);
}

#[test]
fn says_what_keeps_a_sheet_from_being_imported() {
    let stage = Stage::new()
        .file("campaign.yaml", CAMPAIGN)
        .file("wrong.yaml", "campaign: {name: 初心}\n")
        .file("报名.csv", "姓名,手机号,想去哪里\n林晓,13800000001,门诊导医\n")
        .file("没有姓名.csv", "手机号,第一志愿\n13800000001,门诊导医\n")
        .file("别的.csv", "一,二\n三,四\n")
        .file("空的.csv", "姓名,手机号\n")
        .file("answers.yaml", "answer: [{cell: 导诊, answer: 门诊导医}]\n");
    let commands = [
        "import 报名.csv --into wrong.yaml",
        "import missing.xlsx --into campaign.yaml",
        "import 没有姓名.csv --into campaign.yaml",
        "import 别的.csv --into campaign.yaml",
        "import 空的.csv --into campaign.yaml --lang en",
        "import 报名.csv --into campaign.yaml --sheet 第二张",
        "import 报名.csv --into campaign.yaml --map 想去哪=第一志愿",
        "import 报名.csv --into campaign.yaml --map 想去哪里",
        "import 报名.csv --into campaign.yaml -o campaign.yaml --force",
        "import 报名.csv --into campaign.yaml --answers answers.yaml",
        "import 报名.csv --into - -o signups.yaml",
        "import 报名.csv --into campaign.yaml --map C=第一志愿",
    ];
    insta::assert_snapshot!(stage.transcript(&commands));
}
