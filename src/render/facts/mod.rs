//! What is to be known of a placement or an event, a line each: the same words in calendars and in messages.

pub mod words;

use crate::{
    domain::time::Hours,
    experience::roster::Placement,
    render::{
        edition::{Edition, names},
        facts::words::{Edge, Head, Message},
        wording::{Phrase, bracketed, joined, list, measure},
    },
};
use chrono::NaiveDate;

/// `带教老师：张老师`; nothing where there is nothing to say.
pub(in crate::render) fn line(edition: Edition<'_>, head: Head, value: &str) -> Option<String> {
    let label = edition.say(head);
    (!value.is_empty()).then(|| Message::Fact { label, value: value.to_owned() }.say(edition.language))
}

/// What an ambassador is to know of a day at a post, below its date.
pub(in crate::render) fn for_ambassador(edition: Edition<'_>, placement: &Placement) -> Vec<String> {
    let post = edition.domain.post(placement.post);
    let unit = edition.domain.unit(post.unit);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let notes: Vec<String> = [&post.note, &unit.note].into_iter().flatten().cloned().collect();
    let metres = edition.domain.metres(placement.ambassador, placement.post);
    let way = metres.map(|metres| Message::Way(metres).say(edition.language));
    let contact = names::contact(unit.contact.as_ref()).unwrap_or_default();
    let lines = [
        line(edition, Head::Host, edition.names.unit(post.unit)),
        line(edition, Head::Post, edition.names.post(placement.post)),
        line(edition, Head::Mentor, &mentor(edition, placement)),
        line(edition, Head::Address, &text(&unit.address)),
        line(edition, Head::Meet, &text(&post.meet)),
        way,
        line(edition, Head::Note, &joined(edition.language, &notes)),
        line(edition, Head::UnitContact, &contact),
    ];
    lines.into_iter().flatten().collect()
}

/// What a unit is to know of those who come to one of its posts on one day.
pub(in crate::render) fn for_unit(edition: Edition<'_>, placements: &[Placement]) -> Vec<String> {
    let Some(first) = placements.first() else { return vec![] };
    let meet = edition.domain.post(first.post).meet.clone().unwrap_or_default();
    let people: Vec<String> = placements.iter().map(|one| ambassador(edition, one)).collect();
    let lines = [
        line(edition, Head::Ambassador, &list(edition.language, &people)),
        line(edition, Head::Mentor, &mentor(edition, first)),
        line(edition, Head::Meet, &meet),
    ];
    lines.into_iter().flatten().collect()
}

/// The office's own contact, and on the organizer's copy that it is one.
pub(in crate::render) fn foot(edition: Edition<'_>) -> Vec<String> {
    let office = edition.office().map(|office| Edge::Office(office).say(edition.language));
    let own = edition.copy.contacts.then(|| edition.say(Edge::WithContacts));
    office.into_iter().chain(own).collect()
}

/// The day and the hours: `10月23日（周二）08:00-16:00`.
pub(in crate::render) fn when(edition: Edition<'_>, date: NaiveDate, hours: Hours) -> String {
    Message::When { date: measure::date(edition.language, date), hours: hours.to_string() }
        .say(edition.language)
}

/// Who comes, from where, and on the organizer's copy under which number.
pub(in crate::render) fn ambassador(edition: Edition<'_>, placement: &Placement) -> String {
    let name = edition.names.ambassador(placement.ambassador);
    let organization = edition.organization(placement.ambassador);
    let phone = edition.domain.ambassador(placement.ambassador).phone.clone();
    let said = if organization.is_empty() || name.contains(&organization) {
        name.to_owned()
    } else {
        bracketed(edition.language, name, &organization)
    };
    [Some(said), phone].into_iter().flatten().collect::<Vec<String>>().join(" ")
}

fn mentor(edition: Edition<'_>, placement: &Placement) -> String {
    let Some(mentor) = edition.domain.post(placement.post).mentor else { return String::new() };
    let phone = edition.domain.mentor(mentor).phone.clone();
    let name = Some(edition.names.mentor(mentor).to_owned());
    [name, phone].into_iter().flatten().collect::<Vec<String>>().join(" ")
}
