//! Options that several commands share: language and colour, formats, numbers and times.

use crate::{domain::Language, render::wording::command::Wanted, validation::dates};
use chrono::NaiveDate;
use clap::{ArgAction, Args, ValueEnum};
use std::time::Duration;

/// Options of every command.
#[derive(Debug, Clone, Copy, Args)]
pub struct Global {
    /// Colour and bold on the terminal.
    #[arg(
        help = "Colour and bold on the terminal; NO_COLOR is heeded too",
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value = "auto",
        help_heading = "Everywhere"
    )]
    pub color: Color,
    /// Language of what is printed; left out: the campaign's own, of help and of wrong command lines the system's
    #[arg(long, global = true, value_name = "LANGUAGE", value_enum, help_heading = "Everywhere")]
    pub lang: Option<Tongue>,
    /// Print help
    #[arg(short, long, global = true, action = ArgAction::HelpShort, help_heading = "Everywhere")]
    pub help: Option<bool>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Also into files and pipes.
    Always,
    /// Not at all.
    Never,
}

/// The language of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// 中文.
    Zh,
    /// English.
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Zh => Self::Zh,
            Tongue::En => Self::En,
        }
    }
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Whether levels are told.
#[derive(Debug, Clone, Copy, Args)]
pub struct Levels {
    /// Print every level too, with its value and what is proved of it
    #[arg(long)]
    pub levels: bool,
}

/// A whole number.
pub(super) fn number(text: &str) -> Result<usize, Wanted> {
    text.parse().map_err(|_| Wanted::Number)
}

/// A whole number from 1.
pub(super) fn at_least_one(text: &str) -> Result<usize, Wanted> {
    number(text).ok().filter(|number| *number > 0).ok_or(Wanted::AtLeastOne)
}

/// A day as people write it.
pub(super) fn day(text: &str) -> Result<NaiveDate, Wanted> {
    dates::day(text, None).map_err(|_| Wanted::Day)
}

/// A time of more than nothing, in seconds.
pub(super) fn seconds(text: &str) -> Result<Duration, Wanted> {
    let seconds: f64 = text.parse().map_err(|_| Wanted::Seconds)?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(limit) if limit > Duration::ZERO => Ok(limit),
        _ => Err(Wanted::MoreThanNoTime),
    }
}
