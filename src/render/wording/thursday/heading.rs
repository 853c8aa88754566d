//! Headings of the Thursday Action's tables and sections, and the short words in their cells.

use crate::render::wording::Phrase;

/// What stands above a column or a section, or alone in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The whole part (周四行动).
    ThursdayAction,
    /// Who with whom (结对).
    Pairings,
    /// Units that are not with their nearest.
    GivesWay,
    /// Units that lack pairings.
    Unpaired,
    /// The year at a glance.
    Year,
    /// Events that are not on their Thursday.
    Moved,
    /// Column: the unit.
    Unit,
    /// Column: the neighbourhood.
    Neighbourhood,
    /// Column: how far it is.
    Way,
    /// Column: the nearest neighbourhood beside it.
    NextNearest,
    /// Column: unit and neighbourhood in one.
    Pairing,
    /// Which needs are met.
    Needs,
    /// Months without an event.
    NotHeld,
    /// In a cell: nothing is held, or nothing is known.
    Nothing,
}

impl Phrase for Heading {
    fn zh(&self) -> String {
        match self {
            Self::ThursdayAction => "周四行动",
            Self::Pairings => "结对安排表",
            Self::GivesWay => "没有与最近的居民区结对的单位",
            Self::Unpaired => "结对没有落实的单位",
            Self::Year => "全年主题活动一览",
            Self::Moved => "改期",
            Self::Unit => "成员单位",
            Self::Neighbourhood => "居民区",
            Self::Way => "距离",
            Self::NextNearest => "除此之外最近的",
            Self::Pairing => "结对",
            Self::Needs => "居民区需求",
            Self::NotHeld => "没有开展的月份",
            Self::Nothing => "-",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::ThursdayAction => "Thursday Action",
            Self::Pairings => "Pairings",
            Self::GivesWay => "Units that are not with their nearest neighbourhood",
            Self::Unpaired => "Units that lack pairings",
            Self::Year => "The events at a glance",
            Self::Moved => "Moved",
            Self::Unit => "Unit",
            Self::Neighbourhood => "Neighbourhood",
            Self::Way => "Distance",
            Self::NextNearest => "Nearest beside it",
            Self::Pairing => "Pairing",
            Self::Needs => "What the neighbourhoods need",
            Self::NotHeld => "Months without an event",
            Self::Nothing => "-",
        }
        .into()
    }
}
