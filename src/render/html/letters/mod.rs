//! A letter to each unit: who comes when, what to prepare, and its year of Thursdays.

mod words;

use crate::{
    domain::{
        places::{Post, PostIx, UnitIx},
        thursday::Month,
    },
    render::{
        action::Action,
        edition::{Edition, names::contact},
        facts,
        html::{
            letters::words::Letter,
            section::dashed,
            session::{Session, sessions},
            words::Label,
        },
        notice::changes::Changes,
        thursday::when,
        timetable::moved,
        wording::{Phrase, measure},
    },
};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// All letters, in the order of the file; `None` where no unit takes part.
pub fn body(edition: Edition<'_>) -> Option<Markup> {
    let sessions = sessions(edition);
    let mut units: Vec<UnitIx> = (0..edition.domain.units.len()).map(UnitIx).collect();
    units.retain(|&unit| lends(edition, unit) || !pairings(edition, unit).is_empty());
    units.sort_by_key(|&unit| edition.domain.unit(unit).position);
    let changes = &Changes::of(edition);
    let own = |unit: UnitIx| sessions.iter().filter(move |one| edition.domain.post(one.post).unit == unit);
    (!units.is_empty()).then(|| {
        html! { @for unit in units { (letter(edition, changes, unit, &own(unit).collect::<Vec<&Session>>())) } }
    })
}

fn lends(edition: Edition<'_>, unit: UnitIx) -> bool {
    edition.domain.posts.iter().any(|post| post.unit == unit)
}

fn letter(edition: Edition<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Markup {
    let Edition { domain, names, language, .. } = edition;
    let changed = changes.of_unit(&domain.unit(unit).id);
    let office = contact(domain.campaign.contact.as_ref());
    let say = |part: Letter| part.say(language);
    html! {
        section.page {
            h1 { (say(Letter::Heading(domain.campaign.name.clone()))) }
            p.dear { (say(Letter::Dear(names.unit(unit).to_owned()))) }
            @if let Some(contact) = contact(domain.unit(unit).contact.as_ref()) { p.contact { (contact) } }
            p.text { (say(opening(edition, changes, unit, sessions))) }
            @if !sessions.is_empty() { (table(edition, sessions)) }
            @if !changed.is_empty() {
                p.text { (say(Letter::Changed)) }
                ul { @for line in changed { li { (line) } } }
            }
            @if !sessions.is_empty() {
                h2 { (say(Letter::Prepare)) }
                ol { @for part in to_prepare(edition, unit, sessions) { li { (say(part)) } } }
            }
            (thursdays(edition, unit))
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

fn opening(edition: Edition<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Letter {
    if sessions.is_empty() && !changes.visits_to(&edition.domain.unit(unit).id).is_empty() {
        return Letter::NobodyLeft;
    }
    if sessions.is_empty() {
        return if lends(edition, unit) { Letter::Nobody } else { Letter::Thursdays };
    }
    let people: BTreeSet<_> = sessions.iter().flat_map(|session| &session.people).collect();
    let days: BTreeSet<NaiveDate> = sessions.iter().map(|session| session.date).collect();
    Letter::Coming { people: people.len(), days: days.len() }
}

fn table(edition: Edition<'_>, sessions: &[&Session]) -> Markup {
    let Edition { domain, names, language, .. } = edition;
    let heads = [Label::Day, Label::Post, Label::Ambassador, Label::Mentor, Label::Meet];
    html! {
            table.grid {
                thead { tr { @for head in heads { th scope="col" { (head.say(language)) } } } }
                tbody {
                    @for session in sessions {
                        tr {
                            td.nowrap { b { (measure::date(language, session.date)) } div { (dashed(language, session.hours)) } }
                            td { (names.post(session.post)) }
                            td {
                                @for &person in &session.people {
                                    div { b { (edition.person(person)) } }
                                    @let from = edition.organization(person);
    @if !from.is_empty() { div.small { (from) } }
                                }
                            }
                            td { (edition.mentor(session.post)) }
                            td { @if let Some(meet) = &domain.post(session.post).meet { (meet) } }
                        }
                    }
                }
            }
        }
}

/// What the unit is asked to do, as its posts and remarks say.
fn to_prepare(edition: Edition<'_>, unit: UnitIx, sessions: &[&Session]) -> Vec<Letter> {
    let Edition { domain, names, .. } = edition;
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
        let Post { requires, bring, .. } = domain.post(post);
        if !requires.is_empty() {
            parts.push(Letter::Check { post: title(), papers: requires.clone() });
        }
        if !bring.is_empty() {
            parts.push(Letter::Bring { post: Some(title()), things: bring.clone() });
        }
        if let Some(note) = domain.post(post).note.clone() {
            parts.push(Letter::Told { post: Some(title()), note });
        }
    }
    let campaign = &domain.campaign;
    if !campaign.bring.is_empty() {
        parts.push(Letter::Bring { post: None, things: campaign.bring.clone() });
    }
    parts.extend(campaign.meet.clone().map(Letter::Gather));
    for note in [&domain.unit(unit).note, &campaign.note].into_iter().flatten() {
        parts.push(Letter::Told { post: None, note: note.clone() });
    }
    parts.extend(for_the_host(edition, &posts, sessions));
    parts.push(Letter::SignIn);
    parts
}

/// The remarks for the unit alone, on its posts and on those who come, each once.
fn for_the_host(edition: Edition<'_>, posts: &[PostIx], sessions: &[&Session]) -> Vec<Letter> {
    let mut found = Vec::new();
    for &post in posts {
        let there = sessions.iter().filter(|session| session.post == post);
        let people: BTreeSet<_> = there.flat_map(|session| session.people.iter().copied()).collect();
        for (whose, note) in facts::host_notes(edition, post, people.into_iter()) {
            let whose = whose.unwrap_or_else(|| edition.names.post(post).to_owned());
            let part = Letter::Heed { whose, note };
            if !found.contains(&part) {
                found.push(part);
            }
        }
    }
    found
}

/// The neighbourhoods with which a unit is paired, each with what is held there.
fn pairings(edition: Edition<'_>, unit: UnitIx) -> Vec<(Letter, Vec<(NaiveDate, String)>)> {
    let Some(plan) = &edition.plan.thursday_action else { return vec![] };
    let pairs = plan.pairings.pairings.iter().filter(|pair| pair.unit == unit);
    pairs
        .map(|pair| {
            let way = edition.domain.pairing_metres(unit, pair.neighbourhood);
            let paired = Letter::Paired {
                neighbourhood: edition.neighbourhood(pair.neighbourhood).to_owned(),
                way: way.map(|metres| measure::way(edition.language, metres)),
            };
            let events = plan.timetable.events.iter();
            let events =
                events.filter(|event| (event.unit, event.neighbourhood) == (unit, pair.neighbourhood));
            (paired, events.map(|event| (event.date, edition.theme(event.theme).to_owned())).collect())
        })
        .collect()
}

fn thursdays(edition: Edition<'_>, unit: UnitIx) -> Markup {
    let pairings = pairings(edition, unit);
    let Some(action) = Action::of(edition).filter(|_| !pairings.is_empty()) else {
        return html! {};
    };
    let when = when(action, dashed(edition.language, action.settings.hours));
    let is_moved = |date: NaiveDate| {
        let month = Month { year: date.year(), month: date.month() };
        moved::wanted(month, action.settings).is_some_and(|wanted| wanted != date)
    };
    let moved = pairings.iter().flat_map(|(_, events)| events).any(|(date, _)| is_moved(*date));
    html! {
        h2 { (edition.say(Letter::Action)) }
        p { (when) }
        @if moved { p { (edition.say(Letter::Moved)) } }
        @for (paired, events) in pairings {
            p.paired { (edition.say(paired)) }
            ul.dates {
                @for (date, theme) in events {
                    li { span.date { (measure::date(edition.language, date)) } " " (theme) }
                }
            }
        }
    }
}
