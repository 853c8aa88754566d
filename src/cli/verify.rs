//! `chuxin verify FILE PLAN`: the independent check of a saved plan.

use crate::{
    cli::{
        belonging::Belonging,
        campaign::{read_varied, tell},
        ending::Ending,
        options::{Format, seconds},
        solve::{Task, reasons_again},
        terminal::Terminal,
        variations::Variations,
        watch::was_stopped,
    },
    diagnostic::Diagnostic,
    domain::Language,
    pipeline::{
        second_reading::{SecondReading, read_plan},
        untrue::untrue,
    },
    plan::saved,
    planning::reason::Rechecked,
    render::{
        edition::shown::Shown,
        verdict::{Reading, action::ActionReading, reasons::Reasons, unread},
        wording::{explain::Explain, run::Run},
    },
    source::Sources,
};
use clap::Args;
use std::{io, path::PathBuf, time::Duration};

/// `chuxin verify`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin verify campaign.yaml plan.json
  chuxin verify campaign.yaml plan.json --format json    the same as data
  chuxin verify campaign.yaml plan.json --reasons        each reason of plan --explain, solved again

Each broken rule is named with the people and its line in the plan.
Exit code 0 where every rule is kept and all that is said is so, 2 where not, 130 where Ctrl-C left reasons unchecked.")]
pub struct VerifyArguments {
    /// The campaign file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The saved plan
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// What the campaign is read with
    #[command(flatten)]
    pub variations: Variations,
    /// Solve each reason of `plan --explain` again, and say which hold
    #[arg(long)]
    pub reasons: bool,
    /// Stop solving after so many seconds, and say how many reasons were not reached
    #[arg(long, value_name = "SECONDS", value_parser = seconds, requires = "reasons")]
    pub time_limit: Option<Duration>,
    /// Sentences, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// Reads the plan against the rules and says what it breaks; ends well only where it breaks nothing.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &VerifyArguments, terminal: Terminal) -> io::Result<Ending> {
    let (mut sources, reading) = read_varied(&arguments.file, &arguments.variations);
    let language = terminal.language(reading.language);
    let refused = |sources: &Sources, problems: &[Diagnostic]| {
        match arguments.format {
            Format::Text => tell(sources, problems, terminal, language),
            Format::Json => terminal.print(&unread(problems, sources, language)?)?,
        }
        Ok(Ending::Refused)
    };
    let problems = reading.diagnostics;
    let Some(campaign) = reading.campaign else { return refused(&sources, &problems) };
    // A file that is no plan is read below, for everything that is wrong with it.
    if let Ok(file) = saved::open(&mut Sources::default(), &arguments.plan) {
        let belonging = Belonging {
            plan: &arguments.plan,
            provenance: &file.saved.campaign,
            file: &arguments.file,
            sources: &sources,
            digest: &campaign.digest,
            variations: &arguments.variations,
            argument: "file",
            may_be_left_out: false,
        };
        match belonging.check() {
            Ok(Some(note)) => terminal.note(language, &note),
            Ok(None) => {}
            Err(problem) => return refused(&sources, &[*problem]),
        }
    }
    let read = match read_plan(&mut sources, &campaign, &arguments.plan) {
        Ok(read) => read,
        Err(found) => return refused(&sources, &[problems, found].concat()),
    };
    let variations = &read.resolved.plan.campaign.variations;
    if read.other_campaign && *variations != campaign.variations {
        terminal.hint(language, &Run::MadeWith(variations.clone()));
    }
    let shown = Shown::of(&campaign.domain, false);
    let task = Task::begin(arguments.time_limit, None);
    let again = || reasons_again(&campaign.domain, &read, &task, terminal);
    let again = match arguments.reasons.then(again).transpose() {
        Ok(again) => again,
        Err(ending) => return Ok(ending),
    };
    drop(task);
    let reasons = match &again {
        None => Reasons::NotAsked,
        Some(None) => Reasons::NotSolved,
        Some(Some(again)) => Reasons::Solved(&again.stood),
    };
    let untrue = untrue(&campaign.domain, &read, again.as_ref().and_then(Option::as_ref));
    let verdict =
        Reading { problems: &problems, untrue: &untrue, reasons, ..verdict(&sources, &shown, &read) };
    match arguments.format {
        Format::Text => {
            tell(&sources, &problems, terminal, language);
            terminal.print(&verdict.text(language))?;
        }
        Format::Json => terminal.print(&verdict.json(language)?)?,
    }
    Ok(ending(again.iter().flatten().flat_map(|again| &again.stood), verdict.holds(), terminal, language))
}

/// How the run ends. Where the user stopped it before every reason was solved again, it says how many were.
fn ending<'a>(
    stood: impl Iterator<Item = &'a Rechecked> + Clone,
    holds: bool,
    terminal: Terminal,
    language: Language,
) -> Ending {
    let all = stood.clone().count();
    let open = stood.filter(|one| **one == Rechecked::NotReached).count();
    let is_cut_short = open > 0 && was_stopped();
    if is_cut_short {
        terminal.hint(language, &Explain::NotChecked { all, open });
    }
    match holds {
        true if is_cut_short => Ending::Interrupted,
        true => Ending::Done,
        false => Ending::Refused,
    }
}

/// What is to be said of the rules, of a plan that was read a second time.
pub fn verdict<'a>(sources: &'a Sources, domain: &'a Shown<'a>, read: &'a SecondReading) -> Reading<'a> {
    let plan = read.resolved.plan.thursday_action.as_ref();
    let thursday = domain.thursday.as_ref().zip(plan).zip(read.thursday.as_ref());
    let places = &read.resolved.places;
    let thursday = thursday.map(|((action, plan), read)| ActionReading {
        domain,
        action,
        plan,
        places,
        pairings: &read.pairings,
        timetable: &read.timetable,
        recounted: &read.recounted,
    });
    Reading {
        sources,
        domain,
        resolved: &read.resolved,
        violations: &read.violations,
        untrue: &[],
        reasons: Reasons::NotAsked,
        recounted: &read.recounted,
        problems: &[],
        other_campaign: read.other_campaign,
        lost_earlier: read.lost_earlier.as_deref(),
        thursday,
        unread_thursday: read.has_thursday_action && domain.thursday.is_none(),
        missing_thursday: domain.thursday.is_some() && !read.has_thursday_action,
    }
}
