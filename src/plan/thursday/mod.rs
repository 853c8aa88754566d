//! The Thursday Action of a plan: what was found, how it is written as JSON and read again.

pub mod saved;
pub(super) mod written;

use crate::{
    lp::LevelResult,
    thursday::{
        pairing::{explanation as pairing_explanation, roster::Pairings},
        timetable::{explanation as timetable_explanation, roster::Timetable},
    },
};

/// What the Thursday Action wing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThursdayPlan {
    /// What was reached on each level, those of the pairing first.
    pub levels: Vec<LevelResult>,
    /// Which unit goes to which neighbourhood.
    pub pairings: Pairings,
    /// Why these.
    pub why_paired: pairing_explanation::Explanation,
    /// What is held where and when.
    pub timetable: Timetable,
    /// Which months are not held and which needs are met, and why.
    pub why_held: timetable_explanation::Explanation,
}
