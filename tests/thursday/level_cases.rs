//! Every level of the Thursday Action has a case in files: the program under this level, and a campaign in which it
//! decides: left out, the plan is worse on it.

use crate::support::cases::{Case, thursday_cases};
use chuxin::{
    domain::thursday::Pairings,
    lp::{LevelIx, Program, Sense, write::lp_text},
    pairing,
    plan::level::ThursdayLevel,
    planning::rules::Rulebook,
    solver::{Outcome, Unwatched, solve},
    timetable::{
        self,
        formulation::{Levels, Setting},
    },
};

/// The program of the part to which a case's level belongs, and where the level stands in it.
struct Part<'a> {
    case: &'a Case,
    pairings: Pairings,
    level: ThursdayLevel,
}

impl<'a> Part<'a> {
    fn of(case: &'a Case) -> Self {
        let action = case.domain().thursday.as_ref().unwrap();
        let formulation = pairing::formulation::formulate(case.domain(), action, Rulebook::ALL, None);
        let pairings = formulation.pairings(&point(&formulation.model.program, &case.id));
        let level = ThursdayLevel::from_id(&case.id).unwrap();
        Self { case, pairings, level }
    }

    /// What the case's level comes to where `change` is made to the program, turned so that less is better; and the
    /// program as text under this level.
    fn value(&self, change: impl Fn(&mut Program, usize)) -> (i64, String) {
        let (domain, id) = (self.case.domain(), self.case.id.as_str());
        let action = domain.thursday.as_ref().unwrap();
        let (text, sense, value) = match self.level {
            ThursdayLevel::Pairing(level) => {
                let mut formulation = pairing::formulation::formulate(domain, action, Rulebook::ALL, None);
                let at = position(&formulation.model.levels, level);
                let text = lp_text(&formulation.model.program, &formulation, LevelIx(at), &[]);
                let sense = formulation.model.program.levels[at].sense;
                change(&mut formulation.model.program, at);
                let roster = formulation.pairings(&point(&formulation.model.program, id));
                let counted = pairing::verification::recount(domain, action, &roster, None);
                (text, sense, counted[at].1)
            }
            ThursdayLevel::Timetable(level) => {
                let (setting, paired) = (Setting::of(domain, action), &self.pairings);
                let mut formulation =
                    timetable::formulation::formulate(setting, &paired.pairings, Levels::All);
                let at = position(&formulation.model.levels, level);
                let text = lp_text(&formulation.model.program, &formulation, LevelIx(at), &[]);
                let sense = formulation.model.program.levels[at].sense;
                change(&mut formulation.model.program, at);
                let roster = formulation.timetable(&point(&formulation.model.program, id));
                let counted =
                    timetable::verification::recount::recount(domain, action, paired, &roster, None);
                (text, sense, counted[at].1)
            }
        };
        (if sense == Sense::Max { -value } else { value }, text)
    }
}

fn position<L: Copy + PartialEq>(levels: &[L], level: L) -> usize {
    levels.iter().position(|one| *one == level).unwrap()
}

fn point(program: &Program, context: &str) -> Vec<i64> {
    match solve(program, &Unwatched).unwrap() {
        Outcome::Solved(solution) => solution.point,
        outcome => panic!("{context}: {outcome:?}"),
    }
}

#[test]
fn has_a_case_for_every_level() {
    let cases: Vec<String> = thursday_cases("levels").into_iter().map(|case| case.id).collect();
    let pairing = pairing::level::Level::ALL.map(pairing::level::Level::id);
    let timetable = timetable::level::Level::ALL.map(timetable::level::Level::id);
    // What a repair alone has is held by its own tests: the first of each.
    let mut levels = [&pairing[1..], &timetable[1..]].concat();
    levels.sort_unstable();
    assert_eq!(cases, levels);
}

#[test]
fn states_every_level_as_its_golden_program() {
    for case in thursday_cases("levels") {
        case.equals_golden_text(&Part::of(&case).value(|_, _| {}).1);
    }
}

#[test]
fn decides_where_the_levels_below_would_rather_not() {
    for case in thursday_cases("levels") {
        let part = Part::of(&case);
        let best = part.value(|_, _| {}).0;
        let without = part.value(|program, at| {
            if program.levels.len() == at + 1 {
                // Nothing stands below the lot: drawn the other way round it decides otherwise.
                program.levels[at].sense = Sense::Max;
            } else {
                program.levels.remove(at);
            }
        });
        assert!(best < without.0, "{}: {best} with it, {} without", case.id, without.0);
    }
}
