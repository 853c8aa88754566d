//! The year of the Thursday Action for a telephone: a block for each pairing, its months three beside each other.

use crate::{
    domain::thursday::Pairing,
    render::{
        edition::Edition,
        html::{
            Sheet,
            themes::{Picture, definitions},
            words::Line,
        },
        timetable::moved,
    },
};
use chrono::Datelike;
use maud::{Markup, html};

/// The whole year in parts of so many pairings at most, each with the head; none where nobody is paired.
pub fn parts(edition: Edition<'_>, pairings: usize) -> Vec<Markup> {
    let Some(picture) = Picture::of(edition) else { return vec![] };
    picture.pairings.chunks(pairings).map(|pairings| part(&picture, pairings)).collect()
}

fn part(picture: &Picture<'_>, pairings: &[Pairing]) -> Markup {
    let Picture { edition, action, .. } = *picture;
    let notes = moved::section(action);
    let office = edition.office().map(|office| edition.say(Line::Call(office)));
    html! {
        (definitions())
        header.masthead {
            p.organizer { (edition.domain.campaign.name) }
            h1 { (edition.say(Sheet::Year)) }
            p.facts { (picture.when()) }
        }
        @for &pairing in pairings {
            section.pairing {
                h2 { (edition.names.unit(pairing.unit)) " — " (edition.neighbourhood(pairing.neighbourhood)) }
                ul {
                    @for month in action.settings.months() {
                        @for event in action.events_of(pairing, month) {
                            li {
                                (picture.themes.swatch(event.theme))
                                @let is_moved = moved::wanted(month, action.settings).is_some_and(|wanted| wanted != event.date);
                                span.date { (edition.say(Line::DayOfMonth { month: event.date.month(), day: event.date.day() })) @if is_moved { "*" } }
                                b { (edition.theme(event.theme)) }
                            }
                        }
                    }
                }
            }
        }
        @if notes.items().next().is_some() {
            div.notes { p { (edition.say(Line::Starred)) } @for note in notes.items() { p { (note.text) } } }
        }
        @if let Some(office) = office { p.call { (office) } }
    }
}
