//! A plan that mends an earlier one.
//!
//! In: a campaign without errors and what the earlier plan had. Out: a plan of which as little as possible is new. What
//! was before a day is kept as pins are, and contradictions name it like these.

use crate::{
    diagnostic::{Diagnostic, saved::Saved as Fault},
    domain::{Domain, requests::Pin},
    experience::roster::Previous,
    pipeline::{
        Planned, ValidCampaign, planned,
        thursday::{EarlierAction, Stuck},
    },
    plan::{Mends, earlier::EarlierPlan, history::History, outline::Outline, saved::SavedPlan},
    planning::{earlier::RepairTerms, outcome::Defect},
    solver::Watch,
    source::Place,
};

/// What an earlier plan had of each problem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EarlierRosters {
    /// The roster of the experience.
    pub experience: Previous,
    /// The Thursday Action, where plan and campaign have one.
    pub thursday: Option<EarlierAction>,
}

impl EarlierRosters {
    /// What the plan had, beside the campaign as it is now.
    pub(super) fn of(found: &EarlierPlan, domain: &Domain, terms: RepairTerms) -> Self {
        let action = found.action.as_ref().filter(|_| domain.thursday.is_some());
        let stands = found.placements.stands.iter().map(|(placement, _)| *placement).collect();
        let gone = found.placements.gone.len();
        Self {
            experience: Previous { stands, gone, settled: terms },
            thursday: action.map(|action| EarlierAction::of(action, terms)),
        }
    }

    /// A plan of which nothing is known but on which terms another mends it.
    pub(super) fn unknown(terms: RepairTerms) -> Self {
        Self {
            experience: Previous { settled: terms, ..Previous::default() },
            thursday: Some(EarlierAction::unknown(terms)),
        }
    }
}

/// What an earlier plan had, and how it is to be mended.
#[derive(Debug, Clone)]
pub struct Mending {
    /// Its rosters.
    pub earlier: EarlierRosters,
    /// Where each of its placements stands in its file.
    pub places: Vec<Place>,
    /// All that it had.
    pub had: Outline,
    /// What it knew of the plans before it.
    pub history: History,
    /// What the new plan says of it.
    pub mends: Mends,
}

/// What was to stay as it is and cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unkept {
    /// Placements that the campaign no longer has room for.
    Placements(Vec<Diagnostic>),
    /// Pairings and events.
    Action(Vec<Stuck>),
}

impl Mending {
    /// What is to be mended of a plan that had all this, of which this is `found` in the campaign; `mends` is what the new
    /// plan says of it.
    ///
    /// # Errors
    /// What was to stay as it is and cannot.
    pub fn of(
        saved: &SavedPlan,
        had: Outline,
        found: &EarlierPlan,
        domain: &Domain,
        mends: Mends,
    ) -> Result<Self, Unkept> {
        if let Some(keep_until) = mends.terms.keep_until {
            let settled = found.placements.gone.iter().filter(|gone| gone.visit.date < keep_until);
            let fault = Fault::SettledIsGone { keep_until };
            let gone: Vec<Diagnostic> =
                settled.map(|gone| Diagnostic::at(gone.place, fault.clone().into())).collect();
            if !gone.is_empty() {
                return Err(Unkept::Placements(gone));
            }
        }
        let earlier = EarlierRosters::of(found, domain, mends.terms);
        if let (Some(action), Some(had)) = (&earlier.thursday, &found.action) {
            let stuck = action.stuck(had, domain);
            if !stuck.is_empty() {
                return Err(Unkept::Action(stuck));
            }
        }
        let (placements, places): (Vec<_>, _) = found.placements.stands.iter().copied().unzip();
        let history = saved.history(domain, placements.iter().map(|placement| placement.post));
        Ok(Self { earlier, places, had, history, mends })
    }
}

/// Mends the earlier plan to proven optima and reads the new one a second time; `file` is what it calls the campaign.
///
/// # Errors
/// A [`Defect`], where the backend fails or the plan does not pass its own check.
pub fn repair(
    campaign: &ValidCampaign,
    file: &str,
    mending: &Mending,
    watch: &dyn Watch,
) -> Result<Planned, Defect> {
    let domain = with_kept(&campaign.domain, mending);
    planned(&ValidCampaign { domain, ..campaign.clone() }, file, Some(mending), watch)
}

/// The campaign with pins for what is kept, behind its own.
pub fn with_kept(domain: &Domain, mending: &Mending) -> Domain {
    let mut domain = domain.clone();
    let experience = &mending.earlier.experience;
    let placements = experience.stands.iter().zip(&mending.places);
    let kept = placements.filter(|(placement, _)| experience.is_settled(placement.date));
    let kept: Vec<Pin> = kept
        .map(|(placement, &place)| Pin {
            ambassador: placement.ambassador,
            post: placement.post,
            date: Some(placement.date),
            hours: domain.post(placement.post).told(placement.hours),
            place,
        })
        .collect();
    domain.pins.extend(kept);
    domain
}
