//! The solver alone, on random programs that have nothing to do with volunteers, against every point there is.

use crate::support::draws::Draws;
use chuxin::{
    lp::{ColumnIx, Program, Relation, Sense, Terms, Tier, check::breaches, value},
    solver::{Outcome, Unwatched, solve},
};

const PROGRAMS: u64 = 1000;
/// Further programs that went wrong once.
const KNOWN_TO_BE_HARD: [u64; 1] = [13_022];

#[test]
fn solves_every_level_of_random_programs_as_trying_every_point_does() {
    let (mut solved, mut contradictions) = (0, 0);
    for seed in (0..PROGRAMS).chain(KNOWN_TO_BE_HARD) {
        let program = random_program(&mut Draws::from_seed(seed));
        let expected = best_of_all_points(&program);
        match solve(&program, &Unwatched).expect("a backend that works") {
            Outcome::Solved(solution) => {
                solved += 1;
                assert_eq!(breaches(&program, &solution.point), vec![], "seed {seed}: {program:?}");
                let reached: Vec<i128> = values(&program, &solution.point);
                assert_eq!(Some(&reached), expected.as_ref(), "seed {seed}: {program:?}");
                for (level, value) in solution.levels.iter().zip(&reached) {
                    assert_eq!(i128::from(level.value), *value, "seed {seed}: {level:?}");
                    assert!(level.proven && level.bound == level.value, "seed {seed}: {level:?}");
                }
            }
            Outcome::Contradiction => {
                contradictions += 1;
                assert_eq!(expected, None, "seed {seed}: {program:?}");
            }
            Outcome::NothingFound => panic!("seed {seed}: nothing found without a time limit"),
        }
    }
    assert!(solved > PROGRAMS / 2 && contradictions > 20, "{solved} solved, {contradictions} contradictions");
}

fn values(program: &Program, point: &[i64]) -> Vec<i128> {
    program.levels.iter().map(|level| value(&level.terms, point) + i128::from(level.constant)).collect()
}

/// Every level at its best, in order, over all points within the bounds that keep every row.
fn best_of_all_points(program: &Program) -> Option<Vec<i128>> {
    // The negative of what is to be large is to be small.
    let ranked = |values: &[i128]| -> Vec<i128> {
        let levels = program.levels.iter().zip(values);
        levels.map(|(level, value)| if level.sense == Sense::Max { -value } else { *value }).collect()
    };
    let mut best: Option<Vec<i128>> = None;
    let mut point: Vec<i64> = program.columns.iter().map(|column| column.lower).collect();
    loop {
        if breaches(program, &point).is_empty() {
            let here = values(program, &point);
            if best.as_ref().is_none_or(|best| ranked(&here) < ranked(best)) {
                best = Some(here);
            }
        }
        let Some(next) = (0..point.len()).find(|&n| point[n] < program.columns[n].upper) else {
            return best;
        };
        point[next] += 1;
        for (value, column) in point.iter_mut().zip(&program.columns).take(next) {
            *value = column.lower;
        }
    }
}

fn random_program(draws: &mut Draws) -> Program {
    let mut program = Program::default();
    for _ in 0..draws.between(1, 9) {
        let tier = *draws.one(&[Tier::Open, Tier::Indicator, Tier::Member, Tier::Ordinary]);
        let upper = if draws.chance(15) { 3 } else { 1 };
        program.add_column(0, upper, tier);
    }
    let columns = program.columns.len();
    for _ in 0..draws.between(0, 7) {
        let relation = match draws.below(8) {
            0 => Relation::Equal,
            1 | 2 => Relation::AtLeast,
            _ => Relation::AtMost,
        };
        let terms = random_terms(draws, columns, 2);
        let right = small(draws.between(0, 3)) - i64::from(relation == Relation::AtMost && draws.chance(10));
        program.add_row(terms, relation, right);
    }
    for _ in 0..draws.between(1, 4) {
        let sense = *draws.one(&[Sense::Min, Sense::Max]);
        let size = *draws.one(&[1, 5, 1000]);
        let terms = random_terms(draws, columns, size);
        program.add_level(sense, terms, small(draws.below(4)));
    }
    program
}

/// About half of the columns, with coefficients up to a size, most of them positive.
fn random_terms(draws: &mut Draws, columns: usize, size: usize) -> Terms {
    let mut terms = Terms::new();
    for column in 0..columns {
        if draws.chance(55) {
            let coefficient = small(draws.between(1, size));
            terms.push((ColumnIx(column), if draws.chance(25) { -coefficient } else { coefficient }));
        }
    }
    terms
}

fn small(number: usize) -> i64 {
    i64::try_from(number).expect("small")
}
