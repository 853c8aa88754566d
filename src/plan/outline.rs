//! A plan as ids and dates alone, whatever its campaign: what two plans are compared by.
//!
//! In: a plan with its campaign. Out: [`Outline`].

use crate::{
    diagnostic::reference::Kind,
    domain::{Domain, thursday::Pairing, time::Hours},
    experience::roster::Placement,
    plan::Plan,
    timetable::roster::Event,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One ambassador at one post on one date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Visit {
    /// Who.
    pub ambassador: String,
    /// When.
    pub date: NaiveDate,
    /// Where.
    pub post: String,
    /// At which of the post's shifts; `None` where it has one only.
    pub hours: Option<Hours>,
}

/// A unit with a neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pair {
    /// Who comes.
    pub unit: String,
    /// To whom.
    pub neighbourhood: String,
}

/// One unit at one neighbourhood on one Thursday.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Meeting {
    /// When.
    pub date: NaiveDate,
    /// Who comes to whom.
    pub pair: Pair,
    /// What it is about.
    pub theme: String,
}

/// A session of one person, and what it is to that person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// When.
    pub date: NaiveDate,
    /// Where.
    pub post: String,
    /// At which of the post's shifts; `None` where it has one only.
    pub hours: Option<Hours>,
    /// The number of the wish that it is; `None` where it was not wished for.
    pub wish: Option<u32>,
    /// How far, rounded; `None` where a place is unknown.
    pub metres: Option<i64>,
}

/// The sessions of everybody in a campaign, by the ambassador's id, each by date.
pub type Attendances = BTreeMap<String, Vec<Attendance>>;

/// The sessions of a plan.
pub fn attendances(domain: &Domain, plan: &Plan) -> Attendances {
    let mut found: Attendances =
        domain.ambassadors.iter().map(|person| (person.id.clone(), Vec::new())).collect();
    for placement in &plan.experience.roster.placements {
        let &Placement { date, post, hours, ambassador } = placement;
        let person = domain.ambassador(ambassador);
        let (wish, metres) = (person.wish_number(placement.session()), domain.metres(ambassador, post));
        let (post, hours) = (domain.post(post).id.clone(), domain.post(post).told(hours));
        found.entry(person.id.clone()).or_default().push(Attendance { date, post, hours, wish, metres });
    }
    found
}

impl Visit {
    /// A placement in ids.
    pub fn of(domain: &Domain, placement: &Placement) -> Self {
        let post = domain.post(placement.post);
        Self {
            ambassador: domain.ambassador(placement.ambassador).id.clone(),
            date: placement.date,
            post: post.id.clone(),
            hours: post.told(placement.hours),
        }
    }
}

impl Pair {
    /// A pairing in ids.
    pub fn of(domain: &Domain, pairing: Pairing) -> Self {
        let Pairing { unit, neighbourhood } = pairing;
        Self {
            unit: domain.unit(unit).id.clone(),
            neighbourhood: domain.neighbourhood(neighbourhood).id.clone(),
        }
    }
}

impl Meeting {
    /// An event in ids.
    pub fn of(domain: &Domain, event: Event) -> Self {
        let pair = Pair::of(domain, event.pairing());
        Self { date: event.date, pair, theme: domain.theme(event.theme).id.clone() }
    }
}

/// What a plan says, each list in its order; a line that an edited plan has twice stands twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Placements.
    pub visits: Vec<Visit>,
    /// Pairings.
    pub pairings: Vec<Pair>,
    /// Events.
    pub events: Vec<Meeting>,
}

impl Outline {
    /// The outline of a plan.
    pub fn of(domain: &Domain, plan: &Plan) -> Self {
        let visits = plan.experience.roster.placements.iter().map(|one| Visit::of(domain, one));
        let action = plan.thursday_action.as_ref();
        let pairings = action.iter().flat_map(|plan| &plan.pairings.pairings);
        let events = action.iter().flat_map(|plan| &plan.timetable.events);
        Self {
            visits: visits.collect(),
            pairings: pairings.map(|one| Pair::of(domain, *one)).collect(),
            events: events.map(|one| Meeting::of(domain, *one)).collect(),
        }
        .sorted()
    }

    /// The same with other ids, as `put` has them.
    #[must_use]
    pub fn with_ids(mut self, put: impl Fn(Kind, &mut String)) -> Self {
        let put_pair = |pair: &mut Pair| {
            put(Kind::Unit, &mut pair.unit);
            put(Kind::Neighbourhood, &mut pair.neighbourhood);
        };
        for visit in &mut self.visits {
            put(Kind::Ambassador, &mut visit.ambassador);
            put(Kind::Post, &mut visit.post);
        }
        self.pairings.iter_mut().for_each(put_pair);
        for event in &mut self.events {
            put_pair(&mut event.pair);
            put(Kind::Theme, &mut event.theme);
        }
        self.sorted()
    }

    /// What concerns one unit, which is visits at its posts, its pairings and its events; and what concerns others alone.
    #[must_use]
    pub fn split(self, domain: &Domain, unit: &str) -> (Self, Self) {
        let is_its_post = |visit: &Visit| {
            domain.posts.iter().any(|post| post.id == visit.post && domain.unit(post.unit).id == unit)
        };
        let (visits, other_visits) = self.visits.into_iter().partition(is_its_post);
        let (pairings, other_pairings) = self.pairings.into_iter().partition(|pair| pair.unit == unit);
        let (events, other_events) = self.events.into_iter().partition(|event| event.pair.unit == unit);
        let rest = Self { visits: other_visits, pairings: other_pairings, events: other_events };
        (Self { visits, pairings, events }, rest)
    }

    /// What two of them say together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.visits.extend(other.visits);
        self.pairings.extend(other.pairings);
        self.events.extend(other.events);
        self.sorted()
    }

    /// The same with each list in its order.
    pub(super) fn sorted(mut self) -> Self {
        self.visits.sort_unstable();
        self.pairings.sort_unstable();
        self.events.sort_unstable();
        self
    }
}
