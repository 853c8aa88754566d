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
        wording::{bracketed, command, measure},
    },
};

/// What a plan says of it, with what the figures count or in short; nothing where it says nothing.
pub fn items(edition: Edition<'_>, in_short: bool) -> Vec<Item> {
    let claims = edition.plan.experience.claims.iter().flatten();
    claims
        .map(|claim| Item { text: sentence(edition, claim, in_short), below: again(edition, claim) })
        .collect()
}

fn sentence(edition: Edition<'_>, claim: &Claim, in_short: bool) -> String {
    let missing = claim.missing;
    let subject = match missing {
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
    };
    let why = match &claim.why {
        // Of a seat it must be said of what it speaks.
        Why::Impossible(_) if Premise::of(missing) == Premise::OneMore => edition.say(Said::NoMore),
        Why::Outweighed(change, _) | Why::Overlooked(change, _) if in_short => {
            let (from, to, counts) = (change.from, change.to, counts(edition, change.level));
            edition.say(Said::InShort { why: short(edition, missing, &claim.why), counts, from, to })
        }
        why => whole(edition, missing, why),
    };
    edition.say(Said::Answer { subject, why })
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
