//! Below the year: where events are not on the Thursday that is wanted, to which days they moved, and why.

use crate::{
    domain::{
        holidays,
        thursday::{Month, ThursdayAction},
    },
    render::{
        thursday::Report,
        wording::{
            Phrase, list, measure,
            thursday::{
                heading::Heading,
                sentence::{Obstacle, Sentence},
            },
        },
    },
    timetable::roster::Event,
};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// A line for each month in which something moved, and each reason; nothing where the plan chooses the Thursdays.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    vec![report.headed(Heading::Moved, &said(report))]
}

/// The sentences alone.
pub fn said(report: Report<'_>) -> Vec<String> {
    let moved = report.action.months().into_iter().flat_map(|month| moved(report, month));
    moved.map(|sentence| sentence.say(report.page.language)).collect()
}

/// The sentences about one month.
pub fn said_of(report: Report<'_>, month: Month) -> Vec<String> {
    moved(report, month).iter().map(|sentence| sentence.say(report.page.language)).collect()
}

fn moved(report: Report<'_>, month: Month) -> Vec<Sentence> {
    let Report { action, plan, page, .. } = report;
    let Some(wanted) = wanted(month, action) else { return Vec::new() };
    let is_moved = |event: &&Event| {
        (event.date.year(), event.date.month()) == (month.year, month.month) && event.date != wanted
    };
    let mut whereto: BTreeMap<Obstacle, Vec<NaiveDate>> = BTreeMap::new();
    for event in plan.timetable.events.iter().filter(is_moved) {
        whereto.entry(obstacle(report, event, wanted)).or_default().push(event.date);
    }
    let sentences = whereto.into_iter().map(|(why, dates)| {
        let days: BTreeSet<NaiveDate> = dates.iter().copied().collect();
        let days: Vec<String> = days.into_iter().map(|day| measure::date(page.language, day)).collect();
        let (wanted, to) = (measure::date(page.language, wanted), list(page.language, &days));
        Sentence::Moved { wanted, why, events: dates.len(), to }
    });
    sentences.collect()
}

/// What keeps an event from the Thursday that is wanted.
fn obstacle(report: Report<'_>, event: &Event, wanted: NaiveDate) -> Obstacle {
    let Report { domain, action, plan, .. } = report;
    let that_day = || plan.timetable.events.iter().filter(|other| other.date == wanted);
    let at_the_place = that_day().filter(|other| other.neighbourhood == event.neighbourhood).count();
    match holidays::day(wanted) {
        Some((_, name)) if action.chinese_holidays && holidays::is_holiday(wanted) => Obstacle::Holiday(name),
        _ if action.skip.contains(wanted) => Obstacle::Skipped,
        _ if domain.unit(event.unit).closed.contains(wanted) => Obstacle::Closed,
        _ if domain.neighbourhood(event.neighbourhood).closed.contains(wanted) => Obstacle::PlaceClosed,
        _ if that_day().any(|other| other.unit == event.unit) => Obstacle::Elsewhere,
        _ if at_the_place >= action.events_per_day as usize => Obstacle::Full,
        _ if report.is_proven() => Obstacle::Outweighed,
        _ => Obstacle::Nothing,
    }
}

/// The n-th Thursday of a month, or its last where it has fewer; `None` where the plan chooses.
pub fn wanted(month: Month, action: &ThursdayAction) -> Option<NaiveDate> {
    let thursdays = month.thursdays();
    let position = usize::try_from(action.nth?).ok()?.checked_sub(1)?;
    thursdays.get(position).or(thursdays.last()).copied()
}
