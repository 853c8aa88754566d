//! `chuxin convert FROM TO`: a campaign file as a workbook, and a workbook as a campaign file.

use crate::{
    campaign::{self, workbook::writing::sheets},
    cli::{
        campaign::tell,
        ending::Ending,
        files::{Existing, obstacle, refuse, relative_to, shown},
        folder::write_one,
        terminal::Terminal,
    },
    diagnostic::Diagnostic,
    document::{Node, Value, writing},
    render::{
        wording::{command, convert::Convert},
        workbook::{self, Look},
    },
    source::{FileId, Sources},
};
use clap::Args;
use std::{
    io,
    path::{Path, PathBuf},
};

/// `chuxin convert`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin convert campaign.yaml campaign.xlsx     a workbook for Excel or WPS, with drop-down lists and notes
  chuxin convert campaign.xlsx campaign.yaml     and back

What is written says the same campaign; comments (# …) and what was only painted in a workbook are not taken along.")]
pub struct ConvertArguments {
    /// The campaign: a file in YAML, or a workbook (xlsx, xls, ods)
    #[arg(value_name = "FROM")]
    pub from: PathBuf,
    /// What is written: a workbook where it ends in .xlsx, YAML where it ends in .yaml or .yml
    #[arg(value_name = "TO")]
    pub to: PathBuf,
    /// Overwrite the file where it exists
    #[arg(long)]
    pub force: bool,
}

/// What a file is written as.
#[derive(Clone, Copy)]
enum Form {
    Workbook,
    Words,
}

impl Form {
    /// What the ending of a name asks for.
    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "xlsx" => Some(Self::Workbook),
            "yaml" | "yml" => Some(Self::Words),
            _ => None,
        }
    }
}

/// Writes the campaign in the other form.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &ConvertArguments, terminal: Terminal) -> io::Result<Ending> {
    let language = terminal.language(None);
    let Some(form) = Form::of(&arguments.to) else {
        terminal.complain(language, &Convert::UnknownEnding(shown(&arguments.to)), None);
        return Ok(Ending::Refused);
    };
    let mut sources = Sources::default();
    let mut problems = Vec::new();
    let root = read(&mut sources, &arguments.from, &mut problems);
    tell(&sources, &problems, terminal, language);
    let is_sound = !problems.iter().any(Diagnostic::is_error);
    let Some((file, mut root)) = root.filter(|_| is_sound) else { return Ok(Ending::Refused) };
    let existing = Existing::forced(arguments.force);
    if let Some(problem) = obstacle(&arguments.to, existing) {
        return Ok(refuse(&problem, terminal, language));
    }
    redirect(&mut root, arguments);
    let bytes = match form {
        Form::Words => writing::text(&in_order(root)).into_bytes(),
        Form::Workbook => match workbook::bytes(&sheets(&root), Look::Plain) {
            Ok(bytes) => bytes,
            Err(fault) => {
                terminal.complain(language, &Convert::Fault(fault), None);
                return Ok(Ending::Refused);
            }
        },
    };
    if let Err(problem) = write_one(&arguments.to, &bytes, existing) {
        return Ok(refuse(&problem, terminal, language));
    }
    terminal.say(language, &Convert::Written(shown(&arguments.to)))?;
    if sources.grid(file).is_some() {
        terminal.note(language, &Convert::LooksLost);
    } else if sources.text(file).contains('#') {
        terminal.note(language, &Convert::CommentsLost);
    }
    let checking = format!("chuxin check {}", command::path(&shown(&arguments.to)));
    terminal.hint(language, &Convert::Next(checking));
    Ok(Ending::Done)
}

/// The tree of a file; `None` where it holds none. Its problems are added.
fn read(sources: &mut Sources, path: &Path, problems: &mut Vec<Diagnostic>) -> Option<(FileId, Node)> {
    match sources.open(path) {
        Ok(file) => Some((file, campaign::tree(sources, file, problems)?)),
        Err(fault) => {
            problems.push(Diagnostic::unread(shown(path), fault));
            None
        }
    }
}

/// Lets a scenario that is written into another folder find the campaign that it extends.
fn redirect(root: &mut Node, arguments: &ConvertArguments) {
    let folder =
        |path: &Path| std::path::absolute(path).ok().and_then(|path| path.parent().map(Path::to_owned));
    if folder(&arguments.from) == folder(&arguments.to) {
        return;
    }
    let Value::Map(entries) = &mut root.value else { return };
    let extends = entries.iter_mut().find(|(key, _)| key.text == "extends");
    if let Some((_, Node { value: Value::Scalar { text, .. }, .. })) = extends {
        let beside = arguments.from.parent().unwrap_or(Path::new(""));
        *text = relative_to(&beside.join(text.trim()), Some(&arguments.to));
    }
}

/// The sections in the order in which they are read: first what a scenario extends, last what it takes out.
fn in_order(mut root: Node) -> Node {
    if let Value::Map(entries) = &mut root.value {
        entries.sort_by_key(|(key, _)| match key.text.as_str() {
            "extends" => 0,
            "remove" => 2,
            _ => 1,
        });
    }
    root
}
