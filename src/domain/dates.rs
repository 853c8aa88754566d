//! Sets of dates: single days, ranges, and ranges on certain weekdays.

use chrono::{Datelike, NaiveDate, Weekday};

/// The days of the week as campaign files write them.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Days of the week as a set; empty never occurs in a [`DateSpan`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

impl Weekdays {
    /// All seven days.
    pub const ALL: Self = Self(0b111_1111);

    /// The set of the given days.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Self {
        Self(days.into_iter().fold(0, |set, day| set | 1 << day.num_days_from_monday()))
    }

    /// Whether the set holds a day.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }
}

/// The days from `first` to `last`, both included, that fall on `weekdays`; `first ≤ last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateSpan {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// On which days of the week.
    pub weekdays: Weekdays,
}

impl DateSpan {
    /// One single day.
    pub fn day(date: NaiveDate) -> Self {
        Self { first: date, last: date, weekdays: Weekdays::ALL }
    }

    /// Whether a day belongs to the span.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last && self.weekdays.contains(date.weekday())
    }

    /// Every day of the span in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let Self { first, last, weekdays } = *self;
        first
            .iter_days()
            .take_while(move |date| *date <= last)
            .filter(move |date| weekdays.contains(date.weekday()))
    }
}

/// A union of spans.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct DateSet {
    /// The spans as written; they may overlap.
    pub spans: Vec<DateSpan>,
}

impl DateSet {
    /// Whether a day belongs to the set.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.spans.iter().any(|span| span.contains(date))
    }

    /// Every day once, in order.
    pub fn days(&self) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = self.spans.iter().flat_map(DateSpan::days).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}
