//! A saved plan, read against its campaign by the rules alone.
//!
//! In: a plan's file and a campaign without errors. Out: [`SecondReading`], or what the file names that the campaign
//! does not have.

use crate::{
    diagnostic::Diagnostic,
    document::Node,
    domain::Domain,
    experience::{
        eligibility,
        explanation::reasons,
        level::Level,
        verification::{Violation, recount, violations},
    },
    lp::LevelResult,
    pairing,
    pipeline::{ValidCampaign, levels, mending::EarlierRosters, past},
    plan::{
        Plan,
        earlier::earlier,
        level::ThursdayLevel,
        resolved::{Resolved, resolve},
        saved::{self, PlanFile},
    },
    planning::rules::Rulebook,
    source::Sources,
    timetable::{self, verification::recount::recount as recount_timetable},
};
use std::path::Path;

/// What a saved plan breaks and comes to.
#[derive(Debug)]
pub struct SecondReading {
    /// The plan with its places.
    pub resolved: Resolved,
    /// What it breaks.
    pub violations: Vec<Violation>,
    /// What the plan had that it mends, as far as it is known.
    pub(super) mended: Option<EarlierRosters>,
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

/// What a saved Thursday Action breaks and comes to.
#[derive(Debug)]
pub struct ThursdayReading {
    /// What the pairings break.
    pub pairings: Vec<pairing::verification::Violation>,
    /// What the timetable breaks.
    pub timetable: Vec<timetable::verification::Violation>,
    /// The levels, counted again.
    pub recounted: Vec<(ThursdayLevel, i64)>,
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
    let PlanFile { saved, root, .. } = saved::open(sources, path)?;
    let resolved = resolve(&saved, &campaign.domain)?;
    let domain = &campaign.domain;
    let roster = &resolved.plan.experience.roster;
    let mends = saved.mends.as_ref();
    let found = mends.and_then(|mends| Some((past::mended(sources, path, mends)?.1, mends.terms)));
    let found = found.map(|(file, terms)| EarlierRosters::of(&earlier(&file.saved, domain), domain, terms));
    let lost_earlier = mends.filter(|_| found.is_none()).map(|mends| mends.file.clone());
    let mended = found.or_else(|| mends.map(|mends| EarlierRosters::unknown(mends.terms)));
    let mut recounted = recount(domain, roster, mended.as_ref().map(|mended| &mended.experience));
    let mut thursday = thursday(domain, &resolved.plan, mended.as_ref());
    if lost_earlier.is_some() {
        take_over(&mut recounted, &saved.experience.levels, &[Level::Changes]);
        if let (Some(read), Some(action)) = (&mut thursday, &saved.thursday_action) {
            let pairings = ThursdayLevel::Pairing(pairing::level::Level::Changes);
            let events = ThursdayLevel::Timetable(timetable::level::Level::Changes);
            take_over(&mut read.recounted, &action.levels, &[pairings, events]);
        }
    }
    Ok(SecondReading {
        violations: violations(domain, roster),
        recounted,
        other_campaign: saved.campaign.digest != campaign.digest,
        lost_earlier,
        thursday,
        has_thursday_action: saved.thursday_action.is_some(),
        mended,
        root,
        resolved,
    })
}

/// Gives levels that cannot be counted again, the earlier plan being gone, the value that the plan gives.
fn take_over<L: PartialEq>(recounted: &mut Vec<(L, i64)>, said: &[LevelResult<L>], lost: &[L]) {
    recounted.retain_mut(|(level, value)| {
        if !lost.contains(level) {
            return true;
        }
        let said = said.iter().find(|result| result.level == *level);
        *value = said.map_or(*value, |result| result.value);
        said.is_some()
    });
}

/// The plan as it stands for the campaign now: values counted again, reasons found again, and nothing called proven
/// that was changed since; so it is a plan of the campaign as that is now.
pub fn renewed(campaign: &ValidCampaign, reading: SecondReading) -> Plan {
    let SecondReading { resolved, mended, recounted, other_campaign, thursday, .. } = reading;
    let domain = &campaign.domain;
    let mut plan = resolved.plan;
    plan.campaign.name.clone_from(&domain.campaign.name);
    plan.campaign.digest.clone_from(&campaign.digest);
    plan.campaign.variations.clone_from(&campaign.variations);
    let experience = &mut plan.experience;
    let eligible = eligibility::eligible(domain, Rulebook::ALL);
    let earlier = mended.as_ref().map(|mended| &mended.experience);
    (experience.unplaced, experience.shortages, experience.unfulfilled) =
        reasons::explain(domain, &eligible, &experience.roster, earlier);
    experience.levels = levels::renewed(&experience.levels, &recounted, other_campaign);
    if let (Some(action), Some(plan), Some(read)) = (&domain.thursday, &mut plan.thursday_action, thursday) {
        plan.why_paired = pairing::explanation::explain(domain, action, &plan.pairings);
        let earlier = mended.as_ref().and_then(|mended| mended.thursday.as_ref());
        let earlier = earlier.map(|earlier| &earlier.timetable);
        plan.why_held =
            timetable::explanation::explain(domain, action, &plan.pairings, &plan.timetable, earlier);
        plan.levels = levels::renewed(&plan.levels, &read.recounted, other_campaign);
    }
    plan
}

fn thursday(domain: &Domain, plan: &Plan, mended: Option<&EarlierRosters>) -> Option<ThursdayReading> {
    let action = domain.thursday.as_ref()?;
    let plan = plan.thursday_action.as_ref()?;
    let (pairings, timetable) = (&plan.pairings, &plan.timetable);
    let earlier = mended.and_then(|mended| mended.thursday.as_ref());
    let before = earlier.map(|earlier| &earlier.pairings);
    let of_pairings = pairing::verification::recount(domain, action, pairings, before).into_iter();
    let of_pairings = of_pairings.map(|(level, value)| (ThursdayLevel::Pairing(level), value));
    let before = earlier.map(|earlier| &earlier.timetable);
    let of_events = recount_timetable(domain, action, pairings, timetable, before).into_iter();
    let of_events = of_events.map(|(level, value)| (ThursdayLevel::Timetable(level), value));
    Some(ThursdayReading {
        pairings: pairing::verification::violations(domain, action, pairings),
        timetable: timetable::verification::violations(domain, action, pairings, timetable),
        recounted: of_pairings.chain(of_events).collect(),
    })
}
