//! One campaign file for each code, and what is said of it in both languages.

use crate::diagnostics::{codes, problems};
use chuxin::{domain::Language, render, source::Sources};
use std::{collections::BTreeSet, fs, path::PathBuf};

/// Codes of files that cannot be read: there is no YAML for them; `files` has their tests.
const UNREAD: [&str; 5] = ["missing-file", "folder", "file-too-long", "not-text", "unreadable-file"];

/// Codes that a campaign as text cannot show, or not to validation: they have tests of their own.
const OTHERS: [&str; 18] = [
    "chain-too-long",
    "no-assignment",
    "id-stands",
    "no-kind",
    "level-too-large",
    "saved-in-gbk",
    "pin-breaks-rule",
    "eligible-nowhere",
    "nobody-eligible",
    "never-runs",
    "nowhere-together",
    "other-version",
    "no-session",
    "fixed-too-far",
    "out-of-reach",
    "no-nth-thursday",
    "no-thursday-left",
    "holidays-unknown",
];

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
        let text = fs::read_to_string(folder().join(format!("{name}.yaml"))).unwrap();
        let mut sources = Sources::default();
        let file = sources.add(format!("{name}.yaml"), text);
        let problems = problems(&mut sources, file);
        let code = name.split('@').next().unwrap();
        let shown = |language| render::diagnostic::text(&problems, &sources, language, false, 100);
        let said = format!("{}\n{}", shown(Language::Zh), shown(Language::En));
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
        known.extend(text.split("=> \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    assert!(known.len() > 60, "{known:?}");
    let missing: Vec<&String> = known
        .iter()
        .filter(|code| !covered.contains(code.as_str()))
        .filter(|code| !UNREAD.contains(&code.as_str()) && !OTHERS.contains(&code.as_str()))
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}
