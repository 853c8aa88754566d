//! Hours of a day, and when two of them overlap.

use std::fmt;

/// A stretch of one day, in minutes since midnight; the end is after the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours {
    start: u16,
    end: u16,
}

impl Hours {
    /// From `start` to `end`, minutes since midnight; `None` unless `start < end ≤ 24:00`.
    pub fn new(start: u16, end: u16) -> Option<Self> {
        (start < end && end <= 24 * 60).then_some(Self { start, end })
    }

    /// A stretch that is known to be one when the program is built: `start < end ≤ 24:00`, or it does not compile.
    pub(crate) const fn of_day(start: u16, end: u16) -> Self {
        assert!(start < end && end <= 24 * 60, "hours of one day");
        Self { start, end }
    }

    /// Minutes since midnight at which it begins.
    pub fn start(self) -> u16 {
        self.start
    }

    /// Minutes since midnight at which it ends.
    pub fn end(self) -> u16 {
        self.end
    }

    /// Whether the two share a minute; touching (12:00 and 12:00) is not overlapping.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = (self.start, self.end);
        write!(formatter, "{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60)
    }
}

/// Every largest set of items that overlap at one moment, each as ascending positions in `hours`; sets that lie
/// within another are left out, and so are sets of one.
///
/// Intervals on a line have the Helly property: pairwise overlap means a common moment. So the sets are the maximal
/// cliques: those that run when one begins, where another ends before the next begins; else the next set holds them too.
pub fn overlapping_sets(hours: &[Hours]) -> Vec<Vec<usize>> {
    let mut by_start: Vec<usize> = (0..hours.len()).collect();
    by_start.sort_by_key(|&item| hours[item].start);
    let mut sets = Vec::new();
    let mut running: Vec<usize> = Vec::new();
    let mut left = &by_start[..];
    while let Some(&first) = left.first() {
        let moment = hours[first].start;
        let (beginning, later) = left.split_at(left.partition_point(|&item| hours[item].start == moment));
        running.retain(|&item| hours[item].end > moment);
        running.extend(beginning);
        left = later;
        let ends_before_next = later
            .first()
            .is_none_or(|&next| running.iter().any(|&item| hours[item].end <= hours[next].start));
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
    use super::{Hours, overlapping_sets};

    fn hours(start: u16, end: u16) -> Hours {
        Hours::new(start * 60, end * 60).unwrap()
    }

    #[test]
    fn touching_is_not_overlapping() {
        assert!(!hours(9, 12).overlaps(hours(12, 17)));
        assert!(hours(9, 13).overlaps(hours(12, 17)));
        assert!(Hours::new(600, 600).is_none());
    }

    #[test]
    fn finds_every_largest_overlapping_set_once() {
        let day = [hours(9, 12), hours(12, 17), hours(11, 13), hours(9, 12), hours(18, 19)];
        assert_eq!(overlapping_sets(&day), vec![vec![0, 2, 3], vec![1, 2]]);
    }

    /// The sets at every minute, without those that lie within another.
    fn at_every_minute(day: &[Hours]) -> Vec<Vec<usize>> {
        let at = |minute| -> Vec<usize> {
            (0..day.len()).filter(|&item| day[item].start() <= minute && minute < day[item].end()).collect()
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
            u16::try_from((draw >> 33) % most).unwrap()
        };
        for case in 0..300 {
            let day: Vec<Hours> = (0..case % 12)
                .map(|_| {
                    let start = below(20);
                    hours(start, start + 1 + below(4))
                })
                .collect();
            assert_eq!(overlapping_sets(&day), at_every_minute(&day), "{day:?}");
        }
    }
}
