//! What the Thursday Action says of a campaign before it is planned.

use super::sample::{action, agreed, date, days, domain, month, neighbourhood, unit};
use chuxin::{
    diagnostic::{problem::Problem, reference::Kind, thursday::Thursday},
    domain::{
        Domain,
        dates::{DateSet, DateSpan, Weekdays},
        thursday::{Bounds, ThursdayAction},
    },
    pipeline::thursday::review,
};

fn street() -> Domain {
    domain(
        vec![unit(0, &[0]), unit(1, &[0])],
        vec![neighbourhood(0, 500, &[0]), neighbourhood(1, 5000, &[])],
        1,
    )
}

fn said(domain: &Domain, action: ThursdayAction) -> Vec<Thursday> {
    let domain = Domain { thursday: Some(action), ..domain.clone() };
    let thursday = |problem| match problem {
        Problem::Thursday(thursday) => thursday,
        other => panic!("{other:?}"),
    };
    review(&domain).into_iter().map(|diagnostic| thursday(diagnostic.problem)).collect()
}

#[test]
fn says_nothing_of_a_sound_campaign_or_of_one_without_thursdays() {
    assert_eq!(said(&street(), action()), []);
    assert_eq!(review(&street()), []);
}

#[test]
fn says_that_an_agreed_pairing_is_too_far() {
    let action = ThursdayAction { max_metres: Some(3000), fixed: vec![agreed(0, 1)], ..action() };
    assert_eq!(said(&street(), action), [Thursday::FixedTooFar { metres: 5000, limit: 3000 }]);
}

#[test]
fn names_units_and_neighbourhoods_that_are_out_of_reach() {
    let mut domain = street();
    domain.units[1].location = None;
    let bounds = Bounds { min: 1, max: None };
    let action = ThursdayAction { max_metres: Some(600), units_per_neighbourhood: bounds, ..action() };
    let expected = [(Kind::Unit, "单位1"), (Kind::Neighbourhood, "居民区1")]
        .map(|(kind, name)| Thursday::OutOfReach { kind, name: name.into() });
    assert_eq!(said(&domain, action), expected);
}

#[test]
fn names_the_months_without_a_fifth_thursday() {
    let action = ThursdayAction { nth: Some(5), last: month(2019, 5), ..action() };
    let months = ["2019-02", "2019-03", "2019-04"].map(String::from).to_vec();
    assert_eq!(said(&street(), action), [Thursday::NoNthThursday { nth: 5, months }]);
}

#[test]
fn names_the_months_in_which_no_thursday_is_left() {
    let off = ["2019-01-24", "2019-02-07", "2019-02-14", "2019-02-21", "2019-02-28", "2019-03-07"];
    let action = ThursdayAction { skip: days(&off), last: month(2019, 3), ..action() };
    let left = |months: &[&str]| Thursday::NoThursdayLeft {
        months: months.iter().map(|month| (*month).into()).collect(),
    };
    assert_eq!(said(&street(), action.clone()), [left(&["2019-02"])]);
    let spans =
        vec![DateSpan { first: date("2018-12-01"), last: date("2019-02-28"), weekdays: Weekdays::ALL }];
    let action = ThursdayAction { skip: DateSet { spans }, ..action };
    assert_eq!(said(&street(), action), [left(&["2019-01..2019-02"])]);
}

#[test]
fn says_which_years_have_no_known_holidays() {
    let beyond = ThursdayAction { first: month(2026, 11), last: month(2027, 2), ..action() };
    let expected = Thursday::HolidaysUnknown { first: 2027, last: 2027, known: (2018, 2026) };
    assert_eq!(said(&street(), beyond.clone()), [expected]);
    assert_eq!(said(&street(), ThursdayAction { chinese_holidays: false, ..beyond }), []);
}
