//! What comes out: what is held where and when.

use crate::domain::{
    places::{NeighbourhoodIx, UnitIx},
    themes::ThemeIx,
    thursday::{Month, Pairing},
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

impl Event {
    /// Who with whom.
    pub fn pairing(&self) -> Pairing {
        Pairing { unit: self.unit, neighbourhood: self.neighbourhood }
    }

    /// The month in which it is held.
    pub fn month(&self) -> Month {
        Month::of(self.date)
    }
}

/// All events, by date, unit, neighbourhood, theme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timetable {
    /// The events; an edited plan may hold one twice.
    pub events: Vec<Event>,
}
