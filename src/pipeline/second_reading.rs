//! A saved plan, read against its campaign by the rules alone.
//!
//! In: a plan's file and a campaign without errors. Out: [`SecondReading`], or what the file names that the campaign
//! does not have.

use crate::{
    diagnostic::Diagnostic,
    document,
    domain::Domain,
    experience::verification::{Violation, recount, violations},
    pipeline::Sound,
    plan::{
        resolved::{Resolved, resolve},
        saved,
    },
    source::Sources,
    thursday::{pairing, timetable},
};
use std::path::Path;

/// What a saved plan breaks and comes to.
#[derive(Debug)]
pub struct SecondReading {
    /// The plan with its places.
    pub resolved: Resolved,
    /// What it breaks.
    pub violations: Vec<Violation>,
    /// Its levels, counted again.
    pub recounted: Vec<(String, i64)>,
    /// Whether the campaign has changed since the plan was made.
    pub other_campaign: bool,
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
    pub recounted: Vec<(String, i64)>,
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
    let file =
        sources.open(path).map_err(|fault| vec![Diagnostic::unread(path.display().to_string(), fault)])?;
    let (root, mut diagnostics) = document::reading::read(sources, file);
    diagnostics.retain(Diagnostic::is_error);
    let Some(root) = root.filter(|_| diagnostics.is_empty()) else { return Err(diagnostics) };
    let saved = saved::read(&root)?;
    let resolved = resolve(&saved, &campaign.domain)?;
    let roster = &resolved.plan.experience.roster;
    Ok(SecondReading {
        violations: violations(&campaign.domain, roster),
        recounted: recount(&campaign.domain, roster),
        other_campaign: saved.campaign.digest != campaign.digest,
        thursday: thursday(&campaign.domain, &resolved),
        has_thursday_action: saved.thursday_action.is_some(),
        resolved,
    })
}

fn thursday(domain: &Domain, resolved: &Resolved) -> Option<ThursdayReading> {
    let action = domain.thursday.as_ref()?;
    let plan = resolved.plan.thursday_action.as_ref()?;
    let mut recounted = pairing::verification::recount(domain, action, &plan.pairings);
    let (pairings, timetable) = (&plan.pairings, &plan.timetable);
    recounted.extend(timetable::verification::recount::recount(domain, action, pairings, timetable));
    Some(ThursdayReading {
        pairings: pairing::verification::violations(domain, action, pairings),
        timetable: timetable::verification::violations(domain, action, pairings, timetable),
        recounted,
    })
}
