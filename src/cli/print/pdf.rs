//! The sheets once more as PDF, printed by a browser.
//!
//! In: the sheets of HTML. Out: a leaf each, or what the user is told instead.

use crate::{cli::browser::Browser, render::paper::Leaf, render::wording::print::Print};
use std::{panic::resume_unwind, path::Path, thread};

/// Browsers at work beside each other.
const BESIDE: usize = 2;

/// One sheet as PDF; `path` is what it is called where it cannot be printed.
///
/// # Errors
/// What to tell the user: that there is no browser, or that it did not print.
pub fn bytes(html: &str, path: &Path, asked: Option<&Path>) -> Result<Vec<u8>, Print> {
    let sheet = Leaf { path: path.display().to_string(), bytes: html.as_bytes().to_vec() };
    let printed = leaves(&[sheet], asked)?;
    Ok(printed.into_iter().flat_map(|leaf| leaf.bytes).collect())
}

/// The sheets as PDF, in their order.
///
/// # Errors
/// What to tell the user: that there is no browser, or that it did not print.
pub fn leaves(sheets: &[Leaf], asked: Option<&Path>) -> Result<Vec<Leaf>, Print> {
    let Some(browser) = Browser::find(asked) else {
        return Err(match asked {
            Some(asked) => Print::NoSuchBrowser(asked.display().to_string()),
            None => Print::NoBrowser,
        });
    };
    let mut printed = Vec::new();
    for some in sheets.chunks(BESIDE) {
        let done: Vec<Result<Leaf, Print>> = thread::scope(|scope| {
            let work: Vec<_> = some.iter().map(|sheet| scope.spawn(|| leaf(&browser, sheet))).collect();
            work.into_iter().map(|one| one.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        });
        for one in done {
            printed.push(one?);
        }
    }
    Ok(printed)
}

fn leaf(browser: &Browser, sheet: &Leaf) -> Result<Leaf, Print> {
    let stem = sheet.path.strip_suffix(".html").unwrap_or(&sheet.path);
    let bytes = browser
        .pdf(&sheet.bytes)
        .map_err(|error| Print::NotPdf { sheet: sheet.path.clone(), cause: error.to_string() })?;
    Ok(Leaf { path: format!("{stem}.pdf"), bytes })
}
