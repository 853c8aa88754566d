//! What a plan knows of the plans before it, so that calendars and messages go on from them wherever they are printed
//! and whatever has become of the older files.
//!
//! In: a campaign with its first plan, or the history of the plan that is mended. Out: [`History`]: ids, dates and
//! hours, no names. What all plans of a chain had is replayed from it; what always was so is not written down.

pub(super) mod json;
mod numbers;

use crate::{
    diagnostic::reference::Kind,
    domain::{Domain, Header, places::PostIx, time::Hours},
    plan::{
        Mends,
        naming::Renamed,
        outline::{Meeting, Outline, Pair, Visit},
    },
    source::{file_name, hexadecimal},
};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// By how much the calendars of a plan are newer than those of the plan that it mends.
const CORRECTIONS: u32 = 1000;

/// The history of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// What tells this campaign from others: made with the first plan, kept by all that mend it.
    pub key: String,
    /// How many plans stand before this one in its chain of mends.
    pub revision: u32,
    /// The digest of its campaign, with all that is only printed, when it was made; `None` where that is not known.
    pub words: Option<String>,
    /// The name of the first plan's file, where this plan is not the first.
    pub first: Option<String>,
    /// The plans that were mended, the oldest first.
    pub mended: Vec<Mended>,
    /// Whoever and whatever had its name for an id in an earlier plan, and has another since.
    pub renamed: Vec<Renamed>,
    /// What was said to leave the campaign from a day on.
    pub withdrawn: Vec<Withdrawn>,
    /// Which unit offers each post that a plan of the chain named, and when; twice where that has changed.
    pub hosts: Vec<Host>,
    /// The lecture as last known.
    pub lecture: Option<(NaiveDate, Option<Hours>)>,
    /// The hours of the Thursday Action as last known.
    pub action_hours: Option<Hours>,
    /// Stays that are gone or new, or whose number is not what it would be in a first plan.
    pub visits: Vec<Stood<NumberedVisit>>,
    /// Pairings that are gone or new.
    pub pairings: Vec<Stood<Pair>>,
    /// Events of the Thursday Action that are gone or new.
    pub events: Vec<Stood<Meeting>>,
}

/// A plan that was mended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mended {
    /// The name of its file.
    pub file: String,
    /// `sha256:` and the digest of its text.
    pub digest: String,
}

impl Mended {
    /// The one that a plan says it mends.
    pub fn of(mends: &Mends) -> Self {
        Self { file: file_name(&mends.file).to_owned(), digest: mends.digest.clone() }
    }
}

/// What was said to leave the campaign from a day on, in the id that it had then.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Withdrawn {
    /// What it is.
    pub kind: Kind,
    /// Which one.
    pub id: String,
    /// The day.
    pub since: NaiveDate,
}

/// Which unit offers a post, and from when to when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Host {
    /// The post.
    pub post: String,
    /// The unit.
    pub unit: String,
    /// From when to when; the first shift, where there are several and each visit says its own.
    pub hours: Hours,
}

/// Something with the revisions in which it stood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stood<T> {
    /// What.
    pub what: T,
    /// The first revision that had it.
    pub since: u32,
    /// The first that had it no more; `None` where this plan has it.
    pub until: Option<u32>,
}

/// A visit with the number by which the ambassador's calendar knows it, whatever becomes of its post and date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumberedVisit {
    /// The visit.
    pub visit: Visit,
    /// In a first plan the visit is the ambassador's n-th; one that takes the place of another takes its number.
    pub number: u32,
}

impl History {
    /// The history of a first plan that names these posts.
    pub fn first(domain: &Domain, posts: impl Iterator<Item = PostIx>) -> Self {
        let host = |index| {
            let post = domain.post(index);
            Host { post: post.id.clone(), unit: domain.unit(post.unit).id.clone(), hours: post.shifts[0] }
        };
        let posts: BTreeSet<PostIx> = posts.collect();
        let lecture = domain.campaign.lecture.as_ref();
        Self {
            key: key(&domain.campaign),
            hosts: posts.into_iter().map(host).collect(),
            lecture: lecture.and_then(|lecture| Some((lecture.date?, lecture.hours))),
            action_hours: domain.thursday.as_ref().map(|action| action.hours),
            ..Self::default()
        }
    }

    /// The history of a plan that mends the one of this history; `now` is what it would know as a first plan.
    #[must_use]
    pub fn after(&self, old: &Outline, new: &Outline, now: &Self, mends: &Mends) -> Self {
        let mended = Mended::of(mends);
        let revision = self.revision.saturating_add(1);
        let (had, has) = (self.numbered(&old.visits), self.renumbered(&old.visits, &new.visits));
        let irregular = numbers::irregular(&has);
        let mut visits = advanced(&self.visits, &had, &has, revision);
        visits.retain(|one| one.is_told() || irregular.contains(&one.what.visit.ambassador));
        let mut pairings = advanced(&self.pairings, &old.pairings, &new.pairings, revision);
        pairings.retain(Stood::is_told);
        let mut events = advanced(&self.events, &old.events, &new.events, revision);
        events.retain(Stood::is_told);
        let mut hosts: BTreeMap<(String, String), Host> = BTreeMap::new();
        for host in self.hosts.iter().chain(&now.hosts) {
            hosts.insert((host.post.clone(), host.unit.clone()), host.clone());
        }
        Self {
            key: self.key.clone(),
            revision,
            words: now.words.clone(),
            first: self.first.clone().or_else(|| Some(mended.file.clone())),
            mended: self.mended.iter().cloned().chain([mended]).collect(),
            renamed: self.renamed.clone(),
            withdrawn: self.withdrawn.clone(),
            hosts: hosts.into_values().collect(),
            lecture: now.lecture.or(self.lecture),
            action_hours: now.action_hours.or(self.action_hours),
            visits,
            pairings,
            events,
        }
    }

    /// The least SEQUENCE of its calendars: each plan of a chain has room for corrections of what is printed of it.
    pub fn sequence(&self) -> u32 {
        self.revision.saturating_mul(CORRECTIONS)
    }

    /// What the plan had that was mended last; `now` is what this one has.
    pub fn before(&self, now: &Outline) -> Outline {
        self.at(self.revision.saturating_sub(1), now)
    }

    /// What the plan of a revision before had; `now` is what this one has.
    pub fn at(&self, revision: u32, now: &Outline) -> Outline {
        let visit = |numbered: &NumberedVisit| numbered.visit.clone();
        Outline {
            visits: replayed(&self.visits, &now.visits, revision, visit),
            pairings: replayed(&self.pairings, &now.pairings, revision, Pair::clone),
            events: replayed(&self.events, &now.events, revision, Meeting::clone),
        }
    }

    /// Visits that an earlier plan had and this one has not, each with its number; the latest stands last. Where only some revisions
    /// were told, what none of them had was never known to anybody.
    pub fn past(&self, told: Option<&BTreeSet<u32>>) -> Vec<&NumberedVisit> {
        let mut past: Vec<&Stood<NumberedVisit>> =
            self.visits.iter().filter(|one| one.is_gone(told)).collect();
        past.sort_by_key(|one| one.until);
        past.into_iter().map(|one| &one.what).collect()
    }

    /// Takes in what has been given an id since; what has had one before keeps the first.
    pub fn rename(&mut self, renamed: &[Renamed]) {
        for one in renamed {
            if self.renamed.iter().all(|known| (known.kind, &known.id) != (one.kind, &one.id)) {
                self.renamed.push(one.clone());
            }
        }
    }

    /// Takes in what leaves; of what has left before, this is the day.
    pub fn withdraw(&mut self, withdrawn: Vec<Withdrawn>) {
        let is_again = |known: &Withdrawn| {
            withdrawn.iter().any(|one| {
                (one.kind, self.first_id(one.kind, &one.id))
                    == (known.kind, self.first_id(known.kind, &known.id))
            })
        };
        let mut all = self.withdrawn.clone();
        all.retain(|known| !is_again(known));
        all.extend(withdrawn);
        self.withdrawn = all;
    }

    /// From which day on something was said to take part no more, by an id that it has or had.
    pub fn withdrawn_since(&self, kind: Kind, id: &str) -> Option<NaiveDate> {
        let is_it =
            |one: &&Withdrawn| one.kind == kind && self.first_id(kind, &one.id) == self.first_id(kind, id);
        self.withdrawn.iter().find(is_it).map(|one| one.since)
    }

    /// The id that something had in the first plan that named it: calendars know it by that for ever.
    pub fn first_id<'a>(&'a self, kind: Kind, id: &'a str) -> &'a str {
        let known = self.renamed.iter().find(|one| one.kind == kind && one.id == id);
        known.map_or(id, |one| &one.was)
    }

    /// What an earlier plan had, in the ids of this one.
    #[must_use]
    pub fn in_ids(&self, outline: Outline) -> Outline {
        outline.with_ids(|kind, id| {
            if let Some(one) = self.renamed.iter().find(|one| one.kind == kind && one.was == *id) {
                id.clone_from(&one.id);
            }
        })
    }

    /// Units that offered a post, with the hours.
    pub fn hosts_of<'a>(&'a self, post: &'a str) -> impl Iterator<Item = &'a Host> {
        self.hosts.iter().filter(move |host| host.post == post)
    }
}

impl<T> Stood<T> {
    /// Whether this plan has it no more, and one of the revisions that were told had it, where only some were.
    pub fn is_gone(&self, told: Option<&BTreeSet<u32>>) -> bool {
        let was_told = |until| told.is_none_or(|told| told.range(self.since..until).next().is_some());
        self.until.is_some_and(was_told)
    }

    /// Whether it is not what is taken for granted: there from the first plan on.
    fn is_told(&self) -> bool {
        self.until.is_some() || self.since > 0
    }
}

/// What stood at a revision.
fn replayed<T, U: Ord + Clone>(stood: &[Stood<T>], now: &[U], revision: u32, of: impl Fn(&T) -> U) -> Vec<U> {
    let new = stood.iter().filter(|one| one.until.is_none() && one.since > revision);
    let new: BTreeSet<U> = new.map(|one| of(&one.what)).collect();
    let gone =
        stood.iter().filter(|one| one.since <= revision && one.until.is_some_and(|until| until > revision));
    let gone = gone.map(|one| of(&one.what));
    let mut had: Vec<U> = now.iter().filter(|one| !new.contains(one)).cloned().chain(gone).collect();
    had.sort_unstable();
    had
}

/// What stood, with what is gone and new since `old`.
fn advanced<T: Ord + Clone>(stood: &[Stood<T>], old: &[T], new: &[T], revision: u32) -> Vec<Stood<T>> {
    let (past, current): (Vec<_>, Vec<_>) = stood.iter().partition(|one| one.until.is_some());
    let since: BTreeMap<&T, u32> = current.into_iter().map(|one| (&one.what, one.since)).collect();
    let since = |what: &T| since.get(what).copied().unwrap_or(0);
    let (had, has): (BTreeSet<&T>, BTreeSet<&T>) = (old.iter().collect(), new.iter().collect());
    let gone = had.difference(&has).map(|what| Stood {
        what: T::clone(what),
        since: since(what),
        until: Some(revision),
    });
    let there = has.iter().map(|what| Stood {
        what: T::clone(what),
        since: if had.contains(what) { since(what) } else { revision },
        until: None,
    });
    let mut stood: Vec<Stood<T>> = past.into_iter().cloned().chain(gone).chain(there).collect();
    stood.sort_unstable();
    stood
}

/// What tells a campaign from others: its id, else name, organizer and season; in a form that gives none away.
fn key(campaign: &Header) -> String {
    let season = format!("{}..{}", campaign.season.first, campaign.season.last);
    let words = match &campaign.id {
        Some(id) => vec!["id", id],
        None => vec!["campaign", &campaign.name, campaign.organizer.as_deref().unwrap_or_default(), &season],
    };
    let digest = Sha256::digest(words.join("\n").as_bytes());
    hexadecimal(&digest[..8])
}
