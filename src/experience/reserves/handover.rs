//! Whether sessions that change hands can: what whoever is to get one may not, and who could have it instead.
//!
//! In: `Domain`, what stays and what is to come. Out: [`Unable`], each with the rule that is broken, read from the roster that
//! would come of it.

use crate::{
    domain::{Domain, people::AmbassadorIx},
    experience::{
        eligibility::Refusals,
        roster::{Placement, Roster},
        rule::Rule,
        verification::{Violation, violations},
    },
    planning::rules::Rulebook,
};
use std::collections::BTreeSet;

/// How many people are named who could step in instead.
const NAMED: usize = 3;

/// How many people are tried for that at most.
const TRIED: usize = 100;

/// A session that somebody cannot get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unable {
    /// Who is to get what.
    pub placement: Placement,
    /// The rule that is broken.
    pub violation: Violation,
    /// The roster that would break it.
    pub roster: Roster,
    /// Who could get it while everybody else stays, those first who have nothing, then by their wishes.
    pub instead: Vec<AmbassadorIx>,
}

/// What of an earlier roster stays and who gives something away.
pub struct Handover<'a> {
    domain: &'a Domain,
    refusals: Refusals<'a>,
    stays: Vec<Placement>,
    givers: BTreeSet<AmbassadorIx>,
}

impl<'a> Handover<'a> {
    /// From what a roster had without what is given away; what no longer may be there is no hindrance to anybody.
    pub fn of(domain: &'a Domain, had: &BTreeSet<Placement>, leaving: &BTreeSet<Placement>) -> Self {
        let givers = leaving.iter().map(|one| one.ambassador).collect();
        let refusals = Refusals::of(domain, Rulebook::ALL);
        let mut handover = Self { domain, refusals, stays: Vec::new(), givers };
        handover.stays = had.difference(leaving).filter(|one| handover.admits(one)).copied().collect();
        handover
    }

    /// Those who cannot get what they are to get.
    pub fn unable(&self, coming: &BTreeSet<Placement>) -> Vec<Unable> {
        let mut found = Vec::new();
        for &placement in coming {
            if let Some((violation, roster)) = self.against(placement, coming) {
                let instead = self.instead(placement, coming);
                found.push(Unable { placement, violation, roster, instead });
            }
        }
        found
    }

    /// Whether no rule keeps somebody from a session whatever else the roster has.
    fn admits(&self, one: &Placement) -> bool {
        let session = self.domain.position(one.session());
        session.is_some_and(|session| self.refusals.first(one.ambassador, session).is_none())
    }

    /// The first rule that somebody new at a session breaks together with what stays and what else is new. What others beside
    /// them could mend is left to the search.
    fn against(&self, one: Placement, new: &BTreeSet<Placement>) -> Option<(Violation, Roster)> {
        let all: BTreeSet<Placement> = self.stays.iter().chain(new).copied().collect();
        let roster = Roster { placements: all.into_iter().collect() };
        let at = roster.placements.binary_search(&one).ok()?;
        let is_final = |rule: Rule| !matches!(rule, Rule::Quorum | Rule::Led | Rule::Together | Rule::Pinned);
        let mut broken = violations(self.domain, &roster).into_iter();
        let first = broken.find(|found| is_final(found.rule) && found.entries.contains(&at))?;
        Some((first, roster))
    }

    /// Who could be there instead of somebody.
    fn instead(&self, one: Placement, coming: &BTreeSet<Placement>) -> Vec<AmbassadorIx> {
        let mut new = coming.clone();
        new.remove(&one);
        let engaged: BTreeSet<AmbassadorIx> =
            self.stays.iter().chain(&new).map(|placement| placement.ambassador).collect();
        let there = |ambassador| Placement { ambassador, ..one };
        let may = |person: &AmbassadorIx| {
            *person != one.ambassador && !self.givers.contains(person) && self.admits(&there(*person))
        };
        let mut people: Vec<AmbassadorIx> =
            (0..self.domain.ambassadors.len()).map(AmbassadorIx).filter(may).collect();
        people.sort_by_key(|person| {
            let wish = self.domain.ambassador(*person).wish_number(one.session());
            (engaged.contains(person), wish.is_none(), wish)
        });
        let could = |person: &AmbassadorIx| {
            let mut new = new.clone();
            // Whoever is there already would not step in.
            let is_new = !self.stays.contains(&there(*person)) && new.insert(there(*person));
            is_new && self.against(there(*person), &new).is_none()
        };
        people.into_iter().take(TRIED).filter(could).take(NAMED).collect()
    }
}
