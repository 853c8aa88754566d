//! What the YAML parser could not read, in the organizer's terms.

use crate::{
    diagnostic::{Diagnostic, syntax::Syntax},
    source::{FileId, Place},
};
use serde_yaml::granit_parser::{ErrorKind, ScanError};

/// The fault at its place: the character at which the parser gave up, or the punctuation before it that is
/// the likely reason.
pub(super) fn explain(text: &str, file: FileId, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let at = (0..=at).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or(0);
    let width = text[at..].chars().next().filter(|next| *next != '\n').map_or(0, char::len_utf8);
    let here = Place { file, start: at, end: at + width };
    let problem = match error.kind() {
        ErrorKind::RecursionLimitExceeded => Syntax::TooDeep,
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => Syntax::Tab,
        ErrorKind::UnclosedQuotedScalar => Syntax::UnclosedQuote,
        ErrorKind::UnclosedFlowCollection { open } => Syntax::UnclosedBracket { open: *open },
        _ => Syntax::Unreadable,
    };
    if problem == Syntax::Unreadable
        && let Some((start, found)) = wrong_punctuation(text, at)
    {
        let place = Place { file, start, end: start + found.len_utf8() };
        return Diagnostic::at(place, Syntax::full_width(found).into());
    }
    Diagnostic::at(here, problem.into())
}

/// Full-width punctuation on the line of a byte or on the line before it, the nearest before the byte first.
fn wrong_punctuation(text: &str, at: usize) -> Option<(usize, char)> {
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = text[..line.saturating_sub(1)].rfind('\n').map_or(0, |newline| newline + 1);
    let found = |range: std::ops::Range<usize>| {
        let marks =
            text[range.clone()].char_indices().map(move |(offset, mark)| (range.start + offset, mark));
        marks.filter(|(_, mark)| Syntax::ascii_for(*mark).is_some()).collect::<Vec<_>>()
    };
    found(line..at).pop().or_else(|| found(at..end).into_iter().next()).or_else(|| found(before..line).pop())
}
