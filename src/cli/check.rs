//! `chuxin check FILE…`: every problem at once.

use crate::{
    cli::{
        campaign::tell,
        ending::Ending,
        files::shown,
        options::Format,
        rerun::{Rerun, on_every_save},
        terminal::Terminal,
        variations::Variations,
    },
    diagnostic::{Diagnostic, overlay::Changes},
    domain::Domain,
    pipeline::{self, Reading},
    render::{
        check::{Checked, json},
        wording::{command, run::Run},
    },
    source::Sources,
};
use clap::Args;
use std::{
    io,
    path::{Path, PathBuf},
};

/// `chuxin check`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin check campaign.yaml
  chuxin check --format json *.yaml    the same as data, for editors and scripts
  chuxin check campaign.yaml --watch   once more at each saving, beside an editor
  chuxin check campaign.yaml --set rules.max_distance_km=2 --without unit:bank")]
pub struct CheckArguments {
    /// Campaign files
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// What the campaign is read with
    #[command(flatten)]
    pub variations: Variations,
    /// Text with the words underlined, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
    /// Whether it runs again.
    #[command(flatten)]
    pub rerun: Rerun,
}

/// Reads every file and says what is wrong with each, again and again where they are watched.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &CheckArguments, terminal: Terminal) -> io::Result<Ending> {
    if arguments.rerun.watch {
        return on_every_save(terminal, || check(arguments, terminal));
    }
    check(arguments, terminal)
}

fn check(arguments: &CheckArguments, terminal: Terminal) -> io::Result<Ending> {
    let mut sources = Sources::default();
    let varied = arguments.variations.changes(&mut sources);
    let readings: Vec<Reading> =
        arguments.files.iter().map(|file| pipeline::read_varied(&mut sources, file, &varied)).collect();
    let diagnostics: Vec<Diagnostic> = readings.iter().flat_map(|one| &one.diagnostics).cloned().collect();
    let language = terminal.language(readings.iter().find_map(|one| one.language));
    match arguments.format {
        Format::Json => {
            let files: Vec<Checked<'_>> =
                arguments.files.iter().zip(&readings).map(|(file, reading)| checked(file, reading)).collect();
            terminal.print(&json(&files, &diagnostics, &sources, language)?)?;
        }
        Format::Text => {
            tell(&sources, &diagnostics, terminal, language);
            for (file, reading) in arguments.files.iter().zip(&readings) {
                let Some(campaign) = &reading.campaign else { continue };
                terminal.say(language, &in_order(file, &campaign.domain))?;
                for changes in changes(reading) {
                    terminal.say(language, changes)?;
                }
            }
            if let ([file], [Reading { campaign: Some(_), .. }]) = (&*arguments.files, &*readings)
                && arguments.variations.is_empty()
                && !arguments.rerun.watch
                // A scenario that a repair wrote has its plan beside it.
                && !file.with_extension("json").exists()
            {
                let planning = format!("chuxin plan {} -o plan.json", command::path(&shown(file)));
                terminal.hint(language, &Run::PlanNext(planning));
            }
        }
    }
    let wrong = readings.iter().any(|reading| reading.campaign.is_none());
    Ok(if wrong { Ending::Refused } else { Ending::Done })
}

/// What a scenario changes, and what is changed on the command line.
fn changes(reading: &Reading) -> impl Iterator<Item = &Changes> {
    reading.changes.iter().chain(reading.variation.iter().map(|variation| &variation.changes))
}

fn checked<'a>(file: &Path, reading: &'a Reading) -> Checked<'a> {
    let domain = reading.campaign.as_ref().map(|campaign| &campaign.domain);
    Checked { file: file.display().to_string(), domain, changes: changes(reading).collect() }
}

fn in_order(file: &Path, domain: &Domain) -> Run {
    Run::InOrder {
        path: file.display().to_string(),
        units: domain.units.len(),
        posts: domain.posts.len(),
        ambassadors: domain.ambassadors.len(),
    }
}
