//! Writes a program as CPLEX LP or as free MPS text for independent solvers.
//!
//! In: a program, [`Names`] for what it says, the level to be optimized, the values kept of the levels above. Out: text
//! that GLPK, CBC and HiGHS read. `sheet` gathers what is written, `naming` makes names that those formats carry,
//! `cplex` and `mps` write. The cuts are left out: they say nothing new.

mod cplex;
mod mps;
mod naming;
mod sheet;

use crate::lp::{ColumnIx, LevelIx, Program, RowIx};
use sheet::Sheet;

/// What a formulation calls its columns, rows and levels; names are made fit for the formats when written.
pub trait Names {
    /// The column's name, such as `x(a01,hospice-nurse,2018-10-23)`.
    fn column(&self, column: ColumnIx) -> String;
    /// The row's name, such as `seats(hospice-nurse,2018-10-23)`.
    fn row(&self, row: RowIx) -> String;
    /// What the row says, in words; written as a comment above it.
    fn comment(&self, row: RowIx) -> String;
    /// The level's name, such as `coverage`.
    fn level(&self, level: LevelIx) -> String;
}

/// The program as CPLEX LP text: the objective is the level at `level`, the levels above are kept by rows where
/// their values are given in `kept`.
pub fn lp_text(program: &Program, names: &dyn Names, level: LevelIx, kept: &[i64]) -> String {
    cplex::text(&Sheet::of(program, names, level, kept))
}

/// The same as free MPS text. The format knows no sense: a level that is brought up is written with its signs turned
/// and brought down.
pub fn mps_text(program: &Program, names: &dyn Names, level: LevelIx, kept: &[i64]) -> String {
    mps::text(&Sheet::of(program, names, level, kept))
}
