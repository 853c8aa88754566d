//! Who comes to one session: `seats`, `quorum` and `led`.

use super::{Reading, Subject, Violation, count, counted};
use crate::experience::{roster::Placement, rule::Rule};

/// Sessions with more people than seats; on a day on which the post is not offered there is none.
pub(super) fn too_many(reading: &Reading<'_>) -> Vec<Violation> {
    reading
        .grouped(|placement| Some(placement.session()))
        .into_iter()
        .filter_map(|(session, present)| {
            let offered = reading.domain.position(session).is_some();
            let seats = if offered { count(reading.domain.post(session.post).seats_max) } else { 0 };
            (present.len() > seats).then(|| counted(Rule::Seats, present, seats))
        })
        .collect()
}

/// Sessions with somebody, but fewer than it takes to run.
pub(super) fn too_few(reading: &Reading<'_>) -> Vec<Violation> {
    reading
        .grouped(|placement| Some(placement.session()))
        .into_iter()
        .filter_map(|(session, present)| {
            let needed = count(reading.domain.post(session.post).seats_min);
            (present.len() < needed).then(|| counted(Rule::Quorum, present, needed))
        })
        .collect()
}

/// Sessions of several seats with somebody, but nobody who can lead them.
pub(super) fn led_by_nobody(reading: &Reading<'_>) -> Vec<Violation> {
    let leads = |placement: Placement, leader: &str| {
        let held = reading.domain.ambassador(placement.ambassador).qualifications.iter();
        held.clone().any(|held| held.name == leader && held.until.is_none_or(|last| placement.date <= last))
    };
    reading
        .grouped(|placement| Some(placement.session()))
        .into_iter()
        .filter_map(|(session, present)| {
            let post = reading.domain.post(session.post);
            let leader = post.leader.as_deref().filter(|_| post.seats_max > 1)?;
            let is_led = present.iter().any(|&position| leads(reading.placement(position), leader));
            let violation = Violation { rule: Rule::Led, entries: present, subject: Subject::Placement };
            (!is_led).then_some(violation)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::sample::{date, held, sample};
    use crate::experience::{
        rule::Rule,
        verification::{
            Subject,
            sample::{broken, placed},
        },
    };

    #[test]
    fn fills_a_session_to_its_last_seat_and_no_further() {
        let mut domain = sample();
        domain.posts[0].seats_max = 2;
        let full = [placed(0, 0, 23), placed(1, 0, 23), placed(2, 0, 24)];
        assert_eq!(broken(&domain, &full), vec![]);
        domain.posts[0].seats_max = 1;
        assert_eq!(
            broken(&domain, &full),
            vec![(Rule::Seats, vec![0, 1], Subject::Count { found: 2, limit: 1 })]
        );
    }

    #[test]
    fn finds_no_seat_on_a_day_on_which_the_post_is_not_offered() {
        let domain = sample();
        assert!(domain.campaign.season.contains(placed(0, 0, 31).date));
        assert_eq!(
            broken(&domain, &[placed(0, 0, 31)]),
            vec![(Rule::Seats, vec![0], Subject::Count { found: 1, limit: 0 })]
        );
    }

    #[test]
    fn runs_a_session_with_its_quorum_or_not_at_all() {
        let mut domain = sample();
        domain.posts[0].seats_min = 2;
        assert_eq!(broken(&domain, &[]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 0, 23)]), vec![]);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23), placed(1, 0, 24)]),
            vec![
                (Rule::Quorum, vec![0], Subject::Count { found: 1, limit: 2 }),
                (Rule::Quorum, vec![1], Subject::Count { found: 1, limit: 2 }),
            ]
        );
    }

    #[test]
    fn counts_a_person_named_twice_once_towards_the_quorum() {
        let mut domain = sample();
        domain.posts[0].seats_min = 2;
        let rules: Vec<Rule> = broken(&domain, &[placed(0, 0, 23), placed(0, 0, 23)])
            .into_iter()
            .map(|(rule, ..)| rule)
            .collect();
        assert!(rules.contains(&Rule::Quorum), "{rules:?}");
    }

    #[test]
    fn asks_for_somebody_who_can_lead_on_that_day() {
        let mut domain = sample();
        domain.posts[0].leader = Some("first-aid".into());
        let two = [placed(0, 0, 23), placed(1, 0, 23)];
        let unled = vec![(Rule::Led, vec![0, 1], Subject::Placement)];
        assert_eq!(broken(&domain, &two), unled);
        assert_eq!(broken(&domain, &[placed(0, 1, 23)]), vec![]);
        domain.ambassadors[1].qualifications = held(&["first-aid"]);
        assert_eq!(broken(&domain, &two), vec![]);
        domain.ambassadors[1].qualifications[0].until = Some(date(22));
        assert_eq!(broken(&domain, &two), unled);
        domain.posts[0].seats_max = 1;
        assert_eq!(broken(&domain, &[placed(1, 0, 22)]), vec![]);
        assert_eq!(broken(&domain, &[placed(1, 0, 23)]), vec![(Rule::Led, vec![0], Subject::Placement)]);
    }
}
