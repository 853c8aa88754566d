//! The solved result (安排方案): rosters, levels, reasons, and where they come from.
//!
//! In: what the planning problems found. Out: [`Plan`], and JSON of it ([`json`]). Back it goes in two steps: from a text
//! to ids with their places ([`saved`]), and from these to what a campaign has: this very one ([`resolved`]), or one that has
//! changed since ([`earlier`]). Each problem has its own file, and each kind of entry a row in [`entries`].

#[macro_use]
pub mod layout;

pub mod earlier;
pub mod entries;
pub mod experience;
mod fields;
pub mod figures;
pub mod history;
pub mod json;
pub mod level;
mod lookup;
mod moves;
pub mod naming;
pub mod outline;
mod pairing;
mod placement;
mod reason;
pub mod resolved;
#[cfg(test)]
pub(crate) mod sample;
pub mod saved;
pub mod thursday;
mod timetable;
pub mod untrue;

use crate::{
    domain::{Domain, people::AmbassadorIx},
    experience::{
        explanation::claims::Claim,
        level::Level,
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::{Exchange, Roster},
    },
    lp::LevelResult,
    plan::{
        figures::{Figure, Reached},
        history::History,
        thursday::ThursdayPlan,
    },
    planning::earlier::RepairTerms,
};
use std::collections::BTreeSet;

/// Which campaign a plan belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The campaign's name.
    pub name: String,
    /// Path of the campaign file, relative to the plan's own folder, with forward slashes.
    pub file: String,
    /// `sha256:` and the digest of the merged campaign, without comments, key order, names, notes and contacts.
    pub digest: String,
    /// With what the campaign was varied beyond its file, such as `--set rules.rest_days=1`.
    pub variations: Vec<String>,
}

/// Which plan a plan mends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mends {
    /// Path of the earlier plan, relative to this one's own folder, with forward slashes.
    pub file: String,
    /// `sha256:` and the digest of the earlier plan's text.
    pub digest: String,
    /// What of it was not to change, and what counted.
    pub terms: RepairTerms,
    /// The only people whose placements were to change, where that was said.
    pub only: Option<Only>,
    /// By id, in order: who came late to an earlier plan and waits for a session that is free without anybody moving.
    pub waiting: Vec<String>,
}

/// The only people whose placements a plan changes in the one that it mends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Only {
    /// By id, in order.
    pub people: Vec<String>,
    /// Those of them who came late, and may have any place that is free.
    pub late: Vec<String>,
    /// Those who lost a session by the change itself and may have another, each once for every session lost.
    pub displaced: Vec<String>,
}

/// What was found for the experience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExperiencePlan {
    /// What was reached on each level.
    pub levels: Vec<LevelResult<Level>>,
    /// Who goes where.
    pub roster: Roster,
    /// Who is not placed, and why; by id.
    pub unplaced: Vec<Unplaced>,
    /// Which needs are not met, and why; by post id.
    pub shortages: Vec<Shortage>,
    /// Wishes of those who are placed and have none of theirs, and why; by the person's id, then as wished.
    pub unfulfilled: Vec<Unfulfilled>,
    /// Everything that it does not have, and why, where that was proved; people's wishes first, by id, then empty seats.
    pub claims: Option<Vec<Claim>>,
}

/// A whole plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The solver behind it, such as `simplex`.
    pub backend: String,
    /// The campaign.
    pub campaign: Provenance,
    /// The plan that it mends, if it does.
    pub mends: Option<Mends>,
    /// What it knows of the plans before it.
    pub history: History,
    /// Rosters of the experience.
    pub experience: ExperiencePlan,
    /// The Thursday Action, where the campaign has one.
    pub thursday_action: Option<ThursdayPlan>,
}

impl Mends {
    /// Who came late by this or an earlier command, and is placed by it or waits, by id.
    pub fn came_late(&self) -> impl Iterator<Item = &String> {
        self.only.iter().flat_map(|only| &only.late).chain(&self.waiting)
    }
}

impl Only {
    /// Whoever has a part in an exchange.
    pub fn of(exchange: &Exchange, domain: &Domain) -> Self {
        let Exchange { leaving, coming, late, displaced } = exchange;
        let placed = leaving.iter().chain(coming).map(|one| one.ambassador);
        let people: BTreeSet<AmbassadorIx> =
            placed.chain(late.iter().chain(displaced.keys()).copied()).collect();
        let ids = |people: &BTreeSet<AmbassadorIx>| {
            people.iter().map(|&person| domain.ambassador(person).id.clone()).collect()
        };
        let lost = displaced
            .iter()
            .flat_map(|(&person, &lost)| std::iter::repeat_n(domain.ambassador(person).id.clone(), lost));
        Self { people: ids(&people), late: ids(late), displaced: lost.collect() }
    }
}

/// How many reasons a plan gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claims {
    /// In all.
    pub all: usize,
    /// Those that there was no time to prove.
    pub open: usize,
}

impl Plan {
    /// The reasons that it gives; `None` where nobody asked for any.
    pub fn claims(&self) -> Option<Claims> {
        let of_experience = self.experience.claims.as_ref();
        let of_experience: Option<Vec<bool>> =
            of_experience.map(|claims| claims.iter().map(Claim::is_proven).collect());
        let of_pairings = self.thursday_action.as_ref().and_then(ThursdayPlan::are_proven);
        if of_experience.is_none() && of_pairings.is_none() {
            return None;
        }
        let proven: Vec<bool> = [of_experience, of_pairings].into_iter().flatten().flatten().collect();
        Some(Claims { all: proven.len(), open: proven.iter().filter(|proven| !**proven).count() })
    }

    /// The figures of the plan of a campaign, in the order in which they are read.
    pub fn figures(&self, domain: &Domain) -> Vec<(Figure, Reached)> {
        let mut figures = figures::asked(domain);
        figures.extend(experience::figures(domain, &self.experience));
        figures.extend(self.thursday_action.iter().flat_map(thursday::figures));
        figures
    }

    /// Whether every level is proven.
    pub fn is_proven(&self) -> bool {
        let of_thursday = self.thursday_action.iter().flat_map(|thursday| &thursday.levels);
        let proven = self.experience.levels.iter().map(|level| level.proven);
        proven.chain(of_thursday.map(|level| level.proven)).all(|proven| proven)
    }

    /// Whether the reasons name one more placement, pairing or event that would make the plan better.
    pub fn can_be_improved(&self) -> bool {
        let ExperiencePlan { unplaced, shortages, .. } = &self.experience;
        let reasons = unplaced.iter().map(|one| &one.reason).chain(shortages.iter().map(|one| &one.reason));
        let is_free = |reason: &Reason| matches!(reason, Reason::FreeSeat { against: None, .. });
        reasons.into_iter().any(is_free) || self.thursday_action.as_ref().is_some_and(ThursdayPlan::has_room)
    }
}
