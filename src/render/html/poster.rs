//! The poster: who goes where, day by day, and the lecture; read from two metres.

use crate::render::{
    departure::Departures,
    edition::{Edition, names::contact},
    experience::words::Heading,
    html::{
        Sheet,
        room::pages,
        section::spaced,
        session::{Session, days, sessions},
        words::{Label, Line},
    },
    letter::signed,
    wording::{Phrase, measure},
};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

/// The whole poster; `None` where nobody is placed.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    parts(edition, usize::MAX).pop()
}

/// The same in parts of so many people at most, each with the head; none where nobody is placed.
pub fn parts(edition: Edition<'_>, people: usize) -> Vec<Markup> {
    let sessions = sessions(edition);
    let language = edition.language;
    let office = contact(edition.domain.campaign.contact.as_ref());
    let parts = pages(sessions, people, |session| session.people.len());
    let part = |(at, sessions): (usize, &Vec<Session>)| {
        html! {
            (masthead(edition))
            div.columns {
                @for label in [Label::Date, Label::TimeAndPlace, Label::Ambassador, Label::Mentor] {
                    span { (label.say(language)) }
                }
            }
            @for day in days(sessions) { (table(edition, day)) }
            @if at + 1 == parts.len() {
                @for left in Departures::of(edition).of_visited(edition) {
                    p.left { (left) }
                }
            }
            @if let Some(lecture) = lecture(edition).filter(|_| at + 1 == parts.len()) {
                section.lecture { (lecture) }
            }
            @if let Some(office) = &office { p.call { (Line::Call(office.clone()).say(language)) } }
            @if at + 1 == parts.len() { div.signed { @for line in signed(edition) { p { (line) } } } }
        }
    };
    parts.iter().enumerate().map(part).collect()
}

fn masthead(edition: Edition<'_>) -> Markup {
    let header = &edition.domain.campaign;
    let mut hosts: Vec<_> = edition
        .plan
        .experience
        .roster
        .placements
        .iter()
        .map(|one| edition.domain.post(one.post).unit)
        .collect();
    hosts.sort_unstable();
    hosts.dedup();
    let mut people: Vec<_> =
        edition.plan.experience.roster.placements.iter().map(|one| one.ambassador).collect();
    people.sort_unstable();
    people.dedup();
    let count = Line::People { people: people.len(), units: hosts.len() };
    html! {
        header.masthead {
            @if let Some(organizer) = &header.organizer { p.organizer { (organizer) } }
            h1 { (header.name) }
            p.subtitle { (edition.say(Sheet::Poster)) }
            p.facts {
                span { (measure::period(edition.language, header.season)) }
                " "
                span { (edition.say(count)) }
            }
            @if let Some(note) = &header.note { p.facts { (note) } }
        }
    }
}

/// Sessions of a day that stay together on a page, where it has no more.
const TOGETHER: usize = 3;

/// One day as a table of its own: its head is the date, which stands at the left of the rows and on each page again.
fn table(edition: Edition<'_>, day: &[Session]) -> Markup {
    let names = edition.names;
    let people = day.iter().map(|session| session.people.len()).sum();
    html! {
        table.day.whole[day.len() <= TOGETHER] {
            colgroup { col; col.who; col.mentor; }
            thead { tr { th colspan="3" { div.date { (date(edition, day[0].date)) span.people { (edition.say(Line::Heads(people))) } } } } }
            tbody {
                @for (position, session) in day.iter().enumerate() {
                    tr {
                        td.what {
                            div { span.hours { (measure::dashed(edition.language, session.hours)) } " " b { (names.post(session.post)) } }
                            @if position == 0 || day[position - 1].post != session.post {
                                div { (names.unit(edition.domain.post(session.post).unit)) }
                            }
                        }
                        td.who { @for &person in &session.people { div { (edition.person(person)) } } }
                        td.mentor { (edition.mentor(session.post)) }
                    }
                }
            }
        }
    }
}

/// The date as a block: the day of the month, and below it the weekday.
fn date(edition: Edition<'_>, date: NaiveDate) -> Markup {
    html! {
        span.number { (Line::DayOfMonth { month: date.month(), day: date.day() }.say(edition.language)) }
        span.weekday { (Line::Weekday(date.weekday()).say(edition.language)) }
    }
}

/// What, when, where, who; `None` where there is no lecture.
fn lecture(edition: Edition<'_>) -> Option<Markup> {
    let lecture = edition.domain.campaign.lecture.as_ref()?;
    let language = edition.language;
    let date = lecture.date.map(|date| measure::full_date(language, date));
    let when = spaced([date, lecture.hours.map(|hours| measure::dashed(language, hours))]);
    let unit = lecture.unit.map(|unit| edition.names.unit(unit).to_owned());
    let facts = [
        (Label::When, Some(when)),
        (Label::Where, lecture.place.clone()),
        (Label::Speaker, lecture.speaker.clone()),
        (Label::Employer, unit),
        (Label::Note, lecture.note.clone()),
    ];
    let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let title = lecture.title.clone().unwrap_or_else(|| Heading::Lecture.say(language));
    Some(html! {
        h2 { (title) }
        dl {
            @for (label, text) in facts {
                @if let Some(text) = said(&text) { div { dt { (label.say(language)) } dd { (text) } } }
            }
        }
    })
}
