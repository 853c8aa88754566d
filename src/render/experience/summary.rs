//! Above the roster: the campaign, what was asked, what was reached, and what is proved of it.

use crate::{
    domain::{Language, places::PostIx, rules::Priority},
    experience::{
        level::Level,
        roster::{Placement, Ways},
    },
    render::{
        block::{Block, Section},
        departure::Departures,
        edition::Edition,
        experience::level::Counts,
        levels::{self, Named},
        wording::{Phrase, count, measure},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The campaign's name, its season and its organizer, and what is to be known of it where everything is wanted.
pub fn title(edition: Edition<'_>, everything: bool) -> Section {
    let header = &edition.domain.campaign;
    let season = measure::period(edition.language, header.season);
    let whose = std::iter::once(season).chain(header.organizer.clone());
    let note = header.note.clone().filter(|_| everything);
    let lines = std::iter::once(whose.collect::<Vec<String>>().join("  ")).chain(note);
    Section::new(header.name.clone(), vec![Block::Sentences(lines.collect())])
}

/// What was reached; everything: what was asked, too, and how far the ways are.
pub fn reached(edition: Edition<'_>, everything: bool) -> Vec<String> {
    let domain = edition.domain;
    let plan = &edition.plan.experience;
    let placements = &plan.roster.placements;
    let placed: BTreeSet<_> = placements.iter().map(|placement| placement.ambassador).collect();
    let [posts, left] = Departures::of(edition).posts(edition);
    let lending: BTreeSet<_> = posts.iter().map(|&post| domain.post(post).unit).collect();
    let asked = Summary::Asked {
        ambassadors: domain.ambassadors.len(),
        units: lending.len(),
        posts: posts.len(),
        need: posts.iter().map(|&post| domain.wanted(post)).sum(),
    };
    let reached =
        Summary::Placed { placed: placed.len(), all: domain.ambassadors.len(), placements: placements.len() };
    let short: BTreeSet<PostIx> = plan.shortages.iter().map(|one| one.post).collect();
    let met = posts.iter().filter(|post| !short.contains(post)).count();
    let met = Summary::Met { met, all: posts.len() };
    let ways = plan.roster.ways(domain).map(Summary::Ways);
    let [asked, ways] = [Some(asked), ways].map(|one| one.filter(|_| everything));
    let left: Vec<String> = left.iter().map(|&post| edition.names.post(post).to_owned()).collect();
    let left = (!left.is_empty()).then_some(Summary::Left(left));
    let said = [asked, Some(reached), Some(met), left, wishes(edition), ways];
    said.into_iter().flatten().map(|one| edition.say(one)).collect()
}

fn wishes(edition: Edition<'_>) -> Option<Summary> {
    let number = |placement: &Placement| {
        edition.domain.ambassador(placement.ambassador).wish_number(placement.session())
    };
    let placements = &edition.plan.experience.roster.placements;
    let mut by_number = BTreeMap::new();
    for number in placements.iter().filter_map(number) {
        *by_number.entry(number).or_insert(0) += 1;
    }
    let unwished = placements.iter().filter(|placement| number(placement).is_none()).count();
    (!placements.is_empty()).then(|| Summary::Wishes { by_number: by_number.into_iter().collect(), unwished })
}

/// Every level in force with its value and what is proved of it.
pub fn levels(edition: Edition<'_>) -> Section {
    levels::section(edition, &named(edition))
}

/// Every level in force with its words.
pub fn named(edition: Edition<'_>) -> Vec<Named> {
    let named = edition.plan.experience.levels.iter().map(|result| {
        let level = result.level;
        Named { level: result.map(|_| ()), name: edition.say(level), counts: counts(edition, level) }
    });
    named.collect()
}

/// What a level counts in this campaign.
pub(super) fn counts(edition: Edition<'_>, level: Level) -> String {
    let domain = edition.domain;
    let (policy, longest) = (domain.rules.wishes, domain.longest_wishes);
    let weighted = match level {
        Level::Priority(Priority::Coverage) => domain.posts.iter().any(|post| post.priority != 1),
        Level::Priority(Priority::Even) => domain.ambassadors.iter().any(|person| person.served > 0),
        _ => domain.ambassadors.iter().any(|person| person.missed > 0),
    };
    edition.say(Counts { level, policy, longest, weighted })
}

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
    /// Posts that have left before anybody came.
    Left(Vec<String>),
    /// How many wishes came true: number of the wish and placements; and placements not wished for.
    Wishes {
        /// `(number, placements)`, ascending.
        by_number: Vec<(u32, usize)>,
        /// Placements that were not wished for.
        unwished: usize,
    },
    /// How far the ways are.
    Ways(Ways),
}

impl Phrase for Summary {
    fn zh(&self) -> String {
        match self {
            Self::Asked { ambassadors, units, posts, need } => {
                format!("{ambassadors} 人报名；{units} 家单位提供 {posts} 个岗位，共需 {need} 人次。")
            }
            Self::Placed { placed, all, placements } if placed == all => {
                format!("{all} 人全部安排，共 {placements} 人次。")
            }
            Self::Placed { placed, all, placements } => {
                format!("已安排 {placed} 人，共 {placements} 人次，尚有 {} 人待安排。", all - placed)
            }
            Self::Met { met, all } if met == all => format!("{all} 个岗位全部落实。"),
            Self::Met { met, all } => format!("{met} 个岗位已落实，{} 个岗位尚有空缺。", all - met),
            Self::Wishes { by_number, unwished } => {
                let mut parts: Vec<String> = by_number
                    .iter()
                    .map(|&(number, placements)| {
                        format!("{} {placements} 人次", measure::wish(Language::Zh, number))
                    })
                    .collect();
                if *unwished > 0 {
                    parts.push(format!("统筹安排 {unwished} 人次"));
                }
                format!("{}。", parts.join("，"))
            }
            Self::Left(posts) => format!("另有 {} 个岗位因退出取消：{}。", posts.len(), posts.join("、")),
            Self::Ways(Ways { mean, farthest }) => format!(
                "直线距离平均 {}，最远 {}。",
                measure::way(Language::Zh, *mean),
                measure::way(Language::Zh, *farthest)
            ),
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
            Self::Left(posts) => {
                let number = count(posts.len(), "more post", "more posts");
                format!("Cancelled because they left: {number} ({}).", posts.join(", "))
            }
            Self::Ways(Ways { mean, farthest }) => format!(
                "Ways: {} on average, {} at most.",
                measure::way(Language::En, *mean),
                measure::way(Language::En, *farthest)
            ),
        }
    }
}
