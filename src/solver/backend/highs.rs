//! HiGHS, for very large campaigns: a C++ library, so a feature that is off by default.

use crate::solver::{
    BackendError,
    backend::{Answer, Backend, Priced, Restricted, model::Model},
};
use good_lp::{
    DualValues as _, ResolutionError, Solution as _, SolutionStatus, SolutionWithDual as _, SolverModel as _,
    solvers::highs::HighsProblem,
};
use std::time::Duration;

/// The backend of the feature `highs`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Highs;

impl Backend for Highs {
    fn name(&self) -> &'static str {
        "highs"
    }

    fn minimise(&self, program: &Restricted, limit: Option<Duration>) -> Result<Answer, BackendError> {
        if program.bounds.is_empty() {
            return Ok(
                without_columns(program).map_or(Answer::Infeasible, |priced| Answer::Optimal(priced.point))
            );
        }
        let Model { problem, columns, rows } = Model::of(program, true);
        let mut solver = configured(problem.using(good_lp::highs));
        if let Some(limit) = limit {
            solver = solver.set_time_limit(limit.as_secs_f64());
        }
        match solver.with_all(rows).solve() {
            Ok(solution) => {
                let point = columns.iter().map(|&column| solution.value(column)).collect();
                Ok(match solution.status() {
                    SolutionStatus::Optimal => Answer::Optimal(point),
                    _ => Answer::Feasible(point),
                })
            }
            Err(ResolutionError::Infeasible) => Ok(Answer::Infeasible),
            Err(ResolutionError::Other(_)) if limit.is_some() => Ok(Answer::TimedOut),
            Err(error) => Err(BackendError(format!("highs: {error}"))),
        }
    }

    fn relax(&self, program: &Restricted) -> Result<Option<Priced>, BackendError> {
        if program.bounds.is_empty() {
            return Ok(without_columns(program));
        }
        let Model { problem, columns, rows } = Model::of(program, false);
        let mut solver = configured(problem.using(good_lp::highs));
        let references: Vec<_> = rows.into_iter().map(|row| solver.add_constraint(row)).collect();
        match solver.solve() {
            Ok(mut solution) => {
                let point = columns.iter().map(|&column| solution.value(column)).collect();
                let duals = solution.compute_dual();
                let prices = references.into_iter().map(|reference| duals.dual(reference)).collect();
                Ok(Some(Priced { point, prices }))
            }
            Err(ResolutionError::Infeasible) => Ok(None),
            Err(error) => Err(BackendError(format!("highs: {error}"))),
        }
    }
}

/// One thread, since the count is global to the process, and no gap, since a gap is not a proof.
fn configured(problem: HighsProblem) -> HighsProblem {
    let mut problem = problem.set_threads(1);
    problem.set_option("mip_rel_gap", 0.0);
    problem.set_option("mip_abs_gap", 0.0);
    problem
}

/// HiGHS holds a program without columns for an error; its rows hold or not by their right sides alone.
fn without_columns(program: &Restricted) -> Option<Priced> {
    let holds =
        program.rows.iter().all(|row| row.relation.holds(0.0_f64.total_cmp(&row.right)) || row.right == 0.0);
    holds.then(|| Priced { point: Vec::new(), prices: vec![0.0; program.rows.len()] })
}
