//! What came of planning a part of the wing.

use crate::lp::{LevelResult, Program, check::breaches};
use crate::solver::{self, BackendError, Solution, Watch};

/// What came of planning; never more than was proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<T> {
    /// A roster that keeps every rule.
    Found(Found<T>),
    /// No roster keeps every rule; proved.
    Contradiction,
    /// No roster was found in the time given.
    NothingFound,
}

/// A roster and what it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// The roster.
    pub roster: T,
    /// What was reached on each level in force, most important first.
    pub levels: Vec<LevelResult>,
}

impl<T> Outcome<T> {
    /// The same outcome with another roster.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Found(found) => {
                Outcome::Found(Found { roster: change(found.roster), levels: found.levels })
            }
            Self::Contradiction => Outcome::Contradiction,
            Self::NothingFound => Outcome::NothingFound,
        }
    }
}

/// Solves a program and checks the point row by row.
///
/// # Errors
/// [`BackendError`] from the solver, or where its point breaks a row.
pub(super) fn solve(program: &Program, watch: &dyn Watch) -> Result<Outcome<Vec<i64>>, BackendError> {
    Ok(match solver::solve(program, watch)? {
        solver::Outcome::Solved(Solution { point, levels }) => {
            let broken = breaches(program, &point);
            if !broken.is_empty() {
                return Err(BackendError(format!("the point breaks the program: {broken:?}")));
            }
            Outcome::Found(Found { roster: point, levels })
        }
        solver::Outcome::Contradiction => Outcome::Contradiction,
        solver::Outcome::NothingFound => Outcome::NothingFound,
    })
}
