//! What the YAML parser could not read, in the organizer's terms.

use crate::{
    diagnostic::{Diagnostic, syntax::Syntax},
    document::marks::is_tab,
    source::{FileId, Place},
};
use serde_yaml::granit_parser::ErrorKind;

/// The fault at the character at which the parser gave up. `text` begins at byte `begin` of the file.
pub(super) fn explain(text: &str, file: FileId, begin: usize, at: usize, kind: &ErrorKind) -> Diagnostic {
    let at = (0..=at.min(text.len())).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or(0);
    let width = text[at..].chars().next().filter(|next| *next != '\n').map_or(0, char::len_utf8);
    let here = Place { file, start: begin + at, end: begin + at + width };
    let problem = match kind {
        ErrorKind::RecursionLimitExceeded => Syntax::TooDeep,
        kind if is_tab(kind) => Syntax::Tab,
        ErrorKind::UnclosedQuotedScalar => Syntax::UnclosedQuote,
        ErrorKind::UnclosedFlowCollection { open } => Syntax::UnclosedBracket { open: *open },
        _ => Syntax::Unreadable,
    };
    Diagnostic::at(here, problem.into())
}
