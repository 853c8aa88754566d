//! From the campaign to the best pairings: states the program, solves it and reads the point.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    planning::rules::Rulebook,
    solver::Watch,
    thursday::{
        outcome::{Fault, Outcome, solve},
        pairing::{
            formulation::formulate,
            roster::{Pairings, Previous},
        },
    },
};

/// The best pairings; after an earlier plan with as little change as can be.
///
/// # Errors
/// A [`Fault`] of the solver.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Outcome<Pairings>, Fault> {
    let formulation = formulate(domain, action, Rulebook::ALL, previous);
    let solved = solve(&formulation.program, &formulation, watch)?;
    Ok(solved.map(|point| formulation.pairings(&point)))
}
