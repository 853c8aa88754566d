//! The year of the Thursday Action: pairings × months on a page on its side.

use crate::{
    diagnostic::reference::Kind,
    domain::thursday::{Month, Pairing},
    plan::outline::Pair,
    render::{
        departure::{Departures, Heading as DepartureHeading},
        edition::Edition,
        html::{
            Sheet,
            themes::{Picture, definitions},
            words::Line,
        },
        timetable::{moved, words::Heading},
        wording::{Phrase, measure},
    },
    timetable::roster::Event,
};
use chrono::Datelike;
use maud::{Markup, html};

/// Months beside each other.
const BESIDE: usize = 12;

/// A page for each twelve months; `None` where nobody is paired.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let picture = Picture::of(edition)?;
    let months = picture.action.settings.months();
    Some(html! {
        (definitions())
        @for months in months.chunks(BESIDE) { (page(&picture, months)) }
    })
}

fn page(picture: &Picture<'_>, months: &[Month]) -> Markup {
    let edition = picture.edition;
    let notes = moved::section(picture.action);
    let departures = Departures::of(edition);
    html! {
        section.page {
            header.head {
                h1 { (edition.say(Sheet::Year)) }
                p { b { (edition.domain.campaign.name) } " · " (picture.when().trim_end_matches('。')) }
            }
            table.months {
                colgroup { col.pair; @for _ in months { col; } }
                thead {
                    tr {
                        th scope="col" { (edition.say(Heading::Pairing)) }
                        @for (position, month) in months.iter().enumerate() {
                            th scope="col" { (heading(picture, *month, position == 0)) }
                        }
                    }
                }
                tbody { @for pairing in &picture.pairings { (row(picture, &departures, *pairing, months)) } }
            }
            @let left = departures.sentences(edition, &[Kind::Unit, Kind::Neighbourhood]);
            @if !left.is_empty() { p.notes { @for one in &left { (one) " " } } }
            @if notes.items().next().is_some() {
                p.notes { (edition.say(Line::Starred)) @for note in notes.items() { " " (note.text) } }
            }
        }
    }
}

/// The month, with its year where that is not clear from the one before.
fn heading(picture: &Picture<'_>, month: Month, first: bool) -> String {
    let several = picture.action.settings.first.year != picture.action.settings.last.year;
    if several && (first || month.month == 1) {
        measure::month(picture.edition.language, month)
    } else {
        measure::month_of_year(picture.edition.language, month.month)
    }
}

fn row(picture: &Picture<'_>, departures: &Departures, pairing: Pairing, months: &[Month]) -> Markup {
    let edition = picture.edition;
    let left = departures.of_pair(&Pair::of(edition.domain, pairing));
    let left = left.map(|day| Month { year: day.year(), month: day.month() });
    html! {
        tr {
            th scope="row" {
                div { (edition.names.unit(pairing.unit)) }
                div.small { (edition.neighbourhood(pairing.neighbourhood)) }
            }
            @for &month in months {
                td {
                    @let events: Vec<&Event> = picture.action.events_of(pairing, month).collect();
                    @for event in &events { (cell(picture, month, event)) }
                    @if events.is_empty() && left.is_some_and(|left| left <= month) {
                        span.small { (edition.say(DepartureHeading::Without)) }
                    }
                }
            }
        }
    }
}

fn cell(picture: &Picture<'_>, month: Month, event: &Event) -> Markup {
    let moved = moved::wanted(month, picture.action.settings).is_some_and(|wanted| wanted != event.date);
    html! {
        div.event {
            (picture.themes.swatch(event.theme))
            span { (Line::Day(event.date.day()).say(picture.edition.language)) @if moved { "*" } }
            b { (picture.edition.theme(event.theme)) }
        }
    }
}
