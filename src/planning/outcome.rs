//! What came of planning, and a defect of ours: one type each for the whole program.

use crate::{
    lp::{
        LevelResult, Program,
        check::breaches,
        write::{Names, lp_text},
    },
    solver::{self, Solution, Watch},
};

/// What came of planning; never more than was proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<T, C = ()> {
    /// Something that keeps every rule.
    Planned(T),
    /// Nothing keeps every rule; proved. With what cannot hold together, where that is sought.
    Contradiction(C),
    /// Nothing was found in the time given.
    NothingFound,
}

/// A roster and what it reaches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found<T> {
    /// The roster.
    pub roster: T,
    /// What was reached on each level in force, most important first.
    pub levels: Vec<LevelResult>,
}

/// A defect of this program or of a backend, not of the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// What was found.
    pub finding: String,
    /// The linear program in which it was found, as `.lp` text for a report.
    pub program: String,
}

impl Defect {
    /// What was found, and the program as text under its first level.
    pub fn of(finding: impl Into<String>, program: &Program, names: &dyn Names) -> Self {
        Self { finding: finding.into(), program: lp_text(program, names, 0, &[]) }
    }
}

impl std::fmt::Display for Defect {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.finding)
    }
}

impl std::error::Error for Defect {}

impl<T, C> Outcome<T, C> {
    /// The same outcome of something else.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U, C> {
        match self {
            Self::Planned(found) => Outcome::Planned(change(found)),
            Self::Contradiction(conflict) => Outcome::Contradiction(conflict),
            Self::NothingFound => Outcome::NothingFound,
        }
    }

    /// What comes next, where something was found.
    ///
    /// # Errors
    /// Those of what comes next.
    pub fn and_then<U, E>(
        self,
        next: impl FnOnce(T) -> Result<Outcome<U, C>, E>,
    ) -> Result<Outcome<U, C>, E> {
        match self {
            Self::Planned(found) => next(found),
            Self::Contradiction(conflict) => Ok(Outcome::Contradiction(conflict)),
            Self::NothingFound => Ok(Outcome::NothingFound),
        }
    }
}

/// Solves a program, checks the point row by row and reads it.
///
/// # Errors
/// A [`Defect`] where the solver fails or its point breaks a row.
pub fn solve<T>(
    program: &Program,
    names: &dyn Names,
    watch: &dyn Watch,
    read: impl FnOnce(&[i64]) -> T,
) -> Result<Outcome<Found<T>>, Defect> {
    let defect = |finding| Defect::of(finding, program, names);
    Ok(match solver::solve(program, watch).map_err(|error| defect(error.0))? {
        solver::Outcome::Solved(Solution { point, levels }) => {
            let broken = breaches(program, &point);
            if !broken.is_empty() {
                return Err(defect(format!("the point breaks the program: {broken:?}")));
            }
            Outcome::Planned(Found { roster: read(&point), levels })
        }
        solver::Outcome::Contradiction => Outcome::Contradiction(()),
        solver::Outcome::NothingFound => Outcome::NothingFound,
    })
}
