//! What a folder knows of its prints: nobody's name and number, enough to tell everybody what has changed, and which
//! files are its own. All names are invented.

use super::{
    RECORD,
    chain::{CAMPAIGN, chain, done, out, refused},
    files, record,
};
use crate::transcripts::Stage;
use std::fs;

#[test]
fn a_folder_without_a_record_or_with_a_broken_one_is_printed_into_all_the_same() {
    for broken in ["", "{", "[]", "{\"version\": 2}"] {
        let stage = chain();
        done(&stage, "print plan.json -o out --to html,ics,txt,docx");
        fs::write(stage.path().join("out").join(RECORD), broken).unwrap();
        let told = done(&stage, "print plan-2.json -o out --to html,ics,txt --force");
        assert!(told.contains("不是这次写的"), "{told}");
        assert!(
            told.contains("打印记录 out/.chuxin-printed 已损坏，移到了 out/旧材料/.chuxin-printed"),
            "{told}"
        );
        let aside = fs::read_to_string(stage.path().join("out/旧材料/.chuxin-printed")).unwrap();
        assert_eq!(aside, broken);
        let told = done(&stage, "print plan-3.json -o out --to html,ics,txt --force");
        assert!(!told.contains("不是这次写的"), "{told}");
    }
}

#[test]
fn a_folder_whose_record_cannot_be_told_is_left_as_it_is() {
    let stage = chain();
    done(&stage, "print plan.json -o out --to txt");
    let record = stage.path().join("out").join(RECORD);
    fs::write(&record, "{\"version\": 9, \"prints\": {}}").unwrap();
    let before = files(&stage.path().join("out"));
    let told = refused(&stage, "print plan-2.json -o out --to html,ics,txt --force");
    assert!(told.contains("更新版本的 chuxin") && told.contains("-o"), "{told}");
    assert_eq!(files(&stage.path().join("out")), before);
    assert_eq!(fs::read_to_string(&record).unwrap(), "{\"version\": 9, \"prints\": {}}");
    fs::remove_file(&record).unwrap();
    fs::create_dir(&record).unwrap();
    let told = refused(&stage, "print plan-2.json -o out --to html,ics,txt --force --lang en");
    assert!(told.contains("it cannot be read what was printed into out"), "{told}");
}

/// The campaign in which nobody has an id but a name, with a number in it.
fn named() -> Stage {
    let named = CAMPAIGN.replace("id: a02, name: 茅如兰", "name: 茅如兰 13800000002");
    let stage = Stage::new().file("c.yaml", &named.replace("id: a01, name", "name"));
    done(&stage, "plan c.yaml -o plan.json");
    let mut repair = stage.command(["repair", "--plan", "plan.json", "--absent", "茅如兰 13800000002"]);
    assert!(repair.args(["-o", "plan-2.json"]).output().unwrap().status.success());
    stage
}

#[test]
fn what_a_folder_knows_names_nobody_on_any_copy() {
    for options in ["", "--mask-names", "--contacts", "--for market"] {
        let stage = named();
        for plan in ["plan.json", "plan-2.json"] {
            done(&stage, &format!("print {plan} -o out --to html,ics,txt --force {options}"));
            let record = record(&stage.path().join("out"));
            for secret in ["茅如兰", "佘松岩", "13800000002"] {
                assert!(!record.contains(secret), "{options}: {record}");
            }
        }
    }
    // What was told is known all the same, from the plan itself.
    let stage = named();
    done(&stage, "print plan.json -o out --to html,ics,txt --mask-names");
    done(&stage, "repair --plan plan-2.json --close guide@2018-10-24 -o plan-3.json");
    done(&stage, "print plan-3.json -o out --to html,ics,txt --mask-names --force");
    let list = &out(&stage)["调整通知/第2次/全部.html"];
    assert!(list.contains("茅*"), "{list}");
}

#[test]
fn whoever_has_a_name_for_an_id_is_told_of_a_repair_that_is_done_once_more() {
    let stage = named();
    done(&stage, "print plan.json --to ics,txt -o out");
    done(&stage, "print plan-2.json --to ics,txt -o out --force");
    done(&stage, "repair --plan plan.json --absent 佘松岩 -o plan-2.json --force");
    let told = done(&stage, "print plan-2.json --to ics,txt -o out --force");
    assert!(told.contains("要通知") && told.contains("茅如兰") && told.contains("佘松岩"), "{told}");
}

#[test]
fn the_folder_of_one_unit_knows_nothing_of_others() {
    let stage = chain();
    done(&stage, "print plan.json --for clinic --to html,ics,txt -o out");
    let known = record(&stage.path().join("out"));
    assert!(known.contains("a01") && known.contains("guide"), "{known}");
    assert!(!known.contains("a02") && !known.contains("stall") && !known.contains("market"), "{known}");
    // Another repair of the same plan, of which the unit had been told something else.
    done(&stage, "print plan-3.json --for clinic --to html,ics,txt -o out --force");
    done(&stage, "repair --plan plan-2.json --absent a01@2018-10-23 -o plan-3b.json");
    done(&stage, "print plan-3b.json --for clinic --to html,ics,txt -o out --force");
    let message = &out(&stage)["通知/单位/卫生服务中心.txt"];
    assert!(message.contains("佘松岩") && message.contains("10月24日"), "{message}");
    let known = record(&stage.path().join("out"));
    assert!(!known.contains("a02") && !known.contains("stall"), "{known}");
}

#[test]
fn a_mended_plan_replaces_unasked_what_is_as_it_was_printed_and_keeps_what_was_edited_where_asked() {
    let stage = chain();
    done(&stage, "print plan.json --to html,ics,txt -o out");
    done(&stage, "print plan-2.json --to html,ics,txt -o out");
    let edited = stage.path().join("out/通知/单位/卫生服务中心.txt");
    fs::write(&edited, "另请带伞").unwrap();
    let mut permissions = fs::metadata(&edited).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&edited, permissions).unwrap();
    let before = out(&stage);
    let told = refused(&stage, "print plan-3.json --to html,ics,txt -o out");
    assert!(told.contains("--force"), "{told}");
    assert_eq!(out(&stage), before);
    let told = done(&stage, "print plan-3.json --to html,ics,txt -o out --force");
    assert!(
        told.contains("替换了 1 个有人改过的文件，原来的移到了 out/旧材料/通知/单位/卫生服务中心.txt"),
        "{told}"
    );
    let now = out(&stage);
    assert_eq!(now["旧材料/通知/单位/卫生服务中心.txt"], "另请带伞");
    assert!(now["通知/单位/卫生服务中心.txt"].contains("佘松岩"), "{now:?}");
    let told = done(&stage, "print plan-3.json --to html,ics,txt -o out");
    assert!(!told.contains("旧材料"), "{told}");
}

#[test]
fn what_was_made_of_the_same_plan_stays_whatever_is_asked_for_next() {
    let stage = chain();
    done(&stage, "print plan.json --to html,ics,txt -o out --reserves 1");
    let first = out(&stage);
    assert!(first.keys().any(|path| path.contains("候补")), "{:?}", first.keys());
    let told = done(&stage, "print plan.json --to html,ics,txt -o out --force");
    assert!(first.keys().all(|path| out(&stage).contains_key(path)), "{told}");
}

#[test]
fn a_file_that_goes_on_under_a_name_that_the_disk_takes_for_the_same_is_not_taken_away() {
    let stage = chain();
    done(&stage, "print c.yaml --to html,ics,txt -o out");
    let stage = stage.file("c.yaml", &CAMPAIGN.replace("a01", "A01"));
    // Two names of one file, as on a disk that does not tell them apart.
    let people = stage.path().join("out/通知/大使");
    fs::hard_link(people.join("a01 佘松岩.txt"), people.join("A01 佘松岩.txt")).unwrap();
    done(&stage, "print c.yaml --to html,ics,txt -o out --force");
    assert!(out(&stage)["通知/大使/A01 佘松岩.txt"].contains("佘松岩"));
}
