//! `chuxin compare BASE SCENARIO…`: campaigns solved side by side.

use crate::{
    cli::{
        campaign::tell,
        ending::Ending,
        files::{Existing, obstacle, refuse, shown},
        folder::write_one,
        options::{Format, Levels, seconds},
        print::pdf,
        solve::report,
        terminal::Terminal,
        variations::Variations,
        watch::{Clock, Deadline, was_stopped},
    },
    diagnostic::{Diagnostic, problem::Problem},
    domain::Language,
    inquiry::{
        comparison::{Candidate, Comparison, Conclusion},
        side_by_side::{self, Solved},
    },
    pipeline::{self, Reading, ValidCampaign},
    planning::outcome::Outcome,
    render::{
        comparison::{self, Sides},
        conflict::{self, Agreed},
        edition::shown::Shown,
        html,
        terminal::Page,
        wording::{inquiry::Inquiry, run::Run},
    },
    source::Sources,
};
use clap::Args;
use std::{
    collections::BTreeMap,
    io,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// `chuxin compare`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin compare campaign.yaml what-if/*.yaml                  scenarios against the first, the base
  chuxin compare campaign.yaml --set rules.max_distance_km=2   the campaign against itself, varied
  chuxin compare campaign.yaml --without unit:bank --format json

--set and --without make one further column: the base, varied.
Ctrl-C stops: what is solved stands, the other columns say that they were stopped.
Exit code 0 where each has a plan, 2 where one has errors, 3 where one has no plan.")]
pub struct CompareArguments {
    /// The campaign file with which the others are compared
    #[arg(value_name = "BASE")]
    pub base: PathBuf,
    /// Scenarios, or other campaigns
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// What the base is varied with, for one further column
    #[command(flatten)]
    pub variations: Variations,
    /// For each campaign: stop seeking after so many seconds with the best plan so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// Whether levels in which nothing differs are told too.
    #[command(flatten)]
    pub levels: Levels,
    /// Write the comparison as a sheet for the meeting too: HTML, or PDF where the name ends in .pdf
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<PathBuf>,
    /// Overwrite the file of --sheet
    #[arg(long)]
    pub force: bool,
    /// Print personal telephone numbers that stand in names and changes too, but for the sheet
    #[arg(long)]
    pub contacts: bool,
    /// Tables and sentences, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// Compares the campaigns.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &CompareArguments, terminal: Terminal) -> io::Result<Ending> {
    let mut sources = Sources::default();
    let changes = arguments.variations.changes(&mut sources);
    let mut files = vec![&arguments.base];
    files.extend(&arguments.scenarios);
    let mut readings: Vec<Reading> = files.iter().map(|file| pipeline::read(&mut sources, file)).collect();
    if !changes.is_empty() {
        files.push(&arguments.base);
        readings.push(pipeline::read_varied(&mut sources, &arguments.base, &changes));
    }
    let language = terminal.language(readings.iter().find_map(|reading| reading.language));
    if readings.len() < 2 {
        terminal.complain(language, &Inquiry::NothingToCompare, None);
        terminal.hint(language, &Inquiry::NameScenario);
        return Ok(Ending::Refused);
    }
    let existing = Existing::forced(arguments.force);
    if let Some(problem) = arguments.sheet.as_deref().and_then(|path| obstacle(path, existing)) {
        return Ok(refuse(&problem, terminal, language));
    }
    tell(&sources, &errors(&readings, &sources), terminal, language);
    let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    let solved = solve(arguments, &readings, &names, terminal, language);
    let mut results = solved.iter();
    let said: Vec<String> = changes.iter().map(|change| change.said(&sources)).collect();
    let written = 1 + arguments.scenarios.len();
    let candidates = readings.iter().zip(&names).enumerate().map(|(position, (reading, file))| Candidate {
        file: file.clone(),
        options: if position < written { Vec::new() } else { said.clone() },
        reading,
        was_stopped: was_stopped(),
        solved: reading.campaign.as_ref().and_then(|_| results.next()),
    });
    let comparison = Comparison::of(candidates.collect());
    let page = Page { language, width: terminal.width() };
    let sides = Sides::of(&comparison, arguments.contacts);
    terminal.print(&match arguments.format {
        Format::Text => page.text(comparison::sections(&sides, arguments.levels.levels, language)),
        Format::Json => serde_json::to_string_pretty(&comparison::data::data(&sides))? + "\n",
    })?;
    explain(&readings, &solved, &sources, terminal, language);
    if let Some(path) = &arguments.sheet
        && let Err(ending) = sheet(path, arguments.force, &comparison, terminal, language)
    {
        return Ok(ending);
    }
    Ok(comparison.columns.iter().map(|column| ending(column.conclusion)).max().unwrap_or(Ending::Done))
}

/// Writes the sheet for the meeting.
fn sheet(
    path: &Path,
    force: bool,
    comparison: &Comparison<'_>,
    terminal: Terminal,
    language: Language,
) -> Result<(), Ending> {
    let text = html::comparison::text(&Sides::of(comparison, false), language);
    let bytes = if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
        match pdf::bytes(&text, path, None) {
            Ok(bytes) => bytes,
            Err(trouble) => {
                terminal.complain(language, &trouble, None);
                return Err(Ending::Refused);
            }
        }
    } else {
        text.into_bytes()
    };
    match write_one(path, &bytes, Existing::forced(force)) {
        Ok(()) => terminal.note(language, &Run::SheetSaved(shown(path))),
        Err(problem) => return Err(refuse(&problem, terminal, language)),
    }
    Ok(())
}

/// Every error once: a base is read anew for each of its scenarios, and has the same faults each time.
fn errors(readings: &[Reading], sources: &Sources) -> Vec<Diagnostic> {
    let place = |error: &Diagnostic| {
        error.place.map(|place| (sources.name(place.file).to_owned(), place.start, place.end))
    };
    let mut known: BTreeMap<_, Vec<&Problem>> = BTreeMap::new();
    let mut errors: Vec<Diagnostic> = Vec::new();
    for error in readings.iter().flat_map(|reading| &reading.diagnostics).filter(|one| one.is_error()) {
        let here = known.entry(place(error)).or_default();
        if !here.contains(&&error.problem) {
            here.push(&error.problem);
            errors.push(error.clone());
        }
    }
    errors
}

fn solve(
    arguments: &CompareArguments,
    readings: &[Reading],
    names: &[String],
    terminal: Terminal,
    language: Language,
) -> Vec<Solved> {
    let campaigns: Vec<(&ValidCampaign, &str)> = readings
        .iter()
        .zip(names)
        .filter_map(|(reading, name)| Some((reading.campaign.as_ref()?, name.as_str())))
        .collect();
    if campaigns.is_empty() {
        return Vec::new();
    }
    let deadline = Deadline::start(None);
    let clock = Clock::start(language, &deadline);
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let solved = side_by_side::solve(&campaigns, workers, &|position| {
        Box::new(clock.turn(position, campaigns.len(), arguments.time_limit))
    });
    drop(clock);
    if was_stopped() {
        terminal.hint(language, &Run::Stopped);
    }
    solved
}

/// What stands against a plan, where there is none.
fn explain(
    readings: &[Reading],
    solved: &[Solved],
    sources: &Sources,
    terminal: Terminal,
    language: Language,
) {
    let campaigns = readings.iter().filter_map(|reading| reading.campaign.as_ref());
    for (campaign, solved) in campaigns.zip(solved) {
        match solved {
            Ok(Outcome::Contradiction(Some(found))) => {
                let domain = &campaign.domain;
                let agreed = Agreed { pins: domain.pins.len(), ordered: &[] };
                let shown = Shown::of(domain, false);
                let page = Page { language, width: terminal.width() };
                let text = conflict::text(&shown, agreed, sources, found, page);
                terminal.tell(&text);
            }
            Ok(Outcome::NothingFound) if !was_stopped() => terminal.hint(language, &Run::GiveMoreTime),
            Err(defect) => {
                report(defect, terminal, language);
            }
            _ => {}
        }
    }
}

fn ending(conclusion: Conclusion) -> Ending {
    match conclusion {
        Conclusion::Planned | Conclusion::Interrupted => Ending::Done,
        Conclusion::Wrong(_) => Ending::Refused,
        Conclusion::Contradiction | Conclusion::NothingFound | Conclusion::Stopped => Ending::NoPlan,
        Conclusion::Defect => Ending::Defect,
    }
}
