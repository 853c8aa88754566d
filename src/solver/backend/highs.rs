//! HiGHS, for very large campaigns: a C++ library, so a feature that is off by default.
//!
//! It is told how much time is left when it begins; what stops a run earlier it does not hear.

use crate::solver::{
    BackendError, Halt, Watch,
    backend::{Backend, model::Model},
    relaxation::{Basis, Priced, Relaxation, Restricted},
};
use good_lp::{
    DualValues as _, ResolutionError, Solution as _, SolutionStatus, SolutionWithDual as _, SolverModel as _,
    WithTimeLimit as _,
};

/// The backend of the feature `highs`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Highs;

impl Backend for Highs {
    fn name(&self) -> &'static str {
        "highs"
    }

    fn relax(&self, program: &Restricted, _: &mut Basis, watch: &dyn Watch) -> Result<Relaxation, Halt> {
        if program.bounds.is_empty() {
            return Ok(without_columns(program));
        }
        let Model { problem, columns, rows } = Model::of(program);
        // One thread, since their number is global to the process.
        let mut solver = problem.using(good_lp::highs).set_threads(1);
        if let Some(left) = watch.time_left() {
            solver = solver.with_time_limit(left.as_secs_f64());
        }
        let references: Vec<_> = rows.into_iter().map(|row| solver.add_constraint(row)).collect();
        match solver.solve() {
            Ok(solution) if matches!(solution.status(), SolutionStatus::TimeLimit) => Err(Halt::Stopped),
            Ok(mut solution) => {
                let point = columns.iter().map(|&column| solution.value(column)).collect();
                let duals = solution.compute_dual();
                let prices = references.into_iter().map(|reference| duals.dual(reference)).collect();
                Ok(Relaxation::Optimal(Priced { point, prices }))
            }
            Err(ResolutionError::Infeasible) => Ok(Relaxation::Empty(None)),
            Err(_) if watch.is_out_of_time() => Err(Halt::Stopped),
            Err(error) => Err(BackendError(format!("highs: {error}")).into()),
        }
    }
}

/// HiGHS holds a program without columns for an error; its rows hold or not by their right sides alone.
fn without_columns(program: &Restricted) -> Relaxation {
    let holds = program.rows.iter().all(|row| row.relation.holds(0.0_f64.total_cmp(&row.right)));
    if holds {
        Relaxation::Optimal(Priced { point: Vec::new(), prices: vec![0.0; program.rows.len()] })
    } else {
        Relaxation::Empty(None)
    }
}
