//! The program's answer to random tiny campaigns against trying every roster.

use super::CAMPAIGNS;
use crate::support::{
    brute_force::{Values, eligible_pairs, optimum},
    reading::domain_of,
    tiny::Tiny,
};
use chuxin::{
    diagnostic::Diagnostic,
    domain::Domain,
    experience::{
        eligibility::eligible,
        formulation::{Formulation, formulate},
        review::review,
        roster::Placement,
        verification::{recount, violations},
    },
    lp::check::breaches,
    planning::rules::Rulebook,
    solver::{Outcome, Solution, Unwatched, solve},
};

#[test]
fn reaches_the_same_values_as_trying_every_roster() {
    let mut contradictions = 0;
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let domain = tiny.domain();
        let context = || format!("seed {seed}\n{}", tiny.text());
        let formulation = formulate(&domain, &eligible(&domain, Rulebook::ALL), Rulebook::ALL, None);
        let expected = optimum(&domain);
        match solve(&formulation.model.program, &Unwatched).expect("a backend that works") {
            Outcome::Solved(solution) => {
                let reached = accepted(&domain, &formulation, &solution, &context);
                assert_eq!(Some(reached), expected, "{}", context());
            }
            Outcome::Contradiction => {
                contradictions += 1;
                assert_eq!(None, expected, "{}", context());
            }
            Outcome::NothingFound => panic!("nothing found without a time limit: {}", context()),
        }
    }
    assert!(contradictions > 20, "{contradictions} contradictions");
}

/// The levels of a solution that verification accepts and recounts.
fn accepted(
    domain: &Domain,
    formulation: &Formulation<'_>,
    solution: &Solution,
    context: &dyn Fn() -> String,
) -> Values {
    assert_eq!(breaches(&formulation.model.program, &solution.point), vec![], "{}", context());
    let roster = formulation.roster(&solution.point);
    assert_eq!(violations(domain, &roster), vec![], "{}", context());
    for level in &solution.levels {
        assert!(level.proven && level.value == level.bound, "{level:?}\n{}", context());
    }
    let values = solution.levels.iter().map(|level| level.value);
    let reached: Values = formulation.model.levels.iter().copied().zip(values).collect();
    assert_eq!(reached, recount(domain, &roster, None), "{}", context());
    reached
}

/// Who may go where is read twice, by the formulation and by verification.
#[test]
fn admits_the_same_pairs_in_both_readings() {
    for seed in 0..CAMPAIGNS {
        let domain = Tiny::from_seed(seed).domain();
        let pairs = eligible(&domain, Rulebook::ALL);
        let mut admitted: Vec<Placement> = pairs
            .pairs
            .iter()
            .map(|&(ambassador, session)| {
                let session = domain.session(session);
                Placement::at(*session, ambassador)
            })
            .collect();
        let mut expected = eligible_pairs(&domain);
        admitted.sort_unstable();
        expected.sort_unstable();
        assert_eq!(admitted, expected, "seed {seed}");
    }
}

/// What validation makes of the file is what the campaign was made to mean.
#[test]
fn reads_from_the_file_what_the_campaign_means() {
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let read = domain_of(&tiny.text());
        assert_eq!(without_places(&read), without_places(&tiny.domain()), "seed {seed}\n{}", tiny.text());
    }
}

/// Everything that a domain holds, but where it stood in the file.
fn without_places(domain: &Domain) -> String {
    let mut text = format!("{domain:#?}");
    while let Some(start) = text.find("place: Place {") {
        let end = start + text[start..].find('}').expect("a place has an end");
        text.replace_range(start..=end, "");
    }
    text
}

/// A pin that is refused by itself is one that no roster keeps.
#[test]
fn refuses_pins_only_where_no_roster_keeps_all_rules() {
    let mut refused = 0;
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let domain = tiny.domain();
        if review(&domain).iter().any(Diagnostic::is_error) {
            refused += 1;
            assert_eq!(optimum(&domain), None, "seed {seed}\n{}", tiny.text());
        }
    }
    assert!(refused > 10, "{refused} refused");
}
