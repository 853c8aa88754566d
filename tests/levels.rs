//! Every level of the experience has a case in which it decides: left out, the plan is worse on it.

use crate::support::cases::{Case, cases, solved};
use chuxin::{
    domain::rules::Priority,
    experience::{formulation::Formulation, rule::CHANGES, verification::recount},
    lp::Sense,
    planning::rules::Rulebook,
};

/// The level of a case: `wishes` of `wishes-greedy`.
fn level_of(case: &Case) -> &str {
    case.id.split('-').next().expect("a word")
}

fn belongs(level: &str, to: &str) -> bool {
    level == to || level.strip_prefix(to).is_some_and(|rank| rank.starts_with('/'))
}

/// The values of the ranks of one level, each turned so that less is better.
fn values(case: &Case, formulation: &Formulation<'_>, level: &str) -> Vec<i64> {
    let roster = formulation.roster(&solved(formulation, &case.id).point);
    let counted = recount(case.domain(), &roster, case.previous.as_ref());
    let stated = case.formulation(Rulebook::ALL);
    let levels = counted.into_iter().zip(&stated.model.program.levels);
    levels
        .filter(|((id, _), _)| belongs(id, level))
        .map(|((_, value), stated)| if stated.sense == Sense::Max { -value } else { value })
        .collect()
}

#[test]
fn has_a_case_for_every_level() {
    let cases = cases("levels");
    for level in Priority::ALL.into_iter().map(Priority::id).chain([CHANGES, "lot"]) {
        assert!(cases.iter().any(|case| level_of(case) == level), "{level} has no case");
    }
}

#[test]
fn states_every_level_as_its_golden_program() {
    for case in cases("levels") {
        let formulation = case.formulation(Rulebook::ALL);
        let levels = formulation.model.program.levels.iter();
        let position = levels.take_while(|level| !belongs(&level.id, level_of(&case))).count();
        case.equals_golden(&formulation, position);
    }
}

#[test]
fn decides_where_the_levels_below_would_rather_not() {
    for case in cases("levels") {
        let level = level_of(&case);
        let best = values(&case, &case.formulation(Rulebook::ALL), level);
        let mut without = case.formulation(Rulebook::ALL);
        if level == "lot" {
            // Nothing stands below the lot: drawn the other way round it decides otherwise.
            without
                .model
                .program
                .levels
                .iter_mut()
                .filter(|one| one.id == level)
                .for_each(|lot| lot.sense = Sense::Max);
        } else {
            without.model.program.levels.retain(|one| !belongs(&one.id, level));
        }
        let worse = values(&case, &without, level);
        assert!(best < worse, "{}: {best:?} with it, {worse:?} without", case.id);
    }
}
