//! A standing station for a season: who fills it, how evenly, and that all of it is proven.

use crate::support::{reading::domain_of, station::station};
use chuxin::{
    domain::Domain,
    experience::{
        eligibility::eligible,
        formulation::formulate,
        level::Level,
        verification::{recount, violations},
    },
    planning::rules::Rulebook,
    solver::{Outcome, Unwatched, solve},
};
use std::collections::BTreeMap;

/// How many sessions and people there are for each number of placements, and the values of the levels.
struct Filled {
    sessions: BTreeMap<usize, usize>,
    people: BTreeMap<usize, usize>,
    levels: Vec<(Level, i64)>,
}

impl Filled {
    fn level(&self, id: &str) -> i64 {
        let found = self.levels.iter().find(|(level, _)| level.to_string() == id);
        found.unwrap_or_else(|| panic!("no level {id}")).1
    }
}

/// The plan of a station, every level proven.
fn filled(text: &str) -> Filled {
    let domain: Domain = domain_of(text);
    let formulation = formulate(&domain, &eligible(&domain, Rulebook::ALL), Rulebook::ALL, None);
    let Ok(Outcome::Solved(solution)) = solve(&formulation.model.program, &Unwatched) else {
        panic!("the station has a plan");
    };
    assert!(solution.levels.iter().all(|level| level.proven), "{:?}", solution.levels);
    let roster = formulation.roster(&solution.point);
    assert_eq!(violations(&domain, &roster), []);
    let (mut at_session, mut of_person) = (BTreeMap::new(), BTreeMap::new());
    for placement in &roster.placements {
        *at_session.entry((placement.post, placement.date)).or_insert(0_usize) += 1;
        *of_person.entry(placement.ambassador).or_insert(0_usize) += 1;
    }
    let empty = domain.sessions.len() - at_session.len();
    let idle = domain.ambassadors.len() - of_person.len();
    let levels = recount(&domain, &roster, None);
    Filled { sessions: tallied(at_session, empty), people: tallied(of_person, idle), levels }
}

/// How often each number stands there, beside so many noughts.
fn tallied<K>(counts: BTreeMap<K, usize>, noughts: usize) -> BTreeMap<usize, usize> {
    let mut tally = BTreeMap::new();
    for count in counts.into_values().chain(std::iter::repeat_n(0, noughts)) {
        *tally.entry(count).or_insert(0) += 1;
    }
    tally
}

#[test]
#[ignore = "needs the speed of optimised code"]
fn leaves_no_session_empty_where_there_are_too_few_people() {
    let filled = filled(&station(40, 1));
    assert_eq!(filled.sessions, BTreeMap::from([(1, 118), (2, 101)]));
    assert_eq!(filled.people, BTreeMap::from([(8, 40)]));
    assert_eq!(filled.level("coverage"), 118);
}

#[test]
#[ignore = "needs the speed of optimised code"]
fn spreads_the_sessions_where_there_are_people_enough() {
    let filled = filled(&station(60, 1));
    assert_eq!(filled.sessions, BTreeMap::from([(2, 219)]));
    assert_eq!(filled.people, BTreeMap::from([(7, 42), (8, 18)]));
    assert_eq!((filled.level("coverage"), filled.level("everyone")), (0, 60));
}

#[test]
#[ignore = "needs the speed of optimised code"]
fn fills_a_station_of_twice_the_size() {
    let filled = filled(&station(120, 2));
    assert_eq!(filled.sessions, BTreeMap::from([(2, 438)]));
    assert_eq!(filled.people, BTreeMap::from([(7, 84), (8, 36)]));
}
