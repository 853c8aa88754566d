//! Every level decides somewhere: a program without it reaches less on it.

use super::sample::{random_pairing, random_timetable};
use chuxin::{
    lp::Program,
    pairing,
    planning::rules::Rulebook,
    solver::{Outcome, Unwatched, solve},
    timetable::{
        self,
        formulation::{Levels, Setting},
    },
};
use std::collections::BTreeSet;

/// The point that is best where one level is not sought; `None` where there is none.
fn without(program: &Program, position: usize) -> Option<Vec<i64>> {
    let mut program = program.clone();
    program.levels.remove(position);
    match solve(&program, &Unwatched).unwrap() {
        Outcome::Solved(solution) => Some(solution.point),
        _ => None,
    }
}

fn values(program: &Program) -> Option<Vec<i64>> {
    match solve(program, &Unwatched).unwrap() {
        Outcome::Solved(solution) => Some(solution.levels.iter().map(|level| level.value).collect()),
        _ => None,
    }
}

#[test]
fn every_level_of_the_pairing_decides_somewhere() {
    let mut decided = BTreeSet::new();
    for seed in 0..150 {
        let (domain, action) = random_pairing(seed);
        let formulation = pairing::formulation::formulate(&domain, &action, Rulebook::ALL, None);
        let Some(best) = values(&formulation.model.program) else { continue };
        for position in 0..best.len() {
            let Some(point) = without(&formulation.model.program, position) else { continue };
            let counted =
                pairing::verification::recount(&domain, &action, &formulation.pairings(&point), None);
            if counted[position].1 != best[position] {
                decided.insert(counted[position].0);
            }
        }
    }
    let all = pairing::level::Level::ALL.into_iter().filter(|level| *level != pairing::level::Level::Changes);
    assert_eq!(decided, all.collect());
}

#[test]
fn every_level_of_the_timetable_decides_somewhere() {
    let mut decided = BTreeSet::new();
    for seed in 0..60 {
        let (domain, action, paired) = random_timetable(seed);
        let formulation =
            timetable::formulation::formulate(Setting::of(&domain, &action), &paired.pairings, Levels::All);
        let best = values(&formulation.model.program).unwrap();
        for position in 0..best.len() {
            let point = without(&formulation.model.program, position).unwrap();
            let roster = formulation.timetable(&point);
            let counted = timetable::verification::recount::recount(&domain, &action, &paired, &roster, None);
            if counted[position].1 != best[position] {
                decided.insert(counted[position].0);
            }
        }
    }
    let all =
        timetable::level::Level::ALL.into_iter().filter(|level| *level != timetable::level::Level::Changes);
    assert_eq!(decided, all.collect());
}
