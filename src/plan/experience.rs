//! The experience in a plan: written as JSON, read, and found again in a campaign; and its figures.
//!
//! What follows from the campaign (`wish`, `metres`) is not read, so that people who move a placement need not mend it.

pub(super) mod claims;

use crate::{
    document::Node,
    domain::{Domain, people::AmbassadorIx, places::PostIx, rules::WishPolicy, time::Hours},
    experience::{
        level::Level,
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::{Placement, Ways},
    },
    lp::LevelResult,
    plan::{
        ExperiencePlan,
        entries::{EXPERIENCE, LEVELS, PLACEMENTS, REASONS, SHORTAGES, UNFULFILLED, UNPLACED},
        experience::claims::SavedClaim,
        fields::{Fields, Walk, Word},
        figures::{Figure, Reached, counted, measured},
        layout::Json,
        level,
        lookup::Lookup,
        placement::SavedPlacement,
        reason::{self, SavedReason},
    },
    source::Place,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The experience as written.
#[derive(Debug, Clone)]
pub struct SavedExperience {
    /// The levels that it says were reached.
    pub levels: Vec<LevelResult<Level>>,
    pub(super) placements: Vec<SavedPlacement>,
    pub(super) unplaced: Vec<SavedUnplaced>,
    pub(super) shortages: Vec<SavedShortage>,
    pub(super) unfulfilled: Vec<SavedUnfulfilled>,
    /// What it says it does not have, and why, where it says that.
    pub(super) claims: Option<Vec<SavedClaim>>,
}

/// One ambassador without a session as written.
#[derive(Debug, Clone)]
pub(super) struct SavedUnplaced {
    ambassador: Word,
    reason: SavedReason,
}

/// One unmet need as written.
#[derive(Debug, Clone)]
pub(super) struct SavedShortage {
    post: Word,
    date: Option<NaiveDate>,
    hours: Option<Hours>,
    place: Place,
    need: u32,
    placed: u32,
    reason: SavedReason,
}

/// One wish that did not come true as written.
#[derive(Debug, Clone)]
pub(super) struct SavedUnfulfilled {
    ambassador: Word,
    post: Word,
    reason: SavedReason,
}

impl SavedExperience {
    pub(super) fn read(walk: &mut Walk, node: &Node) -> Option<Self> {
        let known: Vec<&str> = EXPERIENCE.iter().chain([&LEVELS, &REASONS]).map(|kind| kind.list).collect();
        let fields = walk.fields(node, "experience", &known)?;
        walk.required(fields, PLACEMENTS.list);
        let levels = walk.entries(fields, &LEVELS, |walk, entry| level::read(walk, entry, Level::from_id));
        let claims = fields
            .optional(REASONS.list)
            .map(|_| walk.entries(fields, &REASONS, |walk, entry| SavedClaim::read(walk, entry, &levels)));
        Some(Self {
            levels,
            placements: walk.entries(fields, &PLACEMENTS, SavedPlacement::read),
            unplaced: walk.entries(fields, &UNPLACED, SavedUnplaced::read),
            shortages: walk.entries(fields, &SHORTAGES, SavedShortage::read),
            unfulfilled: walk.entries(fields, &UNFULFILLED, SavedUnfulfilled::read),
            claims,
        })
    }
}

impl SavedUnplaced {
    fn read(walk: &mut Walk, fields: Fields<'_>) -> Option<Self> {
        let (ambassador, reason) = (walk.word(fields, "ambassador"), reason::read(walk, fields));
        Some(Self { ambassador: ambassador?, reason: reason? })
    }

    pub(super) fn find(&self, lookup: &mut Lookup<'_>) -> Option<Unplaced> {
        let ambassador = lookup.ambassador(&self.ambassador)?;
        Some(Unplaced { ambassador, reason: self.reason.find(lookup)? })
    }
}

impl SavedShortage {
    fn read(walk: &mut Walk, fields: Fields<'_>) -> Option<Self> {
        let post = walk.word(fields, "post");
        let date = fields.optional("date").and_then(|_| walk.date(fields, "date"));
        let hours = fields.optional("hours").and_then(|_| walk.hours(fields, "hours"));
        let (need, placed) = (walk.number(fields, "need"), walk.number(fields, "placed"));
        let reason = reason::read(walk, fields);
        let (place, need, placed) = (fields.place, need?, placed?);
        Some(Self { post: post?, date, hours, place, need, placed, reason: reason? })
    }

    pub(super) fn find(&self, lookup: &mut Lookup<'_>) -> Option<Shortage> {
        let (post, reason) = (lookup.post(&self.post)?, self.reason.find(lookup)?);
        let session = match self.date {
            Some(date) => Some(lookup.session(post, date, self.hours, self.place)?),
            None => None,
        };
        Some(Shortage { post, session, need: self.need, placed: self.placed, reason })
    }
}

impl SavedUnfulfilled {
    fn read(walk: &mut Walk, fields: Fields<'_>) -> Option<Self> {
        let (ambassador, post) = (walk.word(fields, "ambassador"), walk.word(fields, "post"));
        let reason = reason::read(walk, fields);
        Some(Self { ambassador: ambassador?, post: post?, reason: reason? })
    }

    pub(super) fn find(&self, lookup: &mut Lookup<'_>) -> Option<Unfulfilled> {
        let (ambassador, post) = (lookup.ambassador(&self.ambassador), lookup.post(&self.post));
        let reason = self.reason.find(lookup)?;
        Some(Unfulfilled { ambassador: ambassador?, post: post?, reason })
    }
}

/// The experience as it stands in the file.
pub(super) fn written(domain: &Domain, plan: &ExperiencePlan) -> Json {
    let ambassador = |ambassador: AmbassadorIx| &domain.ambassador(ambassador).id;
    let post = |post: PostIx| &domain.post(post).id;
    let why = |why: &Reason| reason::written(domain, why);
    let mut placements = plan.roster.placements.clone();
    placements.sort_unstable();
    let placements = placements.iter().map(|one| {
        map! {
            "ambassador": ambassador(one.ambassador),
            "post": post(one.post),
            "date": one.date,
        }
        .with("hours", domain.post(one.post).told(one.hours))
        .with("wish", Some(domain.ambassador(one.ambassador).wish_number(one.session())))
        .with("metres", Some(domain.metres(one.ambassador, one.post)))
    });
    let mut unplaced: Vec<&Unplaced> = plan.unplaced.iter().collect();
    unplaced.sort_by_key(|one| one.ambassador);
    let unplaced = unplaced.iter().map(|one| {
        map! {"ambassador": ambassador(one.ambassador), "reason": why(&one.reason)}
    });
    let mut shortages: Vec<&Shortage> = plan.shortages.iter().collect();
    shortages.sort_by_key(|one| (one.post, one.session));
    let shortages = shortages.iter().map(|one| {
        let reason = why(&one.reason);
        map! {"post": post(one.post)}
            .with("date", one.session.map(|session| session.date))
            .with("hours", one.session.and_then(|session| domain.post(one.post).told(session.hours)))
            .with("need", Some(one.need))
            .with("placed", Some(one.placed))
            .with("reason", Some(reason))
    });
    let unfulfilled = plan.unfulfilled.iter().map(|one| {
        let reason = why(&one.reason);
        map! {"ambassador": ambassador(one.ambassador), "post": post(one.post), "reason": reason}
    });
    map! {
        "levels": plan.levels.iter().map(level::written).collect::<Json>(),
        "placements": placements.collect::<Json>(),
        "unplaced": unplaced.collect::<Json>(),
        "shortages": shortages.collect::<Json>(),
    }
    .with("unfulfilled", (!plan.unfulfilled.is_empty()).then(|| unfulfilled.collect::<Json>()))
    .with(REASONS.list, plan.claims.as_ref().map(|claims| claims::written(domain, claims)))
}

/// The figures in the order in which they are read.
pub(super) fn figures(domain: &Domain, plan: &ExperiencePlan) -> Vec<(Figure, Reached)> {
    let placements = &plan.roster.placements;
    let placed: BTreeSet<_> = placements.iter().map(|placement| placement.ambassador).collect();
    let mut figures = vec![counted(Figure::Placed, placed.len())];
    figures.extend(wishes(domain, plan));
    if let Some(Ways { mean, farthest }) = plan.roster.ways(domain) {
        figures.push(measured(Figure::MeanWay, mean));
        figures.push(measured(Figure::LongestWay, farthest));
    }
    let is_own = |result: &&LevelResult<Level>| !matches!(result.level, Level::Wish(_) | Level::Lot);
    let levels = plan.levels.iter().filter(is_own);
    figures.extend(levels.map(|result| (Figure::Level(result.level), result.into())));
    figures
}

/// How many placements are at each wish, and what is proved of it where a level counts them.
fn wishes(domain: &Domain, plan: &ExperiencePlan) -> Vec<(Figure, Reached)> {
    let longest = domain.longest_wishes;
    let placements = &plan.roster.placements;
    let numbers = (1..=longest).map(Some).chain([None]);
    let figures = numbers.map(|number| {
        let at = |one: &&Placement| domain.ambassador(one.ambassador).wish_number(one.session()) == number;
        let figure = number.map_or(Figure::NotWished, Figure::NthWish);
        let (figure, mut reached) = counted(figure, placements.iter().filter(at).count());
        let wanted = match (domain.rules.wishes, number) {
            (WishPolicy::Total, _) => None,
            (WishPolicy::Greedy, number) => number,
            (WishPolicy::Generous, number) => Some(1 + longest - number.map_or(longest, |number| number - 1)),
        };
        let wanted = wanted.map(Level::Wish);
        let level = plan.levels.iter().find(|result| Some(result.level) == wanted);
        reached.proven = level.map(|result| result.proven);
        (figure, reached)
    });
    figures.collect()
}
