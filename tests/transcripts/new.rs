//! `chuxin new`.

use super::Stage;

#[test]
fn writes_a_starter_once_and_in_a_folder_of_its_own() {
    let stage = Stage::new().file("note.txt", "");
    let commands =
        ["new my-campaign", "new my-campaign --lang en", "new 初心/体验 --lang en", "new note.txt"];
    insta::assert_snapshot!(stage.transcript(&commands));
    assert!(stage.path().join("初心/体验/campaign.yaml").exists());
}

#[test]
fn refuses_to_invent_what_no_command_could_read() {
    let stage = Stage::new();
    for (said, figure) in [
        ("--ambassadors 100001", "100001 太多了，大使和单位都不能超过 100000"),
        ("--ambassadors 20 --units 200000", "200000 太多了"),
        ("--ambassadors 100 --units 100000 --kind tight", "能读的不超过 64 MB"),
    ] {
        let output = stage.run(&format!("new large {said}"));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && told.contains(figure), "{said}: {told}");
        assert!(!stage.path().join("large").exists());
    }
}

/// The same file from the same number, and one that has a plan.
#[test]
fn invents_a_campaign_of_every_kind() {
    for kind in ["plain", "tight", "duty"] {
        let stage = Stage::new();
        for folder in ["one", "two"] {
            let command = format!("new {folder} --ambassadors 12 --units 2 --seed 7 --kind {kind}");
            assert!(stage.run(&command).status.success(), "{kind}");
        }
        let texts = ["one", "two"]
            .map(|folder| std::fs::read_to_string(stage.path().join(folder).join("campaign.yaml")).unwrap());
        assert!(texts[0] == texts[1] && texts[0].starts_with("# Invented"), "{kind}");
        assert!(stage.run("plan one/campaign.yaml").status.success(), "{kind}");
        let other = format!("new three --ambassadors 12 --units 2 --seed 8 --kind {kind}");
        assert!(stage.run(&other).status.success());
        assert_ne!(std::fs::read_to_string(stage.path().join("three/campaign.yaml")).unwrap(), texts[0]);
    }
}
