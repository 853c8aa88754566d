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
/// Intervals on a line have the Helly property: pairwise overlap means a common moment, so the sets are the
/// maximal cliques, found by looking at each moment at which an interval begins.
pub fn overlapping_sets(hours: &[Hours]) -> Vec<Vec<usize>> {
    let mut starts: Vec<u16> = hours.iter().map(|hours| hours.start).collect();
    starts.sort_unstable();
    starts.dedup();
    let candidates: Vec<Vec<usize>> = starts
        .iter()
        .map(|&moment| {
            (0..hours.len()).filter(|&item| hours[item].start <= moment && moment < hours[item].end).collect()
        })
        .filter(|set: &Vec<usize>| set.len() > 1)
        .collect();
    let within =
        |small: &[usize], large: &[usize]| small.iter().all(|item| large.binary_search(item).is_ok());
    (0..candidates.len())
        .filter(|&this| {
            (0..candidates.len()).all(|other| {
                let larger = candidates[other].len() > candidates[this].len()
                    || (candidates[other].len() == candidates[this].len() && other < this);
                other == this || !larger || !within(&candidates[this], &candidates[other])
            })
        })
        .map(|this| candidates[this].clone())
        .collect()
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
}
