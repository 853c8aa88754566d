//! The sheets as PDF: how many pages, and whether every name is on them.

use super::{Printed, chuxin, nasty, scenario};
use crate::support::tools;
use std::path::Path;

/// The number of pages and the size of the first.
pub fn pages(pdf: &Path) -> (u32, String) {
    let text = tools::said("pdfinfo", [pdf]);
    let value = |key: &str| {
        let line =
            text.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("{key} in {text}"));
        line[key.len()..].trim().to_owned()
    };
    (value("Pages:").parse().unwrap(), value("Page size:"))
}

/// The text of a PDF without blanks.
fn text(pdf: &Path, options: &[&str]) -> String {
    let options = options.iter().map(Path::new);
    joined(&tools::said("pdftotext", options.chain([pdf, Path::new("-")])))
}

fn sheet(campaign: &Path, name: &str, options: &[&str]) -> Printed {
    let mut all = vec!["--to", "pdf", "--sheet", name];
    all.extend(options);
    Printed::of(campaign, &all)
}

/// The text without spaces and line breaks, which stand where the page breaks a line.
fn joined(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect()
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn linfen_has_a_poster_of_two_pages_a_year_on_one_and_eight_cards_a_page() {
    let campaign = scenario("linfen-2019.yaml");
    for (name, expected) in [("poster", 1..=2), ("year", 1..=1), ("cards", 3..=3)] {
        let (count, size) = pages(&sheet(&campaign, name, &[]).file("pdf"));
        assert!(expected.contains(&count), "{name}: {count} pages");
        let landscape = size.starts_with("841");
        assert!(size.contains("A4") && landscape == (name == "year"), "{name}: {size}");
    }
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn prints_every_name_and_keeps_the_margins() {
    let names =
        ["林晓", "戚明远", "谢雨桐", "裴清", "陆一鸣", "荣建华", "张老师", "安宁疗护病房护士", "021-0000"];
    for name in ["poster", "letters", "cards", "sign-in"] {
        let printed = sheet(&scenario("linfen-2019.yaml"), name, &[]);
        let text: String = printed.files("pdf").iter().map(|pdf| text(pdf, &[])).collect();
        for expected in names {
            assert!(text.contains(expected), "{name} lacks {expected}");
        }
        assert!(text.contains("第1页，共"), "{name} has no page numbers");
        assert!(!text.contains("138000"), "{name} shows a personal telephone number");
    }
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn a_season_of_thirteen_weeks_has_a_duty_roster_of_few_pages_and_a_sheet_a_week_to_sign() {
    let campaign = scenario("ningmeng-2019.yaml");
    let printed = sheet(&campaign, "duty", &[]);
    let duty = printed.file("pdf");
    let (count, size) = pages(&duty);
    assert!((3..=5).contains(&count) && size.contains("A4") && size.starts_with("841"), "{count}: {size}");
    let said = text(&duty, &[]);
    for expected in ["第1周", "第13周", "08:00—11:00", "18:30—20:30", "方思齐", "垃圾分类值守员"]
    {
        assert!(said.contains(expected), "{expected} is not in {said}");
    }
    let printed = sheet(&campaign, "weekly-sign-in", &[]);
    let sign_in = printed.file("pdf");
    let (count, size) = pages(&sign_in);
    // A week in which many sign takes two, each with the heading.
    assert!((13..=26).contains(&count) && size.starts_with("59"), "{count}: {size}");
    let headings = text(&sign_in, &[]).matches("签到表").count();
    assert!(headings >= count as usize, "{headings} headings on {count} pages");
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn prints_nasty_names_as_they_are() {
    let printed = sheet(&nasty(), "sign-in", &[]);
    let text = text(&printed.file("pdf"), &["-raw"]);
    for name in [
        "<script>alert(1)</script>",
        "𠮷野家",
        "O'Brien\"Bob\"&Söhne",
        "Wolfeschlegelsteinhausenbergerdorffwelche",
        "四十个字的名字四十个字的名字四十个字的名字四十个字的名字四十个字的名字四十个字",
        "=HYPERLINK(\"x\")",
    ] {
        assert!(text.contains(name), "{name} is not in {text}");
    }
}

#[test]
fn a_missing_browser_leaves_the_html_and_says_how_to_print_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let campaign = scenario("linfen-2018.yaml");
    let arguments = ["print", campaign.to_str().unwrap(), "-o", out.to_str().unwrap(), "--lang", "en"];
    let output = chuxin(&arguments, &["--to", "pdf", "--sheet", "poster", "--browser", "no-such-browser"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("no-such-browser") && said.contains("Ctrl+P"), "{said}");
    assert!(out.join("Who goes where.html").is_file());
}

/// Browsers at work whose folder is gone: nobody waits for them any more.
#[cfg(target_os = "linux")]
fn forsaken() -> Vec<String> {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let lines = processes.filter_map(|process| std::fs::read(process.path().join("cmdline")).ok());
    let lines = lines.map(|line| String::from_utf8_lossy(&line).into_owned());
    let is_forsaken = |line: &String| {
        let profile = line.split('\0').find_map(|part| part.strip_prefix("--user-data-dir="));
        let folder = profile.and_then(|profile| Path::new(profile).parent());
        folder.is_some_and(|folder| folder.to_string_lossy().contains("/chuxin-") && !folder.exists())
    };
    lines.filter(is_forsaken).collect()
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "needs Chromium, Chrome or Edge"]
fn leaves_no_process_and_no_profile_behind() {
    tools::browser().pdf("<!doctype html><title>x</title>页".as_bytes()).unwrap();
    // Other tests print at the same time: a browser of theirs may be caught in the moment of its end.
    let mut left = forsaken();
    for _ in 0..50 {
        if left.is_empty() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        left = forsaken();
    }
    panic!("browsers without their folder: {left:?}");
}
