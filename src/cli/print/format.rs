//! Which formats are made, and by whom: the one place where a format is plugged in.

use crate::{
    cli::{
        folder::place,
        print::arguments::{Paper as Format, Print as Arguments},
    },
    plan::json,
    render::{
        html,
        paper::{Leaf, Paper, calendar, csv, filename::Folder, messages, xlsx},
        wording::{Phrase, file::Name},
    },
};
use std::{fs, io, path::Path};

/// The formats that are made where none is asked for.
const USUAL: [Format; 5] = [Format::Html, Format::Pdf, Format::Xlsx, Format::Ics, Format::Txt];

/// Those that are made where only certain sheets are asked for.
const OF_SHEETS: [Format; 2] = [Format::Html, Format::Pdf];

/// What is asked for, each format and sheet once and in order.
#[derive(Debug, Clone)]
pub struct Asked {
    formats: Vec<Format>,
    sheets: Vec<html::Sheet>,
}

impl Asked {
    /// What the command line asks for.
    pub fn of(arguments: &Arguments) -> Self {
        let mut sheets: Vec<html::Sheet> = arguments.sheets.iter().map(|&sheet| sheet.into()).collect();
        let usual: &[Format] = if sheets.is_empty() { &USUAL } else { &OF_SHEETS };
        let mut formats = if arguments.to.is_empty() { usual.to_vec() } else { arguments.to.clone() };
        if sheets.is_empty() {
            sheets = html::Sheet::ALL.to_vec();
        }
        formats.sort_unstable();
        formats.dedup();
        sheets.sort_unstable();
        sheets.dedup();
        Self { formats, sheets }
    }

    /// Whether a format is asked for.
    pub fn wants(&self, format: Format) -> bool {
        self.formats.contains(&format)
    }

    /// The sheets for paper.
    pub fn sheets(&self, paper: Paper<'_>) -> Vec<Leaf> {
        html::leaves(paper, &self.sheets)
    }
}

/// The files of every format asked for but the sheets for paper.
///
/// # Errors
/// Those of the writers of the formats, which a plan gives no reason for.
pub fn leaves(paper: Paper<'_>, asked: &Asked, folder: &Path) -> io::Result<Vec<Leaf>> {
    let mut leaves = Vec::new();
    for &format in &asked.formats {
        leaves.extend(made(paper, format, folder)?);
    }
    Ok(leaves)
}

fn made(paper: Paper<'_>, format: Format, folder: &Path) -> io::Result<Vec<Leaf>> {
    match format {
        Format::Html | Format::Pdf => Ok(vec![]),
        Format::Xlsx => Ok(vec![xlsx::leaf(paper)?]),
        Format::Csv => Ok(csv::leaves(paper)),
        Format::Ics => {
            // What cannot be read is not there for us: writing says so, where it matters.
            let earlier = |path: &str| fs::read_to_string(place(folder, path)).ok();
            Ok(calendar::leaves(paper, &earlier))
        }
        Format::Txt => Ok(messages::leaves(paper)),
        Format::Json => {
            let stem = Name::Plan.say(paper.language);
            let path = Folder::default().name(paper, &stem, "json");
            let text = json::text(paper.domain, paper.plan)?;
            Ok(vec![Leaf { path, bytes: text.into_bytes() }])
        }
    }
}
