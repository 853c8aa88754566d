//! Hours of a day, and when two of them overlap.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// From a minute of one day to a later one, at most a day later, in minutes since midnight of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Minutes")]
pub struct Hours {
    start: u16,
    end: u16,
}

/// What is read of hours: two minutes of which nothing is known yet.
#[derive(Deserialize)]
struct Minutes {
    start: u16,
    end: u16,
}

impl TryFrom<Minutes> for Hours {
    type Error = &'static str;

    fn try_from(read: Minutes) -> Result<Self, Self::Error> {
        Self::new(read.start, read.end).ok_or("these are no hours of a day")
    }
}

impl Hours {
    /// The whole of a day.
    pub const DAY: Self = Self::of_day(0, DAY);

    /// From one time of the day to another, in minutes since midnight; what ends before it begins ends on the next day.
    /// `None` where the two are the same, or one of them is beyond 24:00.
    pub fn between(start: u16, end: u16) -> Option<Self> {
        if start > DAY || end > DAY {
            return None;
        }
        Self::new(start, if end < start { end + DAY } else { end })
    }

    /// From `start` to `end`, minutes since midnight of the day on which it begins; `None` unless `start < 24:00` and
    /// `start < end ≤ start + 24:00`.
    pub fn new(start: u16, end: u16) -> Option<Self> {
        (start < DAY && start < end && end - start <= DAY).then_some(Self { start, end })
    }

    /// A stretch that is known to be one when the program is built: `start < end ≤ 24:00`, or it does not compile.
    pub(crate) const fn of_day(start: u16, end: u16) -> Self {
        assert!(start < end && end <= DAY, "hours of one day");
        Self { start, end }
    }

    /// Minutes since midnight at which it begins.
    pub fn start(self) -> u16 {
        self.start
    }

    /// Minutes since midnight of the day on which it begins at which it ends; above 24:00 on the next day.
    pub fn end(self) -> u16 {
        self.end
    }

    /// Whether it ends on the day after the one on which it begins.
    pub fn is_over_midnight(self) -> bool {
        self.end > DAY
    }

    /// The same on the axis of all minutes, where it begins on this day.
    pub fn on(self, date: NaiveDate) -> Stretch {
        let midnight = i64::from(date.num_days_from_ce()) * i64::from(DAY);
        Stretch { start: midnight + i64::from(self.start), end: midnight + i64::from(self.end) }
    }
}

/// A stretch of time, in minutes since a midnight that is the same for all; the end is after the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    /// Its first minute.
    pub start: i64,
    /// The minute at which it is over.
    pub end: i64,
}

impl Stretch {
    /// Whether the two share a minute; touching (12:00 and 12:00) is not overlapping.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same, over so many minutes later.
    #[must_use]
    pub fn longer(self, minutes: i64) -> Self {
        Self { end: self.end + minutes, ..self }
    }

    /// Whether the other lies within it.
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = (self.start, if self.is_over_midnight() { self.end - DAY } else { self.end });
        write!(formatter, "{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60)
    }
}

/// Every largest set of items that overlap at one moment, each as ascending positions in `stretches`; sets that lie
/// within another are left out, and so are sets of one.
///
/// Intervals on a line have the Helly property: pairwise overlap means a common moment. So the sets are the maximal
/// cliques: those that run when one begins, where another ends before the next begins; else the next set holds them too.
pub fn overlapping_sets(stretches: &[Stretch]) -> Vec<Vec<usize>> {
    let mut by_start: Vec<usize> = (0..stretches.len()).collect();
    by_start.sort_by_key(|&item| stretches[item].start);
    let mut sets = Vec::new();
    let mut running: Vec<usize> = Vec::new();
    let mut left = &by_start[..];
    while let Some(&first) = left.first() {
        let moment = stretches[first].start;
        let (beginning, later) = left.split_at(left.partition_point(|&item| stretches[item].start == moment));
        running.retain(|&item| stretches[item].end > moment);
        running.extend(beginning);
        left = later;
        let ends_before_next = later
            .first()
            .is_none_or(|&next| running.iter().any(|&item| stretches[item].end <= stretches[next].start));
        if ends_before_next && running.len() > 1 {
            let mut set = running.clone();
            set.sort_unstable();
            sets.push(set);
        }
    }
    sets
}

#[cfg(test)]
mod tests {
    use super::{Hours, Stretch, overlapping_sets};
    use chrono::NaiveDate;

    fn hours(start: i64, end: i64) -> Stretch {
        Stretch { start: start * 60, end: end * 60 }
    }

    #[test]
    fn touching_is_not_overlapping() {
        assert!(!hours(9, 12).overlaps(hours(12, 17)));
        assert!(hours(9, 13).overlaps(hours(12, 17)));
        assert!(Hours::new(600, 600).is_none());
    }

    #[test]
    fn goes_over_midnight_and_belongs_to_the_day_on_which_it_begins() {
        let night = Hours::new(22 * 60, 25 * 60 + 30).unwrap();
        assert_eq!((night.to_string().as_str(), night.is_over_midnight()), ("22:00-01:30", true));
        let until_midnight = Hours::new(22 * 60, 24 * 60).unwrap();
        assert_eq!(
            (until_midnight.to_string().as_str(), until_midnight.is_over_midnight()),
            ("22:00-24:00", false)
        );
        let date = NaiveDate::from_ymd_opt(2018, 10, 23).unwrap();
        let early = Hours::new(60, 2 * 60).unwrap();
        assert!(night.on(date).overlaps(early.on(date.succ_opt().unwrap())));
        assert!(!night.on(date).overlaps(early.on(date)));
        assert!(Hours::new(60, 25 * 60 + 1).is_none());
        assert!(Hours::new(24 * 60, 25 * 60).is_none());
    }

    #[test]
    fn reads_only_what_may_be_hours() {
        let read = |text: &str| serde_json::from_str::<Hours>(text).ok();
        let night = Hours::new(1320, 1530);
        assert_eq!(read(&serde_json::to_string(&night).unwrap()), night);
        for wrong in [r#"{"start": 600, "end": 600}"#, r#"{"start": 1440, "end": 1500}"#] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn finds_every_largest_overlapping_set_once() {
        let day = [hours(9, 12), hours(12, 17), hours(11, 13), hours(9, 12), hours(18, 19)];
        assert_eq!(overlapping_sets(&day), vec![vec![0, 2, 3], vec![1, 2]]);
    }

    /// The sets at every minute, without those that lie within another.
    fn at_every_minute(day: &[Stretch]) -> Vec<Vec<usize>> {
        let at = |minute| -> Vec<usize> {
            (0..day.len()).filter(|&item| day[item].start <= minute && minute < day[item].end).collect()
        };
        let mut sets: Vec<Vec<usize>> = (0..24 * 60).map(at).filter(|set| set.len() > 1).collect();
        sets.dedup();
        let within = |small: &[usize], large: &[usize]| small.iter().all(|item| large.contains(item));
        let all = sets.clone();
        sets.retain(|set| !all.iter().any(|other| other != set && within(set, other)));
        sets
    }

    #[test]
    fn finds_the_same_sets_as_looking_at_every_minute() {
        let mut draw = 1_u64;
        let mut below = |most: u64| {
            draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from((draw >> 33) % most).unwrap()
        };
        for case in 0..300 {
            let day: Vec<Stretch> = (0..case % 12)
                .map(|_| {
                    let start = below(20);
                    hours(start, start + 1 + below(4))
                })
                .collect();
            assert_eq!(overlapping_sets(&day), at_every_minute(&day), "{day:?}");
        }
    }
}
