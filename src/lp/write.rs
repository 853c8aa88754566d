//! Writes a program as CPLEX LP or as MPS text for independent solvers.

use crate::lp::{ColumnIx, Program, RowIx};

/// What a formulation calls its columns and rows; `write` sanitises the names.
pub trait Names {
    /// The column's name, such as `x(a01,hospice-nurse,2018-10-23)`.
    fn column(&self, column: ColumnIx) -> String;
    /// The row's name, such as `seats(hospice-nurse,2018-10-23)`.
    fn row(&self, row: RowIx) -> String;
    /// What the row says, in words; written as a comment above it.
    fn comment(&self, row: RowIx) -> String;
}

/// The program as CPLEX LP text: the objective is the level at `level`, the levels above are kept by rows if
/// their values are given in `kept`.
pub fn lp_text(program: &Program, names: &dyn Names, level: usize, kept: &[i64]) -> String {
    let _ = (program, names, level, kept);
    String::new()
}
