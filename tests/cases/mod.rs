//! Campaigns as they really are: small ones, each with the commands that are run on it in an empty folder, and the words
//! by which it is told whether what came of them is right.
//!
//! People, units and numbers are invented. A new row: its campaign beside this file, and a line in the table of its subject.

mod check;
mod levels;
mod names;
mod paper;
mod reasons;
mod rules;
mod shifts;

use crate::transcripts::Stage;
use std::{collections::BTreeSet, fs, path::PathBuf};

/// The columns of a page on which no sentence is broken.
const WIDE: usize = 1000;

/// Commands on one campaign, in this order in one folder.
struct Row {
    /// The name of the campaign file, without its ending.
    campaign: &'static str,
    steps: &'static [Step],
}

/// One command, and what is right of it.
struct Step {
    /// What is typed behind `chuxin`; `F` stands for the campaign file.
    typed: &'static str,
    /// The exit code.
    code: i32,
    /// What is said on standard error and then on standard output, in this order.
    says: &'static [&'static str],
    /// What is said on neither.
    never: &'static [&'static str],
}

/// Every table.
const TABLES: [&[Row]; 6] =
    [check::ROWS, levels::ROWS, names::ROWS, reasons::ROWS, rules::ROWS, shifts::ROWS];

fn rows() -> impl Iterator<Item = &'static Row> {
    TABLES.into_iter().flatten()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// What is not right of a step.
fn faults(step: &Step, stage: &Stage, file: &str) -> Vec<String> {
    let words = step.typed.split_whitespace().map(|word| if word == "F" { file } else { word });
    let output = stage.command(words).output().unwrap();
    let said = String::from_utf8([output.stderr, output.stdout].concat()).unwrap();
    let mut faults = Vec::new();
    if output.status.code() != Some(step.code) {
        faults.push(format!("ends with {:?}, not with {}", output.status.code(), step.code));
    }
    let mut rest = said.as_str();
    for words in step.says {
        match rest.split_once(words) {
            Some((_, behind)) => rest = behind,
            None => faults.push(format!("does not say, or not in this order: {words}")),
        }
    }
    faults.extend(
        step.never.iter().filter(|words| said.contains(**words)).map(|words| format!("says: {words}")),
    );
    if !faults.is_empty() {
        faults.push(said);
    }
    faults
}

#[test]
fn says_what_is_right_of_every_campaign() {
    let mut wrong = Vec::new();
    for row in rows() {
        let file = format!("{}.yaml", row.campaign);
        let text = fs::read_to_string(folder().join(&file)).unwrap();
        let stage = Stage::new().wide(WIDE).file(&file, &text);
        for step in row.steps {
            assert!(!step.says.is_empty(), "{file}: {} asserts too little", step.typed);
            wrong.extend(
                faults(step, &stage, &file)
                    .into_iter()
                    .map(|fault| format!("{file}: {}: {fault}", step.typed)),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn has_a_row_for_every_campaign_and_says_of_each_that_it_is_invented() {
    let campaigns = rows().map(|row| row.campaign).chain(paper::campaigns());
    let named: BTreeSet<String> = campaigns.map(|name| format!("{name}.yaml")).collect();
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(named.contains(name), "{name} has no row");
        assert!(fs::read_to_string(&path).unwrap().starts_with("# Invented."), "{name}");
    }
}
