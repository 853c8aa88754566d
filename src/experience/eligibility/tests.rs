//! Who may go where, in the order of the rules.

use super::{Refusals, count, eligible};
use crate::{
    domain::{
        Domain,
        geography::Coordinates,
        people::AmbassadorIx,
        places::{Ages, PostIx, SessionIx, UnitIx},
        requests::Ban,
        rules::Permission,
        sample::{date, days, held, place, sample},
    },
    experience::rule::Rule,
    planning::rules::Rulebook,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The first sample post on 23 October, barred to the first ambassador by every rule of eligibility at once.
fn barred_by_everything() -> Domain {
    let mut domain = sample();
    let north = |degrees| Some(Coordinates { latitude: degrees, longitude: 121.45 });
    domain.rules.max_metres = Some(1000);
    domain.units[0].location = north(31.30);
    domain.units[0].closed = days(&[23]);
    domain.posts[0].requires = vec!["health-certificate".into()];
    domain.posts[0].seats_max = 1;
    domain.posts[0].leader = Some("first-aid".into());
    domain.posts[0].ages = Some(Ages { least: Some(18), most: None });
    let person = &mut domain.ambassadors[0];
    person.origin = north(31.31);
    person.employer = Some(UnitIx(0));
    person.done = vec![PostIx(0)];
    person.away = days(&[23]);
    person.unwished = Permission::Forbid;
    let dates = Some(days(&[23]));
    domain.bans =
        vec![Ban { ambassador: AmbassadorIx(0), post: PostIx(0), dates, hours: None, place: place() }];
    domain
}

#[test]
fn gives_the_first_refusal_in_the_order_of_the_rules() {
    let domain = barred_by_everything();
    let (person, session) = (AmbassadorIx(0), SessionIx(1));
    let mut rulebook = Rulebook::ALL;
    for rule in Rule::ALL.into_iter().filter(|rule| rule.refuses()) {
        assert_eq!(Refusals::of(&domain, rulebook).first(person, session), Some(rule));
        assert_eq!(eligible(&domain, rulebook).position(person, session), None);
        rulebook = rulebook.without(rule);
    }
    assert_eq!(Refusals::of(&domain, rulebook).first(person, session), None);
    assert!(eligible(&domain, rulebook).position(person, session).is_some());
}

#[test]
fn lets_everybody_go_everywhere_when_nothing_is_said() {
    let domain = sample();
    let eligible = eligible(&domain, Rulebook::ALL);
    assert_eq!((eligible.pairs.len(), count(&domain)), (27, 27));
    assert_eq!(eligible.range_of(AmbassadorIx(1)), 9..18);
    assert_eq!(eligible.position(AmbassadorIx(1), SessionIx(2)), Some(11));
}

#[test]
fn keeps_the_pairs_of_some_people_only() {
    let domain = sample();
    let all = eligible(&domain, Rulebook::ALL);
    let some = all.only(&BTreeSet::from([AmbassadorIx(1)]));
    assert_eq!(some.pairs, all.pairs[9..18]);
    assert_eq!(some.range_of(AmbassadorIx(0)), 0..0);
    assert_eq!(some.position(AmbassadorIx(1), SessionIx(2)), Some(2));
    assert_eq!(some.range_of(AmbassadorIx(2)), 9..9);
}

#[test]
fn counts_each_refusal_for_the_first_rule() {
    let mut domain = sample();
    domain.units[0].closed = days(&[22, 23]);
    domain.ambassadors[1].away = days(&[23, 24]);
    let refusals = Refusals::of(&domain, Rulebook::ALL);
    assert_eq!(refusals.of_ambassador(AmbassadorIx(1)), [(Rule::UnitOpen, 4), (Rule::Available, 4)]);
    assert_eq!(refusals.at_post(PostIx(0)), [(Rule::UnitOpen, 6), (Rule::Available, 1)]);
    assert_eq!(refusals.at_post(PostIx(2)), [(Rule::Available, 2)]);
}

#[test]
fn looks_at_a_qualification_and_an_age_on_each_day() {
    let mut domain = sample();
    domain.posts[0].requires = vec!["health-certificate".into()];
    domain.posts[1].ages = Some(Ages { least: Some(18), most: None });
    let person = &mut domain.ambassadors[0];
    person.qualifications = held(&["health-certificate"]);
    person.qualifications[0].until = Some(date(22));
    person.born = NaiveDate::from_ymd_opt(2000, 10, 23);
    let refusals = Refusals::of(&domain, Rulebook::ALL);
    assert_eq!(refusals.of_ambassador(AmbassadorIx(0)), [(Rule::Qualified, 2), (Rule::OfAge, 1)]);
    assert_eq!(refusals.first(AmbassadorIx(0), SessionIx(3)), Some(Rule::OfAge));
    assert_eq!(refusals.first(AmbassadorIx(0), SessionIx(4)), None);
}

#[test]
fn does_not_measure_a_way_of_which_an_end_is_unknown() {
    let mut domain = barred_by_everything();
    domain.ambassadors[2].origin = None;
    let session = SessionIx(0);
    assert_ne!(
        Refusals::of(&domain, Rulebook::ALL).first(AmbassadorIx(2), session),
        Some(Rule::WithinDistance)
    );
}
