//! A sheet for each unit and day on which everybody who comes signs: it lies at the post.

use crate::{
    domain::{people::AmbassadorIx, places::UnitIx},
    render::{
        edition::Edition,
        facts::{line, words::Head},
        html::{
            Sheet,
            handed_out::{Column, Pages},
            room::{lines, pages},
            words::{Label, Line},
        },
        letter::preparation::check,
        session::{Session, days, sessions},
        wording::{measure, said_of},
    },
};
use maud::{Markup, html};

const COLUMNS: [Column; 9] = [
    ("number", Label::Number),
    ("who", Label::Ambassador),
    ("post", Label::Post),
    ("hours", Label::Hours),
    ("mentor", Label::Mentor),
    ("sign", Label::Arrived),
    ("sign", Label::Left),
    ("papers", Label::Papers),
    ("note", Label::Note),
];

/// In tenths of a millimetre: what rows have on a page, the least that a row takes to be written in, and its edges.
const ROOM: usize = 1420;
const LEAST: usize = 150;
const EDGES: usize = 60;

/// Empty rows for whoever steps in or comes late.
const SPARE: usize = 4;

/// By how much a row grows at most so that a page is filled.
const GROWS: usize = 130;

/// Pages for each unit, day by day; `None` where nobody is placed.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let mut sessions = sessions(edition);
    // Whoever was there has signed.
    sessions.retain(|session| !edition.is_over(session.date));
    let mut sheets = Pages::new(edition.language, "size:A4 landscape;margin:9mm 10mm 14mm");
    for unit in edition.units() {
        let own: Vec<Session> =
            sessions.iter().filter(|one| edition.domain.post(one.post).unit == unit).cloned().collect();
        for day in days(&own) {
            add(&mut sheets, edition, unit, day);
        }
    }
    (!sessions.is_empty()).then(|| sheets.finish())
}

/// A row: its number, the session, and who comes; nobody where it is kept free.
type Row<'a> = Option<(usize, &'a Session, AmbassadorIx)>;

fn add(sheets: &mut Pages, edition: Edition<'_>, unit: UnitIx, day: &[Session]) {
    let people = day.iter().flat_map(|session| session.people.iter().map(move |&person| (session, person)));
    let mut rows: Vec<Row<'_>> =
        (1..).zip(people).map(|(number, (session, person))| Some((number, session, person))).collect();
    let expected = rows.len();
    let used: usize = rows.iter().map(|row| height(edition, row)).sum();
    let known = known(edition, day);
    let room = room(edition, unit, &known);
    let free = room.saturating_sub(used) / LEAST;
    rows.extend(std::iter::repeat_n(None, free.min(SPARE)));
    let pages = pages(rows, room, |row| height(edition, row));
    let page = |rows: &Vec<Row<'_>>| {
        let used: usize = rows.iter().map(|row| height(edition, row)).sum();
        let grows = (room.saturating_sub(used) / rows.len().max(1)).min(GROWS);
        html! { tbody { @for row in rows { (self::row(edition, row, height(edition, row) + grows)) } } }
    };
    let pages: Vec<Markup> = pages.iter().map(page).collect();
    sheets.add(&head(edition, unit, day, expected, &known), &COLUMNS, &pages);
}

/// Where those of each post meet, and whom to ask for which papers: what whoever stands at the door must know.
fn known(edition: Edition<'_>, day: &[Session]) -> Vec<String> {
    let of_post = |sessions: &[Session]| {
        let post = sessions[0].post;
        let people = sessions.iter().flat_map(|session| session.people.iter().copied()).collect();
        let papers = check(edition, post, people).map(|part| edition.say(part));
        let place = edition.domain.post(post).meet.as_deref().unwrap_or_default();
        let said: Vec<String> = line(edition, Head::Meet, place).into_iter().chain(papers).collect();
        (!said.is_empty()).then(|| said_of(edition.language, edition.names.post(post), &said))
    };
    day.chunk_by(|one, other| one.post == other.post).filter_map(of_post).collect()
}

fn head(edition: Edition<'_>, unit: UnitIx, day: &[Session], expected: usize, known: &[String]) -> Markup {
    html! {
        div.top {
            p.campaign { (edition.domain.campaign.name) }
            p.date { (measure::full_date(edition.language, day[0].date)) }
        }
        div.top {
            h1 { (edition.say(Sheet::SignIn)) span.unit { (edition.names.unit(unit)) } }
            p.count { (edition.say(Line::Expected(expected))) }
        }
        @for one in known { p.known { (one) } }
    }
}

/// What is left for rows below the heading.
fn room(edition: Edition<'_>, unit: UnitIx, known: &[String]) -> usize {
    let name = lines(edition.names.unit(unit), 48).saturating_sub(1) * 97;
    let campaign = lines(&edition.domain.campaign.name, 100).saturating_sub(1) * 60;
    let known: usize = known.iter().map(|one| lines(one, 140)).sum();
    ROOM.saturating_sub(name + campaign + known * 53)
}

/// How high a row becomes, in tenths of a millimetre.
fn height(edition: Edition<'_>, row: &Row<'_>) -> usize {
    let Some((_, session, person)) = *row else { return LEAST };
    let phone = usize::from(edition.copy.contacts) * 58;
    let who = lines(edition.names.ambassador(person), 23) * 58
        + lines(&edition.organization(person), 29) * 46
        + phone;
    let post = lines(edition.names.post(session.post), 17) * 58;
    let mentor = edition.domain.post(session.post).mentor.map_or("", |mentor| edition.names.mentor(mentor));
    let mentor = lines(mentor, 10) * 58 + phone;
    LEAST.max(EDGES + who.max(post).max(mentor))
}

fn row(edition: Edition<'_>, row: &Row<'_>, height: usize) -> Markup {
    let style = format!("height:{}.{}mm", height / 10, height % 10);
    let Some((number, session, person)) = *row else {
        return html! { tr style=(style) { @for _ in COLUMNS { td {} } } };
    };
    let from = edition.organization(person);
    html! {
        tr style=(style) {
            td.number { (number) }
            td { b { (edition.person(person)) } @if !from.is_empty() { div.small { (from) } } }
            td { (edition.names.post(session.post)) }
            td.hours { (measure::dashed(edition.language, session.hours)) }
            td { (edition.mentor(session.post)) }
            @for _ in 0..4 { td {} }
        }
    }
}
