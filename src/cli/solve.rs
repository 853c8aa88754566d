//! Solving a campaign for a command that needs its plan, and what to say where there is none.

use crate::{
    cli::{
        campaign::Loaded,
        ending::Ending,
        files::Existing,
        folder::write_one,
        terminal::Terminal,
        watch::{Clock, Deadline, was_stopped},
    },
    domain::{Domain, Language},
    experience::reserves::Reserves,
    pipeline::{
        self, Planned, ValidCampaign,
        experience::claims::{self, Again, Watched},
        mending::{self, EarlierRosters, Giving, Handed, Mending},
        second_reading::SecondReading,
    },
    plan::{Claims, Plan},
    planning::outcome::{Defect, Outcome},
    render::{
        conflict::{self, Agreed, Ordered},
        edition::shown::Shown,
        terminal::Page,
        wording::{contradiction::Contradiction, explain::Explain, run::Run},
    },
    solver::{Part, Watch},
    source::Sources,
};
use std::{path::Path, time::Duration};

/// What is to be sought, and how long.
#[derive(Debug)]
pub struct Task {
    /// Until when.
    pub deadline: Deadline,
    /// How many reserves are wanted for each placement, where that is asked for.
    pub reserves: Option<usize>,
}

impl Task {
    /// Its time begins now.
    pub fn begin(time_limit: Option<Duration>, reserves: Option<usize>) -> Self {
        Self { deadline: Deadline::start(time_limit), reserves }
    }
}

/// Where the linear program of a failed plan goes.
const REPORT: &str = "chuxin-report.lp";

/// The plan of a campaign; `file` is what the plan calls it.
///
/// # Errors
/// How the run ends where there is no plan; what is to be said of it has been told.
pub fn solve(campaign: &Loaded, file: &str, task: &Task, terminal: Terminal) -> Result<Plan, Ending> {
    let plan = solve_for_questions(campaign, file, task, terminal)?;
    tell_stopped(&campaign.campaign.domain, terminal);
    Ok(plan)
}

/// The same where the plan itself is not printed.
///
/// # Errors
/// Those of [`solve`].
pub fn solve_for_questions(
    campaign: &Loaded,
    file: &str,
    task: &Task,
    terminal: Terminal,
) -> Result<Plan, Ending> {
    let Loaded { sources, campaign } = campaign;
    let outcome = timed(campaign, task, terminal, |watch| pipeline::plan(campaign, file, watch));
    concluded(
        outcome,
        &Campaign {
            domain: &campaign.domain,
            agreed: Agreed { pins: campaign.domain.pins.len(), ordered: &[] },
            sources,
        },
        terminal,
    )
}

/// The plan that mends an earlier one.
///
/// # Errors
/// Those of [`solve`].
pub fn mend(
    campaign: &Loaded,
    file: &str,
    mending: &Mending,
    task: &Task,
    terminal: Terminal,
) -> Result<Plan, Ending> {
    let Loaded { sources, campaign } = campaign;
    let outcome = timed(campaign, task, terminal, |watch| mending::repair(campaign, file, mending, watch));
    let domain = mending::with_kept(&campaign.domain, mending);
    let ordered = mending.ordered.iter().map(|Handed { visit, option }| {
        let swaps = matches!(option, Giving::Swap(_));
        Ordered { visit: visit.clone(), option: option.said(), swaps }
    });
    let ordered: Vec<Ordered> = ordered.collect();
    let agreed = Agreed { pins: campaign.domain.pins.len(), ordered: &ordered };
    let plan = concluded(outcome, &Campaign { domain: &domain, agreed, sources }, terminal)?;
    tell_stopped(&domain, terminal);
    Ok(plan)
}

/// Says of a plan that follows that the user stopped the search for it.
fn tell_stopped(domain: &Domain, terminal: Terminal) {
    if was_stopped() {
        terminal.hint(terminal.language(Some(domain.campaign.language)), &Run::Stopped);
    }
}

/// Seeks a plan under a clock; where reserves are wanted too, half of the time is left for them.
fn timed<T>(
    campaign: &ValidCampaign,
    task: &Task,
    terminal: Terminal,
    run: impl FnOnce(&dyn Watch) -> T,
) -> T {
    let language = terminal.language(Some(campaign.domain.campaign.language));
    let clock = Clock::start(language, &task.deadline);
    match task.reserves {
        Some(_) => run(&Part::leaving(&clock, 2)),
        None => run(&clock),
    }
}

/// What was solved, as far as it is needed to say why there is no plan.
struct Campaign<'a> {
    domain: &'a Domain,
    /// Where its pins come from.
    agreed: Agreed<'a>,
    sources: &'a Sources,
}

fn concluded(
    outcome: Result<Planned, Defect>,
    campaign: &Campaign<'_>,
    terminal: Terminal,
) -> Result<Plan, Ending> {
    let Campaign { domain, agreed, sources } = *campaign;
    let language = terminal.language(Some(domain.campaign.language));
    match outcome {
        Ok(Outcome::Planned(plan)) => Ok(plan),
        Ok(Outcome::Contradiction(found)) => {
            match found {
                Some(found) => {
                    let shown = Shown::of(domain, false);
                    let page = Page { language, width: terminal.width() };
                    let text = conflict::text(&shown, agreed, sources, &found, page);
                    terminal.tell(&text);
                }
                None => terminal.complain(language, &Contradiction::Unnamed, None),
            }
            Err(Ending::NoPlan)
        }
        Ok(Outcome::NothingFound) if was_stopped() => {
            terminal.complain(language, &Run::StoppedEmpty, None);
            Err(Ending::NoPlan)
        }
        Ok(Outcome::NothingFound) => {
            terminal.complain(language, &Run::NothingFound, Some(&Run::GiveMoreTime));
            Err(Ending::NoPlan)
        }
        Err(defect) => Err(report(&defect, terminal, language)),
    }
}

/// Who could step in, in the time that is left; nothing where that is not asked for.
///
/// # Errors
/// How the run ends where the search fails; what is to be said of it has been told.
pub fn reserves(
    domain: &Domain,
    plan: &Plan,
    task: &Task,
    terminal: Terminal,
) -> Result<Option<Reserves>, Ending> {
    let Some(wanted) = task.reserves else { return Ok(None) };
    let language = terminal.language(Some(domain.campaign.language));
    let clock = Clock::start(language, &task.deadline);
    let found = pipeline::reserves(domain, plan, wanted, &clock);
    drop(clock);
    found.map(Some).map_err(|defect| report(&defect, terminal, language))
}

/// Gives a plan the reasons of all that it does not have, in the time that is left; where reserves are wanted too, in half of it.
///
/// # Errors
/// How the run ends where the search fails; what is to be said of it has been told.
pub fn reasons(
    domain: &Domain,
    plan: &mut Plan,
    mended: Option<&EarlierRosters>,
    task: &Task,
    terminal: Terminal,
) -> Result<(), Ending> {
    let language = terminal.language(Some(domain.campaign.language));
    let clock = Clock::start(language, &task.deadline);
    let steps = clock.steps();
    let half = Part::leaving(&steps, 2);
    let watch: &dyn Watch = if task.reserves.is_some() { &half } else { &steps };
    let tell = |position, all| steps.tell(&Explain::Proving(position, all));
    let proved = claims::prove(domain, plan, mended, Watched { watch, tell: &tell });
    drop(clock);
    proved.map_err(|defect| report(&defect, terminal, language))?;
    if let Some(Claims { all, open }) = plan.claims().filter(|claims| claims.open > 0) {
        terminal.hint(language, &Explain::NotProved { all, open, stopped: was_stopped() });
    }
    Ok(())
}

/// The claims of a saved plan solved again; nothing where it has none, or none that can be solved.
///
/// # Errors
/// How the run ends where the search fails; what is to be said of it has been told.
pub fn reasons_again(
    domain: &Domain,
    read: &SecondReading,
    task: &Task,
    terminal: Terminal,
) -> Result<Option<Again>, Ending> {
    let language = terminal.language(Some(domain.campaign.language));
    let clock = Clock::start(language, &task.deadline);
    let steps = clock.steps();
    let tell = |position, all| steps.tell(&Explain::Again(position, all));
    let found = read.again(domain, Watched { watch: &steps, tell: &tell });
    drop(clock);
    found.map_err(|defect| report(&defect, terminal, language))
}

/// Says what is wrong with the program and leaves its model beside the user's files.
pub(super) fn report(defect: &Defect, terminal: Terminal, language: Language) -> Ending {
    let written = !defect.program.is_empty()
        && write_one(Path::new(REPORT), defect.program.as_bytes(), Existing::Replace).is_ok();
    let report = Run::Report(REPORT.to_owned());
    terminal.complain(language, &Run::Defect(defect.finding.clone()), written.then_some(&report));
    Ending::Defect
}
