//! Sheets to be printed on A4 by a browser: one file of HTML each, with its style and pictures inside.
//!
//! In: [`Edition`] and a [`Sheet`]. Out: a document that needs no network and no script. One module per sheet.

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
mod section;

mod session;
mod sign_in;
mod summary;
mod themes;
mod year;

use crate::render::{
    edition::Edition,
    file::{Folder, PrintedFile},
    wording::sheet::Sheet,
};

/// The sheets asked for as files, those left out that have nothing to show.
pub fn files(edition: Edition<'_>, sheets: &[Sheet]) -> Vec<PrintedFile> {
    let mut folder = Folder::default();
    let made = sheets.iter().filter_map(|&sheet| Some((sheet, text(edition, sheet)?)));
    made.map(|(sheet, text)| PrintedFile {
        path: folder.name(edition, &edition.say(sheet), "html"),
        bytes: text.into_bytes(),
    })
    .collect()
}

/// One sheet as HTML; `None` where the campaign or the plan has nothing for it.
pub fn text(edition: Edition<'_>, sheet: Sheet) -> Option<String> {
    let body = match sheet {
        Sheet::Poster => poster::body(edition),
        Sheet::Letters => letters::body(edition),
        Sheet::Cards => cards::body(edition),
        Sheet::SignIn => sign_in::body(edition),
        Sheet::Year => year::body(edition),
        Sheet::Months => months::body(edition),
        Sheet::Pairings => pairings::body(edition),
        Sheet::Summary => Some(summary::body(edition)),
    }?;
    Some(document::document(&document::Frame::of(edition, sheet), &body))
}
