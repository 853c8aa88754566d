//! What comes out: which unit goes to which neighbourhood.

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
