//! The State Council's public holidays: a data file of facts, and which days are off or worked by it.
//!
//! In: `holidays.txt`. Out: [`day`], and the years that the data covers.

use chrono::{Datelike, NaiveDate};
use std::{ops::RangeInclusive, sync::LazyLock};

/// The years that the data covers, both included.
pub const YEARS: RangeInclusive<i32> = 2018..=2026;

/// What the arrangement makes of a day that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// A day off.
    Off,
    /// A weekend day that is worked in exchange.
    Worked,
}

/// One line of the data.
struct Stretch {
    first: NaiveDate,
    last: NaiveDate,
    day: Day,
    festival: &'static str,
}

static STRETCHES: LazyLock<Vec<Stretch>> =
    LazyLock::new(|| include_str!("holidays.txt").lines().filter_map(stretch).collect());

/// What the arrangement makes of a date, and for which festival; `None` where it leaves the day as it is or the
/// year lies beyond [`YEARS`].
pub fn day(date: NaiveDate) -> Option<(Day, &'static str)> {
    let next = STRETCHES.partition_point(|stretch| stretch.first <= date);
    let stretch = STRETCHES.get(next.checked_sub(1)?)?;
    (date <= stretch.last && YEARS.contains(&date.year())).then_some((stretch.day, stretch.festival))
}

/// Whether a date is a public holiday.
pub fn is_holiday(date: NaiveDate) -> bool {
    matches!(day(date), Some((Day::Off, _)))
}

/// Reads `first last off|work festival`; a line that says anything else says nothing.
fn stretch(line: &'static str) -> Option<Stretch> {
    let mut words = line.split_whitespace();
    let first = words.next()?.parse().ok()?;
    let last = words.next()?.parse().ok()?;
    let day = match words.next()? {
        "off" => Day::Off,
        "work" => Day::Worked,
        _ => return None,
    };
    Some(Stretch { first, last, day, festival: words.next()? })
}

#[cfg(test)]
mod tests {
    use super::{Day, STRETCHES, day, is_holiday};
    use chrono::{Datelike, NaiveDate, Weekday};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn reads_every_line_in_ascending_order() {
        let lines = include_str!("holidays.txt").lines();
        assert_eq!(STRETCHES.len(), lines.filter(|line| !line.is_empty() && !line.starts_with('#')).count());
        for (one, next) in STRETCHES.iter().zip(STRETCHES.iter().skip(1)) {
            assert!(one.first <= one.last && one.last < next.first, "{} {}", one.last, next.first);
        }
    }

    #[test]
    fn works_on_weekend_days_only() {
        for stretch in STRETCHES.iter().filter(|stretch| stretch.day == Day::Worked) {
            for day in stretch.first.iter_days().take_while(|day| *day <= stretch.last) {
                assert!(matches!(day.weekday(), Weekday::Sat | Weekday::Sun), "{day}");
            }
        }
    }

    #[test]
    fn knows_the_first_and_the_last_day_of_a_stretch() {
        assert_eq!(day(date("2019-02-03")), Some((Day::Worked, "春节")));
        assert_eq!(day(date("2019-02-04")), Some((Day::Off, "春节")));
        assert!(is_holiday(date("2019-02-10")) && !is_holiday(date("2019-02-11")));
        assert_eq!(day(date("2017-12-31")), None);
        assert!(!is_holiday(date("2027-01-01")), "the year lies beyond the data");
    }
}
