//! Prices from a vertex: complementary slackness as a linear program over the tight rows.
//!
//! In: a program and an optimal point. Out: a [`System`] whose every solution is a set of prices. A slack row has
//! price 0; a column at its lower bound must not gain, one at its upper bound must not lose, one between is
//! indifferent. By the duality of linear programming each solution of this system is an optimal dual solution, so no
//! objective is needed.

use crate::{
    lp::Relation,
    solver::{
        TOLERANCE,
        relaxation::{Restricted, RestrictedRow},
    },
};

/// The system that prices must solve.
pub struct System {
    /// One column for each tight row, one row for each column that is not fixed.
    pub program: Restricted,
    /// The column that stands for each row's price; `None` where the row is slack.
    column_of_row: Vec<Option<usize>>,
}

impl System {
    /// One price per row of the original program.
    pub fn prices(&self, solution: &[f64]) -> Vec<f64> {
        self.column_of_row.iter().map(|column| column.map_or(0.0, |column| solution[column])).collect()
    }
}

/// The conditions of complementary slackness at a point.
pub fn system(program: &Restricted, point: &[f64]) -> System {
    let mut system = Restricted::default();
    let mut column_of_row = vec![None; program.rows.len()];
    let mut transposed: Vec<Vec<(usize, f64)>> = vec![Vec::new(); program.bounds.len()];
    for (index, row) in program.rows.iter().enumerate() {
        let left: f64 = row.terms.iter().map(|&(column, coefficient)| coefficient * point[column]).sum();
        let is_slack = (left - row.right).abs() > TOLERANCE * row.right.abs().max(1.0);
        if row.relation != Relation::Equal && is_slack {
            continue;
        }
        let price = system.bounds.len();
        column_of_row[index] = Some(price);
        system.bounds.push(match row.relation {
            Relation::AtMost => (f64::NEG_INFINITY, 0.0),
            Relation::AtLeast => (0.0, f64::INFINITY),
            Relation::Equal => (f64::NEG_INFINITY, f64::INFINITY),
        });
        for &(column, coefficient) in &row.terms {
            transposed[column].push((price, coefficient));
        }
    }
    system.costs = vec![0.0; system.bounds.len()];
    for (column, terms) in transposed.into_iter().enumerate() {
        let (lower, upper) = program.bounds[column];
        let at_lower = point[column] - lower <= TOLERANCE;
        let at_upper = upper - point[column] <= TOLERANCE;
        let relation = match (at_lower, at_upper) {
            (true, true) => continue,
            (true, false) => Relation::AtMost,
            (false, true) => Relation::AtLeast,
            (false, false) => Relation::Equal,
        };
        system.rows.push(RestrictedRow { terms, relation, right: program.costs[column] });
    }
    System { program: system, column_of_row }
}
