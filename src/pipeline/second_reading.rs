//! A saved plan, read against its campaign by the rules alone.
//!
//! In: a plan's file and a campaign without errors. Out: [`SecondReading`], or what the file names that the campaign
//! does not have.

use crate::{
    diagnostic::Diagnostic,
    document::Node,
    domain::{Domain, people::AmbassadorIx},
    experience::{
        eligibility,
        explanation::reasons,
        level::Level,
        reserves::handover::free_for,
        roster::{Exchange, Kept, Placement, Roster},
        verification::{Violation, recount, violations},
    },
    pipeline::{
        ValidCampaign,
        experience::claims::{self, Again, Watched},
        levels,
        mending::EarlierRosters,
        past,
        thursday::{self, CHANGES, ThursdayReading},
    },
    plan::{
        Only, Plan,
        earlier::earlier,
        resolved::{Resolved, resolve},
        saved::{self, PlanFile},
    },
    planning::{outcome::Defect, rules::Rulebook},
    source::Sources,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// What a saved plan breaks and comes to.
#[derive(Debug)]
pub struct SecondReading {
    /// The plan with its places.
    pub resolved: Resolved,
    /// What it breaks.
    pub violations: Vec<Violation>,
    /// What the plan had that it mends, as far as it is known.
    pub mended: Option<EarlierRosters>,
    /// The nodes of its file.
    pub(super) root: Node,
    /// Its levels, counted again.
    pub recounted: Vec<(Level, i64)>,
    /// Whether the campaign has changed since the plan was made.
    pub other_campaign: bool,
    /// The plan that it mends, where that is gone or was changed: its changes are then as the plan says.
    pub lost_earlier: Option<String>,
    /// What the Thursday Action breaks and comes to, where plan and campaign have one.
    pub thursday: Option<ThursdayReading>,
    /// Whether the plan has a Thursday Action.
    pub has_thursday_action: bool,
}

/// Reads a plan's file and checks every rule.
///
/// # Errors
/// Every problem of the file, and every id and session that the campaign does not have.
pub fn read_plan(
    sources: &mut Sources,
    campaign: &ValidCampaign,
    path: &Path,
) -> Result<SecondReading, Vec<Diagnostic>> {
    let domain = &campaign.domain;
    let PlanFile { mut saved, root, .. } =
        saved::open(sources, path)?.in_ids_of_now(domain, &campaign.digest);
    let other_campaign = saved.campaign.digest != campaign.digest;
    if other_campaign {
        // What it would have cost then says nothing of the campaign as it is now, and may name what that no longer has.
        saved.forget_claims();
    }
    let resolved = resolve(&saved, domain)?;
    let roster = &resolved.plan.experience.roster;
    let mends = saved.mends.as_ref();
    let had = mends.and_then(|mends| past::mended(sources, path, mends));
    let had = had.map(|(_, file)| earlier(&file.in_ids(domain).saved, domain));
    let lost_earlier = mends.filter(|_| had.is_none()).map(|mends| mends.file.clone());
    let mended = mends.map(|mends| {
        let stands = had.iter().flat_map(|had| &had.placements.stands).map(|(placement, _)| *placement);
        let exchange = mends.only.as_ref().map(|only| exchanged(only, stands, roster, domain));
        let stands = had.iter().flat_map(|had| &had.placements.stands).map(|(placement, _)| *placement);
        let waiting = free_for(&mends.waiting, domain, &stands.collect());
        let kept = Kept { terms: mends.terms, exchange, waiting };
        match &had {
            Some(had) => EarlierRosters::of(had, domain, kept),
            None => EarlierRosters::unknown(kept, domain),
        }
    });
    let mut recounted = recount(domain, roster, mended.as_ref().map(|mended| &mended.experience));
    let action = resolved.plan.thursday_action.as_ref();
    let earlier = mended.as_ref().and_then(|mended| mended.thursday.as_ref());
    let mut thursday = action.and_then(|plan| ThursdayReading::of(domain, plan, earlier));
    if lost_earlier.is_some() {
        levels::take_over(&mut recounted, &saved.experience.levels, &[Level::Restored, Level::Changes]);
        if let (Some(read), Some(action)) = (&mut thursday, &saved.thursday_action) {
            levels::take_over(&mut read.recounted, &action.levels, &CHANGES);
        }
    }
    Ok(SecondReading {
        violations: violations(domain, roster),
        recounted,
        other_campaign,
        lost_earlier,
        thursday,
        has_thursday_action: saved.thursday_action.is_some(),
        mended,
        root,
        resolved,
    })
}

impl SecondReading {
    /// Whether it breaks no rule.
    pub fn keeps_rules(&self) -> bool {
        let keeps = |read: &ThursdayReading| read.pairings.is_empty() && read.timetable.is_empty();
        self.violations.is_empty() && self.thursday.as_ref().is_none_or(keeps)
    }

    /// Solves each claim of the plan again; `None` where it has none, or none that can be solved: it breaks a rule, or what it
    /// mends is lost.
    ///
    /// # Errors
    /// A [`Defect`] of the solver.
    pub fn again(&self, domain: &Domain, watched: Watched<'_>) -> Result<Option<Again>, Defect> {
        if !self.keeps_rules() || self.lost_earlier.is_some() {
            return Ok(None);
        }
        claims::again(domain, &self.resolved.plan, self.mended.as_ref(), watched)
    }

    /// Leaves of the claims of this plan what may be so; of one that breaks a rule it is not asked.
    pub(super) fn set_claims_right(&self, domain: &Domain, plan: &mut Plan) {
        if self.keeps_rules() {
            claims::set_right(domain, plan, self.mended.as_ref(), self.lost_earlier.is_none());
        }
    }
}

/// What may have changed since an earlier plan, where only these people's placements were to.
fn exchanged(
    only: &Only,
    had: impl Iterator<Item = Placement>,
    roster: &Roster,
    domain: &Domain,
) -> Exchange {
    let among = |ids: &[String]| -> BTreeSet<AmbassadorIx> {
        let people = (0..domain.ambassadors.len()).map(AmbassadorIx);
        people.filter(|&person| ids.contains(&domain.ambassador(person).id)).collect()
    };
    let (people, late) = (among(&only.people), among(&only.late));
    let lost = among(&only.displaced).into_iter().map(|person| {
        let times = only.displaced.iter().filter(|id| **id == domain.ambassador(person).id);
        (person, times.count())
    });
    let displaced: BTreeMap<AmbassadorIx, usize> = lost.collect();
    let theirs = |one: &Placement| people.contains(&one.ambassador);
    let is_named = |one: &Placement| theirs(one) && !displaced.contains_key(&one.ambassador);
    // Of whoever lost something by the change itself the rest stays.
    let may_go = |one: &Placement| {
        let stays = displaced.contains_key(&one.ambassador) && roster.placements.contains(one);
        theirs(one) && !late.contains(&one.ambassador) && !stays
    };
    Exchange {
        leaving: had.filter(may_go).collect(),
        coming: roster.placements.iter().copied().filter(is_named).collect(),
        late,
        displaced,
    }
}

/// The plan as it stands for the campaign now: values counted again, reasons found again, and nothing called proven
/// that was changed since; so it is a plan of the campaign as that is now.
pub fn renewed(campaign: &ValidCampaign, reading: &SecondReading) -> Plan {
    let domain = &campaign.domain;
    let mut plan = reading.resolved.plan.clone();
    plan.campaign.name.clone_from(&domain.campaign.name);
    plan.campaign.digest.clone_from(&campaign.digest);
    plan.campaign.variations.clone_from(&campaign.variations);
    let experience = &mut plan.experience;
    let eligible = eligibility::eligible(domain, Rulebook::ALL);
    let mended = reading.mended.as_ref();
    let earlier = mended.map(|mended| &mended.experience);
    (experience.unplaced, experience.shortages, experience.unfulfilled) =
        reasons::explain(domain, &eligible, &experience.roster, earlier);
    if !levels::are_as_said(&experience.levels, &reading.recounted) {
        experience.claims = None;
    }
    experience.levels = levels::renewed(&experience.levels, &reading.recounted, reading.other_campaign);
    if let (Some(plan), Some(read)) = (&mut plan.thursday_action, &reading.thursday) {
        thursday::explain(domain, plan, mended.and_then(|mended| mended.thursday.as_ref()));
        if !levels::are_as_said(&plan.levels, &read.recounted) {
            plan.claims = None;
        }
        plan.levels = levels::renewed(&plan.levels, &read.recounted, reading.other_campaign);
    }
    reading.set_claims_right(domain, &mut plan);
    plan
}
