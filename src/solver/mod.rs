//! Solves a lexicographic integer program to proven optima.
//!
//! In: [`lp::Program`](crate::lp::Program) and a [`Watch`]. Out: [`Outcome`].

pub mod backend;
pub mod branching;
pub mod choice;
pub mod compaction;
pub mod complementary;
pub mod construction;
pub mod costs;
pub mod counting;
pub mod cuts;
pub mod diving;
pub mod face;
pub mod lexicographic;
pub mod proof;
pub mod propagation;
pub mod relaxation;
pub mod restriction;
pub mod results;
pub mod rins;
pub mod rows;
pub mod sifting;
pub mod simplex;
pub mod size;
pub mod task;

use crate::lp::{LevelIx, LevelResult, Program};
use std::{any::Any, error::Error, fmt, time::Duration};

/// How far from whole a value, or from its row a point, may lie in floats.
const TOLERANCE: f64 = 1e-6;

/// What a run says while it works, and what may stop it. The clock lives in `cli`.
pub trait Watch: Sync {
    /// What is left of the time granted; `None` is no limit. Zero asks the solver to stop with what it has.
    fn time_left(&self) -> Option<Duration>;
    /// Whether the time is up.
    fn is_out_of_time(&self) -> bool {
        self.time_left().is_some_and(|left| left.is_zero())
    }
    /// What is left until even a first plan would come too late: some time more than there is to make it better.
    fn patience(&self) -> Option<Duration> {
        self.time_left()
    }
    /// A level was begun or reached.
    fn report(&self, progress: &Progress<'_>);
}

/// What the solver is doing.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The level being solved.
    pub level: LevelIx,
    /// How many levels there are.
    pub levels: usize,
    /// The level as the problem behind the program knows it, by a type of its own; the solver knows none.
    pub meaning: Option<&'a dyn Any>,
}

/// A watch that never stops anything and says nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn time_left(&self) -> Option<Duration> {
        None
    }

    fn report(&self, _: &Progress<'_>) {}
}

/// A watch of which the time is up: nothing is solved.
#[derive(Debug, Clone, Copy, Default)]
pub struct TimeUp;

impl Watch for TimeUp {
    fn time_left(&self) -> Option<Duration> {
        Some(Duration::ZERO)
    }

    fn report(&self, _: &Progress<'_>) {}
}

/// A watch that leaves a share of the time for what is sought afterwards.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    watch: &'a dyn Watch,
    left_over: Duration,
}

impl<'a> Part<'a> {
    /// Leaves one of `shares` equal shares of the time that there is now.
    pub fn leaving(watch: &'a dyn Watch, shares: u32) -> Self {
        Self { watch, left_over: watch.time_left().unwrap_or_default() / shares }
    }
}

impl Watch for Part<'_> {
    fn time_left(&self) -> Option<Duration> {
        self.watch.time_left().map(|left| left.saturating_sub(self.left_over))
    }

    fn patience(&self) -> Option<Duration> {
        self.watch.patience()
    }

    fn report(&self, progress: &Progress<'_>) {
        self.watch.report(progress);
    }
}

/// A watch for the search of a first plan: it is out of time where even that would come too late.
#[derive(Clone, Copy)]
pub struct LastChance<'a>(pub &'a dyn Watch);

impl Watch for LastChance<'_> {
    fn time_left(&self) -> Option<Duration> {
        self.0.patience()
    }

    fn report(&self, progress: &Progress<'_>) {
        self.0.report(progress);
    }
}

/// What came of solving; never more than was proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A point that keeps every row, with what was reached on each level.
    Solved(Solution),
    /// No point keeps every row; proved.
    Contradiction,
    /// No point was found in the time given.
    NothingFound,
}

/// A feasible point and its levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// The value of each column.
    pub point: Vec<i64>,
    /// What was reached on each level, in the program's order.
    pub levels: Vec<LevelResult>,
}

/// Trouble in a backend itself: a defect of ours, not of the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackendError(pub String);

impl fmt::Display for BackendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Error for BackendError {}

/// Why a step of a solve came to no end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Halt {
    /// The time was up.
    Stopped,
    /// The backend failed.
    Failed(BackendError),
}

impl fmt::Display for Halt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Stopped => "the time was up",
            Self::Failed(_) => "the backend failed",
        })
    }
}

impl Error for Halt {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Stopped => None,
            Self::Failed(error) => Some(error),
        }
    }
}

impl From<BackendError> for Halt {
    fn from(error: BackendError) -> Self {
        Self::Failed(error)
    }
}

/// What a step came to; `None` where the time was up.
///
/// # Errors
/// The [`BackendError`] of the step.
pub fn unless_stopped<T>(step: Result<T, Halt>) -> Result<Option<T>, BackendError> {
    match step {
        Ok(found) => Ok(Some(found)),
        Err(Halt::Stopped) => Ok(None),
        Err(Halt::Failed(error)) => Err(error),
    }
}

/// Brings each level to its optimum among the points that keep the levels above.
///
/// # Errors
/// [`BackendError`] when the backend fails in a way that says nothing of the program.
pub fn solve(program: &Program, watch: &dyn Watch) -> Result<Outcome, BackendError> {
    lexicographic::solve_with(backend::best(), program, watch)
}

/// The same beside values that are known of the first levels: of those only the levels down to the first that comes out
/// otherwise are told, and then the levels of which nothing is known, brought to their optima behind them.
///
/// # Errors
/// Those of [`solve`].
pub fn solve_beside(program: &Program, known: &[i64], watch: &dyn Watch) -> Result<Outcome, BackendError> {
    lexicographic::solve_beside(backend::best(), program, known, watch)
}
