//! The closed list of rules; no logic.

use crate::planning::rules::Listed;

closed_list! {
    /// A rule of the pairing: first which pairs may be at all, then the rows.
    pub enum Rule {
        /// A pair that is forbidden is not made.
        Forbidden = "forbidden",
        /// A pair is no farther apart than the limit, unless it was agreed already.
        PairingDistance = "pairing-distance",
        /// A unit has no more neighbourhoods than it may.
        NeighbourhoodsPerUnit = "neighbourhoods-per-unit",
        /// A neighbourhood has no more units than it may.
        UnitsPerNeighbourhood = "units-per-neighbourhood",
        /// What was agreed already is kept.
        Fixed = "fixed",
    }
}

impl Rule {
    /// Whether the rule says which pairs may be at all, rather than being a family of rows.
    pub fn is_eligibility(self) -> bool {
        self <= Self::PairingDistance
    }
}

impl Listed for Rule {
    fn position(self) -> u32 {
        self as u32
    }
}
