//! A restricted program in `good_lp`'s words, the same for every backend.

use crate::{lp::Relation, solver::relaxation::Restricted};
use good_lp::{
    Constraint, Expression, ProblemVariables, Variable, constraint, variable, variable::UnsolvedProblem,
};

/// A program ready for one of `good_lp`'s solvers.
pub struct Model {
    /// Columns and objective.
    pub problem: UnsolvedProblem,
    /// The variable of each column.
    pub columns: Vec<Variable>,
    /// The rows in order.
    pub rows: Vec<Constraint>,
}

impl Model {
    /// Translates a program.
    pub fn of(program: &Restricted) -> Self {
        let mut variables = ProblemVariables::new();
        let columns: Vec<Variable> = (program.bounds.iter())
            .map(|&(lower, upper)| variables.add(variable().min(lower).max(upper)))
            .collect();
        let rows = (program.rows.iter())
            .map(|row| {
                let left = expression(&columns, row.terms.iter().copied());
                match row.relation {
                    Relation::AtMost => constraint::leq(left, row.right),
                    Relation::AtLeast => constraint::geq(left, row.right),
                    Relation::Equal => constraint::eq(left, row.right),
                }
            })
            .collect();
        let problem = variables.minimise(expression(&columns, program.costs.iter().copied().enumerate()));
        Self { problem, columns, rows }
    }
}

fn expression(columns: &[Variable], terms: impl Iterator<Item = (usize, f64)>) -> Expression {
    let mut sum = Expression::default();
    for (column, coefficient) in terms {
        if coefficient != 0.0 {
            sum.add_mul(coefficient, columns[column]);
        }
    }
    sum
}
