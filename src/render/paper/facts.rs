//! What is to be known of a placement or an event, a line each: the same words in calendars and in messages.

use crate::{
    domain::time::Hours,
    experience::roster::Placement,
    render::{
        experience::remainder,
        names,
        paper::Paper,
        wording::{
            Phrase, joined, list, measure,
            message::Message,
            view::{Edge, Head},
        },
    },
    timetable::roster::Event,
};
use chrono::NaiveDate;

/// `带教老师：张老师`; nothing where there is nothing to say.
fn line(paper: Paper<'_>, head: Head, value: &str) -> Option<String> {
    let label = head.say(paper.language);
    (!value.is_empty()).then(|| Message::Fact { label, value: value.to_owned() }.say(paper.language))
}

/// What an ambassador is to know of a day at a post, below its date.
pub(super) fn for_ambassador(paper: Paper<'_>, placement: &Placement) -> Vec<String> {
    let post = paper.domain.post(placement.post);
    let unit = paper.domain.unit(post.unit);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let notes: Vec<String> = [&post.note, &unit.note].into_iter().flatten().cloned().collect();
    let metres = paper.domain.metres(placement.ambassador, placement.post);
    let way = metres.map(|metres| Message::Way(metres).say(paper.language));
    let contact = names::contact(unit.contact.as_ref()).unwrap_or_default();
    let lines = [
        line(paper, Head::Host, paper.names.unit(post.unit)),
        line(paper, Head::Post, paper.names.post(placement.post)),
        line(paper, Head::Mentor, &mentor(paper, placement)),
        line(paper, Head::Address, &text(&unit.address)),
        line(paper, Head::Meet, &text(&post.meet)),
        way,
        line(paper, Head::Note, &joined(paper.language, &notes)),
        line(paper, Head::UnitContact, &contact),
    ];
    lines.into_iter().flatten().collect()
}

/// What a unit is to know of those who come to one of its posts on one day.
pub(super) fn for_unit(paper: Paper<'_>, placements: &[Placement]) -> Vec<String> {
    let Some(first) = placements.first() else { return vec![] };
    let meet = paper.domain.post(first.post).meet.clone().unwrap_or_default();
    let people: Vec<String> = placements.iter().map(|one| ambassador(paper, one)).collect();
    let lines = [
        line(paper, Head::Ambassador, &list(paper.language, &people)),
        line(paper, Head::Mentor, &mentor(paper, first)),
        line(paper, Head::Meet, &meet),
    ];
    lines.into_iter().flatten().collect()
}

/// What everybody is to know of an event, below its date.
pub(super) fn of_event(paper: Paper<'_>, event: &Event) -> Vec<String> {
    let (unit, place) = (paper.domain.unit(event.unit), paper.domain.neighbourhood(event.neighbourhood));
    let contact = |contact| names::contact(contact).unwrap_or_default();
    let lines = [
        line(paper, Head::Theme, &paper.domain.theme(event.theme).name),
        line(paper, Head::Unit, paper.names.unit(event.unit)),
        line(paper, Head::Neighbourhood, &place.name),
        line(paper, Head::Venue, &venue(paper, event)),
        line(paper, Head::UnitContact, &contact(unit.contact.as_ref())),
        line(paper, Head::NeighbourhoodContact, &contact(place.contact.as_ref())),
    ];
    lines.into_iter().flatten().collect()
}

/// The room and the address of an event.
pub(super) fn venue(paper: Paper<'_>, event: &Event) -> String {
    let place = paper.domain.neighbourhood(event.neighbourhood);
    let parts = [&place.venue, &place.address].into_iter().flatten().cloned();
    joined(paper.language, &parts.collect::<Vec<String>>())
}

/// The lines of the lecture, if there is one: title, when, where, who.
pub(super) fn lecture(paper: Paper<'_>) -> Vec<String> {
    remainder::lecture(paper.experience())
}

/// The office's own contact, and on the organizer's copy that it is one.
pub(super) fn foot(paper: Paper<'_>) -> Vec<String> {
    let office = paper.office().map(|office| Edge::Office(office).say(paper.language));
    let own = paper.copy.contacts.then(|| Edge::WithContacts.say(paper.language));
    office.into_iter().chain(own).collect()
}

/// The day and the hours: `10月23日（周二）08:00-16:00`.
pub(super) fn when(paper: Paper<'_>, date: NaiveDate, hours: Hours) -> String {
    Message::When { date: measure::date(paper.language, date), hours: hours.to_string() }.say(paper.language)
}

/// Who comes, from where, and on the organizer's copy under which number.
pub(super) fn ambassador(paper: Paper<'_>, placement: &Placement) -> String {
    let name = paper.names.ambassador(placement.ambassador);
    let organization = paper.organization(placement.ambassador);
    let phone = paper.domain.ambassador(placement.ambassador).phone.clone();
    let said = if organization.is_empty() || name.contains(&organization) {
        name.to_owned()
    } else {
        names::bracketed(paper.language, name, &organization)
    };
    [Some(said), phone].into_iter().flatten().collect::<Vec<String>>().join(" ")
}

fn mentor(paper: Paper<'_>, placement: &Placement) -> String {
    let Some(mentor) = paper.domain.post(placement.post).mentor else { return String::new() };
    let phone = paper.domain.mentor(mentor).phone.clone();
    let name = Some(paper.names.mentor(mentor).to_owned());
    [name, phone].into_iter().flatten().collect::<Vec<String>>().join(" ")
}
