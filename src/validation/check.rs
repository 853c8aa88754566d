//! The conversions of written fields, each of which reports what is wrong and then goes on with a stand-in:
//! a campaign with an error never becomes a domain, so that a stand-in is never planned with.

use crate::{
    campaign::{
        schema::Range,
        written::{Location, Text, Texts},
    },
    diagnostic::{
        Diagnostic,
        problem::Problem,
        reference::Reference,
        shape::Shape,
        syntax::Syntax,
        value::{Value, chosen},
    },
    domain::{dates::DateSpan, geography::Coordinates},
    source::{FileId, Place},
    validation::{characters, coordinates, values},
};
use std::collections::BTreeSet;

/// Collects what is wrong.
#[derive(Debug, Default)]
pub(super) struct Check {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Where the errors begin.
    errors: BTreeSet<(FileId, usize)>,
    unsound: bool,
    /// The season, once it is known: dates take from it what they leave out.
    pub(super) season: Option<DateSpan>,
    /// The season and the period of the Thursday Action.
    pub(super) period: Option<DateSpan>,
}

impl Check {
    /// Goes on after what is wrong already.
    pub(super) fn after(found: &[Diagnostic]) -> Self {
        let mut check = Self::default();
        for diagnostic in found {
            check.keep(diagnostic.clone());
        }
        check
    }

    fn keep(&mut self, diagnostic: Diagnostic) {
        if diagnostic.is_error() {
            self.unsound = true;
            self.errors.extend(diagnostic.place.map(|place| (place.file, place.start)));
        }
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn report(&mut self, place: Place, problem: impl Into<Problem>) {
        self.keep(Diagnostic::at(place, problem.into()));
    }

    pub(super) fn report_also(&mut self, place: Place, problem: impl Into<Problem>, related: Place) {
        self.keep(Diagnostic::at(place, problem.into()).related_to(related));
    }

    /// Whether nothing is an error so far.
    pub(super) fn is_sound(&self) -> bool {
        !self.unsound
    }

    /// Whether an error stands within an entry: what it lacks may be what that error took from it.
    pub(super) fn is_faulty(&self, entry: Place) -> bool {
        let (begin, end) = ((entry.file, entry.start), (entry.file, entry.end.max(entry.start + 1)));
        self.errors.range(begin..end).next().is_some()
    }

    /// The text as written, without spaces around it; `None` where the key is left out.
    pub(super) fn text(text: Option<&Text>) -> Option<String> {
        text.map(|text| text.words().to_owned())
    }

    /// Words that may not be empty and have no character that obeys or is none.
    pub(super) fn needed(&mut self, text: Option<&Text>) -> String {
        let Some(text) = text else { return String::new() };
        if text.words().is_empty() {
            self.report(text.place, Value::EmptyText);
        }
        self.refuse_character(text, characters::control(text.words()));
        text.words().to_owned()
    }

    /// Reports a character that words may not have; whether there is one.
    pub(super) fn refuse_character(&mut self, text: &Text, refused: Option<(usize, char)>) -> bool {
        if let Some((at, found)) = refused {
            self.report(text.part(at, at + found.len_utf8()), Value::RefusedCharacter { found });
        }
        refused.is_some()
    }

    /// The name of an entry whose id stands in for it; an entry with neither is reported.
    pub(super) fn name(&mut self, name: Option<&Text>, id: Option<&Text>, at: Place) -> String {
        if name.or(id).is_none() && !self.is_faulty(at) {
            self.report(at, Shape::MissingField { field: "name", word: Some("名称") });
        }
        if name.is_some() { self.needed(name) } else { Self::text(id).unwrap_or_default() }
    }

    /// Free words of a list, each once.
    pub(super) fn words(&mut self, list: Option<&Texts>) -> Vec<String> {
        self.each_once(list.iter().flat_map(|list| &list.value))
    }

    /// Free words, each once; one that stands there already is reported.
    pub(super) fn each_once<'t>(&mut self, texts: impl Iterator<Item = &'t Text>) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for word in texts {
            let text = self.needed(Some(word));
            let comma = text.char_indices().find(|(_, mark)| matches!(mark, '，' | '、' | '；'));
            if word.is_plain()
                && let Some((at, found)) = comma
            {
                let wanted = Syntax::ascii_for(found).unwrap_or(", ");
                let place = word.part(at, at + found.len_utf8());
                self.report(place, Syntax::FullWidthInWords { found, wanted });
            }
            if known.insert(word.words()) {
                words.push(text);
            } else {
                self.report(word.place, Reference::NamedTwice { word: text });
            }
        }
        words
    }

    /// Reports a lower bound above the upper one, at the lower one where it is written.
    pub(super) fn ordered(&mut self, range: &Range, min: u32, max: u32) {
        if min > max {
            let place = range.min.as_ref().or(range.max.as_ref()).map_or(range.at, |text| text.place);
            self.report(place, Value::MinAboveMax { min, max });
        }
    }

    /// What a reading of the words gives; its fault is reported at the words.
    pub(super) fn value<T, P: Into<Problem>>(
        &mut self,
        text: &Text,
        read: impl Fn(&str) -> Result<T, P>,
    ) -> Option<T> {
        match read(text.words()) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.report_value(text, problem, text.place);
                None
            }
        }
    }

    /// A whole number, or the default where none is written.
    pub(super) fn number(&mut self, text: Option<&Text>, default: u32, bounds: (u32, u32)) -> u32 {
        self.optional_number(text, bounds).unwrap_or(default)
    }

    pub(super) fn optional_number(&mut self, text: Option<&Text>, bounds: (u32, u32)) -> Option<u32> {
        text.and_then(|text| self.value(text, |words| values::number(words, bounds.0, bounds.1)))
    }

    /// A limit; `None` where the key is left out: no limit.
    pub(super) fn limit(&mut self, text: Option<&Text>, most: u32) -> Option<u32> {
        text.and_then(|text| {
            self.value(text, |words| match values::number(words, 1, most) {
                Err(Value::NumberTooSmall { .. }) => Err(Value::LimitTooSmall),
                read => read,
            })
        })
    }

    /// What one of a few words stands for.
    pub(super) fn choice<T: Copy>(
        &mut self,
        text: Option<&Text>,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        text.and_then(|text| self.value(text, |words| chosen(words, choices)))
    }

    pub(super) fn location(&mut self, location: &Location) -> Option<Coordinates> {
        let (read, place) = match location {
            Location::List(list) => {
                let read = match list.value.as_slice() {
                    [first, second] => coordinates::coordinates(first.words(), second.words(), false),
                    _ => Err(Value::BadLocation),
                };
                (read, list.place)
            }
            Location::Pasted(text) => {
                let halves = coordinates::halves(text.words()).ok_or(Value::BadLocation);
                (halves.and_then(|(one, other)| coordinates::coordinates(one, other, true)), text.place)
            }
        };
        read.map_err(|problem| self.report(place, problem)).ok()
    }

    /// Full-width marks are the likely reason why a value means nothing: then that is said, at the marks.
    fn report_value(&mut self, text: &Text, problem: impl Into<Problem>, place: Place) {
        // Colons and dashes are read in either width: they are not to blame.
        let is_read = |(_, mark): (usize, char)| matches!(mark, '：' | '－' | '～');
        if Syntax::all_full_width_in(text.words()).all(is_read) || !self.report_full_width(text) {
            self.report(place, problem);
        }
    }

    /// Reports each full-width mark in words that mean nothing; whether there is one.
    pub(super) fn report_full_width(&mut self, text: &Text) -> bool {
        for (at, found) in Syntax::all_full_width_in(text.words()) {
            // Within a value a colon stands between hours and minutes: no space behind it.
            let colon = Syntax::FullWidth { found, wanted: ":" };
            let problem = if found == '：' { colon } else { Syntax::full_width(found) };
            self.report(text.part(at, at + found.len_utf8()), problem);
            if !text.is_plain() {
                break;
            }
        }
        Syntax::full_width_in(text.words()).is_some()
    }
}
