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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekdays(u8);

impl Weekdays {
    /// All seven days.
    pub const ALL: Self = Self(0b111_1111);

    /// The set of the given days.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Self {
        Self(days.into_iter().fold(0, |set, day| set | 1 << day.num_days_from_monday()))
    }

    /// The days of the set, Monday first.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        WEEKDAYS.into_iter().map(|(_, day)| day).filter(move |day| self.contains(*day))
    }

    /// How many days the set has.
    pub fn length(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set holds a day.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }
}

/// The days from `first` to `last`, both included, that fall on `weekdays`; `first ≤ last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateSpan {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// On which days of the week.
    pub weekdays: Weekdays,
}

impl DateSpan {
    /// The day within that has the month and day of another, where that one lies outside.
    pub fn same_day(self, outside: NaiveDate) -> Option<NaiveDate> {
        let years = self.first.year()..=self.last.year();
        let mut days = years.filter_map(|year| outside.with_year(year));
        days.find(|day| *day != outside && self.first <= *day && *day <= self.last)
    }

    /// One single day.
    pub fn day(date: NaiveDate) -> Self {
        Self { first: date, last: date, weekdays: Weekdays::ALL }
    }

    /// Whether a day belongs to the span.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last && self.weekdays.contains(date.weekday())
    }

    /// How many days it has.
    pub fn length(&self) -> usize {
        let days = usize::try_from((self.last - self.first).num_days() + 1).unwrap_or(0);
        let beyond_weeks = self.first.iter_days().take(days % 7);
        let beyond_weeks = beyond_weeks.filter(|day| self.weekdays.contains(day.weekday())).count();
        days / 7 * self.weekdays.length() + beyond_weeks
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

#[cfg(test)]
mod tests {
    use super::{DateSpan, Weekdays};
    use chrono::{Days, NaiveDate, Weekday};

    #[test]
    fn counts_the_days_of_a_span_without_naming_them() {
        let first = NaiveDate::from_ymd_opt(2018, 10, 24).unwrap();
        for weekdays in
            [Weekdays::ALL, Weekdays::of([Weekday::Tue]), Weekdays::of([Weekday::Wed, Weekday::Sun])]
        {
            for days in 0..30 {
                let span = DateSpan { first, last: first + Days::new(days), weekdays };
                assert_eq!(span.length(), span.days().count(), "{span:?}");
            }
        }
    }
}
