//! The sheets once more as PDF or as pictures, made by a browser.
//!
//! In: the sheets of HTML. Out: a file each, or what the user is told instead.

use crate::{
    cli::browser::Browser,
    render::{
        file::PrintedFile,
        html::long_picture,
        wording::print::{Made, Print},
    },
};
use std::{io, panic::resume_unwind, path::Path, thread};

/// Browsers at work beside each other.
const BESIDE: usize = 2;

/// One sheet as PDF; `path` is what it is called where it cannot be printed.
///
/// # Errors
/// What to tell the user: that there is no browser, or that it did not print.
pub fn bytes(html: &str, path: &Path, asked: Option<&Path>) -> Result<Vec<u8>, Print> {
    let sheet = PrintedFile { path: path.display().to_string(), bytes: html.as_bytes().to_vec() };
    let printed = files(&[sheet], asked)?;
    Ok(printed.into_iter().flat_map(|file| file.bytes).collect())
}

/// The sheets as PDF, in their order.
///
/// # Errors
/// What to tell the user: that there is no browser, or that it did not print.
pub fn files(sheets: &[PrintedFile], asked: Option<&Path>) -> Result<Vec<PrintedFile>, Print> {
    made(sheets, asked, Made::Pdf, Browser::pdf)
}

/// The documents of pictures as pictures, in their order.
///
/// # Errors
/// What to tell the user: that there is no browser, or that it took no picture.
pub fn pictures(documents: &[PrintedFile], asked: Option<&Path>) -> Result<Vec<PrintedFile>, Print> {
    let size = (long_picture::WIDTH, long_picture::DENSITY);
    made(documents, asked, Made::Picture, |browser, document| {
        browser.png(document, &long_picture::measuring(document), size)
    })
}

fn made(
    sheets: &[PrintedFile],
    asked: Option<&Path>,
    made: Made,
    work: impl Fn(&Browser, &[u8]) -> io::Result<Vec<u8>> + Sync,
) -> Result<Vec<PrintedFile>, Print> {
    let Some(browser) = Browser::find(asked) else {
        return Err(match asked {
            Some(asked) => Print::NoSuchBrowser(asked.display().to_string(), made),
            None => Print::NoBrowser(made),
        });
    };
    let ending = if made == Made::Pdf { "pdf" } else { "png" };
    let file = |sheet: &PrintedFile| {
        let stem = sheet.path.strip_suffix(".html").unwrap_or(&sheet.path);
        let bytes = work(&browser, &sheet.bytes);
        let failed = |error: io::Error| {
            let (sheet, cause) = (sheet.path.clone(), error.to_string());
            Print::NotMade { sheet, made, cause }
        };
        Ok(PrintedFile { path: format!("{stem}.{ending}"), bytes: bytes.map_err(failed)? })
    };
    let mut printed = Vec::new();
    for some in sheets.chunks(BESIDE) {
        let done: Vec<Result<PrintedFile, Print>> = thread::scope(|scope| {
            let work: Vec<_> = some.iter().map(|sheet| scope.spawn(|| file(sheet))).collect();
            work.into_iter().map(|one| one.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        });
        for one in done {
            printed.push(one?);
        }
    }
    Ok(printed)
}
