//! What a unit is asked to prepare, as its posts and remarks say.
//!
//! In: the sessions at the unit. Out: the items of a list in its letter.

use crate::{
    domain::{
        people::AmbassadorIx,
        places::{Post, PostIx, UnitIx},
    },
    render::{
        edition::Edition,
        facts,
        letter::words::{Part, is_paper},
        session::Session,
        wording::said_of,
    },
};
use std::collections::BTreeSet;

/// What to prepare, an item each, in the order in which it is needed.
pub(super) fn items(edition: Edition<'_>, unit: UnitIx, sessions: &[&Session]) -> Vec<String> {
    let domain = edition.domain;
    let say = |part: Part| edition.say(part);
    let mut posts: Vec<PostIx> = sessions.iter().map(|session| session.post).collect();
    posts.sort_by_key(|&post| domain.post(post).position);
    posts.dedup();
    let campaign = &domain.campaign;
    let of_all = [
        campaign.meet.clone().map(Part::Gather),
        (!campaign.bring.is_empty()).then(|| Part::Bring(campaign.bring.clone())),
        domain.unit(unit).note.clone().map(Part::Told),
        campaign.note.clone().map(Part::Told),
    ];
    let mut items = vec![say(mentors(edition, &posts))];
    items.extend(posts.iter().filter_map(|&post| of_post(edition, post, sessions)));
    items.extend(of_all.into_iter().flatten().map(|part| say(Part::Sentence(say(part)))));
    items.extend(for_the_host(edition, &posts, sessions));
    items.push(say(Part::SignIn));
    items
}

/// Who is to be there.
fn mentors(edition: Edition<'_>, posts: &[PostIx]) -> Part {
    let mut mentors: Vec<String> = Vec::new();
    for mentor in posts.iter().filter_map(|&post| edition.domain.post(post).mentor) {
        let name = edition.names.mentor(mentor).to_owned();
        if !mentors.contains(&name) {
            mentors.push(name);
        }
    }
    if mentors.is_empty() { Part::Somebody } else { Part::Mentors(mentors) }
}

/// Whom to check for which paper, what else was required, and what those at a post were told; `None` where nothing is.
fn of_post(edition: Edition<'_>, post: PostIx, sessions: &[&Session]) -> Option<String> {
    let Post { requires, bring, note, .. } = edition.domain.post(post);
    let conditions: Vec<String> =
        requires.iter().filter(|required| !is_shown(edition, post, required)).cloned().collect();
    let mut parts: Vec<Part> = check(edition, post, people(post, sessions)).into_iter().collect();
    if !conditions.is_empty() {
        parts.push(Part::Fulfilled(conditions));
    }
    if !bring.is_empty() {
        parts.push(Part::Bring(bring.clone()));
    }
    parts.extend(note.clone().map(Part::Told));
    let said: Vec<String> = parts.into_iter().map(|part| edition.say(part)).collect();
    (!said.is_empty()).then(|| said_of(edition.language, edition.names.post(post), &said))
}

/// Whom to ask for which papers; `None` where the post requires none.
pub fn check(edition: Edition<'_>, post: PostIx, people: BTreeSet<AmbassadorIx>) -> Option<Part> {
    let requires = edition.domain.post(post).requires.iter();
    let papers: Vec<String> =
        requires.filter(|required| is_shown(edition, post, required)).cloned().collect();
    let people = people.into_iter().map(|person| edition.names.ambassador(person).to_owned()).collect();
    (!papers.is_empty()).then_some(Part::Check { people, papers })
}

fn is_shown(edition: Edition<'_>, post: PostIx, required: &String) -> bool {
    is_paper(required) || edition.domain.post(post).bring.contains(required)
}

fn people(post: PostIx, sessions: &[&Session]) -> BTreeSet<AmbassadorIx> {
    let there = sessions.iter().filter(|session| session.post == post);
    there.flat_map(|session| session.people.iter().copied()).collect()
}

/// The remarks for the unit alone, on its posts and on those who come, each once.
fn for_the_host(edition: Edition<'_>, posts: &[PostIx], sessions: &[&Session]) -> Vec<String> {
    let mut found = Vec::new();
    for &post in posts {
        for (whose, note) in facts::host_notes(edition, post, people(post, sessions).into_iter()) {
            let whose = whose.unwrap_or_else(|| edition.names.post(post).to_owned());
            let item = said_of(edition.language, &whose, &[edition.say(Part::Heed(note))]);
            if !found.contains(&item) {
                found.push(item);
            }
        }
    }
    found
}
