//! Campaigns side by side, in words and as data.
//!
//! In: a [`Comparison`] and a page. Out: what is compared, the figures as a table, then for each scenario who fares
//! otherwise and what its file changes.

pub mod data;
pub(in crate::render) mod figures;
pub(in crate::render) mod people;

use crate::{
    inquiry::{
        comparison::{Column, Comparison, Conclusion},
        difference::{Difference, Exchange},
    },
    plan::outline::Meeting,
    render::{
        difference::{Say, signed},
        discretion::Discretion,
        layout::{clean::clean, wrap::wrap_hanging},
        names::NamesById,
        page::{Page, bold},
        shown::Shown,
        wording::{Phrase, inquiry::Inquiry, problem},
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
    pub(in crate::render) fn source(&self, column: &Column<'_>) -> Vec<String> {
        let options = column.options.iter().map(|option| self.discretion.said(option));
        std::iter::once(clean(&column.file)).chain(options).collect()
    }
}

/// The whole comparison, ending with a line feed.
pub fn text(sides: &Sides<'_>, page: Page) -> String {
    let mut sections = vec![legend(sides, page), figures::lines(sides.comparison, page)];
    for (position, column) in sides.comparison.columns.iter().enumerate().skip(1) {
        sections.push(people(sides, position, page));
        sections.push(changes(sides, column, position, page));
    }
    sections.iter().map(|lines| lines.join("\n")).collect::<Vec<String>>().join("\n\n") + "\n"
}

/// What a column is called.
pub(in crate::render) fn heading(position: usize, page: Page) -> String {
    match position {
        0 => Inquiry::Base,
        number => Inquiry::Scenario(number),
    }
    .say(page.language)
}

fn legend(sides: &Sides<'_>, page: Page) -> Vec<String> {
    let mut lines = vec![bold(&Inquiry::Title.say(page.language))];
    for (position, column) in sides.comparison.columns.iter().enumerate() {
        let mut words = vec![heading(position, page)];
        words.extend(sides.source(column));
        lines.extend(wrap_hanging(&words.join("  "), page.width, 2));
    }
    lines
}

fn people(sides: &Sides<'_>, position: usize, page: Page) -> Vec<String> {
    let column = &sides.comparison.columns[position];
    let mut lines = vec![bold(&Inquiry::People(heading(position, page)).say(page.language))];
    let Some([base, planned]) = sides.pair(position) else {
        lines.push(Inquiry::NoPlan.say(page.language));
        return lines;
    };
    if column.moves.is_empty() {
        lines.push(Inquiry::NobodyMoves.say(page.language));
    }
    lines.extend(people::lines(&column.moves, base, planned, page));
    let called = NamesById::of([planned, base], sides.discretion.clone(), page.language);
    let say = Say { called: &called, language: page.language };
    if let Some(difference) = &column.difference {
        let pairings = signed(&difference.pairings, |pair| say.pair(pair));
        let events = signed(&of_kept_pairings(difference), |event| say.event(event));
        for (heading, items) in [(Inquiry::Pairings, pairings), (Inquiry::Events, events)] {
            if !items.is_empty() {
                lines.extend([String::new(), bold(&heading.say(page.language))]);
                lines.extend(items.iter().flat_map(|item| wrap_hanging(item, page.width, 2)));
            }
        }
    }
    lines
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

/// What a scenario's file changes, below a heading.
pub(in crate::render) fn changes(
    sides: &Sides<'_>,
    column: &Column<'_>,
    position: usize,
    page: Page,
) -> Vec<String> {
    let mut lines = vec![bold(&Inquiry::Changes(heading(position, page)).say(page.language))];
    let wrong = matches!(column.conclusion, Conclusion::Wrong(_));
    let changes = column.changes.iter().filter(|changes| !wrong || !changes.is_empty());
    let said = changes.map(|changes| sides.discretion.changes(changes).say(page.language));
    let mut said: Vec<String> = said.map(|said| sides.discretion.lines(&said)).collect();
    if wrong {
        said.push(Inquiry::HasErrors.say(page.language));
    } else if said.is_empty() {
        said.push(Inquiry::NoBase.say(page.language));
    }
    said.extend(column.falls_away.iter().map(|note| {
        let words = problem::words(&note.problem, page.language);
        format!("  {}", sides.discretion.said(&words.message))
    }));
    lines
        .extend(said.iter().flat_map(|text| text.lines()).flat_map(|line| wrap_hanging(line, page.width, 4)));
    lines
}
