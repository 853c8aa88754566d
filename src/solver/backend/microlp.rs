//! microlp: pure Rust, nothing to install. It gives a vertex but no prices; those come from complementary slackness.

use crate::solver::{
    BackendError,
    backend::{Answer, Backend, Priced, Restricted, model::Model},
    complementary,
};
use good_lp::{ResolutionError, Solution as _, SolutionStatus, SolverModel as _, WithTimeLimit as _};
use std::time::Duration;

/// The default backend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Microlp;

impl Backend for Microlp {
    fn name(&self) -> &'static str {
        "microlp"
    }

    fn minimise(&self, program: &Restricted, limit: Option<Duration>) -> Result<Answer, BackendError> {
        run(Model::of(program, true), limit)
    }

    fn relax(&self, program: &Restricted) -> Result<Option<Priced>, BackendError> {
        match run(Model::of(program, false), None)? {
            Answer::Optimal(point) | Answer::Feasible(point) => {
                let prices = complementary::prices(self, program, &point)?;
                Ok(Some(Priced { point, prices }))
            }
            Answer::Infeasible => Ok(None),
            Answer::TimedOut => Err(BackendError("microlp: stopped without a limit".into())),
        }
    }
}

fn run(model: Model, limit: Option<Duration>) -> Result<Answer, BackendError> {
    let Model { problem, columns, rows } = model;
    let mut solver = problem.using(good_lp::microlp).with_all(rows);
    if let Some(limit) = limit {
        solver = solver.with_time_limit(limit.as_secs_f64());
    }
    match solver.solve() {
        Ok(solution) => {
            let point = columns.iter().map(|&column| solution.value(column)).collect();
            Ok(match solution.status() {
                SolutionStatus::Optimal => Answer::Optimal(point),
                _ => Answer::Feasible(point),
            })
        }
        Err(ResolutionError::Infeasible) => Ok(Answer::Infeasible),
        Err(ResolutionError::Other(_)) if limit.is_some() => Ok(Answer::TimedOut),
        Err(error) => Err(BackendError(format!("microlp: {error}"))),
    }
}
