//! Groups of pairings solved apart, and their sum.

use crate::{
    domain::thursday::Pairing,
    planning::outcome::{Defect, Found, Outcome, solve},
    solver::Watch,
    timetable::{
        formulation::{Levels, Setting, formulate},
        level::Level,
        roster::Timetable,
    },
};

/// The best timetable of each group by itself.
///
/// # Errors
/// A [`Defect`] of the solver.
pub fn solved_apart(
    setting: Setting<'_>,
    groups: &[Vec<Pairing>],
    levels: Levels<'_>,
    watch: &dyn Watch,
) -> Result<Outcome<Vec<Found<Timetable, Level>>>, Defect> {
    let mut parts = Vec::with_capacity(groups.len());
    for group in groups {
        let formulation = formulate(setting, group, levels);
        match solve(&formulation.model, &formulation, watch, |point| formulation.timetable(point))? {
            Outcome::Planned(part) => parts.push(part),
            other => return Ok(other.map(|_| Vec::new())),
        }
    }
    Ok(Outcome::Planned(parts))
}

/// The parts as one timetable; values and bounds add up, and the sum is proven where every part is.
pub fn added(parts: &[Found<Timetable, Level>]) -> Found<Timetable, Level> {
    let nothing = || Found { roster: Timetable::default(), levels: Vec::new() };
    let mut sum = parts.first().cloned().unwrap_or_else(nothing);
    for part in parts.iter().skip(1) {
        sum.roster.events.extend(&part.roster.events);
        for (level, more) in sum.levels.iter_mut().zip(&part.levels) {
            level.value += more.value;
            level.bound += more.bound;
            level.proven &= more.proven;
        }
    }
    sum.roster.events.sort_unstable();
    sum
}
