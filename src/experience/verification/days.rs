//! The days of one ambassador: `one-place-at-a-time`, `days-limit`, `week-limit`, `month-limit`, `rest-days`,
//! `rest-hours` and `once-per-post`.

use super::{Reading, Violation, count, counted, group};
use crate::{domain::rules::Permission, experience::rule::Rule};
use chrono::{Datelike, NaiveDate};

/// Moments at which somebody is expected more than once; a placement that stands twice counts twice.
pub(super) fn at_two_places(reading: &Reading<'_>) -> Vec<Violation> {
    let visits =
        group(0..reading.roster.placements.len(), |position| Some(reading.placement(position).ambassador));
    visits
        .into_values()
        .flat_map(|visits| reading.crowds(&visits, 1))
        .map(|crowd| counted(Rule::OnePlaceAtATime, crowd, 1))
        .collect()
}

/// Ambassadors with more sessions than they want at most.
pub(super) fn too_many_sessions(reading: &Reading<'_>) -> Vec<Violation> {
    reading
        .grouped(|placement| Some(placement.ambassador))
        .into_iter()
        .filter_map(|(ambassador, sessions)| {
            let most = count(reading.domain.ambassador(ambassador).days_max);
            (sessions.len() > most).then(|| counted(Rule::DaysLimit, sessions, most))
        })
        .collect()
}

/// Ambassadors with more sessions from a Monday to a Sunday than they take.
pub(super) fn too_many_in_a_week(reading: &Reading<'_>) -> Vec<Violation> {
    let weeks = reading.grouped(|placement| Some((placement.ambassador, placement.date.iso_week())));
    weeks
        .into_iter()
        .filter_map(|((ambassador, _), sessions)| {
            let most = count(reading.domain.ambassador(ambassador).week_limit?);
            (sessions.len() > most).then(|| counted(Rule::WeekLimit, sessions, most))
        })
        .collect()
}

/// Ambassadors with more sessions in a month of the calendar than they take.
pub(super) fn too_many_in_a_month(reading: &Reading<'_>) -> Vec<Violation> {
    let month = |date: NaiveDate| (date.year(), date.month());
    let months = reading.grouped(|placement| Some((placement.ambassador, month(placement.date))));
    months
        .into_iter()
        .filter_map(|((ambassador, _), sessions)| {
            let most = count(reading.domain.ambassador(ambassador).month_limit?);
            (sessions.len() > most).then(|| counted(Rule::MonthLimit, sessions, most))
        })
        .collect()
}

/// Two sessions of one ambassador, one after the other, with fewer whole days between them than rest is due.
pub(super) fn too_little_rest(reading: &Reading<'_>) -> Vec<Violation> {
    let due = i64::from(reading.domain.rules.rest_days);
    if due == 0 {
        return Vec::new();
    }
    let mut violations = Vec::new();
    for mut sessions in reading.grouped(|placement| Some(placement.ambassador)).into_values() {
        sessions.sort_by_key(|&position| reading.placement(position));
        for following in sessions.windows(2) {
            let (earlier, later) = (reading.placement(following[0]), reading.placement(following[1]));
            if (later.date - earlier.date).num_days() <= due {
                let mut placements = following.to_vec();
                placements.sort_unstable();
                violations.push(counted(Rule::RestDays, placements, 1));
            }
        }
    }
    violations
}

/// Two sessions of one ambassador, one after the other, with fewer whole hours between them than rest is due.
pub(super) fn too_few_hours_of_rest(reading: &Reading<'_>) -> Vec<Violation> {
    let due = i64::from(reading.domain.rules.rest_hours);
    if due == 0 {
        return Vec::new();
    }
    let mut violations = Vec::new();
    for mut sessions in reading.grouped(|placement| Some(placement.ambassador)).into_values() {
        sessions.sort_by_key(|&position| (reading.stretch(position), reading.placement(position)));
        for following in sessions.windows(2) {
            let (earlier, later) = (reading.stretch(following[0]), reading.stretch(following[1]));
            if later.start - earlier.end < due * 60 {
                let mut placements = following.to_vec();
                placements.sort_unstable();
                violations.push(counted(Rule::RestHours, placements, 1));
            }
        }
    }
    violations
}

/// Ambassadors who come to one post more than once; a placement that stands twice counts twice.
pub(super) fn twice_at_one_post(reading: &Reading<'_>) -> Vec<Violation> {
    if reading.domain.rules.repeat_post == Permission::Allow {
        return Vec::new();
    }
    let visits = group(0..reading.roster.placements.len(), |position| {
        let placement = reading.placement(position);
        Some((placement.ambassador, placement.post))
    });
    visits
        .into_values()
        .filter(|visits| visits.len() > 1)
        .map(|visits| counted(Rule::OncePerPost, visits, 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::rules::Permission,
        domain::sample::{date, hours, sample, set_hours},
        experience::{
            rule::Rule,
            verification::{
                Subject,
                sample::{broken, placed},
            },
        },
    };

    const TWO: Subject = Subject::Count { found: 2, limit: 1 };

    #[test]
    fn lets_sessions_touch_but_not_overlap() {
        let mut domain = sample();
        set_hours(&mut domain, 0, hours(9, 12));
        set_hours(&mut domain, 1, hours(12, 17));
        let day = [placed(0, 0, 23), placed(0, 1, 23)];
        assert_eq!(broken(&domain, &day), vec![]);
        set_hours(&mut domain, 1, hours(11, 17));
        assert_eq!(broken(&domain, &day), vec![(Rule::OnePlaceAtATime, vec![0, 1], TWO)]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(0, 1, 24)]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 1, 23)]), vec![]);
    }

    #[test]
    fn names_each_overlap_of_a_long_session_with_two_short_ones() {
        let mut domain = sample();
        domain.ambassadors[0].days_max = 3;
        set_hours(&mut domain, 0, hours(9, 17));
        set_hours(&mut domain, 1, hours(9, 12));
        set_hours(&mut domain, 2, hours(12, 17));
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23), placed(0, 1, 23), placed(0, 2, 23)]),
            vec![(Rule::OnePlaceAtATime, vec![0, 1], TWO), (Rule::OnePlaceAtATime, vec![0, 2], TWO)]
        );
    }

    #[test]
    fn refuses_a_placement_that_stands_twice() {
        let mut domain = sample();
        let twice = [placed(0, 0, 23), placed(1, 1, 24), placed(0, 0, 23)];
        assert_eq!(
            broken(&domain, &twice),
            vec![(Rule::OnePlaceAtATime, vec![0, 2], TWO), (Rule::OncePerPost, vec![0, 2], TWO)]
        );
        domain.rules.repeat_post = Permission::Allow;
        assert_eq!(broken(&domain, &twice), vec![(Rule::OnePlaceAtATime, vec![0, 2], TWO)]);
    }

    #[test]
    fn gives_nobody_more_sessions_than_wanted_at_most() {
        let mut domain = sample();
        let three = [placed(0, 0, 22), placed(0, 1, 23), placed(0, 2, 24)];
        domain.ambassadors[0].days_max = 3;
        assert_eq!(broken(&domain, &three), vec![]);
        domain.ambassadors[0].days_max = 2;
        assert_eq!(
            broken(&domain, &three),
            vec![(Rule::DaysLimit, vec![0, 1, 2], Subject::Count { found: 3, limit: 2 })]
        );
    }

    #[test]
    fn counts_the_sessions_of_a_week_from_its_monday() {
        let mut domain = sample();
        domain.ambassadors[0].week_limit = Some(1);
        domain.ambassadors[1].week_limit = Some(1);
        domain.campaign.season.first = date(21);
        let on = |days: [u32; 2]| {
            let visits = days.iter().zip(0..).map(|(&day, post)| placed(0, post, day));
            let rules = broken(&domain, &visits.collect::<Vec<_>>()).into_iter();
            rules.filter(|(rule, ..)| *rule != Rule::Seats).collect::<Vec<_>>()
        };
        assert_eq!(on([22, 28]), vec![(Rule::WeekLimit, vec![0, 1], TWO)]);
        assert_eq!(on([21, 22]), vec![]);
        assert_eq!(on([28, 29]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 0, 22), placed(1, 1, 23)]), vec![]);
    }

    #[test]
    fn counts_the_sessions_of_a_month_of_the_calendar() {
        let mut domain = sample();
        domain.ambassadors[0].days_max = 3;
        domain.ambassadors[0].month_limit = Some(1);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 22), placed(0, 1, 24)]),
            vec![(Rule::MonthLimit, vec![0, 1], TWO)]
        );
        domain.ambassadors[0].month_limit = Some(2);
        assert_eq!(broken(&domain, &[placed(0, 0, 22), placed(0, 1, 24)]), vec![]);
    }

    #[test]
    fn asks_for_whole_days_of_rest_between_two_sessions() {
        let mut domain = sample();
        domain.rules.rest_days = 1;
        assert_eq!(broken(&domain, &[placed(0, 0, 24), placed(0, 1, 22)]), vec![]);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23), placed(0, 1, 22)]),
            vec![(Rule::RestDays, vec![0, 1], TWO)]
        );
        domain.rules.rest_days = 2;
        assert_eq!(
            broken(&domain, &[placed(0, 0, 24), placed(0, 1, 22)]),
            vec![(Rule::RestDays, vec![0, 1], TWO)]
        );
    }

    #[test]
    fn counts_two_sessions_of_one_day_as_no_rest() {
        let mut domain = sample();
        set_hours(&mut domain, 0, hours(9, 12));
        set_hours(&mut domain, 1, hours(13, 17));
        let day = [placed(0, 0, 23), placed(0, 1, 23)];
        assert_eq!(broken(&domain, &day), vec![]);
        domain.rules.rest_days = 1;
        assert_eq!(broken(&domain, &day), vec![(Rule::RestDays, vec![0, 1], TWO)]);
    }

    #[test]
    fn asks_for_whole_hours_of_rest_between_two_sessions() {
        let mut domain = sample();
        set_hours(&mut domain, 0, hours(9, 12));
        set_hours(&mut domain, 1, hours(14, 17));
        let day = [placed(0, 1, 23), placed(0, 0, 23)];
        domain.rules.rest_hours = 2;
        assert_eq!(broken(&domain, &day), vec![]);
        domain.rules.rest_hours = 3;
        assert_eq!(broken(&domain, &day), vec![(Rule::RestHours, vec![0, 1], TWO)]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 1, 23)]), vec![]);
    }

    #[test]
    fn counts_the_hours_of_rest_over_midnight() {
        let mut domain = sample();
        set_hours(&mut domain, 0, hours(22, 25));
        set_hours(&mut domain, 1, hours(12, 17));
        let nights = [placed(0, 0, 22), placed(0, 1, 23)];
        domain.rules.rest_hours = 11;
        assert_eq!(broken(&domain, &nights), vec![]);
        domain.rules.rest_hours = 12;
        assert_eq!(broken(&domain, &nights), vec![(Rule::RestHours, vec![0, 1], TWO)]);
        assert_eq!(broken(&domain, &[placed(0, 0, 22), placed(0, 1, 24)]), vec![]);
    }

    #[test]
    fn grants_no_rest_between_sessions_that_overlap() {
        let mut domain = sample();
        set_hours(&mut domain, 0, hours(9, 17));
        set_hours(&mut domain, 1, hours(9, 12));
        domain.rules.rest_hours = 1;
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23), placed(0, 1, 23)]),
            vec![(Rule::OnePlaceAtATime, vec![0, 1], TWO), (Rule::RestHours, vec![0, 1], TWO)]
        );
    }

    #[test]
    fn sends_nobody_to_one_post_twice_unless_allowed() {
        let mut domain = sample();
        let twice = [placed(0, 0, 22), placed(0, 0, 24)];
        assert_eq!(broken(&domain, &twice), vec![(Rule::OncePerPost, vec![0, 1], TWO)]);
        assert_eq!(broken(&domain, &[placed(0, 0, 22), placed(0, 1, 24)]), vec![]);
        domain.rules.repeat_post = Permission::Allow;
        assert_eq!(broken(&domain, &twice), vec![]);
    }
}
