//! What comes out: which unit goes to which neighbourhood; and what came out before, where a plan is mended.

use crate::domain::places::{NeighbourhoodIx, UnitIx};

/// One unit with one neighbourhood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pairing {
    /// Who comes.
    pub unit: UnitIx,
    /// To whom.
    pub neighbourhood: NeighbourhoodIx,
}

/// All pairings, by unit, then neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairings {
    /// The pairings; an edited plan may hold one twice.
    pub pairings: Vec<Pairing>,
}

/// The pairings of an earlier plan, where one is mended: a type of its own, never a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Previous {
    /// Those of units and neighbourhoods that the campaign still has: each once, in order.
    pub pairings: Vec<Pairing>,
    /// The others.
    pub lost: usize,
    /// Those that stay because they held something before the day from which on the plan may change.
    pub settled: Vec<Pairing>,
}
