//! Entries that plans before had and this one has not, by whose calendar they stood in.
//!
//! In: the history of the plan, and the UIDs of its own entries. Out: [`Withdrawn`] entries, which say what they were and when,
//! and of nobody who comes or came.

use crate::{
    domain::{Language, time::Hours},
    plan::outline::{Outline, Pair, Visit},
    render::{
        calendar::entries::{self, set_times, stamped},
        edition::Edition,
        facts::message::Message,
        letter::words::Heading,
        notice::words::Pairing,
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
    Neighbourhood(String),
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
    /// What it was, where that is known.
    pub(super) what: Option<String>,
}

impl Withdrawn {
    /// The entry as it is taken back with a SEQUENCE.
    pub(super) fn written(&self, sequence: u32, language: Language, season: NaiveDate) -> Event {
        let mut event = stamped(&self.uid, sequence, season);
        event.summary(&Message::Cancelled(self.what.clone()).say(language)).status(EventStatus::Cancelled);
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
    let mut gone: BTreeMap<(Whose, String), (When, Option<String>)> = BTreeMap::new();
    let mut take_back = |whose: Whose, uid: String, when: When, what: Option<String>| {
        if !live.contains(&uid) {
            gone.insert((whose, uid), (when, what));
        }
    };
    // Whoever is at a post that another unit offers now was with the former one before.
    let moved = |visit: &&Visit| history.hosts_of(&visit.post).count() > 1;
    let past = history.past(edition.told);
    for visit in now.visits.iter().filter(moved).chain(past.iter().map(|numbered| &numbered.visit)) {
        for host in history.hosts_of(&visit.post) {
            let uid = entries::session_uid(edition, &host.unit, visit);
            let when = When::Known(visit.date, Some(visit.hours.unwrap_or(host.hours)));
            let what = edition.known_post(&visit.post);
            take_back(Whose::Unit(host.unit.clone()), uid.clone(), when.clone(), what.clone());
            let both = edition.known_unit(&host.unit).zip(what);
            take_back(Whose::All, uid, when, both.map(|both| of(edition, both)));
        }
    }
    for numbered in past {
        let hours = history.hosts_of(&numbered.visit.post).last().map(|host| host.hours);
        let when = When::Known(numbered.visit.date, numbered.visit.hours.or(hours));
        let uid = entries::visit_uid(edition, numbered);
        let whose = Whose::Ambassador(numbered.visit.ambassador.clone());
        take_back(whose, uid, when, edition.known_post(&numbered.visit.post));
    }
    for one in history.events.iter().filter(|one| one.is_gone(edition.told)) {
        let meeting = &one.what;
        let uid = entries::event_uid(edition, &meeting.pair, meeting.date);
        let when = When::Known(meeting.date, history.action_hours);
        let Pair { unit, neighbourhood } = &meeting.pair;
        let (visitor, home) = (edition.known_unit(unit), edition.known_neighbourhood(neighbourhood));
        let theme = edition.known_theme(&meeting.theme);
        let what = |whose: Option<String>| whose.zip(theme.clone()).map(|both| of(edition, both));
        take_back(Whose::Unit(unit.clone()), uid.clone(), when.clone(), what(home.clone()));
        let whose = Whose::Neighbourhood(neighbourhood.clone());
        take_back(whose, uid.clone(), when.clone(), what(visitor.clone()));
        let pair = visitor.zip(home).map(|(unit, neighbourhood)| Pairing::Both { unit, neighbourhood });
        take_back(Whose::All, uid, when, what(pair.map(|pair| pair.say(edition.language))));
    }
    let mut calendars = ByCalendar::new();
    for ((whose, uid), (when, what)) in gone {
        calendars.entry(whose).or_default().push(Withdrawn { uid, when, what });
    }
    calendars
}

/// A post of a unit, or a theme at a neighbourhood.
fn of(edition: Edition<'_>, (whose, what): (String, String)) -> String {
    edition.say(Message::Of { whose, what })
}

/// The lecture, as it was last known.
pub(super) fn lecture(edition: Edition<'_>) -> Option<Withdrawn> {
    let lecture = edition.domain.campaign.lecture.as_ref();
    let known = lecture.and_then(|lecture| Some((lecture.date?, lecture.hours)));
    let (date, hours) = known.or(edition.plan.history.lecture)?;
    let uid = entries::lecture_uid(edition);
    Some(Withdrawn { uid, when: When::Known(date, hours), what: Some(edition.say(Heading::Lecture)) })
}
