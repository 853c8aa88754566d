//! `chuxin schema`: what a campaign file may hold, for editors.

use crate::{
    cli::{
        ending::Ending,
        files::{Existing, refuse, shown},
        folder::write_one,
        terminal::Terminal,
    },
    render::{fields::schema::schema, wording::convert::Convert},
};
use clap::Args;
use std::{io, path::PathBuf};

/// `chuxin schema`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin schema -o chuxin.schema.json

Editors that know yaml-language-server, such as Visual Studio Code with its YAML extension, then complete keys, explain them and
mark what is wrong, in a campaign file that begins with this line:
# yaml-language-server: $schema=chuxin.schema.json")]
pub struct SchemaArguments {
    /// Write it into this file
    #[arg(short, long, value_name = "JSON")]
    pub output: Option<PathBuf>,
    /// Overwrite the file where it exists
    #[arg(long)]
    pub force: bool,
}

/// Prints the JSON Schema, or writes it.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &SchemaArguments, terminal: Terminal) -> io::Result<Ending> {
    let language = terminal.language(None);
    let Some(path) = &arguments.output else {
        terminal.print(&schema())?;
        return Ok(Ending::Done);
    };
    Ok(match write_one(path, schema().as_bytes(), Existing::forced(arguments.force)) {
        Ok(()) => {
            terminal.say(language, &Convert::Written(shown(path)))?;
            Ending::Done
        }
        Err(problem) => refuse(&problem, terminal, language),
    })
}
