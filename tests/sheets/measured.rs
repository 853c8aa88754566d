//! The sheets as a browser lays them out: no error, nothing cut off, nothing too small or too pale.

use super::{Printed, chuxin, nasty, scenario};
use crate::support::tools;
use std::{
    fs,
    path::{Path, PathBuf},
};

const MEASURING: &str = include_str!("measuring.js");

/// Opens a page and returns the document as it then is, and what the browser's console said.
fn opened(program: &Path, page: &Path, profile: &Path) -> (String, Vec<String>) {
    let mut command = tools::program(program);
    command.args(["--headless", "--disable-gpu", "--no-sandbox", "--disable-dev-shm-usage", "--dump-dom"]);
    command.args([
        "--no-first-run",
        "--disable-extensions",
        "--window-size=1300,1700",
        "--enable-logging=stderr",
    ]);
    command.arg("--host-resolver-rules=MAP * ~NOTFOUND");
    command.arg(format!("--user-data-dir={}", profile.display()));
    command.arg(format!("file://{}", page.display()));
    let output = tools::output(&mut command);
    let console = String::from_utf8_lossy(&output.stderr);
    let console = console.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
    (String::from_utf8_lossy(&output.stdout).into_owned(), console)
}

/// What is wrong with every sheet of a campaign.
fn faults(campaign: &Path, options: &[&str]) -> Vec<String> {
    let mut all = vec!["--to", "html"];
    all.extend(options);
    let printed = Printed::of(campaign, &all);
    faults_of(&printed.files("html"))
}

/// What is wrong with sheets.
fn faults_of(sheets: &[PathBuf]) -> Vec<String> {
    let browser = tools::browser();
    let folder = tempfile::tempdir().unwrap();
    let (profile, page) = (folder.path().join("profile"), folder.path().join("page.html"));
    let mut faults = Vec::new();
    for sheet in sheets {
        let name = sheet.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(sheet).unwrap();
        let policy = "default-src 'none'; style-src 'unsafe-inline'";
        assert!(text.contains(policy), "{name} may load and run things");
        assert!(
            !text.contains("<script") && !text.contains("http://") && !text.contains("https://"),
            "{name}"
        );
        fs::write(&page, &text).unwrap();
        let (_, console) = opened(browser.program(), &page, &profile);
        faults.extend(console.into_iter().map(|line| format!("{name}: {line}")));
        let script = format!("<script>{MEASURING}</script></body>");
        fs::write(&page, text.replace(policy, "").replace("</body>", &script)).unwrap();
        let (document, _) = opened(browser.program(), &page, &profile);
        let measured = document.split_once("id=\"measured\">").map_or("", |(_, rest)| rest);
        let measured = measured.split_once("</pre>").map_or("", |(measured, _)| measured);
        assert!(measured.starts_with("texts ") && !measured.starts_with("texts 0"), "{name}: not measured");
        faults.extend(measured.lines().skip(1).map(|line| format!("{name}: {line}")));
    }
    faults
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge"]
fn every_sheet_is_large_dark_and_whole_in_chinese() {
    assert_none(&faults(&scenario("linfen-2019.yaml"), &["--lang", "zh"]));
    assert_none(&faults(&scenario("linfen-2018.yaml"), &["--sheet", "poster", "--reserves", "1"]));
    assert_none(&faults(&scenario("patrol.yaml"), &["--sheet", "duty,weekly-sign-in"]));
    let weekends = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets/weekends.yaml");
    assert_none(&faults(&weekends, &["--sheet", "poster,letters,cards,sign-in,summary"]));
    assert_none(&faults(&scenario("ningmeng-2019.yaml"), &["--sheet", "cards"]));
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge"]
fn every_sheet_is_large_dark_and_whole_in_english_with_telephone_numbers() {
    assert_none(&faults(&scenario("linfen-2019.yaml"), &["--lang", "en", "--contacts"]));
    let of_weeks = ["--lang", "en", "--contacts", "--sheet", "duty,weekly-sign-in"];
    assert_none(&faults(&scenario("patrol.yaml"), &of_weeks));
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge"]
fn nasty_names_do_no_harm_on_any_sheet() {
    assert_none(&faults(&nasty(), &[]));
    assert_none(&faults(&nasty(), &["--sheet", "duty,weekly-sign-in"]));
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge"]
fn the_comparison_for_the_meeting_is_large_dark_and_whole() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = folder.path().join("comparison.html");
    let files =
        ["linfen-2018.yaml", "what-if/three-more-seats.yaml", "what-if/wishes-greedy.yaml"].map(scenario);
    let files: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    let output = chuxin(&["compare", "--sheet", sheet.to_str().unwrap()], &files);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(&sheet).unwrap();
    assert!(text.contains("方案比选") && text.contains("three-more-seats.yaml"));
    assert_none(&faults_of(&[sheet]));
}
