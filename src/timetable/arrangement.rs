//! From the pairings to the best timetable.
//!
//! Neighbourhoods that share no unit are solved apart and added up, level by level. Where the plan chooses the
//! Thursdays, `spread` couples them: it and the lot are then solved for all of them by `coupled`.

use crate::{
    domain::thursday::Pairings,
    planning::{
        earlier::Earlier,
        model::count,
        outcome::{Defect, Found, Outcome, solve},
        reading::Findings,
    },
    solver::Watch,
    timetable::{
        components::components,
        coupled,
        formulation::{Levels, Setting, formulate},
        level::Level,
        parts::{added, solved_apart},
        roster::{Event, Timetable},
        verification::{
            recount::{recount, unsettled},
            violations,
        },
    },
};

/// The best timetable for the pairings, read a second time.
///
/// # Errors
/// A [`Defect`] of the solver, or where the timetable fails when it is read a second time.
pub fn arrange(
    setting: Setting<'_>,
    pairings: &Pairings,
    watch: &dyn Watch,
) -> Result<Outcome<Found<Timetable, Level>>, Defect> {
    let is_coupled = setting.action.nth.is_none();
    let mut groups = components(pairings);
    if groups.is_empty() {
        groups.push(Vec::new());
    }
    let levels = if is_coupled { Levels::AboveSpread } else { Levels::All };
    let planned = solved_apart(setting, &groups, levels, watch)?.and_then(|parts| {
        if is_coupled {
            coupled::together(setting, &groups, &parts, watch)
        } else {
            Ok(Outcome::Planned(added(&parts)))
        }
    })?;
    planned.and_then(|found| confirmed(setting, pairings, with_lost(found, setting.previous)))
}

/// What was found, read a second time.
fn confirmed(
    setting: Setting<'_>,
    pairings: &Pairings,
    found: Found<Timetable, Level>,
) -> Result<Outcome<Found<Timetable, Level>>, Defect> {
    let Setting { domain, action, previous, .. } = setting;
    let findings = Findings {
        violations: violations(domain, action, pairings, &found.roster),
        unsettled: previous.map(|previous| unsettled(&found.roster, previous)).unwrap_or_default(),
        levels: recount(domain, action, pairings, &found.roster, previous),
    };
    findings.confirm(&found.levels).map_err(|finding| {
        let formulation = formulate(setting, &pairings.pairings, Levels::All);
        Defect::of(finding, &formulation.model.program, &formulation)
    })?;
    Ok(Outcome::Planned(found))
}

/// The events of an earlier plan that had no column are gone in any case: value and bound of `timetable-changes` hold
/// them.
fn with_lost(
    mut found: Found<Timetable, Level>,
    previous: Option<&Earlier<Event>>,
) -> Found<Timetable, Level> {
    let Some(previous) = previous else { return found };
    let kept = found.roster.events.iter().filter(|event| previous.has(event)).count();
    let gone = count(previous.had() - kept);
    for level in found.levels.iter_mut().filter(|result| result.level == Level::Changes) {
        level.bound += gone - level.value;
        level.value = gone;
    }
    found
}

/// The timetable of all pairings in one undivided program.
///
/// # Errors
/// A [`Defect`] of the solver.
pub fn arrange_undivided(
    setting: Setting<'_>,
    pairings: &Pairings,
    watch: &dyn Watch,
) -> Result<Outcome<Found<Timetable, Level>>, Defect> {
    let formulation = formulate(setting, &pairings.pairings, Levels::All);
    solve(&formulation.model, &formulation, watch, |point| formulation.timetable(point))
}
