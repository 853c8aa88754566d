//! The change notice (调整通知): whom to tell what after a repair.
//!
//! In: what the earlier plan had and the new one has. Out: [`Notice`], one entry a person, and [`ActionNotice`], one a
//! unit with a neighbourhood.

use crate::{
    domain::Domain,
    inquiry::difference::{Difference, Exchange},
    plan::outline::{Meeting, Outline, Pair, Visit},
};
use std::collections::{BTreeMap, BTreeSet};

/// Whom to tell what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What is new in the Thursday Action, where plan and campaign have one.
    pub action: Option<ActionNotice>,
    /// What is new for whom, by the ambassador's id: in the order of the campaign's file, then those whom it no longer has.
    pub changes: Vec<(String, Exchange<Visit>)>,
    /// People who had something and for whom all stays as it was.
    pub untouched: usize,
}

/// What is new in the Thursday Action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionNotice {
    /// What is new for whom.
    pub changes: BTreeMap<Pair, PairChange>,
    /// Events that stay as they were.
    pub untouched: usize,
}

/// What is new for a unit and a neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairChange {
    /// Whether they are no longer paired, or are now.
    pub pairing: Exchange<Pair>,
    /// Their events.
    pub events: Exchange<Meeting>,
}

/// Compares who goes where in a plan with what an earlier one had.
pub fn notice(domain: &Domain, old: &Outline, new: &Outline) -> Notice {
    let by_person = Difference::between(old, new).visits.by(|visit| visit.ambassador.clone());
    let had: BTreeSet<&String> = old.visits.iter().map(|visit| &visit.ambassador).collect();
    let untouched = had.into_iter().filter(|id| !by_person.contains_key(*id)).count();
    let mut changes: Vec<(String, Exchange<Visit>)> = by_person.into_iter().collect();
    let people = domain.ambassadors.iter();
    let order: BTreeMap<&str, usize> = people.map(|person| (person.id.as_str(), person.position)).collect();
    changes.sort_by_key(|(id, _)| order.get(id.as_str()).copied().unwrap_or(usize::MAX));
    for (_, Exchange { gone, new }) in &mut changes {
        gone.dedup();
        new.dedup();
    }
    Notice { action: None, changes, untouched }
}

/// Compares the new Thursday Action with the earlier one.
pub fn action_notice(old: &Outline, new: &Outline) -> ActionNotice {
    let Difference { pairings, events, .. } = Difference::between(old, new);
    let untouched = old.events.len() - events.gone.len();
    let mut changes: BTreeMap<Pair, PairChange> = BTreeMap::new();
    for (pair, pairing) in pairings.by(Pair::clone) {
        changes.entry(pair).or_default().pairing = pairing;
    }
    for (pair, events) in events.by(|event| event.pair.clone()) {
        changes.entry(pair).or_default().events = events;
    }
    ActionNotice { changes, untouched }
}
