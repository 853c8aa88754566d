//! The Thursday Action month by month, a page each: when, where, what about, who comes, whom to call.

use crate::{
    render::{
        edition::{Edition, names::contact},
        html::{
            section::spaced,
            themes::{Picture, definitions},
            words::{Label, Line},
        },
        thursday::Heading,
        timetable::moved,
        wording::{Phrase, measure},
    },
    timetable::roster::Event,
};
use maud::{Markup, html};

/// A page for each month with events; `None` where nothing is held.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let picture = Picture::of(edition)?;
    let events = picture.action.events();
    (!events.is_empty()).then(|| {
        html! {
            (definitions())
            @for month in events.chunk_by(|one, other| one.month() == other.month()) {
                (page(&picture, month))
            }
        }
    })
}

fn page(picture: &Picture<'_>, events: &[Event]) -> Markup {
    let edition = picture.edition;
    let language = edition.language;
    let heads = [Label::Neighbourhood, Label::Theme, Label::Unit];
    html! {
        section.page {
            table.grid {
                colgroup { @for _ in 0..columns(edition) { col; } }
                thead {
                    tr {
                        th.head scope="colgroup" colspan=(columns(edition)) {
                            p.campaign { (edition.domain.campaign.name) " · " (Heading::ThursdayAction.say(language)) }
                            div {
                                h1 { (measure::month(language, events[0].month())) }
                                p.hours { (measure::dashed(language, picture.action.settings.hours)) }
                            }
                        }
                    }
                    tr {
                        @for head in heads { th scope="col" { (head.say(language)) } }
                        @if edition.copy.contacts { th scope="col" { (Label::Contact.say(language)) } }
                    }
                }
                @for day in events.chunk_by(|one, other| one.date == other.date) { (rows(picture, day)) }
            }
            @for sentence in moved::said_of(picture.action, events[0].month()) { p.moved { (sentence) } }
            @if let Some(office) = contact(edition.domain.campaign.contact.as_ref()) {
                p.call { (Line::Call(office).say(language)) }
            }
        }
    }
}

fn columns(edition: Edition<'_>) -> usize {
    if edition.copy.contacts { 4 } else { 3 }
}

fn rows(picture: &Picture<'_>, day: &[Event]) -> Markup {
    let edition = picture.edition;
    let wanted = moved::wanted(day[0].month(), picture.action.settings);
    let is_moved = wanted.is_some_and(|wanted| wanted != day[0].date);
    html! {
        tbody {
            tr.date {
                th scope="rowgroup" colspan=(columns(edition)) {
                    (measure::date(edition.language, day[0].date))
                    @if is_moved { span { (edition.say(Label::Moved)) } }
                    span { (Line::Events(day.len()).say(edition.language)) }
                }
            }
            @for event in day { (row(picture, event)) }
        }
    }
}

fn row(picture: &Picture<'_>, event: &Event) -> Markup {
    let edition = picture.edition;
    let (unit, place) = (edition.domain.unit(event.unit), edition.domain.neighbourhood(event.neighbourhood));
    let room = spaced([place.address.clone(), place.venue.clone()]);
    let contacts = [contact(unit.contact.as_ref()), contact(place.contact.as_ref())];
    html! {
        tr {
            td { b { (edition.neighbourhood(event.neighbourhood)) } div.small { (room) } }
            td.theme { (picture.themes.marked(event.theme)) " " b { (edition.theme(event.theme)) } }
            td { (edition.names.unit(event.unit)) }
            @if edition.copy.contacts {
                td.small { @for contact in contacts.into_iter().flatten() { div { (contact) } } }
            }
        }
    }
}
