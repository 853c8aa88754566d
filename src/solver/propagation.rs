//! What one decision decides: bounds follow from bounds, row by row.
//!
//! In: a face and the columns whose bounds changed. Out: the face with every bound that follows in whole numbers, or
//! that no point is left.

use crate::{
    lp::{ColumnIx, Relation, Row},
    solver::{face::Face, rows::Rows},
};
use std::collections::VecDeque;

/// How often a row is read again because a column of it changed.
const READINGS: usize = 8;

/// No point of the face keeps every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPoint;

/// Tightens the bounds that follow from the columns that changed.
///
/// # Errors
/// [`NoPoint`] where a row cannot be kept.
pub fn propagate(face: &mut Face, rows: &Rows, changed: &[usize]) -> Result<(), NoPoint> {
    let mut readings = vec![0; rows.all.len()];
    let mut is_waiting = vec![false; rows.all.len()];
    let mut waiting = VecDeque::new();
    let mut changed = changed.to_vec();
    loop {
        for column in changed.drain(..) {
            for (index, _) in rows.of_column(column) {
                if !is_waiting[index] && readings[index] < READINGS {
                    is_waiting[index] = true;
                    readings[index] += 1;
                    waiting.push_back(index);
                }
            }
        }
        let Some(index) = waiting.pop_front() else { return Ok(()) };
        is_waiting[index] = false;
        let row = &rows.all[index];
        let relation = face.relation(index, row);
        if relation != Relation::AtLeast {
            tighten(face, row, 1, &mut changed)?;
        }
        if relation != Relation::AtMost {
            tighten(face, row, -1, &mut changed)?;
        }
    }
}

/// Tightens by a row read as "at most" after multiplying it with a sign.
fn tighten(face: &mut Face, row: &Row, sign: i64, changed: &mut Vec<usize>) -> Result<(), NoPoint> {
    let least: i64 = (row.terms.iter())
        .map(|&(ColumnIx(column), coefficient)| {
            let coefficient = sign * coefficient;
            coefficient * if coefficient > 0 { face.lower[column] } else { face.upper[column] }
        })
        .sum();
    let room = sign * row.right - least;
    if room < 0 {
        return Err(NoPoint);
    }
    for &(ColumnIx(column), coefficient) in &row.terms {
        let coefficient = sign * coefficient;
        let span = face.upper[column] - face.lower[column];
        let most = room / coefficient.abs();
        if most < span {
            changed.push(column);
            if coefficient > 0 {
                face.upper[column] = face.lower[column] + most;
            } else {
                face.lower[column] = face.upper[column] - most;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{NoPoint, propagate};
    use crate::{
        lp::{ColumnIx, Program, Relation, Terms, Tier},
        solver::{face::Face, rows::Rows},
    };

    /// Terms, relation and right side.
    type Written<'a> = (&'a [(usize, i64)], Relation, i64);

    fn program(rows: &[Written<'_>]) -> (Face, Rows) {
        let mut program = Program::default();
        for _ in 0..4 {
            program.add_column(0, 2, Tier::Ordinary);
        }
        for &(terms, relation, right) in rows {
            let terms: Terms = terms.iter().map(|&(column, size)| (ColumnIx(column), size)).collect();
            program.add_row(terms, relation, right);
        }
        (Face::of(&program), Rows::of(&program))
    }

    #[test]
    fn follows_bounds_from_row_to_row() {
        let (mut face, rows) = program(&[
            (&[(0, 1), (1, 1)], Relation::AtMost, 2),
            (&[(1, 1), (2, 1)], Relation::AtLeast, 2),
            (&[(2, 2), (3, 1)], Relation::Equal, 4),
        ]);
        face.lower[0] = 2;
        assert_eq!(propagate(&mut face, &rows, &[0]), Ok(()));
        assert_eq!(face.lower, [2, 0, 2, 0]);
        assert_eq!(face.upper, [2, 0, 2, 0]);
    }

    #[test]
    fn rounds_bounds_to_whole_numbers() {
        let (mut face, rows) = program(&[(&[(0, 1), (1, 2)], Relation::AtMost, 4)]);
        face.lower[0] = 1;
        assert_eq!(propagate(&mut face, &rows, &[0]), Ok(()));
        assert_eq!(face.upper, [2, 1, 2, 2]);
    }

    #[test]
    fn finds_that_no_point_is_left() {
        let (mut face, rows) =
            program(&[(&[(0, 1), (1, -1)], Relation::Equal, 0), (&[(1, 1), (2, 1)], Relation::AtMost, 3)]);
        face.lower[0] = 2;
        face.lower[2] = 2;
        assert_eq!(propagate(&mut face, &rows, &[0, 2]), Err(NoPoint));
    }
}
