//! Random tiny campaigns after random earlier plans: as little as possible changes, by trying every roster.

use super::CAMPAIGNS;
use crate::support::{
    brute_force::{optimum_after, placements},
    draws::Draws,
    tiny::Tiny,
};
use chuxin::{
    domain::{Domain, people::AmbassadorIx, places::Session, requests::Pin},
    experience::{
        eligibility::eligible,
        formulation::{formulate, settling::settled},
        level::Level,
        roster::{Exchange, Kept, Placement, Previous},
        verification::{recount, unsettled, violations},
    },
    lp::check::breaches,
    planning::{earlier::RepairTerms, rules::Rulebook},
    solver::{Outcome, Unwatched, solve},
    source::{Place, Sources},
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn changes_as_little_as_trying_every_roster_does() {
    let (mut solved, mut contradictions, mut changed, mut least, mut moved) = (0, 0, 0, 0, 0);
    let (mut exchanged, mut restored) = (0, 0);
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let mut domain = tiny.domain();
        let previous = earlier(&domain, &mut Draws::from_seed(seed));
        keep(&mut domain, &previous);
        let context = || format!("seed {seed}: {previous:?}\n{}", tiny.text());
        let pairs = eligible(&domain, Rulebook::ALL);
        let formulation = formulate(&domain, &pairs, Rulebook::ALL, Some(&previous));
        let expected = optimum_after(&domain, &previous);
        match solve(&formulation.model.program, &Unwatched).expect("a backend that works") {
            Outcome::Solved(solution) => {
                let levels = settled(solution.levels);
                assert_eq!(breaches(&formulation.model.program, &solution.point), vec![], "{}", context());
                let roster = formulation.roster(&solution.point);
                assert_eq!(violations(&domain, &roster), vec![], "{}", context());
                assert_eq!(unsettled(&roster, &previous), vec![], "{}", context());
                let values = levels.iter().map(|level| level.value);
                let reached: Vec<(Level, i64)> =
                    formulation.model.levels.iter().copied().zip(values).collect();
                assert_eq!(reached, recount(&domain, &roster, Some(&previous)), "{}", context());
                assert_eq!(Some(&reached), expected.as_ref(), "{}", context());
                assert!(levels.iter().all(|level| level.proven), "{}", context());
                solved += 1;
                exchanged += usize::from(previous.settled.exchange.is_some());
                restored += usize::from(reached[0].0 == Level::Restored && reached[0].1 > 0);
                changed +=
                    usize::from(reached.iter().any(|(level, value)| *level == Level::Changes && *value > 0));
                least += usize::from(previous.settled.terms.touch_least);
                let anew = recount(&domain, &roster, None).into_iter().map(|(level, _)| level);
                let mended = reached
                    .iter()
                    .map(|(level, _)| *level)
                    .filter(|level| ![Level::Changes, Level::Restored].contains(level));
                moved += usize::from(!anew.eq(mended));
            }
            Outcome::Contradiction => {
                contradictions += 1;
                assert_eq!(None, expected, "{}", context());
            }
            Outcome::NothingFound => panic!("nothing found without a time limit: {}", context()),
        }
    }
    assert!(
        solved > 500 && changed > 200 && least > 100 && moved > 100,
        "{solved} solved, {changed} changed, {least} least, {moved} with preferences behind the changes"
    );
    assert!(exchanged > 100 && restored > 20, "{exchanged} exchanged, {restored} restored");
    assert!(contradictions > 20, "{contradictions} contradictions");
}

/// A few placements, whether or not the campaign still allows them, and now and then a day before which all stays.
fn earlier(domain: &Domain, draws: &mut Draws) -> Previous {
    let all: Vec<_> = placements(domain).collect();
    let count = draws.between(0, 4);
    let mut had = draws.some(&all, count);
    had.sort_unstable();
    let days: Vec<_> = domain.sessions.iter().map(|session| session.date).collect();
    let before = (draws.chance(30) && !days.is_empty()).then(|| *draws.one(&days));
    {
        let gone = draws.below(3);
        Previous {
            stands: had.clone(),
            gone,
            settled: Kept {
                terms: RepairTerms {
                    keep_until: before,
                    begun_by: draws.chance(40).then(|| u16::try_from(draws.between(6, 20) * 60).unwrap()),
                    touch_least: draws.chance(30),
                },
                exchange: draws.chance(40).then(|| exchange(domain, &had, draws)),
                waiting: waiting(domain, &had, draws),
            },
        }
    }
}

/// Some of what was goes, now and then to somebody else; some people come late, and some lost something by the change.
pub(super) fn exchange(domain: &Domain, had: &[Placement], draws: &mut Draws) -> Exchange {
    let mut exchange = Exchange::default();
    let everybody: Vec<AmbassadorIx> = (0..domain.ambassadors.len()).map(AmbassadorIx).collect();
    for &one in had {
        if draws.chance(50) {
            exchange.leaving.insert(one);
            let other = Placement { ambassador: *draws.one(&everybody), ..one };
            if draws.chance(50) && !had.contains(&other) {
                exchange.coming.insert(other);
            } else {
                exchange.displaced.insert(one.ambassador, draws.between(1, 2));
            }
        }
    }
    if draws.chance(60) {
        exchange
            .late
            .extend(everybody.iter().filter(|person| had.iter().all(|one| one.ambassador != **person)));
    }
    exchange
}

/// Some of those who had nothing wait, and may come to some sessions.
pub(super) fn waiting(
    domain: &Domain,
    had: &[Placement],
    draws: &mut Draws,
) -> BTreeMap<AmbassadorIx, BTreeSet<Session>> {
    let everybody = (0..domain.ambassadors.len()).map(AmbassadorIx);
    let without: Vec<AmbassadorIx> =
        everybody.filter(|person| had.iter().all(|one| one.ambassador != *person)).collect();
    let mut waiting = BTreeMap::new();
    for person in without {
        if draws.chance(20) {
            let free = domain.sessions.iter().copied().filter(|_| draws.chance(50)).collect();
            waiting.insert(person, free);
        }
    }
    waiting
}

/// What lies before the day is kept by pins.
fn keep(domain: &mut Domain, previous: &Previous) {
    let place = Place { file: Sources::default().add("plan.json", ""), start: 0, end: 0 };
    let pins = previous.settled().map(|one| Pin {
        ambassador: one.ambassador,
        post: one.post,
        date: Some(one.date),
        hours: Some(one.hours),
        place,
    });
    domain.pins.extend(pins);
}
