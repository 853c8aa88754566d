//! `chuxin new DIR`: a commented starter campaign.

use crate::{
    cli::{
        arguments::New,
        ending::Ending,
        files::refusal,
        output::{Existing, write_whole},
        terminal::Terminal,
    },
    render::wording::run::Run,
};
use std::{fs, io};

/// Five posts with comments; it checks and plans as it is.
const STARTER: &str = include_str!("starter.yaml");

/// The name of the file in its folder.
const FILE: &str = "campaign.yaml";

/// Writes the starter into the folder, which is made where it is missing.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &New, terminal: Terminal) -> io::Result<Ending> {
    let language = terminal.language(None);
    let path = arguments.folder.join(FILE);
    let shown = path.display().to_string();
    if arguments.folder.is_file() {
        let problem = Run::NotFolder(arguments.folder.display().to_string());
        terminal.complain(language, &problem, None);
        return Ok(Ending::Refused);
    }
    let written = fs::create_dir_all(&arguments.folder)
        .and_then(|()| write_whole(&path, STARTER.as_bytes(), Existing::Keep));
    match written {
        Ok(()) => {
            terminal.say(language, &Run::StarterWritten(shown.clone()))?;
            terminal.hint(language, &Run::StarterNext(shown));
            Ok(Ending::Done)
        }
        Err(error) => {
            terminal.complain(language, &refusal(shown, &error), None);
            Ok(Ending::Refused)
        }
    }
}
