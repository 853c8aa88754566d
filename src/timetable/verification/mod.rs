//! Every rule read a second time, from pairings and events alone; [`recount`] does the same for the levels,
//! [`reasons`] for why something is not.
//!
//! Imports `domain`, the problem's `rule`, `roster` and `reason`: never eligibility, formulation, explanation, lp or solver.

pub mod reasons;
pub mod recount;

use crate::{
    domain::{
        Domain,
        holidays::{Day, day},
        minutes::is_barred,
        thursday::{Month, Pairings, ThursdayAction},
    },
    timetable::{
        roster::{Event, Timetable},
        rule::Rule,
    },
};
use chrono::{Datelike, Weekday};
use std::collections::BTreeMap;

/// A rule that a timetable breaks; `entries` are events.
pub type Violation = crate::planning::violation::Violation<Rule, Subject>;

/// What a violation is about; `render` has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One event that may not be.
    Event,
    /// More than `limit` are allowed.
    Count {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
}

/// Every rule that the timetable breaks, in the order of [`Rule::ALL`].
pub fn violations(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    timetable: &Timetable,
) -> Vec<Violation> {
    let one_day = |event: &Event| event.date;
    Rule::ALL
        .into_iter()
        .flat_map(|rule| match rule {
            Rule::OneEventAMonth => crowded(rule, timetable, 1, |event| {
                (event.unit, event.neighbourhood, event.date.year(), event.date.month())
            }),
            Rule::UnitOnePlace => crowded(rule, timetable, 1, |event| (event.unit, one_day(event))),
            Rule::EventsPerDay => crowded(rule, timetable, action.events_per_day as usize, |event| {
                (event.neighbourhood, one_day(event))
            }),
            _ => barred(rule, domain, action, pairings, timetable),
        })
        .collect()
}

fn barred(
    rule: Rule,
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    timetable: &Timetable,
) -> Vec<Violation> {
    let events = timetable.events.iter().enumerate();
    events
        .filter(|(_, event)| breaks(rule, domain, action, pairings, event))
        .map(|(position, _)| Violation { rule, entries: vec![position], subject: Subject::Event })
        .collect()
}

fn breaks(rule: Rule, domain: &Domain, action: &ThursdayAction, pairings: &Pairings, event: &Event) -> bool {
    let unit = &domain.units[event.unit.0];
    let month = Month::of(event.date);
    match rule {
        Rule::PairedOnly => !pairings.pairings.contains(&event.pairing()),
        Rule::OnAThursday => {
            event.date.weekday() != Weekday::Thu || month < action.first || action.last < month
        }
        Rule::NoHoliday => action.chinese_holidays && matches!(day(event.date), Some((Day::Off, _))),
        Rule::NotSkipped => action.skip.contains(event.date),
        Rule::UnitClosed => is_barred(&unit.closed, event.date, action.hours),
        Rule::NeighbourhoodClosed => {
            is_barred(&domain.neighbourhoods[event.neighbourhood.0].closed, event.date, action.hours)
        }
        Rule::ThemeOffered => !unit.offers.contains(&event.theme),
        Rule::ThemeMonths => {
            domain.themes[event.theme.0].months.as_ref().is_some_and(|months| !months.contains(&month.month))
        }
        Rule::OneEventAMonth | Rule::UnitOnePlace | Rule::EventsPerDay => false,
    }
}

/// Every group of more than `limit` events of one key.
fn crowded<K: Ord>(
    rule: Rule,
    timetable: &Timetable,
    limit: usize,
    key: impl Fn(&Event) -> K,
) -> Vec<Violation> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (position, event) in timetable.events.iter().enumerate() {
        groups.entry(key(event)).or_default().push(position);
    }
    groups
        .into_values()
        .filter(|events| events.len() > limit)
        .map(|events| Violation {
            rule,
            subject: Subject::Count { found: events.len(), limit },
            entries: events,
        })
        .collect()
}
