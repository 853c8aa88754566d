//! What a point reached on each level, and how far that is proven.
//!
//! In: a whole point and the bounds of the levels solved. Out: one [`LevelResult`] per level.

use crate::{
    lp::{LevelIx, LevelResult, Program, Sense},
    solver::{costs::Costs, face::Face, proof::Proof, rows::Rows},
};

/// Columns from which on a level that was not reached gets the bound of its columns alone: the time is up by then.
const MANY: usize = 200_000;

/// The results of a point; after the first level that is not proven, bounds are only what each of the rows allows by itself, which
/// must hold for every point of the program.
pub fn of_point(
    (program, rows): (&Program, &Rows),
    (order, costs): (&[LevelIx], &[Costs]),
    bounds: &[i128],
    point: &[i64],
) -> Vec<LevelResult> {
    let face = Face::of(program);
    let mut above = true;
    // A program without levels has none to tell of.
    let solved = order.iter().filter_map(|&level| Some((level, program.levels.get(level.0)?)));
    (solved.zip(costs).enumerate())
        .map(|(position, ((level, objective), costs))| {
            let value = costs.at(point);
            let bound = match bounds.get(position) {
                Some(&bound) if above => bound,
                _ if program.columns.len() > MANY => face.trivial_bound(costs),
                _ => Proof::unpriced(&face, rows, costs).whole_bound(),
            };
            above &= value <= bound;
            let sense = objective.sense;
            let (value, bound) = (in_sense(sense, value), in_sense(sense, bound.min(value)));
            LevelResult { level, sense, value, bound, proven: above }
        })
        .collect()
}

/// A cost, of which less is better, as a value of a level of this sense.
fn in_sense(sense: Sense, cost: i128) -> i64 {
    let value = match sense {
        Sense::Min => cost,
        Sense::Max => -cost,
    };
    i64::try_from(value).unwrap_or(i64::MAX)
}
