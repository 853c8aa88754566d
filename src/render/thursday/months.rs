//! Month by month, ready to be read out: when, who, where, what about, and whom to call.

use crate::{
    domain::thursday::Month,
    render::{
        names,
        thursday::Report,
        wording::{Phrase, joined, measure, thursday::sentence::Sentence},
    },
    timetable::roster::Event,
};
use chrono::Datelike;

/// A block for each month that has events.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    let language = report.page.language;
    let month_of = |event: &Event| Month { year: event.date.year(), month: event.date.month() };
    let months = report.plan.timetable.events.chunk_by(|one, other| month_of(one) == month_of(other));
    months
        .map(|events| {
            let heading = Sentence::Month(month_of(&events[0])).say(language);
            let mut events = events.to_vec();
            events.sort_by_key(|event| (event.date, report.domain.unit(event.unit).position, *event));
            let items: Vec<String> = events.iter().map(|event| read_out(report, event)).collect();
            report.items(&heading, &items)
        })
        .collect()
}

fn read_out(report: Report<'_>, event: &Event) -> String {
    let Report { domain, action, names, page, .. } = report;
    let (unit, neighbourhood) = (domain.unit(event.unit), domain.neighbourhood(event.neighbourhood));
    let mut said = vec![Sentence::Event {
        date: measure::date(page.language, event.date),
        hours: action.hours.to_string(),
        unit: names.unit(event.unit).to_owned(),
        neighbourhood: report.neighbourhood(event.neighbourhood),
        theme: report.theme(event.theme),
    }];
    let places = [&neighbourhood.venue, &neighbourhood.address].into_iter().flatten();
    let place: Vec<String> = places.cloned().collect();
    if !place.is_empty() {
        said.push(Sentence::At(joined(page.language, &place)));
    }
    let contacts = [unit.contact.as_ref(), neighbourhood.contact.as_ref()].into_iter();
    let contacts: Vec<String> = contacts.filter_map(names::contact).collect();
    if !contacts.is_empty() {
        said.push(Sentence::Call(joined(page.language, &contacts)));
    }
    Sentence::together(page.language, &said)
}
