//! A letter to each unit before it has a format: who comes when, what to prepare, and its year of Thursdays.
//!
//! In: [`Edition`]. Out: [`Letter`]s of blocks, which every format turns into itself.

pub mod notices;
mod opening;
pub mod preparation;
pub mod words;

use crate::{
    diagnostic::reference::Kind,
    domain::{
        places::UnitIx,
        thursday::{Month, Pairing},
    },
    plan::outline::Pair,
    render::{
        action::Action,
        block::{Block, Cell, Field, Give, Section, Table},
        departure::Departures,
        edition::{Edition, names::contact},
        facts,
        letter::{
            opening::Opening,
            words::{Heading, Part},
        },
        notice::changes::{Changes, whom::Whom},
        session::{Session, sessions},
        thursday::when,
        timetable::moved,
        wording::{joined, list, measure},
    },
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// A letter to one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What kind of letter it is.
    pub title: String,
    /// What it is called above the pages behind the first.
    pub short: String,
    /// What stands below the title.
    pub about: Option<String>,
    /// What the reader is called, which stands on every page.
    pub name: String,
    /// Whom it reaches there, on the organizer's copy.
    pub contact: Option<String>,
    /// The salutation.
    pub dear: String,
    /// Its parts: sentences, the table of who comes, a list of what to prepare, and the dates of Thursdays as entries.
    pub sections: Vec<Section>,
    /// The last sentences.
    pub closing: Vec<String>,
    /// Who signs, and the day on which it is issued.
    pub signed: Vec<String>,
}

/// All letters, in the order of the file; none where no unit takes part.
pub fn letters(edition: Edition<'_>) -> Vec<Letter> {
    let sessions = sessions(edition);
    let changes = Changes::of(edition);
    let takes_part = |unit: &UnitIx| {
        let is_told = || !changes.of_unit(&edition.domain.unit(*unit).id).is_empty();
        lends(edition, *unit) || !pairings(edition, changes.departures(), *unit).is_empty() || is_told()
    };
    let own = |unit: UnitIx| sessions.iter().filter(move |one| edition.domain.post(one.post).unit == unit);
    let is_meant = |unit: &UnitIx| edition.copy.recipient.is_none_or(|only| only == *unit);
    let units = edition.units().into_iter().filter(is_meant).filter(takes_part);
    let letters = units.map(|unit| letter(edition, &changes, unit, &own(unit).collect::<Vec<&Session>>()));
    let is_gone = |unit: &Whom<UnitIx>| unit.known.is_none() && edition.copy.recipient.is_none();
    let gone = changes.hosts().into_iter().filter(is_gone);
    letters.chain(gone.map(|unit| to_unit_gone(edition, &changes, &unit.id))).collect()
}

/// To a unit that the campaign no longer has: what it was promised is taken back.
fn to_unit_gone(edition: Edition<'_>, changes: &Changes<'_>, id: &str) -> Letter {
    let opening = Section::sentences(vec![edition.say(Opening::Gone)]);
    let changed = Section::list(edition.say(Heading::Changed), changes.of_unit(id));
    let letter = framed(edition, edition.unit_of(id), vec![opening, changed]);
    Letter { title: edition.say(Heading::OfLeaving), ..letter }
}

/// What every letter has around its parts.
fn framed(edition: Edition<'_>, name: String, sections: Vec<Section>) -> Letter {
    Letter {
        title: edition.say(Heading::Title),
        short: edition.say(Heading::Short),
        about: None,
        contact: None,
        dear: edition.say(Part::Dear(name.clone())),
        name,
        sections,
        closing: vec![edition.say(Part::Change(edition.office())), edition.say(Part::Thanks)],
        signed: signed(edition),
    }
}

/// Who signs, and the day on which it is issued or room to write it.
pub fn signed(edition: Edition<'_>) -> Vec<String> {
    let issued = edition.say(Part::Issued(edition.copy.issued));
    edition.domain.campaign.organizer.iter().cloned().chain([issued]).collect()
}

fn lends(edition: Edition<'_>, unit: UnitIx) -> bool {
    edition.domain.posts.iter().any(|post| post.unit == unit)
}

fn letter(edition: Edition<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Letter {
    let Edition { domain, names, .. } = edition;
    let (past, sessions): (Vec<&Session>, Vec<&Session>) =
        sessions.iter().partition(|session| edition.is_over(session.date));
    let opening = edition.say(opening(edition, changes, unit, [&past, &sessions]));
    let mut blocks = vec![Block::Sentences(vec![opening])];
    if !sessions.is_empty() {
        blocks.push(table(edition, &sessions).into());
    }
    let changed = changes.of_unit(&domain.unit(unit).id);
    let mut sections =
        vec![Section::new(String::new(), blocks), Section::list(edition.say(Heading::Changed), changed)];
    if !sessions.is_empty() {
        let items = preparation::items(edition, unit, &sessions);
        sections.push(Section::list(edition.say(Heading::Prepare), items));
    }
    sections.push(before(edition, &past));
    sections.extend(lecture(edition));
    sections.extend(thursdays(edition, changes, unit));
    let contact = contact(domain.unit(unit).contact.as_ref());
    let title = match changes.departure(Kind::Unit, &domain.unit(unit).id) {
        Some(_) => Heading::OfLeaving,
        None if !sessions.is_empty() => Heading::OfHosting,
        None if lends(edition, unit) => Heading::OfPosts,
        None => Heading::OfThursdays,
    };
    let letter = framed(edition, names.unit(unit).to_owned(), sections);
    let short = if title == Heading::OfHosting { Heading::Title } else { Heading::Short };
    Letter { contact, title: edition.say(title), short: edition.say(short), ..letter }
}

/// What was, where it is over.
fn before(edition: Edition<'_>, past: &[&Session]) -> Section {
    let line = |session: &&Session| {
        let people = session.placements().map(|one| facts::ambassador(edition, &one));
        let people: Vec<String> = people.collect();
        let post = edition.names.post(session.post).to_owned();
        edition.say(Part::Was {
            day: facts::when(edition, session.date, session.hours),
            post,
            people: list(edition.language, &people),
        })
    };
    Section::list(edition.say(Heading::Before), past.iter().map(line).collect())
}

/// The first sentence, by what is over and what is to come.
fn opening(
    edition: Edition<'_>,
    changes: &Changes<'_>,
    unit: UnitIx,
    [past, ahead]: [&[&Session]; 2],
) -> Opening {
    let id = &edition.domain.unit(unit).id;
    if let Some(since) = changes.departure(Kind::Unit, id).and_then(|left| left.since) {
        return Opening::Left(since);
    }
    if ahead.is_empty() && !past.is_empty() {
        return Opening::Over;
    }
    if ahead.is_empty() && !changes.visits_to(id).is_empty() {
        return Opening::NobodyLeft;
    }
    if ahead.is_empty() {
        return if lends(edition, unit) { Opening::Nobody } else { Opening::Thursdays };
    }
    let people: BTreeSet<_> = ahead.iter().flat_map(|session| &session.people).collect();
    let days: BTreeSet<NaiveDate> = ahead.iter().map(|session| session.date).collect();
    Opening::Coming { people: people.len(), days: days.len() }
}

/// Who comes when; without columns of which nothing is known.
fn table(edition: Edition<'_>, sessions: &[&Session]) -> Table {
    let Edition { domain, names, language, .. } = edition;
    let when = move |session: &&Session| {
        let hours = measure::dashed(language, session.hours);
        Cell::Text(format!("{}\n{hours}", measure::date(language, session.date)))
    };
    let who = move |session: &&Session| {
        let people = session.placements().map(|one| facts::ambassador(edition, &one));
        Cell::Text(people.collect::<Vec<String>>().join("\n"))
    };
    let mentor = move |session: &&Session| {
        let mentor = domain.post(session.post).mentor;
        Cell::words(mentor.map(|mentor| {
            let phone = domain.mentor(mentor).phone.iter().map(|phone| format!("\n{phone}"));
            names.mentor(mentor).to_owned() + &phone.collect::<String>()
        }))
    };
    let fields = [
        Field::new(edition.say(Heading::When), Give::Firm, when),
        Field::new(edition.say(Heading::Post), Give::Wraps(8), move |session: &&Session| {
            Cell::Text(names.post(session.post).to_owned())
        }),
        Field::new(edition.say(Heading::Who), Give::Wraps(16), who),
        Field::new(edition.say(Heading::Mentor), Give::Wraps(6), mentor),
        Field::new(edition.say(Heading::Meet), Give::Wraps(6), move |session: &&Session| {
            Cell::words(domain.post(session.post).meet.clone())
        }),
    ];
    Table::of(&fields, &[sessions.to_vec()]).without_blank_columns()
}

/// The lecture that follows, which is open to whoever lent a post.
fn lecture(edition: Edition<'_>) -> Option<Section> {
    let is_over = edition.domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date);
    let known =
        if is_over.is_some_and(|day| edition.is_over(day)) { vec![] } else { facts::lecture(edition) };
    let said = edition.say(Part::Sentence(joined(edition.language, &known)));
    (!known.is_empty())
        .then(|| Section::new(edition.say(Heading::Lecture), vec![Block::Sentences(vec![said])]))
}

/// A neighbourhood with which a unit is paired, with what is held there.
struct Paired {
    said: Part,
    events: Vec<(NaiveDate, String)>,
}

/// The neighbourhoods with which a unit is paired, each with what is held there.
fn pairings(edition: Edition<'_>, departures: &Departures, unit: UnitIx) -> Vec<Paired> {
    let Some(plan) = &edition.plan.thursday_action else { return vec![] };
    let pairs = plan.pairings.pairings.iter().filter(|pair| pair.unit == unit);
    let paired = |pair: &Pairing| {
        let way = edition.domain.pairing_metres(unit, pair.neighbourhood);
        let place = edition.domain.neighbourhood(pair.neighbourhood);
        let neighbourhood = edition.neighbourhood(pair.neighbourhood).to_owned();
        let said = match departures.of_pair(&Pair::of(edition.domain, *pair)) {
            Some(since) => Part::Parted { neighbourhood, since },
            None => Part::Paired {
                neighbourhood,
                way: way.map(|metres| measure::way(edition.language, metres)),
                place: measure::whereabouts(edition.language, [&place.address, &place.venue]),
            },
        };
        let events = plan.timetable.events.iter().filter(|event| event.pairing() == *pair);
        let mut events: Vec<(NaiveDate, String)> =
            events.map(|event| (event.date, edition.theme(event.theme).to_owned())).collect();
        events.sort_by_key(|(day, _)| *day);
        Paired { said, events }
    };
    pairs.map(paired).collect()
}

/// The unit's Thursdays that are to come, those that are not on the usual one marked, and below them why; those that are over
/// on a line of their own.
fn thursdays(edition: Edition<'_>, changes: &Changes<'_>, unit: UnitIx) -> Vec<Section> {
    let pairings = pairings(edition, changes.departures(), unit);
    let Some(action) = Action::of(edition).filter(|_| !pairings.is_empty()) else { return vec![] };
    let language = edition.language;
    let is_moved = |date: NaiveDate| {
        let wanted = moved::wanted(Month { year: date.year(), month: date.month() }, action.settings);
        wanted.is_some_and(|wanted| wanted != date)
    };
    let when = when(action, measure::dashed(language, action.settings.hours));
    let mut blocks = vec![Block::Sentences(vec![when])];
    let entry = |(date, theme): &(NaiveDate, String)| {
        edition.say(Part::Event { date: *date, theme: theme.clone(), is_moved: is_moved(*date) })
    };
    let mut months: BTreeSet<Month> = BTreeSet::new();
    for Paired { said, events } in &pairings {
        let (past, ahead): (Vec<_>, Vec<_>) = events.iter().partition(|(date, _)| edition.is_over(*date));
        blocks.push(Block::Sentences(vec![edition.say(said.clone())]));
        blocks.push(Block::Entries(ahead.iter().map(|one| entry(one)).collect(), 2));
        if !past.is_empty() {
            let past: Vec<String> = past.iter().map(|one| entry(one)).collect();
            blocks.push(Block::Sentences(vec![edition.say(Part::Held(past))]));
        }
        let moved = ahead.iter().filter(|(date, _)| is_moved(*date));
        months.extend(moved.map(|(date, _)| Month { year: date.year(), month: date.month() }));
    }
    let why = months.into_iter().flat_map(|month| moved::said_to(action, month, unit));
    blocks.push(Block::Sentences(why.collect()));
    vec![Section::new(edition.say(Heading::Action), blocks)]
}
