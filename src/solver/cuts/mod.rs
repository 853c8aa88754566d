//! Cuts: rows that every whole point keeps and a vertex of the relaxation breaks. One file a family.
//!
//! In: a face, its rows, the bounds of the program and a vertex. Out: the cuts that cut deepest, each with what it rests on.
//! Families look for rows of a certain shape in the matrix and know nothing of what a row is about.

mod aggregation;
mod implied;
mod rounding;
mod selection;
#[cfg(test)]
mod tests;
mod zero_half;

use crate::{
    lp::{Column, Row},
    solver::{TOLERANCE, face::Face, rows::Rows},
};

/// What cuts are sought in.
pub struct Relaxed<'a> {
    /// Says which rows are equations.
    face: &'a Face,
    /// The rows in force.
    rows: &'a Rows,
    /// The columns between the bounds that hold whatever the levels are worth.
    columns: &'a [Column],
    /// A vertex.
    vertex: &'a [f64],
    /// How far each column stands from the nearer of its bounds.
    distance: Vec<f64>,
}

impl<'a> Relaxed<'a> {
    /// A face, the rows in force, the columns of the program and a vertex.
    #[expect(clippy::cast_precision_loss, reason = "columns are far below 2⁵³")]
    pub fn of(face: &'a Face, rows: &'a Rows, columns: &'a [Column], vertex: &'a [f64]) -> Self {
        let distance = |(bounds, &value): (&Column, &f64)| {
            (value - bounds.lower as f64).min(bounds.upper as f64 - value)
        };
        Self { face, rows, columns, vertex, distance: columns.iter().zip(vertex).map(distance).collect() }
    }
}

/// A row that a vertex breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    /// What every whole point keeps.
    pub row: Row,
    /// Whether that is so only where the levels above have the values of the face.
    pub rests_on_levels: bool,
    /// How far from the cut the vertex lies.
    depth: f64,
}

/// The deepest cuts of all families.
pub fn separated(at: &Relaxed<'_>) -> Vec<Cut> {
    let sides = aggregation::tight_sides(at);
    let mut cuts = implied::cuts(at);
    cuts.extend(rounding::cuts(at, &sides));
    cuts.extend(zero_half::cuts(at, &sides));
    selection::selected(cuts)
}

/// Rounds of cuts at one relaxation at the most.
const ROUNDS: usize = 30;
/// Rounds without much gain after which no more are sought, where some gained.
const PATIENCE: usize = 3;
/// The same where none gained yet, and the bound is a whole number already: that may well be the optimum.
const PATIENCE_WITH_WHOLE: usize = 1;
/// The share of what all rounds gained that is much.
const MUCH: f64 = 0.02;

/// How the rounds of cuts at one relaxation went.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rounds {
    done: usize,
    idle: usize,
    /// The bound at the beginning, and the best since.
    bounds: Option<(f64, f64)>,
}

impl Rounds {
    /// Whether another round is worth while, where the relaxation is now worth so much.
    pub fn go_on(&mut self, value: f64) -> bool {
        let (first, best) = self.bounds.unwrap_or((value, value));
        let gained = value - best;
        self.idle = if gained > MUCH * (best - first).max(TOLERANCE) { 0 } else { self.idle + 1 };
        let best = best.max(value);
        self.bounds = Some((first, best));
        self.done += 1;
        let may_be_optimal = best - first < TOLERANCE && (value - value.round()).abs() < TOLERANCE;
        let patience = if may_be_optimal { PATIENCE_WITH_WHOLE } else { PATIENCE };
        self.done <= ROUNDS && self.idle <= patience
    }
}

/// Takes in the deepest cuts at a vertex; says whether there was one.
pub fn take_in(face: &Face, rows: &mut Rows, columns: &[Column], vertex: &[f64]) -> bool {
    let cuts = separated(&Relaxed::of(face, rows, columns, vertex));
    rows.put_aside_what_is_slack(vertex);
    let found = !cuts.is_empty();
    for Cut { row, rests_on_levels, .. } in cuts {
        rows.derive(row, if rests_on_levels { &face.above } else { &[] });
    }
    found
}
