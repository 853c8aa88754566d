//! What stands in each calendar.
//!
//! The UID of an entry goes by what it is, never by when it is: the n-th session of an ambassador, a post on a day
//! with everybody there, the event of a pairing in a month, the lecture. Whoever is moved keeps the entry.

use crate::{
    domain::{people::AmbassadorIx, places::UnitIx, time::Hours},
    experience::roster::Placement,
    render::{
        paper::{Paper, facts},
        wording::{Phrase, joined, list, message::Message},
    },
    thursday::timetable::roster::Event,
};
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc};
use icalendar::{Component, Event as Written, EventLike, EventStatus};
use sha2::{Digest, Sha256};

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
        match self.hours {
            Some(hours) => {
                event.starts(moment(self.date, hours.start())).ends(moment(self.date, hours.end()));
            }
            None => {
                event.starts(self.date).ends(self.date.succ_opt().unwrap_or(self.date));
            }
        }
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

/// A minute of a day in China as it is called in UTC.
fn moment(date: NaiveDate, minute: u16) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc() + Duration::minutes(i64::from(minute) - MINUTES_AHEAD)
}

/// Everything: every post with those who are there, every event, the lecture.
pub(super) fn all(paper: Paper<'_>) -> Vec<Entry> {
    let mut entries = sessions(paper, |_| true);
    entries.extend(paper.events().iter().map(|event| thursday(paper, event)));
    entries.extend(lecture(paper));
    entries
}

/// What a unit has part in, with the lecture.
pub(super) fn of_unit(paper: Paper<'_>, unit: UnitIx) -> Vec<Entry> {
    let mut entries = sessions(paper, |placement| paper.domain.post(placement.post).unit == unit);
    let events = paper.events().into_iter().filter(|event| event.unit == unit);
    entries.extend(events.map(|event| thursday(paper, &event)));
    if !entries.is_empty() {
        entries.extend(lecture(paper));
    }
    entries
}

/// Where an ambassador goes, with the lecture; nothing for whoever goes nowhere.
pub(super) fn of_ambassador(paper: Paper<'_>, ambassador: AmbassadorIx) -> Vec<Entry> {
    let mut own = paper.placements(|placement| *placement);
    own.retain(|placement| placement.ambassador == ambassador);
    let id = &paper.domain.ambassador(ambassador).id;
    let entry = |(number, placement): (usize, &Placement)| {
        let uid = uid(paper, &["ambassador", id, &number.to_string()]);
        let post = paper.domain.post(placement.post);
        let summary = Message::Experience(paper.names.post(placement.post).to_owned());
        let facts = facts::for_ambassador(paper, placement);
        entry(paper, uid, (placement.date, Some(post.hours)), &summary, &place(paper, placement), facts)
    };
    let mut entries: Vec<Entry> = (1..).zip(&own).map(entry).collect();
    if !entries.is_empty() {
        entries.extend(lecture(paper));
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
    let uid = uid(paper, &["session", &post.id, &first.date.to_string()]);
    let names: Vec<String> =
        there.iter().map(|one| paper.names.ambassador(one.ambassador).to_owned()).collect();
    let whose = paper.names.unit(post.unit).to_owned();
    let what = paper.names.post(first.post).to_owned();
    let what = Message::Of { whose, what }.say(paper.language);
    let value = list(paper.language, &names);
    let summary = Message::Experience(Message::Fact { label: what, value }.say(paper.language));
    let facts = facts::for_unit(paper, there);
    entry(paper, uid, (first.date, Some(post.hours)), &summary, &place(paper, first), facts)
}

fn thursday(paper: Paper<'_>, event: &Event) -> Entry {
    let (unit, neighbourhood) =
        (paper.domain.unit(event.unit), paper.domain.neighbourhood(event.neighbourhood));
    let month = format!("{}-{:02}", event.date.year(), event.date.month());
    let uid = uid(paper, &["thursday", &unit.id, &neighbourhood.id, &month]);
    let name = neighbourhood.name.clone();
    let summary = Message::ThursdayEvent {
        theme: paper.domain.theme(event.theme).name.clone(),
        unit: paper.names.unit(event.unit).to_owned(),
        neighbourhood: name.clone(),
    };
    let hours = paper.domain.thursday.as_ref().map(|action| action.hours);
    let place: Vec<String> =
        [name, facts::venue(paper, event)].into_iter().filter(|part| !part.is_empty()).collect();
    entry(paper, uid, (event.date, hours), &summary, &place, facts::of_event(paper, event))
}

/// The lecture, where its day is known.
fn lecture(paper: Paper<'_>) -> Option<Entry> {
    let lecture = paper.domain.campaign.lecture.as_ref()?;
    let title = lecture.title.clone().unwrap_or_default();
    let place: Vec<String> = lecture.place.iter().cloned().collect();
    let when = (lecture.date?, lecture.hours);
    let summary = Message::Lecture(title);
    Some(entry(paper, uid(paper, &["lecture"]), when, &summary, &place, facts::lecture(paper)))
}

fn entry(
    paper: Paper<'_>,
    uid: String,
    (date, hours): (NaiveDate, Option<Hours>),
    summary: &Message,
    place: &[String],
    mut facts: Vec<String>,
) -> Entry {
    facts.extend(facts::foot(paper));
    Entry {
        uid,
        date,
        hours,
        summary: summary.say(paper.language),
        location: joined(paper.language, place),
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

/// The same for the same thing of the same campaign, whatever the plan.
fn uid(paper: Paper<'_>, what: &[&str]) -> String {
    let words: Vec<&str> =
        std::iter::once(paper.domain.written().campaign.name.as_str()).chain(what.iter().copied()).collect();
    let digest = Sha256::digest(words.join("\n").as_bytes());
    let mut first = [0; 16];
    first.copy_from_slice(&digest[..16]);
    format!("{:032x}{DOMAIN}", u128::from_be_bytes(first))
}
