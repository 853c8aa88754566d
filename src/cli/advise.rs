//! `chuxin advise FILE`: what each step that an organizer could take would gain.

mod experience;

use crate::{
    cli::{
        campaign::load_varied,
        ending::Ending,
        options::{Format, seconds},
        solve::{Task, solve_for_questions},
        terminal::Terminal,
        variations::Variations,
        watch::was_stopped,
    },
    render::{terminal::Page, wording::run::Run},
};
use clap::Args;
use std::{io, path::PathBuf, time::Duration};

/// `chuxin advise`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin advise campaign.yaml
  chuxin advise campaign.yaml --time-limit 60
  chuxin advise campaign.yaml --set rules.max_distance_km=2

Each step is solved anew and proved; with each stands the command that tries it.")]
pub struct AdviseArguments {
    /// The campaign file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What the campaign is read with
    #[command(flatten)]
    pub variations: Variations,
    /// Stop after so many seconds, and say what was not tried
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// Sentences, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// Tries every step and says what it gains.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &AdviseArguments, terminal: Terminal) -> io::Result<Ending> {
    let Some(loaded) = load_varied(&arguments.file, &arguments.variations, terminal) else {
        return Ok(Ending::Refused);
    };
    let task = Task::begin(arguments.time_limit, None);
    let plan = match solve_for_questions(&loaded, "", &task, terminal) {
        Ok(plan) => plan,
        Err(ending) => return Ok(ending),
    };
    let (sections, data) = match experience::told(arguments, &loaded, &plan, &task, terminal) {
        Ok(told) => told,
        Err(ending) => return Ok(ending),
    };
    let language = terminal.language(Some(loaded.campaign.domain.campaign.language));
    terminal.print(&match arguments.format {
        Format::Text => Page { language, width: terminal.width() }.text(sections),
        Format::Json => format!("{data:#}\n"),
    })?;
    if was_stopped() {
        terminal.hint(language, &Run::StoppedThere);
    }
    Ok(Ending::Done)
}
