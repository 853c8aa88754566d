//! The year of the Thursday Action: pairings × months on a page on its side.

use crate::{
    domain::thursday::{Month, Pairing},
    render::{
        html::{action::Action, themes::Themes},
        paper::Paper,
        thursday::moved,
        wording::{
            Phrase,
            sheet::{Sheet, label::Label, line::Line},
            thursday::{heading::Heading, sentence::Sentence},
        },
    },
    timetable::roster::Event,
};
use chrono::Datelike;
use maud::{Markup, html};

/// Months beside each other.
const BESIDE: usize = 12;

/// A page for each twelve months; `None` where nobody is paired.
pub fn body(paper: Paper<'_>) -> Option<Markup> {
    let action = Action::of(paper)?;
    let months = action.settings.months();
    Some(html! {
        (Themes::definitions())
        @for months in months.chunks(BESIDE) { (page(&action, months)) }
    })
}

fn page(action: &Action<'_>, months: &[Month]) -> Markup {
    let paper = action.paper;
    let notes = moved::said(action.report());
    html! {
        section.page {
            header.head {
                h1 { (Sheet::Year.say(paper.language)) }
                p { b { (paper.domain.campaign.name) } " · " (action.when()) }
            }
            table.months {
                colgroup { col.pair; @for _ in months { col; } }
                thead {
                    tr {
                        th scope="col" { (Heading::Pairing.say(paper.language)) }
                        @for (position, month) in months.iter().enumerate() {
                            th scope="col" { (heading(action, *month, position == 0)) }
                        }
                    }
                }
                tbody { @for pairing in &action.pairings { (row(action, *pairing, months)) } }
            }
            @if !notes.is_empty() {
                p.notes { (Line::Starred.say(paper.language)) @for note in notes { " " (note) } }
            }
        }
    }
}

/// The month, with its year where that is not clear from the one before.
fn heading(action: &Action<'_>, month: Month, first: bool) -> String {
    let several = action.settings.first.year != action.settings.last.year;
    let named = if several && (first || month.month == 1) {
        Sentence::Month(month)
    } else {
        Sentence::MonthOfYear(month.month)
    };
    named.say(action.paper.language)
}

fn row(action: &Action<'_>, pairing: Pairing, months: &[Month]) -> Markup {
    let paper = action.paper;
    html! {
        tr {
            th scope="row" {
                div { (paper.names.unit(pairing.unit)) }
                div.small { (paper.neighbourhood(pairing.neighbourhood)) }
            }
            @for &month in months {
                td {
                    @for event in action.events(pairing, month) { (cell(action, month, event)) }
                }
            }
        }
    }
}

fn cell(action: &Action<'_>, month: Month, event: &Event) -> Markup {
    let moved = moved::wanted(month, action.settings).is_some_and(|wanted| wanted != event.date);
    html! {
        div.event {
            (action.themes.swatch(event.theme))
            span { (Line::Day(event.date.day()).say(action.paper.language)) @if moved { "*" } }
            b { (action.paper.theme(event.theme)) }
        }
    }
}

/// The meaning of the patterns, in the order of the file.
pub fn legend(action: &Action<'_>) -> Markup {
    html! {
        ul.legend aria-label=(Label::Legend.say(action.paper.language)) {
            @for &theme in action.themes.in_order() {
                li { (action.themes.marked(theme)) " " (action.paper.theme(theme)) }
            }
        }
    }
}
