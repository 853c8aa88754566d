//! The closed list of rules; no logic.

use crate::planning::rules::Listed;

/// A rule of the pairing: first which pairs may be at all, then the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A pair that is forbidden is not made.
    Forbidden,
    /// A pair is no farther apart than the limit, unless it was agreed already.
    PairingDistance,
    /// A unit has no more neighbourhoods than it may.
    NeighbourhoodsPerUnit,
    /// A neighbourhood has no more units than it may.
    UnitsPerNeighbourhood,
    /// What was agreed already is kept.
    Fixed,
}

impl Rule {
    /// Every rule, in the order in which reasons are given.
    pub const ALL: [Self; 5] = [
        Self::Forbidden,
        Self::PairingDistance,
        Self::NeighbourhoodsPerUnit,
        Self::UnitsPerNeighbourhood,
        Self::Fixed,
    ];

    /// The id in plans, programs and documents.
    pub fn id(self) -> &'static str {
        match self {
            Self::Forbidden => "forbidden",
            Self::PairingDistance => "pairing-distance",
            Self::NeighbourhoodsPerUnit => "neighbourhoods-per-unit",
            Self::UnitsPerNeighbourhood => "units-per-neighbourhood",
            Self::Fixed => "fixed",
        }
    }

    /// The rule with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

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
