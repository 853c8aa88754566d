//! From the pairings to the best timetable.
//!
//! Neighbourhoods that share no unit are solved apart and added up, level by level. Where the plan chooses the
//! Thursdays, `spread` couples them: it and the lot are then solved for all of them together, on the optimal
//! faces of the levels above.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    lp::LevelResult,
    solver::{BackendError, Watch},
    thursday::{
        outcome::{Found, Outcome, solve},
        pairing::roster::{Pairing, Pairings},
        timetable::{
            components::components,
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
        together(domain, action, &groups, &parts, watch)
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

/// Solves the levels from `spread` on for all groups, keeping what each has reached above.
fn together(
    domain: &Domain,
    action: &ThursdayAction,
    groups: &[Vec<Pairing>],
    parts: &[Found<Timetable>],
    watch: &dyn Watch,
) -> Result<Outcome<Timetable>, BackendError> {
    let all: Vec<Pairing> = groups.iter().flatten().copied().collect();
    let mut formulation = formulate(domain, action, &all, Levels::All, None);
    let reached: Vec<Vec<LevelResult>> = parts.iter().map(|part| part.levels.clone()).collect();
    formulation.keep(groups, &reached);
    let solved = solve(&formulation.program, watch)?.map(|point| formulation.timetable(&point));
    let Outcome::Found(mut found) = solved else { return Ok(solved) };
    let mut levels = added(parts.to_vec()).levels;
    let above = levels.iter().all(|level| level.proven);
    found.levels.iter_mut().for_each(|level| level.proven &= above);
    levels.append(&mut found.levels);
    Ok(Outcome::Found(Found { roster: found.roster, levels }))
}

/// The parts as one timetable; values and bounds add up, and the sum is proven where every part is.
fn added(parts: Vec<Found<Timetable>>) -> Found<Timetable> {
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
