//! Reserves of random tiny campaigns against trying every roster for everybody who might step in.

use crate::support::{
    brute_force::{Values, is_better, optimum_after_where},
    tiny::Tiny,
};
use chuxin::{
    domain::{Domain, dates::DateSpan, people::AmbassadorIx, periods::Period, requests::Pin},
    experience::{
        eligibility::eligible,
        formulation::formulate,
        reserves::{Absence, Reserves, reserves},
        roster::{Placement, Previous, Roster},
        verification::{recount, violations},
    },
    planning::{earlier::RepairTerms, rules::Rulebook},
    solver::{Outcome, Unwatched, solve},
};

/// How many campaigns one run tries.
const CAMPAIGNS: u64 = 300;

/// Somebody cannot come that day, whatever was agreed.
fn call_off(domain: &mut Domain, absent: Placement) {
    domain.ambassadors[absent.ambassador.0].away.periods.push(Period::whole(DateSpan::day(absent.date)));
    domain.pins.retain(|pin| {
        let allows = pin.post == absent.post
            && pin.date.is_none_or(|date| date == absent.date)
            && pin.hours.is_none_or(|hours| hours == absent.hours);
        pin.ambassador != absent.ambassador || !allows && pin.date != Some(absent.date)
    });
}

/// What it costs that somebody steps in, found by trying every roster in which nobody comes but in the stead of somebody who
/// left; `None` where that cannot be.
fn cost(domain: &Domain, previous: &Previous, absent: Placement, who: AmbassadorIx) -> Option<Values> {
    let mut domain = domain.clone();
    call_off(&mut domain, absent);
    let place = domain.ambassador(who).place;
    let date = Some(absent.date);
    domain.pins.push(Pin { ambassador: who, post: absent.post, date, hours: Some(absent.hours), place });
    let previous = Previous {
        settled: RepairTerms { keep_until: Some(absent.date), ..previous.settled.terms }.into(),
        ..previous.clone()
    };
    optimum_after_where(&domain, &previous, &|roster| replaces_only(roster, &previous))
}

/// Whether no session has more people than it had.
fn replaces_only(roster: &Roster, previous: &Previous) -> bool {
    let there =
        |list: &[Placement], of: &Placement| list.iter().filter(|one| one.session() == of.session()).count();
    roster.placements.iter().all(|one| there(&roster.placements, one) <= there(&previous.stands, one))
}

/// What the plan comes to where nobody steps in and nobody moves; nothing where that breaks a rule.
fn with_nobody(domain: &Domain, previous: &Previous, absent: Placement) -> Option<Values> {
    let mut domain = domain.clone();
    call_off(&mut domain, absent);
    let placements = previous.stands.iter().filter(|one| **one != absent).copied().collect();
    let roster = Roster { placements };
    violations(&domain, &roster).is_empty().then(|| recount(&domain, &roster, Some(previous)))
}

/// What it costs where somebody steps in and everybody else stays; nothing where that breaks a rule.
fn with_nobody_else_moving(
    domain: &Domain,
    previous: &Previous,
    absent: Placement,
    who: AmbassadorIx,
) -> Option<Values> {
    let mut domain = domain.clone();
    call_off(&mut domain, absent);
    let others = previous.stands.iter().filter(|one| **one != absent).copied();
    let mut placements: Vec<Placement> = others.chain([Placement { ambassador: who, ..absent }]).collect();
    placements.sort_unstable();
    let roster = Roster { placements };
    violations(&domain, &roster).is_empty().then(|| recount(&domain, &roster, Some(previous)))
}

#[test]
fn names_the_same_people_in_the_same_order_as_trying_every_roster_for_each() {
    let (mut named, mut chains, mut nobody) = (0, 0, 0);
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let domain = tiny.domain();
        let formulation = formulate(&domain, &eligible(&domain, Rulebook::ALL), Rulebook::ALL, None);
        let Outcome::Solved(solution) = solve(&formulation.model.program, &Unwatched).unwrap() else {
            continue;
        };
        let placements = formulation.roster(&solution.point).placements;
        let previous = Previous { stands: placements, ..Previous::default() };
        let Reserves { absences, unsought } = reserves(&domain, &previous, usize::MAX, &Unwatched).unwrap();
        assert_eq!(unsought, []);
        assert_eq!(absences.len(), previous.stands.len());
        for Absence { absent, reserves, best, is_cut_short } in absences {
            assert!(!is_cut_short);
            let people = (0..domain.ambassadors.len()).map(AmbassadorIx);
            let others = people.filter(|&ambassador| !previous.has(&Placement { ambassador, ..absent }));
            let costs: Vec<(AmbassadorIx, bool, Values)> = others
                .filter_map(|person| {
                    let calm = with_nobody_else_moving(&domain, &previous, absent, person);
                    let is_calm = calm.is_some();
                    Some((person, is_calm, calm.or_else(|| cost(&domain, &previous, absent, person))?))
                })
                .collect();
            let context = || format!("seed {seed}: {absent:?} {reserves:?} {costs:?}\n{}", tiny.text());
            assert_eq!(reserves.len(), costs.len(), "{}", context());
            nobody += usize::from(reserves.is_empty());
            let empty = with_nobody(&domain, &previous, absent);
            let found = costs.iter().map(|(_, _, values)| values).chain(&empty);
            assert!(found.clone().all(|values| !is_better(&domain, values, &best)), "{}", context());
            let is_found = found.into_iter().any(|values| *values == best);
            assert!(is_found || best.is_empty() && costs.is_empty(), "{}", context());
            let mut before: Option<(bool, Values)> = None;
            for reserve in &reserves {
                let values: Values = reserve.levels.iter().map(|level| (level.level, level.value)).collect();
                assert!(reserve.levels.iter().all(|level| level.proven), "{}", context());
                let expected = costs.iter().find(|(person, ..)| *person == reserve.ambassador);
                assert_eq!(expected.map(|(_, _, cost)| cost), Some(&values), "{}", context());
                let is_calm = expected.is_some_and(|(_, is_calm, _)| *is_calm);
                assert!(!is_calm || reserve.gone.is_empty() && reserve.new.is_empty(), "{}", context());
                let in_order = |(calm, before): (bool, Values)| {
                    calm && !is_calm || calm == is_calm && !is_better(&domain, &values, &before)
                };
                assert!(before.is_none_or(in_order), "{}", context());
                named += 1;
                chains += usize::from(!reserve.gone.is_empty());
                before = Some((is_calm, values));
            }
        }
    }
    assert!(named > 100 && chains > 20 && nobody > 20, "{named} named, {chains} chains, {nobody} nobody");
}
