//! The change notice (调整通知): whom to tell what after a repair.
//!
//! In: what the earlier plan had and the new roster. Out: [`Notice`], one entry a person.

use crate::{
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    experience::roster::{Placement, Roster},
    inquiry::difference::Difference,
    plan::{
        earlier::Earlier,
        outline::{Meeting, Outline, Pair},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody whom a plan names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Person {
    /// One of the campaign's, by position in the file and index.
    Known(usize, AmbassadorIx),
    /// Somebody whom the campaign no longer has, by id.
    Gone(String),
}

/// A session as an earlier plan may name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visit {
    /// When.
    pub date: NaiveDate,
    /// The post's id.
    pub post: String,
    /// The post, where the campaign still has it.
    pub known: Option<PostIx>,
}

/// What is new for one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// What no longer holds.
    pub old: Vec<Visit>,
    /// What holds instead.
    pub new: Vec<Visit>,
}

/// What is new for a unit and a neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairChange {
    /// They are no longer paired.
    pub parted: bool,
    /// They are paired now.
    pub joined: bool,
    /// Events that no longer are: date and theme.
    pub old: Vec<(NaiveDate, String)>,
    /// Events that are instead.
    pub new: Vec<(NaiveDate, String)>,
}

/// What is new in the Thursday Action.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActionNotice {
    /// What is new for whom.
    pub changes: BTreeMap<Pair, PairChange>,
    /// Events that stay as they were.
    pub untouched: usize,
}

/// Whom to tell what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
    /// What is new in the Thursday Action, where plan and campaign have one.
    pub action: Option<ActionNotice>,
    /// What is new for whom, in the order of the campaign's file.
    pub changes: BTreeMap<Person, Change>,
    /// People who had something and for whom all stays as it was.
    pub untouched: usize,
}

/// Compares the new roster with what the earlier plan had.
pub fn notice(domain: &Domain, earlier: &Earlier, roster: &Roster) -> Notice {
    let old: BTreeSet<Placement> = earlier.placements.iter().map(|&(placement, _)| placement).collect();
    let new: BTreeSet<Placement> = roster.placements.iter().copied().collect();
    let mut changes: BTreeMap<Person, Change> = BTreeMap::new();
    let known = |person: AmbassadorIx| Person::Known(domain.ambassador(person).position, person);
    for placement in old.difference(&new) {
        changes.entry(known(placement.ambassador)).or_default().old.push(visit(domain, *placement));
    }
    for placement in new.difference(&old) {
        changes.entry(known(placement.ambassador)).or_default().new.push(visit(domain, *placement));
    }
    for lost in &earlier.lost {
        let person = domain.ambassadors.iter().position(|person| person.id == lost.ambassador);
        let person =
            person.map_or_else(|| Person::Gone(lost.ambassador.clone()), |index| known(AmbassadorIx(index)));
        let post = domain.posts.iter().position(|post| post.id == lost.post).map(PostIx);
        let visit = Visit { date: lost.date, post: lost.post.clone(), known: post };
        changes.entry(person).or_default().old.push(visit);
    }
    for change in changes.values_mut() {
        change.old.sort_unstable();
        change.new.sort_unstable();
    }
    let had: BTreeSet<AmbassadorIx> = old.iter().map(|placement| placement.ambassador).collect();
    let untouched = had.iter().filter(|&&person| !changes.contains_key(&known(person))).count();
    Notice { action: None, changes, untouched }
}

/// Compares the new Thursday Action with the earlier one.
pub fn action_notice(old: &Outline, new: &Outline) -> ActionNotice {
    let Difference { pairings, events, .. } = Difference::between(old, new);
    let mut changes: BTreeMap<Pair, PairChange> = BTreeMap::new();
    for pair in &pairings.gone {
        changes.entry(pair.clone()).or_default().parted = true;
    }
    for pair in &pairings.new {
        changes.entry(pair.clone()).or_default().joined = true;
    }
    let words = |meeting: &Meeting| (meeting.date, meeting.theme.clone());
    for meeting in &events.gone {
        changes.entry(meeting.pair.clone()).or_default().old.push(words(meeting));
    }
    for meeting in &events.new {
        changes.entry(meeting.pair.clone()).or_default().new.push(words(meeting));
    }
    ActionNotice { changes, untouched: old.events.len() - events.gone.len() }
}

fn visit(domain: &Domain, placement: Placement) -> Visit {
    let post = domain.post(placement.post).id.clone();
    Visit { date: placement.date, post, known: Some(placement.post) }
}
