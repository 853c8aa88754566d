//! What comes out: who goes where and when; and what came out before, where a plan is mended.

use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{PostIx, Session},
        requests::Pin,
        rules::Priority,
        time::{Hours, Stretch},
    },
    planning::earlier::{Earlier, RepairTerms},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One ambassador at one post on one date. Date and hours need not be the post's: an edited plan may say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Placement {
    /// When.
    pub date: NaiveDate,
    /// Where.
    pub post: PostIx,
    /// From when to when.
    pub hours: Hours,
    /// Who.
    pub ambassador: AmbassadorIx,
}

impl Placement {
    /// Somebody at a session.
    pub fn at(Session { post, date, hours }: Session, ambassador: AmbassadorIx) -> Self {
        Self { date, post, hours, ambassador }
    }

    /// The session, whether or not the campaign has it.
    pub fn session(&self) -> Session {
        Session { post: self.post, date: self.date, hours: self.hours }
    }

    /// When it is, on the axis of all minutes.
    pub fn stretch(&self) -> Stretch {
        self.hours.on(self.date)
    }
}

/// All placements, by date, post, hours, ambassador.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    /// The placements; an edited plan may hold one twice.
    pub placements: Vec<Placement>,
}

/// How far the known ways are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    /// Their mean, rounded to whole metres.
    pub mean: i64,
    /// The farthest, in metres.
    pub farthest: i64,
}

impl Roster {
    /// How far the known ways are; `None` where none is known.
    pub fn ways(&self, domain: &Domain) -> Option<Ways> {
        let ways = self.placements.iter().filter_map(|one| domain.metres(one.ambassador, one.post));
        let known: Vec<i64> = ways.collect();
        let count = i64::try_from(known.len()).ok()?;
        let farthest = *known.iter().max()?;
        Some(Ways { mean: (known.iter().sum::<i64>() + count / 2) / count, farthest })
    }
}

/// The only placements that may go and come where everybody else is to stay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exchange {
    /// What goes.
    pub leaving: BTreeSet<Placement>,
    /// What may come.
    pub coming: BTreeSet<Placement>,
    /// Who may come to any session.
    pub late: BTreeSet<AmbassadorIx>,
    /// Who loses sessions by the change itself, and how many new ones each may have, before anybody who came late.
    pub displaced: BTreeMap<AmbassadorIx, usize>,
}

impl Exchange {
    /// Whether somebody may come to a session in the stead of one that he or she lost.
    pub fn may_restore(&self, one: &Placement) -> bool {
        self.displaced.contains_key(&one.ambassador)
    }
}

/// What of an earlier roster must not change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// The days, and what counts.
    pub terms: RepairTerms,
    /// Nothing else may change, where that was said.
    pub exchange: Option<Exchange>,
    /// Whoever came late to an earlier plan and still waits, and the only sessions to which he or she may come besides: there
    /// nobody has to move for it.
    pub waiting: BTreeMap<AmbassadorIx, BTreeSet<Session>>,
}

impl From<RepairTerms> for Kept {
    fn from(terms: RepairTerms) -> Self {
        Self { terms, ..Self::default() }
    }
}

/// The placements of an earlier plan; what must not change is kept by pins.
pub type Previous = Earlier<Placement, Kept>;

impl Previous {
    /// What somebody had of it.
    pub fn of(&self, ambassador: AmbassadorIx) -> impl Iterator<Item = &Placement> {
        self.stands.iter().filter(move |one| one.ambassador == ambassador)
    }

    /// What was placed and must stay.
    pub fn settled(&self) -> impl Iterator<Item = Placement> + '_ {
        self.stands.iter().copied().filter(|placement| !self.may_leave(placement))
    }

    /// What was placed and must stay, as if it were agreed; each with the place of whom it is about.
    pub fn kept(&self, domain: &Domain) -> Vec<Pin> {
        let kept = self.settled().map(|Placement { date, post, hours, ambassador }| {
            let place = domain.ambassador(ambassador).place;
            let hours = domain.post(post).told(hours);
            Pin { ambassador, post, date: Some(date), hours, place }
        });
        kept.collect()
    }

    /// Of the pins of what a plan is made from, those that were agreed; what must stay comes behind them.
    pub fn agreed<'a>(previous: Option<&Self>, pins: &'a [Pin]) -> &'a [Pin] {
        &pins[..pins.len() - previous.map_or(0, |previous| previous.settled().count())]
    }

    /// Whether something that it had may go.
    pub fn may_leave(&self, one: &Placement) -> bool {
        self.is_open(one) && self.settled.exchange.as_ref().is_none_or(|only| only.leaving.contains(one))
    }

    /// Whether something that it had goes to somebody else.
    pub fn must_leave(&self, one: &Placement) -> bool {
        let exchange = self.settled.exchange.as_ref();
        exchange.is_some_and(|only| only.leaving.contains(one) && !only.coming.contains(one))
    }

    /// Whether something that it had not may come.
    pub fn may_come(&self, one: &Placement) -> bool {
        let may = |only: &Exchange| {
            only.coming.contains(one) || only.late.contains(&one.ambassador) || only.may_restore(one)
        };
        let waits = self.settled.waiting.get(&one.ambassador);
        self.is_open(one)
            && self.settled.exchange.as_ref().is_none_or(may)
            && waits.is_none_or(|free| free.contains(&one.session()))
    }

    /// Whether the terms leave a placement's day and hours open.
    pub fn is_open(&self, one: &Placement) -> bool {
        !self.settled.terms.settle(one.date, one.hours)
    }

    /// Whether a placement that it had not stands in the stead of one that somebody lost by the change itself.
    pub fn restores(&self, one: &Placement) -> bool {
        let exchange = self.settled.exchange.as_ref();
        !self.has(one) && exchange.is_some_and(|only| only.may_restore(one))
    }

    /// Whether those who lost a session by the change itself come before somebody who came late.
    pub fn seeks_restored(&self) -> bool {
        let exchange = self.settled.exchange.as_ref();
        exchange.is_some_and(|only| !only.displaced.is_empty() && !only.late.is_empty())
    }

    /// The levels that come before `changes`, of those that say who is served only `coverage` where as little as possible is
    /// to be touched, and those that come after it: nobody who could stay moves for a
    /// preference, so that one that `priorities` has before the last of the others is sought after `changes`.
    pub fn around_changes(&self, priorities: &[Priority]) -> (Vec<Priority>, Vec<Priority>) {
        let is_preference = |level: &Priority| match level {
            Priority::Coverage | Priority::Everyone | Priority::Enough | Priority::Days => false,
            Priority::Even
            | Priority::Groups
            | Priority::Represented
            | Priority::Wishes
            | Priority::Travel
            | Priority::First => true,
        };
        let comes_before = |level: &Priority| match level {
            Priority::Coverage => true,
            other => !self.settled.terms.touch_least && !is_preference(other),
        };
        let last = priorities.iter().rposition(comes_before);
        let (head, rest) = priorities.split_at(last.map_or(0, |last| last + 1));
        let (mut after, before): (Vec<Priority>, Vec<Priority>) =
            head.iter().partition(|level| is_preference(level));
        after.extend(rest);
        (before, after)
    }
}
