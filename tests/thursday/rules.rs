//! Each rule decides a small campaign: kept, nothing is broken; left out, the plan breaks this very rule.

use super::sample::{action, agreed, days, domain, month, neighbourhood, pairings, unit};
use chuxin::{
    domain::{
        Domain,
        thursday::{Bounds, Pairings, ThursdayAction},
    },
    lp::check::breaches,
    pairing,
    planning::rules::Rulebook,
    solver::{self, Outcome, Unwatched},
    timetable::{
        self,
        formulation::{Levels, Setting},
    },
};

fn one_unit_two_neighbourhoods() -> (Domain, ThursdayAction) {
    (domain(vec![unit(0, &[0])], vec![neighbourhood(0, 500, &[]), neighbourhood(1, 5000, &[])], 2), action())
}

fn pairing_case(rule: pairing::rule::Rule) -> (Domain, ThursdayAction) {
    let (mut domain, mut action) = one_unit_two_neighbourhoods();
    match rule {
        pairing::rule::Rule::Forbidden => action.forbidden = vec![agreed(0, 0)],
        pairing::rule::Rule::PairingDistance => action.max_metres = Some(499),
        pairing::rule::Rule::NeighbourhoodsPerUnit => {
            action.units_per_neighbourhood = Bounds { min: 1, max: None };
        }
        pairing::rule::Rule::UnitsPerNeighbourhood => {
            domain.units.push(unit(1, &[0]));
            action.units_per_neighbourhood = Bounds { min: 0, max: Some(1) };
        }
        pairing::rule::Rule::Fixed => action.fixed = vec![agreed(0, 1)],
    }
    (domain, action)
}

fn pairs(domain: &Domain, action: &ThursdayAction, rulebook: Rulebook<pairing::rule::Rule>) -> Pairings {
    let formulation = pairing::formulation::formulate(domain, action, rulebook, None);
    let Outcome::Solved(solution) = solver::solve(&formulation.model.program, &Unwatched).unwrap() else {
        panic!("no pairing under {rulebook:?}")
    };
    assert!(breaches(&formulation.model.program, &solution.point).is_empty());
    formulation.pairings(&solution.point)
}

#[test]
fn keeps_every_rule_of_the_pairing_and_misses_it_when_left_out() {
    for rule in pairing::rule::Rule::ALL {
        assert_eq!(pairing::rule::Rule::from_id(rule.id()), Some(rule));
        let (domain, action) = pairing_case(rule);
        let broken = |roster: &Pairings| -> Vec<pairing::rule::Rule> {
            let violations = pairing::verification::violations(&domain, &action, roster);
            violations.into_iter().map(|violation| violation.rule).collect()
        };
        assert_eq!(broken(&pairs(&domain, &action, Rulebook::ALL)), [], "{}", rule.id());
        assert_eq!(broken(&pairs(&domain, &action, Rulebook::ALL.without(rule))), [rule], "{}", rule.id());
    }
}

/// A campaign of January 2019, or of February where the first Thursday is a holiday, and its pairings.
fn timetable_case(rule: timetable::rule::Rule) -> (Domain, ThursdayAction, Pairings) {
    use timetable::rule::Rule;
    let (mut domain, mut action) = one_unit_two_neighbourhoods();
    let mut paired = vec![(0, 0)];
    action.last = action.first;
    match rule {
        Rule::PairedOnly | Rule::OneEventAMonth => {}
        Rule::OnAThursday => {
            action.nth = None;
            action.skip = days(&["2019-01-03", "2019-01-10", "2019-01-17", "2019-01-24", "2019-01-31"]);
        }
        Rule::NoHoliday => (action.first, action.last) = (month(2019, 2), month(2019, 2)),
        Rule::NotSkipped => action.skip = days(&["2019-01-03"]),
        Rule::UnitClosed => domain.units[0].closed = days(&["2019-01-03"]).into(),
        Rule::NeighbourhoodClosed => domain.neighbourhoods[0].closed = days(&["2019-01-03"]).into(),
        Rule::ThemeOffered => domain.neighbourhoods[0].needs = vec![chuxin::domain::themes::ThemeIx(1)],
        Rule::ThemeMonths => domain.themes[0].months = Some(vec![3]),
        Rule::UnitOnePlace => paired.push((0, 1)),
        Rule::EventsPerDay => {
            domain.units.push(unit(1, &[0]));
            paired.push((1, 0));
        }
    }
    (domain, action, pairings(&paired))
}

#[test]
fn keeps_every_rule_of_the_timetable_and_misses_it_when_left_out() {
    for rule in timetable::rule::Rule::ALL {
        assert_eq!(timetable::rule::Rule::from_id(rule.id()), Some(rule));
        let (domain, action, paired) = timetable_case(rule);
        let broken = |rulebook| -> Vec<timetable::rule::Rule> {
            let formulation = timetable::formulation::formulate(
                Setting { rulebook, ..Setting::of(&domain, &action) },
                &paired.pairings,
                Levels::All,
            );
            let Outcome::Solved(solution) = solver::solve(&formulation.model.program, &Unwatched).unwrap()
            else {
                panic!("no timetable under {rulebook:?}")
            };
            assert!(breaches(&formulation.model.program, &solution.point).is_empty());
            let roster = formulation.timetable(&solution.point);
            let violations = timetable::verification::violations(&domain, &action, &paired, &roster);
            violations.into_iter().map(|violation| violation.rule).collect()
        };
        assert_eq!(broken(Rulebook::ALL), [], "{}", rule.id());
        assert!(broken(Rulebook::ALL.without(rule)).contains(&rule), "{} is not missed", rule.id());
    }
}

#[test]
fn explains_every_rule_and_level_in_both_readmes() {
    let rules = pairing::rule::Rule::ALL.map(pairing::rule::Rule::id).to_vec();
    let rules = [rules, timetable::rule::Rule::ALL.map(timetable::rule::Rule::id).to_vec()].concat();
    let pairing = pairing::level::Level::ALL.map(pairing::level::Level::id);
    let timetable = timetable::level::Level::ALL.map(timetable::level::Level::id);
    // What a repair alone has is the first of each.
    let levels = [&pairing[1..], &timetable[1..]].concat();
    for readme in [include_str!("../../README.md"), include_str!("../../README.zh.md")] {
        for id in rules.iter().chain(&levels) {
            assert!(readme.contains(&format!("\n| `{id}` |")), "{id} has no line");
        }
    }
}
