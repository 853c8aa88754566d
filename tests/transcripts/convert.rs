//! `chuxin convert`, and the starter that is a workbook.

use super::Stage;

#[test]
fn converts_a_campaign_into_a_workbook_and_back() {
    let stage = Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml");
    let commands = [
        "convert linfen-2018.yaml linfen-2018.xlsx",
        "convert linfen-2018.yaml linfen-2018.xlsx --lang en",
        "convert linfen-2018.xlsx again.yaml",
        "convert linfen-2018.xlsx linfen-2018.xlsx --force",
        "convert linfen-2019.yaml linfen-2019.XLSX --lang en",
        "check linfen-2018.yaml again.yaml linfen-2019.XLSX",
    ];
    insta::assert_snapshot!(stage.transcript(&commands));
}

#[test]
fn finds_the_campaign_that_a_scenario_extends_from_another_folder() {
    let stage =
        Stage::new().scenario("linfen-2018.yaml").scenario("linfen-2019.yaml").file("out/note.txt", "");
    assert!(stage.run("convert linfen-2019.yaml out/linfen-2019.xlsx").status.success());
    assert!(stage.run("check out/linfen-2019.xlsx").status.success());
}

#[test]
fn refuses_what_it_cannot_convert() {
    let long =
        format!("campaign: {{name: a, season: 2018-10-22..2018-10-26, note: {}}}\n", "字".repeat(33_000));
    let stage = Stage::new()
        .scenario("linfen-2018.yaml")
        .file("wrong.yaml", "campaign: {name: a, season: 2018-10-22..2018-10-26}\nunitz: []\n")
        .file("long.yaml", &long);
    let commands = [
        "convert linfen-2018.yaml linfen-2018.ods",
        "convert wrong.yaml wrong.xlsx",
        "convert nowhere.yaml nowhere.xlsx",
        "convert long.yaml long.xlsx",
        "convert long.yaml nowhere/long.xlsx",
    ];
    insta::assert_snapshot!(stage.transcript(&commands));
    assert!(!stage.path().join("long.xlsx").exists());
}

#[test]
fn writes_a_workbook_that_checks_and_plans_as_it_is() {
    let stage = Stage::new();
    let commands = [
        "new my-campaign --workbook",
        "new my-campaign --workbook --lang en",
        "check my-campaign/campaign.xlsx",
        "plan my-campaign/campaign.xlsx",
    ];
    insta::assert_snapshot!(stage.transcript(&commands));
}
