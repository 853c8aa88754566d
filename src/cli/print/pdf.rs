//! The sheets once more as PDF, printed by a browser.
//!
//! In: the sheets of HTML. Out: a file each, or what the user is told instead.

use crate::{
    cli::browser::Browser,
    render::{file::PrintedFile, wording::print::Print},
};
use std::{panic::resume_unwind, path::Path, thread};

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
    let Some(browser) = Browser::find(asked) else {
        return Err(match asked {
            Some(asked) => Print::NoSuchBrowser(asked.display().to_string()),
            None => Print::NoBrowser,
        });
    };
    let mut printed = Vec::new();
    for some in sheets.chunks(BESIDE) {
        let done: Vec<Result<PrintedFile, Print>> = thread::scope(|scope| {
            let work: Vec<_> = some.iter().map(|sheet| scope.spawn(|| file(&browser, sheet))).collect();
            work.into_iter().map(|one| one.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        });
        for one in done {
            printed.push(one?);
        }
    }
    Ok(printed)
}

fn file(browser: &Browser, sheet: &PrintedFile) -> Result<PrintedFile, Print> {
    let stem = sheet.path.strip_suffix(".html").unwrap_or(&sheet.path);
    let bytes = browser
        .pdf(&sheet.bytes)
        .map_err(|error| Print::NotPdf { sheet: sheet.path.clone(), cause: error.to_string() })?;
    Ok(PrintedFile { path: format!("{stem}.pdf"), bytes })
}
