//! What came out of an earlier plan, where one is mended.

use crate::domain::thursday::Pairing;

/// The pairings of an earlier plan, where one is mended: a type of its own, never a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Previous {
    /// Those of units and neighbourhoods that the campaign still has: each once, in order.
    pub pairings: Vec<Pairing>,
    /// The others.
    pub lost: usize,
    /// Those that stay because they held something before the day from which on the plan may change.
    pub settled: Vec<Pairing>,
}
