//! Every level of the experience has a case in which it decides: left out, the plan is worse on it.

use crate::support::cases::{Case, cases, solved};
use chuxin::{
    domain::rules::Priority,
    experience::{formulation::Formulation, level::Level, verification::recount},
    lp::{LevelIx, Sense},
    planning::rules::Rulebook,
};

/// The level of a case: `wishes` of `wishes-greedy`.
fn level_of(case: &Case) -> &str {
    case.id.split('-').next().expect("a word")
}

fn belongs(level: Level, to: &str) -> bool {
    let whole = if matches!(level, Level::Wish(_)) { Level::Priority(Priority::Wishes) } else { level };
    whole.to_string() == to
}

/// The values of the ranks of one level, each turned so that less is better.
fn values(case: &Case, formulation: &Formulation<'_>, level: &str) -> Vec<i64> {
    let roster = formulation.roster(&solved(formulation, &case.id).point);
    let counted = recount(case.domain(), &roster, case.previous.as_ref());
    let stated = case.formulation(Rulebook::ALL);
    let levels = counted.into_iter().zip(&stated.model.program.levels);
    levels
        .filter(|((counted, _), _)| belongs(*counted, level))
        .map(|((_, value), stated)| if stated.sense == Sense::Max { -value } else { value })
        .collect()
}

#[test]
fn has_a_case_for_every_level() {
    let cases = cases("levels");
    let others = [Level::Changes, Level::Lot];
    for level in Priority::ALL.into_iter().map(Level::Priority).chain(others) {
        assert!(cases.iter().any(|case| belongs(level, level_of(case))), "{level} has no case");
    }
}

#[test]
fn states_every_level_as_its_golden_program() {
    for case in cases("levels") {
        let formulation = case.formulation(Rulebook::ALL);
        let levels = formulation.model.levels.iter();
        let position = levels.take_while(|level| !belongs(**level, level_of(&case))).count();
        case.equals_golden(&formulation, LevelIx(position));
    }
}

#[test]
fn decides_where_the_levels_below_would_rather_not() {
    for case in cases("levels") {
        let level = level_of(&case);
        let best = values(&case, &case.formulation(Rulebook::ALL), level);
        let mut without = case.formulation(Rulebook::ALL);
        let objectives = &mut without.model.program.levels;
        if belongs(Level::Lot, level) {
            // Nothing stands below the lot: drawn the other way round it decides otherwise.
            objectives.last_mut().expect("the lot").sense = Sense::Max;
        } else {
            let mut levels = without.model.levels.iter();
            objectives.retain(|_| !belongs(*levels.next().expect("a level"), level));
        }
        let worse = values(&case, &without, level);
        assert!(best < worse, "{}: {best:?} with it, {worse:?} without", case.id);
    }
}
