//! Which formats are made, and by whom: the one place where a format is plugged in.

use crate::{
    cli::{arguments::Paper as Format, folder::place},
    plan::json,
    render::{
        html,
        paper::{Leaf, Paper, calendar, csv, filename::Folder, messages, xlsx},
        wording::{Phrase, file::Name},
    },
};
use std::{fs, io, path::Path};

/// The formats that are made where none is asked for.
const USUAL: [Format; 4] = [Format::Html, Format::Xlsx, Format::Ics, Format::Txt];

/// The files of every format asked for, each format once.
///
/// # Errors
/// Those of the writers of the formats, which a plan gives no reason for.
pub fn leaves(paper: Paper<'_>, asked: &[Format], folder: &Path) -> io::Result<Vec<Leaf>> {
    let mut formats = if asked.is_empty() { USUAL.to_vec() } else { asked.to_vec() };
    formats.sort_unstable();
    formats.dedup();
    let mut leaves = Vec::new();
    for format in formats {
        leaves.extend(made(paper, format, folder)?);
    }
    Ok(leaves)
}

fn made(paper: Paper<'_>, format: Format, folder: &Path) -> io::Result<Vec<Leaf>> {
    match format {
        Format::Html => Ok(html::leaves(paper, &html::Sheet::ALL)),
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
            let path = Folder::default().name(paper.language, paper.face, &stem, "json");
            let text = json::text(paper.domain, paper.plan)?;
            Ok(vec![Leaf { path, bytes: text.into_bytes() }])
        }
    }
}
