//! A plan mended after a change.
//!
//! In: an earlier plan and the campaign as it is now. Out: whether the one may be mended for the other. What was said on
//! the command line becomes changes of the campaign first ([`options`], [`edits`]).

pub mod edits;
mod exchanges;
pub mod objection;
pub mod options;
pub mod withdrawal;
pub mod words;

use crate::{
    diagnostic::{Diagnostic, saved::Saved as Fault},
    domain::Domain,
    pipeline::{ValidCampaign, past},
    plan::{
        earlier::{EarlierPlan, earlier},
        outline::Outline,
        resolved::resolve,
        saved::{self, PlanFile},
    },
    source::Sources,
};
use std::path::Path;

/// An earlier plan.
#[derive(Debug, Clone)]
pub struct PlanToMend {
    /// Its file.
    pub file: PlanFile,
    /// What it says, in ids.
    pub outline: Outline,
}

/// Reads an earlier plan.
///
/// # Errors
/// Every problem of its file.
pub fn read(sources: &mut Sources, path: &Path) -> Result<PlanToMend, Vec<Diagnostic>> {
    let file = saved::open(sources, path)?;
    let outline = file.saved.outline()?;
    Ok(PlanToMend { file, outline })
}

impl PlanToMend {
    /// The same in the ids of its campaign, which has this digest now, wherever a name stands that one entry alone bears.
    ///
    /// # Errors
    /// Those of [`read`].
    pub fn in_ids(self, domain: &Domain, digest: &str) -> Result<Self, Vec<Diagnostic>> {
        let file = self.file.in_ids_of_now(domain, digest);
        let outline = file.saved.outline()?;
        Ok(Self { file, outline })
    }

    /// The campaigns of this plan and of those before it, as far as they can be found, for what they call things.
    pub fn campaigns(&self, plan: &Path) -> Vec<Domain> {
        let saved = &self.file.saved;
        let own = past::campaign(plan, saved);
        own.into_iter().chain(past::campaigns(plan, saved.mends.as_ref())).collect()
    }

    /// What a campaign has of it.
    pub fn found(&self, domain: &Domain) -> EarlierPlan {
        earlier(&self.file.saved, domain)
    }

    /// What the campaign still has of the plan, and what it has no longer.
    ///
    /// # Errors
    /// Where the plan belongs to this very campaign: everything that it names and the campaign does not have. Where it
    /// belongs to another: that it has nothing in common with this one.
    pub fn review(&self, campaign: &ValidCampaign) -> Result<EarlierPlan, Vec<Diagnostic>> {
        let saved = &self.file.saved;
        if saved.campaign.digest == campaign.digest {
            resolve(saved, &campaign.domain)?;
            return Ok(self.found(&campaign.domain));
        }
        let found = self.found(&campaign.domain);
        let EarlierPlan { placements, action } = &found;
        let foreign = match (placements.gone.first(), &saved.thursday_action, action) {
            (Some(first), ..) => Some(first.place),
            (None, Some(saved), Some(found)) => {
                let pairings = &found.pairings;
                (pairings.stands.is_empty() && !pairings.gone.is_empty()).then_some(saved.place)
            }
            _ => None,
        };
        if let Some(place) = foreign.filter(|_| placements.stands.is_empty()) {
            let name = saved.campaign.name.clone();
            return Err(vec![Diagnostic::at(place, Fault::OtherPlan { name }.into())]);
        }
        Ok(found)
    }
}
