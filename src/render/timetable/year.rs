//! The year at a glance: pairings × months.

use crate::{
    domain::thursday::{Month, Pairing},
    render::{
        action::Action,
        block::{Block, Cell, Field, Give, Section, Table},
        timetable::words::{Heading, Sentence},
        wording::measure,
    },
    timetable::roster::Event,
};
use chrono::Datelike;
use std::collections::BTreeMap;

/// Months beside each other: a year, half of it, a quarter, one or two.
const BESIDE: [usize; 6] = [12, 6, 4, 3, 2, 1];

/// A table for each stretch of months, as many months beside each other as there is room for.
pub fn section(action: Action<'_>) -> Section {
    let (months, pairings) = (action.settings.months(), action.pairings());
    let events = &by_month(action);
    let arrangement =
        |beside| months.chunks(beside).map(|months| table(action, events, &pairings, months)).collect();
    let arrangements = Block::Tables(BESIDE.into_iter().map(arrangement).collect());
    Section::new(action.edition.say(Heading::Year), vec![arrangements])
}

fn table(action: Action<'_>, events: &ByMonth, pairings: &[Pairing], months: &[Month]) -> Table {
    let edition = action.edition;
    let pairing = move |one: &Pairing| {
        let (unit, place) = (edition.names.unit(one.unit), edition.neighbourhood(one.neighbourhood));
        Cell::Text(format!("{unit}\n{place}"))
    };
    let mut fields = vec![Field::new(edition.say(Heading::Pairing), Give::Wraps(16), pairing)];
    fields.extend(months.iter().enumerate().map(|(position, &month)| {
        let heading = if month.month == 1 || position == 0 {
            measure::month(edition.language, month)
        } else {
            measure::month_of_year(edition.language, month.month)
        };
        let cell = move |pairing: &Pairing| Cell::words(events.get(&(*pairing, month)).cloned());
        Field::new(heading, Give::Wraps(8), cell)
    }));
    Table::of(&fields, &[pairings.to_vec()])
}

/// What each pairing has in each month: the day, and below it the theme.
pub type ByMonth = BTreeMap<(Pairing, Month), String>;

/// Every event in its cell.
pub fn by_month(action: Action<'_>) -> ByMonth {
    let cell = |event: &Event| {
        let theme = action.edition.theme(event.theme).to_owned();
        let said = action.edition.say(Sentence::Cell { day: event.date.day(), theme });
        ((event.pairing(), event.month()), said)
    };
    action.plan.timetable.events.iter().map(cell).collect()
}
