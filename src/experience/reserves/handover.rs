//! Whether sessions that change hands can: what whoever is to get one may not, and who could have it instead.
//!
//! In: `Domain`, what stays and what is to come. Out: [`Unable`], each with the rule that is broken, read from the roster that
//! would come of it. A refusal says only what nobody beside them could mend; whoever could have it instead breaks nothing at all
//! that was not broken before, since nobody else is to move for it.

use crate::{
    domain::{Domain, people::AmbassadorIx, places::Session},
    experience::{
        eligibility::Refusals,
        roster::{Placement, Roster},
        rule::Rule,
        verification::{Subject, Violation, violations},
    },
    planning::rules::Rulebook,
};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Who could get it while everybody else stays, with no rule broken by it; those first who have nothing, then by their wishes.
    pub instead: Vec<AmbassadorIx>,
}

impl Unable {
    /// What else whoever is to get it has.
    pub fn has(&self) -> Vec<Placement> {
        let own = |one: &&Placement| one.ambassador == self.placement.ambassador && **one != self.placement;
        self.roster.placements.iter().filter(own).copied().collect()
    }
}

/// What of an earlier roster stays and who gives something away.
pub struct Handover<'a> {
    domain: &'a Domain,
    refusals: Refusals<'a>,
    stays: Vec<Placement>,
    leaving: BTreeSet<Placement>,
}

impl<'a> Handover<'a> {
    /// From what a roster had without what is given away; what no longer may be there is no hindrance to anybody.
    pub fn of(domain: &'a Domain, had: &BTreeSet<Placement>, leaving: &BTreeSet<Placement>) -> Self {
        let refusals = Refusals::of(domain, Rulebook::ALL);
        let mut handover = Self { domain, refusals, stays: Vec::new(), leaving: leaving.clone() };
        handover.stays = had.difference(leaving).filter(|one| handover.admits(one)).copied().collect();
        handover
    }

    /// The sessions to which somebody could come while everybody else stays, with no rule broken by it.
    pub fn free(&self, person: AmbassadorIx) -> BTreeSet<Session> {
        let before = self.broken(std::iter::empty());
        let could = |one: &Placement| {
            let broken = || self.broken(std::iter::once(*one));
            self.admits(one) && broken().iter().all(|broken| before.contains(broken))
        };
        let sessions = self.domain.sessions.iter().map(|&session| Placement::at(session, person));
        sessions.filter(could).map(|one| one.session()).collect()
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
        let roster = self.roster(new.iter().copied());
        let at = roster.placements.binary_search(&one).ok()?;
        let is_final = |rule: Rule| !matches!(rule, Rule::Quorum | Rule::Led | Rule::Together | Rule::Pinned);
        let mut broken = violations(self.domain, &roster).into_iter();
        let first = broken.find(|found| is_final(found.rule) && found.entries.contains(&at))?;
        Some((first, roster))
    }

    /// What stays, with something else.
    fn roster(&self, new: impl Iterator<Item = Placement>) -> Roster {
        let all: BTreeSet<Placement> = self.stays.iter().copied().chain(new).collect();
        Roster { placements: all.into_iter().collect() }
    }

    /// Who could be there instead of somebody.
    fn instead(&self, one: Placement, coming: &BTreeSet<Placement>) -> Vec<AmbassadorIx> {
        let mut new = coming.clone();
        new.remove(&one);
        let engaged: BTreeSet<AmbassadorIx> =
            self.stays.iter().chain(&new).map(|placement| placement.ambassador).collect();
        let there = |ambassador| Placement { ambassador, ..one };
        let gives = |person: &AmbassadorIx| self.leaving.iter().any(|given| given.ambassador == *person);
        let may = |person: &AmbassadorIx| {
            // Whoever is there already would not step in.
            let is_there = self.stays.contains(&there(*person)) || new.contains(&there(*person));
            *person != one.ambassador && !is_there && !gives(person) && self.admits(&there(*person))
        };
        let mut people: Vec<AmbassadorIx> =
            (0..self.domain.ambassadors.len()).map(AmbassadorIx).filter(may).collect();
        people.sort_by_key(|person| {
            let wish = self.domain.ambassador(*person).wish_number(one.session());
            (engaged.contains(person), wish.is_none(), wish)
        });
        let given = self.leaving.iter().filter(|given| given.session() == one.session());
        let before = self.broken(new.iter().chain(given).copied());
        let could = |person: &AmbassadorIx| {
            let broken = self.broken(new.iter().copied().chain([there(*person)]));
            broken.iter().all(|broken| before.contains(broken))
        };
        people.into_iter().take(TRIED).filter(could).take(NAMED).collect()
    }

    /// What breaks a rule in the roster of what stays with something else, but for what was agreed with whoever gives it away.
    fn broken(&self, new: impl Iterator<Item = Placement>) -> Vec<Broken> {
        let roster = self.roster(new);
        let is_given = |subject: &Subject| match subject {
            Subject::Pin(position) => {
                let pin = &self.domain.pins[*position];
                let is_own = |one: &Placement| one.ambassador == pin.ambassador && pin.allows(&one.session());
                self.leaving.iter().any(is_own)
            }
            _ => false,
        };
        let broken = violations(self.domain, &roster).into_iter().filter(|found| !is_given(&found.subject));
        broken
            .map(|Violation { rule, entries, subject }| {
                let placements = entries.iter().map(|&at| roster.placements[at]).collect();
                Broken { rule, subject, placements }
            })
            .collect()
    }
}

/// The sessions to which each of some people, by id, could come while everybody stays who had one, whichever of theirs those before
/// them get: what is free for one alone is no place for two.
pub fn free_for(
    ids: &[String],
    domain: &Domain,
    had: &BTreeSet<Placement>,
) -> BTreeMap<AmbassadorIx, BTreeSet<Session>> {
    if ids.is_empty() {
        return BTreeMap::new();
    }
    let handover = Handover::of(domain, had, &BTreeSet::new());
    let people = (0..domain.ambassadors.len()).map(AmbassadorIx);
    let people = people.filter(|&person| ids.contains(&domain.ambassador(person).id));
    let mut crowded = Handover::of(domain, had, &BTreeSet::new());
    let mut all = BTreeMap::new();
    for person in people {
        // Somebody before them may be missed where a session wants several, so that it must be free without them too.
        let beside = crowded.free(person);
        let free: BTreeSet<Session> = handover.free(person).intersection(&beside).copied().collect();
        crowded.stays.extend(free.iter().map(|&session| Placement::at(session, person)));
        all.insert(person, free);
    }
    all
}

/// A rule that is broken, told the same in every roster.
#[derive(PartialEq)]
struct Broken {
    rule: Rule,
    subject: Subject,
    placements: Vec<Placement>,
}

#[cfg(test)]
mod tests {
    use super::{Handover, free_for};
    use crate::{
        domain::{
            Domain,
            people::AmbassadorIx,
            requests::Bond,
            sample::{days, group, held, pin, sample},
        },
        experience::{roster::Placement, verification::sample::placed},
    };
    use std::collections::BTreeSet;

    /// Who could be at post 0 on the 23rd instead of person 1, who is to get what person 0 has there and cannot come.
    fn instead(domain: &Domain, had: &[Placement]) -> Vec<usize> {
        let mut domain = domain.clone();
        domain.ambassadors[1].away = days(&[23]);
        let leaving = BTreeSet::from([placed(0, 0, 23)]);
        let handover = Handover::of(&domain, &had.iter().copied().collect(), &leaving);
        let unable = handover.unable(&BTreeSet::from([placed(1, 0, 23)]));
        unable.iter().flat_map(|one| &one.instead).map(|&AmbassadorIx(person)| person).collect()
    }

    #[test]
    fn offers_nobody_for_whom_a_partner_would_have_to_move() {
        let mut domain = sample();
        domain.ambassadors.push(domain.ambassadors[2].clone());
        let had = [placed(0, 0, 23)];
        domain.pins.push(pin(0, 0, Some(23)));
        assert_eq!(instead(&domain, &had), [2, 3], "what was agreed with whoever gives it away ends anyway");
        domain.groups = vec![group(Bond::TogetherMust, &[1, 2])];
        assert_eq!(instead(&domain, &had), [3]);
        domain.groups = vec![group(Bond::TogetherMust, &[0, 2])];
        assert_eq!(
            instead(&domain, &[had[0], placed(2, 0, 23)]),
            [0; 0],
            "whoever came with them stays alone"
        );
        domain.pins.push(pin(2, 0, Some(22)));
        domain.groups.clear();
        assert_eq!(instead(&domain, &had), [2, 3], "what nobody kept before keeps nobody out");
    }

    #[test]
    fn one_free_seat_is_free_for_one_of_those_who_wait() {
        let mut domain = sample();
        let free = |domain: &Domain| {
            let ids = [1, 2].map(|person: usize| domain.ambassadors[person].id.clone());
            let free = free_for(&ids, domain, &BTreeSet::from([placed(0, 0, 23)]));
            let at = placed(1, 0, 23).session();
            [1, 2].map(|person| free[&AmbassadorIx(person)].contains(&at))
        };
        for (seats, expected) in [(1, [false, false]), (2, [true, false]), (3, [true, true])] {
            domain.posts[0].seats_max = seats;
            assert_eq!(free(&domain), expected, "{seats} seats");
        }
    }

    #[test]
    fn offers_nobody_with_whom_a_session_would_have_no_leader() {
        let mut domain = sample();
        domain.posts[0].leader = Some("first-aid".into());
        domain.ambassadors[0].qualifications = held(&["first-aid"]);
        let had = [placed(0, 0, 23)];
        assert_eq!(instead(&domain, &had), [0; 0]);
        domain.ambassadors[2].qualifications = held(&["first-aid"]);
        assert_eq!(instead(&domain, &had), [2]);
    }
}
