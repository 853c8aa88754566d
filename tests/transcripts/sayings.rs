//! What `chuxin repair` understands of what an organizer says, what it leaves as it is by itself, and what it does not scold for.

use super::{
    Stage,
    exchange::{between, placements, repaired, verified},
};
use std::fs;

const CAMPAIGN: &str = "\
campaign: {name: 初心体验, season: 2030-10-21..2030-10-25, seed: \"2\"}
units: [{id: hall, name: 政务大厅}]
posts:
  - {id: desk, unit: hall, title: 窗口, dates: 2030-10-22..2030-10-24}
  - {id: phone, unit: hall, title: 热线, dates: 2030-10-22..2030-10-23, need: 2}
ambassadors:
  - {id: a@b, name: 高远, wishes: [desk]}
  - {id: a02, name: 周明, wishes: [phone]}
  - {id: a03, name: 吴敏, wishes: [phone]}
pins:
  - {ambassador: a@b, post: desk, date: 2030-10-24}
";

fn stage() -> Stage {
    let stage = Stage::new().file("campaign.yaml", CAMPAIGN);
    assert!(stage.run("plan campaign.yaml -o plan.json").status.success());
    stage
}

fn refused(stage: &Stage, arguments: &[&str]) -> String {
    let output = stage.command(["repair", "--plan", "plan.json"].iter().chain(arguments)).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    told
}

#[test]
fn nobody_moves_to_a_day_before_the_change_unless_that_is_said() {
    let stage = stage();
    let said = repaired(&stage, "--plan plan.json --absent 高远@2030-10-24 -o p2.json");
    assert_eq!(between(&stage, "plan.json", "p2.json").1, [""; 0], "{said}");
    assert!(said.contains("10月24日（周四）之前的安排保持不变"), "{said}");
    assert!(said.contains("要连更早的一起调整，加 --keep-until 2030-10-22"), "{said}");
    // What the command itself asked for is no mistake of the campaign.
    assert!(!said.contains("警告") && !said.contains("available"), "{said}");
    verified(&stage, "p2");
    let said =
        repaired(&stage, "--plan plan.json --absent 高远@2030-10-24 --keep-until 2030-10-22 -o p3.json");
    assert_eq!(between(&stage, "plan.json", "p3.json").1.len(), 1, "{said}");
}

#[test]
fn several_are_absent_at_once_and_an_id_may_hold_the_mark_of_a_day() {
    let stage = stage();
    let had = placements(&stage, "plan.json");
    let day = had.iter().find_map(|one| one.strip_prefix("a02 phone ")).unwrap();
    for list in ["周明，吴敏@2030-10-22..2030-10-23", "周明、a03"] {
        repaired(&stage, &format!("--plan plan.json --absent {list} -o list.json --force"));
        let left = placements(&stage, "list.json");
        assert!(left.iter().all(|one| !one.contains(" phone ")), "{list}: {left:?}, {day}");
    }
    let told = refused(&stage, &["--absent", "周明,吴明"]);
    assert!(told.contains("没有叫 吴明 的"), "{told}");
    for words in ["ambassador:a@b", "ambassador:a@b@2030-10-23"] {
        repaired(&stage, &format!("--plan plan.json --without {words} -o gone.json --force"));
        assert!(placements(&stage, "gone.json").iter().all(|one| !one.starts_with("a@b ")), "{words}");
    }
}

#[test]
fn refusals_say_what_is_so_and_what_was_meant() {
    let stage = stage();
    for option in ["--late", "--absent"] {
        let told = refused(&stage, &[option, ""]);
        assert!(told.contains(&format!("{option} 后面没有写姓名")), "{told}");
    }
    let told = refused(&stage, &["--keep-until", "2030-10-23", "--absent", "周明@2030-10-22..2030-10-24"]);
    assert!(told.contains("从 2030-10-23 之前就开始") && told.contains("@2030-10-23..2030-10-24"), "{told}");
    let told = refused(&stage, &["--without", "政务大厅@2030-10-24"]);
    assert!(told.contains("unit:政务大厅@2030-10-24"), "{told}");
}

/// What leaves has all the seats by then that the same command gives it.
#[test]
fn a_post_that_leaves_counts_the_seats_added_with_it() {
    let stage = stage();
    repaired(&stage, "--plan plan.json --without post:phone@2030-10-23 --add-seat phone -o p2.json");
    let scenario = fs::read_to_string(stage.path().join("p2.yaml")).unwrap();
    assert!(!scenario.contains("need:"), "{scenario}");
    assert_eq!(placements(&stage, "p2.json").iter().filter(|one| one.contains(" phone ")).count(), 2);
    verified(&stage, "p2");
}
