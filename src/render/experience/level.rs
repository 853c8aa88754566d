//! Levels: their names, what each counts, and what is proved of its value.

use crate::{
    domain::{
        Language,
        rules::{Priority, WishPolicy},
    },
    experience::level::Level,
    render::wording::{Phrase, measure},
};

/// What a level is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelName {
    /// The posts' needs.
    Coverage,
    /// Everybody gets a session.
    Everyone,
    /// Everybody gets the days wanted at least.
    Enough,
    /// As many sessions as possible.
    Days,
    /// Companions.
    Groups,
    /// Placements of an earlier plan that are gone.
    Changes,
    /// Wishes as a sum of costs.
    Wishes,
    /// Placements at the n-th wish.
    NthWish(u32),
    /// Placements at the n-th highest cost: the cost, and whether it is that of a post not wished for.
    AtCost {
        /// The cost: 0 for a first wish.
        cost: u32,
        /// Whether nothing costs more.
        highest: bool,
    },
    /// Ways.
    Travel,
    /// The lot.
    Lot,
    /// A level that this problem does not know.
    Other,
}

impl LevelName {
    /// The name of a level under the campaign's way to weigh wishes and its longest list.
    pub fn of(level: Level, policy: WishPolicy, longest: u32) -> Self {
        match level {
            Level::Priority(Priority::Coverage) => Self::Coverage,
            Level::Priority(Priority::Everyone) => Self::Everyone,
            Level::Priority(Priority::Enough) => Self::Enough,
            Level::Priority(Priority::Days) => Self::Days,
            Level::Priority(Priority::Groups) => Self::Groups,
            Level::Priority(Priority::Wishes) => Self::Wishes,
            Level::Priority(Priority::Travel) => Self::Travel,
            Level::Wish(rank) if policy == WishPolicy::Generous => {
                Self::AtCost { cost: longest.saturating_sub(rank.saturating_sub(1)), highest: rank == 1 }
            }
            Level::Wish(rank) => Self::NthWish(rank),
            Level::Changes => Self::Changes,
            Level::Lot => Self::Lot,
        }
    }
}

impl Phrase for LevelName {
    fn zh(&self) -> String {
        match self {
            Self::Coverage => "岗位落实",
            Self::Everyone => "人人参与",
            Self::Enough => "天数",
            Self::Days => "体验人次",
            Self::Groups => "同伴",
            Self::Changes => "变动",
            Self::Wishes | Self::NthWish(_) | Self::AtCost { .. } => "志愿满足",
            Self::Travel => "路程",
            Self::Lot => "抽签",
            Self::Other => "其他",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Coverage => "needs",
            Self::Everyone => "everyone",
            Self::Enough => "enough days",
            Self::Days => "placements",
            Self::Groups => "companions",
            Self::Changes => "changes",
            Self::Wishes | Self::NthWish(_) | Self::AtCost { .. } => "wishes",
            Self::Travel => "travel",
            Self::Lot => "lot",
            Self::Other => "other",
        }
        .into()
    }
}

/// What a level counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// The level.
    pub level: LevelName,
    /// Whether some posts or people count more than others in this campaign.
    pub weighted: bool,
}

impl Phrase for Counts {
    fn zh(&self) -> String {
        match self.level {
            LevelName::Coverage if self.weighted => "岗位还缺的人次，乘岗位的优先级".into(),
            LevelName::Coverage => "岗位还缺的人次".into(),
            LevelName::Everyone if self.weighted => "安排上的大使，往期落空一次多算一".into(),
            LevelName::Everyone => "安排上的大使".into(),
            LevelName::Enough if self.weighted => "还差的天数，往期落空一次多算一倍".into(),
            LevelName::Enough => "还差的天数".into(),
            LevelName::Days => "总人次".into(),
            LevelName::Groups => "只去了一半同伴的场次".into(),
            LevelName::Changes => "原方案中取消的安排".into(),
            LevelName::Wishes => "离第一志愿差几级，合计".into(),
            LevelName::NthWish(number) => format!("{}的人次", measure::wish(Language::Zh, number)),
            LevelName::AtCost { highest: true, .. } => "未填报岗位的人次".into(),
            LevelName::AtCost { cost, .. } => format!("{}的人次", measure::wish(Language::Zh, cost + 1)),
            LevelName::Travel => "路程合计，米".into(),
            LevelName::Lot => "签号合计，平手时定先后".into(),
            LevelName::Other => String::new(),
        }
    }

    fn en(&self) -> String {
        match self.level {
            LevelName::Coverage if self.weighted => "people still wanted, times the post's priority".into(),
            LevelName::Coverage => "people still wanted".into(),
            LevelName::Everyone if self.weighted => {
                "people placed; one more for each time left out before".into()
            }
            LevelName::Everyone => "people placed".into(),
            LevelName::Enough if self.weighted => "days still wanted, more for those left out before".into(),
            LevelName::Enough => "days still wanted".into(),
            LevelName::Days => "placements in all".into(),
            LevelName::Groups => "sessions with only one of two companions".into(),
            LevelName::Changes => "placements of the earlier plan that are gone".into(),
            LevelName::Wishes => "steps below the first wish, added up".into(),
            LevelName::NthWish(number) => {
                format!("placements at the {}", measure::wish(Language::En, number))
            }
            LevelName::AtCost { highest: true, .. } => "placements not wished for".into(),
            LevelName::AtCost { cost, .. } => {
                format!("placements at the {}", measure::wish(Language::En, cost + 1))
            }
            LevelName::Travel => "metres of all ways".into(),
            LevelName::Lot => "numbers drawn, which settle ties".into(),
            LevelName::Other => String::new(),
        }
    }
}
