//! Sign-up sheets: what is understood of them, what is asked, and what is written.

mod again;
mod answered;
mod forty;
mod sets;
mod workbooks;

use crate::transcripts::Stage;
use std::{fs, path::Path, process::Output};

/// A file of the sample sheets, all of whose people are invented.
pub fn data(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signup/data").join(name)).unwrap()
}

/// The rows of the tables of a page, by their cells; the heads and the strokes below them are no rows.
pub fn tables(page: &str) -> Vec<Vec<String>> {
    let rows = page.lines().filter(|line| line.starts_with('|') && !line.starts_with("|---"));
    let cells = rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect());
    cells.collect()
}

/// The sheet of 40 rows beside its campaign.
pub fn forty(sheet: &str) -> Stage {
    let stage = Stage::new();
    for name in [sheet, "signup-40-campaign.yaml"] {
        fs::write(stage.path().join(name), data(name)).unwrap();
    }
    stage
}

/// Imports the sheet of 40 rows.
pub fn import(stage: &Stage, sheet: &str, more: &str) -> Output {
    stage.run(&format!("import {sheet} --into signup-40-campaign.yaml -o signups.yaml {more}"))
}

/// What stands in a file of a stage.
pub fn text(stage: &Stage, name: &str) -> String {
    fs::read_to_string(stage.path().join(name)).unwrap()
}
