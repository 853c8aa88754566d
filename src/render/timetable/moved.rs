//! Below the year: where events are not on the Thursday that is wanted, to which days they moved, and why.

use crate::{
    domain::{
        holidays,
        places::UnitIx,
        thursday::{Month, ThursdayAction},
    },
    render::{
        action::Action,
        block::Section,
        timetable::words::{Heading, Obstacle, Sentence},
        wording::{list, measure},
    },
    timetable::roster::Event,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A line for each month in which something moved, and each reason; nothing where the plan chooses the Thursdays.
pub fn section(action: Action<'_>) -> Section {
    let said = action.settings.months().into_iter().flat_map(|month| said_of(action, month));
    Section::list(action.edition.say(Heading::Moved), said.collect())
}

/// The sentences about one month.
pub fn said_of(action: Action<'_>, month: Month) -> Vec<String> {
    said(action, month, |_| true)
}

/// The same of the events of one unit.
pub fn said_to(action: Action<'_>, month: Month, unit: UnitIx) -> Vec<String> {
    said(action, month, |event| event.unit == unit)
}

fn said(action: Action<'_>, month: Month, is_asked: impl Fn(&Event) -> bool) -> Vec<String> {
    let Action { edition, settings, plan } = action;
    let Some(wanted) = wanted(month, settings) else { return Vec::new() };
    let is_moved = |event: &&Event| event.month() == month && event.date != wanted && is_asked(event);
    let mut whereto: BTreeMap<Obstacle, Vec<NaiveDate>> = BTreeMap::new();
    for event in plan.timetable.events.iter().filter(is_moved) {
        whereto.entry(obstacle(action, event, wanted)).or_default().push(event.date);
    }
    let sentences = whereto.into_iter().map(|(why, dates)| {
        let days: BTreeSet<NaiveDate> = dates.iter().copied().collect();
        let days: Vec<String> = days.into_iter().map(|day| measure::date(edition.language, day)).collect();
        let (wanted, to) = (measure::date(edition.language, wanted), list(edition.language, &days));
        edition.say(Sentence::Moved { wanted, why, events: dates.len(), to })
    });
    sentences.collect()
}

/// What keeps an event from the Thursday that is wanted.
fn obstacle(action: Action<'_>, event: &Event, wanted: NaiveDate) -> Obstacle {
    let Action { edition, settings, plan } = action;
    let domain = edition.domain;
    let that_day = || plan.timetable.events.iter().filter(|other| other.date == wanted);
    let at_the_place = that_day().filter(|other| other.neighbourhood == event.neighbourhood).count();
    match holidays::day(wanted) {
        Some((_, name)) if settings.chinese_holidays && holidays::is_holiday(wanted) => {
            Obstacle::Holiday(name)
        }
        _ if settings.skip.contains(wanted) => Obstacle::Skipped,
        _ if domain.unit(event.unit).closed.bars(wanted, settings.hours) => Obstacle::Closed,
        _ if domain.neighbourhood(event.neighbourhood).closed.bars(wanted, settings.hours) => {
            Obstacle::PlaceClosed
        }
        _ if that_day().any(|other| other.unit == event.unit) => Obstacle::Elsewhere,
        _ if at_the_place >= settings.events_per_day as usize => Obstacle::Full,
        _ if action.is_proven() => Obstacle::Outweighed,
        _ => Obstacle::Nothing,
    }
}

/// The n-th Thursday of a month, or its last where it has fewer; `None` where the plan chooses.
pub fn wanted(month: Month, settings: &ThursdayAction) -> Option<NaiveDate> {
    let thursdays = month.thursdays();
    let position = usize::try_from(settings.nth?).ok()?.checked_sub(1)?;
    thursdays.get(position).or(thursdays.last()).copied()
}
