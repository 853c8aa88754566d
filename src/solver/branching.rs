//! Branching, where the relaxation is fractional: first on `open`, then on indicators, then on members of groups,
//! on everything else only as a last resort.
//!
//! In: a face and costs. Out: the best whole point, and a bound that is proved in whole numbers: every node is
//! relaxed by sifting over all columns, and is closed only by a [`Proof`] or by a point.

use crate::{
    lp::Program,
    solver::{
        BackendError, TOLERANCE, Watch,
        backend::Backend,
        face::{Costs, Face, Rows},
        proof::Proof,
        sifting::{self, Relaxed, Working},
    },
};

/// What branching found.
#[derive(Debug, Clone)]
pub struct Branched {
    /// The best whole point, where one was found.
    pub point: Option<Vec<i64>>,
    /// No whole point of the face costs less.
    pub bound: i128,
    /// Whether nothing is left open: the point is the best, or there is none.
    pub is_closed: bool,
}

/// Who branches, on what, and for how long.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// Who solves the relaxations.
    pub backend: &'a dyn Backend,
    /// Says which columns are branched on first, and which cuts there are.
    pub program: &'a Program,
    /// What is brought down.
    pub costs: &'a Costs,
    /// The time left.
    pub watch: &'a dyn Watch,
}

/// A part of the face that may still hold a better point.
struct Node {
    face: Face,
    /// No whole point of it costs less.
    bound: i128,
}

/// Finds the best whole point of a face; `known` is one to begin with.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn branch(
    task: Task<'_>,
    face: &Face,
    rows: &mut Rows,
    working: &mut Working,
    known: Option<Vec<i64>>,
) -> Result<Branched, BackendError> {
    let Task { costs, .. } = task;
    let mut best = known;
    let mut open = vec![Node { face: face.clone(), bound: face.trivial_bound(costs) }];
    while let Some(node) = open.pop() {
        let limit = best.as_ref().map(|best| costs.at(best));
        if limit.is_some_and(|limit| node.bound >= limit) {
            continue;
        }
        if task.watch.time_left().is_some_and(|left| left.is_zero()) {
            open.push(node);
            break;
        }
        match explore(task, node.face, rows, working, limit)? {
            Explored::Closed => {}
            Explored::Point(point) => best = Some(point),
            Explored::Children(children) => open.extend(children),
        }
    }
    let found = best.as_ref().map(|best| costs.at(best));
    let left = open.iter().map(|node| node.bound).min();
    let bound = match (found, left) {
        (Some(found), Some(left)) => found.min(left),
        (Some(bound), None) | (None, Some(bound)) => bound,
        (None, None) => face.trivial_bound(costs),
    };
    let is_closed = left.is_none_or(|left| found.is_some_and(|found| left >= found));
    Ok(Branched { point: best, bound, is_closed })
}

enum Explored {
    /// No better point is there; proved.
    Closed,
    /// The best point of the node, better than the limit.
    Point(Vec<i64>),
    /// Its two halves, the more promising one last.
    Children([Node; 2]),
}

/// Relaxes a node, taking in what its vertex breaks, and divides it where that is fractional.
fn explore(
    task: Task<'_>,
    mut face: Face,
    rows: &mut Rows,
    working: &mut Working,
    limit: Option<i128>,
) -> Result<Explored, BackendError> {
    let Task { backend, program, costs, .. } = task;
    loop {
        let Relaxed::Point(vertex, proof) = sifting::relax(backend, &face, rows, costs, working)? else {
            return Ok(Explored::Closed);
        };
        let bound = proof.whole_bound();
        if limit.is_some_and(|limit| bound >= limit) {
            return Ok(Explored::Closed);
        }
        if rows.activate(&vertex) | sifting::add_broken_cuts(program, rows, &vertex) {
            continue;
        }
        let whole = rounded(&vertex).filter(|point| face.holds(rows, point));
        if let Some(point) = whole.filter(|point| costs.at(point) <= bound) {
            return Ok(Explored::Point(point));
        }
        if let Some(limit) = limit {
            face.restrict(&proof, limit - 1);
        }
        return divide(program, face, &vertex, &proof);
    }
}

/// Divides a face at the fractional column that is branched on first.
#[expect(clippy::cast_possible_truncation, reason = "columns are far below 2⁵³")]
fn divide(program: &Program, face: Face, vertex: &[f64], proof: &Proof) -> Result<Explored, BackendError> {
    let from_whole = |column: usize| (vertex[column] - vertex[column].round()).abs();
    let Some(column) = (0..vertex.len())
        .filter(|&column| !face.is_fixed(column) && from_whole(column) > TOLERANCE)
        .min_by(|&one, &other| {
            let tiers = program.columns[one].tier.cmp(&program.columns[other].tier);
            tiers.then(from_whole(other).total_cmp(&from_whole(one))).then(one.cmp(&other))
        })
    else {
        return Err(BackendError("a whole vertex that breaks a row it was given".into()));
    };
    let bound = proof.whole_bound();
    let below = vertex[column].floor() as i64;
    let mut lower = face.clone();
    lower.upper[column] = below;
    let mut upper = face;
    upper.lower[column] = below + 1;
    let (lower, upper) = (Node { face: lower, bound }, Node { face: upper, bound });
    let prefers_upper = vertex[column] - vertex[column].floor() >= 0.5;
    Ok(Explored::Children(if prefers_upper { [lower, upper] } else { [upper, lower] }))
}

/// The whole point that a float point is, within tolerance.
#[expect(clippy::cast_possible_truncation, reason = "columns are far below 2⁵³")]
pub fn rounded(point: &[f64]) -> Option<Vec<i64>> {
    point
        .iter()
        .map(|&value| {
            let whole = value.round();
            ((value - whole).abs() <= TOLERANCE).then_some(whole as i64)
        })
        .collect()
}
