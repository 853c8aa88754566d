//! What the YAML parser could not read, in the organizer's terms.

use crate::{
    diagnostic::{Diagnostic, syntax::Syntax},
    source::{FileId, Place},
};
use serde_yaml::granit_parser::{ErrorKind, ScanError};

/// The fault at its place: the character at which the parser gave up, or the punctuation before it that is
/// the likely reason. `text` begins at byte `begin` of the file.
pub(super) fn explain(text: &str, file: FileId, begin: usize, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let at = (0..=at).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or(0);
    let width = text[at..].chars().next().filter(|next| *next != '\n').map_or(0, char::len_utf8);
    let here = Place { file, start: begin + at, end: begin + at + width };
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
    let may_be_punctuation = matches!(problem, Syntax::Unreadable | Syntax::UnclosedBracket { .. });
    if may_be_punctuation && let Some((start, found)) = wrong_punctuation(text, at) {
        let place = Place { file, start: begin + start, end: begin + start + found.len_utf8() };
        return Diagnostic::at(place, Syntax::full_width(found).into());
    }
    Diagnostic::at(here, problem.into())
}

/// Full-width punctuation that stands where YAML's own belongs, on the line of a byte or on the line before it.
fn wrong_punctuation(text: &str, at: usize) -> Option<(usize, char)> {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    let before = text[..line.saturating_sub(1)].rfind('\n').map_or(0, |newline| newline + 1);
    let placed = |start: usize, found: (usize, char)| (start + found.0, found.1);
    structural(&text[line..end])
        .map(|found| placed(line, found))
        .or_else(|| structural(&text[before..line]).map(|found| placed(before, found)))
}

/// The full-width mark of a line that is no part of its words: in the indent, behind the key, or in the stead
/// of a closing bracket.
fn structural(line: &str) -> Option<(usize, char)> {
    let words = line.trim_start();
    let indent = &line[..line.len() - words.len()];
    if let Some(at) = indent.find('\u{3000}') {
        return Some((at, '\u{3000}'));
    }
    if let Some(at) = line.find('：')
        && !line[..at].contains([':', '"', '\'', '#', '[', '{', '，'])
    {
        return Some((at, '：'));
    }
    [('[', ']', ['］', '】']), ('{', '}', ['｝', '｝'])].into_iter().find_map(|(open, close, wrong)| {
        let unclosed = line.matches(open).count() > line.matches(close).count();
        let (at, found) = line.rmatch_indices(wrong).next()?;
        unclosed.then_some((at, found.chars().next()?))
    })
}
