//! Diagnostics as text with carets, and as data.

pub mod tally;

pub mod words;

use crate::{
    diagnostic::{Diagnostic, Severity},
    domain::Language,
    render::{
        diagnostic::tally::{shown, tally},
        terminal::clean::{in_one_line, marked, visible},
        wording::Phrase,
    },
    source::{Place, Sources},
};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;
use std::fmt::Write as _;

/// How many characters of a line are shown at most on each side of the word.
const LINE_EXCERPT: usize = 2_000;

/// Each diagnostic with its code, its line and a caret under the word, and what to do; a blank line between. Of very
/// many only as many as a person may read, and a line that counts all.
pub fn text(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    language: Language,
    colour: bool,
    width: usize,
) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(width);
    let mut text = String::new();
    for diagnostic in shown(diagnostics) {
        let shown = Shown::of(diagnostic, sources, language);
        let rendered = renderer.render(&[shown.group()]);
        text.push_str(&shown.excerpts.iter().fold(rendered, |text, excerpt| excerpt.without_line(text)));
        text.push_str("\n\n");
    }
    text.truncate(text.trim_end_matches('\n').len());
    if !text.is_empty() {
        text.push('\n');
    }
    if let Some(tally) = tally(diagnostics, language) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{}", in_one_line(&tally.say(language)));
    }
    text
}

/// The same as data.
pub fn records(diagnostics: &[Diagnostic], sources: &Sources, language: Language) -> Vec<Record> {
    diagnostics.iter().map(|found| Record::of(found, sources, language)).collect()
}

/// A diagnostic in a sentence, without its code and its place.
#[derive(Debug, Clone, Copy)]
pub struct Plainly<'a> {
    /// What was found.
    pub found: &'a Diagnostic,
    /// Where it stands.
    pub sources: &'a Sources,
}

impl Plainly<'_> {
    fn words(self, language: Language) -> (&'static str, words::Words) {
        let severity = words::severity(self.found.problem.severity(), language);
        (severity, words_at(self.found, self.sources, language))
    }
}

impl Phrase for Plainly<'_> {
    fn zh(&self) -> String {
        let (severity, words) = self.words(Language::Zh);
        let hint = words.hint.map(|hint| format!("；{hint}")).unwrap_or_default();
        format!("{severity}：{}{hint}", words.message)
    }

    fn en(&self) -> String {
        let (severity, words) = self.words(Language::En);
        let hint = words.hint.map(|hint| format!("; {hint}")).unwrap_or_default();
        format!("{severity}: {}{hint}", words.message)
    }
}

/// One diagnostic as data; lines and columns count from 1, columns in characters, the end is just behind. In a workbook
/// a line is a row, and columns count within the words of the cell.
#[derive(Debug, Serialize)]
pub struct Record {
    code: &'static str,
    severity: &'static str,
    message: String,
    hint: Option<String>,
    #[serde(flatten)]
    place: Option<Range>,
    related: Vec<Range>,
}

#[derive(Debug, Serialize)]
struct Range {
    file: String,
    /// In a workbook: the sheet, and the cell within it.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    line: usize,
    column: usize,
    end: Point,
}

#[derive(Debug, Serialize)]
struct Point {
    line: usize,
    column: usize,
}

impl Record {
    fn of(diagnostic: &Diagnostic, sources: &Sources, language: Language) -> Self {
        let words = words_at(diagnostic, sources, language);
        let range = |place: Place| {
            let ((line, column), end) = (sources.line_column(place), sources.end_line_column(place));
            let end = Point { line: end.0, column: end.1 };
            let spot = sources.spot(place);
            let sheet = spot.map(|spot| spot.sheet.name.clone()).filter(|sheet| !sheet.is_empty());
            let cell = spot.map(|spot| spot.address());
            Range { file: sources.name(place.file).to_owned(), sheet, cell, line, column, end }
        };
        Self {
            code: diagnostic.problem.code(),
            severity: words::severity(diagnostic.problem.severity(), Language::En),
            message: words.message,
            hint: words.hint,
            place: diagnostic.place.map(range),
            related: diagnostic.related.iter().copied().map(range).collect(),
        }
    }
}

/// What is said of a diagnostic where it stands.
fn words_at(diagnostic: &Diagnostic, sources: &Sources, language: Language) -> words::Words {
    let is_cell = diagnostic.place.is_some_and(|place| sources.grid(place.file).is_some());
    let words = if is_cell { words::words_of_cell } else { words::words };
    words(&diagnostic.problem, language)
}

/// What is shown of one diagnostic.
struct Shown {
    level: Level<'static>,
    code: &'static str,
    message: String,
    excerpts: Vec<Excerpt>,
    hint: Option<String>,
    language: Language,
}

/// One line of a file, or of a cell, with a marked stretch.
pub(super) struct Excerpt {
    path: String,
    is_cell: bool,
    line: usize,
    source: String,
    marked: std::ops::Range<usize>,
    label: Option<&'static str>,
}

impl Shown {
    fn of(diagnostic: &Diagnostic, sources: &Sources, language: Language) -> Self {
        let severity = diagnostic.problem.severity();
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let words = words_at(diagnostic, sources, language);
        let related = diagnostic.related.iter().map(|&place| (place, Some(words::related(language))));
        let places = diagnostic.place.map(|place| (place, None)).into_iter().chain(related);
        Self {
            level: level.with_name(words::severity(severity, language)),
            code: diagnostic.problem.code(),
            message: in_one_line(&words.message),
            excerpts: places.map(|(place, label)| Excerpt::of(place, label, sources)).collect(),
            hint: words.hint.as_deref().map(in_one_line),
            language,
        }
    }

    fn group(&self) -> Group<'_> {
        let title = self.level.clone().primary_title(self.message.as_str()).id(self.code);
        let group =
            self.excerpts.iter().fold(Group::with_title(title), |group, excerpt| excerpt.within(group));
        match &self.hint {
            Some(hint) => {
                group.element(Level::HELP.with_name(words::hint(self.language)).message(hint.as_str()))
            }
            None => group,
        }
    }
}

impl Excerpt {
    /// The first line of a place; of a very long line only what stands around the word.
    pub(super) fn of(place: Place, label: Option<&'static str>, sources: &Sources) -> Self {
        let (line, _) = sources.line_column(place);
        let whole = sources.line(place);
        let text = sources.text(place.file);
        let start = place.start.clamp(whole.start, whole.end);
        let end = place.end.clamp(start, whole.end);
        let (from, to) = (start - whole.start, end - whole.start);
        let shown = &text[whole];
        let cut = shown[..from].char_indices().rev().nth(LINE_EXCERPT).map_or(0, |(at, _)| at);
        let rest = shown[from..].char_indices().nth(2 * LINE_EXCERPT);
        let rest = rest.map_or(shown.len(), |(at, _)| from + at);
        let to = to.min(rest);
        let (before, within) = (marked(&shown[cut..from]), marked(&shown[from..to]));
        Self {
            path: visible(&written_at(place, sources)),
            is_cell: sources.spot(place).is_some(),
            line,
            source: [before.as_str(), &within, &marked(&shown[to..rest])].concat(),
            marked: before.len()..before.len() + within.len(),
            label,
        }
    }

    /// Adds it to what is said of one problem.
    pub(super) fn within<'a>(&'a self, group: Group<'a>) -> Group<'a> {
        let kind = if self.label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
        let snippet = Snippet::source(self.source.as_str())
            .line_start(self.line)
            .annotation(kind.span(self.marked.clone()).label(self.label));
        group.element(snippet.path(self.path.as_str()))
    }

    /// What was rendered with it, without the line and column that are always put behind a path: a cell is all in its name.
    pub(super) fn without_line(&self, rendered: String) -> String {
        let path = format!("{}:", self.path);
        if !self.is_cell || !rendered.contains(&path) {
            return rendered;
        }
        let mut parts = rendered.split(path.as_str());
        let first = parts.next().unwrap_or("").to_owned();
        parts.fold(first, |text, part| {
            let rest = part.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ':');
            text + &self.path + rest
        })
    }
}

/// The file, and of a workbook the sheet and the cell: `campaign.xlsx · 岗位 · F7`.
pub fn written_at(place: Place, sources: &Sources) -> String {
    let name = sources.name(place.file);
    match sources.spot(place) {
        Some(spot) if spot.sheet.name.is_empty() => format!("{name} · {}", spot.address()),
        Some(spot) => format!("{name} · {} · {}", spot.sheet.name, spot.address()),
        None => name.to_owned(),
    }
}
