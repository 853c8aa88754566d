//! The Thursday Action month by month, a page each: when, where, what about, who comes, whom to call.

use crate::{
    render::{
        html::{
            action::{Action, month_of},
            session::{dashed, spaced},
            themes::Themes,
        },
        names::contact,
        paper::Paper,
        thursday::moved,
        wording::{
            Phrase, measure,
            sheet::{label::Label, line::Line},
            thursday::{heading::Heading, sentence::Sentence},
        },
    },
    timetable::roster::Event,
};
use maud::{Markup, html};

/// A page for each month with events; `None` where nothing is held.
pub fn body(paper: Paper<'_>) -> Option<Markup> {
    let action = Action::of(paper)?;
    let mut events = action.plan.timetable.events.clone();
    events.sort_by_key(|event| (event.date, paper.domain.unit(event.unit).position, *event));
    events.dedup();
    (!events.is_empty()).then(|| {
        html! {
            (Themes::definitions())
            @for month in events.chunk_by(|one, other| month_of(one) == month_of(other)) {
                (page(&action, month))
            }
        }
    })
}

fn page(action: &Action<'_>, events: &[Event]) -> Markup {
    let paper = action.paper;
    let language = paper.language;
    let heads = [Label::Neighbourhood, Label::Theme, Label::Unit];
    html! {
        section.page {
            header.head {
                p.campaign { (paper.domain.campaign.name) " · " (Heading::ThursdayAction.say(language)) }
                h1 { (Sentence::Month(month_of(&events[0])).say(language)) }
                p.hours { (dashed(&action.settings.hours.to_string())) }
            }
            table.grid {
                colgroup { @for _ in 0..columns(paper) { col; } }
                thead {
                    tr {
                        @for head in heads { th scope="col" { (head.say(language)) } }
                        @if paper.copy.contacts { th scope="col" { (Label::Contact.say(language)) } }
                    }
                }
                @for day in events.chunk_by(|one, other| one.date == other.date) { (rows(action, day)) }
            }
            @for sentence in moved::said_of(action.report(), month_of(&events[0])) { p.moved { (sentence) } }
            @if let Some(office) = contact(paper.domain.campaign.contact.as_ref()) {
                p.call { (Line::Call(office).say(language)) }
            }
        }
    }
}

fn columns(paper: Paper<'_>) -> usize {
    if paper.copy.contacts { 4 } else { 3 }
}

fn rows(action: &Action<'_>, day: &[Event]) -> Markup {
    let paper = action.paper;
    html! {
        tbody {
            tr.date {
                th scope="rowgroup" colspan=(columns(paper)) {
                    (measure::date(paper.language, day[0].date))
                    span { (Line::Events(day.len()).say(paper.language)) }
                }
            }
            @for event in day { (row(action, event)) }
        }
    }
}

fn row(action: &Action<'_>, event: &Event) -> Markup {
    let paper = action.paper;
    let (unit, place) = (paper.domain.unit(event.unit), paper.domain.neighbourhood(event.neighbourhood));
    let room = spaced([place.address.clone(), place.venue.clone()]);
    let contacts = [contact(unit.contact.as_ref()), contact(place.contact.as_ref())];
    html! {
        tr {
            td { b { (paper.neighbourhood(event.neighbourhood)) } div.small { (room) } }
            td.theme { (action.themes.marked(event.theme)) " " b { (paper.theme(event.theme)) } }
            td { (paper.names.unit(event.unit)) }
            @if paper.copy.contacts {
                td.small { @for contact in contacts.into_iter().flatten() { div { (contact) } } }
            }
        }
    }
}
