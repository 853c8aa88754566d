//! All files or none, nothing overwritten unasked, and only plans that hold.

use super::{files, printed};
use crate::transcripts::Stage;
use std::fs;

const CAMPAIGN: &str = "campaign: {name: 初心, season: 2018-10-22..2018-10-26}
units: [{id: bank, name: 银行}]
posts: [{id: lobby, title: 大堂, unit: bank, dates: 2018-10-22..2018-10-23, hours: 08:00-16:00}]
ambassadors: [{id: a01, name: 林晓}, {id: a02, name: 云飞, away: 2018-10-22}]
";

fn stage() -> Stage {
    let stage = Stage::new().file("c.yaml", CAMPAIGN);
    assert!(stage.run("plan c.yaml -o plan.json").status.success());
    stage
}

#[test]
fn a_plan_prints_as_its_campaign_does() {
    let stage = stage();
    let print =
        |file: &str, folder: &str| printed(&stage, &format!("{file} --to html,xlsx,csv,ics,txt"), folder);
    let (of_plan, of_campaign) = (print("plan.json", "one"), print("c.yaml", "two"));
    assert_eq!(of_plan, of_campaign);
    let json = printed(&stage, "plan.json --to json", "three");
    let text = String::from_utf8(json["安排方案.json"].clone()).unwrap();
    assert!(text.contains("\"file\": \"../c.yaml\""), "{text}");
    assert_eq!(print("three/安排方案.json", "four"), of_plan, "a printed plan finds its campaign");
}

#[test]
fn one_file_in_the_way_keeps_all_from_being_written() {
    let stage = stage();
    fs::create_dir_all(stage.path().join("out/日历/大使")).unwrap();
    fs::write(stage.path().join("out/日历/大使/a02 云飞.ics"), "precious").unwrap();
    let before = files(stage.path());
    let output = stage.run("print plan.json --to xlsx,ics -o out");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(files(stage.path()), before);
    // A folder where a file should go: nothing helps, and all is put back.
    fs::create_dir_all(stage.path().join("out/安排总表.xlsx/full")).unwrap();
    let output = stage.run("print plan.json --to xlsx,ics -o out --force");
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(files(stage.path()), before);
}

#[test]
fn tells_what_it_wrote_and_what_stands_in_the_way() {
    let stage = stage().file("file", "");
    let mut said = stage.transcript(&[
        "print plan.json --to xlsx,ics -o out",
        "print plan.json --to xlsx,ics -o out",
        "print c.yaml --to csv --lang en --force -o out",
        "print plan.json --to json",
        "print plan.json -o file",
        "print plan.json -o missing/out",
        "print missing.json -o out",
        "print c.yaml --campaign c.yaml -o out",
        "print c.yaml --to gif",
    ]);
    fs::write(stage.path().join("out/日历/大使/old.ics"), "").unwrap();
    fs::create_dir_all(stage.path().join("folder/安排总表.xlsx")).unwrap();
    fs::create_dir_all(stage.path().join("filed")).unwrap();
    fs::write(stage.path().join("filed/日历"), "").unwrap();
    said += "\n";
    said += &stage.transcript(&[
        "print plan.json --to ics -o out --force",
        "print plan.json --to xlsx -o folder --force",
        "print plan.json --to ics -o filed --force",
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn prints_only_a_plan_that_holds() {
    let stage = stage();
    let put = |text: &str| fs::write(stage.path().join("c.yaml"), text).unwrap();
    put(&CAMPAIGN.replace("name: 云飞", "name: 云飞, wishes: [lobby]"));
    let mut said = stage.transcript(&["print plan.json --to json -o holds"]);
    put(&CAMPAIGN.replace("away: 2018-10-22", "away: 2018-10-23"));
    said += "\n";
    said += &stage.transcript(&["print plan.json -o broken", "print plan.json -o broken --lang en"]);
    put(&CAMPAIGN.replace("a02", "a09"));
    said += "\n";
    said += &stage.transcript(&["print plan.json -o other"]);
    fs::rename(stage.path().join("c.yaml"), stage.path().join("moved.yaml")).unwrap();
    fs::write(stage.path().join("moved.yaml"), CAMPAIGN).unwrap();
    let plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let torn = plan.match_indices("{\"id\":").nth(4).unwrap().0;
    fs::write(stage.path().join("torn.json"), &plan[..torn + "{\"id\":".len()]).unwrap();
    fs::write(stage.path().join("odd.json"), plan.replace("\"version\": 2", "\"version\": 7")).unwrap();
    said += "\n";
    said += &stage.transcript(&[
        "print plan.json -o moved",
        "print plan.json --campaign moved.yaml --to json -o moved",
        "print torn.json --campaign moved.yaml -o torn",
        "print odd.json --campaign moved.yaml -o torn",
    ]);
    for folder in ["broken", "other", "torn"] {
        assert!(!stage.path().join(folder).exists(), "{folder}");
    }
    insta::assert_snapshot!(said);
}

#[test]
fn hides_no_names_in_json_whose_ids_are_names() {
    let stage = Stage::new().file("c.yaml", &CAMPAIGN.replace("id: a01, ", ""));
    let commands =
        ["print c.yaml --to json,csv --mask-names -o out", "print c.yaml --to csv --mask-names -o out"];
    insta::assert_snapshot!(stage.transcript(&commands));
    for (name, bytes) in files(&stage.path().join("out")) {
        assert!(!super::text(&name, &bytes).contains("林晓"), "{name}");
    }
}

#[test]
fn counts_a_plan_again_that_was_edited_by_hand() {
    let stage = stage();
    let plan = fs::read_to_string(stage.path().join("plan.json")).unwrap();
    let of_yunfei = "{\"ambassador\": \"a02\", \"post\": \"lobby\"";
    let (before, after) = plan.split_once(of_yunfei).unwrap();
    let (_, after) = after.split_once('\n').unwrap();
    fs::write(
        stage.path().join("edited.json"),
        [before.trim_end().trim_end_matches(','), "\n", after].concat(),
    )
    .unwrap();
    let files = printed(&stage, "edited.json --to csv,txt", "out");
    let file = |name: &str| super::text(name, &files[name]);
    assert!(file("数据表/待安排与空岗.csv").contains("云飞"));
    assert!(file("通知/大使/a02 云飞.txt").contains("感谢您报名"));
    assert!(
        file("数据表/逐项结果.csv").contains("岗位落实,0,") && !file("数据表/按日期.csv").contains("云飞")
    );
    let proven = |name: &str| file(name).matches("已证明没有更好的安排").count();
    let whole = printed(&stage, "plan.json --to csv", "whole");
    let all = super::text("", &whole["数据表/逐项结果.csv"]).matches("已证明没有更好的安排").count();
    assert!(proven("数据表/逐项结果.csv") < all, "what was changed is no longer proven");
}
