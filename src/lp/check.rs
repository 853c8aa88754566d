//! Checks a point row by row, in whole numbers.

use crate::lp::{ColumnIx, Program, RowIx, value};

/// What a point breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breach {
    /// A column lies outside of its bounds.
    Bound(ColumnIx),
    /// A row does not hold; its left side there.
    Row(RowIx, i128),
    /// The point has another number of columns than the program.
    Length,
}

/// Everything that `point` breaks, columns first.
pub fn breaches(program: &Program, point: &[i64]) -> Vec<Breach> {
    if point.len() != program.columns.len() {
        return vec![Breach::Length];
    }
    let bounds = program
        .columns
        .iter()
        .zip(point)
        .enumerate()
        .filter(|(_, (column, value))| !(column.lower..=column.upper).contains(value))
        .map(|(index, _)| Breach::Bound(ColumnIx(index)));
    let rows = program.rows.iter().enumerate().filter_map(|(index, row)| {
        let left = value(&row.terms, point);
        (!row.relation.holds(left.cmp(&i128::from(row.right)))).then_some(Breach::Row(RowIx(index), left))
    });
    bounds.chain(rows).collect()
}
