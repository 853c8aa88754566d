//! The closed list of levels; no logic.

use std::fmt;

/// A level of the pairing; every one is brought down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Pairings of an earlier plan that are gone; only a repair has it.
    Changes,
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
    /// Every level, most important first; all but the first are always in force.
    pub const ALL: [Self; 5] = [Self::Changes, Self::Paired, Self::Reached, Self::Nearest, Self::Lot];

    /// The id in plans and programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Changes => "pairing-changes",
            Self::Paired => "paired",
            Self::Reached => "reached",
            Self::Nearest => "nearest",
            Self::Lot => "pairing-lot",
        }
    }

    /// The level with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}
