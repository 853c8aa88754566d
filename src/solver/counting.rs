//! Columns that only count, set to what the others of a point say.
//!
//! In: a program and a whole point that keeps its rows. Out: the same with every column that counts at its best. A run that
//! is stopped early leaves them looser than they need be (a shortage counted where there is none): the point would be better
//! than its levels say.

use crate::{
    lp::{ColumnIx, Program, Relation, Sense, Tier, value},
    solver::face::Rows,
};
use std::cmp::Reverse;

/// Moves each column that counts as far as the rows allow, whichever way its level gains; of several in one row the
/// dearest first.
pub fn counted(program: &Program, rows: &Rows, mut point: Vec<i64>) -> Vec<i64> {
    let mut sides: Vec<i128> = rows.all.iter().map(|row| value(&row.terms, &point)).collect();
    for (column, cost) in counting(program) {
        let bounds = program.columns[column];
        let way = if cost > 0 { -1 } else { 1 };
        let most = if cost > 0 { point[column] - bounds.lower } else { bounds.upper - point[column] };
        let room = |&row: &usize| {
            let row_at = &rows.all[row];
            let at = row_at.terms.binary_search_by_key(&ColumnIx(column), |&(column, _)| column).ok()?;
            let moves = i128::from(way * row_at.terms[at].1);
            let left = i128::from(row_at.right) - sides[row];
            Some(match row_at.relation {
                Relation::AtMost if moves > 0 => left / moves,
                Relation::AtLeast if moves < 0 => left / moves,
                Relation::Equal => 0,
                _ => i128::MAX,
            })
        };
        let furthest = rows.of_column(column).iter().filter_map(room).min().unwrap_or(i128::MAX);
        let step = i64::try_from(furthest).map_or(most, |furthest| furthest.clamp(0, most));
        point[column] += way * step;
        for &row in rows.of_column(column) {
            let terms = &rows.all[row].terms;
            if let Ok(at) = terms.binary_search_by_key(&ColumnIx(column), |&(column, _)| column) {
                sides[row] += i128::from(terms[at].1 * way * step);
            }
        }
    }
    point
}

/// The columns that count and what each costs on the first level that has it, the dearest of a level first.
fn counting(program: &Program) -> Vec<(usize, i64)> {
    let mut found: Vec<(usize, i64, usize)> = Vec::new();
    for (position, level) in program.levels.iter().enumerate() {
        let sign = if level.sense == Sense::Min { 1 } else { -1 };
        let counts = |column: usize| matches!(program.columns[column].tier, Tier::Implied | Tier::Indicator);
        let terms = level.terms.iter().filter(|&&(ColumnIx(column), _)| counts(column));
        found.extend(terms.map(|&(ColumnIx(column), cost)| (position, sign * cost, column)));
    }
    found.sort_unstable_by_key(|&(position, cost, column)| (position, Reverse(cost), column));
    let mut is_known = vec![false; program.columns.len()];
    found.retain(|&(.., column)| !std::mem::replace(&mut is_known[column], true));
    found.into_iter().map(|(_, cost, column)| (column, cost)).collect()
}
