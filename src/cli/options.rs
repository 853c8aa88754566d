//! Options that several commands share: language and colour, formats, numbers and times.

use crate::{
    cli::today::Moment,
    diagnostic::dates::Dates,
    domain::{Language, dates::DateSpan},
    render::wording::command::{NoSuchDay, Wanted},
    validation::dates,
};
use chrono::{Days, NaiveDate, NaiveTime};
use clap::{ArgAction, Args, ValueEnum};
use std::time::Duration;
use unicode_normalization::UnicodeNormalization;

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

/// Whether a plan is given reasons.
#[derive(Debug, Clone, Copy, Args)]
pub struct Reasons {
    /// Prove why each wish did not come true, why somebody is not placed, a seat empty and a unit not with the nearest
    /// neighbourhood: by a rule, or by solving again; in the time that is left
    #[arg(long)]
    pub explain: bool,
}

/// A whole number.
pub(super) fn number(text: &str) -> Result<usize, Wanted> {
    text.parse().map_err(|_| Wanted::Number)
}

/// A whole number from 1.
pub(super) fn at_least_one(text: &str) -> Result<usize, Wanted> {
    number(text).ok().filter(|number| *number > 0).ok_or(Wanted::AtLeastOne)
}

/// A day as people write it, whose year may be left out: it is that of the season.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDay(String);

impl WrittenDay {
    /// The day that is meant for a season: in it, or as near to it as any of that name.
    ///
    /// # Errors
    /// [`NoSuchDay`], where no year makes it a day.
    pub(super) fn in_season(&self, season: DateSpan) -> Result<NaiveDate, NoSuchDay> {
        const YEAR: i64 = 365;
        let length = (season.last - season.first).num_days() + 1;
        let beside = Days::new(u64::try_from((YEAR - length) / 2).unwrap_or_default());
        let first = season.first.checked_sub_days(beside).unwrap_or(season.first);
        let last = season.last.checked_add_days(beside).unwrap_or(season.last);
        let around = DateSpan { first, last, ..season };
        let written = |season| dates::day(&self.0, season);
        let found = written(None).or_else(|_| written(Some(season))).or_else(|_| written(Some(around)));
        found.map_err(|_| NoSuchDay(self.0.clone()))
    }
}

/// A day as people write it.
pub(super) fn day(text: &str) -> Result<WrittenDay, Wanted> {
    match dates::day(text, None) {
        Ok(_) | Err((Dates::MissingYear, _)) => Ok(WrittenDay(text.to_owned())),
        Err(_) => Err(Wanted::Day),
    }
}

/// A day, perhaps with a time of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenMoment {
    day: WrittenDay,
    minute: Option<NaiveTime>,
}

impl WrittenMoment {
    /// The moment that is meant for a season.
    ///
    /// # Errors
    /// Those of [`WrittenDay::in_season`].
    pub(super) fn in_season(&self, season: DateSpan) -> Result<Moment, NoSuchDay> {
        Ok(Moment { day: self.day.in_season(season)?, minute: self.minute })
    }
}

/// A day, perhaps with a time of it, as people write them.
pub(super) fn moment(text: &str) -> Result<WrittenMoment, Wanted> {
    let with_time = || {
        let (date, time) = text.trim().rsplit_once([' ', 'T', '\u{3000}'])?;
        let time: String = time.nfkc().collect();
        let minute = NaiveTime::parse_from_str(&time, "%H:%M").ok()?;
        Some(WrittenMoment { day: day(date).ok()?, minute: Some(minute) })
    };
    with_time().map_or_else(|| Ok(WrittenMoment { day: day(text)?, minute: None }), Ok)
}

/// A time of more than nothing, in seconds.
pub(super) fn seconds(text: &str) -> Result<Duration, Wanted> {
    let seconds: f64 = text.parse().map_err(|_| Wanted::Seconds)?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(limit) if limit > Duration::ZERO => Ok(limit),
        _ => Err(Wanted::MoreThanNoTime),
    }
}
