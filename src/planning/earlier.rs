//! What an earlier plan had of a problem, where a plan is mended rather than made: a type of its own, never a plan.

use crate::domain::time::Hours;
use chrono::NaiveDate;

/// What of an earlier plan must not change, and what counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RepairTerms {
    /// Everything before this day stays as it is, and nothing is added there.
    pub keep_until: Option<NaiveDate>,
    /// What began on that day before this minute of it stays too.
    pub begun_by: Option<u16>,
    /// Whether only the needs count more than leaving people where they were.
    pub touch_least: bool,
}

impl RepairTerms {
    /// The first day on which what begins at these hours may change.
    pub fn first_open(self, hours: Hours) -> Option<NaiveDate> {
        let has_begun = self.begun_by.is_some_and(|minute| hours.start() < minute);
        self.keep_until.map(|day| day.succ_opt().filter(|_| has_begun).unwrap_or(day))
    }

    /// Whether nothing that begins at these hours of a day changes any more.
    pub fn settle(self, date: NaiveDate, hours: Hours) -> bool {
        self.first_open(hours).is_some_and(|first| date < first)
    }
}

/// What an earlier plan had; `S` says what of it is settled: the terms, where days decide, or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier<T, S = RepairTerms> {
    /// What the campaign still has room for: each once, in order.
    pub stands: Vec<T>,
    /// How many others it had.
    pub gone: usize,
    /// The terms on which it is mended, or what stays.
    pub settled: S,
}

impl<T, S: Default> Default for Earlier<T, S> {
    fn default() -> Self {
        Self { stands: Vec::new(), gone: 0, settled: S::default() }
    }
}

impl<T: Ord, S> Earlier<T, S> {
    /// Whether it had this.
    pub fn has(&self, one: &T) -> bool {
        self.stands.binary_search(one).is_ok()
    }

    /// How many it had.
    pub fn had(&self) -> usize {
        self.stands.len() + self.gone
    }
}

impl<T> Earlier<T> {
    /// Whether nothing changes on a day any more.
    pub fn is_settled(&self, date: NaiveDate) -> bool {
        self.settled.keep_until.is_some_and(|first| date < first)
    }
}
