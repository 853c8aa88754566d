//! What came of planning a part of the wing.

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
pub enum Outcome<T> {
    /// A roster that keeps every rule.
    Found(Found<T>),
    /// No roster keeps every rule; proved.
    Contradiction,
    /// No roster was found in the time given.
    NothingFound,
}

/// A defect of the wing or of a backend, not of the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What was found.
    pub finding: String,
    /// The linear program in which it was found, as `.lp` text for a report.
    pub program: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.finding)
    }
}

impl std::error::Error for Fault {}

impl Fault {
    /// What was found, and the program as text under its first level.
    pub(super) fn of(finding: impl Into<String>, program: &Program, names: &dyn Names) -> Self {
        Self { finding: finding.into(), program: lp_text(program, names, 0, &[]) }
    }
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
/// A [`Fault`] where the solver fails or its point breaks a row.
pub(super) fn solve(
    program: &Program,
    names: &dyn Names,
    watch: &dyn Watch,
) -> Result<Outcome<Vec<i64>>, Fault> {
    let solved = solver::solve(program, watch).map_err(|error| Fault::of(error.0, program, names))?;
    Ok(match solved {
        solver::Outcome::Solved(Solution { point, levels }) => {
            let broken = breaches(program, &point);
            if !broken.is_empty() {
                let finding = format!("the point breaks the program: {broken:?}");
                return Err(Fault::of(finding, program, names));
            }
            Outcome::Found(Found { roster: point, levels })
        }
        solver::Outcome::Contradiction => Outcome::Contradiction,
        solver::Outcome::NothingFound => Outcome::NothingFound,
    })
}
