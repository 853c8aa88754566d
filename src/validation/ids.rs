//! Ids: every entry of a kind by its id, and the nearest one where an id is unknown.

use crate::{
    campaign::{fields::Entry as _, schema::File, written::Text},
    diagnostic::{
        nearest::Dictionary,
        reference::{Kind, Reference},
        shape::Shape,
    },
    source::Place,
    validation::{characters, check::Check},
};
use std::collections::BTreeMap;

/// The entries of one kind, sorted by id.
pub(super) struct Ids {
    kind: Kind,
    /// Id to position among the sorted entries.
    positions: BTreeMap<String, usize>,
    /// Position among the sorted entries to position in the file.
    pub(super) order: Vec<usize>,
    /// Id and place of each sorted entry.
    pub(super) entries: Vec<(String, Place)>,
    /// What each sorted entry is called: its name, else its id.
    called: Vec<String>,
    /// Names that are no ids, each with the position of a sorted entry that bears it.
    names: BTreeMap<String, usize>,
    /// Ids and names, each with the position of its sorted entry, once an unknown word was looked for.
    dictionary: Option<Dictionary<usize>>,
    /// Whether it was said that there are none at all.
    said_missing: bool,
}

impl Ids {
    /// Ids of entries in the order of the file: the id as written, else the name or title; and where the entry
    /// stands, should it have neither.
    pub(super) fn of<'a>(
        kind: Kind,
        written: impl Iterator<Item = (Option<&'a Text>, Option<&'a Text>, Place)>,
        check: &mut Check,
    ) -> Self {
        let mut entries: Vec<(String, Place, usize)> = Vec::new();
        let mut names: Vec<Option<&str>> = Vec::new();
        for (position, (id, name, at)) in written.enumerate() {
            check.needed(id);
            let named = id.or(name);
            if let Some(text) = named
                && characters::control(text.words()).is_none()
            {
                check.refuse_character(text, characters::unwritable(text.words()));
            }
            let text = named.map_or(String::new(), |text| text.words().to_owned());
            names.push(name.map(Text::words));
            entries.push((text, named.map_or(at, |text| text.place), position));
        }
        entries.sort_by(|one, other| one.0.cmp(&other.0).then(one.2.cmp(&other.2)));
        for pair in entries.windows(2).filter(|pair| pair[0].0 == pair[1].0 && !pair[0].0.is_empty()) {
            let problem = Reference::DuplicateId { kind, id: pair[1].0.clone() };
            check.report_also(pair[1].1, problem, pair[0].1);
        }
        let mut positions = BTreeMap::new();
        for (position, (id, _, _)) in entries.iter().enumerate().filter(|(_, entry)| !entry.0.is_empty()) {
            positions.entry(id.clone()).or_insert(position);
        }
        let called =
            entries.iter().map(|(id, _, position)| names[*position].unwrap_or(id).to_owned()).collect();
        let names = entries.iter().enumerate().filter_map(|(sorted, (id, _, position))| {
            let name = names[*position].filter(|name| *name != id && !id.is_empty())?;
            Some((name.to_owned(), sorted))
        });
        let names = names.rev().collect();
        let order = entries.iter().map(|(_, _, position)| *position).collect();
        let entries = entries.into_iter().map(|(id, place, _)| (id, place)).collect();
        Self { kind, positions, order, entries, called, names, dictionary: None, said_missing: false }
    }

    /// Reports once that there is no entry at all where some are asked for; whether that is so.
    pub(super) fn are_missing(&mut self, place: Place, check: &mut Check) -> bool {
        let missing = self.entries.is_empty();
        if missing && !self.said_missing {
            self.said_missing = true;
            let field = self.kind.section();
            let known = File::KEYS.known.iter().find(|known| known.key == field);
            check.report(place, Shape::MissingField { field, word: known.map(|known| known.word) });
        }
        missing
    }

    /// The name of a sorted entry, else its id.
    pub(super) fn called(&self, position: usize) -> String {
        self.called[position].clone()
    }

    /// The position of the entry that a word names, silently `None` where there is none.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        self.positions.get(word).copied()
    }

    /// The position of the entry that a word names; an unknown one is reported, unless something is wrong with the word
    /// already: that several entries bear the name.
    pub(super) fn resolve(&mut self, word: &Text, check: &mut Check) -> Option<usize> {
        let found = self.find(word.words());
        if found.is_none() && !check.is_faulty(word.place) && !self.are_missing(word.place, check) {
            self.report_unknown(word, check);
        }
        found
    }

    fn report_unknown(&mut self, word: &Text, check: &mut Check) {
        if check.refuse_character(word, characters::unwritable(word.words())) {
            return;
        }
        if word.is_plain() && check.report_full_width(word) {
            return;
        }
        let similar = self.similar(word.words());
        // An entry without any name was reported; it may be the one that is meant.
        let may_be_nameless = similar.is_none() && self.entries.first().is_some_and(|(id, _)| id.is_empty());
        if !may_be_nameless {
            let (kind, id) = (self.kind, word.words().to_owned());
            check.report(word.place, Reference::UnknownId { kind, id, similar });
        }
    }

    /// The id that was probably meant, by itself or by the name of its entry.
    fn similar(&mut self, word: &str) -> Option<String> {
        let words =
            self.names.iter().chain(&self.positions).map(|(word, position)| (word.as_str(), *position));
        let dictionary = self.dictionary.get_or_insert_with(|| Dictionary::of(words));
        dictionary.nearest(word).map(|position| self.entries[*position].0.clone())
    }
}
