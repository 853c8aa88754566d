//! Why something is not, as far as every problem says it in the same way.

use std::collections::BTreeMap;

/// How many cases each rule stands in the way of, by rule; each case counts for the first rule that does.
pub type Tally<R> = Vec<(R, usize)>;

/// Counts the first rule of each case.
pub fn tally<R: Ord>(first: impl IntoIterator<Item = R>) -> Tally<R> {
    tally_on(Vec::new(), first)
}

/// The same on top of what was counted already.
pub fn tally_on<R: Ord>(counted: Tally<R>, first: impl IntoIterator<Item = R>) -> Tally<R> {
    let mut counts: BTreeMap<R, usize> = counted.into_iter().collect();
    for rule in first {
        *counts.entry(rule).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}
