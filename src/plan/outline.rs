//! A plan as ids and dates alone, whatever its campaign: what two plans are compared by.
//!
//! In: a plan with its campaign, or the nodes of a saved plan. Out: [`Outline`].

use crate::{
    diagnostic::Diagnostic,
    document::Node,
    domain::Domain,
    plan::{
        Plan,
        fields::Walk,
        saved::{self, Saved},
        thursday::saved::KEYS,
    },
};
use chrono::NaiveDate;

/// One ambassador at one post on one date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visit {
    /// Who.
    pub ambassador: String,
    /// When.
    pub date: NaiveDate,
    /// Where.
    pub post: String,
}

/// A unit with a neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Who comes.
    pub unit: String,
    /// To whom.
    pub neighbourhood: String,
}

/// One unit at one neighbourhood on one Thursday.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meeting {
    /// When.
    pub date: NaiveDate,
    /// Who comes to whom.
    pub pair: Pair,
    /// What it is about.
    pub theme: String,
}

/// What a plan says, each list in its order; a line that an edited plan has twice stands twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
        let visits = plan.experience.roster.placements.iter().map(|placement| Visit {
            ambassador: domain.ambassador(placement.ambassador).id.clone(),
            date: placement.date,
            post: domain.post(placement.post).id.clone(),
        });
        let pair = |unit, neighbourhood| Pair {
            unit: domain.unit(unit).id.clone(),
            neighbourhood: domain.neighbourhood(neighbourhood).id.clone(),
        };
        let thursday = plan.thursday_action.as_ref();
        let pairings = thursday.iter().flat_map(|plan| &plan.pairings.pairings);
        let events = thursday.iter().flat_map(|plan| &plan.timetable.events);
        Self {
            visits: visits.collect(),
            pairings: pairings.map(|one| pair(one.unit, one.neighbourhood)).collect(),
            events: events
                .map(|event| Meeting {
                    date: event.date,
                    pair: pair(event.unit, event.neighbourhood),
                    theme: domain.theme(event.theme).id.clone(),
                })
                .collect(),
        }
        .sorted()
    }

    fn sorted(mut self) -> Self {
        self.visits.sort_unstable();
        self.pairings.sort_unstable();
        self.events.sort_unstable();
        self
    }
}

/// Reads a saved plan without its campaign.
///
/// # Errors
/// Every problem of the file.
pub fn read(root: &Node) -> Result<(Saved, Outline), Vec<Diagnostic>> {
    let saved = saved::read(root)?;
    let mut walk = Walk::default();
    let visits = saved.placements.iter().map(|placement| Visit {
        ambassador: placement.ambassador.text.clone(),
        date: placement.date,
        post: placement.post.text.clone(),
    });
    let mut outline = Outline { visits: visits.collect(), ..Outline::default() };
    if let Some(fields) =
        saved.thursday_action.as_ref().and_then(|node| walk.fields(node, "thursday_action", &KEYS))
    {
        let pairings = walk.list(fields, "pairings");
        outline.pairings = pairings.iter().filter_map(|node| pairing(&mut walk, node)).collect();
        let events = walk.list(fields, "events");
        outline.events = events.iter().filter_map(|node| event(&mut walk, node)).collect();
    }
    if walk.diagnostics.is_empty() { Ok((saved, outline.sorted())) } else { Err(walk.diagnostics) }
}

fn pairing(walk: &mut Walk, node: &Node) -> Option<Pair> {
    let fields = walk.fields(node, "pairings", &["unit", "neighbourhood", "metres", "next_nearest"])?;
    let (unit, neighbourhood) = (walk.word(fields, "unit"), walk.word(fields, "neighbourhood"));
    Some(Pair { unit: unit?.text, neighbourhood: neighbourhood?.text })
}

fn event(walk: &mut Walk, node: &Node) -> Option<Meeting> {
    let fields = walk.fields(node, "events", &["date", "unit", "neighbourhood", "theme"])?;
    let (date, theme) = (walk.date(fields, "date"), walk.word(fields, "theme"));
    let (unit, neighbourhood) = (walk.word(fields, "unit"), walk.word(fields, "neighbourhood"));
    let pair = Pair { unit: unit?.text, neighbourhood: neighbourhood?.text };
    Some(Meeting { date: date?, pair, theme: theme?.text })
}
