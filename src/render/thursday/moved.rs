//! Below the year: where events are not on the Thursday that is wanted, to which days they moved, and why.

use crate::{
    domain::{holidays, thursday::Month},
    render::{
        thursday::Report,
        wording::{
            Phrase, list, measure,
            thursday::{
                heading::Heading,
                sentence::{Hindrance, Sentence},
            },
        },
    },
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// A line for each month in which something moved; nothing where the plan chooses the Thursdays.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    let language = report.page.language;
    let moved = report.action.months().into_iter().filter_map(|month| moved(report, month));
    let items: Vec<String> = moved.map(|sentence| sentence.say(language)).collect();
    vec![report.headed(Heading::Moved, &items)]
}

fn moved(report: Report<'_>, month: Month) -> Option<Sentence> {
    let Report { action, plan, page, .. } = report;
    let wanted = wanted(month, action.nth?)?;
    let dates = plan.timetable.events.iter().map(|event| event.date);
    let moved: Vec<NaiveDate> = dates
        .filter(|date| (date.year(), date.month()) == (month.year, month.month) && *date != wanted)
        .collect();
    if moved.is_empty() {
        return None;
    }
    let holiday = action.chinese_holidays && holidays::is_holiday(wanted);
    let why = match holidays::day(wanted) {
        Some((_, name)) if holiday => Hindrance::Holiday(name),
        _ if action.skip.contains(wanted) => Hindrance::Skipped,
        _ => Hindrance::Taken,
    };
    let days: BTreeSet<NaiveDate> = moved.iter().copied().collect();
    let days: Vec<String> = days.into_iter().map(|day| measure::date(page.language, day)).collect();
    Some(Sentence::Moved {
        wanted: measure::date(page.language, wanted),
        why,
        events: moved.len(),
        to: list(page.language, &days),
    })
}

/// The n-th Thursday of a month, or its last where it has fewer.
fn wanted(month: Month, nth: u32) -> Option<NaiveDate> {
    let thursdays = month.thursdays();
    let position = usize::try_from(nth).ok()?.checked_sub(1)?;
    thursdays.get(position).or(thursdays.last()).copied()
}
