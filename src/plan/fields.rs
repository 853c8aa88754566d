//! Walks the nodes of a saved plan against what each key wants, and keeps every problem on the way.

use crate::{
    diagnostic::{
        Diagnostic,
        dates::Dates,
        nearest::nearest,
        problem::Problem,
        shape::{Shape, Similar, Wanted},
        value::{Value as BadValue, chosen},
    },
    document::{Key, Node, Value},
    domain::time::Hours,
    plan::entries::EntryKind,
    source::Place,
};
use chrono::{Datelike, NaiveDate};

/// The words for yes and no.
pub(super) const TRUTH: [(&str, bool); 2] = [("false", false), ("true", true)];

/// What was found wrong so far.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A map whose keys are all known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a> {
    pub(super) place: Place,
    entries: &'a [(Key, Node)],
}

impl<'a> Fields<'a> {
    /// The value behind a key; nothing where it is left out or null.
    pub(super) fn optional(&self, field: &str) -> Option<&'a Node> {
        let entry = self.entries.iter().find(|(key, _)| key.text == field);
        entry.map(|(_, node)| node).filter(|node| node.value != Value::Null)
    }
}

impl Walk {
    /// Keeps a problem.
    pub(super) fn report(&mut self, place: Place, problem: impl Into<Problem>) {
        self.diagnostics.push(Diagnostic::at(place, problem.into()));
    }

    /// The map behind `field`; keys that are not `known` are problems.
    pub(super) fn fields<'a>(
        &mut self,
        node: &'a Node,
        field: &'static str,
        known: &[&'static str],
    ) -> Option<Fields<'a>> {
        let Value::Map(entries) = &node.value else {
            self.report(node.place, Shape::WrongType { field, wanted: Wanted::Map });
            return None;
        };
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.text.as_str())) {
            let similar = nearest(&key.text, known.iter().copied()).map(Similar::here);
            self.report(key.place, Shape::UnknownKey { key: key.text.clone(), similar });
        }
        Some(Fields { place: node.place, entries })
    }

    /// The value behind a key that must be there.
    pub(super) fn required<'a>(&mut self, fields: Fields<'a>, field: &'static str) -> Option<&'a Node> {
        let found = fields.optional(field);
        if found.is_none() {
            self.report(fields.place, Shape::MissingField { field, word: None });
        }
        found
    }

    /// What is read of the entries of a list; nothing where it is left out.
    pub(super) fn entries<'a, T>(
        &mut self,
        fields: Fields<'a>,
        kind: &EntryKind,
        read: impl Fn(&mut Self, Fields<'a>) -> Option<T>,
    ) -> Vec<T> {
        let known = [kind.keys, kind.others].concat();
        let nodes = self.list(fields, kind.list).iter();
        nodes
            .filter_map(|node| {
                let entry = self.fields(node, kind.list, &known)?;
                read(self, entry)
            })
            .collect()
    }

    /// The nodes behind a key; none where it is left out.
    fn list<'a>(&mut self, fields: Fields<'a>, field: &'static str) -> &'a [Node] {
        match fields.optional(field).map(|node| (node.place, &node.value)) {
            None => &[],
            Some((_, Value::List(nodes))) => nodes,
            Some((place, _)) => {
                self.report(place, Shape::WrongType { field, wanted: Wanted::Maps });
                &[]
            }
        }
    }

    /// The words behind a key that must be there, with their place.
    pub(super) fn word(&mut self, fields: Fields<'_>, field: &'static str) -> Option<Word> {
        let node = self.required(fields, field)?;
        let word = node.text().map(|text| Word { text: text.to_owned(), place: node.place });
        if word.is_none() {
            self.report(node.place, Shape::WrongType { field, wanted: Wanted::Text });
        }
        word
    }

    /// The words of the list behind a key; none where it is left out.
    pub(super) fn words(&mut self, fields: Fields<'_>, field: &'static str) -> Vec<String> {
        let Some(node) = fields.optional(field) else { return Vec::new() };
        let Value::List(items) = &node.value else {
            self.report(node.place, Shape::WrongType { field, wanted: Wanted::Texts });
            return Vec::new();
        };
        let mut words = Vec::new();
        for item in items {
            match item.text() {
                Some(text) => words.push(text.to_owned()),
                None => self.report(item.place, Shape::WrongItem { wanted: Wanted::Text }),
            }
        }
        words
    }

    /// The whole number behind a key that must be there.
    pub(super) fn number<T: std::str::FromStr>(
        &mut self,
        fields: Fields<'_>,
        field: &'static str,
    ) -> Option<T> {
        let word = self.word(fields, field)?;
        let number = word.text.parse().ok();
        if number.is_none() {
            self.report(word.place, BadValue::BadNumber);
        }
        number
    }

    /// The date behind a key that must be there, such as `2018-10-23`.
    pub(super) fn date(&mut self, fields: Fields<'_>, field: &'static str) -> Option<NaiveDate> {
        let word = self.word(fields, field)?;
        let date = NaiveDate::parse_from_str(&word.text, "%Y-%m-%d").ok();
        let date = date.filter(|date| (1..=9999).contains(&date.year()));
        if date.is_none() {
            self.report(word.place, Dates::BadDate);
        }
        date
    }

    /// The hours behind a key that must be there, such as `09:00-17:00`.
    pub(super) fn hours(&mut self, fields: Fields<'_>, field: &'static str) -> Option<Hours> {
        let word = self.word(fields, field)?;
        let hours = word.text.split_once('-');
        let hours = hours.and_then(|(start, end)| {
            let (start, end) = (minute_of_day(start)?, minute_of_day(end)?);
            Hours::between(start, end)
        });
        if hours.is_none() {
            self.report(word.place, BadValue::BadHours);
        }
        hours
    }

    /// The minute of the day behind a key that must be there, such as `10:30`.
    pub(super) fn minute(&mut self, fields: Fields<'_>, field: &'static str) -> Option<u16> {
        let word = self.word(fields, field)?;
        let minute = minute_of_day(&word.text);
        if minute.is_none() {
            self.report(word.place, BadValue::BadHours);
        }
        minute
    }

    /// What one of a few words behind a key that must be there stands for.
    pub(super) fn choice<T: Copy>(
        &mut self,
        fields: Fields<'_>,
        field: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let word = self.word(fields, field)?;
        self.chosen(&word, choices)
    }

    /// What one of a few words stands for.
    pub(super) fn chosen<T: Copy>(&mut self, word: &Word, choices: &[(&'static str, T)]) -> Option<T> {
        chosen(&word.text, choices).map_err(|problem| self.report(word.place, problem)).ok()
    }
}

/// Words of the file and where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) place: Place,
}

/// Minutes since midnight, such as `10:30`.
fn minute_of_day(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60).then(|| hour * 60 + minute)
}
