//! The command line: the only place that asks for files to be written, the terminal, the clock and exit codes.
//!
//! In: the process's arguments. Out: the result on standard output, everything else on standard error, an exit code.
//! One file per command.

pub mod again;
pub mod arguments;
pub mod belonging;
pub mod browser;
pub mod campaign;
pub mod check;
pub mod compare;
pub mod defect;
pub mod diff;
pub mod ending;
pub mod files;
pub mod folder;
pub mod interrupt;
pub mod new;
pub mod plan;
pub mod print;
pub mod repair;
pub mod solve;
pub mod standard;
pub mod terminal;
pub mod today;
pub mod variations;
pub mod verify;
pub mod watch;

use crate::render::{layout::clean::in_one_line, wording::saving::Saving};
use arguments::{Arguments, Command};
use clap::Parser;
use ending::Ending;
use std::process::ExitCode;
use terminal::Terminal;

/// Reads the command line, does what it asks, and says with which code the process ends.
pub fn run() -> ExitCode {
    let parsed = || match Arguments::try_parse() {
        Ok(arguments) => obey(&arguments),
        Err(error) => refused(error),
    };
    defect::guarded(parsed).into()
}

fn obey(arguments: &Arguments) -> Ending {
    let terminal = Terminal::new(arguments.global);
    if let Err(ending) = standard::open(&arguments.command, terminal) {
        return ending;
    }
    let done = match &arguments.command {
        Command::New(new) => new::run(new, terminal),
        Command::Check(check) => check::run(check, terminal),
        Command::Plan(plan) => plan::run(plan, terminal),
        Command::Print(print) => print::run(print, terminal),
        Command::Compare(compare) => compare::run(compare, terminal),
        Command::Diff(diff) => diff::run(diff, terminal),
        Command::Verify(verify) => verify::run(verify, terminal),
        Command::Repair(repair) => repair::run(repair, terminal),
    };
    campaign::tell_unfinished(terminal, terminal.language(None));
    done.unwrap_or_else(|error| {
        let problem = Saving::NotWritten { path: "stdout".into(), cause: error.to_string() };
        terminal.complain(terminal.language(None), &problem, None);
        Ending::Refused
    })
}

/// Says what is wrong with the command line, or shows the help that was asked for.
fn refused(error: clap::Error) -> Ending {
    // The same words written out make the same error, with nothing in it that a terminal would obey.
    let typed = std::env::args_os().map(|word| in_one_line(&word.to_string_lossy()));
    let error = Arguments::try_parse_from(typed).err().unwrap_or(error);
    let _ = error.print();
    if error.use_stderr() { Ending::Refused } else { Ending::Done }
}
