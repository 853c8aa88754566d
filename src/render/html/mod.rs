//! Sheets to be printed on A4 by a browser: one file of HTML each, with its style and pictures inside.
//!
//! In: [`Paper`] and a [`Sheet`]. Out: a document that needs no network and no script. One module per sheet.

mod action;
mod cards;
pub mod comparison;
mod document;
mod lecture;
mod letters;
mod map;
mod months;
mod pairings;
mod poster;
pub mod reserves;
mod session;
mod sign_in;
mod summary;
mod themes;
mod year;

use crate::render::{
    paper::{Paper, PrintedFile, filename::Folder},
    wording::{Phrase, sheet::Sheet},
};

/// The sheets asked for as files, those left out that have nothing to show.
pub fn files(paper: Paper<'_>, sheets: &[Sheet]) -> Vec<PrintedFile> {
    let mut folder = Folder::default();
    let made = sheets.iter().filter_map(|&sheet| Some((sheet, text(paper, sheet)?)));
    made.map(|(sheet, text)| PrintedFile {
        path: folder.name(paper, &sheet.say(paper.language), "html"),
        bytes: text.into_bytes(),
    })
    .collect()
}

/// One sheet as HTML; `None` where the campaign or the plan has nothing for it.
pub fn text(paper: Paper<'_>, sheet: Sheet) -> Option<String> {
    let body = match sheet {
        Sheet::Poster => poster::body(paper),
        Sheet::Letters => letters::body(paper),
        Sheet::Cards => cards::body(paper),
        Sheet::SignIn => sign_in::body(paper),
        Sheet::Year => year::body(paper),
        Sheet::Months => months::body(paper),
        Sheet::Pairings => pairings::body(paper),
        Sheet::Summary => Some(summary::body(paper)),
    }?;
    Some(document::document(&document::Frame::of(paper, sheet), &body))
}
