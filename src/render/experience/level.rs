//! Levels: their names, and what each counts.

use crate::{
    domain::{
        Language,
        rules::{
            Priority::{Coverage, Days, Enough, Even, Everyone, First, Groups, Represented, Travel, Wishes},
            WishPolicy,
        },
    },
    experience::level::Level::{self, Changes, Lot, Priority, Restored, Wish},
    render::wording::{Phrase, measure},
};

impl Phrase for Level {
    fn zh(&self) -> String {
        match self {
            Priority(Coverage) => "岗位落实",
            Priority(Everyone) => "人人参与",
            Priority(Enough) => "天数",
            Priority(Days) => "体验人次",
            Priority(Even) => "均衡",
            Priority(Groups) => "同伴",
            Priority(Represented) => "各家参与",
            Restored => "重新落实",
            Changes => "变动",
            Priority(Wishes) | Wish(_) => "志愿满足",
            Priority(Travel) => "路程",
            Priority(First) => "报名先后",
            Lot => "抽签",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Priority(Coverage) => "needs",
            Priority(Everyone) => "everyone",
            Priority(Enough) => "enough days",
            Priority(Days) => "placements",
            Priority(Even) => "even loads",
            Priority(Groups) => "companions",
            Priority(Represented) => "organizations",
            Restored => "placed again",
            Changes => "changes",
            Priority(Wishes) | Wish(_) => "wishes",
            Priority(Travel) => "travel",
            Priority(First) => "first come",
            Lot => "lot",
        }
        .into()
    }
}

/// What a level counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// The level.
    pub level: Level,
    /// How the campaign weighs wishes.
    pub policy: WishPolicy,
    /// The number of its last wish.
    pub longest: u32,
    /// Whether some posts or people count more than others in this campaign.
    pub weighted: bool,
}

impl Counts {
    /// Which wish a level of one rank is about: from the first on, or from the costliest on, which is none.
    pub(in crate::render) fn wish(self, rank: u32) -> Option<u32> {
        match self.policy {
            WishPolicy::Generous if rank == 1 => None,
            WishPolicy::Generous => Some(self.longest.saturating_sub(rank.saturating_sub(1)) + 1),
            _ => Some(rank),
        }
    }
}

impl Phrase for Counts {
    fn zh(&self) -> String {
        match self.level {
            Priority(Coverage) if self.weighted => "岗位还缺的人次，乘岗位的优先级".into(),
            Priority(Coverage) => "岗位还缺的人次".into(),
            Priority(Everyone) if self.weighted => "安排上的大使，往期落空一次多算一".into(),
            Priority(Everyone) => "安排上的大使".into(),
            Priority(Enough) if self.weighted => "还差的天数，往期落空一次多算一倍".into(),
            Priority(Enough) => "还差的天数".into(),
            Priority(Days) => "总人次".into(),
            Priority(Even) if self.weighted => "每次体验前本人已去过几次，合计，今年以往的也算".into(),
            Priority(Even) => "每次体验前本人已去过几次，合计".into(),
            Priority(Groups) => "同伴未能全部同去的场次".into(),
            Priority(Represented) => "已报名但无人获安排的组织".into(),
            Restored => "因这次变动失去安排、又另行安排的人次".into(),
            Changes => "原方案中取消的安排".into(),
            Priority(Wishes) => "离第一志愿差几级，合计".into(),
            Wish(rank) => match self.wish(rank) {
                Some(number) => format!("{}的人次", measure::wish(Language::Zh, number)),
                None => "统筹安排的人次".into(),
            },
            Priority(Travel) => "路程合计，米".into(),
            Priority(First) => "各人次报名的名次，合计；不知道何时报名的排在最后".into(),
            Lot => "抽签号合计，结果相同时定先后".into(),
        }
    }

    fn en(&self) -> String {
        match self.level {
            Priority(Coverage) if self.weighted => "people still wanted, times the post's priority".into(),
            Priority(Coverage) => "people still wanted".into(),
            Priority(Everyone) if self.weighted => {
                "people placed; one more for each time left out before".into()
            }
            Priority(Everyone) => "people placed".into(),
            Priority(Enough) if self.weighted => "days still wanted, more for those left out before".into(),
            Priority(Enough) => "days still wanted".into(),
            Priority(Days) => "placements in all".into(),
            Priority(Even) if self.weighted => {
                "sessions that people had before each of theirs, earlier ones this year included".into()
            }
            Priority(Even) => "sessions that people had before each of theirs".into(),
            Priority(Groups) => "sessions with only one of two companions".into(),
            Priority(Represented) => "organizations with nobody placed".into(),
            Restored => "new placements of those who lost one by this change".into(),
            Changes => "placements of the earlier plan that are gone".into(),
            Priority(Wishes) => "steps below the first wish, added up".into(),
            Wish(rank) => match self.wish(rank) {
                Some(number) => format!("placements at the {}", measure::wish(Language::En, number)),
                None => "placements not wished for".into(),
            },
            Priority(Travel) => "metres of all ways".into(),
            Priority(First) => "places in the order of signing up, unknown ones last, added up".into(),
            Lot => "numbers drawn, which settle ties".into(),
        }
    }
}
