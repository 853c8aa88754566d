//! What stands in each calendar.
//!
//! The UID of an entry goes by the campaign's key and by what it is: the n-th visit of an ambassador, a post on a day
//! with everybody there, the event of a pairing in a month, the lecture. Whoever is moved keeps the entry.

use crate::{
    diagnostic::reference::Kind,
    domain::{
        people::AmbassadorIx,
        places::{NeighbourhoodIx, UnitIx},
        time::Hours,
    },
    experience::roster::Placement,
    plan::{
        history::NumberedVisit,
        outline::{Outline, Pair, Visit},
    },
    render::{
        action::Occasion,
        edition::Edition,
        facts::{self, message::Message, words::Head},
        wording::{Phrase, joined, list},
    },
};
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc};
use icalendar::{Component, Event as Written, EventLike, EventStatus};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// China is eight hours ahead of UTC all the year.
const MINUTES_AHEAD: i64 = 8 * 60;

/// What stands behind every UID of this program.
pub(super) const DOMAIN: &str = "@chuxin";

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) uid: String,
    date: NaiveDate,
    /// `None`: the whole day.
    hours: Option<Hours>,
    summary: String,
    location: String,
    description: String,
    /// The day by which its stamp goes.
    season: NaiveDate,
}

impl Entry {
    /// The entry as it is written with a SEQUENCE.
    pub(super) fn written(&self, sequence: u32) -> Written {
        let mut event = stamped(&self.uid, sequence, self.season);
        event.summary(&self.summary).status(EventStatus::Confirmed);
        set_times(&mut event, self.date, self.hours);
        if !self.location.is_empty() {
            event.location(&self.location);
        }
        if !self.description.is_empty() {
            event.description(&self.description);
        }
        event.done()
    }
}

/// An entry without words. Its stamp is no clock's: the first day of the campaign, a second later for each SEQUENCE.
pub(super) fn stamped(uid: &str, sequence: u32, season: NaiveDate) -> Written {
    let stamp = season.and_time(NaiveTime::MIN).and_utc() + Duration::seconds(i64::from(sequence));
    Written::new().uid(uid).sequence(sequence).timestamp(stamp).done()
}

/// Sets when an entry is; without hours it takes the whole day.
pub(super) fn set_times(event: &mut Written, date: NaiveDate, hours: Option<Hours>) {
    match hours {
        Some(hours) => event.starts(moment(date, hours.start())).ends(moment(date, hours.end())),
        None => event.starts(date).ends(date.succ_opt().unwrap_or(date)),
    };
}

/// A minute of a day in China as it is called in UTC.
fn moment(date: NaiveDate, minute: u16) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc() + Duration::minutes(i64::from(minute) - MINUTES_AHEAD)
}

/// Everything but the lecture: every post with those who are there, every event.
pub(super) fn all(edition: Edition<'_>, events: &[Occasion]) -> Vec<Entry> {
    let mut entries = sessions(edition, |_| true, facts::for_everybody);
    entries.extend(events.iter().map(|event| thursday(edition, event)));
    entries
}

/// What a unit has part in.
pub(super) fn of_unit(edition: Edition<'_>, events: &[Occasion], unit: UnitIx) -> Vec<Entry> {
    let own = |placement: &Placement| edition.domain.post(placement.post).unit == unit;
    let mut entries = sessions(edition, own, facts::for_unit);
    let events = events.iter().filter(|event| event.unit == unit);
    entries.extend(events.map(|event| thursday(edition, event)));
    entries
}

/// What is held at a neighbourhood.
pub(super) fn of_neighbourhood(
    edition: Edition<'_>,
    events: &[Occasion],
    place: NeighbourhoodIx,
) -> Vec<Entry> {
    let events = events.iter().filter(|event| event.neighbourhood == place);
    events.map(|event| thursday(edition, event)).collect()
}

/// Where each ambassador goes who goes anywhere.
pub(super) fn of_ambassadors(edition: Edition<'_>, now: &Outline) -> BTreeMap<AmbassadorIx, Vec<Entry>> {
    let visits = edition.plan.history.numbered(&now.visits);
    let uids: BTreeMap<Visit, String> =
        visits.into_iter().map(|numbered| (numbered.visit.clone(), visit_uid(edition, &numbered))).collect();
    let mut entries: BTreeMap<AmbassadorIx, Vec<Entry>> = BTreeMap::new();
    for placement in edition.placements(|placement| *placement) {
        let Placement { ambassador, post, date, hours } = placement;
        let visit = Visit::of(edition.domain, &placement);
        let summary = Message::Experience(edition.names.post(post).to_owned());
        let when = (date, Some(hours));
        let name = facts::line(edition, Head::Ambassador, edition.names.ambassador(ambassador));
        let facts = name.into_iter().chain(facts::for_ambassador(edition, &[placement])).collect();
        let uid = uids.get(&visit).cloned().unwrap_or_default();
        let entry = entry(edition, uid, when, Words { summary, place: place(edition, &placement), facts });
        entries.entry(ambassador).or_default().push(entry);
    }
    entries
}

/// What an entry says of those who are at a post on one day.
type Said = fn(Edition<'_>, &[Placement]) -> Vec<String>;

/// An entry for each post on each day, with everybody who is there.
fn sessions(edition: Edition<'_>, of: impl Fn(&Placement) -> bool, said: Said) -> Vec<Entry> {
    let mut placements = edition.placements(|placement| *placement);
    placements.retain(of);
    let sessions = placements.chunk_by(|one, other| one.session() == other.session());
    sessions.map(|there| session(edition, there, said)).collect()
}

fn session(edition: Edition<'_>, there: &[Placement], said: Said) -> Entry {
    let first = &there[0];
    let post = edition.domain.post(first.post);
    let uid = session_uid(edition, &edition.domain.unit(post.unit).id, &Visit::of(edition.domain, first));
    let names: Vec<String> =
        there.iter().map(|one| edition.names.ambassador(one.ambassador).to_owned()).collect();
    let whose = edition.names.unit(post.unit).to_owned();
    let what = edition.names.post(first.post).to_owned();
    let what = Message::Of { whose, what }.say(edition.language);
    let value = list(edition.language, &names);
    let summary = Message::Experience(Message::Fact { label: what, value }.say(edition.language));
    let words = Words { summary, place: place(edition, first), facts: said(edition, there) };
    entry(edition, uid, (first.date, Some(first.hours)), words)
}

fn thursday(edition: Edition<'_>, event: &Occasion) -> Entry {
    let (unit, home) = (edition.domain.unit(event.unit), edition.domain.neighbourhood(event.neighbourhood));
    let pair = Pair { unit: unit.id.clone(), neighbourhood: home.id.clone() };
    let uid = event_uid(edition, &pair, event.date);
    let place =
        [home.name.clone(), event.place.clone()].into_iter().filter(|part| !part.is_empty()).collect();
    let summary = Message::ThursdayEvent {
        theme: event.theme.clone(),
        unit: edition.names.unit(event.unit).to_owned(),
        neighbourhood: home.name.clone(),
    };
    entry(edition, uid, (event.date, Some(event.hours)), Words { summary, place, facts: event.facts.clone() })
}

/// The lecture, where its day is known.
pub(super) fn lecture(edition: Edition<'_>) -> Option<Entry> {
    let lecture = edition.domain.campaign.lecture.as_ref()?;
    let title = lecture.title.clone().unwrap_or_default();
    let place: Vec<String> = lecture.place.iter().cloned().collect();
    let when = (lecture.date?, lecture.hours);
    let summary = Message::Lecture(title);
    Some(entry(edition, lecture_uid(edition), when, Words { summary, place, facts: facts::lecture(edition) }))
}

/// What an entry says.
struct Words {
    summary: Message,
    /// The parts of its place.
    place: Vec<String>,
    facts: Vec<String>,
}

fn entry(
    edition: Edition<'_>,
    uid: String,
    (date, hours): (NaiveDate, Option<Hours>),
    words: Words,
) -> Entry {
    let Words { summary, place, mut facts } = words;
    facts.extend(facts::foot(edition));
    Entry {
        uid,
        date,
        hours,
        summary: edition.say(summary),
        location: joined(edition.language, &place),
        description: facts.join("\n"),
        season: edition.domain.campaign.season.first,
    }
}

/// The unit, its address, where to meet.
fn place(edition: Edition<'_>, placement: &Placement) -> Vec<String> {
    let post = edition.domain.post(placement.post);
    let unit = edition.names.unit(post.unit).to_owned();
    let parts = [&edition.domain.unit(post.unit).address, &post.meet].into_iter().flatten();
    let parts = parts.cloned();
    std::iter::once(unit).chain(parts).collect()
}

/// The id by which calendars know something: whoever is given another later keeps the entries.
fn first_id<'a>(edition: Edition<'a>, kind: Kind, id: &'a str) -> &'a str {
    edition.plan.history.first_id(kind, id)
}

/// The session of a visit at a unit, with everybody who is there.
pub(super) fn session_uid(edition: Edition<'_>, unit: &str, visit: &Visit) -> String {
    let (date, hours) = (visit.date.to_string(), visit.hours.map(|hours| hours.to_string()));
    let (unit, post) = (first_id(edition, Kind::Unit, unit), first_id(edition, Kind::Post, &visit.post));
    let words = ["session", unit, post, &date].into_iter().chain(hours.as_deref());
    uid(edition, &words.collect::<Vec<_>>())
}

/// A visit of an ambassador.
pub(super) fn visit_uid(edition: Edition<'_>, numbered: &NumberedVisit) -> String {
    let ambassador = first_id(edition, Kind::Ambassador, &numbered.visit.ambassador);
    uid(edition, &["ambassador", ambassador, &numbered.number.to_string()])
}

/// The event of a pairing in the month of a date.
pub(super) fn event_uid(edition: Edition<'_>, pair: &Pair, date: NaiveDate) -> String {
    let month = format!("{}-{:02}", date.year(), date.month());
    let unit = first_id(edition, Kind::Unit, &pair.unit);
    let neighbourhood = first_id(edition, Kind::Neighbourhood, &pair.neighbourhood);
    uid(edition, &["thursday", unit, neighbourhood, &month])
}

/// The lecture.
pub(super) fn lecture_uid(edition: Edition<'_>) -> String {
    uid(edition, &["lecture"])
}

/// The same for the same thing of the same campaign, whatever the plan; the campaign's key stands in front.
fn uid(edition: Edition<'_>, what: &[&str]) -> String {
    let digest = Sha256::digest(what.join("\n").as_bytes());
    let mut first = [0; 16];
    first.copy_from_slice(&digest[..16]);
    format!("{}-{:032x}{DOMAIN}", edition.plan.history.key, u128::from_be_bytes(first))
}
