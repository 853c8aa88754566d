//! The value of each level, recounted from pairings and events.

use crate::{
    domain::{
        Domain,
        lot::lot,
        places::NeighbourhoodIx,
        themes::ThemeIx,
        thursday::{Month, Pairings, ThursdayAction},
    },
    planning::earlier::Earlier,
    timetable::{
        level::Level,
        roster::{Event, Timetable},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The value of each level in force, in order.
pub fn recount(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    timetable: &Timetable,
    previous: Option<&Earlier<Event>>,
) -> Vec<(Level, i64)> {
    let events = &timetable.events;
    let value = |level| match level {
        Level::Changes => previous.map(|previous| {
            let gone = previous.stands.iter().filter(|earlier| !events.contains(earlier));
            count(gone) + i64::try_from(previous.gone).unwrap_or(i64::MAX)
        }),
        Level::Held => Some(held(action, pairings, events)),
        Level::Moved => action.nth.map(|nth| events.iter().map(|event| moved(nth, event.date)).sum()),
        Level::Rested => (action.repeat_theme_after > 1).then(|| rested(action, events)),
        Level::Needs => Some(needs(domain, events)),
        Level::Wanted => {
            Some(count(events.iter().filter(|event| wants(domain, event.neighbourhood, event.theme))))
        }
        Level::Variety => Some(variety(events)),
        Level::Spread => action.nth.is_none().then(|| spread(events)),
        Level::Lot => Some(events.iter().map(|event| drawn(domain, event)).sum()),
    };
    Level::ALL.into_iter().filter_map(|level| Some((level, value(level)?))).collect()
}

/// Whether more of a level is better.
pub fn seeks_most(level: Level) -> bool {
    match level {
        Level::Needs | Level::Wanted => true,
        Level::Changes
        | Level::Held
        | Level::Moved
        | Level::Rested
        | Level::Variety
        | Level::Spread
        | Level::Lot => false,
    }
}

/// The events before the day from which on an earlier plan may change that are in one of the two timetables only.
pub fn unsettled(timetable: &Timetable, previous: &Earlier<Event>) -> Vec<Event> {
    let Some(first) = previous.settled.keep_until else { return Vec::new() };
    let early = |events: &[Event]| -> BTreeSet<Event> {
        events.iter().copied().filter(|event| event.date < first).collect()
    };
    early(&timetable.events).symmetric_difference(&early(&previous.stands)).copied().collect()
}

fn held(action: &ThursdayAction, pairings: &Pairings, events: &[Event]) -> i64 {
    let lacks = pairings.pairings.iter().flat_map(|pairing| {
        action.months().into_iter().filter(|month| {
            !events.iter().any(|event| {
                (event.unit, event.neighbourhood) == (pairing.unit, pairing.neighbourhood)
                    && Month::of(event.date) == *month
            })
        })
    });
    count(lacks)
}

/// 0 on the day wanted, 2w − 1 when w weeks later, 2w when w weeks earlier.
fn moved(nth: u32, date: NaiveDate) -> i64 {
    let thursdays = Month::of(date).thursdays();
    let wanted = thursdays.get(nth as usize - 1).or(thursdays.last());
    let weeks = wanted.map_or(0, |wanted| (date - *wanted).num_days() / 7);
    if weeks > 0 { 2 * weeks - 1 } else { -2 * weeks }
}

fn rested(action: &ThursdayAction, events: &[Event]) -> i64 {
    let window = i64::from(action.repeat_theme_after);
    let mut months: BTreeMap<(NeighbourhoodIx, ThemeIx), Vec<i64>> = BTreeMap::new();
    for event in events {
        let month = number(Month::of(event.date));
        months.entry((event.neighbourhood, event.theme)).or_default().push(month);
    }
    let starts = number(action.first) - window + 1..=number(action.last);
    let returns = |months: &Vec<i64>| -> i64 {
        let within = |start| count(months.iter().filter(|month| (start..start + window).contains(*month)));
        starts.clone().map(|start| (within(start) - 1).max(0)).sum()
    };
    months.values().map(returns).sum()
}

fn needs(domain: &Domain, events: &[Event]) -> i64 {
    let held: BTreeSet<(NeighbourhoodIx, ThemeIx)> =
        events.iter().map(|event| (event.neighbourhood, event.theme)).collect();
    let met = domain.neighbourhoods.iter().enumerate().flat_map(|(place, neighbourhood)| {
        let ranked = neighbourhood.needs.iter().rev().zip(1_i64..);
        let met = ranked.filter(|(theme, _)| held.contains(&(NeighbourhoodIx(place), **theme)));
        met.map(|(_, weight)| weight).collect::<Vec<i64>>()
    });
    met.sum()
}

fn wants(domain: &Domain, neighbourhood: NeighbourhoodIx, theme: ThemeIx) -> bool {
    domain.neighbourhoods[neighbourhood.0].needs.contains(&theme)
}

fn variety(events: &[Event]) -> i64 {
    let mut many: BTreeMap<(NeighbourhoodIx, ThemeIx), i64> = BTreeMap::new();
    for event in events {
        *many.entry((event.neighbourhood, event.theme)).or_default() += 1;
    }
    many.values().map(|events| events * (events - 1) / 2).sum()
}

fn spread(events: &[Event]) -> i64 {
    let mut on_day: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for event in events {
        *on_day.entry(event.date).or_default() += 1;
    }
    let mut busiest: BTreeMap<Month, i64> = BTreeMap::new();
    for (date, events) in on_day {
        let busiest = busiest.entry(Month::of(date)).or_default();
        *busiest = events.max(*busiest);
    }
    busiest.values().sum()
}

fn drawn(domain: &Domain, event: &Event) -> i64 {
    let date = event.date.format("%Y-%m-%d").to_string();
    lot(&[
        domain.campaign.seed.as_str(),
        domain.units[event.unit.0].id.as_str(),
        domain.neighbourhoods[event.neighbourhood.0].id.as_str(),
        date.as_str(),
        domain.themes[event.theme.0].id.as_str(),
    ])
}

/// Months counted from the year 0.
fn number(month: Month) -> i64 {
    i64::from(month.year) * 12 + i64::from(month.month)
}

fn count(items: impl Iterator) -> i64 {
    i64::try_from(items.count()).unwrap_or(i64::MAX)
}
