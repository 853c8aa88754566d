//! A letter to each unit before it has a format: who comes when, what to prepare, and its year of Thursdays.
//!
//! In: [`Edition`]. Out: [`Letter`]s of blocks, which every format turns into itself.

pub mod notices;
pub mod preparation;
pub mod words;

use crate::{
    domain::{
        places::UnitIx,
        thursday::{Month, Pairing},
    },
    render::{
        action::Action,
        block::{Block, Cell, Field, Give, Section, Table},
        edition::{Edition, names::contact},
        facts,
        letter::words::{Heading, Part},
        notice::changes::Changes,
        session::{Session, sessions},
        thursday::when,
        timetable::moved,
        wording::{joined, measure},
    },
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// A letter to one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What kind of letter it is.
    pub title: String,
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
        lends(edition, *unit) || !pairings(edition, *unit).is_empty() || is_told()
    };
    let own = |unit: UnitIx| sessions.iter().filter(move |one| edition.domain.post(one.post).unit == unit);
    let is_meant = |unit: &UnitIx| edition.copy.recipient.is_none_or(|only| only == *unit);
    let units = edition.units().into_iter().filter(is_meant).filter(takes_part);
    let letters = units.map(|unit| letter(edition, &changes, unit, &own(unit).collect::<Vec<&Session>>()));
    let gone = changes.gone_units().into_iter().filter(|_| edition.copy.recipient.is_none());
    letters.chain(gone.map(|id| to_unit_gone(edition, &changes, &id))).collect()
}

/// To a unit that the campaign no longer has: what it was promised is taken back.
fn to_unit_gone(edition: Edition<'_>, changes: &Changes<'_>, id: &str) -> Letter {
    let opening = Section::sentences(vec![edition.say(Part::NobodyLeft)]);
    let changed = Section::list(edition.say(Heading::Changed), changes.of_unit(id));
    framed(edition, edition.unit_of(id), vec![opening, changed])
}

/// What every letter has around its parts.
fn framed(edition: Edition<'_>, name: String, sections: Vec<Section>) -> Letter {
    let issued = edition.say(Part::Issued(edition.copy.issued));
    Letter {
        title: edition.say(Heading::Title),
        about: None,
        contact: None,
        dear: edition.say(Part::Dear(name.clone())),
        name,
        sections,
        closing: vec![edition.say(Part::Change(edition.office())), edition.say(Part::Thanks)],
        signed: edition.domain.campaign.organizer.iter().cloned().chain([issued]).collect(),
    }
}

fn lends(edition: Edition<'_>, unit: UnitIx) -> bool {
    edition.domain.posts.iter().any(|post| post.unit == unit)
}

fn letter(edition: Edition<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Letter {
    let Edition { domain, names, .. } = edition;
    let opening = edition.say(opening(edition, changes, unit, sessions));
    let mut blocks = vec![Block::Sentences(vec![opening])];
    if !sessions.is_empty() {
        blocks.push(table(edition, sessions).into());
    }
    let changed = changes.of_unit(&domain.unit(unit).id);
    let mut sections =
        vec![Section::new(String::new(), blocks), Section::list(edition.say(Heading::Changed), changed)];
    if !sessions.is_empty() {
        let items = preparation::items(edition, unit, sessions);
        sections.push(Section::list(edition.say(Heading::Prepare), items));
    }
    sections.extend(lecture(edition));
    sections.extend(thursdays(edition, unit));
    let contact = contact(domain.unit(unit).contact.as_ref());
    Letter { contact, ..framed(edition, names.unit(unit).to_owned(), sections) }
}

fn opening(edition: Edition<'_>, changes: &Changes<'_>, unit: UnitIx, sessions: &[&Session]) -> Part {
    if sessions.is_empty() && !changes.visits_to(&edition.domain.unit(unit).id).is_empty() {
        return Part::NobodyLeft;
    }
    if sessions.is_empty() {
        return if lends(edition, unit) { Part::Nobody } else { Part::Thursdays };
    }
    let people: BTreeSet<_> = sessions.iter().flat_map(|session| &session.people).collect();
    let days: BTreeSet<NaiveDate> = sessions.iter().map(|session| session.date).collect();
    Part::Coming { people: people.len(), days: days.len() }
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
    let known = facts::lecture(edition);
    let said = edition.say(Part::Sentence(joined(edition.language, &known)));
    (!known.is_empty())
        .then(|| Section::new(edition.say(Heading::Lecture), vec![Block::Sentences(vec![said])]))
}

/// The neighbourhoods with which a unit is paired, each with what is held there.
fn pairings(edition: Edition<'_>, unit: UnitIx) -> Vec<(Part, Vec<(NaiveDate, String)>)> {
    let Some(plan) = &edition.plan.thursday_action else { return vec![] };
    let pairs = plan.pairings.pairings.iter().filter(|pair| pair.unit == unit);
    let paired = |pair: &Pairing| {
        let way = edition.domain.pairing_metres(unit, pair.neighbourhood);
        let place = edition.domain.neighbourhood(pair.neighbourhood);
        let paired = Part::Paired {
            neighbourhood: edition.neighbourhood(pair.neighbourhood).to_owned(),
            way: way.map(|metres| measure::way(edition.language, metres)),
            place: [&place.address, &place.venue]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
        };
        let events = plan.timetable.events.iter();
        let events = events.filter(|event| event.pairing() == *pair);
        (paired, events.map(|event| (event.date, edition.theme(event.theme).to_owned())).collect())
    };
    pairs.map(paired).collect()
}

/// The unit's Thursdays, those that are not on the usual one marked, and below them why.
fn thursdays(edition: Edition<'_>, unit: UnitIx) -> Vec<Section> {
    let pairings = pairings(edition, unit);
    let Some(action) = Action::of(edition).filter(|_| !pairings.is_empty()) else { return vec![] };
    let language = edition.language;
    let is_moved = |date: NaiveDate| {
        let wanted = moved::wanted(Month { year: date.year(), month: date.month() }, action.settings);
        wanted.is_some_and(|wanted| wanted != date)
    };
    let when = when(action, measure::dashed(language, action.settings.hours));
    let mut blocks = vec![Block::Sentences(vec![when])];
    for (paired, events) in &pairings {
        let entries = events.iter().map(|(date, theme)| {
            let (date, theme) = (*date, theme.clone());
            edition.say(Part::Event { date, theme, is_moved: is_moved(date) })
        });
        blocks.push(Block::Sentences(vec![edition.say(paired.clone())]));
        blocks.push(Block::Entries(entries.collect(), 2));
    }
    let months: BTreeSet<Month> = pairings
        .iter()
        .flat_map(|(_, events)| events)
        .filter(|(date, _)| is_moved(*date))
        .map(|(date, _)| Month { year: date.year(), month: date.month() })
        .collect();
    let why = months.into_iter().flat_map(|month| moved::said_to(action, month, unit));
    blocks.push(Block::Sentences(why.collect()));
    vec![Section::new(edition.say(Heading::Action), blocks)]
}
