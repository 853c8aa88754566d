//! The poster: who goes where, day by day, and the lecture; read from two metres.

use crate::render::{
    html::{
        lecture::lecture,
        session::{Session, days, sessions},
    },
    names::contact,
    paper::Paper,
    wording::{
        Phrase, measure,
        sheet::{Sheet, label::Label, line::Line},
    },
};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

/// So many sessions of a day stay together on a page; the date stands again before the next.
const TOGETHER: usize = 6;

/// The whole poster; `None` where nobody is placed.
pub fn body(paper: Paper<'_>) -> Option<Markup> {
    let sessions = sessions(paper);
    let language = paper.language;
    let office = contact(paper.domain.campaign.contact.as_ref());
    (!sessions.is_empty()).then(|| {
        html! {
            (masthead(paper))
            table.days {
                thead {
                    tr {
                        th scope="col" { (Label::Date.say(language)) }
                        th scope="col" { (Label::TimeAndPlace.say(language)) }
                        th scope="col" { (Label::Ambassador.say(language)) }
                        th scope="col" { (Label::Mentor.say(language)) }
                    }
                }
                @for day in days(&sessions) {
                    @for some in day.chunks(TOGETHER) { (rows(paper, some)) }
                }
            }
            @if let Some(lecture) = lecture(paper) { section.lecture { (lecture) } }
            @if let Some(office) = office { p.call { (Line::Call(office).say(language)) } }
        }
    })
}

fn masthead(paper: Paper<'_>) -> Markup {
    let header = &paper.domain.campaign;
    let mut hosts: Vec<_> =
        paper.plan.experience.roster.placements.iter().map(|one| paper.domain.post(one.post).unit).collect();
    hosts.sort_unstable();
    hosts.dedup();
    let mut people: Vec<_> =
        paper.plan.experience.roster.placements.iter().map(|one| one.ambassador).collect();
    people.sort_unstable();
    people.dedup();
    let count = Line::People { people: people.len(), units: hosts.len() };
    html! {
        header.masthead {
            @if let Some(organizer) = &header.organizer { p.organizer { (organizer) } }
            h1 { (header.name) }
            p.subtitle { (Sheet::Poster.say(paper.language)) }
            p.facts {
                span { (measure::period(paper.language, header.season)) }
                " "
                span { (count.say(paper.language)) }
            }
            @if let Some(note) = &header.note { p.facts { (note) } }
        }
    }
}

/// One day: the date large at the left, beside it a row for each session.
fn rows(paper: Paper<'_>, day: &[Session]) -> Markup {
    let names = paper.names;
    html! {
        tbody {
            @for (position, session) in day.iter().enumerate() {
                tr {
                    @if position == 0 { th.day scope="rowgroup" rowspan=(day.len()) { (date(paper, session.date)) } }
                    td.what {
                        div { span.hours { (paper.hours(session.post)) } " " b { (names.post(session.post)) } }
                        div { (names.unit(paper.domain.post(session.post).unit)) }
                    }
                    td.who {
                        @for &person in &session.people { div { (paper.person(person)) } }
                    }
                    td { (paper.mentor(session.post)) }
                }
            }
        }
    }
}

/// The date as a block: the day of the month, above it the month, below it the weekday.
fn date(paper: Paper<'_>, date: NaiveDate) -> Markup {
    html! {
        span.number { (Line::DayOfMonth { month: date.month(), day: date.day() }.say(paper.language)) }
        span.weekday { (Line::Weekday(date.weekday()).say(paper.language)) }
    }
}
