//! What came of planning, and a defect of ours: one type each for the whole program.

use crate::{
    lp::{
        LevelIx, LevelResult, Program,
        check::breaches,
        write::{Names, lp_text},
    },
    planning::model::Model,
    solver::{self, Progress, Solution, Watch},
};
use std::{any::Any, fmt, time::Duration};

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

/// A roster and what it reaches on a problem's levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T, L> {
    /// The roster.
    pub roster: T,
    /// What was reached on each level in force, most important first.
    pub levels: Vec<LevelResult<L>>,
}

/// A defect of this program or of a backend, not of the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// What was found.
    pub finding: String,
    /// The linear program in which it was found, as `.lp` text for a report.
    pub program: String,
}

impl fmt::Display for Defect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.finding)
    }
}

impl std::error::Error for Defect {}

impl Defect {
    /// What was found, and the program as text under its first level.
    pub fn of(finding: impl Into<String>, program: &Program, names: &dyn Names) -> Self {
        Self { finding: finding.into(), program: lp_text(program, names, LevelIx(0), &[]) }
    }
}

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

/// Solves a model's program, checks the point row by row and reads it.
///
/// # Errors
/// A [`Defect`] where the solver fails or its point breaks a row.
pub fn solve<C, R, L: Copy + Sync + 'static, T>(
    model: &Model<C, R, L>,
    names: &dyn Names,
    watch: &dyn Watch,
    read: impl FnOnce(&[i64]) -> T,
) -> Result<Outcome<Found<T, L>>, Defect> {
    solve_beside(model, names, &[], watch, read)
}

/// The same beside values that are known of the first levels: after the first that comes out otherwise only those follow of
/// which nothing is known.
///
/// # Errors
/// Those of [`solve`].
pub fn solve_beside<C, R, L: Copy + Sync + 'static, T>(
    model: &Model<C, R, L>,
    names: &dyn Names,
    known: &[i64],
    watch: &dyn Watch,
    read: impl FnOnce(&[i64]) -> T,
) -> Result<Outcome<Found<T, L>>, Defect> {
    let (program, levels) = (&model.program, &model.levels);
    let defect = |finding| Defect::of(finding, program, names);
    let watch = Knowing { watch, levels };
    Ok(match solver::solve_beside(program, known, &watch).map_err(|error| defect(error.0))? {
        solver::Outcome::Solved(Solution { point, levels: reached }) => {
            let broken = breaches(program, &point);
            if !broken.is_empty() {
                return Err(defect(format!("the point breaks the program: {broken:?}")));
            }
            let levels = reached.into_iter().map(|result| result.map(|level| levels[level.0])).collect();
            Outcome::Planned(Found { roster: read(&point), levels })
        }
        solver::Outcome::Contradiction => Outcome::Contradiction(()),
        solver::Outcome::NothingFound => Outcome::NothingFound,
    })
}

/// A watch that is told what the levels mean.
struct Knowing<'a, L> {
    watch: &'a dyn Watch,
    levels: &'a [L],
}

impl<L: Sync + 'static> Watch for Knowing<'_, L> {
    fn time_left(&self) -> Option<Duration> {
        self.watch.time_left()
    }

    fn is_out_of_time(&self) -> bool {
        self.watch.is_out_of_time()
    }

    fn patience(&self) -> Option<Duration> {
        self.watch.patience()
    }

    fn report(&self, progress: &Progress<'_>) {
        let meaning = self.levels.get(progress.level.0).map(|level| level as &dyn Any);
        self.watch.report(&Progress { meaning, ..*progress });
    }
}
