//! Cuts on programs of a few columns: those known by hand are found, and none takes a whole point away.

use super::{Cut, Relaxed, separated};
use crate::{
    lp::{ColumnIx, Program, Relation, Row, Sense, Terms, Tier, check::breaches},
    solver::{
        Unwatched,
        backend::best,
        costs::Costs,
        face::Face,
        rows::Rows,
        sifting::{self, Working},
        task::Task,
    },
};

fn terms(terms: &[(usize, i64)]) -> Terms {
    terms.iter().map(|&(column, size)| (ColumnIx(column), size)).collect()
}

fn at_most(left: &[(usize, i64)], right: i64) -> Row {
    Row { terms: terms(left), relation: Relation::AtMost, right }
}

/// Columns from 0 to 1 and rows.
fn program(columns: usize, rows: Vec<Row>) -> Program {
    let mut program = Program::default();
    for _ in 0..columns {
        program.add_column(0, 1, Tier::Ordinary);
    }
    program.rows = rows;
    program
}

fn cuts(program: &Program, face: &Face, vertex: &[f64]) -> Vec<Cut> {
    let rows = Rows::of(program);
    separated(&Relaxed::of(face, &rows, &program.columns, vertex))
}

fn rows(program: &Program, vertex: &[f64]) -> Vec<Row> {
    cuts(program, &Face::of(program), vertex).into_iter().map(|cut| cut.row).collect()
}

#[test]
fn lets_nobody_come_to_more_of_a_session_than_is_open() {
    // Two seats, of which one is taken: half of the session is open.
    let program = program(3, vec![at_most(&[(0, 1), (1, 1), (2, -2)], 0)]);
    assert_eq!(rows(&program, &[1.0, 0.0, 0.5]), [at_most(&[(0, 1), (2, -1)], 0)]);
}

#[test]
fn opens_as_many_sessions_as_a_need_fills() {
    // Three are needed, three sessions of two seats each: one and a half are not enough.
    let session = |first: usize, open: usize| at_most(&[(first, 1), (first + 1, 1), (open, -2)], 0);
    let need = at_most(&[0, 1, 2, 3, 4, 5].map(|column| (column, -1)), -3);
    let program = program(9, vec![session(0, 6), session(2, 7), session(4, 8), need]);
    let found = rows(&program, &[0.5; 9]);
    assert!(found.contains(&at_most(&[(6, -1), (7, -1), (8, -1)], -2)), "{found:?}");
}

#[test]
fn opens_no_more_sessions_than_a_limit_takes_in_groups() {
    // Three visitors a day at the most, groups of two at least: one group.
    let quorums = [at_most(&[(0, -1), (1, -1), (4, 2)], 0), at_most(&[(2, -1), (3, -1), (5, 2)], 0)];
    let limit = at_most(&[(0, 1), (1, 1), (2, 1), (3, 1)], 3);
    let program = program(6, [&quorums[..], &[limit]].concat());
    let found = rows(&program, &[0.75, 0.75, 0.75, 0.75, 0.75, 0.75]);
    assert!(found.contains(&at_most(&[(4, 1), (5, 1)], 1)), "{found:?}");
}

#[test]
fn takes_less_than_half_of_an_odd_circle() {
    let edges = |circle: usize| (0..circle).map(move |one| at_most(&[(one, 1), ((one + 1) % circle, 1)], 1));
    for circle in [3, 5, 7] {
        let mut edges: Vec<Row> = edges(circle).collect();
        for row in &mut edges {
            row.terms.sort_unstable();
        }
        let all: Vec<(usize, i64)> = (0..circle).map(|column| (column, 1)).collect();
        let found = rows(&program(circle, edges), &vec![0.5; circle]);
        assert_eq!(found, [at_most(&all, i64::try_from(circle / 2).unwrap())]);
    }
}

#[test]
fn says_what_rests_on_an_equation_of_the_face_alone() {
    let program = program(3, vec![at_most(&[(0, 3), (1, 2), (2, 2)], 5)]);
    let vertex = [1.0 / 3.0, 1.0, 1.0];
    let mut face = Face::of(&program);
    let as_written = cuts(&program, &face, &vertex);
    assert!(!as_written.is_empty() && as_written.iter().all(|cut| !cut.rests_on_levels), "{as_written:?}");
    // Turned round it says that the first column is taken: only where the levels above keep the row tight.
    face.tighten([true].into_iter());
    let found = cuts(&program, &face, &vertex);
    let is_first = |cut: &Cut| cut.rests_on_levels && cut.row == at_most(&[(0, -1)], -1);
    assert!(found.iter().any(is_first), "{found:?}");
}

/// Numbers from 0 to one less than `below`, the same in every run.
struct Draws(u64);

impl Draws {
    fn below(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) % below
    }

    fn number(&mut self, least: i64, greatest: i64) -> i64 {
        let width = u64::try_from(greatest - least + 1).unwrap_or(1);
        least + i64::try_from(self.below(width)).unwrap_or(0)
    }
}

/// Sessions that columns 0 to 7 open, needs and limits over all of them, and rows of any kind.
fn random_program(draws: &mut Draws) -> Program {
    let mut program = Program::default();
    for _ in 0..8 {
        let upper = if draws.below(5) == 0 { 2 } else { 1 };
        program.add_column(0, upper, Tier::Ordinary);
    }
    for switch in [6, 7] {
        let members: Vec<usize> = (0..6).filter(|_| draws.below(2) == 0).collect();
        let of =
            |size: i64| members.iter().map(|&column| (ColumnIx(column), 1)).chain([(ColumnIx(switch), size)]);
        program.add_row(of(-draws.number(1, 4)).collect(), Relation::AtMost, 0);
        program.add_row(of(-draws.number(0, 3)).collect(), Relation::AtLeast, 0);
    }
    for _ in 0..draws.number(1, 5) {
        let relation = [Relation::AtMost, Relation::AtLeast, Relation::AtMost, Relation::Equal];
        let relation = relation[usize::try_from(draws.below(4)).unwrap_or(0)];
        let terms = (0..8).map(|column| (ColumnIx(column), draws.number(-1, 3))).collect();
        program.add_row(terms, relation, draws.number(1, 9));
    }
    let costs = (0..8).map(|column| (ColumnIx(column), draws.number(-9, 9))).collect();
    program.add_level(Sense::Min, costs, 0);
    program
}

/// Every point between the bounds that keeps every row.
fn whole_points(program: &Program) -> Vec<Vec<i64>> {
    let mut points = vec![Vec::new()];
    for column in &program.columns {
        let longer = |point: &Vec<i64>| {
            let point = point.clone();
            (column.lower..=column.upper).map(move |value| [&point[..], &[value]].concat())
        };
        points = points.iter().flat_map(longer).collect();
    }
    points.retain(|point| breaches(program, point).is_empty());
    points
}

#[test]
fn takes_no_whole_point_away_from_random_programs() {
    let mut draws = Draws(1947);
    let (mut found, mut resting, mut fractional) = (0, 0, 0);
    for _ in 0..1_000 {
        let program = random_program(&mut draws);
        let points = whole_points(&program);
        let costs = Costs::of_level(&program.levels[0], program.columns.len());
        let task = Task { backend: best(), program: &program, costs: &costs, watch: &Unwatched };
        let mut rows = Rows::of(&program);
        rows.active.fill(true);
        let (mut face, mut working) = (Face::of(&program), Working::of(&program, 4));
        for round in 0..6 {
            let relaxed = sifting::relax(task, &face, &mut rows, &mut working).unwrap();
            let sifting::Relaxed::Point(vertex, proof) = relaxed else { break };
            let least = points.iter().map(|point| costs.at(point)).min();
            let Some(least) =
                least.filter(|_| vertex.iter().any(|value| (value - value.round()).abs() > 1e-6))
            else {
                break;
            };
            fractional += u32::from(round == 0);
            if round == 3 {
                // What follows from the value of the level comes into cuts from now on.
                proof.restrict(&mut face, least);
                face.above = vec![least];
                rows.add_limit(&costs, &face.above);
            }
            for Cut { row, rests_on_levels, .. } in
                separated(&Relaxed::of(&face, &rows, &program.columns, &vertex))
            {
                found += 1;
                resting += u32::from(rests_on_levels);
                let stays = |point: &&Vec<i64>| !rests_on_levels || costs.at(point) <= least;
                for point in points.iter().filter(stays) {
                    let left = crate::lp::value(&row.terms, point);
                    assert!(left <= i128::from(row.right), "{row:?} breaks {point:?} of {program:?}");
                }
                rows.derive(row, if rests_on_levels { &face.above } else { &[] });
            }
        }
    }
    assert!(
        fractional > 200 && found > 500 && resting > 20,
        "{fractional} fractional, {found} cuts, {resting} resting"
    );
}
