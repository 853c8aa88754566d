//! Entries that plans before had and this one has not, by whose calendar they stood in.
//!
//! In: the history of the plan, and the UIDs of its own entries. Out: [`Withdrawn`] entries, which say when they were
//! and nothing of who or where.

use crate::{
    domain::{Language, time::Hours},
    plan::outline::{Outline, Visit},
    render::{
        calendar::entries::{self, set_times, stamped},
        edition::Edition,
        facts::words::Message,
        wording::Phrase,
    },
};
use chrono::NaiveDate;
use icalendar::{Component, Event, EventStatus, Property};
use std::collections::{BTreeMap, BTreeSet};

/// Whose calendar, by id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whose {
    All,
    Unit(String),
    Ambassador(String),
}

/// When an entry was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    /// As the history says it.
    Known(NaiveDate, Option<Hours>),
    /// `DTSTART` and `DTEND` as they stand in an earlier file.
    Written(Vec<(String, String)>),
}

/// An entry that is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Withdrawn {
    pub(super) uid: String,
    pub(super) when: When,
}

impl Withdrawn {
    /// The entry as it is taken back with a SEQUENCE.
    pub(super) fn written(&self, sequence: u32, language: Language, season: NaiveDate) -> Event {
        let mut event = stamped(&self.uid, sequence, season);
        event.summary(&Message::Cancelled.say(language)).status(EventStatus::Cancelled);
        match &self.when {
            When::Known(date, hours) => set_times(&mut event, *date, *hours),
            When::Written(span) => {
                for (key, value) in span {
                    let mut property = Property::new(key, value);
                    if !value.contains('T') {
                        property.add_parameter("VALUE", "DATE");
                    }
                    event.append_property(property.done());
                }
            }
        }
        event.done()
    }
}

/// What each calendar has to take back.
pub(super) type ByCalendar = BTreeMap<Whose, Vec<Withdrawn>>;

/// Every entry that a plan before had and of which none is left, each once and as it was last.
pub(super) fn withdrawn(edition: Edition<'_>, now: &Outline, live: &BTreeSet<String>) -> ByCalendar {
    let history = &edition.plan.history;
    let mut gone: BTreeMap<(Whose, String), When> = BTreeMap::new();
    let mut take_back = |whose: Whose, uid: String, date, hours| {
        if !live.contains(&uid) {
            gone.insert((whose, uid), When::Known(date, hours));
        }
    };
    // Whoever is at a post that another unit offers now was with the former one before.
    let moved = |visit: &&Visit| history.hosts_of(&visit.post).count() > 1;
    let past = history.past();
    for visit in now.visits.iter().filter(moved).chain(past.iter().map(|numbered| &numbered.visit)) {
        for host in history.hosts_of(&visit.post) {
            let uid = entries::session_uid(edition, &host.unit, visit);
            let hours = Some(visit.hours.unwrap_or(host.hours));
            take_back(Whose::Unit(host.unit.clone()), uid.clone(), visit.date, hours);
            take_back(Whose::All, uid, visit.date, hours);
        }
    }
    for numbered in past {
        let hours = history.hosts_of(&numbered.visit.post).last().map(|host| host.hours);
        let hours = numbered.visit.hours.or(hours);
        let uid = entries::visit_uid(edition, numbered);
        take_back(Whose::Ambassador(numbered.visit.ambassador.clone()), uid, numbered.visit.date, hours);
    }
    for one in history.events.iter().filter(|one| one.until.is_some()) {
        let meeting = &one.what;
        let uid = entries::event_uid(edition, &meeting.pair, meeting.date);
        take_back(Whose::Unit(meeting.pair.unit.clone()), uid.clone(), meeting.date, history.action_hours);
        take_back(Whose::All, uid, meeting.date, history.action_hours);
    }
    let mut calendars = ByCalendar::new();
    for ((whose, uid), when) in gone {
        calendars.entry(whose).or_default().push(Withdrawn { uid, when });
    }
    calendars
}

/// The lecture, as it was last known.
pub(super) fn lecture(edition: Edition<'_>) -> Option<Withdrawn> {
    let lecture = edition.domain.campaign.lecture.as_ref();
    let known = lecture.and_then(|lecture| Some((lecture.date?, lecture.hours)));
    let (date, hours) = known.or(edition.plan.history.lecture)?;
    Some(Withdrawn { uid: entries::lecture_uid(edition), when: When::Known(date, hours) })
}
