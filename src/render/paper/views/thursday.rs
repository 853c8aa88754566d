//! The Thursday Action: who is paired, the year at a glance, every event.

use crate::{
    domain::thursday::{Month, Pairing},
    render::{
        names::contact,
        paper::{
            Paper,
            views::{Cell, Column, View, side_by_side, weekday, words},
        },
        thursday::Report,
        wording::{
            Phrase,
            thursday::sentence::Sentence,
            view::{Head, Title},
        },
    },
    timetable::roster::Event,
};
use chrono::Datelike;
use std::collections::BTreeMap;

/// Who is paired with whom, how far apart.
pub(super) fn pairings(paper: Paper<'_>, report: Report<'_>) -> View {
    let Paper { domain, names, .. } = paper;
    let place = move |pairing: &Pairing| domain.neighbourhood(pairing.neighbourhood);
    let unit = move |pairing: &Pairing| domain.unit(pairing.unit);
    let text = |text: Option<String>| Cell::Text(text.unwrap_or_default());
    let metres = move |pairing: &Pairing| {
        let metres = domain.pairing_metres(pairing.unit, pairing.neighbourhood);
        metres.map_or(Cell::Text(String::new()), Cell::Number)
    };
    let columns: Vec<Column<'_, Pairing>> = vec![
        (Head::Unit, Box::new(move |one| Cell::Text(names.unit(one.unit).to_owned()))),
        (Head::Neighbourhood, Box::new(move |one| Cell::Text(place(one).name.clone()))),
        (Head::Metres, Box::new(metres)),
        (Head::UnitContact, Box::new(move |one| text(contact(unit(one).contact.as_ref())))),
        (Head::NeighbourhoodContact, Box::new(move |one| text(contact(place(one).contact.as_ref())))),
        (Head::Venue, Box::new(move |one| words(place(one).venue.as_ref()))),
        (Head::Address, Box::new(move |one| words(place(one).address.as_ref()))),
        (Head::Note, Box::new(move |one| words(place(one).note.as_ref()))),
    ];
    side_by_side(paper, Title::Pairings, &columns, &sorted(paper, report))
}

/// A line for each pairing, a column for each month.
pub(super) fn year(paper: Paper<'_>, report: Report<'_>) -> View {
    let months = report.action.months();
    let events: BTreeMap<(Pairing, Month), &Event> =
        report.plan.timetable.events.iter().map(|event| (slot(event), event)).collect();
    let heads = [Head::Unit, Head::Neighbourhood].map(|head| head.say(paper.language));
    let months_said = months.iter().map(|month| Sentence::Month(*month).say(paper.language));
    let row = |pairing: &Pairing| {
        let names = [
            paper.names.unit(pairing.unit).to_owned(),
            paper.domain.neighbourhood(pairing.neighbourhood).name.clone(),
        ];
        let cells = months.iter().map(|month| match events.get(&(*pairing, *month)) {
            Some(event) => {
                let theme = paper.domain.theme(event.theme).name.clone();
                let cell = Sentence::Cell { day: event.date.day(), theme };
                cell.say(paper.language).replace('\n', " ")
            }
            None => String::new(),
        });
        names.into_iter().chain(cells).map(Cell::Text).collect()
    };
    View {
        title: Title::Year,
        heads: heads.into_iter().chain(months_said).collect(),
        rows: sorted(paper, report).iter().map(row).collect(),
    }
}

/// Every event by date.
pub(super) fn events(paper: Paper<'_>, report: Report<'_>) -> View {
    let Paper { domain, names, .. } = paper;
    let place = move |event: &Event| domain.neighbourhood(event.neighbourhood);
    let unit = move |event: &Event| domain.unit(event.unit);
    let text = |text: Option<String>| Cell::Text(text.unwrap_or_default());
    let hours = report.action.hours;
    let columns: Vec<Column<'_, Event>> = vec![
        (Head::Date, Box::new(|one| Cell::Date(one.date))),
        (Head::Weekday, Box::new(move |one| weekday(paper, one.date))),
        (Head::Hours, Box::new(move |_| Cell::Text(hours.to_string()))),
        (Head::Unit, Box::new(move |one| Cell::Text(names.unit(one.unit).to_owned()))),
        (Head::Neighbourhood, Box::new(move |one| Cell::Text(place(one).name.clone()))),
        (Head::Theme, Box::new(move |one| Cell::Text(domain.theme(one.theme).name.clone()))),
        (Head::Venue, Box::new(move |one| words(place(one).venue.as_ref()))),
        (Head::Address, Box::new(move |one| words(place(one).address.as_ref()))),
        (Head::UnitContact, Box::new(move |one| text(contact(unit(one).contact.as_ref())))),
        (Head::NeighbourhoodContact, Box::new(move |one| text(contact(place(one).contact.as_ref())))),
    ];
    side_by_side(paper, Title::Events, &columns, &paper.events())
}

fn sorted(paper: Paper<'_>, report: Report<'_>) -> Vec<Pairing> {
    let mut pairings = report.plan.pairings.pairings.clone();
    pairings.sort_by_key(|pairing| (paper.domain.unit(pairing.unit).position, *pairing));
    pairings
}

fn slot(event: &Event) -> (Pairing, Month) {
    let pairing = Pairing { unit: event.unit, neighbourhood: event.neighbourhood };
    (pairing, Month { year: event.date.year(), month: event.date.month() })
}
