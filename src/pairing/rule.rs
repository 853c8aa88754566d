//! The closed list of rules and levels; no logic.

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

/// A level of the pairing; every one is brought down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Pairings that units lack of their minimum (结对落实).
    Paired,
    /// Pairings that neighbourhoods lack of their minimum (居民区覆盖).
    Reached,
    /// Metres between paired units and neighbourhoods (就近).
    Nearest,
    /// The lot that breaks ties (抽签).
    Lot,
}

impl Level {
    /// Every level, most important first; all are always in force.
    pub const ALL: [Self; 4] = [Self::Paired, Self::Reached, Self::Nearest, Self::Lot];

    /// The id in plans and programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Paired => "paired",
            Self::Reached => "reached",
            Self::Nearest => "nearest",
            Self::Lot => "pairing-lot",
        }
    }
}

/// The id of the level that counts the pairings of an earlier plan that are gone, down; only a repair has it, before all
/// others.
pub const CHANGES: &str = "pairing-changes";
