//! A saved plan, read against its campaign by the rules alone.
//!
//! In: a plan's file and a campaign without errors. Out: [`SecondReading`], or what the file names that the campaign
//! does not have.

use crate::{
    diagnostic::Diagnostic,
    document::{self, Node},
    domain::Domain,
    experience::{
        eligibility,
        explanation::reasons,
        level::Level,
        verification::{Violation, recount, violations},
    },
    lp::LevelResult,
    pairing,
    pipeline::{
        Sound, levels,
        mended::{Mended, mended},
    },
    plan::{
        Plan,
        level::ThursdayLevel,
        resolved::{Resolved, resolve},
        saved::{self, Saved},
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
    pub(super) mended: Option<Mended>,
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

/// A plan as its file says it; `None` where there is no file, or one that is no plan.
///
/// # Errors
/// Every problem of a file that is a plan, or that cannot be understood at all.
pub fn saved_plan(sources: &mut Sources, path: &Path) -> Result<Option<Saved>, Vec<Diagnostic>> {
    let Ok(file) = sources.open(path) else { return Ok(None) };
    let (root, mut diagnostics) = document::reading::read(sources, file);
    let Some(root) = root else { return Err(diagnostics) };
    if root.entry("experience").is_none() {
        return Ok(None);
    }
    diagnostics.retain(Diagnostic::is_error);
    if diagnostics.is_empty() { saved::read(&root).map(Some) } else { Err(diagnostics) }
}

/// Reads a plan's file and checks every rule.
///
/// # Errors
/// Every problem of the file, and every id and session that the campaign does not have.
pub fn read_plan(
    sources: &mut Sources,
    campaign: &Sound,
    path: &Path,
) -> Result<SecondReading, Vec<Diagnostic>> {
    let (_, root) = saved::open(sources, path)?;
    let saved = saved::read(&root)?;
    let resolved = resolve(&saved, &campaign.domain)?;
    let domain = &campaign.domain;
    let roster = &resolved.plan.experience.roster;
    let mends = saved.mends.as_ref();
    let found = mends.and_then(|mends| mended(sources, path, mends, domain));
    let lost_earlier = mends.filter(|_| found.is_none()).map(|mends| mends.file.clone());
    let mended = found.or_else(|| mends.map(Mended::unknown));
    let mut recounted = recount(domain, roster, mended.as_ref().map(|mended| &mended.experience));
    let mut thursday = thursday(domain, &resolved, mended.as_ref());
    if lost_earlier.is_some() {
        take_over(&mut recounted, &saved.levels, &[Level::Changes]);
        if let (Some(read), Some(action)) = (&mut thursday, &resolved.thursday_action) {
            let pairings = ThursdayLevel::Pairing(pairing::level::Level::Changes);
            let events = ThursdayLevel::Timetable(timetable::level::Level::Changes);
            take_over(&mut read.recounted, &action.plan.levels, &[pairings, events]);
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
pub fn renewed(campaign: &Sound, reading: SecondReading) -> Plan {
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
        let earlier = mended.as_ref().map(|mended| &mended.timetable);
        plan.why_held =
            timetable::explanation::explain(domain, action, &plan.pairings, &plan.timetable, earlier);
        plan.levels = levels::renewed(&plan.levels, &read.recounted, other_campaign);
    }
    plan
}

fn thursday(domain: &Domain, resolved: &Resolved, mended: Option<&Mended>) -> Option<ThursdayReading> {
    let action = domain.thursday.as_ref()?;
    let plan = resolved.plan.thursday_action.as_ref()?;
    let (pairings, timetable) = (&plan.pairings, &plan.timetable);
    let earlier = (mended.map(|mended| &mended.pairings), mended.map(|mended| &mended.timetable));
    let of_pairings = pairing::verification::recount(domain, action, pairings, earlier.0).into_iter();
    let of_pairings = of_pairings.map(|(level, value)| (ThursdayLevel::Pairing(level), value));
    let of_events = recount_timetable(domain, action, pairings, timetable, earlier.1).into_iter();
    let of_events = of_events.map(|(level, value)| (ThursdayLevel::Timetable(level), value));
    Some(ThursdayReading {
        pairings: pairing::verification::violations(domain, action, pairings),
        timetable: timetable::verification::violations(domain, action, pairings, timetable),
        recounted: of_pairings.chain(of_events).collect(),
    })
}
