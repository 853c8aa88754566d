//! A plan that mends an earlier one.
//!
//! In: a campaign without errors and [`Mending`], what the earlier plan had. Out: a plan of which as little as possible
//! is new. What was before a day is kept as pins are, and contradictions name it like these.

use crate::{
    domain::{Domain, requests::Pin, thursday::Pairing},
    experience::roster::Previous,
    pipeline::{Planned, Sound, planned},
    plan::{Mends, history::History, outline::Outline},
    planning::{earlier::Earlier, outcome::Defect},
    solver::Watch,
    source::Place,
    timetable::roster::Event,
};

/// What an earlier Thursday Action had.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MendedAction {
    /// Its pairings.
    pub pairings: Earlier<Pairing, Vec<Pairing>>,
    /// Its events.
    pub timetable: Earlier<Event>,
}

/// What an earlier plan had, and how it is to be mended.
#[derive(Debug, Clone)]
pub struct Mending {
    /// The roster of the experience.
    pub experience: Previous,
    /// The Thursday Action, where the campaign has one.
    pub thursday: Option<MendedAction>,
    /// Where each of its placements stands in the earlier plan's file.
    pub places: Vec<Place>,
    /// All that the earlier plan had.
    pub had: Outline,
    /// What it knew of the plans before it.
    pub history: History,
    /// What the new plan says of the earlier one.
    pub mends: Mends,
}

/// Mends the earlier plan to proven optima and reads the new one a second time; `file` is what it calls the campaign.
///
/// # Errors
/// A [`Defect`], where the backend fails or the plan does not pass its own check.
pub fn repair(campaign: &Sound, file: &str, mending: &Mending, watch: &dyn Watch) -> Result<Planned, Defect> {
    let domain = with_kept(&campaign.domain, mending);
    planned(&Sound { domain, ..campaign.clone() }, file, Some(mending), watch)
}

/// The campaign with pins for what is kept, behind its own.
pub fn with_kept(domain: &Domain, mending: &Mending) -> Domain {
    let mut domain = domain.clone();
    let placements = mending.experience.stands.iter().zip(&mending.places);
    let kept = placements.filter(|(placement, _)| mending.experience.is_settled(placement.date));
    domain.pins.extend(kept.map(|(placement, &place)| Pin {
        ambassador: placement.ambassador,
        post: placement.post,
        date: Some(placement.date),
        place,
    }));
    domain
}
