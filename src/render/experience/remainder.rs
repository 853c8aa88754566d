//! Below the roster: who is not placed and which seats stay empty, why, and whom to ask.

use crate::{
    domain::{
        people::AmbassadorIx,
        places::{PostIx, Session, UnitIx},
        requests::{Bond, Group},
    },
    experience::{
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::Placement,
        rule::Rule,
    },
    planning::reason::Tally,
    render::{
        block::Section,
        edition::Edition,
        experience::{
            reason::{self, Because, session},
            words::Heading,
        },
        facts,
        wording::{bracketed, joined, list, measure, said_of},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What is left open.
pub fn sections(edition: Edition<'_>) -> [Section; 5] {
    [
        unplaced(edition),
        shortages(edition),
        unfulfilled(edition),
        apart_after_all(edition),
        free_seats(edition),
    ]
}

/// Who is not placed, and why.
pub fn unplaced(edition: Edition<'_>) -> Section {
    let line = |one: &Unplaced| {
        let name = edition.names.ambassador(one.ambassador);
        said_of(edition.language, name, &reason::of_person(edition, one))
    };
    Section::list(edition.say(Heading::Unplaced), edition.plan.experience.unplaced.iter().map(line).collect())
}

/// Why somebody is not placed.
pub fn why_unplaced(edition: Edition<'_>, one: &Unplaced) -> Vec<String> {
    reason::of_person(edition, one)
}

/// Which needs are not met, and why; the sessions of a post that lack as many for the same reason in one line.
pub fn shortages(edition: Edition<'_>) -> Section {
    let mut alike: Vec<(&Shortage, Vec<String>, Vec<Session>)> = Vec::new();
    for one in &edition.plan.experience.shortages {
        let why = reason::of_post(edition, one);
        let is_alike = |(first, said, _): &&mut (&Shortage, Vec<String>, Vec<Session>)| {
            let is_one = (first.post, first.need, first.placed) == (one.post, one.need, one.placed);
            one.session.is_some() && is_one && *said == why
        };
        match alike.iter_mut().find(is_alike) {
            Some((.., sessions)) => sessions.extend(one.session),
            None => alike.push((one, why, one.session.into_iter().collect())),
        }
    }
    let lines = alike.chunk_by(|(one, ..), (other, ..)| one.post == other.post).flat_map(|of_post| {
        let (told, rest) = of_post.split_at(of_post.len().min(MOST_ALIKE));
        let untold = rest.iter().map(|(.., sessions)| sessions.len()).sum();
        let more = (untold > 0).then(|| vec![edition.say(Because::MoreShort(untold))]);
        let lines = told.iter().map(|(one, _, sessions)| {
            let all = Shortage { reason: of_all(&one.reason, sessions.len()), ..(*one).clone() };
            [vec![edition.say(short(edition, one, sessions))], reason::of_post(edition, &all)].concat()
        });
        let subject = post_of_unit(edition, of_post[0].0.post);
        lines.chain(more).map(|said| said_of(edition.language, &subject, &said)).collect::<Vec<String>>()
    });
    Section::list(edition.say(Heading::Shortages), lines.collect())
}

/// The reason of so many sessions, where that of each is the same.
fn of_all(reason: &Reason, sessions: usize) -> Reason {
    let all =
        |tally: &Tally<Rule>| tally.iter().map(|&(rule, pairs)| (rule, pairs * sessions.max(1))).collect();
    match reason {
        Reason::Barred(tally) => Reason::Barred(all(tally)),
        Reason::NobodyLeft { people, barred } => Reason::NobodyLeft { people: *people, barred: all(barred) },
        Reason::Outweighed(tally) => Reason::Outweighed(tally.as_ref().map(all)),
        other => other.clone(),
    }
}

/// How many lines are told of the sessions of one post, and how many of the sessions of one line.
const MOST_ALIKE: usize = 4;
const MOST_TOLD: usize = 5;

/// What a post lacks, be it over the campaign or at these sessions.
fn short(edition: Edition<'_>, one: &Shortage, sessions: &[Session]) -> Because {
    let (need, placed) = (one.need, one.placed);
    if sessions.is_empty() {
        return Because::Short { need, placed };
    }
    let date = |session: &Session| {
        let hours = edition.domain.post(session.post).told(session.hours);
        measure::session(edition.language, session.date, hours)
    };
    let told: Vec<String> = sessions.iter().take(MOST_TOLD).map(date).collect();
    let told = list(edition.language, &told);
    Because::ShortAt { need, placed, sessions: sessions.len(), told, is_all: sessions.len() <= MOST_TOLD }
}

/// Whoever is placed and has none of the own wishes, and why.
pub fn unfulfilled(edition: Edition<'_>) -> Section {
    let theirs =
        edition.plan.experience.unfulfilled.chunk_by(|one, other| one.ambassador == other.ambassador);
    let line = |wishes: &[Unfulfilled]| {
        let name = edition.names.ambassador(wishes[0].ambassador);
        said_of(edition.language, name, &reason::of_wishes(edition, wishes))
    };
    Section::list(edition.say(Heading::Unfulfilled), theirs.map(line).collect())
}

/// Companions of whom only one goes somewhere, and where.
pub fn apart_after_all(edition: Edition<'_>) -> Section {
    let Edition { domain, names, .. } = edition;
    let plan = &edition.plan.experience;
    let sessions = |person: AmbassadorIx| -> BTreeSet<(NaiveDate, Session)> {
        let placements = plan.roster.placements.iter();
        placements.filter(|one| one.ambassador == person).map(|one| (one.date, one.session())).collect()
    };
    let pairs: BTreeSet<_> =
        domain.groups.iter().filter(|group| group.bond == Bond::TogetherTry).flat_map(Group::pairs).collect();
    let alone = |person: AmbassadorIx, other: AmbassadorIx| {
        let there = sessions(other);
        let mine: Vec<_> = sessions(person).into_iter().filter(|session| !there.contains(session)).collect();
        mine.into_iter().map(move |(_, there)| Because::GoesAlone {
            name: names.ambassador(person).to_owned(),
            session: session(edition, there),
        })
    };
    let items = pairs.into_iter().filter_map(|(one, other)| {
        let words: Vec<String> =
            alone(one, other).chain(alone(other, one)).map(|because| edition.say(because)).collect();
        let both =
            list(edition.language, &[names.ambassador(one).to_owned(), names.ambassador(other).to_owned()]);
        (!words.is_empty()).then(|| said_of(edition.language, &both, &words))
    });
    Section::list(edition.say(Heading::ApartAfterAll), items.collect())
}

/// Sessions to come that run and take somebody more, by every limit of post, unit and mentor; those that lack somebody are told
/// of already.
pub fn free_seats(edition: Edition<'_>) -> Section {
    let (domain, plan) = (edition.domain, &edition.plan.experience);
    let mut taken: BTreeMap<(NaiveDate, Session), u32> = BTreeMap::new();
    let mut placed: BTreeMap<PostIx, u32> = BTreeMap::new();
    let mut visitors: BTreeMap<UnitIx, u32> = BTreeMap::new();
    for one in &plan.roster.placements {
        *taken.entry((one.date, one.session())).or_insert(0) += 1;
        *placed.entry(one.post).or_insert(0) += 1;
        *visitors.entry(domain.post(one.post).unit).or_insert(0) += 1;
    }
    let left = |limit: Option<u32>, used: u32| limit.map_or(u32::MAX, |limit| limit.saturating_sub(used));
    let lacking: BTreeSet<Session> = plan.shortages.iter().filter_map(|one| one.session).collect();
    let told =
        taken.into_iter().filter(|((date, there), _)| !lacking.contains(there) && !edition.is_over(*date));
    let free = told.filter_map(|((_, there), taken)| {
        let post = domain.post(there.post);
        let at_unit = left(domain.unit(post.unit).limit, visitors[&post.unit]);
        let wanted = left(post.limit, placed[&there.post]).min(at_unit);
        let [that_day, guided] = beside(edition, there);
        let that_day = left(domain.unit(post.unit).daily_limit, that_day);
        let guided = left(domain.rules.mentor_limit.filter(|_| post.mentor.is_some()), guided);
        let free = post.seats_max.saturating_sub(taken).min(wanted).min(that_day).min(guided);
        (free > 0).then(|| {
            let date = measure::session(edition.language, there.date, Some(there.hours));
            let session = Because::OnDay { post: edition.names.post(there.post).to_owned(), date };
            said_of(edition.language, &edition.say(session), &[edition.say(Because::FreeSeats(free))])
        })
    });
    Section::list(edition.say(Heading::FreeSeats), free.collect())
}

/// How many come to the unit of a session that day, and how many its mentor guides at its time.
fn beside(edition: Edition<'_>, there: Session) -> [u32; 2] {
    let post = edition.domain.post(there.post);
    let placements = || edition.plan.experience.roster.placements.iter();
    let is_there = |one: &&Placement| edition.domain.post(one.post).unit == post.unit;
    let that_day = placements().filter(|one| one.date == there.date).filter(is_there).count();
    let is_at_a_time = |one: &&Placement| one.hours.on(one.date).overlaps(there.hours.on(there.date));
    let guided = placements().filter(|one| edition.domain.post(one.post).mentor == post.mentor);
    let guided = guided.filter(is_at_a_time);
    [that_day, guided.count()].map(|number| u32::try_from(number).unwrap_or(u32::MAX))
}

/// Where to come to and what to bring, for the posts of the roster in the order of the file.
pub fn to_know(edition: Edition<'_>) -> Section {
    let (domain, plan) = (edition.domain, &edition.plan.experience);
    let mut posts: Vec<PostIx> = plan.roster.placements.iter().map(|placement| placement.post).collect();
    posts.sort_by_key(|&post| domain.post(post).position);
    posts.dedup();
    let words = |post_ix: PostIx| {
        let post = domain.post(post_ix);
        let unit = domain.unit(post.unit);
        let words: Vec<String> =
            [&unit.address, &post.meet, &post.note, &unit.note].into_iter().flatten().cloned().collect();
        (!words.is_empty()).then(|| {
            said_of(edition.language, &post_of_unit(edition, post_ix), &[joined(edition.language, &words)])
        })
    };
    Section::list(edition.say(Heading::ToKnow), posts.into_iter().filter_map(words).collect())
}

/// The organizer's own remarks on people, in the order of the file.
pub fn own_notes(edition: Edition<'_>) -> Section {
    let line = |one: AmbassadorIx| {
        let note = edition.domain.ambassador(one).note.clone()?;
        Some(said_of(edition.language, edition.names.ambassador(one), &[note]))
    };
    let items = edition.ambassadors().into_iter().filter_map(line).collect();
    Section::list(edition.say(Heading::OwnNotes), items)
}

/// The lecture.
pub fn lecture_section(edition: Edition<'_>) -> Section {
    Section::list(edition.say(Heading::Lecture), facts::lecture_with(edition, measure::hours))
}

/// Whom to ask.
pub fn office(edition: Edition<'_>) -> Section {
    Section::list(edition.say(Heading::Office), edition.office().into_iter().collect())
}

/// A post with its unit.
pub(super) fn post_of_unit(edition: Edition<'_>, post: PostIx) -> String {
    let unit = edition.names.unit(edition.domain.post(post).unit);
    bracketed(edition.language, edition.names.post(post), unit)
}
