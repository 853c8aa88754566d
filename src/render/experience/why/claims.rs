//! Why a whole plan does not have what it does not have: a sentence each, with the command that solves it again.
//!
//! In: an [`Edition`] of a plan that says so. Out: items of a list.

use crate::{
    domain::people::AmbassadorIx,
    experience::explanation::{
        claims::{Claim, Missing},
        person::{Question, Why},
    },
    render::{
        block::Item,
        edition::Edition,
        experience::{
            remainder::post_of_unit,
            summary::counts,
            why::{parts::Premise, short, whole, wish, words::Said},
        },
        wording::{bracketed, command, joined, list, measure},
    },
};
use std::collections::BTreeMap;

/// What a plan says of it, each with what the figures count, or in short and those with one reason together; nothing where it says nothing.
pub fn items(edition: Edition<'_>, in_short: bool) -> Vec<Item> {
    if in_short {
        return folded(edition);
    }
    let claims = edition.plan.experience.claims.iter().flatten();
    claims.map(|claim| Item { text: sentence(edition, claim), below: again(edition, claim) }).collect()
}

/// The same in short, those who are told the same reason with the same figures in one sentence without these.
fn folded(edition: Edition<'_>) -> Vec<Item> {
    let mut alike: Vec<(String, Vec<&Claim>)> = Vec::new();
    for claim in edition.plan.experience.claims.iter().flatten() {
        let why = reason(edition, claim, true);
        let is_folded = |known: &&mut (String, Vec<&Claim>)| known.0 == why && is_of_wish(known.1[0]);
        match alike.iter_mut().find(is_folded).filter(|_| is_of_wish(claim)) {
            Some((_, claims)) => claims.push(claim),
            None => alike.push((why, vec![claim])),
        }
    }
    let told = alike.into_iter().map(|(why, claims)| {
        let (subject, why) = match claims.as_slice() {
            [one] => (subject(edition, one.missing), why),
            several => (of_several(edition, several), short(edition, several[0].missing, &several[0].why)),
        };
        Item::from(edition.say(Said::Answer { subject, why }))
    });
    told.collect()
}

fn is_of_wish(claim: &Claim) -> bool {
    matches!(claim.missing, Missing::OfPerson(_, Question::Wish(_)))
}

/// Whose wishes of which numbers.
fn of_several(edition: Edition<'_>, claims: &[&Claim]) -> String {
    let mut people: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for claim in claims {
        if let Missing::OfPerson(person, Question::Wish(position)) = claim.missing {
            let number = edition.domain.ambassador(person).wishes[position].number;
            let named = people.entry(number).or_default();
            let name = edition.names.ambassador(person).to_owned();
            if !named.contains(&name) {
                named.push(name);
            }
        }
    }
    let told = people.into_iter().map(|(number, names)| {
        let wish = measure::wish(edition.language, number);
        edition.say(Said::WishOf { names: list(edition.language, &names), wish })
    });
    joined(edition.language, &told.collect::<Vec<String>>())
}

fn sentence(edition: Edition<'_>, claim: &Claim) -> String {
    let subject = subject(edition, claim.missing);
    edition.say(Said::Answer { subject, why: reason(edition, claim, false) })
}

/// What is missing.
fn subject(edition: Edition<'_>, missing: Missing) -> String {
    match missing {
        Missing::OfPerson(person, question) => of_person(edition, person, question),
        Missing::Seat(post, session) => {
            let subject = post_of_unit(edition, post);
            match session {
                Some(session) => {
                    let hours = edition.domain.post(post).told(session.hours);
                    bracketed(
                        edition.language,
                        &subject,
                        &measure::session(edition.language, session.date, hours),
                    )
                }
                None => subject,
            }
        }
    }
}

/// Why it is.
fn reason(edition: Edition<'_>, claim: &Claim, in_short: bool) -> String {
    let missing = claim.missing;
    match &claim.why {
        // Of a seat it must be said of what it speaks.
        Why::Impossible(_) if Premise::of(missing) == Premise::OneMore => edition.say(Said::NoMore),
        Why::Outweighed(change, _) | Why::Overlooked(change, _) if in_short => {
            let (from, to, counts) = (change.from, change.to, counts(edition, change.level));
            edition.say(Said::InShort { why: short(edition, missing, &claim.why), counts, from, to })
        }
        why => whole(edition, missing, why),
    }
}

fn of_person(edition: Edition<'_>, person: AmbassadorIx, question: Question) -> String {
    let what = match question {
        Question::Place => edition.say(Said::Anything),
        Question::Wish(position) => wish(edition, person, position),
    };
    edition.say(Said::OfPerson { name: edition.names.ambassador(person).to_owned(), what })
}

/// The command that solves it again, where the plan lies in a file.
fn again(edition: Edition<'_>, claim: &Claim) -> Vec<String> {
    let Some(file) = edition.file else { return Vec::new() };
    let domain = edition.domain;
    let (whom, wish) = match claim.missing {
        Missing::OfPerson(person, Question::Place) => (edition.mark(person), None),
        Missing::OfPerson(person, Question::Wish(position)) => {
            (edition.mark(person), Some(domain.ambassador(person).wishes[position].number))
        }
        Missing::Seat(_, Some(session)) => (session.date.to_string(), None),
        Missing::Seat(post, None) => (format!("post:{}", domain.post(post).id), None),
    };
    let wish = wish.map(|number| format!(" --wish {number}")).unwrap_or_default();
    let command = format!("chuxin explain {} {}{wish}", command::path(file), command::argument(&whom));
    vec![edition.say(Said::Again(command))]
}
