//! `-` on the command line: the standard input in the place of a file.
//!
//! In: the command as typed. Out: the standard input, read once and kept for whoever opens `-`, or what speaks against it.

use crate::{
    cli::{Command, ending::Ending, terminal::Terminal},
    render::wording::{Phrase, command::Standard},
    source::reading,
};
use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

/// Whether a path is the standard input.
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads the standard input where a command names it.
///
/// # Errors
/// How the run ends where `-` cannot mean what it should; what is to be said of it has been told.
pub fn open(command: &Command, terminal: Terminal) -> Result<(), Ending> {
    let language = terminal.language(None);
    let refuse = |problem: &Standard, hint: Option<&dyn Phrase>| {
        terminal.complain(language, problem, hint);
        Err(Ending::Refused)
    };
    if output(command).is_some_and(|path| is_standard(path)) {
        let data = matches!(command, Command::Plan(_) | Command::Repair(_) | Command::Compare(_));
        return refuse(&Standard::Output, data.then_some(&Standard::UseJson as &dyn Phrase));
    }
    let named = inputs(command).into_iter().filter(|path| is_standard(path)).count();
    match (named, command) {
        (0, _) => return Ok(()),
        _ if is_watched(command) => return refuse(&Standard::Unwatched, None),
        (1, Command::Plan(_) | Command::Repair(_)) if output(command).is_some() => {
            return refuse(&Standard::Unnamed, Some(&Standard::SaveFirst));
        }
        (1, Command::Print(print)) if is_standard(&print.file) && print.output.is_none() => {
            return refuse(&Standard::FolderUnnamed, None);
        }
        (1, Command::Import(import)) if !is_standard(&import.file) => {
            return refuse(&Standard::SheetOnly, Some(&Standard::SaveFirst));
        }
        (1, _) => {}
        _ => return refuse(&Standard::Twice, None),
    }
    if io::stdin().is_terminal() {
        terminal.note(language, &Standard::Typed);
    }
    reading::keep(Path::new("-"), io::stdin().lock());
    Ok(())
}

/// The files that a command is told to read.
fn inputs(command: &Command) -> Vec<&PathBuf> {
    match command {
        Command::New(_) | Command::Schema(_) | Command::Completions(_) | Command::Man(_) => vec![],
        Command::Import(import) => [&import.file, &import.into].into_iter().chain(&import.answers).collect(),
        Command::Convert(convert) => vec![&convert.from],
        Command::Check(check) => check.files.iter().collect(),
        Command::Plan(plan) => vec![&plan.file],
        Command::Print(print) => [&print.file].into_iter().chain(&print.campaign).collect(),
        Command::Compare(compare) => [&compare.base].into_iter().chain(&compare.scenarios).collect(),
        Command::Diff(diff) => vec![&diff.one, &diff.other],
        Command::Advise(advise) => vec![&advise.file],
        Command::Explain(explain) => [&explain.file].into_iter().chain(&explain.campaign).collect(),
        Command::Verify(verify) => vec![&verify.file, &verify.plan],
        Command::Repair(repair) => repair.file.iter().chain([&repair.plan]).collect(),
    }
}

/// Whether a command runs again when what it reads is saved.
fn is_watched(command: &Command) -> bool {
    match command {
        Command::Check(check) => check.rerun.watch,
        Command::Plan(plan) => plan.rerun.watch,
        _ => false,
    }
}

/// Where a command is told to write.
fn output(command: &Command) -> Option<&PathBuf> {
    match command {
        Command::New(new) => Some(&new.folder),
        Command::Import(import) => import.output.as_ref(),
        Command::Convert(convert) => Some(&convert.to),
        Command::Plan(plan) => plan.output.as_ref(),
        Command::Print(print) => print.output.as_ref(),
        Command::Compare(compare) => compare.sheet.as_ref(),
        Command::Repair(repair) => repair.output.as_ref(),
        Command::Man(man) => man.output.as_ref(),
        Command::Schema(schema) => schema.output.as_ref(),
        Command::Advise(_)
        | Command::Check(_)
        | Command::Diff(_)
        | Command::Explain(_)
        | Command::Verify(_)
        | Command::Completions(_) => None,
    }
}
