//! The year at a glance: pairings × months, as many months beside each other as the page has room for.

use crate::{
    domain::thursday::{Month, Pairing},
    render::{
        layout::table::{Column, Give, Table},
        page::bold,
        thursday::Report,
        wording::{
            Phrase,
            thursday::{heading::Heading, sentence::Sentence},
        },
    },
    timetable::roster::Event,
};
use chrono::Datelike;
use std::collections::BTreeMap;

/// Months beside each other: a year, half of it, a quarter, one or two.
const BESIDE: [usize; 6] = [12, 6, 4, 3, 2, 1];

type Events<'a> = BTreeMap<(Pairing, Month), &'a Event>;

/// One table for each stretch of months.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    let Report { domain, action, plan, page, .. } = report;
    let months = action.months();
    let mut pairings = plan.pairings.pairings.clone();
    pairings.sort_by_key(|pairing| (domain.unit(pairing.unit).position, *pairing));
    let events: Events<'_> = plan
        .timetable
        .events
        .iter()
        .map(|event| {
            let pairing = Pairing { unit: event.unit, neighbourhood: event.neighbourhood };
            ((pairing, Month { year: event.date.year(), month: event.date.month() }), event)
        })
        .collect();
    if pairings.is_empty() {
        return vec![];
    }
    let tables = |beside: usize| -> Vec<Table> {
        months.chunks(beside).map(|months| table(report, &pairings, months, &events)).collect()
    };
    let fitting =
        BESIDE.into_iter().map(tables).find(|tables| tables.iter().all(|table| table.fits(page.width)));
    let mut sections: Vec<Vec<String>> =
        fitting.unwrap_or_else(|| tables(1)).iter().map(|table| table.lines(page.width)).collect();
    if let Some(first) = sections.first_mut() {
        first.splice(0..0, [bold(&Heading::Year.say(page.language)), String::new()]);
    }
    sections
}

fn table(report: Report<'_>, pairings: &[Pairing], months: &[Month], events: &Events<'_>) -> Table {
    let language = report.page.language;
    let mut columns = vec![Column { heading: Heading::Pairing.say(language), give: Give::Wraps(16) }];
    columns.extend(months.iter().map(|month| Column {
        heading: if month.month == 1 || Some(month) == months.first() {
            Sentence::Month(*month).say(language)
        } else {
            Sentence::MonthOfYear(month.month).say(language)
        },
        give: Give::Wraps(8),
    }));
    let row = |pairing: &Pairing| {
        let names = [report.names.unit(pairing.unit).to_owned(), report.neighbourhood(pairing.neighbourhood)];
        let cells = months.iter().map(|month| match events.get(&(*pairing, *month)) {
            Some(event) => {
                let (day, theme) = (event.date.day(), report.theme(event.theme));
                Sentence::Cell { day, theme }.say(language)
            }
            None => Heading::Nothing.say(language),
        });
        std::iter::once(names.join("\n")).chain(cells).collect()
    };
    Table { columns, sections: vec![pairings.iter().map(row).collect()] }
}
