//! Why a month is not held and what became of needs: types only, which `explanation` fills and `verification` reads again.

use crate::{
    domain::{
        places::NeighbourhoodIx,
        themes::ThemeIx,
        thursday::{Month, Pairing},
    },
    planning::reason::Tally,
    timetable::rule::Rule,
};
use chrono::NaiveDate;

/// Why something is not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// No day of the month or no theme is left; by which rules, how many Thursdays or themes each bars.
    Barred(Tally<Rule>),
    /// The days that are left lie where a repair keeps everything as it is.
    Settled,
    /// On this day, the first such, the event could be held: with it the timetable would be better.
    FreeDay(NaiveDate),
    /// Days and themes are left, and as the timetable is a rule stands in the way of each day.
    Outweighed(Tally<Rule>),
}

/// A month in which a pairing holds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotHeld {
    /// Who with whom.
    pub pairing: Pairing,
    /// When.
    pub month: Month,
    /// Why.
    pub reason: Reason,
}

/// What became of a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fulfilment {
    /// It is met, first on this day.
    Met(NaiveDate),
    /// Nobody is paired with the neighbourhood.
    NobodyPaired,
    /// Nobody paired with it offers the theme.
    NobodyOffers,
    /// Somebody offers it, but in no month of the period can it stand.
    NoMonth,
    /// It could be held, but the levels were served better otherwise.
    Outweighed,
}

/// A neighbourhood's need and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Whose.
    pub neighbourhood: NeighbourhoodIx,
    /// For what.
    pub theme: ThemeIx,
    /// What became of it.
    pub fulfilment: Fulfilment,
}

/// What the reader of a timetable wants to know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// Months not held, by pairing, then month.
    pub not_held: Vec<NotHeld>,
    /// Every need, by neighbourhood, then rank.
    pub needs: Vec<Need>,
}
