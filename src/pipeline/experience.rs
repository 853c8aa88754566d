//! The experience: who is eligible, the program, its solution, the roster, and the second reading.

use crate::{
    domain::Domain,
    experience::{
        eligibility,
        explanation::{conflict::conflict, reasons},
        formulation::{self, Formulation},
        roster::{Previous, Roster},
        verification::{recount, unsettled, violations},
    },
    lp::{check::breaches, write::lp_text},
    pipeline::{Defect, Outcome},
    plan::ExperiencePlan,
    planning::rules::Rulebook,
    solver::{self, Solution, Watch},
};

/// Who spends which day at which post; after an earlier plan, as little of it as possible changes.
pub(super) fn plan(
    domain: &Domain,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Outcome<ExperiencePlan>, Defect> {
    let eligible = eligibility::eligible(domain, Rulebook::ALL);
    let formulation = formulation::formulate(domain, &eligible, Rulebook::ALL, previous);
    let defect =
        |finding: String| Defect { finding, program: lp_text(&formulation.program, &formulation, 0, &[]) };
    let solution = match solver::solve(&formulation.program, watch).map_err(|error| defect(error.0))? {
        solver::Outcome::Solved(solution) => formulation.settled(solution),
        solver::Outcome::Contradiction => {
            let conflict = conflict(domain, previous, watch).map_err(|error| defect(error.0))?;
            return Ok(Outcome::Contradiction(conflict));
        }
        solver::Outcome::NothingFound => return Ok(Outcome::NothingFound),
    };
    let roster = formulation.roster(&solution.point);
    verify(domain, previous, &formulation, &solution, &roster).map_err(defect)?;
    let (unplaced, shortages, unfulfilled) = reasons::explain(domain, &eligible, &roster, previous);
    let levels = solution.levels;
    Ok(Outcome::Planned(ExperiencePlan { levels, roster, unplaced, shortages, unfulfilled }))
}

/// Checks the point row by row, every rule from the roster alone, and every level by counting again.
fn verify(
    domain: &Domain,
    previous: Option<&Previous>,
    formulation: &Formulation<'_>,
    solution: &Solution,
    roster: &Roster,
) -> Result<(), String> {
    let breaches = breaches(&formulation.program, &solution.point);
    if !breaches.is_empty() {
        return Err(format!("the point breaks the program: {breaches:?}"));
    }
    let violations = violations(domain, roster);
    if !violations.is_empty() {
        return Err(format!("the roster breaks rules: {violations:?}"));
    }
    let said: Vec<(String, i64)> =
        solution.levels.iter().map(|level| (level.id.clone(), level.value)).collect();
    let unsettled = previous.map(|previous| unsettled(roster, previous)).unwrap_or_default();
    if !unsettled.is_empty() {
        return Err(format!("what was before the day of the change is no longer the same: {unsettled:?}"));
    }
    let counted = recount(domain, roster, previous);
    if counted != said {
        return Err(format!("the levels are {said:?} and were counted as {counted:?}"));
    }
    Ok(())
}
