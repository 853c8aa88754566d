//! Questions about pairings: why a unit or a neighbourhood is not with the nearest.

use crate::{
    cli::{
        ending::Ending,
        explain::Origin,
        solve::{Task, report},
        terminal::Terminal,
        watch::Clock,
    },
    domain::{places::NeighbourhoodIx, places::UnitIx, thursday::Pairing},
    pairing::counterfactual::End,
    pipeline::thursday::trial,
    render::{
        block::Section,
        edition::{Edition, names::Names, shown::Shown},
        pairing::why::{data, section},
    },
};
use serde_json::Value;

/// What is said of a unit.
///
/// # Errors
/// Those of [`told`].
pub(super) fn unit(
    origin: &Origin,
    unit: UnitIx,
    task: &Task,
    terminal: Terminal,
) -> Result<Option<(Section, Value)>, Ending> {
    told(origin, End::Unit(unit), task, terminal)
}

/// What is said of a neighbourhood.
///
/// # Errors
/// Those of [`told`].
pub(super) fn neighbourhood(
    origin: &Origin,
    neighbourhood: NeighbourhoodIx,
    task: &Task,
    terminal: Terminal,
) -> Result<Option<(Section, Value)>, Ending> {
    told(origin, End::Neighbourhood(neighbourhood), task, terminal)
}

/// Who is paired at an end of pairings, and what nearer pairings would cost; `None` where there is no Thursday Action.
///
/// # Errors
/// How the run ends where nothing can be said; what is to be said of it has been told.
fn told(
    origin: &Origin,
    end: End,
    task: &Task,
    terminal: Terminal,
) -> Result<Option<(Section, Value)>, Ending> {
    let domain = &origin.loaded.campaign.domain;
    let Some(plan) = origin.plan.thursday_action.as_ref() else { return Ok(None) };
    let earlier = origin.mended.as_ref().and_then(|mended| mended.thursday.as_ref());
    let Some(trial) = trial(domain, plan, earlier) else { return Ok(None) };
    let language = terminal.language(Some(domain.campaign.language));
    let clock = Clock::start(language, &task.deadline);
    let found = trial.alternatives(end, &clock);
    drop(clock);
    let alternatives = found.map_err(|defect| report(&defect, terminal, language))?;
    let is_there = |pair: &&Pairing| match end {
        End::Unit(unit) => pair.unit == unit,
        End::Neighbourhood(place) => pair.neighbourhood == place,
    };
    let pairings: Vec<Pairing> = plan.pairings.pairings.iter().filter(is_there).copied().collect();
    let shown = Shown::of(domain, false);
    let names = Names::of(&shown, language);
    let edition = Edition::on_screen(&shown, &origin.plan, &names, language);
    Ok(Some((section(edition, &pairings, &alternatives), data(edition, &pairings, &alternatives))))
}
