//! A whole district made from a seed: 200 units, 270 neighbourhoods, a year, 10 themes.

use super::sample::{action, domain, month, neighbourhood, unit};
use crate::support::draws::Draws;
use chuxin::{
    domain::{
        Domain,
        dates::{DateSet, DateSpan},
        geography::Coordinates,
        places::{Neighbourhood, Unit},
        thursday::{Bounds, ThursdayAction},
    },
    lp::LevelResult,
    solver::Unwatched,
    thursday::{
        outcome::{Found, Outcome},
        pairing, timetable,
    },
};

const THEMES: usize = 10;

fn district(units: usize, neighbourhoods: usize, seed: u64) -> (Domain, ThursdayAction) {
    let mut draws = Draws::from_seed(seed);
    let all: Vec<usize> = (0..THEMES).collect();
    let units: Vec<Unit> = (0..units)
        .map(|number| {
            let count = draws.between(2, 4);
            let mut offers = draws.some(&all, count);
            offers.sort_unstable();
            Unit { location: Some(somewhere(&mut draws)), ..unit(number, &offers) }
        })
        .collect();
    let neighbourhoods: Vec<Neighbourhood> = (0..neighbourhoods)
        .map(|number| {
            let count = draws.between(2, 4);
            let needs = draws.some(&all, count);
            Neighbourhood { location: Some(somewhere(&mut draws)), ..neighbourhood(number, 0, &needs) }
        })
        .collect();
    let mut domain = domain(units, neighbourhoods, THEMES);
    for theme in domain.themes.iter_mut().step_by(4) {
        theme.months = Some(vec![3, 5, 9, 10]);
    }
    let action = ThursdayAction {
        last: month(2019, 12),
        units_per_neighbourhood: Bounds { min: 0, max: Some(2) },
        max_metres: Some(3000),
        repeat_theme_after: 3,
        ..action()
    };
    (domain, action)
}

/// About ten kilometres each way.
fn somewhere(draws: &mut Draws) -> Coordinates {
    let mut within =
        |degrees: f64| degrees * f64::from(u32::try_from(draws.below(10_000)).unwrap()) / 10_000.0;
    Coordinates { latitude: 31.25 + within(0.09), longitude: 121.4 + within(0.105) }
}

fn proven<T>(outcome: Outcome<T>) -> Found<T> {
    let Outcome::Found(found) = outcome else { panic!("no plan") };
    let proven =
        |level: &&LevelResult| level.proven || ["spread", "timetable-lot"].contains(&level.id.as_str());
    assert_eq!(found.levels.iter().filter(proven).count(), found.levels.len(), "{:?}", found.levels);
    found
}

fn plan(domain: &Domain, action: &ThursdayAction) {
    let pairings = proven(pairing::arrangement::arrange(domain, action, None, &Unwatched).unwrap());
    let roster = &pairings.roster;
    assert_eq!(pairing::verification::violations(domain, action, roster), []);
    let found = proven(timetable::arrangement::arrange(domain, action, roster, &Unwatched).unwrap());
    assert_eq!(timetable::verification::violations(domain, action, roster, &found.roster), []);
    let recounted = timetable::verification::recount::recount(domain, action, roster, &found.roster);
    let levels: Vec<_> = found.levels.into_iter().map(|level| (level.id, level.value)).collect();
    assert_eq!(levels, recounted);
}

#[test]
fn plans_a_street_with_every_level_proven() {
    let (domain, action) = district(14, 20, 1);
    plan(&domain, &action);
}

#[test]
fn spreads_a_street_over_the_month_with_every_level_proven() {
    let (domain, action) = district(14, 20, 1);
    plan(&domain, &ThursdayAction { nth: None, ..action });
}

#[test]
#[ignore = "takes a while without optimisation"]
fn plans_a_district_with_every_level_proven() {
    let (domain, action) = district(200, 270, 1);
    plan(&domain, &action);
}

#[test]
fn spreads_a_crowded_street_that_cannot_hold_everything() {
    let (domain, action) = district(9, 3, 2);
    plan(
        &domain,
        &ThursdayAction {
            nth: None,
            max_metres: None,
            neighbourhoods_per_unit: Bounds { min: 1, max: Some(1) },
            units_per_neighbourhood: Bounds { min: 3, max: None },
            last: month(2019, 3),
            skip: DateSet {
                spans: month(2019, 3).thursdays().into_iter().skip(2).map(DateSpan::day).collect(),
            },
            ..action
        },
    );
}
