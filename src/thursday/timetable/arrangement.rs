//! From the pairings to the best timetable.
//!
//! Neighbourhoods that share no unit are solved apart and added up, level by level. Where the plan chooses the
//! Thursdays, `spread` couples them: it and the lot are then solved for all of them by `coupled`.

use crate::{
    solver::Watch,
    thursday::{
        outcome::{Fault, Found, Outcome, solve},
        pairing::roster::Pairings,
        timetable::{
            components::components,
            coupled,
            formulation::{Levels, Setting, formulate},
            parts::{added, solved_apart},
            roster::{Previous, Timetable},
            rule::CHANGES,
        },
    },
};

/// The best timetable for the pairings.
///
/// # Errors
/// A [`Fault`] of the solver.
pub fn arrange(
    setting: Setting<'_>,
    pairings: &Pairings,
    watch: &dyn Watch,
) -> Result<Outcome<Timetable>, Fault> {
    let is_coupled = setting.action.nth.is_none();
    let mut groups = components(pairings);
    if groups.is_empty() {
        groups.push(Vec::new());
    }
    let levels = if is_coupled { Levels::AboveSpread } else { Levels::All };
    let parts = match solved_apart(setting, &groups, levels, watch)? {
        Outcome::Found(parts) => parts.roster,
        other => return Ok(other.map(|_| Timetable::default())),
    };
    let planned = if is_coupled {
        coupled::together(setting, &groups, &parts, watch)?
    } else {
        Outcome::Found(added(&parts))
    };
    Ok(match (planned, setting.previous) {
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

/// The timetable of all pairings in one undivided program.
///
/// # Errors
/// A [`Fault`] of the solver.
pub fn arrange_undivided(
    setting: Setting<'_>,
    pairings: &Pairings,
    watch: &dyn Watch,
) -> Result<Outcome<Timetable>, Fault> {
    let formulation = formulate(setting, &pairings.pairings, Levels::All);
    Ok(solve(&formulation.program, &formulation, watch)?.map(|point| formulation.timetable(&point)))
}
