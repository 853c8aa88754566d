//! microlp: pure Rust, nothing to install. It gives a vertex but no prices; those come from complementary slackness.

use crate::solver::{
    BackendError,
    backend::{Backend, Basis, Priced, Relaxation, Restricted, model::Model},
    complementary,
};
use good_lp::{ResolutionError, Solution as _, SolverModel as _};

/// The default backend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Microlp;

impl Backend for Microlp {
    fn name(&self) -> &'static str {
        "microlp"
    }

    fn relax(&self, program: &Restricted, _: &mut Basis) -> Result<Relaxation, BackendError> {
        let Some(point) = vertex(program)? else { return Ok(Relaxation::Empty(None)) };
        let system = complementary::system(program, &point);
        let prices = match vertex(&system.program)? {
            Some(found) => system.prices(&found),
            None => vec![0.0; program.rows.len()],
        };
        Ok(Relaxation::Optimal(Priced { point, prices }))
    }
}

/// An optimal vertex; `None` where no point keeps every row.
fn vertex(program: &Restricted) -> Result<Option<Vec<f64>>, BackendError> {
    let Model { problem, columns, rows } = Model::of(program);
    match problem.using(good_lp::microlp).with_all(rows).solve() {
        Ok(solution) => Ok(Some(columns.iter().map(|&column| solution.value(column)).collect())),
        Err(ResolutionError::Infeasible) => Ok(None),
        Err(error) => Err(BackendError(format!("microlp: {error}"))),
    }
}
