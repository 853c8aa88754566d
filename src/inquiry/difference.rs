//! What differs between two plans: whatever the one has and the other has not.
//!
//! In: two outlines. Out: [`Difference`].

use crate::plan::outline::{Meeting, Outline, Pair, Visit};
use std::collections::{BTreeMap, BTreeSet};

/// What is gone and what is new, each in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange<T> {
    /// Only in the first.
    pub gone: Vec<T>,
    /// Only in the second.
    pub new: Vec<T>,
}

impl<T> Default for Exchange<T> {
    fn default() -> Self {
        Self { gone: Vec::new(), new: Vec::new() }
    }
}

impl<T> Exchange<T> {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.new.is_empty()
    }
}

impl<T: Clone> Exchange<T> {
    /// The entries by a key that they hold, each group in order.
    pub fn by<K: Ord>(&self, key: impl Fn(&T) -> K) -> BTreeMap<K, Self> {
        let mut groups: BTreeMap<K, Self> = BTreeMap::new();
        for one in &self.gone {
            groups.entry(key(one)).or_default().gone.push(one.clone());
        }
        for one in &self.new {
            groups.entry(key(one)).or_default().new.push(one.clone());
        }
        groups
    }
}

/// What differs between two plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Placements.
    pub visits: Exchange<Visit>,
    /// Pairings of the Thursday Action.
    pub pairings: Exchange<Pair>,
    /// Its events.
    pub events: Exchange<Meeting>,
    /// Whoever has a placement in both that is the same, by id.
    pub staying: BTreeSet<String>,
}

impl Difference {
    /// What differs between two outlines.
    pub fn between(one: &Outline, other: &Outline) -> Self {
        let had: BTreeSet<&Visit> = one.visits.iter().collect();
        let kept = other.visits.iter().filter(|visit| had.contains(visit));
        Self {
            visits: exchange(&one.visits, &other.visits),
            pairings: exchange(&one.pairings, &other.pairings),
            events: exchange(&one.events, &other.events),
            staying: kept.map(|visit| visit.ambassador.clone()).collect(),
        }
    }

    /// Whether the plans say the same.
    pub fn is_empty(&self) -> bool {
        self.visits.is_empty() && self.pairings.is_empty() && self.events.is_empty()
    }
}

fn exchange<T: Ord + Clone>(one: &[T], other: &[T]) -> Exchange<T> {
    Exchange { gone: only(one, other), new: only(other, one) }
}

/// What a list has more of than another.
fn only<T: Ord + Clone>(one: &[T], other: &[T]) -> Vec<T> {
    let mut there: BTreeMap<&T, usize> = BTreeMap::new();
    for entry in other {
        *there.entry(entry).or_insert(0) += 1;
    }
    let mut kept = Vec::new();
    for entry in one {
        match there.get_mut(entry) {
            Some(left) if *left > 0 => *left -= 1,
            _ => kept.push(entry.clone()),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::only;

    #[test]
    fn counts_what_stands_twice() {
        assert_eq!(only(&[1, 1, 2, 3], &[1, 3, 4]), [1, 2]);
        assert_eq!(only(&[1, 3, 4], &[1, 1, 2, 3]), [4]);
        assert!(only(&["a", "b"], &["b", "a"]).is_empty());
    }
}
