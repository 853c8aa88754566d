//! From the campaign to the best pairings: states the program, solves it and reads the point.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    solver::Watch,
    thursday::{
        outcome::{Fault, Outcome, solve},
        pairing::{
            formulation::formulate_after,
            roster::{Pairings, Previous},
            rule::Rule,
        },
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
    arrange_after(domain, action, without, None, watch)
}

/// The same after an earlier plan.
///
/// # Errors
/// Those of [`arrange`].
pub fn arrange_after(
    domain: &Domain,
    action: &ThursdayAction,
    without: Option<Rule>,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Outcome<Pairings>, Fault> {
    let formulation = formulate_after(domain, action, without, previous);
    let solved = solve(&formulation.program, &formulation, watch)?;
    Ok(solved.map(|point| formulation.pairings(&point)))
}
