//! The change notice (调整通知): whom to tell what after a repair.
//!
//! In: what the earlier plan had and the new one has. Out: [`Notice`], one entry a person.

use crate::{
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    inquiry::difference::Difference,
    plan::outline::{self, Meeting, Outline, Pair},
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

/// Compares who goes where in a plan with what an earlier one had.
pub fn notice(domain: &Domain, old: &Outline, new: &Outline) -> Notice {
    let person = |id: &str| {
        let known = domain.ambassadors.iter().position(|person| person.id == id);
        known.map_or_else(
            || Person::Gone(id.to_owned()),
            |index| Person::Known(domain.ambassadors[index].position, AmbassadorIx(index)),
        )
    };
    let visit = |visit: &outline::Visit| {
        let known = domain.posts.iter().position(|post| post.id == visit.post);
        Visit { date: visit.date, post: visit.post.clone(), known: known.map(PostIx) }
    };
    let visits = |visits: &[&outline::Visit]| {
        let mut visits: Vec<Visit> = visits.iter().map(|one| visit(one)).collect();
        visits.sort_unstable();
        visits.dedup();
        visits
    };
    let difference = Difference::between(old, new);
    let changes: BTreeMap<Person, Change> = difference
        .by_person()
        .into_iter()
        .map(|(id, exchange)| {
            (person(id), Change { old: visits(&exchange.gone), new: visits(&exchange.new) })
        })
        .collect();
    let had: BTreeSet<&str> = old.visits.iter().map(|visit| visit.ambassador.as_str()).collect();
    let untouched = had.into_iter().filter(|id| !changes.contains_key(&person(id))).count();
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
