//! Campaigns side by side, in words and as data.
//!
//! In: a [`Comparison`] and a page. Out: what is compared, the figures as a table, then for each scenario who fares
//! otherwise and what its file changes.

pub mod data;
pub(in crate::render) mod figures;
pub(in crate::render) mod people;

use crate::{
    inquiry::{
        comparison::{Column, Comparison, Fate},
        difference::{Difference, Exchange},
    },
    plan::outline::Meeting,
    render::{
        called::Called,
        difference::{Say, signed},
        layout::{clean::clean, wrap::wrap_hanging},
        page::{Page, bold},
        wording::{Phrase, inquiry::Inquiry, problem},
    },
};

/// The whole comparison, ending with a line feed.
pub fn text(comparison: &Comparison<'_>, page: Page) -> String {
    let mut sections = vec![legend(comparison, page), figures::lines(comparison, page)];
    for (position, column) in comparison.columns.iter().enumerate().skip(1) {
        sections.push(people(comparison, position, page));
        sections.push(changes(column, position, page));
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

fn legend(comparison: &Comparison<'_>, page: Page) -> Vec<String> {
    let mut lines = vec![bold(&Inquiry::Title.say(page.language))];
    for (position, column) in comparison.columns.iter().enumerate() {
        let mut words = vec![heading(position, page), clean(&column.file)];
        words.extend(column.options.iter().map(|option| clean(option)));
        lines.extend(wrap_hanging(&words.join("  "), page.width, 2));
    }
    lines
}

fn people(comparison: &Comparison<'_>, position: usize, page: Page) -> Vec<String> {
    let column = &comparison.columns[position];
    let mut lines = vec![bold(&Inquiry::People(heading(position, page)).say(page.language))];
    let base = comparison.columns.first().and_then(|base| base.planned);
    let (Some(base), Some(planned)) = (base, column.planned) else {
        lines.push(Inquiry::NoPlan.say(page.language));
        return lines;
    };
    if column.moves.is_empty() {
        lines.push(Inquiry::NobodyMoves.say(page.language));
    }
    lines.extend(people::lines(&column.moves, base, planned, page));
    let called = Called::of([planned.domain, base.domain], page.language);
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
pub(in crate::render) fn changes(column: &Column<'_>, position: usize, page: Page) -> Vec<String> {
    let mut lines = vec![bold(&Inquiry::Changes(heading(position, page)).say(page.language))];
    let wrong = matches!(column.fate, Fate::Wrong(_));
    let changes = column.changes.iter().filter(|changes| !wrong || !changes.is_empty());
    let mut said: Vec<String> = changes.map(|changes| changes.say(page.language)).collect();
    if wrong {
        said.push(Inquiry::HasErrors.say(page.language));
    } else if said.is_empty() {
        said.push(Inquiry::NoBase.say(page.language));
    }
    said.extend(column.falls_away.iter().map(|note| {
        let words = problem::words(&note.problem, page.language);
        format!("  {}", words.message)
    }));
    lines
        .extend(said.iter().flat_map(|text| text.lines()).flat_map(|line| wrap_hanging(line, page.width, 4)));
    lines
}
