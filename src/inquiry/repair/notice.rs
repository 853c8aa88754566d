//! The change notice (调整通知): whom to tell what after a repair.
//!
//! In: what the earlier plan had and the new roster. Out: [`Notice`], one entry a person.

use crate::{
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    experience::roster::{Placement, Roster},
    plan::earlier::Earlier,
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

/// Whom to tell what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
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
    Notice { changes, untouched }
}

fn visit(domain: &Domain, placement: Placement) -> Visit {
    let post = domain.post(placement.post).id.clone();
    Visit { date: placement.date, post, known: Some(placement.post) }
}
