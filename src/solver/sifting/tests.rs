//! Sifting on programs of a few columns whose answer is known by hand.

use super::{Relaxed, Working, disjoint_families, lexicographic_rank, relax};
use crate::{
    lp::{ColumnIx, Program, Relation, Sense, Terms, Tier},
    solver::{TOLERANCE, Unwatched, backend::best, costs::Costs, face::Face, rows::Rows, task::Task},
};

/// Columns from 0 to 1, with what each of them costs.
fn program(costs: &[i64]) -> Program {
    let mut program = Program::default();
    let columns: Vec<ColumnIx> = costs.iter().map(|_| program.add_column(0, 1, Tier::Ordinary)).collect();
    let terms: Terms = columns.into_iter().zip(costs.iter().copied()).collect();
    program.add_level(Sense::Min, terms, 0);
    program
}

fn ones(columns: &[usize]) -> Terms {
    columns.iter().map(|&column| (ColumnIx(column), 1)).collect()
}

/// The relaxation of the only level over all rows, begun with some columns alone, and which columns it then works with.
fn relaxed(program: &Program, columns: &[usize]) -> (Relaxed, Vec<bool>) {
    let contains = (0..program.columns.len()).map(|column| columns.contains(&column)).collect();
    let mut working = Working::containing(contains, disjoint_families(program, 4), program);
    let costs = Costs::of_level(&program.levels[0], program.columns.len());
    let (face, mut rows) = (Face::of(program), Rows::of(program));
    rows.active.fill(true);
    let task = Task { backend: best(), program, costs: &costs, watch: &Unwatched };
    let found = relax(task, &face, &mut rows, &mut working).unwrap();
    (found, working.contains)
}

fn is_near(point: &[f64], expected: &[f64]) -> bool {
    point.len() == expected.len()
        && point.iter().zip(expected).all(|(value, expected)| (value - expected).abs() < TOLERANCE)
}

#[test]
fn takes_in_the_column_that_costs_less() {
    let mut program = program(&[3, 2, 1]);
    program.add_row(ones(&[0, 1, 2]), Relation::AtLeast, 1);
    let (found, contains) = relaxed(&program, &[0]);
    let Relaxed::Point(point, proof) = found else { panic!("there is a point") };
    assert!(is_near(&point, &[0.0, 0.0, 1.0]), "{point:?}");
    assert_eq!(proof.whole_bound(), 1);
    assert!(contains[2]);
}

#[test]
fn proves_the_bound_over_columns_that_it_never_took_in() {
    let mut program = program(&[1, 2, 3]);
    program.add_row(ones(&[0, 1, 2]), Relation::AtLeast, 1);
    let (found, contains) = relaxed(&program, &[0]);
    let Relaxed::Point(point, proof) = found else { panic!("there is a point") };
    assert!(is_near(&point, &[1.0, 0.0, 0.0]), "{point:?}");
    assert_eq!((proof.whole_bound(), contains), (1, vec![true, false, false]));
}

#[test]
fn takes_in_the_columns_without_which_there_is_no_point() {
    let mut program = program(&[1, 1, 5]);
    program.add_row(ones(&[0, 2]), Relation::AtLeast, 2);
    let (found, contains) = relaxed(&program, &[0]);
    let Relaxed::Point(point, proof) = found else { panic!("there is a point") };
    assert!(is_near(&point, &[1.0, 0.0, 1.0]), "{point:?}");
    assert_eq!(proof.whole_bound(), 6);
    assert!(contains[2]);
}

#[test]
fn says_that_there_is_no_point_only_where_all_columns_give_none() {
    let mut program = program(&[1, 1, 1]);
    program.add_row(ones(&[0, 1, 2]), Relation::AtLeast, 4);
    let (found, _) = relaxed(&program, &[0]);
    assert!(matches!(found, Relaxed::Empty));
}

#[test]
fn takes_in_together_what_an_equation_ties() {
    let mut program = program(&[4, 1, 1]);
    program.add_row(ones(&[0, 1]), Relation::AtLeast, 1);
    program.add_row(vec![(ColumnIx(1), 1), (ColumnIx(2), -1)], Relation::Equal, 0);
    let (found, contains) = relaxed(&program, &[0]);
    let Relaxed::Point(point, proof) = found else { panic!("there is a point") };
    assert!(is_near(&point, &[0.0, 1.0, 1.0]), "{point:?}");
    assert_eq!((proof.whole_bound(), contains), (2, vec![true; 3]));
}

#[test]
fn gives_a_fractional_point_with_a_bound_rounded_up() {
    // Every two of three cover an edge of a triangle: half of each is the relaxation, two are the optimum.
    let mut program = program(&[1, 1, 1]);
    for edge in [[0, 1], [1, 2], [0, 2]] {
        program.add_row(ones(&edge), Relation::AtLeast, 1);
    }
    let (found, _) = relaxed(&program, &[0, 1, 2]);
    let Relaxed::Point(point, proof) = found else { panic!("there is a point") };
    assert!(is_near(&point, &[0.5; 3]), "{point:?}");
    assert_eq!((2 * proof.bound, proof.whole_bound()), (3 * proof.denominator, 2));
}

#[test]
fn ranks_columns_by_the_first_level_that_tells_them_apart() {
    let mut program = program(&[1, 0, 1, 0]);
    program.add_level(Sense::Max, ones(&[2]), 0);
    assert_eq!(lexicographic_rank(&program), [3, 0, 2, 1]);
}
