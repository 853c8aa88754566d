//! Below the roster: who is not placed and which seats stay empty, why, and whom to ask.

use crate::{
    domain::{
        Language,
        people::AmbassadorIx,
        places::PostIx,
        requests::{Bond, Group},
    },
    experience::{
        reason::{Shortage, Unfulfilled, Unplaced},
        roster::Placement,
    },
    render::{
        experience::{
            Report,
            because::{self, session},
        },
        names,
        wording::{Phrase, heading::Heading, joined, list, measure, reason::Because, said_of},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What is left open.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    vec![
        section(report, Heading::Unplaced, &unplaced(report)),
        section(report, Heading::Shortages, &shortages(report)),
        section(report, Heading::Unfulfilled, &unfulfilled(report)),
        section(report, Heading::ApartAfterAll, &apart_after_all(report)),
        section(report, Heading::FreeSeats, &free_seats(report)),
    ]
}

/// The lecture, and whom to ask.
pub fn notices(report: Report<'_>) -> Vec<Vec<String>> {
    let office = names::contact(report.domain.campaign.contact.as_ref());
    vec![
        section(report, Heading::Lecture, &lecture(report)),
        section(report, Heading::Office, office.as_slice()),
    ]
}

fn section(report: Report<'_>, heading: Heading, items: &[String]) -> Vec<String> {
    report.items(&heading.say(report.page.language), items)
}

pub(in crate::render) fn unplaced(report: Report<'_>) -> Vec<String> {
    let line = |one: &Unplaced| {
        let name = report.names.ambassador(one.ambassador);
        said_of(report.page.language, name, &because::of_person(report, one))
    };
    report.plan.unplaced.iter().map(line).collect()
}

pub(in crate::render) fn shortages(report: Report<'_>) -> Vec<String> {
    let language = report.page.language;
    let line = |one: &Shortage| {
        let short = Because::Short { need: one.need, placed: one.placed };
        let said = [vec![short.say(language)], because::of_post(report, one)].concat();
        said_of(language, &post_of_unit(report, one.post), &said)
    };
    report.plan.shortages.iter().map(line).collect()
}

/// Whoever is placed and has none of the own wishes, and why.
pub(in crate::render) fn unfulfilled(report: Report<'_>) -> Vec<String> {
    let theirs = report.plan.unfulfilled.chunk_by(|one, other| one.ambassador == other.ambassador);
    let line = |wishes: &[Unfulfilled]| {
        let name = report.names.ambassador(wishes[0].ambassador);
        said_of(report.page.language, name, &because::of_wishes(report, wishes))
    };
    theirs.map(line).collect()
}

/// Companions of whom only one goes somewhere, and where.
pub(in crate::render) fn apart_after_all(report: Report<'_>) -> Vec<String> {
    let Report { domain, plan, names, page, .. } = report;
    let sessions = |person: AmbassadorIx| -> BTreeSet<(NaiveDate, PostIx)> {
        let placements = plan.roster.placements.iter();
        placements.filter(|one| one.ambassador == person).map(|one| (one.date, one.post)).collect()
    };
    let pairs: BTreeSet<_> =
        domain.groups.iter().filter(|group| group.bond == Bond::TogetherTry).flat_map(Group::pairs).collect();
    let alone = |person: AmbassadorIx, other: AmbassadorIx| {
        let there = sessions(other);
        let mine: Vec<_> = sessions(person).into_iter().filter(|session| !there.contains(session)).collect();
        mine.into_iter().map(move |(date, post)| Because::GoesAlone {
            name: names.ambassador(person).to_owned(),
            session: session(report, date, post),
        })
    };
    pairs
        .into_iter()
        .filter_map(|(one, other)| {
            let words: Vec<String> = alone(one, other)
                .chain(alone(other, one))
                .map(|because| because.say(page.language))
                .collect();
            let both =
                list(page.language, &[names.ambassador(one).to_owned(), names.ambassador(other).to_owned()]);
            (!words.is_empty()).then(|| said_of(report.page.language, &both, &[list(page.language, &words)]))
        })
        .collect()
}

/// Sessions that run and have seats left.
pub(in crate::render) fn free_seats(report: Report<'_>) -> Vec<String> {
    let Report { domain, plan, page, .. } = report;
    let mut taken: BTreeMap<(NaiveDate, PostIx), u32> = BTreeMap::new();
    for &Placement { date, post, .. } in &plan.roster.placements {
        *taken.entry((date, post)).or_insert(0) += 1;
    }
    let free = taken.into_iter().filter_map(|((date, post), taken)| {
        let free = domain.post(post).seats_max.saturating_sub(taken);
        (free > 0).then(|| {
            said_of(
                report.page.language,
                &session(report, date, post),
                &[Because::FreeSeats(free).say(page.language)],
            )
        })
    });
    free.collect()
}

/// Where to come to and what to bring, for the posts of the roster in the order of the file.
pub fn to_know(report: Report<'_>) -> Vec<String> {
    let Report { domain, plan, page, .. } = report;
    let mut posts: Vec<PostIx> = plan.roster.placements.iter().map(|placement| placement.post).collect();
    posts.sort_by_key(|&post| domain.post(post).position);
    posts.dedup();
    let words = |post_ix: PostIx| {
        let post = domain.post(post_ix);
        let unit = domain.unit(post.unit);
        let words: Vec<String> =
            [&unit.address, &post.meet, &post.note, &unit.note].into_iter().flatten().cloned().collect();
        (!words.is_empty()).then(|| {
            said_of(report.page.language, &post_of_unit(report, post_ix), &[joined(page.language, &words)])
        })
    };
    section(report, Heading::ToKnow, &posts.into_iter().filter_map(words).collect::<Vec<String>>())
}

pub(in crate::render) fn lecture(report: Report<'_>) -> Vec<String> {
    let Some(lecture) = &report.domain.campaign.lecture else { return vec![] };
    let language = report.page.language;
    let date = lecture.date.map(|date| measure::full_date(language, date));
    let when = [date, lecture.hours.map(|hours| hours.to_string())];
    let when = when.into_iter().flatten().collect::<Vec<_>>().join(match language {
        Language::Zh => "",
        Language::En => ", ",
    });
    let unit = lecture.unit.map(|unit| report.names.unit(unit).to_owned());
    let speaker = [lecture.speaker.clone(), unit].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts =
        [lecture.title.clone(), Some(when), lecture.place.clone(), Some(speaker), lecture.note.clone()];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect()
}

fn post_of_unit(report: Report<'_>, post: PostIx) -> String {
    let unit = report.names.unit(report.domain.post(post).unit);
    names::bracketed(report.page.language, report.names.post(post), unit)
}
