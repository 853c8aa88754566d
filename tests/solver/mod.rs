//! The lexicographic solve against enumeration on small random programs.

use crate::support::{draws::Draws, looks::Looks};
use arbtest::{arbitrary, arbtest};
use chuxin::{
    lp::{ColumnIx, Program, Relation, Sense, Terms, Tier, check, value},
    solver::{Outcome, Progress, Unwatched, Watch, solve},
};
use std::{cell::Cell, sync::Mutex, time::Duration};

/// Fixed columns beside the others of every other program: so many that branching leaves them out.
const FIXED: usize = 250;

/// Random cases of each property: as many on a slow machine as on a fast one.
const CASES: usize = 1_000;

/// Tries a property on the same cases everywhere; the seed of one that fails is printed.
fn every_case(mut property: impl FnMut(&mut arbitrary::Unstructured<'_>) -> arbitrary::Result<()>) {
    let mut draws = Draws::from_seed(1947);
    for _ in 0..CASES {
        let bytes = u64::try_from(draws.between(200, 400)).expect("usize has at most 64 bits");
        arbtest(&mut property).seed(draws.bits() << 32 | bytes).run();
    }
}

/// A program of up to nine columns with every kind of row and up to four levels, at times with many fixed columns.
fn random_program(u: &mut arbitrary::Unstructured<'_>) -> arbitrary::Result<Program> {
    let mut program = Program::default();
    let columns = u.int_in_range(1..=9)?;
    let fixed = if u.ratio(1, 2)? { FIXED } else { 0 };
    for column in 0..fixed {
        let value = i64::from(column % 3 == 0);
        program.add_column(value, value, Tier::Ordinary);
    }
    for _ in 0..columns {
        let tier = *u.choose(&[Tier::Open, Tier::Indicator, Tier::Member, Tier::Ordinary, Tier::Ordinary])?;
        program.add_column(0, i64::from(u.ratio(1, 6)?) + 1, tier);
    }
    for _ in 0..u.int_in_range(0..=7)? {
        let terms = random_terms(u, fixed, columns, -3, 3)?;
        let relation =
            *u.choose(&[Relation::AtMost, Relation::AtMost, Relation::AtLeast, Relation::Equal])?;
        let right = u.int_in_range(-1..=4)?;
        program.add_row(terms, relation, right);
    }
    for _ in 0..u.int_in_range(0..=4)? {
        let terms = random_terms(u, fixed, columns, -9, 9)?;
        let sense = *u.choose(&[Sense::Min, Sense::Max])?;
        program.add_level(sense, terms, u.int_in_range(-3..=3)?);
    }
    Ok(program)
}

fn random_terms(
    u: &mut arbitrary::Unstructured<'_>,
    fixed: usize,
    columns: usize,
    least: i64,
    greatest: i64,
) -> arbitrary::Result<Terms> {
    let some_fixed = fixed.saturating_sub(4)..fixed;
    some_fixed
        .chain(fixed..fixed + columns)
        .map(|column| Ok((ColumnIx(column), u.int_in_range(least..=greatest)?)))
        .collect()
}

/// The values of the best point by enumeration; `None` where no point keeps every row.
fn enumerated(program: &Program) -> Option<Vec<i128>> {
    let mut best: Option<Vec<i128>> = None;
    let mut point: Vec<i64> = program.columns.iter().map(|column| column.lower).collect();
    loop {
        if check::breaches(program, &point).is_empty() {
            let costs: Vec<i128> = (program.levels.iter())
                .map(|level| {
                    let reached = i128::from(level.constant) + value(&level.terms, &point);
                    if level.sense == Sense::Min { reached } else { -reached }
                })
                .collect();
            best = Some(best.map_or(costs.clone(), |best| best.min(costs)));
        }
        let Some(column) = (0..point.len()).find(|&column| point[column] < program.columns[column].upper)
        else {
            return best;
        };
        point[column] += 1;
        point[..column].iter_mut().zip(&program.columns).for_each(|(value, column)| *value = column.lower);
    }
}

#[test]
fn agrees_with_enumeration_on_random_programs() {
    let mut solved = 0;
    let mut contradictions = 0;
    every_case(|u| {
        let program = random_program(u)?;
        let expected = enumerated(&program);
        match solve(&program, &Unwatched).expect("the backend works") {
            Outcome::Solved(solution) => {
                solved += 1;
                assert_eq!(check::breaches(&program, &solution.point), vec![], "{program:?}");
                let reached: Vec<i128> = (solution.levels.iter())
                    .map(|level| {
                        assert!(level.proven && level.bound == level.value, "{level:?} of {program:?}");
                        if level.sense == Sense::Min { level.value.into() } else { -i128::from(level.value) }
                    })
                    .collect();
                assert_eq!(Some(reached), expected, "{program:?}");
            }
            Outcome::Contradiction => {
                contradictions += 1;
                assert_eq!(expected, None, "{program:?}");
            }
            Outcome::NothingFound => panic!("gave up on {program:?}"),
        }
        Ok(())
    });
    assert!(solved > 100 && contradictions > 10, "{solved} solved, {contradictions} contradictions");
}

#[test]
fn claims_no_more_than_is_true_whenever_it_is_stopped() {
    let (mut stopped, mut proven_above) = (0, 0);
    every_case(|u| {
        let program = random_program(u)?;
        let expected = enumerated(&program);
        let looks = u.int_in_range(0..=60)?;
        match solve(&program, &Looks::left(looks)).expect("the backend works") {
            Outcome::Solved(solution) => {
                let expected = expected.expect("a point was found");
                assert_eq!(check::breaches(&program, &solution.point), vec![], "{program:?}");
                let mut is_proven_above = true;
                for (level, best) in solution.levels.iter().zip(expected) {
                    let sign = if level.sense == Sense::Min { 1 } else { -1 };
                    let (reached, bound) = (sign * i128::from(level.value), sign * i128::from(level.bound));
                    if is_proven_above {
                        assert!(bound <= best, "{looks} looks: {level:?}, {best} in {program:?}");
                        assert!(!level.proven || reached == best, "{looks} looks: {level:?} in {program:?}");
                    }
                    assert!(is_proven_above || !level.proven, "{looks} looks: {level:?} in {program:?}");
                    is_proven_above &= level.proven;
                    proven_above += usize::from(level.proven);
                }
                stopped += usize::from(!is_proven_above);
            }
            Outcome::Contradiction => assert_eq!(expected, None, "{looks} looks: {program:?}"),
            Outcome::NothingFound => {}
        }
        Ok(())
    });
    assert!(stopped > 20 && proven_above > 20, "{stopped} stopped, {proven_above} levels proven");
}

/// How often a solve goes back to a level above one that it was at: a bound was raised then.
#[derive(Default)]
struct Raises {
    deepest: Cell<usize>,
    count: Cell<usize>,
}

// The solver looks at it from one thread.
struct Counted(Mutex<Raises>);

impl Watch for Counted {
    fn time_left(&self) -> Option<Duration> {
        None
    }

    fn report(&self, progress: &Progress<'_>) {
        let raises = self.0.lock().unwrap();
        if progress.level.0 < raises.deepest.replace(progress.level.0) {
            raises.count.set(raises.count.get() + 1);
        }
    }
}

fn small(number: usize) -> i64 {
    i64::try_from(number).expect("small")
}

/// Loads of odd weights and levels that want as much as they hold: the relaxation cuts them up and promises more than there
/// is on each, and a level below finds out.
fn loads(draws: &mut Draws) -> Program {
    let mut program = Program::default();
    let columns = draws.between(9, 11);
    for _ in 0..columns {
        program.add_column(0, 1, *draws.one(&[Tier::Open, Tier::Member, Tier::Ordinary]));
    }
    let weighed = |draws: &mut Draws, least: usize, most: usize| -> Terms {
        (0..columns).map(|column| (ColumnIx(column), small(draws.between(least, most)))).collect()
    };
    for _ in 0..draws.between(2, 5) {
        let terms = weighed(draws, 7, 59);
        program.add_row(terms, Relation::AtMost, small(draws.between(61, 189)));
    }
    for _ in 0..draws.between(4, 6) {
        let terms = weighed(draws, 0, 9);
        program.add_level(Sense::Max, terms, 0);
    }
    program
}

#[test]
fn agrees_with_enumeration_where_bounds_are_raised_again_and_again() {
    let mut draws = Draws::from_seed(2018);
    let mut raised_twice = 0;
    for _ in 0..CASES {
        let program = loads(&mut draws);
        let watch = Counted(Mutex::default());
        let outcome = solve(&program, &watch).expect("the backend works");
        let Outcome::Solved(solution) = outcome else { panic!("nothing is always a point: {program:?}") };
        let reached: Vec<i128> = (solution.levels.iter())
            .map(|level| {
                assert!(level.proven && level.bound == level.value, "{level:?} of {program:?}");
                if level.sense == Sense::Min { level.value.into() } else { -i128::from(level.value) }
            })
            .collect();
        assert_eq!(Some(reached), enumerated(&program), "{program:?}");
        raised_twice += usize::from(watch.0.lock().unwrap().count.get() > 1);
    }
    assert!(raised_twice > 20, "{raised_twice} programs of which bounds were raised twice");
}
