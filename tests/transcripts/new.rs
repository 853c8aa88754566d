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
