//! What is wrong with a command line, in Chinese; clap says it in English.

use crate::{
    cli::help::{chinese, page::usage},
    domain::Language,
    render::{
        terminal::bold,
        wording::{Phrase, command::Wanted, help::Word, run::Run},
    },
};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::error::Error as _;

/// The error as text with ANSI styles; `None` for kinds that no command line of this program makes.
pub fn in_chinese(error: &Error) -> Option<String> {
    let (problem, list) = problem(error)?;
    let mut lines = vec![format!("{}{problem}", bold(&label(&Run::Error)))];
    lines.extend(list.iter().map(|line| format!("  {line}")));
    lines.extend(tips(error).iter().map(|tip| format!("{}{tip}", bold(&label(&Run::Hint)))));
    if let Some(written) = text_of(error, ContextKind::Usage) {
        lines.extend([String::new(), bold(&label(&Word::Usage)) + &usage(&written, Language::Zh)]);
    }
    lines.push("\n想看怎么用，请加 --help。\n".into());
    Some(lines.join("\n"))
}

fn label(word: &dyn Phrase) -> String {
    word.zh() + &Word::Colon.zh()
}

/// What is wrong, and the list that belongs to it.
fn problem(error: &Error) -> Option<(String, Vec<String>)> {
    let argument = || text_of(error, ContextKind::InvalidArg);
    let value = || text_of(error, ContextKind::InvalidValue);
    let alone = |problem: String| Some((problem, vec![]));
    match error.kind() {
        ErrorKind::InvalidValue => {
            let (argument, value) = (argument()?, value()?);
            let named = texts_of(error, ContextKind::ValidValue);
            let allowed = named.iter().map(|name| chinese::explained(name)).collect();
            let problem = if value.is_empty() {
                format!("{argument} 后面没有写内容")
            } else {
                format!("{argument} 不能写“{value}”")
            };
            let colon = if named.is_empty() { "" } else { "，可以写：" };
            Some((problem + colon, allowed))
        }
        ErrorKind::ValueValidation => {
            let source = error.source()?;
            let wanted = source.downcast_ref::<Wanted>().map_or_else(|| source.to_string(), Phrase::zh);
            alone(format!("{} 不能写“{}”：{wanted}", argument()?, value()?))
        }
        ErrorKind::UnknownArgument => {
            let argument = argument()?;
            let is_option = argument.starts_with('-');
            alone(if is_option {
                format!("没有 {argument} 这个选项")
            } else {
                format!("多写了“{argument}”")
            })
        }
        ErrorKind::InvalidSubcommand => {
            alone(format!("没有“{}”这个命令", text_of(error, ContextKind::InvalidSubcommand)?))
        }
        ErrorKind::MissingSubcommand => {
            alone(format!("没有写命令，可以写：{}", texts_of(error, ContextKind::ValidSubcommand).join("、")))
        }
        ErrorKind::MissingRequiredArgument => {
            Some(("还缺：".into(), texts_of(error, ContextKind::InvalidArg)))
        }
        ErrorKind::ArgumentConflict => {
            let argument = argument()?;
            match texts_of(error, ContextKind::PriorArg) {
                others if others.iter().all(|other| *other == argument) => {
                    alone(format!("{argument} 只能写一次"))
                }
                others => alone(format!("{argument} 不能和 {} 同时写", others.join("、"))),
            }
        }
        ErrorKind::TooManyValues => alone(format!("{} 后面不写内容，多写了“{}”", argument()?, value()?)),
        ErrorKind::InvalidUtf8 => alone("命令行里有读不懂的字符（不是 UTF-8）".into()),
        _ => None,
    }
}

/// What was perhaps meant.
fn tips(error: &Error) -> Vec<String> {
    let similar = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let similar = similar.into_iter().map(|kind| texts_of(error, kind).join("、"));
    let similar = similar.filter(|names| !names.is_empty()).map(|names| format!("是不是想写 {names}？"));
    let others = texts_of(error, ContextKind::Suggested);
    similar.chain(others.iter().filter_map(|tip| tip_in_chinese(tip))).collect()
}

/// A tip that clap hands over as an English sentence, with what was typed in quotes.
fn tip_in_chinese(tip: &str) -> Option<String> {
    let quoted: Vec<&str> = tip.split('\'').collect();
    match quoted[..] {
        ["to pass ", word, " as a value, use ", line, ""] => {
            Some(format!("如果“{word}”就是要填的内容，请写成 {line}"))
        }
        ["", line, " exists"] => Some(format!("是不是想写 {line}？")),
        ["subcommand ", command, " exists; to use it, remove the ", "--", " before it"] => {
            Some(format!("要用 {command} 命令，请去掉前面的 --"))
        }
        _ => None,
    }
}

fn text_of(error: &Error, kind: ContextKind) -> Option<String> {
    texts_of(error, kind).into_iter().next()
}

fn texts_of(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => vec![],
    }
}
