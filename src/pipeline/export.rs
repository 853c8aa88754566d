//! The linear programs of a plan's levels, for other solvers.
//!
//! In: a program and the values that a plan reached on its levels. Out: for each level the program as CPLEX LP and as MPS
//! text, the values of the levels above kept by rows.

use crate::lp::{
    LevelIx, Program,
    write::{Names, lp_text, mps_text},
};

/// The program of one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedLevel {
    /// Its problem, its position and its id, fit for the name of a file: `experience-01-coverage`.
    pub name: String,
    /// The program as CPLEX LP text.
    pub lp: String,
    /// The program as free MPS text.
    pub mps: String,
}

/// Hands over each level in turn, for the programs of a large campaign are too long to be held all at once.
///
/// # Errors
/// The first that `take` has.
pub(super) fn levels<E>(
    problem: &str,
    program: &Program,
    names: &dyn Names,
    reached: &[i64],
    take: &mut dyn FnMut(ExportedLevel) -> Result<(), E>,
) -> Result<(), E> {
    for position in 0..program.levels.len() {
        let level = LevelIx(position);
        let id = names.level(level).replace('/', "-");
        take(ExportedLevel {
            name: format!("{problem}-{:02}-{id}", position + 1),
            lp: lp_text(program, names, level, reached),
            mps: mps_text(program, names, level, reached),
        })?;
    }
    Ok(())
}
