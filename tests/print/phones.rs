//! Personal telephone numbers stand on the organizer's copy alone; the office's own stands on both.

use super::{formats, linfen, printed, text};
use crate::{support::tools, transcripts::Stage};
use std::ffi::OsStr;

/// Digits with which every invented personal number begins.
const PERSONAL: &str = "1380000";

/// The office's own number in the samples.
const OFFICE: &str = "02100000000";

/// The digits of a text that stand together but for spaces, hyphens and the like.
fn digits(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, ' ' | '-' | '\u{a0}' | '.' | '(' | ')')).collect()
}

fn stage() -> Stage {
    let note = "请打张老师 13800000102，或 138-0000-0103";
    let base = include_str!("../../scenarios/linfen-2018.yaml");
    let noted = base.replace("note: 请从东门进", &format!("note: {note}"));
    assert_ne!(base, noted);
    linfen().file("linfen-2018.yaml", &noted)
}

#[test]
fn no_byte_of_the_wall_copy_is_a_personal_number() {
    let stage = stage();
    for options in ["", "--mask-names", "--lang en"] {
        let files = printed(&stage, &format!("plan.json --to {} {options} --force", formats()), "wall");
        assert!(files.len() > 80, "{options}: {} files", files.len());
        for (name, bytes) in files {
            let found = digits(&text(&name, &bytes));
            assert!(!found.contains(PERSONAL), "{options}: {name} holds a personal number");
            assert!(!name.contains("含电话") && !name.contains("-contacts"), "{name}");
        }
    }
}

#[test]
fn the_copy_of_the_organizer_holds_them_and_says_so() {
    let files = printed(&stage(), &format!("plan.json --to {} --contacts", formats()), "own");
    let mut with_numbers = 0;
    for (name, bytes) in &files {
        assert!(name.contains("含电话"), "{name}");
        let text = text(name, bytes);
        if digits(&text).contains(PERSONAL) {
            with_numbers += 1;
            // A table of values has no footer.
            assert!(text.contains("含个人电话") || name.starts_with("数据表/"), "{name} does not say so");
        }
    }
    assert!(with_numbers > 60, "{with_numbers} of {} files", files.len());
}

#[test]
fn the_number_of_the_office_stands_on_both_copies() {
    for (folder, options) in [("wall", ""), ("masked", "--mask-names"), ("own", "--contacts")] {
        let files = printed(&stage(), &format!("plan.json --to xlsx,ics,txt {options}"), folder);
        for (name, bytes) in files {
            assert!(digits(&text(&name, &bytes)).contains(OFFICE), "{options}: {name}");
        }
    }
}

#[test]
fn no_byte_of_a_masked_copy_is_the_name_of_an_ambassador() {
    let names = ["林晓", "戚明远", "奚桂芳", "荣建华", "潘秋月"];
    let files = printed(&stage(), &format!("plan.json --to {} --mask-names", formats()), "masked");
    for (file, bytes) in files {
        let text = text(&file, &bytes);
        for name in names {
            assert!(!text.contains(name) && !file.contains(name), "{file} names {name}");
        }
    }
}

/// The text of every PDF.
fn of_pdf(options: &str, folder: &str) -> Vec<(String, String)> {
    let stage = stage();
    let files = printed(&stage, &format!("plan.json --to pdf {options}"), folder);
    let text = |name: &String| {
        tools::said("pdftotext", [stage.path().join(folder).join(name).as_os_str(), OsStr::new("-")])
    };
    let texts: Vec<(String, String)> = files.into_keys().map(|name| (name.clone(), text(&name))).collect();
    assert!(!texts.is_empty());
    texts
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn no_word_of_a_wall_copy_in_pdf_is_a_personal_number() {
    let texts = of_pdf("", "wall");
    for (name, text) in &texts {
        assert!(!digits(text).contains(PERSONAL), "{name} holds a personal number");
    }
    assert!(texts.iter().any(|(_, text)| digits(text).contains(OFFICE)), "no sheet has the office's number");
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn the_pdf_of_the_organizer_holds_them_and_says_so() {
    let texts = of_pdf("--contacts --sheet cards", "own");
    for (name, text) in texts {
        assert!(name.contains("含电话") && digits(&text).contains(PERSONAL), "{name}: {text}");
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_the_copy_of_the_organizer() {
    use std::os::unix::fs::PermissionsExt;
    let stage = stage();
    let mode = |folder: &str, name: &str| {
        let path = stage.path().join(folder).join(name);
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    };
    for (name, _) in printed(&stage, "plan.json --to html,xlsx,csv,ics,txt,json --contacts", "own") {
        assert_eq!(mode("own", &name), 0o600, "{name}");
    }
    for (name, _) in printed(&stage, "plan.json --to html,xlsx,csv,ics,txt,json", "wall") {
        assert_ne!(mode("wall", &name) & 0o044, 0, "{name}");
    }
}
