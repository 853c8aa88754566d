//! Poster and Thursday year as long pictures, for a group on a telephone.
//!
//! In: [`Edition`]. Out: documents of a fixed width that a browser takes a picture of, and what makes it say how tall one is.

use crate::render::{
    edition::Edition,
    file::{Folder, PrintedFile},
    html::{
        Sheet, as_pictures,
        document::{Frame, POLICY, document},
    },
    wording::print::Name,
};
use maud::{Markup, PreEscaped, html};

/// How wide a document is in CSS pixels; a picture of it has [`DENSITY`] times as many.
pub const WIDTH: u32 = 620;

/// Pixels of a picture for each CSS pixel.
pub const DENSITY: u32 = 2;

/// The sheets of which there is a picture.
pub const SHEETS: [Sheet; 2] = [Sheet::Poster, Sheet::Year];

/// The pictures of some sheets as documents, those left out that have nothing to show.
pub fn files(edition: Edition<'_>, sheets: &[Sheet]) -> Vec<PrintedFile> {
    let mut folder = Folder::default();
    let asked = SHEETS.into_iter().filter(|sheet| sheets.contains(sheet));
    let mut files = Vec::new();
    for sheet in asked {
        let parts = as_pictures(edition, sheet);
        let stem = edition.say(sheet) + &edition.say(Name::LongPicture);
        for (at, part) in parts.iter().enumerate() {
            let stem = if parts.len() == 1 { stem.clone() } else { format!("{stem}-{}", at + 1) };
            let bytes = document_of(edition, sheet, part).into_bytes();
            files.push(PrintedFile { path: folder.name(edition, &stem, "html"), bytes });
        }
    }
    files
}

fn document_of(edition: Edition<'_>, sheet: Sheet, part: &Markup) -> String {
    let class = if sheet == Sheet::Poster { "poster telephone" } else { "telephone" };
    let frame = Frame { class, ..Frame::of(edition, sheet) };
    let body = html! { style { (PreEscaped(include_str!("long_picture.css"))) } main { (part) } };
    document(&frame, &body)
}

/// The same document, which in a browser has the title `tall=…`: its height in CSS pixels.
pub fn measuring(document: &[u8]) -> Vec<u8> {
    const SCRIPT: &str = "<script nonce=\"height\">document.title='tall='+\
                          Math.ceil(document.body.getBoundingClientRect().height)</script></body>";
    let text = String::from_utf8_lossy(document);
    let allowed = format!("{POLICY}; script-src 'nonce-height'");
    text.replacen(POLICY, &allowed, 1).replace("</body>", SCRIPT).into_bytes()
}
