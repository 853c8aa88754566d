//! Every rule of the Thursday Action has a case in files: the program that states it, a plan that breaks it and
//! nothing else, and a solution that breaks it once it is left out.

use crate::support::cases::{Case, thursday_cases};
use chuxin::{
    domain::{
        Domain,
        thursday::{Pairings, ThursdayAction},
    },
    lp::{LevelIx, Program, write::lp_text},
    pairing,
    pipeline::second_reading::read_plan,
    planning::rules::Rulebook,
    solver::{Outcome, Unwatched, solve},
    source::Sources,
    timetable::{
        self,
        formulation::{Levels, Setting},
    },
};

/// A rule of either part.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Rule {
    Pairing(pairing::rule::Rule),
    Timetable(timetable::rule::Rule),
}

impl Rule {
    fn of(case: &Case) -> Self {
        let pairing = pairing::rule::Rule::from_id(&case.id).map(Self::Pairing);
        let timetable = || timetable::rule::Rule::from_id(&case.id).map(Self::Timetable);
        pairing.or_else(timetable).unwrap_or_else(|| panic!("{} is no rule", case.id))
    }
}

fn every_case() -> Vec<(Rule, Case)> {
    let found: Vec<_> = thursday_cases("rules").into_iter().map(|case| (Rule::of(&case), case)).collect();
    let pairing = pairing::rule::Rule::ALL.map(Rule::Pairing).to_vec();
    let timetable = timetable::rule::Rule::ALL.map(Rule::Timetable).to_vec();
    for rule in pairing.into_iter().chain(timetable) {
        assert!(found.iter().any(|(named, _)| *named == rule), "{rule:?} has no case");
    }
    found
}

fn action(case: &Case) -> &ThursdayAction {
    case.domain().thursday.as_ref().unwrap()
}

fn point(program: &Program, context: &str) -> Vec<i64> {
    match solve(program, &Unwatched).unwrap() {
        Outcome::Solved(solution) => solution.point,
        outcome => panic!("{context}: {outcome:?}"),
    }
}

fn pairs(case: &Case, rulebook: Rulebook<pairing::rule::Rule>) -> Pairings {
    let formulation = pairing::formulation::formulate(case.domain(), action(case), rulebook, None);
    formulation.pairings(&point(&formulation.model.program, &case.id))
}

#[test]
fn states_every_rule_as_its_golden_program() {
    for (rule, case) in every_case() {
        let (domain, action) = (case.domain(), action(&case));
        case.equals_golden_text(&match rule {
            Rule::Pairing(_) => {
                let formulation = pairing::formulation::formulate(domain, action, Rulebook::ALL, None);
                lp_text(&formulation.model.program, &formulation, LevelIx(0), &[])
            }
            Rule::Timetable(_) => {
                let pairings = pairs(&case, Rulebook::ALL).pairings;
                let formulation =
                    timetable::formulation::formulate(Setting::of(domain, action), &pairings, Levels::All);
                lp_text(&formulation.model.program, &formulation, LevelIx(0), &[])
            }
        });
    }
}

#[test]
fn finds_exactly_this_rule_broken_in_the_broken_plan() {
    for (_, case) in every_case() {
        let path = case.folder.join("broken-plan.json");
        let reading = read_plan(&mut Sources::default(), &case.campaign, &path)
            .unwrap_or_else(|problems| panic!("{}: {problems:?}", case.id));
        let thursday = reading.thursday.unwrap();
        let pairings = thursday.pairings.iter().map(|violation| violation.rule.id());
        let timetable = thursday.timetable.iter().map(|violation| violation.rule.id());
        let broken: Vec<&str> = pairings.chain(timetable).collect();
        assert_eq!(broken, [case.id.as_str()]);
    }
}

#[test]
fn keeps_every_rule_and_breaks_the_one_that_is_left_out() {
    for (rule, case) in every_case() {
        let broken =
            match rule {
                Rule::Pairing(rule) => [Rulebook::ALL, Rulebook::ALL.without(rule)]
                    .map(|rulebook| broken_pairings(&case, rulebook)),
                Rule::Timetable(rule) => [Rulebook::ALL, Rulebook::ALL.without(rule)]
                    .map(|rulebook| broken_events(&case, rulebook)),
            };
        assert_eq!(broken[0], [""; 0], "{}", case.id);
        assert!(broken[1].contains(&case.id.as_str()), "{}: {:?}", case.id, broken[1]);
    }
}

fn broken_pairings(case: &Case, rulebook: Rulebook<pairing::rule::Rule>) -> Vec<&'static str> {
    let roster = pairs(case, rulebook);
    let violations = pairing::verification::violations(case.domain(), action(case), &roster);
    violations.iter().map(|violation| violation.rule.id()).collect()
}

fn broken_events(case: &Case, rulebook: Rulebook<timetable::rule::Rule>) -> Vec<&'static str> {
    let (domain, action): (&Domain, _) = (case.domain(), action(case));
    let pairings = pairs(case, Rulebook::ALL);
    let formulation = timetable::formulation::formulate(
        Setting { rulebook, ..Setting::of(domain, action) },
        &pairings.pairings,
        Levels::All,
    );
    let roster = formulation.timetable(&point(&formulation.model.program, &case.id));
    let violations = timetable::verification::violations(domain, action, &pairings, &roster);
    violations.iter().map(|violation| violation.rule.id()).collect()
}
