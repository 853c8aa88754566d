//! From the pairings to the best timetable.
//!
//! Neighbourhoods that share no unit are solved apart and added up, level by level. Where the plan chooses the
//! Thursdays, `spread` couples them: it and the lot are then solved for all of them by `coupled`.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    solver::{BackendError, Watch},
    thursday::{
        outcome::{Found, Outcome, solve},
        pairing::roster::Pairings,
        timetable::{
            components::components,
            coupled,
            formulation::{Levels, formulate},
            roster::Timetable,
            rule::Rule,
        },
    },
};

/// The best timetable for the pairings.
///
/// # Errors
/// [`BackendError`] from the solver.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    watch: &dyn Watch,
) -> Result<Outcome<Timetable>, BackendError> {
    let is_coupled = action.nth.is_none();
    let mut groups = components(pairings);
    if groups.is_empty() {
        groups.push(Vec::new());
    }
    let levels = if is_coupled { Levels::AboveSpread } else { Levels::All };
    let mut parts = Vec::with_capacity(groups.len());
    for group in &groups {
        let formulation = formulate(domain, action, group, levels, None);
        match solve(&formulation.program, watch)?.map(|point| formulation.timetable(&point)) {
            Outcome::Found(part) => parts.push(part),
            other => return Ok(other),
        }
    }
    if is_coupled {
        coupled::together(domain, action, &groups, &parts, watch)
    } else {
        Ok(Outcome::Found(added(parts)))
    }
}

/// The timetable of all pairings in one undivided program, under every rule but `without`.
///
/// # Errors
/// [`BackendError`] from the solver.
pub fn arrange_undivided(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    without: Option<Rule>,
    watch: &dyn Watch,
) -> Result<Outcome<Timetable>, BackendError> {
    let formulation = formulate(domain, action, &pairings.pairings, Levels::All, without);
    Ok(solve(&formulation.program, watch)?.map(|point| formulation.timetable(&point)))
}

/// The parts as one timetable; values and bounds add up, and the sum is proven where every part is.
pub(super) fn added(parts: Vec<Found<Timetable>>) -> Found<Timetable> {
    let mut parts = parts.into_iter();
    let mut sum = parts.next().unwrap_or(Found { roster: Timetable::default(), levels: Vec::new() });
    for part in parts {
        sum.roster.events.extend(part.roster.events);
        for (level, more) in sum.levels.iter_mut().zip(part.levels) {
            level.value += more.value;
            level.bound += more.bound;
            level.proven &= more.proven;
        }
    }
    sum.roster.events.sort_unstable();
    sum
}
