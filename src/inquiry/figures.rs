//! The figures of a plan by which campaigns are compared.
//!
//! In: a campaign and its plan. Out: a [`Figure`] and its [`Reached`] for each.

use crate::{
    domain::{Domain, rules::WishPolicy},
    experience::{level::Level, roster::Placement},
    lp::LevelResult,
    plan::{Plan, level::ThursdayLevel},
    timetable::reason::Fate,
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
    /// Placements at the n-th wish.
    NthWish(u32),
    /// Placements at posts not wished for.
    NotWished,
    /// The mean of the known ways in metres.
    MeanWay,
    /// The longest of them.
    LongestWay,
    /// A level of the experience. Levels that count wishes by rank are figures of their own.
    Level(Level),
    /// Pairings of the Thursday Action.
    Pairings,
    /// Its events.
    Events,
    /// Needs of neighbourhoods met.
    NeedsMet,
    /// A level of the Thursday Action.
    ThursdayLevel(ThursdayLevel),
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
    let mut figures = vec![counted(Figure::Placed, placed.len())];
    figures.extend(wishes(domain, plan));
    let ways: Vec<i64> =
        placements.iter().filter_map(|one| domain.metres(one.ambassador, one.post)).collect();
    if let (Some(longest), Ok(count)) = (ways.iter().max(), i64::try_from(ways.len())) {
        let mean = (ways.iter().sum::<i64>() + count / 2) / count;
        figures.push((Figure::MeanWay, Reached { value: mean, proven: None }));
        figures.push((Figure::LongestWay, Reached { value: *longest, proven: None }));
    }
    let is_own = |result: &&LevelResult<Level>| !matches!(result.level, Level::Wish(_) | Level::Lot);
    let levels = plan.experience.levels.iter().filter(is_own);
    figures.extend(levels.map(|result| (Figure::Level(result.level), reached(result))));
    figures
}

/// How many placements are at each wish, and what is proved of it where a level counts them.
fn wishes(domain: &Domain, plan: &Plan) -> Vec<(Figure, Reached)> {
    let longest = domain.longest_wishes;
    let placements = &plan.experience.roster.placements;
    let numbers = (1..=longest).map(Some).chain([None]);
    let figures = numbers.map(|number| {
        let at = |one: &&Placement| domain.ambassador(one.ambassador).wish_number(one.post) == number;
        let figure = number.map_or(Figure::NotWished, Figure::NthWish);
        let (figure, mut reached) = counted(figure, placements.iter().filter(at).count());
        let wanted = match (domain.rules.wishes, number) {
            (WishPolicy::Total, _) => None,
            (WishPolicy::Greedy, number) => number,
            (WishPolicy::Generous, number) => Some(1 + longest - number.map_or(longest, |number| number - 1)),
        };
        let wanted = wanted.map(Level::Wish);
        let level = plan.experience.levels.iter().find(|result| Some(result.level) == wanted);
        reached.proven = level.map(|result| result.proven);
        (figure, reached)
    });
    figures.collect()
}

fn thursday(plan: &Plan) -> Vec<(Figure, Reached)> {
    let Some(thursday) = &plan.thursday_action else { return Vec::new() };
    let met = thursday.why_held.needs.iter().filter(|need| matches!(need.fate, Fate::Met(_)));
    let mut figures = vec![
        counted(Figure::Pairings, thursday.pairings.pairings.len()),
        counted(Figure::Events, thursday.timetable.events.len()),
        counted(Figure::NeedsMet, met.count()),
    ];
    let levels = thursday.levels.iter().filter(|result| !result.level.is_lot());
    figures.extend(levels.map(|result| (Figure::ThursdayLevel(result.level), reached(result))));
    figures
}

fn reached<L>(result: &LevelResult<L>) -> Reached {
    Reached { value: result.value, proven: Some(result.proven) }
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
            Self::NthWish(number) => format!("wish:{number}"),
            Self::NotWished => "not-wished".into(),
            Self::MeanWay => "mean-way".into(),
            Self::LongestWay => "longest-way".into(),
            Self::Level(level) => format!("level:{level}"),
            Self::Pairings => "pairings".into(),
            Self::Events => "events".into(),
            Self::NeedsMet => "needs-met".into(),
            Self::ThursdayLevel(level) => format!("thursday:{level}"),
        }
    }
}
