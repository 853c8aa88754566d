//! A better point near a known one, by relaxation induced neighbourhood search (Danna, Rothberg, Le Pape 2005): where it
//! agrees with the relaxation it stays, the rest is searched.
//!
//! In: a face, costs and a whole point of the face. Out: that point or a better one.

use crate::solver::{
    BackendError, TOLERANCE,
    branching::{self, Limits},
    face::Face,
    propagation::propagate,
    rows::Rows,
    sifting::{self, Relaxed, Working},
    task::Task,
    unless_stopped,
};

/// Nodes that a search of a neighbourhood explores at the most.
const NODES: usize = 100;

/// How much of a point stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Staying {
    /// All that agrees with the relaxation.
    Everything,
    /// What agrees and is not 0, with all that follows from it.
    WhatIsChosen,
}

/// Improves a point as long as a neighbourhood of it holds a better one.
///
/// # Errors
/// [`BackendError`] from the backend.
pub fn improved(
    task: Task<'_>,
    face: &Face,
    rows: &mut Rows,
    working: &mut Working,
    mut point: Vec<i64>,
) -> Result<Vec<i64>, BackendError> {
    let relaxed = unless_stopped(sifting::relax(task, face, rows, working))?;
    let Some(Relaxed::Point(vertex, proof)) = relaxed else {
        return Ok(point);
    };
    let mut staying = Staying::Everything;
    while proof.whole_bound() < task.costs.at(&point) && !task.watch.is_out_of_time() {
        let near = neighbourhood(face, rows, &vertex, &point, staying);
        let cost = Some(task.costs.at(&point));
        let limits = Limits { cost, nodes: NODES, is_over_at_better: false };
        let better = branching::search(task, &near, rows, working, limits)?.better;
        match (better, staying) {
            (Some(better), _) => (point, staying) = (better, Staying::Everything),
            (None, Staying::Everything) => staying = Staying::WhatIsChosen,
            (None, Staying::WhatIsChosen) => break,
        }
    }
    Ok(point)
}

#[expect(clippy::cast_precision_loss, reason = "columns are far below 2⁵³")]
fn neighbourhood(face: &Face, rows: &Rows, vertex: &[f64], point: &[i64], staying: Staying) -> Face {
    let mut near = face.clone();
    let mut fixed = Vec::new();
    for (column, &value) in point.iter().enumerate() {
        let agrees = (vertex[column] - value as f64).abs() < TOLERANCE;
        if agrees && (staying == Staying::Everything || value != 0) {
            (near.lower[column], near.upper[column]) = (value, value);
            fixed.push(column);
        }
    }
    // The point itself is one of them, so that some point is always left.
    let _ = propagate(&mut near, rows, &fixed);
    near
}

#[cfg(test)]
mod tests {
    use super::improved;
    use crate::{
        lp::{ColumnIx, Objective, Program, Relation, Sense, Tier},
        solver::{
            Unwatched, backend::simplex::Simplex, costs::Costs, face::Face, rows::Rows, sifting::Working,
            task::Task,
        },
    };

    #[test]
    fn moves_to_the_best_point_nearby() {
        let mut program = Program::default();
        for _ in 0..6 {
            program.add_column(0, 1, Tier::Ordinary);
        }
        // A triangle of which one corner is to be had, and three columns beside it.
        for (one, other) in [(0, 1), (1, 2), (0, 2)] {
            program.add_row(vec![(ColumnIx(one), 1), (ColumnIx(other), 1)], Relation::AtMost, 1);
        }
        let terms = (0..6).map(|column| (ColumnIx(column), [2, 3, 4, 1, 1, 1][column])).collect();
        let level = Objective { sense: Sense::Max, terms, constant: 0 };
        let costs = Costs::of_level(&level, 6);
        let task = Task { backend: &Simplex, program: &program, costs: &costs, watch: &Unwatched };
        let (face, mut rows) = (Face::of(&program), Rows::of(&program));
        let mut working = Working::of(&program, 4);
        let better = improved(task, &face, &mut rows, &mut working, vec![1, 0, 0, 0, 1, 0]).expect("a point");
        assert_eq!(better, [0, 0, 1, 1, 1, 1]);
    }
}
