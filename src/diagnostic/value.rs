//! Problems of single values: dates, hours, numbers, choices, coordinates.

use crate::diagnostic::Severity;
use chrono::NaiveDate;

/// A fault of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing where words are needed.
    EmptyText,
    /// No date of the form 2018-10-22.
    BadDate,
    /// A date that the calendar does not have.
    ImpossibleDate,
    /// A year far from any campaign.
    FarDate,
    /// A range that ends before it begins.
    ReversedRange,
    /// No day of the week.
    BadWeekday,
    /// A day of the week without its range, as a comma inside a range leaves it.
    LoneWeekday,
    /// None of the weekdays falls into the range.
    NoSuchDay,
    /// Words behind a date that mean nothing there.
    WordsAfterDates,
    /// Weekdays where a whole range is wanted.
    WeekdaysOfSeason,
    /// A season longer than the program plans for.
    SeasonTooLong {
        /// Its days.
        days: i64,
        /// How many it may have.
        most: i64,
    },
    /// A date of a post or pin outside the season.
    OutsideSeason {
        /// First day of the season.
        first: NaiveDate,
        /// Last day of the season.
        last: NaiveDate,
    },
    /// No hours of the form 09:00-17:00.
    BadHours,
    /// Hours that end before they begin, or when they begin.
    EndBeforeStart,
    /// No whole number.
    BadNumber,
    /// No number of kilometres.
    BadDistance,
    /// A number below what makes sense.
    NumberTooSmall {
        /// The least.
        least: u32,
    },
    /// A number above what makes sense.
    NumberTooLarge {
        /// The most.
        most: u32,
    },
    /// `min` above `max`.
    MinAboveMax {
        /// The lower bound in force.
        min: u32,
        /// The upper bound in force.
        max: u32,
    },
    /// A word that is none of those allowed.
    BadChoice {
        /// Those allowed.
        choices: &'static [&'static str],
        /// The nearest of them.
        similar: Option<&'static str>,
    },
    /// No two coordinates.
    BadLocation,
    /// Coordinates that are nowhere on Earth.
    LocationOutOfRange,
    /// Which is latitude and which longitude cannot be told.
    LocationAmbiguous,
    /// A month that the calendar does not have, or no month at all.
    BadMonth,
    /// A level of the preferences could grow beyond what is counted exactly.
    LevelTooLarge {
        /// The level.
        level: &'static str,
    },
}

impl Value {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyText => "empty-text",
            Self::BadDate => "bad-date",
            Self::ImpossibleDate => "impossible-date",
            Self::FarDate => "far-date",
            Self::ReversedRange => "reversed-range",
            Self::BadWeekday => "bad-weekday",
            Self::LoneWeekday => "lone-weekday",
            Self::NoSuchDay => "no-such-day",
            Self::WordsAfterDates => "words-after-dates",
            Self::WeekdaysOfSeason => "weekdays-of-season",
            Self::SeasonTooLong { .. } => "season-too-long",
            Self::OutsideSeason { .. } => "outside-season",
            Self::BadHours => "bad-hours",
            Self::EndBeforeStart => "end-before-start",
            Self::BadNumber => "bad-number",
            Self::BadDistance => "bad-distance",
            Self::NumberTooSmall { .. } => "number-too-small",
            Self::NumberTooLarge { .. } => "number-too-large",
            Self::MinAboveMax { .. } => "min-above-max",
            Self::BadChoice { .. } => "bad-choice",
            Self::BadLocation => "bad-location",
            Self::LocationOutOfRange => "location-out-of-range",
            Self::LocationAmbiguous => "location-ambiguous",
            Self::BadMonth => "bad-month",
            Self::LevelTooLarge { .. } => "level-too-large",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        Severity::Error
    }
}
