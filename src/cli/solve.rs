//! Solving a campaign for a command that needs its plan, and what to say where there is none.

use crate::{
    cli::{
        campaign::Loaded,
        ending::Ending,
        output::{Existing, write_whole},
        terminal::Terminal,
        watch::Clock,
    },
    domain::{Domain, Language},
    experience::reserves::Bench,
    pipeline::{
        self, Defect, Outcome, Sound,
        mending::{self, Mending},
    },
    plan::Plan,
    render::{
        conflict,
        shown::Shown,
        wording::{conflict::Contradiction, run::Run},
    },
    source::Sources,
};
use std::{path::Path, time::Duration};

/// Where the linear program of a failed plan goes.
const REPORT: &str = "chuxin-report.lp";

/// The plan of a campaign; `file` is what the plan calls it.
///
/// # Errors
/// How the run ends where there is no plan; what is to be said of it has been told.
pub fn solve(
    campaign: &Loaded,
    file: &str,
    time_limit: Option<Duration>,
    terminal: Terminal,
) -> Result<Plan, Ending> {
    let Loaded { sources, sound } = campaign;
    let (outcome, stopped) = timed(sound, time_limit, terminal, |clock| pipeline::plan(sound, file, clock));
    concluded(
        outcome,
        stopped,
        &Campaign { domain: &sound.domain, agreed: sound.domain.pins.len(), sources },
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
    time_limit: Option<Duration>,
    terminal: Terminal,
) -> Result<Plan, Ending> {
    let Loaded { sources, sound } = campaign;
    let (outcome, stopped) =
        timed(sound, time_limit, terminal, |clock| mending::repair(sound, file, mending, clock));
    let domain = mending::with_kept(&sound.domain, mending);
    concluded(
        outcome,
        stopped,
        &Campaign { domain: &domain, agreed: sound.domain.pins.len(), sources },
        terminal,
    )
}

/// Runs something under a clock; also whether the clock stopped it.
fn timed<T>(
    campaign: &Sound,
    time_limit: Option<Duration>,
    terminal: Terminal,
    run: impl FnOnce(&Clock) -> T,
) -> (T, bool) {
    let language = terminal.language(Some(campaign.domain.campaign.language));
    let clock = Clock::start(&campaign.domain, language, time_limit);
    let outcome = run(&clock);
    (outcome, clock.was_stopped())
}

/// What was solved, as far as it is needed to say why there is no plan.
struct Campaign<'a> {
    domain: &'a Domain,
    /// How many of the pins were agreed; the others keep what was before a repair.
    agreed: usize,
    sources: &'a Sources,
}

fn concluded(
    outcome: Result<Outcome<Plan>, Defect>,
    stopped: bool,
    campaign: &Campaign<'_>,
    terminal: Terminal,
) -> Result<Plan, Ending> {
    let Campaign { domain, agreed, sources } = *campaign;
    let language = terminal.language(Some(domain.campaign.language));
    match outcome {
        Ok(Outcome::Planned(plan)) => {
            if stopped {
                terminal.hint(language, &Run::Stopped);
            }
            Ok(plan)
        }
        Ok(Outcome::Contradiction(found)) => {
            match found {
                Some(found) => {
                    let shown = Shown::of(domain, false);
                    let text = conflict::text(&shown, agreed, sources, &found, language, terminal.width());
                    terminal.tell(&text);
                }
                None => terminal.complain(language, &Contradiction::Unnamed, None),
            }
            Err(Ending::NoPlan)
        }
        Ok(Outcome::NothingFound) if stopped => {
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

/// Who could step in, up to `wanted` for each placement; nothing where that is not asked for.
///
/// # Errors
/// How the run ends where the search fails; what is to be said of it has been told.
pub fn reserves(
    domain: &Domain,
    plan: &Plan,
    wanted: Option<usize>,
    time_limit: Option<Duration>,
    terminal: Terminal,
) -> Result<Option<Vec<Bench>>, Ending> {
    let Some(wanted) = wanted else { return Ok(None) };
    let language = terminal.language(Some(domain.campaign.language));
    let clock = Clock::start(domain, language, time_limit);
    let found = pipeline::reserves(domain, plan, wanted, &clock);
    drop(clock);
    found.map(Some).map_err(|defect| report(&defect, terminal, language))
}

/// Says what is wrong with the program and leaves its model beside the user's files.
pub(super) fn report(defect: &Defect, terminal: Terminal, language: Language) -> Ending {
    let written = !defect.program.is_empty()
        && write_whole(Path::new(REPORT), defect.program.as_bytes(), Existing::Replace).is_ok();
    let report = Run::Report(REPORT.to_owned());
    terminal.complain(language, &Run::Defect(defect.finding.clone()), written.then_some(&report));
    Ending::Defect
}
