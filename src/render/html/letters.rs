//! A letter to each unit: who comes when, what to prepare, and its year of Thursdays.

use crate::{
    domain::{
        places::{PostIx, UnitIx},
        thursday::Month,
    },
    render::{
        html::session::{Session, dashed, sessions},
        names::contact,
        paper::{Paper, changes::Changes},
        thursday::moved,
        wording::{
            Phrase, measure,
            sheet::{label::Label, letter::Letter},
            thursday::sentence::Sentence,
        },
    },
};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// All letters, in the order of the file; `None` where no unit takes part.
pub fn body(paper: Paper<'_>) -> Option<Markup> {
    let sessions = sessions(paper);
    let mut units: Vec<UnitIx> = (0..paper.domain.units.len()).map(UnitIx).collect();
    units.retain(|&unit| lends(paper, unit) || !pairings(paper, unit).is_empty());
    units.sort_by_key(|&unit| paper.domain.unit(unit).position);
    let changes = &Changes::of(paper);
    let own = |unit: UnitIx| sessions.iter().filter(move |one| paper.domain.post(one.post).unit == unit);
    (!units.is_empty()).then(|| {
        html! { @for unit in units { (letter(paper, changes, unit, &own(unit).collect::<Vec<&Session>>())) } }
    })
}

fn lends(paper: Paper<'_>, unit: UnitIx) -> bool {
    paper.domain.posts.iter().any(|post| post.unit == unit)
}

fn letter(paper: Paper<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Markup {
    let Paper { domain, names, language, .. } = paper;
    let changed = changes.of_unit(&domain.unit(unit).id);
    let office = contact(domain.campaign.contact.as_ref());
    let say = |part: Letter| part.say(language);
    html! {
        section.page {
            h1 { (say(Letter::Heading(domain.campaign.name.clone()))) }
            p.dear { (say(Letter::Dear(names.unit(unit).to_owned()))) }
            @if let Some(contact) = contact(domain.unit(unit).contact.as_ref()) { p.contact { (contact) } }
            p.text { (say(opening(paper, changes, unit, sessions))) }
            @if !sessions.is_empty() { (table(paper, sessions)) }
            @if !changed.is_empty() {
                p.text { (say(Letter::Changed)) }
                ul { @for line in changed { li { (line) } } }
            }
            @if !sessions.is_empty() {
                h2 { (say(Letter::Prepare)) }
                ol { @for part in to_prepare(paper, unit, sessions) { li { (say(part)) } } }
            }
            (thursdays(paper, unit))
            div.close {
                p.text { (say(Letter::Change(office))) }
                p { (say(Letter::Thanks)) }
                @if let Some(organizer) = &domain.campaign.organizer {
                    p.signed { (organizer) }
                }
            }
        }
    }
}

fn opening(paper: Paper<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Letter {
    if sessions.is_empty() && !changes.visits_to(&paper.domain.unit(unit).id).is_empty() {
        return Letter::NobodyLeft;
    }
    if sessions.is_empty() {
        return if lends(paper, unit) { Letter::Nobody } else { Letter::Thursdays };
    }
    let people: BTreeSet<_> = sessions.iter().flat_map(|session| &session.people).collect();
    let days: BTreeSet<NaiveDate> = sessions.iter().map(|session| session.date).collect();
    Letter::Coming { people: people.len(), days: days.len() }
}

fn table(paper: Paper<'_>, sessions: &[&Session]) -> Markup {
    let Paper { domain, names, language, .. } = paper;
    let heads = [Label::Day, Label::Post, Label::Ambassador, Label::Mentor, Label::Meet];
    html! {
        table.grid {
            thead { tr { @for head in heads { th scope="col" { (head.say(language)) } } } }
            tbody {
                @for session in sessions {
                    tr {
                        td.nowrap { b { (measure::date(language, session.date)) } div { (paper.hours(session.post)) } }
                        td { (names.post(session.post)) }
                        td {
                            @for &person in &session.people {
                                div { b { (paper.person(person)) } }
                                @if let Some(from) = paper.origin(person) { div.small { (from) } }
                            }
                        }
                        td { (paper.mentor(session.post)) }
                        td { @if let Some(meet) = &domain.post(session.post).meet { (meet) } }
                    }
                }
            }
        }
    }
}

/// What the unit is asked to do, as its posts and remarks say.
fn to_prepare(paper: Paper<'_>, unit: UnitIx, sessions: &[&Session]) -> Vec<Letter> {
    let Paper { domain, names, .. } = paper;
    let mut posts: Vec<PostIx> = sessions.iter().map(|session| session.post).collect();
    posts.sort_by_key(|&post| domain.post(post).position);
    posts.dedup();
    let mut mentors: Vec<String> = Vec::new();
    for mentor in posts.iter().filter_map(|&post| domain.post(post).mentor) {
        let name = names.mentor(mentor).to_owned();
        if !mentors.contains(&name) {
            mentors.push(name);
        }
    }
    let mut parts = vec![if mentors.is_empty() { Letter::Somebody } else { Letter::Mentors(mentors) }];
    for &post in &posts {
        let title = || names.post(post).to_owned();
        let papers: Vec<String> = domain.post(post).requires.clone();
        if !papers.is_empty() {
            parts.push(Letter::Check { post: title(), papers });
        }
        if let Some(note) = domain.post(post).note.clone() {
            parts.push(Letter::Told { post: Some(title()), note });
        }
    }
    if let Some(note) = domain.unit(unit).note.clone() {
        parts.push(Letter::Told { post: None, note });
    }
    parts.push(Letter::SignIn);
    parts
}

/// The neighbourhoods with which a unit is paired, each with what is held there.
fn pairings(paper: Paper<'_>, unit: UnitIx) -> Vec<(Letter, Vec<(NaiveDate, String)>)> {
    let Some(plan) = &paper.plan.thursday_action else { return vec![] };
    let pairs = plan.pairings.pairings.iter().filter(|pair| pair.unit == unit);
    pairs
        .map(|pair| {
            let way = paper.domain.pairing_metres(unit, pair.neighbourhood);
            let paired = Letter::Paired {
                neighbourhood: paper.neighbourhood(pair.neighbourhood),
                way: way.map(|metres| measure::way(paper.language, metres)),
            };
            let events = plan.timetable.events.iter();
            let events =
                events.filter(|event| (event.unit, event.neighbourhood) == (unit, pair.neighbourhood));
            (paired, events.map(|event| (event.date, paper.theme(event.theme))).collect())
        })
        .collect()
}

fn thursdays(paper: Paper<'_>, unit: UnitIx) -> Markup {
    let pairings = pairings(paper, unit);
    let Some(action) = paper.domain.thursday.as_ref().filter(|_| !pairings.is_empty()) else {
        return html! {};
    };
    let when = Sentence::When {
        first: action.first,
        last: action.last,
        nth: action.nth,
        hours: dashed(&action.hours.to_string()),
    };
    let is_moved = |date: NaiveDate| {
        let month = Month { year: date.year(), month: date.month() };
        moved::wanted(month, action).is_some_and(|wanted| wanted != date)
    };
    let moved = pairings.iter().flat_map(|(_, events)| events).any(|(date, _)| is_moved(*date));
    html! {
        h2 { (Letter::Action.say(paper.language)) }
        p { (when.say(paper.language)) }
        @if moved { p { (Letter::Moved.say(paper.language)) } }
        @for (paired, events) in pairings {
            p.paired { (paired.say(paper.language)) }
            ul.dates {
                @for (date, theme) in events {
                    li { span.date { (measure::date(paper.language, date)) } " " (theme) }
                }
            }
        }
    }
}
