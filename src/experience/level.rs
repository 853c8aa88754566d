//! The closed list of levels; no logic.

use crate::domain::rules::Priority;
use std::fmt;

/// A level of the experience program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A preference; of wishes, all ranks together.
    Priority(Priority),
    /// The n-th rank of wishes, where they are weighed rank by rank.
    Wish(u32),
    /// Sessions of those who lost one by a change; only a repair has it in which others come late.
    Restored,
    /// Placements of an earlier plan that are gone; only a repair has it.
    Changes,
    /// The lot that breaks ties.
    Lot,
}

impl Level {
    /// The level with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        let rank = id.rsplit_once('/').and_then(|(_, rank)| rank.parse().ok()).filter(|rank| *rank > 0);
        let known =
            Priority::ALL.into_iter().map(Self::Priority).chain([Self::Restored, Self::Changes, Self::Lot]);
        known.chain(rank.map(Self::Wish)).find(|level| level.to_string() == id)
    }
}

/// The id in plans and programs, such as `coverage` or `wishes/2`.
impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Priority(priority) => formatter.write_str(priority.id()),
            Self::Wish(rank) => write!(formatter, "{}/{rank}", Priority::Wishes.id()),
            Self::Restored => formatter.write_str("restored"),
            Self::Changes => formatter.write_str("changes"),
            Self::Lot => formatter.write_str("lot"),
        }
    }
}
