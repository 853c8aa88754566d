//! Diving: from a fractional vertex to a whole point by rounding a few columns at a time and solving again.
//!
//! In: a face and costs. Out: a whole point of the face, not always the best one. It proves nothing: it finds early
//! what branching would find late, and what a run that is stopped can show.

use crate::{
    lp::{Program, Tier},
    solver::{
        BackendError, TOLERANCE,
        branching::{Task, rounded},
        face::{Face, Rows},
        sifting::{self, Relaxed, Working},
    },
};

/// Relaxations after which a dive gives up.
const DEPTH: usize = 80;
/// The share of the fractional columns that is rounded at a time: one in so many.
const SHARE: usize = 3;

/// Looks for a whole point of a face that costs little.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn dive(
    task: Task<'_>,
    face: &Face,
    rows: &mut Rows,
    working: &mut Working,
) -> Result<Option<Vec<i64>>, BackendError> {
    let mut face = face.clone();
    let mut before: Option<(Face, Rounding)> = None;
    for _ in 0..DEPTH {
        let Relaxed::Point(vertex, _) = sifting::relax(task.backend, &face, rows, task.costs, working)?
        else {
            let Some((above, first)) = before.take() else { return Ok(None) };
            face = above;
            first.refuse(&mut face);
            continue;
        };
        if rows.activate(&vertex) | sifting::add_broken_cuts(task.program, rows, &vertex) {
            continue;
        }
        if let Some(point) = rounded(&vertex).filter(|point| face.holds(rows, point)) {
            return Ok(Some(point));
        }
        let roundings = roundings(task.program, &face, &vertex);
        let Some(&first) = roundings.first() else { return Ok(None) };
        before = Some((face.clone(), first));
        for rounding in roundings {
            rounding.accept(&mut face);
        }
    }
    Ok(None)
}

/// A fractional column and the whole number next to its value.
#[derive(Debug, Clone, Copy)]
struct Rounding {
    column: usize,
    to: i64,
    is_up: bool,
}

impl Rounding {
    fn accept(self, face: &mut Face) {
        face.lower[self.column] = self.to;
        face.upper[self.column] = self.to;
    }

    /// Keeps the column on the other side.
    fn refuse(self, face: &mut Face) {
        if self.is_up {
            face.upper[self.column] = self.to - 1;
        } else {
            face.lower[self.column] = self.to + 1;
        }
    }
}

/// What is rounded next: of the columns that decide most, those nearest to whole numbers.
#[expect(clippy::cast_possible_truncation, reason = "columns are far below 2⁵³")]
fn roundings(program: &Program, face: &Face, vertex: &[f64]) -> Vec<Rounding> {
    let distance = |column: usize| (vertex[column] - vertex[column].round()).abs();
    let tier = |column: usize| program.columns[column].tier;
    let mut fractional: Vec<usize> = (0..vertex.len())
        .filter(|&column| {
            !face.is_fixed(column) && distance(column) > TOLERANCE && tier(column) != Tier::Implied
        })
        .collect();
    let Some(decisive) = fractional.iter().map(|&column| tier(column)).min() else { return Vec::new() };
    fractional.retain(|&column| tier(column) == decisive);
    fractional.sort_by(|&one, &other| distance(one).total_cmp(&distance(other)).then(one.cmp(&other)));
    fractional.truncate(fractional.len().div_ceil(SHARE));
    let round = |column: usize| {
        let to = vertex[column].round() as i64;
        Rounding { column, to, is_up: vertex[column].round() > vertex[column] }
    };
    fractional.into_iter().map(round).collect()
}
