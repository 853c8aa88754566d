//! Prices from a vertex: complementary slackness as a linear program over the tight rows.
//!
//! In: a program and an optimal point. Out: one price per row. Slack rows have price 0; a column at its lower
//! bound must not gain, one at its upper bound must not lose, one between is indifferent. By linear programming
//! duality every solution of this system is an optimal dual solution, so no objective is needed; the one used
//! prefers prices that leave the fewest columns worth entering.

use crate::{
    lp::Relation,
    solver::{
        BackendError, TOLERANCE,
        backend::{Answer, Backend, Restricted, RestrictedRow},
    },
};

/// One price per row that is optimal together with `point`.
///
/// # Errors
/// [`BackendError`] when the backend fails; a system without a solution (`point` was not optimal after all) gives
/// prices of 0, which prove nothing and claim nothing.
pub fn prices(backend: &dyn Backend, program: &Restricted, point: &[f64]) -> Result<Vec<f64>, BackendError> {
    let mut system = Restricted::default();
    let mut variable_of_row = vec![None; program.rows.len()];
    let mut transposed: Vec<Vec<(usize, f64)>> = vec![Vec::new(); program.bounds.len()];
    for (index, row) in program.rows.iter().enumerate() {
        let left: f64 = row.terms.iter().map(|&(column, coefficient)| coefficient * point[column]).sum();
        if row.relation != Relation::Equal && (left - row.right).abs() > TOLERANCE * row.right.abs().max(1.0)
        {
            continue;
        }
        let variable = system.bounds.len();
        variable_of_row[index] = Some(variable);
        system.bounds.push(match row.relation {
            Relation::AtMost => (f64::NEG_INFINITY, 0.0),
            Relation::AtLeast => (0.0, f64::INFINITY),
            Relation::Equal => (f64::NEG_INFINITY, f64::INFINITY),
        });
        for &(column, coefficient) in &row.terms {
            transposed[column].push((variable, coefficient));
        }
    }
    system.costs = vec![0.0; system.bounds.len()];
    system.whole = vec![false; system.bounds.len()];
    for (column, terms) in transposed.into_iter().enumerate() {
        let (lower, upper) = program.bounds[column];
        let (at_lower, at_upper) = (point[column] - lower <= TOLERANCE, upper - point[column] <= TOLERANCE);
        let relation = match (at_lower, at_upper) {
            (true, true) => continue,
            (true, false) => Relation::AtMost,
            (false, true) => Relation::AtLeast,
            (false, false) => Relation::Equal,
        };
        system.rows.push(RestrictedRow { terms, relation, right: program.costs[column] });
    }
    let found = match backend.minimise(&system, None)? {
        Answer::Optimal(found) | Answer::Feasible(found) => found,
        Answer::Infeasible | Answer::TimedOut => vec![0.0; system.bounds.len()],
    };
    Ok(variable_of_row.into_iter().map(|variable| variable.map_or(0.0, |variable| found[variable])).collect())
}
