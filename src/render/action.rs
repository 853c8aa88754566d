//! The Thursday Action as what is printed of it needs it: its settings, who is paired, what is held.

use crate::{
    domain::{
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Month, Pairing, ThursdayAction},
        time::Hours,
    },
    plan::{level::ThursdayLevel, thursday::ThursdayPlan},
    render::edition::Edition,
    timetable::roster::Event,
};
use chrono::NaiveDate;

/// The Thursday Action of an edition.
#[derive(Debug, Clone, Copy)]
pub struct Action<'a> {
    /// The edition.
    pub edition: Edition<'a>,
    /// The settings.
    pub settings: &'a ThursdayAction,
    /// What was found.
    pub plan: &'a ThursdayPlan,
}

impl<'a> Action<'a> {
    /// The Thursday Action, where campaign and plan have one.
    pub fn of(edition: Edition<'a>) -> Option<Self> {
        let (settings, plan) = (edition.domain.thursday.as_ref()?, edition.plan.thursday_action.as_ref()?);
        Some(Self { edition, settings, plan })
    }

    /// Who is paired, units in the order of the file.
    pub fn pairings(&self) -> Vec<Pairing> {
        let mut pairings = self.plan.pairings.pairings.clone();
        pairings.sort_by_key(|pairing| (self.edition.domain.unit(pairing.unit).position, *pairing));
        pairings.dedup();
        pairings
    }

    /// What is held, by date, then in the order of the units in the file.
    pub fn events(&self) -> Vec<Event> {
        let mut events = self.plan.timetable.events.clone();
        events.sort_by_key(|event| (event.date, self.edition.domain.unit(event.unit).position, *event));
        events.dedup();
        events
    }

    /// The events of a pairing in a month.
    pub fn events_of(&self, pairing: Pairing, month: Month) -> impl Iterator<Item = &'a Event> {
        let events = self.plan.timetable.events.iter();
        events.filter(move |event| event.pairing() == pairing && event.month() == month)
    }

    /// Whether every level is proven, so that the whole is best as it is.
    pub fn is_proven(&self) -> bool {
        !self.plan.levels.is_empty() && self.plan.levels.iter().all(|level| level.proven)
    }

    /// The same of the pairings alone, which come first.
    pub fn pairings_are_proven(&self) -> bool {
        let of_pairings = |level| matches!(level, ThursdayLevel::Pairing(_));
        let mut levels = self.plan.levels.iter().filter(|result| of_pairings(result.level)).peekable();
        levels.peek().is_some() && levels.all(|level| level.proven)
    }

    /// The sum of the known distances of the pairings.
    pub fn metres(&self) -> i64 {
        let metres = |pair: &Pairing| self.edition.domain.pairing_metres(pair.unit, pair.neighbourhood);
        self.plan.pairings.pairings.iter().filter_map(metres).sum()
    }
}

/// Something that a unit holds at a neighbourhood on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The day.
    pub date: NaiveDate,
    /// From when to when.
    pub hours: Hours,
    /// Who comes.
    pub unit: UnitIx,
    /// To whom.
    pub neighbourhood: NeighbourhoodIx,
    /// What about.
    pub theme: String,
    /// The room and the address; empty where nothing is said of them.
    pub place: String,
    /// What everybody is to know of it, a line each, below its date.
    pub facts: Vec<String>,
}
