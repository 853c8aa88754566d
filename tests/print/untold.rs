//! What nobody was told of is taken back from nobody; and what was told into the usual folder is known wherever the next plan is
//! printed. All names are invented.

use super::{
    chain::{CAMPAIGN, chain, done, out},
    files, text,
};
use crate::transcripts::Stage;

/// In `plan-2.json` 邬连城 steps in for 茅如兰, who comes after all in `plan-3.json`; `plan.json` is printed.
fn undone() -> Stage {
    let stage = Stage::new()
        .file("c.yaml", &format!("{CAMPAIGN}  - {{id: a03, name: 邬连城, available: 2018-10-25}}\n"));
    done(&stage, "plan c.yaml -o plan.json");
    done(&stage, "print plan.json --to html,ics,txt -o out");
    done(&stage, "repair --plan plan.json --absent a02 -o plan-2.json");
    done(&stage, "repair --plan plan-2.json --set ambassadors.a02.away=[] --replace a03=a02 -o plan-3.json");
    stage
}

#[test]
fn a_repair_that_takes_back_one_that_nobody_saw_is_told_to_nobody() {
    let stage = undone();
    let before = out(&stage);
    let told = done(&stage, "print plan-3.json --to html,ics,txt -o out --force");
    assert!(told.contains("与上次打印到这里的 plan.json 相比") && !told.contains("要通知"), "{told}");
    let now = out(&stage);
    assert!(!now.contains_key("通知/要通知的人.txt"), "{told}");
    for (path, words) in before.iter().filter(|(path, _)| path.starts_with("通知/")) {
        assert_eq!(now[path], *words, "{path}");
    }
    let calendars: Vec<&String> = now.keys().filter(|path| path.starts_with("日历/")).collect();
    assert!(calendars.iter().all(|path| before.contains_key(*path)), "{calendars:?}");
    assert!(calendars.iter().all(|path| !now[*path].contains("CANCELLED")), "{now:?}");
    assert!(now["日历/大使/a02 茅如兰.ics"].contains("SEQUENCE:2000"), "{now:?}");
    // Nor when something else is told later.
    done(&stage, "repair --plan plan-3.json --absent a01@2018-10-24 --keep-until 10/23 -o plan-4.json");
    done(&stage, "print plan-4.json --to html,ics,txt -o out --force");
    let now = out(&stage);
    assert!(!now["通知/要通知的人.txt"].contains("邬连城"), "{now:?}");
    assert!(!now["通知/大使/a03 邬连城.txt"].contains("取消"), "{now:?}");
    assert!(!now.contains_key("日历/大使/a03 邬连城.ics"), "{now:?}");
}

#[test]
fn a_repair_that_was_printed_is_taken_back_from_whoever_got_something_by_it() {
    for formats in ["html,ics,txt", "ics"] {
        let stage = undone();
        done(&stage, &format!("print plan-2.json --to {formats} -o out --force"));
        done(&stage, "print plan-3.json --to html,ics,txt -o out --force");
        let now = out(&stage);
        assert!(now["通知/大使/a03 邬连城.txt"].contains("取消"), "{formats}: {now:?}");
        assert!(now["日历/大使/a03 邬连城.ics"].contains("STATUS:CANCELLED"), "{formats}: {now:?}");
        // Where nothing is known of former prints, anybody may have got anything.
        done(&stage, "print plan-3.json --to ics,txt -o elsewhere");
        let elsewhere = files(&stage.path().join("elsewhere"));
        assert!(text("", &elsewhere["日历/大使/a03 邬连城.ics"]).contains("STATUS:CANCELLED"));
    }
}

#[test]
fn what_was_told_into_the_usual_folder_is_known_elsewhere() {
    let stage = chain();
    done(&stage, "print plan.json --to html,ics,txt");
    let told = done(&stage, "print plan-3.json --to html,ics,txt -o out");
    assert!(told.contains("与上次打印到 plan-print 的 plan.json 相比"), "{told}");
    let list = &out(&stage)["通知/要通知的人.txt"];
    assert!(list.contains("□ 茅如兰：取消10月25日") && list.contains("□ 佘松岩"), "{list}");
    // What stands in the usual folder since is no base for an older plan.
    done(&stage, "print plan-3.json --to html,ics,txt");
    let told = done(&stage, "print plan-2.json --to txt -o old");
    assert!(!told.contains("相比"), "{told}");
}

#[test]
fn where_nothing_is_known_of_former_prints_that_is_said() {
    let stage = chain();
    let told = done(&stage, "print plan-3.json --to txt -o out");
    assert!(told.contains("这里没有以前打印的记录，只列出与 plan-2.json 相比的变动"), "{told}");
    for quiet in ["print plan-3.json --to txt -o out --force", "print plan-2.json --to txt -o other"] {
        let told = done(&stage, quiet);
        assert!(!told.contains("没有以前打印的记录"), "{told}");
    }
    let told = done(&stage, "print plan-3.json --to json -o data");
    assert!(!told.contains("没有以前打印的记录"), "{told}");
}
