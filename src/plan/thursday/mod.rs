//! The Thursday Action of a plan: what was found, how it is written as JSON and read again.

pub mod saved;
pub(super) mod written;

use crate::{
    domain::thursday::Pairings,
    lp::LevelResult,
    pairing,
    plan::level::ThursdayLevel,
    timetable::{self, roster::Timetable},
};

/// What was found for the Thursday Action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThursdayPlan {
    /// What was reached on each level, those of the pairing first.
    pub levels: Vec<LevelResult<ThursdayLevel>>,
    /// Which unit goes to which neighbourhood.
    pub pairings: Pairings,
    /// Why these.
    pub why_paired: pairing::reason::Explanation,
    /// What is held where and when.
    pub timetable: Timetable,
    /// Which months are not held and which needs are met, and why.
    pub why_held: timetable::reason::Explanation,
}

impl ThursdayPlan {
    /// Whether the reasons name one more pairing or event that would make the plan better.
    pub(super) fn has_room(&self) -> bool {
        let is_free_place =
            |reason: &pairing::reason::Reason| matches!(reason, pairing::reason::Reason::FreePlace(_));
        let is_free_day =
            |reason: &timetable::reason::Reason| matches!(reason, timetable::reason::Reason::FreeDay(_));
        self.why_paired.unpaired.iter().any(|one| is_free_place(&one.reason))
            || self.why_held.not_held.iter().any(|one| is_free_day(&one.reason))
    }
}
