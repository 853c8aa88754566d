//! Whether one placement may be at all, whatever the others are: the rules of eligibility.

use super::{Reading, Subject, Violation, agreements::is_wish};
use crate::{
    domain::{
        Domain,
        minutes::{is_barred, is_free},
        places::Ages,
        rules::Permission,
    },
    experience::{roster::Placement, rule::Rule},
};

/// The placements that one rule of eligibility does not admit, each a violation of its own.
pub(super) fn not_admitted(rule: Rule, reading: &Reading<'_>) -> Vec<Violation> {
    reading
        .distinct
        .iter()
        .filter(|&&position| bars(rule, reading.domain, reading.placement(position)))
        .map(|&position| Violation { rule, entries: vec![position], subject: Subject::Placement })
        .collect()
}

/// Whether every rule of eligibility admits a placement.
pub(super) fn admits(domain: &Domain, placement: Placement) -> bool {
    refusal(domain, placement).is_none()
}

/// The first rule of eligibility that does not.
pub(super) fn refusal(domain: &Domain, placement: Placement) -> Option<Rule> {
    Rule::ALL.into_iter().find(|&rule| bars(rule, domain, placement))
}

/// Whether a rule of eligibility says no; the other rules never do here.
fn bars(rule: Rule, domain: &Domain, placement: Placement) -> bool {
    let person = domain.ambassador(placement.ambassador);
    let post = domain.post(placement.post);
    let unit = domain.unit(post.unit);
    match rule {
        Rule::OwnUnit => domain.rules.own_unit == Permission::Forbid && person.employer == Some(post.unit),
        Rule::NotAgain => {
            domain.rules.repeat_post == Permission::Forbid && person.done.contains(&placement.post)
        }
        Rule::Qualified => post.requires.iter().any(|required| {
            let held = person.qualifications.iter().find(|held| held.name == *required);
            held.is_none_or(|held| held.until.is_some_and(|last| last < placement.date))
        }),
        Rule::OfAge => post.ages.is_some_and(|Ages { least, most }| match person.age_on(placement.date) {
            Some(age) => least.is_some_and(|least| age < least) || most.is_some_and(|most| age > most),
            None => true,
        }),
        Rule::Willing => {
            person.unwished == Permission::Forbid
                && !person.wishes.iter().any(|wish| is_wish(wish, placement))
        }
        Rule::WithinDistance => {
            match (domain.rules.max_metres, domain.metres(placement.ambassador, placement.post)) {
                (Some(limit), Some(metres)) => metres > limit,
                _ => false,
            }
        }
        // With one seat whoever has it leads; among several somebody does.
        Rule::Led => {
            let leads = |leader: &String| {
                let mut held = person.qualifications.iter().filter(|held| held.name == *leader);
                held.any(|held| held.counts_on(placement.date))
            };
            post.seats_max == 1 && post.leader.as_ref().is_some_and(|leader| !leads(leader))
        }
        Rule::Banned => domain.bans.iter().any(|ban| {
            ban.ambassador == placement.ambassador
                && ban.post == placement.post
                && ban.dates.as_ref().is_none_or(|dates| is_barred(dates, placement.date, placement.hours))
                && ban.hours.is_none_or(|hours| hours == placement.hours)
        }),
        Rule::UnitOpen => is_barred(&unit.closed, placement.date, placement.hours),
        Rule::Available => {
            let comes = match &person.available {
                Some(periods) => is_free(periods, placement.date, placement.hours),
                None => domain.campaign.season.contains(placement.date),
            };
            !comes || is_barred(&person.away, placement.date, placement.hours)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::{
            geography::Coordinates,
            people::AmbassadorIx,
            places::{Ages, PostIx, UnitIx},
            requests::Ban,
            rules::Permission,
            sample::{date, days, held, place, sample, wishes},
        },
        experience::{
            rule::Rule,
            verification::{
                Subject,
                sample::{broken, placed},
            },
        },
    };
    use chrono::NaiveDate;

    #[test]
    fn accepts_a_roster_that_breaks_nothing() {
        assert_eq!(broken(&sample(), &[placed(0, 0, 23), placed(1, 1, 24)]), vec![]);
    }

    #[test]
    fn refuses_the_own_employer_unless_allowed() {
        let mut domain = sample();
        domain.ambassadors[0].employer = Some(UnitIx(0));
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![(Rule::OwnUnit, vec![0], Subject::Placement)]);
        assert_eq!(broken(&domain, &[placed(0, 2, 23)]), vec![]);
        domain.rules.own_unit = Permission::Allow;
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
    }

    #[test]
    fn refuses_a_post_of_an_earlier_campaign_unless_allowed() {
        let mut domain = sample();
        domain.ambassadors[0].done = vec![PostIx(1)];
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 1, 23)]), vec![(Rule::NotAgain, vec![0], Subject::Placement)]);
        domain.rules.repeat_post = Permission::Allow;
        assert_eq!(broken(&domain, &[placed(0, 1, 23)]), vec![]);
    }

    #[test]
    fn asks_for_every_qualification_that_the_post_requires() {
        let mut domain = sample();
        domain.posts[0].requires = vec!["health-certificate".into(), "first-aid".into()];
        domain.ambassadors[0].qualifications = held(&["first-aid"]);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23)]),
            vec![(Rule::Qualified, vec![0], Subject::Placement)]
        );
        domain.ambassadors[0].qualifications = held(&["health-certificate", "first-aid"]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
        domain.ambassadors[0].qualifications[0].until = Some(date(23));
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 24)]),
            vec![(Rule::Qualified, vec![0], Subject::Placement)]
        );
    }

    #[test]
    fn asks_for_the_age_on_the_day_and_refuses_whose_age_is_unknown() {
        let mut domain = sample();
        let refused = vec![(Rule::OfAge, vec![0], Subject::Placement)];
        domain.posts[0].ages = Some(Ages { least: Some(18), most: Some(65) });
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), refused);
        assert_eq!(broken(&domain, &[placed(0, 1, 23)]), vec![]);
        domain.ambassadors[0].born = NaiveDate::from_ymd_opt(2000, 10, 23);
        assert_eq!(broken(&domain, &[placed(0, 0, 22)]), refused);
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
        domain.ambassadors[0].born = NaiveDate::from_ymd_opt(1952, 10, 24);
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 0, 24)]), refused);
        domain.posts[0].ages = Some(Ages { least: Some(18), most: None });
        assert_eq!(broken(&domain, &[placed(0, 0, 24)]), vec![]);
    }

    #[test]
    fn sends_whoever_goes_only_where_wished_for_nowhere_else() {
        let mut domain = sample();
        let refused = vec![(Rule::Willing, vec![0], Subject::Placement)];
        domain.ambassadors[0].wishes = wishes(&[1]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
        domain.ambassadors[0].unwished = Permission::Forbid;
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), refused);
        assert_eq!(broken(&domain, &[placed(0, 1, 23)]), vec![]);
        domain.ambassadors[0].wishes.clear();
        assert_eq!(broken(&domain, &[placed(0, 1, 23)]), refused);
    }

    #[test]
    fn admits_exactly_the_greatest_distance_and_not_a_metre_more() {
        let mut domain = sample();
        domain.ambassadors[0].origin = Some(Coordinates { latitude: 31.3101, longitude: 121.4489 });
        domain.units[0].location = Some(Coordinates { latitude: 31.3052, longitude: 121.4563 });
        domain.rules.max_metres = Some(889);
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
        domain.rules.max_metres = Some(888);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23)]),
            vec![(Rule::WithinDistance, vec![0], Subject::Placement)]
        );
        domain.units[0].location = None;
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
    }

    #[test]
    fn keeps_a_ban_on_its_days_or_always() {
        let mut domain = sample();
        domain.bans = vec![Ban {
            ambassador: AmbassadorIx(0),
            post: PostIx(0),
            dates: Some(days(&[23])),
            hours: None,
            place: place(),
        }];
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![(Rule::Banned, vec![0], Subject::Placement)]);
        assert_eq!(broken(&domain, &[placed(0, 0, 24)]), vec![]);
        assert_eq!(broken(&domain, &[placed(1, 0, 23)]), vec![]);
        domain.bans[0].dates = None;
        assert_eq!(broken(&domain, &[placed(0, 0, 24)]), vec![(Rule::Banned, vec![0], Subject::Placement)]);
    }

    #[test]
    fn sends_nobody_to_a_unit_that_is_closed() {
        let mut domain = sample();
        domain.units[0].closed = days(&[24]);
        assert_eq!(broken(&domain, &[placed(0, 1, 24)]), vec![(Rule::UnitOpen, vec![0], Subject::Placement)]);
        assert_eq!(broken(&domain, &[placed(0, 2, 24)]), vec![]);
    }

    #[test]
    fn sends_nobody_who_cannot_come_or_is_away() {
        let mut domain = sample();
        domain.ambassadors[0].available = Some(days(&[22, 23]));
        domain.ambassadors[0].away = days(&[23]);
        assert_eq!(broken(&domain, &[placed(0, 0, 22)]), vec![]);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23)]),
            vec![(Rule::Available, vec![0], Subject::Placement)]
        );
        assert_eq!(
            broken(&domain, &[placed(0, 0, 24)]),
            vec![(Rule::Available, vec![0], Subject::Placement)]
        );
    }
}
