//! `chuxin man`: pages for the program `man`.

use crate::{
    cli::{
        ending::Ending,
        files::{Existing, refuse, shown},
        folder::{Readers, write_all},
        help,
        terminal::Terminal,
    },
    domain::Language,
    render::{file::PrintedFile, wording::help::Manual},
};
use clap::{Args, Command};
use clap_mangen::Man;
use std::{io, path::PathBuf};

/// `chuxin man`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin man plan | man -l -                    reads one page
  chuxin man -o ~/.local/share/man/man1         writes them all, for man chuxin and man chuxin-plan")]
pub struct ManArguments {
    /// The command that the page is about; left out: the program, and with -o every command
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
    /// Write into this folder, which is made where it is missing
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Overwrite pages that are there
    #[arg(long)]
    pub force: bool,
}

/// Prints a page, or writes all, in a language.
///
/// # Errors
/// Those of standard output, and of writing a page.
pub fn run(arguments: &ManArguments, terminal: Terminal, language: Language) -> io::Result<Ending> {
    let program = help::explained(language);
    let commands: Vec<&Command> = match (&arguments.command, &arguments.output) {
        (None, None) => vec![&program],
        (None, Some(_)) => [&program].into_iter().chain(program.get_subcommands()).collect(),
        (Some(name), _) => program.find_subcommand(name).into_iter().collect(),
    };
    if let (Some(name), []) = (&arguments.command, commands.as_slice()) {
        terminal.complain(language, &Manual::NoCommand(name.clone()), None);
        return Ok(Ending::Refused);
    }
    let pages =
        commands.into_iter().map(|command| page(command, language)).collect::<io::Result<Vec<_>>>()?;
    let Some(folder) = &arguments.output else {
        for page in pages {
            terminal.print(&String::from_utf8_lossy(&page.bytes))?;
        }
        return Ok(Ending::Done);
    };
    Ok(match write_all(folder, &pages, Existing::forced(arguments.force), Readers::Usual) {
        Ok(()) => {
            terminal.note(language, &Manual::Written(shown(folder)));
            Ending::Done
        }
        Err(problem) => refuse(&problem, terminal, language),
    })
}

/// The page of a command, and the name by which `man` finds it.
fn page(command: &Command, language: Language) -> io::Result<PrintedFile> {
    let manual = Man::new(command.clone());
    let mut bytes = Vec::new();
    manual.render(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(PrintedFile { path: manual.get_filename(), bytes: in_language(&text, language).into_bytes() })
}

/// Headings and words that the pages have by themselves, and what stands there in Chinese.
const IN_CHINESE: [(&str, &str); 10] = [
    (".SH NAME\n", ".SH 名称\n"),
    (".SH SYNOPSIS\n", ".SH 用法\n"),
    (".SH DESCRIPTION\n", ".SH 作用\n"),
    (".SH OPTIONS\n", ".SH 参数和选项\n"),
    (".SH SUBCOMMANDS\n", ".SH 命令\n"),
    (".SH EXTRA\n", ".SH 示例和说明\n"),
    (".SH VERSION\n", ".SH 版本\n"),
    (".SH AUTHORS\n", ".SH 作者\n"),
    ("Possible values:", "可填："),
    ("[default: ", "[不写就是 "),
];

fn in_language(page: &str, language: Language) -> String {
    match language {
        Language::En => page.to_owned(),
        Language::Zh => IN_CHINESE.iter().fold(page.to_owned(), |page, (en, zh)| page.replace(en, zh)),
    }
}
