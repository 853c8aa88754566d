//! What is to be known of a placement or an event, a line each: the same words in calendars and in messages.

pub mod message;
pub mod words;

use crate::{
    domain::{
        Language,
        people::AmbassadorIx,
        places::{PostIx, UnitIx},
        time::Hours,
    },
    experience::roster::Placement,
    render::{
        edition::{Edition, names},
        facts::{
            message::Message,
            words::{Edge, Head},
        },
        wording::{Phrase, bracketed, joined, list, measure},
    },
};
use chrono::NaiveDate;

/// `带教老师：张老师`; nothing where there is nothing to say.
pub(in crate::render) fn line(edition: Edition<'_>, head: Head, value: &str) -> Option<String> {
    let label = edition.say(head);
    (!value.is_empty()).then(|| Message::Fact { label, value: value.to_owned() }.say(edition.language))
}

/// What is to be known of the lecture, a line each, as messages and paper have it.
pub(in crate::render) fn lecture(edition: Edition<'_>) -> Vec<String> {
    lecture_with(edition, measure::dashed)
}

/// The same with hours written otherwise, as on a terminal.
pub(in crate::render) fn lecture_with(
    edition: Edition<'_>,
    written: fn(Language, Hours) -> String,
) -> Vec<String> {
    let Some(lecture) = &edition.domain.campaign.lecture else { return vec![] };
    let language = edition.language;
    let date = lecture.date.map(|date| measure::full_date(language, date));
    let when = [date, lecture.hours.map(|hours| written(language, hours))];
    let between = match language {
        Language::Zh => "",
        Language::En => ", ",
    };
    let when = when.into_iter().flatten().collect::<Vec<_>>().join(between);
    let unit = lecture.unit.map(|unit| edition.names.unit(unit).to_owned());
    let speaker = [lecture.speaker.clone(), unit].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let speaker = line(edition, Head::Speaker, &speaker).unwrap_or_default();
    let parts =
        [lecture.title.clone(), Some(when), lecture.place.clone(), Some(speaker), lecture.note.clone()];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect()
}

/// What an ambassador is to know of sessions at one post, below their dates; the companions where they are always the same.
pub(in crate::render) fn for_ambassador(edition: Edition<'_>, sessions: &[Placement]) -> Vec<String> {
    let Some(placement) = sessions.first() else { return vec![] };
    let with = companions(edition, placement);
    let with =
        if have_one_company(edition, sessions) { list(edition.language, &with) } else { String::new() };
    let post = edition.domain.post(placement.post);
    let unit = edition.domain.unit(post.unit);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let metres = edition.domain.metres(placement.ambassador, placement.post);
    let way = metres.map(|metres| Message::Way(metres).say(edition.language));
    let contact = names::contact(unit.contact.as_ref()).unwrap_or_default();
    let lines = [
        line(edition, Head::Host, edition.names.unit(post.unit)),
        line(edition, Head::Post, edition.names.post(placement.post)),
        line(edition, Head::Mentor, &mentor(edition, placement)),
        line(edition, Head::Companions, &with),
        line(edition, Head::Address, &text(&unit.address)),
        line(edition, Head::Gather, &text(&edition.domain.campaign.meet)),
        line(edition, Head::Meet, &text(&post.meet)),
        way,
        line(edition, Head::Requires, &list(edition.language, &post.requires)),
        line(edition, Head::Bring, &list(edition.language, &bring(edition, placement.post))),
        line(edition, Head::Note, &joined(edition.language, &notes(edition, placement.post))),
        line(edition, Head::UnitContact, &contact),
    ];
    lines.into_iter().flatten().collect()
}

/// Whether the same people come to all these sessions of somebody.
pub(in crate::render) fn have_one_company(edition: Edition<'_>, sessions: &[Placement]) -> bool {
    let mut companies = sessions.iter().map(|one| companions(edition, one));
    let first = companies.next();
    companies.all(|one| Some(one) == first)
}

/// Who else comes to the session of a placement, in the order of the file.
pub(in crate::render) fn companions(edition: Edition<'_>, placement: &Placement) -> Vec<String> {
    let mut there = edition.placements(|one| edition.domain.ambassador(one.ambassador).position);
    there.retain(|one| one.session() == placement.session() && one.ambassador != placement.ambassador);
    there.iter().map(|one| ambassador(edition, one)).collect()
}

/// What anybody is to know of those who come to a post on one day.
pub(in crate::render) fn for_everybody(edition: Edition<'_>, placements: &[Placement]) -> Vec<String> {
    let Some(first) = placements.first() else { return vec![] };
    let post = edition.domain.post(first.post);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let people: Vec<String> = placements.iter().map(|one| ambassador(edition, one)).collect();
    let lines = [
        line(edition, Head::Ambassador, &list(edition.language, &people)),
        line(edition, Head::Mentor, &mentor(edition, first)),
        line(edition, Head::Gather, &text(&edition.domain.campaign.meet)),
        line(edition, Head::Meet, &text(&post.meet)),
        line(edition, Head::Requires, &list(edition.language, &post.requires)),
        line(edition, Head::Bring, &list(edition.language, &bring(edition, first.post))),
        line(edition, Head::Note, &joined(edition.language, &notes(edition, first.post))),
    ];
    lines.into_iter().flatten().collect()
}

/// The same for the unit, with what it alone is told.
pub(in crate::render) fn for_unit(edition: Edition<'_>, placements: &[Placement]) -> Vec<String> {
    let Some(first) = placements.first() else { return vec![] };
    let people = placements.iter().map(|one| one.ambassador);
    let told = host_notes(edition, first.post, people).into_iter().filter_map(|(whose, note)| {
        let note = whose.map_or_else(|| note.clone(), |whose| bracketed(edition.language, &note, &whose));
        line(edition, Head::HostNote, &note)
    });
    for_everybody(edition, placements).into_iter().chain(told).collect()
}

/// What to bring to a post, what everybody brings first.
pub(in crate::render) fn bring(edition: Edition<'_>, post: PostIx) -> Vec<String> {
    let mut things = edition.domain.campaign.bring.clone();
    let own =
        edition.domain.post(post).bring.iter().filter(|thing| !edition.domain.campaign.bring.contains(thing));
    things.extend(own.cloned());
    things
}

/// The remarks that are for everybody who goes to a post.
pub(in crate::render) fn notes(edition: Edition<'_>, post: PostIx) -> Vec<String> {
    let post = edition.domain.post(post);
    let notes = [&post.note, &edition.domain.unit(post.unit).note, &edition.domain.campaign.note];
    notes.into_iter().flatten().cloned().collect()
}

/// The remarks for the unit alone, on a post and on those who come to it, these with their names.
pub(in crate::render) fn host_notes(
    edition: Edition<'_>,
    post: PostIx,
    people: impl Iterator<Item = AmbassadorIx>,
) -> Vec<(Option<String>, String)> {
    let of_post = edition.domain.post(post).host_note.clone().map(|note| (None, note));
    let of_people = people.filter_map(|one| {
        let note = edition.domain.ambassador(one).host_note.clone()?;
        Some((Some(edition.names.ambassador(one).to_owned()), note))
    });
    of_post.into_iter().chain(of_people).collect()
}

/// The office's own contact, and on the organizer's copy that it is one.
pub(in crate::render) fn foot(edition: Edition<'_>) -> Vec<String> {
    let office = edition.office().map(|office| Edge::Office(office).say(edition.language));
    let own = edition.copy.contacts.then(|| edition.say(Edge::with_contacts(edition.copy)));
    office.into_iter().chain(own).collect()
}

/// Whom to call at a unit, on the organizer's copy.
pub(in crate::render) fn unit_contact(edition: Edition<'_>, unit: UnitIx) -> Option<String> {
    let contact = names::contact(edition.domain.unit(unit).contact.as_ref())?;
    let contact = bracketed(edition.language, &contact, edition.names.unit(unit));
    line(edition, Head::UnitContact, &contact)
}

/// The day and the hours: `10月23日（周二）08:00—16:00`.
pub(in crate::render) fn when(edition: Edition<'_>, date: NaiveDate, hours: Hours) -> String {
    Message::When {
        date: measure::date(edition.language, date),
        hours: measure::dashed(edition.language, hours),
    }
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

/// A session of a unit, a line each: when, what, and what is to be known of it.
pub(in crate::render) fn visit(edition: Edition<'_>, there: &[Placement]) -> Vec<String> {
    let label = when(edition, there[0].date, there[0].hours);
    let value = edition.names.post(there[0].post).to_owned();
    let head = Message::Fact { label, value }.say(edition.language);
    std::iter::once(head).chain(for_unit(edition, there)).collect()
}

/// The day and the hours of a session, and who else comes, where that is another company each time.
pub(in crate::render) fn when_with(edition: Edition<'_>, session: &Placement, with: bool) -> String {
    let when = self::when(edition, session.date, session.hours);
    let company = list(edition.language, &companions(edition, session));
    let company = line(edition, Head::Companions, &company).filter(|_| with);
    joined(edition.language, &std::iter::once(when).chain(company).collect::<Vec<String>>())
}

/// The sessions of one person by post, in the order of the first of each: what is to be known of a post is said once.
pub(in crate::render) fn by_post(own: &[Placement]) -> Vec<Vec<Placement>> {
    let mut posts: Vec<Vec<Placement>> = Vec::new();
    for placement in own {
        match posts.iter_mut().find(|there| there[0].post == placement.post) {
            Some(there) => there.push(*placement),
            None => posts.push(vec![*placement]),
        }
    }
    posts
}

/// Those who are at one post on one day.
pub(in crate::render) fn sessions(placements: &[Placement]) -> impl Iterator<Item = &[Placement]> {
    placements.chunk_by(|one, other| one.session() == other.session())
}

/// A session of an ambassador that is over, on one line.
pub(in crate::render) fn over(edition: Edition<'_>, session: &Placement) -> String {
    let whose = edition.names.unit(edition.domain.post(session.post).unit).to_owned();
    let value = edition.say(Message::Of { whose, what: edition.names.post(session.post).to_owned() });
    edition.say(Message::Fact { label: when(edition, session.date, session.hours), value })
}

/// A session at a unit that is over, on one line.
pub(in crate::render) fn visited(edition: Edition<'_>, there: &[Placement]) -> String {
    let people: Vec<String> = there.iter().map(|one| ambassador(edition, one)).collect();
    let whose = edition.names.post(there[0].post).to_owned();
    let value = edition.say(Message::Of { whose, what: list(edition.language, &people) });
    edition.say(Message::Fact { label: when(edition, there[0].date, there[0].hours), value })
}
