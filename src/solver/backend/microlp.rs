//! microlp: pure Rust, nothing to install. It gives a vertex but no prices; those come from complementary slackness.

use crate::{
    lp::Relation,
    solver::{
        BackendError,
        backend::{Answer, Backend, Priced, Restricted},
        complementary,
    },
};
use good_lp::{
    Expression, ProblemVariables, ResolutionError, Solution as _, SolutionStatus, SolverModel as _, Variable,
    WithTimeLimit as _, constraint, variable,
};
use std::time::Duration;

/// The default backend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Microlp;

impl Backend for Microlp {
    fn name(&self) -> &'static str {
        "microlp"
    }

    fn minimise(&self, program: &Restricted, limit: Option<Duration>) -> Result<Answer, BackendError> {
        let mut variables = ProblemVariables::new();
        let columns: Vec<Variable> = program
            .bounds
            .iter()
            .zip(&program.whole)
            .map(|(&(lower, upper), &whole)| {
                let definition = variable().min(lower).max(upper);
                variables.add(if whole { definition.integer() } else { definition })
            })
            .collect();
        let objective = expression(&columns, program.costs.iter().copied().enumerate());
        let mut model = variables.minimise(objective).using(good_lp::microlp);
        if let Some(limit) = limit {
            model = model.with_time_limit(limit.as_secs_f64());
        }
        for (terms, relation, right) in &program.rows {
            let left = expression(&columns, terms.iter().copied());
            model.add_constraint(match relation {
                Relation::AtMost => constraint::leq(left, *right),
                Relation::AtLeast => constraint::geq(left, *right),
                Relation::Equal => constraint::eq(left, *right),
            });
        }
        match model.solve() {
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

    fn relax(&self, program: &Restricted) -> Result<Option<Priced>, BackendError> {
        let relaxation = Restricted { whole: vec![false; program.whole.len()], ..program.clone() };
        match self.minimise(&relaxation, None)? {
            Answer::Optimal(point) | Answer::Feasible(point) => {
                let prices = complementary::prices(self, &relaxation, &point)?;
                Ok(Some(Priced { point, prices }))
            }
            Answer::Infeasible => Ok(None),
            Answer::TimedOut => Err(BackendError("microlp: stopped without a limit".into())),
        }
    }
}

fn expression(columns: &[Variable], terms: impl Iterator<Item = (usize, f64)>) -> Expression {
    let mut sum = Expression::with_capacity(columns.len().min(64));
    for (column, coefficient) in terms {
        if coefficient != 0.0 {
            sum.add_mul(coefficient, columns[column]);
        }
    }
    sum
}
