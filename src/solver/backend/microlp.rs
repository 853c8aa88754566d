//! microlp: pure Rust, nothing to install. It gives a vertex but no prices; those come from complementary slackness.
//!
//! It is told how much time is left when it begins; what stops a run earlier it does not hear.

use crate::solver::{
    BackendError, Halt, Watch,
    backend::{Backend, model::Model},
    complementary,
    relaxation::{Basis, Priced, Relaxation, Restricted},
};
use good_lp::{ResolutionError, Solution as _, SolutionStatus, SolverModel as _, WithTimeLimit as _};

/// The default backend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Microlp;

impl Backend for Microlp {
    fn name(&self) -> &'static str {
        "microlp"
    }

    fn relax(&self, program: &Restricted, _: &mut Basis, watch: &dyn Watch) -> Result<Relaxation, Halt> {
        let Some(point) = vertex(program, watch)? else { return Ok(Relaxation::Empty(None)) };
        let system = complementary::system(program, &point);
        let prices = match vertex(&system.program, watch)? {
            Some(found) => system.prices(&found),
            None => vec![0.0; program.rows.len()],
        };
        Ok(Relaxation::Optimal(Priced { point, prices }))
    }
}

/// An optimal vertex; `None` where no point keeps every row.
fn vertex(program: &Restricted, watch: &dyn Watch) -> Result<Option<Vec<f64>>, Halt> {
    let Model { problem, columns, rows } = Model::of(program);
    let mut solver = problem.using(good_lp::microlp).with_all(rows);
    if let Some(left) = watch.time_left() {
        solver = solver.with_time_limit(left.as_secs_f64());
    }
    match solver.solve() {
        Ok(solution) if matches!(solution.status(), SolutionStatus::TimeLimit) => Err(Halt::Stopped),
        Ok(solution) => Ok(Some(columns.iter().map(|&column| solution.value(column)).collect())),
        Err(ResolutionError::Infeasible) => Ok(None),
        Err(_) if watch.is_out_of_time() => Err(Halt::Stopped),
        Err(error) => Err(BackendError(format!("microlp: {error}")).into()),
    }
}
