//! A whole district made from a seed: 200 units, 270 neighbourhoods, a year, 10 themes.

use super::sample::month;
use crate::support;
use chuxin::{
    campaign,
    domain::{
        Domain,
        dates::{DateSet, DateSpan},
        thursday::{Bounds, ThursdayAction},
    },
    lp::LevelResult,
    pairing,
    planning::outcome::{Found, Outcome},
    solver::Unwatched,
    source::Sources,
    timetable::{self, formulation::Setting},
    validation::validate,
};
use std::fmt::{Debug, Display};

fn district(units: usize, neighbourhoods: usize, seed: u64) -> (Domain, ThursdayAction) {
    let mut sources = Sources::default();
    let file = sources.add("district.yaml", support::district::district(units, neighbourhoods, seed));
    let written = campaign::read(&mut sources, file).unwrap();
    assert_eq!(written.diagnostics, []);
    let domain = validate(&written).domain.unwrap();
    let action = domain.thursday.clone().unwrap();
    (domain, action)
}

/// What was found, every level proven, but for the last two where the plan chooses the Thursdays.
fn proven<T, L: Copy + Debug + Display>(
    outcome: Outcome<Found<T, L>>,
    action: &ThursdayAction,
) -> Found<T, L> {
    let Outcome::Planned(found) = outcome else { panic!("no plan") };
    let chosen = |level: L| ["spread", "timetable-lot"].contains(&level.to_string().as_str());
    let proven = |result: &&LevelResult<L>| result.proven || action.nth.is_none() && chosen(result.level);
    assert_eq!(found.levels.iter().filter(proven).count(), found.levels.len(), "{:?}", found.levels);
    found
}

fn plan(domain: &Domain, action: &ThursdayAction) {
    let pairings = proven(pairing::arrangement::arrange(domain, action, None, &Unwatched).unwrap(), action);
    let roster = &pairings.roster;
    assert_eq!(pairing::verification::violations(domain, action, roster), []);
    let found = proven(
        timetable::arrangement::arrange(Setting::of(domain, action), roster, &Unwatched).unwrap(),
        action,
    );
    assert_eq!(timetable::verification::violations(domain, action, roster, &found.roster), []);
    let recounted = timetable::verification::recount::recount(domain, action, roster, &found.roster, None);
    let levels: Vec<_> = found.levels.into_iter().map(|result| (result.level, result.value)).collect();
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

/// Two units at one neighbourhood over a year: without the months' own bounds the search would take hours.
#[test]
fn spreads_two_units_at_one_neighbourhood_over_a_year() {
    let (domain, action) = district(2, 1, 1);
    let any = Bounds { min: 0, max: None };
    let action = ThursdayAction {
        nth: None,
        max_metres: None,
        units_per_neighbourhood: any,
        events_per_day: 1,
        ..action
    };
    plan(&domain, &action);
}

#[test]
#[ignore = "needs a minute unless optimised"]
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
