//! Branching, where the relaxation is fractional: first on `open`, then on indicators, then on members of groups,
//! on everything else only as a last resort.
//!
//! In: a face, costs and the proof of the relaxation. Out: a whole point and the least cost that is still possible.

use crate::{
    lp::{Program, Tier},
    solver::{
        BackendError, TOLERANCE, Watch,
        backend::{Answer, Backend},
        face::{Costs, Face, Rows},
        proof::Proof,
        sifting::{Choice, Restriction},
    },
};

/// What branching found.
#[derive(Debug, Clone)]
pub struct Branched {
    /// The best whole point, where one was found.
    pub point: Option<Vec<i64>>,
    /// No whole point of the face costs less.
    pub bound: i128,
    /// No whole point exists at all; proved.
    pub empty: bool,
}

/// The tiers that are made whole, step by step.
const STEPS: [Tier; 4] = [Tier::Open, Tier::Indicator, Tier::Member, Tier::Ordinary];

/// Where branching looks, for what, and by whom.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// Who solves.
    pub backend: &'a dyn Backend,
    /// The points to choose from.
    pub face: &'a Face,
    /// The rows that they keep.
    pub rows: &'a Rows,
    /// What is brought down.
    pub costs: &'a Costs,
    /// The time left.
    pub watch: &'a dyn Watch,
}

/// Finds the best whole point of a face.
///
/// A search among the working columns gives a point to improve on. Then all columns are looked at, but only where the
/// bound leaves a better point possible: a column whose reduced cost exceeds the room stays at its bound. The room
/// begins with none and grows until the bound proves the point.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn branch(
    program: &Program,
    task: Task<'_>,
    proof: &Proof,
    working: &[bool],
) -> Result<Branched, BackendError> {
    let Task { face, costs, .. } = task;
    let mut bound = proof.whole_bound();
    let dearest = costs.of.iter().map(|cost| i128::from(cost.unsigned_abs())).max().unwrap_or(0).max(1);
    let mut near = face.clone();
    near.restrict(proof, bound + dearest);
    let mut best = match search(program, Task { face: &near, ..task }, working)? {
        Search::Optimal(point) => Some(point),
        Search::Empty => None,
        Search::Stopped(point) => return Ok(Branched { point, bound, empty: false }),
    };
    let everything = vec![true; working.len()];
    let mut reach: i128 = 0;
    loop {
        if best.as_ref().is_some_and(|best| costs.at(best) <= bound) {
            return Ok(Branched { point: best, bound, empty: false });
        }
        let target = best.as_ref().map_or(bound + reach, |best| (costs.at(best) - 1).min(bound + reach));
        let mut narrowed = face.clone();
        let is_whole_face = !narrowed.restrict(proof, target);
        match search(program, Task { face: &narrowed, ..task }, &everything)? {
            Search::Optimal(point) => {
                let cost = costs.at(&point);
                if cost <= target || is_whole_face {
                    return Ok(Branched { point: Some(point), bound: cost, empty: false });
                }
                if best.as_ref().is_none_or(|best| cost < costs.at(best)) {
                    best = Some(point);
                }
            }
            Search::Empty if is_whole_face => {
                let bound = best.as_ref().map_or(bound, |best| costs.at(best));
                return Ok(Branched { empty: best.is_none(), point: best, bound });
            }
            Search::Empty => {}
            Search::Stopped(point) => {
                let better =
                    |point: &Vec<i64>| best.as_ref().is_none_or(|best| costs.at(point) < costs.at(best));
                let point = point.filter(better).or(best);
                return Ok(Branched { point, bound, empty: false });
            }
        }
        bound = target + 1;
        reach = (reach * 8).max(dearest);
    }
}

/// What a search over chosen columns found.
#[derive(Debug, Clone)]
pub enum Search {
    /// The best whole point.
    Optimal(Vec<i64>),
    /// There is none.
    Empty,
    /// The time was up; the best point so far.
    Stopped(Option<Vec<i64>>),
}

/// The best whole point of a face over chosen columns, the others at their lower bound.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn search(program: &Program, task: Task<'_>, columns: &[bool]) -> Result<Search, BackendError> {
    let Task { backend, face, rows, costs, watch } = task;
    for step in STEPS {
        let is_whole = |column: usize| program.columns[column].tier <= step;
        if step != Tier::Ordinary && !program.columns.iter().any(|column| column.tier == step) {
            continue;
        }
        if watch.time_left().is_some_and(|left| left.is_zero()) {
            return Ok(Search::Stopped(None));
        }
        let restriction = Restriction::of(face, rows, costs, columns, Choice::Whole(&is_whole));
        let (point, stopped) = match backend.minimise(&restriction.program, watch.time_left())? {
            Answer::Optimal(point) => (point, false),
            Answer::Feasible(point) => (point, true),
            Answer::Infeasible => return Ok(Search::Empty),
            Answer::TimedOut => return Ok(Search::Stopped(None)),
        };
        let whole = rounded(&restriction.expanded(face, &point)).filter(|point| face.holds(rows, point));
        match (whole, stopped) {
            (Some(point), false) => return Ok(Search::Optimal(point)),
            (point, true) => return Ok(Search::Stopped(point)),
            (None, false) => {}
        }
    }
    Err(BackendError(format!("{}: a point that is not whole where it must be", backend.name())))
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
