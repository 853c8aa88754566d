//! Campaigns side by side, in words and as data.
//!
//! In: a [`Comparison`]. Out: sections: what is compared, the figures as a table, then for each scenario who fares
//! otherwise and what its file changes.

pub mod data;
pub(in crate::render) mod figures;
pub(in crate::render) mod people;

use crate::{
    domain::Language,
    inquiry::{
        comparison::{ComparedCampaign, Comparison, Conclusion},
        difference::{Difference, Exchange},
    },
    plan::outline::Meeting,
    render::{
        block::{Block, Item, Section},
        diagnostic::words,
        difference::{Say, marked},
        edition::{discretion::Discretion, names::NamesById, shown::Shown},
        terminal::clean::clean,
        wording::{Phrase, inquiry::Inquiry},
    },
};

/// A comparison as it may be shown.
#[derive(Debug)]
pub struct Sides<'a> {
    /// What is compared.
    pub comparison: &'a Comparison<'a>,
    /// The campaign of each column that has a plan.
    pub(in crate::render) shown: Vec<Option<Shown<'a>>>,
    /// For words that belong to no campaign.
    pub(in crate::render) discretion: Discretion,
}

impl<'a> Sides<'a> {
    /// The copy of a comparison; `contacts` permits personal numbers.
    pub fn of(comparison: &'a Comparison<'a>, contacts: bool) -> Self {
        let columns = &comparison.columns;
        let discretion = Discretion::of(columns.iter().filter_map(|column| column.domain), contacts);
        let shown = columns.iter().map(|column| column.planned.map(|one| Shown::of(one.domain, contacts)));
        Self { comparison, shown: shown.collect(), discretion }
    }

    /// The base and another column, where both have a plan.
    pub(in crate::render) fn pair(&self, position: usize) -> Option<[&Shown<'a>; 2]> {
        Some([self.shown.first()?.as_ref()?, self.shown[position].as_ref()?])
    }

    /// What a column is: its file, and with what the campaign was varied.
    pub(in crate::render) fn source(&self, column: &ComparedCampaign<'_>) -> Vec<String> {
        let options = column.options.iter().map(|option| self.discretion.said(option));
        std::iter::once(clean(&column.file)).chain(options).collect()
    }
}

/// The whole comparison, with every level or with those in which the campaigns differ.
pub fn sections(sides: &Sides<'_>, levels: bool, language: Language) -> Vec<Section> {
    let mut sections = vec![legend(sides, language), figures::section(sides.comparison, levels, language)];
    for (position, column) in sides.comparison.columns.iter().enumerate().skip(1) {
        sections.extend(people(sides, position, language));
        let heading = Inquiry::Changes(heading(position, language)).say(language);
        let changes = changes(sides, column, language);
        sections.push(Section::new(heading, vec![Block::Entries(changes, 4)]));
    }
    sections
}

/// What a column is called.
pub(in crate::render) fn heading(position: usize, language: Language) -> String {
    match position {
        0 => Inquiry::Base,
        number => Inquiry::Scenario(number),
    }
    .say(language)
}

fn legend(sides: &Sides<'_>, language: Language) -> Section {
    let columns = sides.comparison.columns.iter().enumerate().map(|(position, column)| {
        let words: Vec<String> =
            std::iter::once(heading(position, language)).chain(sides.source(column)).collect();
        words.join("  ")
    });
    Section::new(Inquiry::Title.say(language), vec![Block::Entries(columns.collect(), 2)])
}

fn people(sides: &Sides<'_>, position: usize, language: Language) -> Vec<Section> {
    let column = &sides.comparison.columns[position];
    let title = Inquiry::People(heading(position, language)).say(language);
    let Some([base, planned]) = sides.pair(position) else {
        return vec![Section::new(title, vec![Block::Sentences(vec![Inquiry::NoPlan.say(language)])])];
    };
    let mut blocks = Vec::new();
    if column.moves.is_empty() {
        blocks.push(Block::Sentences(vec![Inquiry::NobodyMoves.say(language)]));
    }
    for (heading, items) in people::grouped(&column.moves, base, planned, language) {
        blocks.push(Block::Sentences(vec![heading]));
        blocks.push(Block::List(items.into_iter().map(Item::from).collect()));
    }
    let mut sections = vec![Section::new(title, blocks)];
    let called = NamesById::of([planned, base], sides.discretion.clone(), language);
    let say = Say { called: &called, language };
    if let Some(difference) = &column.difference {
        let pairings = marked(language, &difference.pairings, |pair| say.pair(pair));
        let events = marked(language, &of_kept_pairings(difference), |event| say.event(event));
        sections.extend([say.entries(&Inquiry::Pairings, pairings), say.entries(&Inquiry::Events, events)]);
    }
    sections
}

/// The events that differ where the pairing stays; those of other pairings follow from it.
fn of_kept_pairings(difference: &Difference) -> Exchange<Meeting> {
    let Exchange { gone, new } = &difference.pairings;
    let kept = |events: &[Meeting]| {
        let events = events.iter().filter(|event| !gone.contains(&event.pair) && !new.contains(&event.pair));
        events.cloned().collect()
    };
    Exchange { gone: kept(&difference.events.gone), new: kept(&difference.events.new) }
}

/// What a scenario's file changes.
pub(in crate::render) fn changes(
    sides: &Sides<'_>,
    column: &ComparedCampaign<'_>,
    language: Language,
) -> Vec<String> {
    let wrong = matches!(column.conclusion, Conclusion::Wrong(_));
    let changes = column.changes.iter().filter(|changes| !wrong || !changes.is_empty());
    let said = changes.map(|changes| sides.discretion.changes(changes).say(language));
    let mut said: Vec<String> = said.map(|said| sides.discretion.lines(&said)).collect();
    if wrong {
        said.push(Inquiry::HasErrors.say(language));
    } else if said.is_empty() {
        said.push(Inquiry::NoBase.say(language));
    }
    said.extend(column.falls_away.iter().map(|note| {
        let words = words::words(&note.problem, language);
        format!("  {}", sides.discretion.said(&words.message))
    }));
    said.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
}
