//! Every rule read a second time, from the roster alone, and every level recounted.
//!
//! In: the campaign and a roster, made by the program or edited by hand. Out: the [`Violation`]s and the levels' values.
//! Imports `domain`, the problem's `rule`, `level`, `roster` and `reason`: never eligibility, formulation, explanation, lp or solver.
//! One file per family of rules: `admission`, `seats`, `days`, `hosts`, `agreements`; `levels` recounts, `reasons` finds
//! why something is not, `standing` what of an earlier roster cannot stay.
//!
//! A placement that stands twice breaks `one-place-at-a-time`; for every other count it is one. A date on which a
//! post is not offered, and hours that are none of its shifts, are no session: it has no seats.

mod admission;
mod agreements;
mod days;
mod hosts;
mod levels;
mod organizations;
mod reasons;
mod seats;
pub mod standing;

#[cfg(test)]
pub(super) mod sample;

use crate::{
    domain::{Domain, people::AmbassadorIx, rules::WishPolicy, time::Stretch},
    experience::{
        level::Level,
        reason::{Shortage, Unfulfilled, Unplaced},
        roster::{Kept, Placement, Previous, Roster},
        rule::Rule,
    },
    planning::earlier::RepairTerms,
};
use std::collections::{BTreeMap, BTreeSet};

/// A rule that a roster breaks; `entries` are placements.
pub type Violation = crate::planning::violation::Violation<Rule, Subject>;

/// What a violation is about; `render` has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One placement that may not be.
    Placement,
    /// The n-th pin, by position in `Domain::pins`.
    Pin(usize),
    /// Too many or too few where `limit` is allowed.
    Count {
        /// How many there are.
        found: usize,
        /// How many there may be (or must be, for a quorum).
        limit: usize,
    },
    /// Two people of a group, the lower index first.
    Pair(AmbassadorIx, AmbassadorIx),
}

/// Every rule that the roster breaks, in the order of [`Rule::ALL`].
pub fn violations(domain: &Domain, roster: &Roster) -> Vec<Violation> {
    let reading = Reading::of(domain, roster);
    Rule::ALL.into_iter().flat_map(|rule| violations_of(rule, &reading)).collect()
}

/// The value of each level in force, in order, recounted from the roster; after an earlier plan that of the changes stands
/// among them.
pub fn recount(domain: &Domain, roster: &Roster, previous: Option<&Previous>) -> Vec<(Level, i64)> {
    levels::recount(&Reading::of(domain, roster), previous)
}

/// Whether more of a level is better, as wishes are weighed.
pub fn seeks_most(level: Level, policy: WishPolicy) -> bool {
    levels::seeks_most(level, policy)
}

/// Who is not placed, which needs are not met and which wishes of those without any of theirs, by id, and why.
pub fn reasons(
    domain: &Domain,
    roster: &Roster,
    previous: Option<&Previous>,
) -> (Vec<Unplaced>, Vec<Shortage>, Vec<Unfulfilled>) {
    reasons::found(&Reading::of(domain, roster), previous)
}

/// The placements that are in one of the two rosters only and must not be: before the moment from which on an earlier plan
/// may change, or not among those that alone may change.
pub fn unsettled(roster: &Roster, previous: &Previous) -> Vec<Placement> {
    let Kept { terms, exchange, waiting } = &previous.settled;
    let may = |one: &Placement, has: &BTreeSet<Placement>| {
        exchange.as_ref().is_none_or(|only| {
            if has.contains(one) {
                only.coming.contains(one)
                    || only.late.contains(&one.ambassador)
                    || only.displaced.contains_key(&one.ambassador)
            } else {
                only.leaving.contains(one)
            }
        })
    };
    let set = |placements: &[Placement]| placements.iter().copied().collect::<BTreeSet<Placement>>();
    let (has, had) = (set(&roster.placements), set(&previous.stands));
    let moved = has.symmetric_difference(&had).filter(|one| is_over(*terms, one) || !may(one, &has));
    // Whoever waits has come to where somebody would have had to move.
    let crowded = has
        .difference(&had)
        .filter(|one| waiting.get(&one.ambassador).is_some_and(|free| !free.contains(&one.session())));
    // What was to go to somebody else is still there.
    let handed = exchange.iter().flat_map(|only| only.leaving.difference(&only.coming));
    // More than what was lost by the change has come instead of it.
    let lost = exchange.iter().flat_map(|only| &only.displaced);
    let beyond = lost.flat_map(|(&person, &lost)| {
        has.difference(&had).filter(move |one| one.ambassador == person).skip(lost)
    });
    let handed = handed.filter(|one| has.contains(one));
    let all: BTreeSet<Placement> = moved.chain(handed).chain(beyond).chain(crowded).copied().collect();
    all.into_iter().collect()
}

/// Whether a placement lies before the moment from which on an earlier plan may change.
fn is_over(terms: RepairTerms, one: &Placement) -> bool {
    let first = terms.keep_until.map(|day| (day, terms.begun_by.unwrap_or(0)));
    first.is_some_and(|first| (one.date, one.hours.start()) < first)
}

fn violations_of(rule: Rule, reading: &Reading<'_>) -> Vec<Violation> {
    match rule {
        Rule::OwnUnit
        | Rule::NotAgain
        | Rule::Qualified
        | Rule::OfAge
        | Rule::Willing
        | Rule::WithinDistance
        | Rule::Banned
        | Rule::UnitOpen
        | Rule::Available => admission::not_admitted(rule, reading),
        Rule::Led => [admission::not_admitted(rule, reading), seats::led_by_nobody(reading)].concat(),
        Rule::Seats => seats::too_many(reading),
        Rule::Quorum => seats::too_few(reading),
        Rule::OnePlaceAtATime => days::at_two_places(reading),
        Rule::DaysLimit => days::too_many_sessions(reading),
        Rule::WeekLimit => days::too_many_in_a_week(reading),
        Rule::MonthLimit => days::too_many_in_a_month(reading),
        Rule::RestDays => days::too_little_rest(reading),
        Rule::RestHours => days::too_few_hours_of_rest(reading),
        Rule::OncePerPost => days::twice_at_one_post(reading),
        Rule::PostLimit => hosts::too_many_at_a_post(reading),
        Rule::UnitLimit => hosts::too_many_at_a_unit(reading),
        Rule::UnitDailyLimit => hosts::too_many_visitors(reading),
        Rule::MentorLimit => hosts::too_many_for_a_mentor(reading),
        Rule::OrganizationLimit => organizations::too_many_of_one(reading),
        Rule::UnwishedLimit => agreements::too_often_unwished(reading),
        Rule::Pinned => agreements::pins_not_kept(reading),
        Rule::Together => agreements::not_together(reading),
        Rule::Apart => agreements::not_apart(reading),
    }
}

/// A roster being read.
struct Reading<'a> {
    domain: &'a Domain,
    roster: &'a Roster,
    /// Positions of the placements, without those that stand there already.
    distinct: Vec<usize>,
}

impl<'a> Reading<'a> {
    fn of(domain: &'a Domain, roster: &'a Roster) -> Self {
        let mut seen = BTreeSet::new();
        let distinct = (0..roster.placements.len())
            .filter(|&position| seen.insert(roster.placements[position]))
            .collect();
        Self { domain, roster, distinct }
    }

    fn placement(&self, position: usize) -> Placement {
        self.roster.placements[position]
    }

    fn stretch(&self, position: usize) -> Stretch {
        self.placement(position).stretch()
    }

    /// The distinct placements, each once.
    fn placements(&self) -> impl Iterator<Item = Placement> + '_ {
        self.distinct.iter().map(|&position| self.placement(position))
    }

    /// Positions of the distinct placements by what they have in common; `None` leaves a placement out.
    fn grouped<K: Ord>(&self, common: impl Fn(Placement) -> Option<K>) -> BTreeMap<K, Vec<usize>> {
        group(self.distinct.iter().copied(), |position| common(self.placement(position)))
    }

    /// Sets of placements that run at one moment and are more than `limit`, none within another.
    fn crowds(&self, positions: &[usize], limit: usize) -> Vec<Vec<usize>> {
        let mut by_start = positions.to_vec();
        by_start.sort_by_key(|&position| self.stretch(position).start);
        let mut crowds: Vec<Vec<usize>> = Vec::new();
        for &one in positions {
            let moment = self.stretch(one).start;
            // No session is longer than a day: whatever runs then began within the last one.
            let from = by_start.partition_point(|&other| self.stretch(other).start <= moment - 24 * 60);
            let to = by_start.partition_point(|&other| self.stretch(other).start <= moment);
            let mut running = by_start[from..to].to_vec();
            running.retain(|&other| moment < self.stretch(other).end);
            running.sort_unstable();
            if running.len() > limit && !crowds.contains(&running) {
                crowds.push(running);
            }
        }
        let within = |one: &[usize], other: &[usize]| one.iter().all(|position| other.contains(position));
        let whole: Vec<Vec<usize>> = crowds
            .iter()
            .filter(|one| !crowds.iter().any(|other| other != *one && within(one, other)))
            .cloned()
            .collect();
        whole
    }
}

fn group<K: Ord>(
    positions: impl Iterator<Item = usize>,
    common: impl Fn(usize) -> Option<K>,
) -> BTreeMap<K, Vec<usize>> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for position in positions {
        if let Some(key) = common(position) {
            groups.entry(key).or_default().push(position);
        }
    }
    groups
}

/// A whole number of the campaign as a count of placements.
fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn counted(rule: Rule, placements: Vec<usize>, limit: usize) -> Violation {
    let found = placements.len();
    Violation { rule, entries: placements, subject: Subject::Count { found, limit } }
}
