//! Help, versions and wrong command lines.

use super::Stage;

#[test]
fn every_command_explains_itself() {
    let commands = [
        "--help",
        "new --help",
        "check --help",
        "plan --help",
        "print --help",
        "compare --help",
        "diff --help",
        "verify --help",
        "repair --help",
    ];
    insta::assert_snapshot!(Stage::new().transcript(&commands));
}

#[test]
fn refuses_a_command_line_that_means_nothing() {
    let commands = ["", "plna x.yaml", "plan", "plan x.yaml --by moon", "plan x.yaml --time-limit 0"];
    insta::assert_snapshot!(Stage::new().transcript(&commands));
}

#[test]
fn tells_its_version() {
    let output = Stage::new().run("--version");
    assert_eq!(String::from_utf8_lossy(&output.stdout), concat!("chuxin ", env!("CARGO_PKG_VERSION"), "\n"));
}
