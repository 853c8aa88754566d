//! From the pairings to the best timetable.
//!
//! Neighbourhoods that share no unit are solved apart and added up, level by level. Where the plan chooses the
//! Thursdays, `spread` couples them: it and the lot are then solved for all of them by `coupled`.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    solver::Watch,
    thursday::{
        outcome::{Fault, Outcome, solve},
        pairing::roster::Pairings,
        timetable::{
            components::components,
            coupled,
            formulation::{Levels, formulate},
            parts::{added, solved_apart},
            roster::Timetable,
            rule::Rule,
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
    let is_coupled = action.nth.is_none();
    let mut groups = components(pairings);
    if groups.is_empty() {
        groups.push(Vec::new());
    }
    let levels = if is_coupled { Levels::AboveSpread } else { Levels::All };
    let parts = match solved_apart(domain, action, &groups, levels, watch)? {
        Outcome::Found(parts) => parts.roster,
        other => return Ok(other.map(|_| Timetable::default())),
    };
    if is_coupled {
        coupled::together(domain, action, &groups, &parts, watch)
    } else {
        Ok(Outcome::Found(added(&parts)))
    }
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
