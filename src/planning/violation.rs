//! A rule that something planned breaks: types only. Deciding what is too many, repeated or barred stays with the
//! verification of each problem.

/// A rule that a roster breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation<R, S> {
    /// The rule.
    pub rule: R,
    /// The entries involved, as positions in the roster, ascending; empty where something is missing.
    pub entries: Vec<usize>,
    /// What it is about.
    pub subject: S,
}
