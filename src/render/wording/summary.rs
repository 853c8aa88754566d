//! What was asked and what was reached, in sentences.

use crate::{
    domain::Language,
    render::wording::{Phrase, count, measure},
};

/// One sentence of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Summary {
    /// What was asked.
    Asked {
        /// Ambassadors.
        ambassadors: usize,
        /// Units that lend posts.
        units: usize,
        /// Posts.
        posts: usize,
        /// The sum of the posts' needs.
        need: u64,
    },
    /// How many ambassadors are placed.
    Placed {
        /// Ambassadors with a session.
        placed: usize,
        /// Ambassadors.
        all: usize,
        /// Placements.
        placements: usize,
    },
    /// How many posts have what they need.
    Met {
        /// Posts whose need is met.
        met: usize,
        /// Posts.
        all: usize,
    },
    /// How many wishes came true: number of the wish and placements; and placements not wished for.
    Wishes {
        /// `(number, placements)`, ascending.
        by_number: Vec<(u32, usize)>,
        /// Placements that were not wished for.
        unwished: usize,
    },
    /// How far the ways are.
    Ways {
        /// The mean of the known ways in metres.
        mean: i64,
        /// The farthest.
        farthest: i64,
    },
    /// Every level is proven.
    AllProven(usize),
    /// So many of the levels are proven.
    SomeProven {
        /// Proven ones.
        proven: usize,
        /// All.
        all: usize,
    },
}

impl Phrase for Summary {
    fn zh(&self) -> String {
        match self {
            Self::Asked { ambassadors, units, posts, need } => {
                format!("{ambassadors} 人报名；{units} 家单位拿出 {posts} 个岗位，共需 {need} 人次。")
            }
            Self::Placed { placed, all, placements } if placed == all => {
                format!("{all} 人全部安排，共 {placements} 人次。")
            }
            Self::Placed { placed, all, placements } => {
                format!("安排了 {placed} 人，还有 {} 人待安排，共 {placements} 人次。", all - placed)
            }
            Self::Met { met, all } if met == all => format!("{all} 个岗位全部落实。"),
            Self::Met { met, all } => format!("{met} 个岗位落实，{} 个岗位有空缺。", all - met),
            Self::Wishes { by_number, unwished } => {
                let mut parts: Vec<String> = by_number
                    .iter()
                    .map(|&(number, placements)| {
                        format!("{} {placements} 人次", measure::wish(Language::Zh, number))
                    })
                    .collect();
                if *unwished > 0 {
                    parts.push(format!("未填报的岗位 {unwished} 人次"));
                }
                format!("{}。", parts.join("，"))
            }
            Self::Ways { mean, farthest } => format!(
                "路程平均 {}，最远 {}。",
                measure::way(Language::Zh, *mean),
                measure::way(Language::Zh, *farthest)
            ),
            Self::AllProven(levels) => format!("逐项求解的 {levels} 项，每一项都已证明没有更好的安排。"),
            Self::SomeProven { proven, all } => {
                format!("逐项求解的 {all} 项里，{proven} 项已证明没有更好的安排，其余还没有证完。")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Asked { ambassadors, units, posts, need } => format!(
                "{} signed up; {} for {} lent by {}.",
                count(*ambassadors, "ambassador", "ambassadors"),
                if *need == 1 { "1 is wanted".into() } else { format!("{need} are wanted") },
                count(*posts, "post", "posts"),
                count(*units, "unit", "units"),
            ),
            Self::Placed { placed, all, placements } if placed == all => {
                format!("All {all} are placed, {} in all.", count(*placements, "placement", "placements"))
            }
            Self::Placed { placed, all, placements } => format!(
                "{placed} of {all} are placed, {} not yet; {} in all.",
                all - placed,
                count(*placements, "placement", "placements")
            ),
            Self::Met { met, all } if met == all => {
                format!("The needs of all {} are met.", count(*all, "post", "posts"))
            }
            Self::Met { met, all } => {
                format!("The needs of {met} of {} are met.", count(*all, "post", "posts"))
            }
            Self::Wishes { by_number, unwished } => {
                let mut parts: Vec<String> = by_number
                    .iter()
                    .map(|&(number, placements)| {
                        format!("{}: {placements}", measure::wish(Language::En, number))
                    })
                    .collect();
                if *unwished > 0 {
                    parts.push(format!("not wished for: {unwished}"));
                }
                format!("{}.", parts.join(", "))
            }
            Self::Ways { mean, farthest } => format!(
                "Ways: {} on average, {} at most.",
                measure::way(Language::En, *mean),
                measure::way(Language::En, *farthest)
            ),
            Self::AllProven(levels) => format!(
                "{} solved one after the other; for each it is proven that nothing better exists.",
                count(*levels, "level", "levels")
            ),
            Self::SomeProven { proven, all } => {
                format!("{proven} of {} proven best, the others not yet.", count(*all, "level", "levels"))
            }
        }
    }
}
