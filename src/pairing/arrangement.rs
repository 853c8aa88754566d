//! From the campaign to the best pairings: states the program, solves it and reads what was found a second time.

use crate::{
    domain::{
        Domain,
        thursday::{Pairing, Pairings, ThursdayAction},
    },
    pairing::{
        formulation::formulate,
        level::Level,
        verification::{recount, unsettled, violations},
    },
    planning::{
        earlier::Earlier,
        outcome::{Defect, Found, Outcome, solve},
        reading::Findings,
        rules::Rulebook,
    },
    solver::Watch,
};

/// The best pairings; after an earlier plan with as little change as can be.
///
/// # Errors
/// A [`Defect`] of the solver, or where the pairings fail when they are read a second time.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    previous: Option<&Earlier<Pairing, Vec<Pairing>>>,
    watch: &dyn Watch,
) -> Result<Outcome<Found<Pairings, Level>>, Defect> {
    let formulation = formulate(domain, action, Rulebook::ALL, previous);
    solve(&formulation.model, &formulation, watch, |point| formulation.pairings(point))?.and_then(|found| {
        let findings = Findings {
            violations: violations(domain, action, &found.roster),
            unsettled: previous.map(|previous| unsettled(&found.roster, previous)).unwrap_or_default(),
            levels: recount(domain, action, &found.roster, previous),
        };
        findings
            .confirm(&found.levels)
            .map_err(|finding| Defect::of(finding, &formulation.model.program, &formulation))?;
        Ok(Outcome::Planned(found))
    })
}
