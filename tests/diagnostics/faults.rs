//! One campaign file for each code, and what is said of it in both languages.

use crate::diagnostics::{codes, problems};
use chuxin::{domain::Language, render, source::Sources};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Codes of files that cannot be read: there is no YAML for them; `files` has their tests.
const UNREAD: [&str; 10] = [
    "missing-file",
    "folder",
    "file-too-long",
    "not-text",
    "locked-workbook",
    "no-workbook",
    "workbook-too-large",
    "open-quotation",
    "broken-workbook",
    "unreadable-file",
];

/// Codes of cells: `workbooks::faults` has their tests.
const CELLS: [&str; 20] = [
    "no-sheet",
    "unknown-sheet",
    "misnamed-sheet",
    "several-wishes",
    "sheet-twice",
    "no-headings",
    "rows-above",
    "hidden-rows",
    "unknown-column",
    "unknown-item",
    "word-twice",
    "no-heading",
    "unknown-agreement",
    "not-of-kind",
    "unknown-removal",
    "merged-across",
    "merged-number",
    "formula-error",
    "number-for-date",
    "date-for-hours",
];

/// Codes of saved plans and of changes on the command line, and of campaigns beyond any size: they have tests elsewhere.
const OTHERS: [&str; 22] = [
    "level-too-large",
    "too-large",
    "too-many-entries",
    "too-many-words",
    "campaign-not-plan",
    "too-many-sessions",
    "memory",
    "no-assignment",
    "id-stands",
    "no-kind",
    "other-version",
    "no-session",
    "which-hours",
    "no-longer",
    "no-longer-offered",
    "other-plan",
    "plan-of-scenario",
    "plan-of-variation",
    "settled-is-gone",
    "no-such-level",
    "no-difference",
    "no-such-wish",
];

/// Codes that have no file here.
fn elsewhere() -> impl Iterator<Item = &'static str> {
    UNREAD.into_iter().chain(CELLS).chain(OTHERS)
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/faults")
}

/// The names of all files without their ending: a code, or a code, `@` and a word.
fn names() -> BTreeSet<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn says_what_is_wrong_with_each_file() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for name in names() {
        let bytes = fs::read(folder().join(format!("{name}.yaml"))).unwrap();
        let mut sources = Sources::default();
        let file = sources.add_bytes(format!("{name}.yaml"), &bytes).unwrap();
        let problems = problems(&mut sources, file);
        let code = name.split('@').next().unwrap();
        let shown = |language| render::diagnostic::text(&problems, &sources, language, false, 100);
        let said = format!("{}\n{}", shown(Language::Zh), shown(Language::En)).replace("bases\\", "bases/");
        let found: BTreeSet<&str> = codes(&problems).into_iter().collect();
        assert_eq!(found, BTreeSet::from([code]), "{name}\n{said}");
        settings.bind(|| insta::assert_snapshot!(name.replace('@', "-at-"), said));
    }
}

#[test]
fn has_a_file_for_each_code() {
    let names = names();
    let covered: BTreeSet<&str> = names.iter().map(|name| name.split('@').next().unwrap()).collect();
    let sources = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic");
    let mut known = BTreeSet::new();
    for entry in fs::read_dir(sources).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let codes = text.split("fn code(").skip(1).map(|rest| rest.split("\n    }").next().unwrap());
        let words = codes.flat_map(|code| code.split("=> \"").skip(1));
        known.extend(words.map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    assert!(known.len() > 60, "{known:?}");
    let missing: Vec<&String> = known
        .iter()
        .filter(|code| !covered.contains(code.as_str()))
        .filter(|code| !elsewhere().any(|other| other == code.as_str()))
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}

/// All sources of the program and its tests, but this file.
fn texts(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "snap")
            && !path.ends_with("diagnostics/faults.rs")
        {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn has_a_test_elsewhere_for_each_code_without_a_file() {
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        texts(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    let count = |words: &str| found.iter().map(|text| text.matches(words).count()).sum::<usize>();
    for code in elsewhere() {
        // Its definition names it once.
        let named = count(&format!("\"{code}\"")) + count(&format!("[{code}]"));
        assert!(named > 1, "{code}");
    }
}
