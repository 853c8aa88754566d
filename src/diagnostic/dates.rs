//! Problems of dates, ranges of dates and months.

use crate::diagnostic::Severity;
use chrono::{NaiveDate, Weekday};

/// A fault of a date or a set of dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dates {
    /// No date of the form 2018-10-22.
    BadDate,
    /// A date that the calendar does not have.
    ImpossibleDate,
    /// A year far from any campaign.
    FarDate,
    /// A range that ends before it begins.
    ReversedRange,
    /// No day of the week.
    BadWeekday {
        /// The one that was probably meant.
        similar: Option<&'static str>,
    },
    /// A day of the week without its range, as a comma inside a range leaves it.
    LoneWeekday,
    /// None of the weekdays falls into the range.
    NoSuchDay,
    /// A date beside a day of the week that it is not.
    OtherWeekday {
        /// The one that it is.
        is: Weekday,
    },
    /// More than one day where one is wanted.
    WordsAfterDates,
    /// A part of a day, or a time, where whole days are meant.
    PartOfDay,
    /// A time without another, hours that do not lie in their part of the day, or a part without its days.
    BadPart,
    /// No time of day where one may stand behind a date.
    BadTime,
    /// A part of a day behind the last of several days, of which the others have none.
    PartOfLast,
    /// `除…外`: days that are taken out of others.
    Excepted,
    /// A date without its year where no season tells it.
    MissingYear,
    /// A date without its year or month that stands for two days of the season.
    TwoFit {
        /// The first of them.
        one: NaiveDate,
        /// The next.
        other: NaiveDate,
    },
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
        /// The same day of a year in which it lies in the season: a spreadsheet adds the year itself.
        meant: Option<NaiveDate>,
    },
    /// Days on which somebody can come or cannot, none of which lies in the season.
    BeyondSeason {
        /// First day of the season.
        first: NaiveDate,
        /// Last day of the season.
        last: NaiveDate,
        /// The same day of a year in which it lies in the season: a spreadsheet adds the year itself.
        meant: Option<NaiveDate>,
    },
    /// Days that are worked, or weekends, in years of which the public holidays are not known.
    CalendarEnds {
        /// The first such year.
        first: i32,
        /// The last.
        last: i32,
        /// The years that are known.
        known: (i32, i32),
    },
    /// Posts that are offered on public holidays.
    OnPublicHolidays(Box<OnHolidays>),
    /// A month that the calendar does not have, or no month at all.
    BadMonth,
}

/// On which public holidays posts are offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnHolidays {
    /// The title of the first post.
    pub title: String,
    /// How many posts are offered on these days.
    pub posts: usize,
    /// The days, in order.
    pub days: Vec<Festival>,
}

/// Days in a row that are off for one festival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Festival {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// The festival, in Chinese.
    pub name: &'static str,
}

impl Dates {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadDate => "bad-date",
            Self::ImpossibleDate => "impossible-date",
            Self::FarDate => "far-date",
            Self::ReversedRange => "reversed-range",
            Self::BadWeekday { .. } => "bad-weekday",
            Self::LoneWeekday => "lone-weekday",
            Self::NoSuchDay => "no-such-day",
            Self::OtherWeekday { .. } => "other-weekday",
            Self::WordsAfterDates => "words-after-dates",
            Self::PartOfDay => "part-of-day",
            Self::BadPart => "bad-part",
            Self::BadTime => "bad-time",
            Self::PartOfLast => "part-of-last",
            Self::Excepted => "excepted-days",
            Self::MissingYear => "missing-year",
            Self::TwoFit { .. } => "two-dates-fit",
            Self::WeekdaysOfSeason => "weekdays-of-season",
            Self::SeasonTooLong { .. } => "season-too-long",
            Self::OutsideSeason { .. } => "outside-season",
            Self::BeyondSeason { .. } => "beyond-season",
            Self::CalendarEnds { .. } => "calendar-ends",
            Self::OnPublicHolidays(_) => "on-public-holidays",
            Self::BadMonth => "bad-month",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::BeyondSeason { .. } | Self::CalendarEnds { .. } | Self::OnPublicHolidays(_) => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}
