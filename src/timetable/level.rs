//! The closed list of levels; no logic.

use std::fmt;

/// A level of the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Events of an earlier plan that are gone; only a repair has it.
    Changes,
    /// Months in which a pairing holds nothing (按月开展), down.
    Held,
    /// How far events are from the Thursday wanted (如期), down; only with an n-th Thursday.
    Moved,
    /// Themes that return too early (主题间隔), down; only where they shall not return at once.
    Rested,
    /// Needs met at least once, by rank (居民区需求), up.
    Needs,
    /// Events whose theme the neighbourhood needs (需求场次), up.
    Wanted,
    /// Pairs of events of one theme at one neighbourhood (主题多样), down.
    Variety,
    /// Events on each month's busiest Thursday (均匀), down; only where the plan chooses the Thursdays.
    Spread,
    /// The lot that breaks ties (抽签), down.
    Lot,
}

impl Level {
    /// Every level, most important first.
    pub const ALL: [Self; 9] = [
        Self::Changes,
        Self::Held,
        Self::Moved,
        Self::Rested,
        Self::Needs,
        Self::Wanted,
        Self::Variety,
        Self::Spread,
        Self::Lot,
    ];

    /// The id in plans and programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Changes => "timetable-changes",
            Self::Held => "held",
            Self::Moved => "moved",
            Self::Rested => "rested",
            Self::Needs => "needs",
            Self::Wanted => "wanted",
            Self::Variety => "variety",
            Self::Spread => "spread",
            Self::Lot => "timetable-lot",
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
