//! Which marks of a text may keep the parser from reading on, and what YAML wants in their stead.
//!
//! In: a text, and where and why the parser gave up. Out: [`Candidate`]s, the likeliest first.

use crate::diagnostic::syntax::Syntax;
use serde_yaml::granit_parser::ErrorKind;
use std::ops::Range;

/// How many marks before or behind the fault are tried.
const MOST_TRIED: usize = 6;

/// How many columns a tab may stand for: what editors usually show.
const TAB_WIDTHS: [usize; 5] = [2, 4, 8, 1, 3];

/// One stretch of the text and what is read in its stead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Patch {
    /// Its bytes in the text as written.
    pub(super) range: Range<usize>,
    /// What is read in its stead.
    pub(super) by: String,
    /// What is wrong with it.
    pub(super) problem: Syntax,
}

/// Marks that may be to blame together.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) patches: Vec<Patch>,
    pub(super) beyond: Beyond,
}

/// How far the parser must then come to show that they were.
#[derive(Debug, Clone, Copy)]
pub(super) enum Beyond {
    /// Anywhere: the fault itself is gone.
    Anything,
    /// Behind the fault, and not to a bracket that the marks themselves opened; or behind the first mark to a tab, which
    /// the fault had hidden.
    Fault { at: usize, mark_end: usize },
    /// Behind a line, or to a tab that is not in the indent of this line: the parser names the word before it.
    Line { start: usize, end: usize },
    /// Behind the line of the marks, or to another bracket before the one at a byte.
    Bracket { open: usize, line_end: usize },
}

impl Beyond {
    /// Whether a fault at a byte is farther.
    pub(super) fn is_passed(self, at: usize, kind: &ErrorKind) -> bool {
        match (self, is_unclosed(kind)) {
            (Self::Anything, _) => true,
            (Self::Fault { at: fault, mark_end }, false) => at > fault || at >= mark_end && is_tab(kind),
            (Self::Line { start, end }, false) => at > end || at >= start && is_tab(kind),
            (Self::Fault { .. } | Self::Line { .. }, true) => false,
            (Self::Bracket { line_end, .. }, false) => at > line_end,
            (Self::Bracket { open, .. }, true) => at < open,
        }
    }
}

/// Whether a fault is a tab where spaces are wanted.
pub(super) fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
    )
}

fn is_unclosed(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::UnclosedQuotedScalar)
}

/// What may be to blame for a fault at a byte, beside what was replaced already.
pub(super) fn candidates(text: &str, patched: &[Patch], at: usize, kind: &ErrorKind) -> Vec<Candidate> {
    match kind {
        // The words before a tab may have swallowed its line for want of a colon.
        kind if is_tab(kind) => [tabs(text, patched, at), full_width(text, patched, at)].concat(),
        ErrorKind::UnexpectedCharacter { character } => unprintable(text, patched, at, *character),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => escapes(text, patched, at),
        ErrorKind::UnclosedFlowCollection { .. } => closing(text, patched, at),
        _ => full_width(text, patched, at),
    }
}

fn is_patched(patched: &[Patch], byte: usize) -> bool {
    let behind = patched.partition_point(|patch| patch.range.start <= byte);
    behind.checked_sub(1).is_some_and(|last| patched[last].range.end > byte)
}

/// The line in which a byte stands, without its end.
fn line_of(text: &str, byte: usize) -> Range<usize> {
    let start = text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[byte..].find('\n').map_or(text.len(), |newline| byte + newline);
    start..end
}

/// The indent of the first line from the fault on that has a tab there.
fn tabs(text: &str, patched: &[Patch], at: usize) -> Vec<Candidate> {
    let mut line = line_of(text, at);
    loop {
        let found = indents(text, patched, &line, '\t');
        if !found.is_empty() || line.end >= text.len() {
            return found;
        }
        line = line_of(text, line.end + 1);
    }
}

/// The indent of a line that has a mark which is no space, as wide as that of the line before or behind it, or as each
/// usual width makes it.
fn indents(text: &str, patched: &[Patch], line: &Range<usize>, mark: char) -> Vec<Candidate> {
    let indent = indent_of(text, line);
    if !indent.contains(mark) || is_patched(patched, line.start) {
        return Vec::new();
    }
    let around = [line.start.saturating_sub(1), (line.end + 1).min(text.len())];
    let plain =
        |byte: usize| Some(indent_of(text, &line_of(text, byte))).filter(|indent| !indent.contains(mark));
    let usual = around.into_iter().filter_map(plain).map(str::len).filter(|columns| *columns > 0);
    let range = line.start..line.start + indent.len();
    let problem = if mark == '\t' { Syntax::Tab } else { Syntax::full_width(mark) };
    let candidate = |columns: usize| Candidate {
        patches: vec![Patch { range: range.clone(), by: " ".repeat(columns), problem: problem.clone() }],
        beyond: Beyond::Line { start: line.start, end: line.end },
    };
    usual.chain(TAB_WIDTHS.iter().map(|width| widened(indent, *width))).map(candidate).collect()
}

fn indent_of<'a>(text: &'a str, line: &Range<usize>) -> &'a str {
    let line = &text[line.clone()];
    &line[..line.len() - line.trim_start_matches([' ', '\t', '\u{3000}']).len()]
}

/// The columns of an indent whose tabs lead to multiples of a width; a full-width space is as wide as two.
fn widened(indent: &str, width: usize) -> usize {
    indent.chars().fold(0, |column, mark| match mark {
        '\t' => (column / width + 1) * width,
        '\u{3000}' => column + 2,
        _ => column + 1,
    })
}

fn unprintable(text: &str, patched: &[Patch], at: usize, found: char) -> Vec<Candidate> {
    let mut places = text[at..].match_indices(found).map(|(byte, _)| at + byte);
    let place = places.find(|byte| !is_patched(patched, *byte)).filter(|_| Syntax::is_unprintable(found));
    let patch = |start| Patch {
        range: start..start + found.len_utf8(),
        by: String::new(),
        problem: Syntax::Unprintable { found },
    };
    place
        .map(|start| Candidate { patches: vec![patch(start)], beyond: Beyond::Anything })
        .into_iter()
        .collect()
}

/// The first escape of a quoted text that means nothing.
fn escapes(text: &str, patched: &[Patch], at: usize) -> Vec<Candidate> {
    let mut rest = at;
    while let Some(found) = text[rest..].find('\\') {
        let start = rest + found;
        let Some(letter) = text[start + 1..].chars().next() else { break };
        let digits = |most: usize| {
            let hex = text[start + 2..].chars().take(most).take_while(char::is_ascii_hexdigit);
            start + 2 + hex.count()
        };
        let (end, valid) = match letter {
            'x' => (digits(2), digits(2) == start + 4),
            'u' => (digits(4), digits(4) == start + 6 && !is_lone_surrogate(text, start)),
            'U' => (digits(8), digits(8) == start + 10 && is_scalar(&text[start + 2..start + 10])),
            letter => (start + 1 + letter.len_utf8(), "0abt\tnvfre \"/\\N_LP\n\r".contains(letter)),
        };
        if !valid && !is_patched(patched, start) {
            let written = text[start..end].to_owned();
            let by = written.replacen('\\', "/", 1);
            let patch = Patch { range: start..end, by, problem: Syntax::BadEscape { written } };
            return vec![Candidate { patches: vec![patch], beyond: Beyond::Anything }];
        }
        // The second half of a pair belongs to the first.
        rest = if letter == 'u' && valid && is_surrogate(text, start) { end + 6 } else { end };
    }
    Vec::new()
}

fn is_scalar(hex: &str) -> bool {
    u32::from_str_radix(hex, 16).is_ok_and(|number| char::from_u32(number).is_some())
}

/// The number of an escape with four digits at a byte.
fn unit(text: &str, start: usize) -> Option<u16> {
    let digits = text.get(start..)?.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

fn is_surrogate(text: &str, start: usize) -> bool {
    unit(text, start).is_some_and(|unit| (0xd800..=0xdfff).contains(&unit))
}

fn is_lone_surrogate(text: &str, start: usize) -> bool {
    match unit(text, start) {
        Some(0xd800..=0xdbff) => !unit(text, start + 6).is_some_and(|low| (0xdc00..=0xdfff).contains(&low)),
        Some(0xdc00..=0xdfff) => true,
        _ => false,
    }
}

/// Full-width brackets that may close the one at a byte: the last of the line in which one stands first.
fn closing(text: &str, patched: &[Patch], at: usize) -> Vec<Candidate> {
    let marks = || {
        let behind = text[at..].char_indices().map(|(byte, mark)| (at + byte, mark));
        behind.filter(|(byte, mark)| matches!(mark, '］' | '】' | '｝') && !is_patched(patched, *byte))
    };
    let Some((first, _)) = marks().next() else { return Vec::new() };
    let line_end = line_of(text, first).end;
    let here: Vec<(usize, char)> = marks().take_while(|(byte, _)| *byte < line_end).collect();
    let beyond = Beyond::Bracket { open: at, line_end };
    let last = here.iter().rev().take(MOST_TRIED);
    last.map(|&(byte, mark)| Candidate { patches: vec![plain(byte, mark)], beyond }).collect()
}

/// Full-width marks around the fault: those of its line, from the fault backwards and then behind it, then those of the
/// line before.
fn full_width(text: &str, patched: &[Patch], at: usize) -> Vec<Candidate> {
    let line = line_of(text, at);
    let before = line_of(text, line.start.saturating_sub(1));
    let marks = |range: Range<usize>| {
        let start = range.start;
        let found = Syntax::all_full_width_in(&text[range]).map(|(byte, mark)| (start + byte, mark));
        found.filter(|(byte, _)| !is_patched(patched, *byte)).collect::<Vec<_>>()
    };
    let backwards = marks(line.start..at).into_iter().rev();
    let found = backwards.chain(marks(at..line.end)).chain(marks(before.start..line.start).into_iter().rev());
    let candidate = |(byte, mark): (usize, char)| {
        let mut patches = vec![plain(byte, mark)];
        if let Some(second) = second_of(mark) {
            let behind = byte + mark.len_utf8();
            let found = text[behind..].char_indices().find(|(_, other)| *other == second);
            patches.extend(found.map(|(at, second)| plain(behind + at, second)));
        }
        Candidate { patches, beyond: Beyond::Fault { at, mark_end: byte + mark.len_utf8() } }
    };
    let unbalanced =
        [before.clone(), line.clone()].into_iter().flat_map(|line| unbalanced(text, patched, line));
    let beyond = Beyond::Fault { at, mark_end: line.end };
    let together = Candidate { patches: unbalanced.collect(), beyond };
    let spaces = [&line, &before].into_iter().flat_map(|line| indents(text, patched, line, '\u{3000}'));
    let alone = found.take(MOST_TRIED).map(candidate).chain([together]).filter(|one| !one.patches.is_empty());
    spaces.chain(alone).collect()
}

/// Of a line with more opening than closing brackets the last full-width one of each kind.
fn unbalanced(text: &str, patched: &[Patch], line: Range<usize>) -> Vec<Patch> {
    let words = &text[line.clone()];
    let kinds = [('[', ']', ['］', '】']), ('{', '}', ['｝', '｝'])];
    let lacking = kinds
        .into_iter()
        .filter(|(open, close, _)| words.matches(*open).count() > words.matches(*close).count());
    let last = |(_, _, wrong): (char, char, [char; 2])| {
        let mut found = words.rmatch_indices(wrong).map(|(byte, _)| line.start + byte);
        let byte = found.find(|byte| !is_patched(patched, *byte))?;
        Some(plain(byte, text[byte..].chars().next()?))
    };
    let mut patches: Vec<Patch> = lacking.filter_map(last).collect();
    patches.sort_by_key(|patch| patch.range.start);
    patches
}

/// A full-width mark and what YAML wants; between hours and minutes no space follows the colon.
fn plain(byte: usize, mark: char) -> Patch {
    let by = Syntax::ascii_for(mark).unwrap_or(" ").to_owned();
    Patch { range: byte..byte + mark.len_utf8(), by, problem: Syntax::full_width(mark) }
}

/// The mark that closes what a mark opens.
fn second_of(mark: char) -> Option<char> {
    let pairs = [('［', '］'), ('【', '】'), ('｛', '｝'), ('“', '”'), ('‘', '’')];
    pairs.into_iter().find(|(open, _)| *open == mark).map(|(_, close)| close)
}
