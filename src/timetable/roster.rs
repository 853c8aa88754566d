//! What comes out: what is held where and when; and what came out before, where a plan is mended.

use crate::domain::{
    places::{NeighbourhoodIx, UnitIx},
    thursday::ThemeIx,
};
use chrono::NaiveDate;

/// One unit at one neighbourhood on one Thursday. An edited plan may name any day, theme and pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Event {
    /// When.
    pub date: NaiveDate,
    /// Who comes.
    pub unit: UnitIx,
    /// To whom.
    pub neighbourhood: NeighbourhoodIx,
    /// What it is about.
    pub theme: ThemeIx,
}

/// All events, by date, unit, neighbourhood, theme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timetable {
    /// The events; an edited plan may hold one twice.
    pub events: Vec<Event>,
}

/// The events of an earlier plan, where one is mended: a type of its own, never a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Previous {
    /// Those whose unit, neighbourhood and theme the campaign still has: each once, in order.
    pub events: Vec<Event>,
    /// The others.
    pub lost: usize,
    /// Before this day nothing goes and nothing is added.
    pub settled_before: Option<NaiveDate>,
}

impl Previous {
    /// Whether nothing changes on a day any more.
    pub fn is_settled(&self, date: NaiveDate) -> bool {
        self.settled_before.is_some_and(|first| date < first)
    }

    /// Whether the earlier plan had an event.
    pub fn has(&self, event: &Event) -> bool {
        self.events.binary_search(event).is_ok()
    }
}
