//! Diving: from a fractional vertex to a whole point by rounding a few columns at a time and solving again.
//!
//! In: a face and costs. Out: a whole point of the face, not always the best one. It proves nothing: it finds early
//! what branching would find late, and what a run that is stopped can show.

use crate::{
    lp::{Program, Tier},
    solver::{
        BackendError, TOLERANCE,
        branching::rounded,
        compaction::{Compact, is_mostly_fixed},
        face::Face,
        propagation::{NoPoint, propagate},
        rows::Rows,
        sifting::{self, Relaxed, Working},
        task::Task,
        unless_stopped,
    },
};

/// Roundings after which a dive gives up.
const DEPTH: usize = 80;
/// The share of the fractional columns that is rounded at a time: one in so many.
const SHARE: usize = 3;

/// Looks for a whole point of a face that costs little. Where a rounding leaves no point, the last one is taken back.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn dive(
    task: Task<'_>,
    face: &Face,
    rows: &mut Rows,
    working: &mut Working,
) -> Result<Option<Vec<i64>>, BackendError> {
    if is_mostly_fixed(face) {
        let mut compact = Compact::of(task.program, face, rows, task.costs, working);
        let inner = Task { program: &compact.program, costs: &compact.costs, ..task };
        let found = dive(inner, &compact.face, &mut compact.rows, &mut compact.working)?;
        return Ok(found.map(|point| compact.expanded(&point)));
    }
    let mut face = face.clone();
    let mut before: Vec<(Face, Rounding)> = Vec::new();
    let mut is_empty = false;
    let mut depth = 0;
    while depth < DEPTH && !task.watch.is_out_of_time() {
        let relaxed = if is_empty {
            Relaxed::Empty
        } else {
            match unless_stopped(sifting::relax(task, &face, rows, working))? {
                Some(relaxed) => relaxed,
                None => break,
            }
        };
        let Relaxed::Point(vertex, _) = relaxed else {
            depth += 1;
            let Some((above, first)) = before.pop() else { return Ok(None) };
            face = above;
            is_empty = first.refuse(&mut face, rows).is_err();
            continue;
        };
        if rows.activate(&vertex) | sifting::add_broken_cuts(task.program, rows, &vertex) {
            continue;
        }
        if let Some(point) = rounded(&vertex).filter(|point| face.holds(rows, point)) {
            return Ok(Some(point));
        }
        depth += 1;
        let roundings = roundings(task.program, &face, &vertex);
        let Some(&first) = roundings.first() else { return Ok(None) };
        before.push((face.clone(), first));
        is_empty = roundings.into_iter().any(|rounding| rounding.accept(&mut face, rows).is_err());
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
    /// Fixes the column, unless another one decided it.
    fn accept(self, face: &mut Face, rows: &Rows) -> Result<(), NoPoint> {
        if face.is_fixed(self.column) {
            return Ok(());
        }
        face.lower[self.column] = self.to;
        face.upper[self.column] = self.to;
        propagate(face, rows, &[self.column])
    }

    /// Keeps the column on the other side.
    fn refuse(self, face: &mut Face, rows: &Rows) -> Result<(), NoPoint> {
        if self.is_up {
            face.upper[self.column] = self.to - 1;
        } else {
            face.lower[self.column] = self.to + 1;
        }
        propagate(face, rows, &[self.column])
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
