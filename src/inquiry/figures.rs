//! The figures of a plan by which campaigns are compared.
//!
//! In: a campaign and its plan. Out: a [`Figure`] and its [`Reached`] for each.

use crate::{
    domain::{Domain, rules::WishPolicy},
    experience::roster::Placement,
    lp::{LevelResult, Sense},
    plan::Plan,
    thursday::timetable::explanation::Fate,
};
use std::collections::BTreeSet;

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// Units.
    Units,
    /// Posts.
    Posts,
    /// Seats of all sessions on days on which the unit is open.
    Seats,
    /// Ambassadors.
    Ambassadors,
    /// Ambassadors with a session.
    Placed,
    /// Placements at a first wish.
    FirstWishes,
    /// The mean of the known ways in metres.
    MeanWay,
    /// The longest of them.
    LongestWay,
    /// A level of the experience.
    Level {
        /// Its id.
        id: String,
        /// How wishes are weighed and the longest list of them, where the level counts by rank: its id means
        /// something else in each.
        ranks: Option<(WishPolicy, u32)>,
    },
    /// Pairings of the Thursday Action.
    Pairings,
    /// Its events.
    Events,
    /// Needs of neighbourhoods met.
    NeedsMet,
    /// A level of the Thursday Action; its id.
    ThursdayLevel(String),
}

/// What was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The figure.
    pub value: i64,
    /// Whether nothing better is possible, where that is said of it.
    pub proven: Option<bool>,
}

/// The figures of one plan in the order in which they are read.
pub fn figures(domain: &Domain, plan: &Plan) -> Vec<(Figure, Reached)> {
    let mut figures = asked(domain);
    figures.extend(experience(domain, plan));
    figures.extend(thursday(plan));
    figures
}

fn counted(figure: Figure, number: usize) -> (Figure, Reached) {
    (figure, Reached { value: i64::try_from(number).unwrap_or(i64::MAX), proven: None })
}

fn asked(domain: &Domain) -> Vec<(Figure, Reached)> {
    let open = domain.sessions.iter().filter(|session| {
        let unit = domain.unit(domain.post(session.post).unit);
        !unit.closed.contains(session.date)
    });
    let seats: i64 = open.map(|session| i64::from(domain.post(session.post).seats_max)).sum();
    vec![
        counted(Figure::Units, domain.units.len()),
        counted(Figure::Posts, domain.posts.len()),
        (Figure::Seats, Reached { value: seats, proven: None }),
        counted(Figure::Ambassadors, domain.ambassadors.len()),
    ]
}

fn experience(domain: &Domain, plan: &Plan) -> Vec<(Figure, Reached)> {
    let placements = &plan.experience.roster.placements;
    let placed: BTreeSet<_> = placements.iter().map(|placement| placement.ambassador).collect();
    let wish = |one: &&Placement| domain.ambassador(one.ambassador).wish_number(one.post) == Some(1);
    let mut figures = vec![
        counted(Figure::Placed, placed.len()),
        counted(Figure::FirstWishes, placements.iter().filter(wish).count()),
    ];
    let ways: Vec<i64> =
        placements.iter().filter_map(|one| domain.metres(one.ambassador, one.post)).collect();
    if let (Some(longest), Ok(count)) = (ways.iter().max(), i64::try_from(ways.len())) {
        let mean = (ways.iter().sum::<i64>() + count / 2) / count;
        figures.push((Figure::MeanWay, Reached { value: mean, proven: None }));
        figures.push((Figure::LongestWay, Reached { value: *longest, proven: None }));
    }
    let ranks = (domain.rules.wishes, domain.longest_wishes);
    figures.extend(levels(&plan.experience.levels).map(|level| {
        let ranks = level.id.starts_with("wishes/").then_some(ranks);
        (Figure::Level { id: level.id.clone(), ranks }, reached(level))
    }));
    figures
}

fn thursday(plan: &Plan) -> Vec<(Figure, Reached)> {
    let Some(thursday) = &plan.thursday_action else { return Vec::new() };
    let met = thursday.why_held.needs.iter().filter(|need| matches!(need.fate, Fate::Met(_)));
    let mut figures = vec![
        counted(Figure::Pairings, thursday.pairings.pairings.len()),
        counted(Figure::Events, thursday.timetable.events.len()),
        counted(Figure::NeedsMet, met.count()),
    ];
    let levels = levels(&thursday.levels);
    figures.extend(levels.map(|level| (Figure::ThursdayLevel(level.id.clone()), reached(level))));
    figures
}

/// Levels that say something of a plan: a lot is drawn anew in every campaign.
fn levels(levels: &[LevelResult]) -> impl Iterator<Item = &LevelResult> {
    levels.iter().filter(|level| level.id != "lot" && !level.id.ends_with("-lot"))
}

fn reached(level: &LevelResult) -> Reached {
    Reached { value: level.value, proven: Some(level.proven) }
}

impl Figure {
    /// The id in data.
    pub fn id(&self) -> String {
        match self {
            Self::Units => "units".into(),
            Self::Posts => "posts".into(),
            Self::Seats => "seats".into(),
            Self::Ambassadors => "ambassadors".into(),
            Self::Placed => "placed".into(),
            Self::FirstWishes => "first-wishes".into(),
            Self::MeanWay => "mean-way".into(),
            Self::LongestWay => "longest-way".into(),
            Self::Level { id, ranks: None } => format!("level:{id}"),
            Self::Level { id, ranks: Some((WishPolicy::Generous, longest)) } => {
                format!("level:generous:{longest}:{id}")
            }
            Self::Level { id, ranks: Some(_) } => format!("level:greedy:{id}"),
            Self::Pairings => "pairings".into(),
            Self::Events => "events".into(),
            Self::NeedsMet => "needs-met".into(),
            Self::ThursdayLevel(id) => format!("thursday:{id}"),
        }
    }

    /// Whether less or more of it is better; `None` where it is neither.
    pub fn sense(&self) -> Option<Sense> {
        match self {
            Self::Placed | Self::FirstWishes | Self::NeedsMet | Self::Events => Some(Sense::Max),
            Self::MeanWay | Self::LongestWay => Some(Sense::Min),
            _ => None,
        }
    }
}
