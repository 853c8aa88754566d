//! From the campaign to the best pairings: states the program, solves it and reads the point.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    solver::Watch,
    thursday::{
        outcome::{Fault, Outcome, solve},
        pairing::{formulation::formulate, roster::Pairings, rule::Rule},
    },
};

/// The best pairings under every rule but `without`, which a test may leave out.
///
/// # Errors
/// A [`Fault`] of the solver.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    without: Option<Rule>,
    watch: &dyn Watch,
) -> Result<Outcome<Pairings>, Fault> {
    let formulation = formulate(domain, action, without);
    let solved = solve(&formulation.program, &formulation, watch)?;
    Ok(solved.map(|point| formulation.pairings(&point)))
}
