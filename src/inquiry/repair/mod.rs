//! A plan mended after a change.
//!
//! In: an earlier plan and the campaign as it is now. Out: what is to be kept of it ([`Mending`]), and afterwards whom
//! to tell what ([`notice`]). What was said on the command line becomes changes of the campaign first ([`options`],
//! [`edits`]).

pub mod action;
pub mod edits;
pub mod notice;
pub mod options;

use crate::{
    diagnostic::{Diagnostic, saved::Saved as Fault},
    domain::Domain,
    experience::roster::{Previous, Settled},
    pipeline::{
        Sound,
        mending::{MendedAction, Mending},
        past,
    },
    plan::{
        Mends, Provenance,
        earlier::{Earlier, EarlierAction, digest, earlier, earlier_action},
        outline::Outline,
        resolved::resolve,
        saved::{self, Saved},
    },
    source::Sources,
};
use chrono::NaiveDate;
use std::path::Path;

/// An earlier plan as written.
#[derive(Debug, Clone)]
pub struct Written {
    saved: Saved,
    /// What it says, in ids.
    pub outline: Outline,
    digest: String,
}

/// What of an earlier plan must not change, and what counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    /// Everything before this day stays as it is.
    pub keep_until: Option<NaiveDate>,
    /// Whether only the needs count more than leaving people where they were.
    pub touch_least: bool,
}

/// Reads an earlier plan.
///
/// # Errors
/// Every problem of its file.
pub fn read(sources: &mut Sources, path: &Path) -> Result<Written, Vec<Diagnostic>> {
    let (file, root) = saved::open(sources, path)?;
    let digest = digest(sources.text(file));
    let (saved, outline) = saved::outlined(&root)?;
    Ok(Written { saved, outline, digest })
}

impl Written {
    /// The campaigns of this plan and of those before it, as far as they can be found, for what they call things.
    pub fn campaigns(&self, plan: &Path) -> Vec<Domain> {
        let own = past::campaign(plan, &self.saved);
        own.into_iter().chain(past::campaigns(plan, self.saved.mends.as_ref())).collect()
    }

    /// What the campaign no longer has of the plan, as warnings.
    ///
    /// # Errors
    /// Where the plan belongs to this very campaign: everything that it names and the campaign does not have. Where it
    /// belongs to another: that it has nothing in common with this one.
    pub fn review(&self, campaign: &Sound) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
        if self.saved.campaign.digest == campaign.digest {
            return resolve(&self.saved, &campaign.domain).map(|_| Vec::new());
        }
        let Earlier { placements, lost } = earlier(&self.saved, &campaign.domain);
        let foreign = match (lost.first(), &self.saved.thursday_action) {
            (Some(first), _) => Some(first.place),
            (None, Some(action)) => {
                let EarlierAction { pairings, lost_pairings, .. } =
                    earlier_action(&self.outline, &campaign.domain);
                (pairings.is_empty() && lost_pairings > 0).then_some(action.place)
            }
            (None, None) => None,
        };
        if let Some(place) = foreign.filter(|_| placements.is_empty()) {
            let name = self.saved.campaign.name.clone();
            return Err(vec![Diagnostic::at(place, Fault::OtherPlan { name }.into())]);
        }
        Ok(lost.into_iter().map(|lost| lost.problem).collect())
    }

    /// Which campaign the plan says it belongs to.
    pub fn provenance(&self) -> &Provenance {
        &self.saved.campaign
    }

    /// What the plan had, beside the campaign as it is now.
    pub fn earlier(&self, domain: &Domain) -> Earlier {
        earlier(&self.saved, domain)
    }

    /// What is to be mended of the experience; `file` is what the new plan calls this one.
    ///
    /// # Errors
    /// Placements that were to stay as they are and that the campaign no longer has room for.
    pub fn mending(
        &self,
        domain: &Domain,
        earlier: &Earlier,
        terms: Terms,
        file: String,
    ) -> Result<Mending, Vec<Diagnostic>> {
        let Terms { keep_until, touch_least } = terms;
        if let Some(keep_until) = keep_until {
            let settled = earlier.lost.iter().filter(|lost| lost.date < keep_until);
            let gone: Vec<Diagnostic> = settled
                .map(|lost| Diagnostic::at(lost.place, Fault::SettledIsGone { keep_until }.into()))
                .collect();
            if !gone.is_empty() {
                return Err(gone);
            }
        }
        let (stands, places) = earlier.placements.iter().copied().unzip();
        let experience = Previous {
            stands,
            gone: earlier.lost.len(),
            settled: Settled { before: keep_until, touch_least },
        };
        let mends = Mends { file, digest: self.digest.clone(), keep_until, touch_least };
        let posts = earlier.placements.iter().map(|(placement, _)| placement.post);
        let history = self.saved.history(domain, posts);
        let had = self.outline.clone();
        Ok(Mending { experience, thursday: None, places, had, history, mends })
    }

    /// What is to be mended of the Thursday Action; `None` where plan or campaign has none.
    ///
    /// # Errors
    /// What was to stay as it is and cannot.
    pub fn action(&self, domain: &Domain, terms: Terms) -> Result<Option<MendedAction>, Vec<action::Stuck>> {
        let (Some(wanted), Some(_)) = (&domain.thursday, &self.saved.thursday_action) else {
            return Ok(None);
        };
        action::previous(&self.outline, domain, wanted, terms).map(Some)
    }
}
