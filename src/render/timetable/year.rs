//! The year at a glance: pairings × months.

use crate::{
    domain::thursday::{Month, Pairing},
    render::{
        action::Action,
        block::{Block, Cell, Field, Give, Section, Table},
        facts::words::Head,
        timetable::words::{Heading, Sentence},
        wording::measure,
    },
    timetable::roster::Event,
};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Months beside each other: a year, half of it, a quarter, one or two.
const BESIDE: [usize; 6] = [12, 6, 4, 3, 2, 1];

/// A table for each stretch of months, as many months beside each other as there is room for, and units beside their
/// neighbourhoods rather than above them.
pub fn section(action: Action<'_>) -> Section {
    let months = action.settings.months();
    let year = Year { action, days: days(action), events: by_month(action), pairings: action.pairings() };
    let arrangement = |&(beside, is_wide): &(usize, bool)| {
        months.chunks(beside).map(|months| year.table(months, is_wide)).collect()
    };
    let arrangements = BESIDE.into_iter().flat_map(|beside| [(beside, true), (beside, false)]);
    let arrangements: Vec<(usize, bool)> = arrangements.collect();
    let tables = Block::Tables(arrangements.iter().map(arrangement).collect());
    Section::new(action.edition.say(Heading::Year), vec![tables])
}

/// What is known of the year before it is laid out.
struct Year<'a> {
    action: Action<'a>,
    /// The day of a month on which whatever is held in it is held.
    days: BTreeMap<Month, NaiveDate>,
    events: ByMonth,
    pairings: Vec<Pairing>,
}

impl Year<'_> {
    fn table(&self, months: &[Month], is_wide: bool) -> Table {
        let edition = self.action.edition;
        let unit = move |one: &Pairing| edition.names.unit(one.unit).to_owned();
        let place = move |one: &Pairing| edition.neighbourhood(one.neighbourhood).to_owned();
        let mut fields = if is_wide {
            vec![
                Field::new(edition.say(Head::Unit), Give::Wraps(26), move |one| Cell::Text(unit(one))),
                Field::new(edition.say(Head::Neighbourhood), Give::Wraps(22), move |one| {
                    Cell::Text(place(one))
                }),
            ]
        } else {
            let both = move |one: &Pairing| Cell::Text(format!("{}\n{}", unit(one), place(one)));
            vec![Field::new(edition.say(Heading::Pairing), Give::Wraps(16), both)]
        };
        fields.extend(months.iter().enumerate().map(|(position, &month)| self.month(month, position == 0)));
        let is_dense = months.iter().all(|month| self.days.contains_key(month));
        Table { is_dense, ..Table::of(&fields, std::slice::from_ref(&self.pairings)) }
    }

    /// The column of a month: the day above it where that is the same for all, else in each cell.
    fn month(&self, month: Month, is_first: bool) -> Field<'_, Pairing> {
        let language = self.action.edition.language;
        let name = if month.month == 1 || is_first {
            measure::month(language, month)
        } else {
            measure::month_of_year(language, month.month)
        };
        let Some(&day) = self.days.get(&month) else {
            let cell = move |pairing: &Pairing| Cell::words(self.events.get(&(*pairing, month)).cloned());
            return Field::new(name, Give::Wraps(8), cell);
        };
        let theme = move |pairing: &Pairing| {
            let event = self.action.events_of(*pairing, month).next();
            Cell::words(event.map(|event| self.action.edition.theme(event.theme).to_owned()))
        };
        let day = self.action.edition.say(Sentence::Day(day.day()));
        Field::new(format!("{name}\n{day}"), Give::Wraps(8), theme)
    }
}

/// The day of each month in which all that is held, a pairing once, is held on one.
fn days(action: Action<'_>) -> BTreeMap<Month, NaiveDate> {
    let mut found: BTreeMap<Month, BTreeSet<NaiveDate>> = BTreeMap::new();
    let mut held: BTreeMap<(Pairing, Month), usize> = BTreeMap::new();
    for event in &action.plan.timetable.events {
        found.entry(event.month()).or_default().insert(event.date);
        *held.entry((event.pairing(), event.month())).or_default() += 1;
    }
    let is_once = |month: Month| held.iter().all(|((_, of), &times)| *of != month || times == 1);
    let single = found.into_iter().filter(|(month, days)| days.len() == 1 && is_once(*month));
    single.filter_map(|(month, days)| Some((month, days.into_iter().next()?))).collect()
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
