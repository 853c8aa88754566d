//! `chuxin new DIR`: a commented starter campaign.

use crate::{
    cli::{
        ending::Ending,
        files::{Existing, refusal, refuse, shown},
        folder::write_one,
        terminal::Terminal,
    },
    render::wording::run::{Run, Saving},
};
use clap::Args;
use std::{fs, io, path::PathBuf};

/// `chuxin new`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin new my-campaign            writes my-campaign/campaign.yaml, commented in Chinese")]
pub struct NewArguments {
    /// The folder, made where it is missing; one that holds a campaign.yaml is refused
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Five posts with comments; it checks and plans as it is.
const STARTER: &str = include_str!("starter.yaml");

/// The name of the file in its folder.
const FILE: &str = "campaign.yaml";

/// Writes the starter into the folder, which is made where it is missing.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &NewArguments, terminal: Terminal) -> io::Result<Ending> {
    let language = terminal.language(None);
    let path = arguments.folder.join(FILE);
    if arguments.folder.is_file() {
        let problem = Saving::NotFolder(shown(&arguments.folder));
        return Ok(refuse(&problem, terminal, language));
    }
    let made = fs::create_dir_all(&arguments.folder).map_err(|error| refusal(&path, &error));
    let written = made.and_then(|()| write_one(&path, STARTER.as_bytes(), Existing::Keep));
    match written {
        Ok(()) => {
            terminal.say(language, &Run::StarterWritten(shown(&path)))?;
            terminal.hint(language, &Run::StarterNext(shown(&path)));
            Ok(Ending::Done)
        }
        // The starter takes no --force.
        Err(problem) => {
            terminal.complain(language, &problem, None);
            Ok(Ending::Refused)
        }
    }
}
