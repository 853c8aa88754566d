//! `chuxin repair --without` in mid-season and mid-year: what leaves from a day on, and what is past stays.

use super::{
    Stage,
    exchange::{between, repaired, stage, verified, words},
    repair::THURSDAYS,
};
use std::fs;

#[test]
fn a_unit_leaves_in_mid_season_and_what_is_past_stays() {
    let stage = stage();
    let gone = words(&["a02 desk 2018-10-24 09:00-11:00", "a07 desk 2018-10-24 14:00-16:00"]);
    for (number, said) in [
        "--without unit:hall --keep-until 2018-10-24",
        "--without unit:hall@2018-10-24",
        "--without unit:政务大厅＠2018-10-24 --keep-until 2018-10-23",
        "--without post:desk@2018-10-24",
    ]
    .into_iter()
    .enumerate()
    {
        let plan = format!("left-{number}");
        let told = repaired(&stage, &format!("--plan plan.json {said} -o {plan}.json"));
        assert_eq!(between(&stage, "plan.json", &format!("{plan}.json")).0, gone, "{said}");
        assert!(told.contains("从10月24日（周三）起退出，之前的安排保持不变"), "{told}");
        // What is left of the post has had whoever it wanted.
        assert!(!told.contains("空岗") && told.contains("个岗位全部落实"), "{told}");
        verified(&stage, &plan);
    }
    let scenario = fs::read_to_string(stage.path().join("left-0.yaml")).unwrap();
    assert!(scenario.contains("closed: [2018-10-24..2018-10-26]"), "{scenario}");
    // What began today is past too.
    let arguments = ["repair", "--plan", "plan.json", "--keep-until", "2018-10-23 10:00"];
    let output = stage.command(arguments.into_iter().chain(["--without", "unit:hall", "-o", "now.json"]));
    let output = { output }.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (gone, _) = between(&stage, "plan.json", "now.json");
    assert!(gone.contains(&"a04 desk 2018-10-23 14:00-16:00".to_owned()) && gone.len() == 3, "{gone:?}");
    verified(&stage, "now");
    // Before its first session it is as if it had never been there.
    repaired(&stage, "--plan plan.json --without unit:hall@2018-10-23 -o never.json");
    let scenario = fs::read_to_string(stage.path().join("never.yaml")).unwrap();
    assert!(scenario.contains("units: [hall]"), "{scenario}");
    verified(&stage, "never");
}

#[test]
fn somebody_leaves_in_mid_season() {
    let stage = stage();
    repaired(&stage, "--plan plan.json --without ambassador:周明@2018-10-23 -o p2.json");
    let (gone, _) = between(&stage, "plan.json", "p2.json");
    assert_eq!(gone, words(&["a02 desk 2018-10-24 09:00-11:00"]));
    verified(&stage, "p2");
}

/// Where the file itself no longer has what is past, the refusal has the option that was meant.
#[test]
fn what_was_taken_out_of_the_file_by_hand_cannot_stay() {
    let stage = stage();
    let path = stage.path().join("campaign.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let without: Vec<&str> = text.lines().filter(|line| !line.contains("a03")).collect();
    fs::write(&path, without.join("\n")).unwrap();
    let output = stage.run("repair campaign.yaml --plan plan.json --keep-until 2018-10-24");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(3) && told.contains("settled-is-gone"), "{told}");
    assert!(told.contains("--without unit:编号@日期"), "{told}");
}

#[test]
fn a_unit_and_a_neighbourhood_leave_in_mid_year() {
    let stage = Stage::new().file("campaign.yaml", THURSDAYS);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    insta::assert_snapshot!(stage.transcript(&[
        "repair campaign.yaml --plan plan.json --without unit:clinic@2019-03-01 -o p2.json",
        "verify p2.yaml p2.json",
        "repair --plan plan.json --without neighbourhood:west@2019-03-10 --keep-until 2019-02-01 -o p3.json --lang en",
        "verify p3.yaml p3.json",
        "repair --plan plan.json --without unit:clinic@2019-01-10 --keep-until 2019-02-01",
        "repair --plan plan.json --without unit:clinic@soon",
    ]));
    // What the file itself no longer has cannot stay, and the message has the command.
    let edited = THURSDAYS.replace(
        "  - {id: clinic, name: 社区卫生服务中心, location: [31.30, 121.45], offers: [health]}\n",
        "",
    );
    fs::write(stage.path().join("campaign.yaml"), edited).unwrap();
    let output = stage.run("repair campaign.yaml --plan plan.json --keep-until 2019-03-01");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(3) && told.contains("--without unit:编号@日期"), "{told}");
}
