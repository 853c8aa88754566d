//! The formulation without a solver: every roster of random tiny campaigns is a point of the program.

use crate::support::tiny::Tiny;
use chuxin::{
    domain::{Domain, organizations::Organizations, places::Need},
    experience::{
        eligibility::eligible,
        formulation::{Formulation, formulate, subject::ColumnSubject},
        level::Level,
        verification::{recount, violations},
    },
    lp::{check::breaches, value},
    planning::rules::Rulebook,
};

/// How many campaigns one run tries.
const CAMPAIGNS: u64 = 1000;
/// More eligible pairs than this are too many to try every subset.
const PAIRS: usize = 8;

/// A roster keeps the rows exactly when the second reading finds nothing broken, and then its levels are those that
/// are recounted.
#[test]
fn allows_the_rosters_that_keep_every_rule_and_no_others() {
    let mut kept = 0;
    let mut broken = 0;
    for seed in 0..CAMPAIGNS {
        let domain = Tiny::from_seed(seed).domain();
        let pairs = eligible(&domain, Rulebook::ALL);
        if pairs.pairs.len() > PAIRS {
            continue;
        }
        let formulation = formulate(&domain, &pairs, Rulebook::ALL, None);
        for chosen in 0..1_usize << pairs.pairs.len() {
            let point = point(&domain, &formulation, chosen);
            let roster = formulation.roster(&point);
            let keeps_rows = breaches(&formulation.model.program, &point).is_empty();
            let keeps_rules = violations(&domain, &roster).is_empty();
            let breached = || breaches(&formulation.model.program, &point);
            assert_eq!(
                keeps_rows,
                keeps_rules,
                "seed {seed}: {roster:?}\n{:?}\n{}",
                breached(),
                Tiny::from_seed(seed).text()
            );
            if keeps_rows {
                assert_eq!(levels(&formulation, &point), recount(&domain, &roster, None), "seed {seed}");
                keeps_cuts(&formulation, &point);
                kept += 1;
            } else {
                broken += 1;
            }
        }
    }
    assert!(kept > 1000 && broken > 1000, "{kept} rosters kept, {broken} broken");
}

fn levels(formulation: &Formulation<'_>, point: &[i64]) -> Vec<(Level, i64)> {
    let levels = formulation.model.levels.iter().zip(&formulation.model.program.levels);
    levels
        .map(|(level, objective)| {
            let linear = i64::try_from(value(&objective.terms, point)).expect("a small value");
            (*level, linear + objective.constant)
        })
        .collect()
}

fn keeps_cuts(formulation: &Formulation<'_>, point: &[i64]) {
    for cut in &formulation.model.program.cuts {
        let left = value(&cut.terms, point);
        assert!(cut.relation.holds(left.cmp(&i128::from(cut.right))), "{cut:?}");
    }
}

/// The point at which the chosen pairs are placed and every other column is as it must be.
fn point(domain: &Domain, formulation: &Formulation<'_>, chosen: usize) -> Vec<i64> {
    let mut pair = 0;
    let mut placed = Vec::new();
    for subject in &formulation.model.columns {
        if let ColumnSubject::Placement(ambassador, session) = *subject {
            if chosen >> pair & 1 == 1 {
                placed.push((ambassador, session));
            }
            pair += 1;
        }
    }
    let whole = |truth: bool| i64::from(truth);
    let lacking =
        |wanted: u32, there: usize| (i64::from(wanted) - i64::try_from(there).expect("a small count")).max(0);
    let values = formulation.model.columns.iter().map(|subject| match *subject {
        ColumnSubject::Placement(ambassador, session) => whole(placed.contains(&(ambassador, session))),
        ColumnSubject::Open(session) => whole(placed.iter().any(|&(_, there)| there == session)),
        ColumnSubject::Reached(ambassador) => whole(placed.iter().any(|&(who, _)| who == ambassador)),
        ColumnSubject::Shortage(post) => {
            let there = placed.iter().filter(|&&(_, session)| domain.session(session).post == post);
            let Need::InAll(need) = domain.post(post).need else {
                panic!("{post:?} wants some at each session")
            };
            lacking(need, there.count())
        }
        ColumnSubject::Missing(session, number) => {
            let Need::AtEach(need) = domain.post(domain.session(session).post).need else {
                panic!("{session:?} wants nobody by itself")
            };
            let there = placed.iter().filter(|&&(_, other)| other == session);
            whole(lacking(need, there.count()) >= number)
        }
        ColumnSubject::Lack(ambassador) => {
            let visits = placed.iter().filter(|&&(who, _)| who == ambassador);
            lacking(domain.ambassador(ambassador).days_min, visits.count())
        }
        ColumnSubject::Again(ambassador, number) => {
            let visits = placed.iter().filter(|&&(who, _)| who == ambassador);
            whole(i64::try_from(visits.count()).expect("a small count") >= number)
        }
        ColumnSubject::Absent(organization) => {
            let of = Organizations::of(domain);
            whole(!placed.iter().any(|&(who, _)| of.of_ambassador(who) == Some(organization)))
        }
        ColumnSubject::Both(one, other, session) => {
            whole(placed.contains(&(one, session)) && placed.contains(&(other, session)))
        }
    });
    values.collect()
}
