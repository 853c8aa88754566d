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
