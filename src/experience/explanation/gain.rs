//! What a changed campaign gains over another, level by level.
//!
//! In: two campaigns. Out: the first level on which their best plans differ.

use crate::{
    domain::{Domain, rules::Priority},
    experience::{
        eligibility::eligible,
        explanation::consequence::Change,
        formulation::{formulate, settling::settled},
        level::Level,
        verification::{recount, violations},
    },
    lp::LevelResult,
    planning::{
        outcome::{Defect, Found, Outcome, solve},
        reading::Findings,
        rules::Rulebook,
    },
    solver::Watch,
};

/// What the best plan of a campaign reaches on every level above the lot; `None` where there is none, or where not all of it was
/// proved in the time.
///
/// # Errors
/// A [`Defect`] of the solver, or where its roster fails when it is read a second time.
pub fn best(domain: &Domain, watch: &dyn Watch) -> Result<Option<Vec<LevelResult<Level>>>, Defect> {
    let eligible = eligible(domain, Rulebook::ALL);
    let mut formulation = formulate(domain, &eligible, Rulebook::ALL, None);
    let above = formulation.model.levels.len().saturating_sub(1);
    formulation.model.keep_levels(above);
    let found = solve(&formulation.model, &formulation, watch, |point| formulation.roster(point))?;
    let Outcome::Planned(Found { roster, levels }) = found else { return Ok(None) };
    let levels = settled(levels);
    let mut counted = recount(domain, &roster, None);
    counted.truncate(above);
    let findings =
        Findings { violations: violations(domain, &roster), unsettled: Vec::<()>::new(), levels: counted };
    let confirmed = findings.confirm(&levels);
    confirmed.map_err(|finding| Defect::of(finding, &formulation.model.program, &formulation))?;
    Ok(levels.iter().all(|level| level.proven).then_some(levels))
}

/// The first level on which a changed campaign differs; where somebody joins it, only whether needs are met better, for what else is
/// counted of that person is no gain for the others.
pub fn difference(
    plan: &[LevelResult<Level>],
    changed: &[LevelResult<Level>],
    somebody_joins: bool,
) -> Option<Change> {
    let both = plan.iter().zip(changed).take_while(|(one, other)| one.level == other.level);
    let found = both.into_iter().find(|(one, other)| one.value != other.value);
    let change = found.map(|(one, other)| Change {
        level: one.level,
        sense: one.sense,
        from: one.value,
        to: other.value,
    });
    change.filter(|change| !somebody_joins || change.level == Level::Priority(Priority::Coverage))
}
