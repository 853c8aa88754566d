//! For whom and on how wide a page something is printed.

use crate::domain::Language;

/// The narrowest page that is laid out; a narrower terminal wraps by itself.
pub const NARROWEST: usize = 40;

/// What is asked of a printed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The language of headings and sentences.
    pub language: Language,
    /// Columns of the terminal; no line is wider.
    pub width: usize,
}

/// Text in bold.
pub fn bold(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}
