//! What stands in each calendar.
//!
//! The UID of an entry goes by the campaign's key and by what it is: the n-th visit of an ambassador, a post on a day
//! with everybody there, the event of a pairing in a month, the lecture. Whoever is moved keeps the entry.

use crate::{
    domain::{people::AmbassadorIx, places::UnitIx, time::Hours},
    experience::roster::Placement,
    plan::{
        history::NumberedVisit,
        outline::{Outline, Pair, Visit},
    },
    render::{
        paper::{Paper, facts},
        wording::{Phrase, joined, list, message::Message},
    },
    timetable::roster::Event,
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
pub(super) fn all(paper: Paper<'_>) -> Vec<Entry> {
    let mut entries = sessions(paper, |_| true);
    entries.extend(paper.events().iter().map(|event| thursday(paper, event)));
    entries
}

/// What a unit has part in.
pub(super) fn of_unit(paper: Paper<'_>, unit: UnitIx) -> Vec<Entry> {
    let mut entries = sessions(paper, |placement| paper.domain.post(placement.post).unit == unit);
    let events = paper.events().into_iter().filter(|event| event.unit == unit);
    entries.extend(events.map(|event| thursday(paper, &event)));
    entries
}

/// Where each ambassador goes who goes anywhere.
pub(super) fn of_ambassadors(paper: Paper<'_>, now: &Outline) -> BTreeMap<AmbassadorIx, Vec<Entry>> {
    let visits = paper.plan.history.numbered(&now.visits);
    let uids: BTreeMap<Visit, String> =
        visits.into_iter().map(|numbered| (numbered.visit.clone(), visit_uid(paper, &numbered))).collect();
    let mut entries: BTreeMap<AmbassadorIx, Vec<Entry>> = BTreeMap::new();
    for placement in paper.placements(|placement| *placement) {
        let Placement { ambassador, post, date } = placement;
        let id = |id: &String| id.clone();
        let visit = Visit {
            ambassador: id(&paper.domain.ambassador(ambassador).id),
            date,
            post: id(&paper.domain.post(post).id),
        };
        let summary = Message::Experience(paper.names.post(post).to_owned());
        let when = (date, Some(paper.domain.post(post).hours));
        let facts = facts::for_ambassador(paper, &placement);
        let uid = uids.get(&visit).cloned().unwrap_or_default();
        let entry = entry(paper, uid, when, Words { summary, place: place(paper, &placement), facts });
        entries.entry(ambassador).or_default().push(entry);
    }
    entries
}

/// An entry for each post on each day, with everybody who is there.
fn sessions(paper: Paper<'_>, of: impl Fn(&Placement) -> bool) -> Vec<Entry> {
    let mut placements = paper.placements(|placement| *placement);
    placements.retain(of);
    let sessions = placements.chunk_by(|one, other| (one.date, one.post) == (other.date, other.post));
    sessions.map(|there| session(paper, there)).collect()
}

fn session(paper: Paper<'_>, there: &[Placement]) -> Entry {
    let first = &there[0];
    let post = paper.domain.post(first.post);
    let uid = session_uid(paper, &paper.domain.unit(post.unit).id, &post.id, first.date);
    let names: Vec<String> =
        there.iter().map(|one| paper.names.ambassador(one.ambassador).to_owned()).collect();
    let whose = paper.names.unit(post.unit).to_owned();
    let what = paper.names.post(first.post).to_owned();
    let what = Message::Of { whose, what }.say(paper.language);
    let value = list(paper.language, &names);
    let summary = Message::Experience(Message::Fact { label: what, value }.say(paper.language));
    let words = Words { summary, place: place(paper, first), facts: facts::for_unit(paper, there) };
    entry(paper, uid, (first.date, Some(post.hours)), words)
}

fn thursday(paper: Paper<'_>, event: &Event) -> Entry {
    let (unit, neighbourhood) =
        (paper.domain.unit(event.unit), paper.domain.neighbourhood(event.neighbourhood));
    let pair = Pair { unit: unit.id.clone(), neighbourhood: neighbourhood.id.clone() };
    let uid = event_uid(paper, &pair, event.date);
    let name = neighbourhood.name.clone();
    let summary = Message::ThursdayEvent {
        theme: paper.domain.theme(event.theme).name.clone(),
        unit: paper.names.unit(event.unit).to_owned(),
        neighbourhood: name.clone(),
    };
    let hours = paper.domain.thursday.as_ref().map(|action| action.hours);
    let place: Vec<String> =
        [name, facts::venue(paper, event)].into_iter().filter(|part| !part.is_empty()).collect();
    entry(paper, uid, (event.date, hours), Words { summary, place, facts: facts::of_event(paper, event) })
}

/// The lecture, where its day is known.
pub(super) fn lecture(paper: Paper<'_>) -> Option<Entry> {
    let lecture = paper.domain.campaign.lecture.as_ref()?;
    let title = lecture.title.clone().unwrap_or_default();
    let place: Vec<String> = lecture.place.iter().cloned().collect();
    let when = (lecture.date?, lecture.hours);
    let summary = Message::Lecture(title);
    Some(entry(paper, lecture_uid(paper), when, Words { summary, place, facts: facts::lecture(paper) }))
}

/// What an entry says.
struct Words {
    summary: Message,
    /// The parts of its place.
    place: Vec<String>,
    facts: Vec<String>,
}

fn entry(paper: Paper<'_>, uid: String, (date, hours): (NaiveDate, Option<Hours>), words: Words) -> Entry {
    let Words { summary, place, mut facts } = words;
    facts.extend(facts::foot(paper));
    Entry {
        uid,
        date,
        hours,
        summary: summary.say(paper.language),
        location: joined(paper.language, &place),
        description: facts.join("\n"),
        season: paper.domain.campaign.season.first,
    }
}

/// The unit, its address, where to meet.
fn place(paper: Paper<'_>, placement: &Placement) -> Vec<String> {
    let post = paper.domain.post(placement.post);
    let unit = paper.names.unit(post.unit).to_owned();
    let parts = [&paper.domain.unit(post.unit).address, &post.meet].into_iter().flatten();
    let parts = parts.cloned();
    std::iter::once(unit).chain(parts).collect()
}

/// A post of a unit on a day, with everybody who is there.
pub(super) fn session_uid(paper: Paper<'_>, unit: &str, post: &str, date: NaiveDate) -> String {
    uid(paper, &["session", unit, post, &date.to_string()])
}

/// A visit of an ambassador.
pub(super) fn visit_uid(paper: Paper<'_>, numbered: &NumberedVisit) -> String {
    uid(paper, &["ambassador", &numbered.visit.ambassador, &numbered.number.to_string()])
}

/// The event of a pairing in the month of a date.
pub(super) fn event_uid(paper: Paper<'_>, pair: &Pair, date: NaiveDate) -> String {
    let month = format!("{}-{:02}", date.year(), date.month());
    uid(paper, &["thursday", &pair.unit, &pair.neighbourhood, &month])
}

/// The lecture.
pub(super) fn lecture_uid(paper: Paper<'_>) -> String {
    uid(paper, &["lecture"])
}

/// The same for the same thing of the same campaign, whatever the plan; the campaign's key stands in front.
fn uid(paper: Paper<'_>, what: &[&str]) -> String {
    let digest = Sha256::digest(what.join("\n").as_bytes());
    let mut first = [0; 16];
    first.copy_from_slice(&digest[..16]);
    format!("{}-{:032x}{DOMAIN}", paper.plan.history.key, u128::from_be_bytes(first))
}
