//! From the campaign to the best pairings: states the program, solves it and reads the point.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    solver::{BackendError, Watch},
    thursday::{
        outcome::{Outcome, solve},
        pairing::{formulation::formulate, roster::Pairings, rule::Rule},
    },
};

/// The best pairings under every rule but `without`, which a test may leave out.
///
/// # Errors
/// [`BackendError`] from the solver.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    without: Option<Rule>,
    watch: &dyn Watch,
) -> Result<Outcome<Pairings>, BackendError> {
    let formulation = formulate(domain, action, without);
    let solved = solve(&formulation.program, watch)?;
    Ok(solved.map(|point| formulation.pairings(&point)))
}
