//! Every rule read a second time, from the roster alone, and every level recounted.
//!
//! Imports `domain`, the wing's `rule` and `roster`: never eligibility, formulation, lp or solver.

use crate::{
    domain::Domain,
    experience::{roster::Roster, rule::Rule},
};

/// A rule that a roster breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule.
    pub rule: Rule,
    /// The placements involved, as positions in the roster, ascending; empty where something is missing (a pin).
    pub placements: Vec<usize>,
    /// What it is about.
    pub subject: Subject,
}

/// What a violation is about; `render` has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One placement that may not be.
    Placement,
    /// The n-th pin, by position in `Domain::pins`.
    Pin(usize),
    /// Too many or too few where `limit` is allowed.
    Count {
        /// How many there are.
        found: usize,
        /// How many there may be (or must be, for a quorum).
        limit: usize,
    },
    /// Two people.
    Pair,
}

/// Every rule that the roster breaks, in the order of [`Rule::ALL`].
pub fn violations(domain: &Domain, roster: &Roster) -> Vec<Violation> {
    let _ = (domain, roster);
    Vec::new()
}

/// The value of each level in force, in order, recounted from the roster: `(id, value)`.
pub fn recount(domain: &Domain, roster: &Roster) -> Vec<(String, i64)> {
    let _ = (domain, roster);
    Vec::new()
}
