//! From the pairings to the best timetable.
//!
//! Neighbourhoods that share no unit are solved apart and added up, level by level. Where the plan chooses the
//! Thursdays, `spread` couples them: it and the lot are then solved for all of them by `coupled`.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    solver::Watch,
    thursday::{
        outcome::{Fault, Found, Outcome, solve},
        pairing::roster::Pairings,
        timetable::{
            components::components,
            coupled,
            formulation::{Levels, formulate},
            parts::{added, solved_apart},
            roster::{Previous, Timetable},
            rule::{CHANGES, Rule},
        },
    },
};

/// The best timetable for the pairings.
///
/// # Errors
/// A [`Fault`] of the solver.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    watch: &dyn Watch,
) -> Result<Outcome<Timetable>, Fault> {
    arrange_after(domain, action, pairings, None, watch)
}

/// The same after an earlier plan.
///
/// # Errors
/// Those of [`arrange`].
pub fn arrange_after(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Outcome<Timetable>, Fault> {
    let is_coupled = action.nth.is_none();
    let mut groups = components(pairings);
    if groups.is_empty() {
        groups.push(Vec::new());
    }
    let levels = if is_coupled { Levels::AboveSpread } else { Levels::All };
    let parts = match solved_apart(domain, action, &groups, levels, previous, watch)? {
        Outcome::Found(parts) => parts.roster,
        other => return Ok(other.map(|_| Timetable::default())),
    };
    let planned = if is_coupled {
        coupled::together(domain, action, &groups, &parts, previous, watch)?
    } else {
        Outcome::Found(added(&parts))
    };
    Ok(match (planned, previous) {
        (Outcome::Found(found), Some(previous)) => Outcome::Found(with_lost(found, previous)),
        (planned, _) => planned,
    })
}

/// The events of an earlier plan that had no column are gone in any case: value and bound of `timetable-changes` hold
/// them.
fn with_lost(mut found: Found<Timetable>, previous: &Previous) -> Found<Timetable> {
    let kept = found.roster.events.iter().filter(|event| previous.has(event)).count();
    let gone = i64::try_from(previous.events.len() + previous.lost - kept).unwrap_or(i64::MAX);
    for level in found.levels.iter_mut().filter(|level| level.id == CHANGES) {
        level.bound += gone - level.value;
        level.value = gone;
    }
    found
}

/// The timetable of all pairings in one undivided program, under every rule but `without`.
///
/// # Errors
/// A [`Fault`] of the solver.
pub fn arrange_undivided(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    without: Option<Rule>,
    watch: &dyn Watch,
) -> Result<Outcome<Timetable>, Fault> {
    let formulation = formulate(domain, action, &pairings.pairings, Levels::All, without);
    Ok(solve(&formulation.program, &formulation, watch)?.map(|point| formulation.timetable(&point)))
}
