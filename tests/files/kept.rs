//! What was read is never written over, and what is replaced is a plain file that was to be replaced.

use super::{CAMPAIGN, names};
use crate::transcripts::Stage;
use std::fs;

fn stage() -> Stage {
    let stage = Stage::new()
        .file("c.yaml", CAMPAIGN)
        .file("s.yaml", "extends: c.yaml\nposts: [{id: lobby, seats: 2}]\n")
        .file("top.yaml", "extends: s.yaml\n");
    assert!(stage.run("plan top.yaml -o plan.json").status.success());
    assert!(
        stage.run("repair top.yaml --plan plan.json --absent a01@2018-10-22 -o plan-2.json").status.success()
    );
    assert!(stage.run("print plan-2.json --to json -o out").status.success());
    stage
}

fn texts(stage: &Stage) -> Vec<(String, Vec<u8>)> {
    let names = names(stage.path()).into_iter().filter(|name| !stage.path().join(name).is_dir());
    names.map(|name| (name.clone(), fs::read(stage.path().join(&name)).unwrap())).collect()
}

#[test]
fn writes_over_nothing_that_it_reads() {
    let stage = stage();
    fs::hard_link(stage.path().join("c.yaml"), stage.path().join("linked.json")).unwrap();
    let printed = fs::read(stage.path().join("out/安排方案.json")).unwrap();
    let before = texts(&stage);
    let mut said = String::new();
    for command in [
        "plan top.yaml -o top.yaml",
        "plan top.yaml -o s.yaml",
        "plan top.yaml -o ./c.yaml",
        "plan top.yaml -o out/../c.yaml --lang en",
        "plan top.yaml -o linked.json",
        "compare top.yaml --set posts.lobby.seats=3 --sheet c.yaml",
        "repair top.yaml --plan plan.json -o plan.json",
        "repair top.yaml --plan plan.json --absent a01 -o s.json",
        "repair top.yaml --plan plan.json --absent a01 -o s.json --lang en",
        "print out/安排方案.json --to json -o out",
        "print out/安排方案.json --to json -o ./out/../out --campaign plan-2.yaml",
    ] {
        let without = stage.run(command);
        let forced = stage.transcript(&[&format!("{command} --force")]);
        assert_eq!(without.status.code(), Some(2), "{command}");
        let told = String::from_utf8(without.stderr).unwrap().replace('\\', "/");
        assert!(forced.contains(&told), "{command}: {forced}{told}");
        said += &forced;
        said += "\n";
    }
    insta::assert_snapshot!(said);
    assert_eq!(texts(&stage), before);
    assert_eq!(fs::read(stage.path().join("out/安排方案.json")).unwrap(), printed);
}
