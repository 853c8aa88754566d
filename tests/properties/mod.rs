//! Properties that hold for every campaign, tried on random tiny ones.

mod advice;
mod campaigns;
mod changes;
mod claims;
mod conflicts;
mod edits;
mod explanations;
mod formulation;
mod order;
mod programs;
mod reasons;
mod reserves;
mod signup;
mod telephones;
mod ways;
mod writing;

use crate::support::{
    brute_force::{eligible_pairs, is_better, optimum, optimum_without},
    draws::Draws,
    tiny::Tiny,
};
use chuxin::experience::{
    roster::Roster,
    rule::Rule,
    verification::{recount, violations},
};

/// How many campaigns one run tries.
const CAMPAIGNS: u64 = 1000;

/// The search that leaves rosters out early is held against one that tries every subset of the pairs.
#[test]
fn leaves_no_better_roster_out_of_the_search() {
    let mut tried = 0;
    for seed in 0..CAMPAIGNS {
        let domain = Tiny::from_seed(seed).domain();
        let pairs = eligible_pairs(&domain);
        if pairs.len() > 7 {
            continue;
        }
        tried += 1;
        let mut best = None;
        for subset in 0..1_usize << pairs.len() {
            let chosen = pairs.iter().enumerate().filter(|(bit, _)| subset >> bit & 1 == 1);
            let roster = Roster { placements: chosen.map(|(_, &pair)| pair).collect() };
            if violations(&domain, &roster).is_empty() {
                let values = recount(&domain, &roster, None);
                if best.as_ref().is_none_or(|best| is_better(&domain, &values, best)) {
                    best = Some(values);
                }
            }
        }
        assert_eq!(optimum(&domain), best, "seed {seed}");
    }
    assert!(tried > 100, "{tried} campaigns");
}

/// Random campaigns in which some rule never mattered would not test it.
#[test]
fn meets_every_rule_in_a_campaign_whose_optimum_it_changes() {
    for rule in Rule::ALL {
        let decides = (0..CAMPAIGNS).any(|seed| {
            let domain = Tiny::from_seed(seed).domain();
            optimum(&domain) != optimum_without(&domain, Some(rule))
        });
        assert!(decides, "{}", rule.id());
    }
}

#[test]
fn shuffles_nothing_but_the_order_of_entries() {
    let letters = |tiny: &Tiny| {
        let mut letters: Vec<char> = tiny.text().chars().collect();
        letters.sort_unstable();
        letters
    };
    let mut moved = 0;
    for seed in 0..50 {
        let tiny = Tiny::from_seed(seed);
        let shuffled = tiny.shuffled(&mut Draws::from_seed(seed));
        assert_eq!(letters(&tiny), letters(&shuffled), "seed {seed}");
        moved += usize::from(tiny.text() != shuffled.text());
    }
    assert!(moved > 25, "{moved} campaigns moved");
}
