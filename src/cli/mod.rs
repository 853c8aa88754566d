//! The command line: the only place that asks for files to be written, the terminal, the clock and exit codes.
//!
//! In: the process's arguments. Out: the result on standard output, everything else on standard error, an exit code.
//! One file per command.

pub mod advise;
pub mod again;
pub mod belonging;
pub mod browser;
pub mod campaign;
pub mod check;
pub mod compare;
pub mod completions;
pub mod convert;
pub mod defect;
pub mod diff;
pub mod ending;
pub mod explain;
pub mod files;
pub mod folder;
pub mod help;
pub mod import;
pub mod interrupt;
pub mod man;
pub mod new;
pub mod options;
pub mod plan;
pub mod print;
pub mod repair;
pub mod rerun;
pub mod saved;
pub mod schema;
pub mod solve;
pub mod standard;
pub mod terminal;
pub mod today;
pub mod variations;
pub mod verify;
pub mod watch;

use crate::{
    domain::Language,
    render::{terminal::clean::in_one_line, wording::run::Saving},
};
use advise::AdviseArguments;
use check::CheckArguments;
use clap::{FromArgMatches, Parser, Subcommand};
use compare::CompareArguments;
use completions::CompletionsArguments;
use convert::ConvertArguments;
use diff::DiffArguments;
use ending::Ending;
use explain::ExplainArguments;
use import::ImportArguments;
use man::ManArguments;
use new::NewArguments;
use options::Global;
use plan::PlanArguments;
use print::PrintArguments;
use repair::asked::RepairArguments;
use schema::SchemaArguments;
use std::{ffi::OsString, process::ExitCode};
use terminal::Terminal;
use verify::VerifyArguments;

/// Plans the Original Heart Experience (初心体验): who spends which day at which post, proven best
#[derive(Debug, Parser)]
#[command(
    name = "chuxin",
    bin_name = "chuxin",
    version,
    disable_help_flag = true,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    after_help = "Examples:
  chuxin new my-campaign                        write a commented starter campaign
  chuxin check my-campaign/campaign.yaml        find every problem in it
  chuxin plan my-campaign/campaign.yaml         solve it and print the roster (岗位安排表)
  chuxin print my-campaign/campaign.yaml        write it for the wall, the spreadsheet and the phone

A file that is called - is the standard input.
Exit codes: 0 done, 1 something left unfilled with --strict or open in a sign-up sheet, 2 campaign or command line wrong, 3 no plan, 70 a defect of this program, 130 ended by Ctrl-C."
)]
pub struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What a command line may ask for, one file each.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a commented starter campaign that checks and plans as it is
    New(NewArguments),
    /// Take a sign-up sheet into a campaign, and ask what is not clear (导入报名表)
    Import(ImportArguments),
    /// Write a campaign as a workbook (工作簿), or a workbook as a campaign file
    Convert(ConvertArguments),
    /// Find every problem in campaign files: line, word, what is wrong, what to do
    Check(CheckArguments),
    /// Solve a campaign, check the plan a second time, and print who goes where (岗位安排表)
    Plan(PlanArguments),
    /// Write what is pinned to walls, opened in a spreadsheet and sent around (打印与发送)
    Print(PrintArguments),
    /// Solve campaigns side by side: figures, who gains and who loses, what each changes (方案比选)
    Compare(CompareArguments),
    /// Tell what differs between two saved plans: by person, by post, by date (方案差异)
    Diff(DiffArguments),
    /// Say what one step would gain: a seat, a day, a person more, a limit loosened (改一步的好处)
    Advise(AdviseArguments),
    /// Say why somebody or something has its place, and what it would cost to have a wish (为什么没有我)
    Explain(ExplainArguments),
    /// Check a saved plan by the rules alone, also one that was edited by hand (核对方案)
    Verify(VerifyArguments),
    /// Mend a plan after a change with the fewest placements gone, and say whom to tell what (调整通知)
    Repair(RepairArguments),
    /// Write the JSON Schema of a campaign file: editors complete and check with it
    Schema(SchemaArguments),
    /// Write a script with which a shell completes commands and options
    Completions(CompletionsArguments),
    /// Write pages for the program man
    Man(ManArguments),
}

/// Reads the command line, does what it asks, and says with which code the process ends.
pub fn run() -> ExitCode {
    let parsed = || {
        let words: Vec<OsString> = std::env::args_os().collect();
        let language = help::language(&words);
        match parse(help::commands(language), &words) {
            Ok(arguments) => obey(&arguments, language),
            Err(error) => refused(error, &words, language),
        }
    };
    defect::guarded(parsed).into()
}

fn parse(mut commands: clap::Command, words: &[OsString]) -> Result<Arguments, clap::Error> {
    let mut matches = commands.try_get_matches_from_mut(words)?;
    Arguments::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut commands))
}

fn obey(arguments: &Arguments, help_language: Language) -> Ending {
    let terminal = Terminal::new(arguments.global);
    if let Err(ending) = standard::open(&arguments.command, terminal) {
        return ending;
    }
    let done = match &arguments.command {
        Command::New(new) => new::run(new, terminal),
        Command::Import(import) => import::run(import, terminal),
        Command::Convert(convert) => convert::run(convert, terminal),
        Command::Check(check) => check::run(check, terminal),
        Command::Plan(plan) => plan::run(plan, terminal),
        Command::Print(print) => print::run(print, terminal),
        Command::Compare(compare) => compare::run(compare, terminal),
        Command::Diff(diff) => diff::run(diff, terminal),
        Command::Advise(advise) => advise::run(advise, terminal),
        Command::Explain(explain) => explain::run(explain, terminal),
        Command::Verify(verify) => verify::run(verify, terminal),
        Command::Repair(repair) => repair::run(repair, terminal),
        Command::Schema(schema) => schema::run(schema, terminal),
        Command::Completions(script) => completions::run(script, terminal, help_language),
        Command::Man(manual) => man::run(manual, terminal, help_language),
    };
    campaign::tell_unfinished(terminal, terminal.language(None));
    done.unwrap_or_else(|error| {
        let problem = Saving::NotWritten { path: "stdout".into(), cause: error.to_string() };
        terminal.complain(terminal.language(None), &problem, None);
        Ending::Refused
    })
}

/// Says what is wrong with the command line, or shows the help that was asked for.
fn refused(error: clap::Error, words: &[OsString], language: Language) -> Ending {
    // The same words written out make the same error, with nothing in it that a terminal would obey.
    let typed: Vec<OsString> = words.iter().map(|word| in_one_line(&word.to_string_lossy()).into()).collect();
    let terminal = Terminal::of_the_run();
    let commands = help::with_pages(language, terminal.width());
    let error = parse(commands, &typed).err().unwrap_or(error);
    match language {
        Language::Zh => match help::refusal::in_chinese(&error) {
            Some(text) => terminal.tell(&text),
            None => drop(error.print()),
        },
        Language::En => drop(error.print()),
    }
    if error.use_stderr() { Ending::Refused } else { Ending::Done }
}
