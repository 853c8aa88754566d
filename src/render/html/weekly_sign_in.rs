//! A sheet for each unit and week on which everybody who comes signs, for a season that is too long for one a day.

use crate::{
    domain::{
        dates::{DateSpan, Weekdays},
        people::AmbassadorIx,
        places::UnitIx,
    },
    render::{
        edition::Edition,
        html::{
            Sheet,
            handed_out::{Column, Pages},
            room::{lines, pages},
            words::{Label, Line},
        },
        session::{Session, monday, sessions, week_of_season},
        wording::measure,
    },
};
use chrono::{Days, NaiveDate};
use maud::{Markup, html};

const COLUMNS: [Column; 7] = [
    ("date", Label::Date),
    ("hours", Label::Hours),
    ("post", Label::Post),
    ("who", Label::Ambassador),
    ("sign", Label::Arrived),
    ("sign", Label::Left),
    ("note", Label::Note),
];

/// In tenths of a millimetre: what rows have on a page, and the least that a row takes to be written in.
const ROOM: usize = 2250;
const LEAST: usize = 95;

/// Empty rows for whoever steps in.
const SPARE: usize = 4;

fn empty() -> Markup {
    html! { tr { @for _ in COLUMNS { td {} } } }
}

/// Somebody at a session; whether it is the first row of it.
type Row<'a> = (&'a Session, AmbassadorIx, bool);

/// Pages for each unit, week by week; `None` where nobody is placed.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let mut sessions = sessions(edition);
    // Whoever was there has signed.
    sessions.retain(|session| !edition.is_over(session.date));
    let mut sheets = Pages::new(edition.language, "size:A4 portrait;margin:12mm 12mm 16mm");
    for unit in edition.units() {
        let own: Vec<&Session> =
            sessions.iter().filter(|one| edition.domain.post(one.post).unit == unit).collect();
        for week in own.chunk_by(|one, other| monday(one.date) == monday(other.date)) {
            add(&mut sheets, edition, unit, week);
        }
    }
    (!sessions.is_empty()).then(|| sheets.finish())
}

fn add(sheets: &mut Pages, edition: Edition<'_>, unit: UnitIx, week: &[&Session]) {
    let rows = week.iter().flat_map(|session| {
        session.people.iter().enumerate().map(|(at, &person)| (*session, person, at == 0))
    });
    let room = room(edition, unit);
    let pages = pages(rows.collect(), room, |row| height(edition, row));
    let page = |rows: &Vec<Row<'_>>| {
        let used: usize = rows.iter().map(|row| height(edition, row)).sum();
        let spare = (room.saturating_sub(used) / LEAST).min(SPARE);
        html! { (body_of(edition, rows)) @if spare > 0 { tbody { @for _ in 0..spare { (empty()) } } } }
    };
    let pages: Vec<Markup> = pages.iter().map(page).collect();
    sheets.add(&head(edition, unit, week), &COLUMNS, &pages);
}

fn head(edition: Edition<'_>, unit: UnitIx, week: &[&Session]) -> Markup {
    let season = edition.domain.campaign.season;
    let first = monday(week[0].date);
    let span = DateSpan {
        first: first.max(season.first),
        last: (first + Days::new(6)).min(season.last),
        weekdays: Weekdays::ALL,
    };
    let visits = week.iter().map(|session| session.people.len()).sum();
    html! {
        div.top {
            p.campaign { (edition.domain.campaign.name) }
            p.date {
                b { (edition.say(Line::Week(week_of_season(edition, first)))) }
                " · " (measure::period(edition.language, span))
            }
        }
        div.top {
            h1 { (edition.say(Sheet::SignIn)) span.unit { (edition.names.unit(unit)) } }
            p.count { (edition.say(Line::ExpectedVisits(visits))) }
        }
    }
}

/// What is left for rows below the heading.
fn room(edition: Edition<'_>, unit: UnitIx) -> usize {
    let name = lines(edition.names.unit(unit), 28).saturating_sub(1) * 97;
    let campaign = lines(&edition.domain.campaign.name, 60).saturating_sub(1) * 60;
    ROOM.saturating_sub(name + campaign)
}

/// How high a row becomes, in tenths of a millimetre; what its session says stands beside the first row.
fn height(edition: Edition<'_>, (session, person, is_first): &Row<'_>) -> usize {
    let phone = usize::from(edition.copy.contacts) * 53;
    let who = lines(edition.names.ambassador(*person), 15) * 53 + phone;
    let post = lines(edition.names.post(session.post), 14) * 53;
    let hours = lines(&measure::dashed(edition.language, session.hours), 15) * 50;
    LEAST.max(25 + if *is_first { who.max(post).max(hours) } else { who })
}

/// The rows of a page: date and session are named once on it.
fn body_of(edition: Edition<'_>, rows: &[Row<'_>]) -> Markup {
    html! {
        @for day in rows.chunk_by(|(one, ..), (other, ..)| one.date == other.date) {
            tbody {
                @for (at, session) in day.chunk_by(|(one, ..), (other, ..)| one == other).enumerate() {
                    (rows_of(edition, session, (at == 0).then_some((session[0].0.date, day.len()))))
                }
            }
        }
    }
}

fn rows_of(edition: Edition<'_>, rows: &[Row<'_>], day: Option<(NaiveDate, usize)>) -> Markup {
    let Edition { names, language, .. } = edition;
    html! {
        @for (at, (session, person, _)) in rows.iter().enumerate() {
            tr {
                @if at == 0 {
                    @if let Some((date, people)) = day {
                        th.date scope="rowgroup" rowspan=(people) { (measure::date(language, date)) }
                    }
                    td.hours rowspan=(rows.len()) { (measure::dashed(language, session.hours)) }
                    td rowspan=(rows.len()) { (names.post(session.post)) }
                }
                td { b { (edition.person(*person)) } }
                @for _ in 0..3 { td {} }
            }
        }
    }
}
