//! Every rule of the experience has a case of two people: the program that states it, a plan that breaks it and
//! nothing else, and a solution that breaks it once it is left out.

use crate::support::cases::{Case, cases, solved};
use chuxin::{
    experience::{
        rule::Rule,
        verification::{Violation, violations},
    },
    lp::LevelIx,
    pipeline::second_reading::read_plan,
    planning::rules::Rulebook,
    source::Sources,
};

fn rules(violations: &[Violation]) -> Vec<Rule> {
    violations.iter().map(|violation| violation.rule).collect()
}

fn every_rule() -> Vec<(Rule, Case)> {
    let with_rule = |case: Case| {
        let rule = Rule::from_id(&case.id).unwrap_or_else(|| panic!("{} is no rule", case.id));
        (rule, case)
    };
    let found: Vec<(Rule, Case)> = cases("rules").into_iter().map(with_rule).collect();
    for rule in Rule::ALL {
        assert!(found.iter().any(|(named, _)| *named == rule), "{} has no case", rule.id());
    }
    found
}

#[test]
fn states_every_rule_as_its_golden_program() {
    for (_, case) in every_rule() {
        case.equals_golden(&case.formulation(Rulebook::ALL), LevelIx(0));
    }
}

#[test]
fn finds_exactly_this_rule_broken_in_the_broken_plan() {
    for (rule, case) in every_rule() {
        let path = case.folder.join("broken-plan.json");
        let reading = read_plan(&mut Sources::default(), &case.campaign, &path)
            .unwrap_or_else(|problems| panic!("{}: {problems:?}", case.id));
        assert_eq!(rules(&reading.violations), [rule], "{}", case.id);
    }
}

#[test]
fn keeps_every_rule_and_breaks_the_one_that_is_left_out() {
    for (rule, case) in every_rule() {
        let broken = |rulebook: Rulebook<Rule>| {
            let formulation = case.formulation(rulebook);
            let roster = formulation.roster(&solved(&formulation, &case.id).point);
            let mut broken = rules(&violations(case.domain(), &roster));
            broken.dedup();
            broken
        };
        assert_eq!(broken(Rulebook::ALL), [], "{}", case.id);
        assert_eq!(broken(Rulebook::ALL.without(rule)), [rule], "{}", case.id);
    }
}

#[test]
fn has_a_line_for_every_rule_in_both_readmes() {
    for readme in ["README.md", "README.zh.md"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
        let text = std::fs::read_to_string(path).expect("a README");
        for rule in Rule::ALL {
            let line = format!("| `{}` |", rule.id());
            assert!(
                text.lines().any(|text| text.starts_with(&line)),
                "{readme} says nothing of {}",
                rule.id()
            );
        }
    }
}
