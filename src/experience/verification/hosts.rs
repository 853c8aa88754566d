//! What posts, units and mentors can take: `post-limit`, `unit-limit`, `unit-daily-limit` and `mentor-limit`.

use super::{Reading, Violation, count, counted};
use crate::experience::rule::Rule;

/// Posts to which more people go over the campaign than are wanted at most.
pub(super) fn too_many_at_a_post(reading: &Reading<'_>) -> Vec<Violation> {
    reading
        .grouped(|placement| Some(placement.post))
        .into_iter()
        .filter_map(|(post, people)| {
            let limit = count(reading.domain.post(post).limit?);
            (people.len() > limit).then(|| counted(Rule::PostLimit, people, limit))
        })
        .collect()
}

/// Units with more visitors over the campaign, at all their posts, than they take.
pub(super) fn too_many_at_a_unit(reading: &Reading<'_>) -> Vec<Violation> {
    reading
        .grouped(|placement| Some(reading.domain.post(placement.post).unit))
        .into_iter()
        .filter_map(|(unit, visitors)| {
            let limit = count(reading.domain.unit(unit).limit?);
            (visitors.len() > limit).then(|| counted(Rule::UnitLimit, visitors, limit))
        })
        .collect()
}

/// Days on which a unit has more visitors over all its posts than it takes.
pub(super) fn too_many_visitors(reading: &Reading<'_>) -> Vec<Violation> {
    reading
        .grouped(|placement| Some((reading.domain.post(placement.post).unit, placement.date)))
        .into_iter()
        .filter_map(|((unit, _), visitors)| {
            let limit = count(reading.domain.unit(unit).daily_limit?);
            (visitors.len() > limit).then(|| counted(Rule::UnitDailyLimit, visitors, limit))
        })
        .collect()
}

/// Moments at which a mentor guides more people than the limit, at whichever of the posts.
pub(super) fn too_many_for_a_mentor(reading: &Reading<'_>) -> Vec<Violation> {
    let Some(limit) = reading.domain.rules.mentor_limit.map(count) else {
        return Vec::new();
    };
    reading
        .grouped(|placement| reading.domain.post(placement.post).mentor)
        .into_values()
        .flat_map(|guided| reading.crowds(&guided, limit))
        .map(|crowd| counted(Rule::MentorLimit, crowd, limit))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::sample::{hours, sample, set_hours};
    use crate::experience::{
        rule::Rule,
        verification::{
            Subject,
            sample::{broken, placed},
        },
    };

    const TWO: Subject = Subject::Count { found: 2, limit: 1 };

    #[test]
    fn counts_who_comes_to_a_post_over_all_its_sessions() {
        let mut domain = sample();
        domain.posts[0].limit = Some(1);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 22), placed(1, 0, 23), placed(2, 1, 23)]),
            vec![(Rule::PostLimit, vec![0, 1], TWO)]
        );
        domain.posts[0].limit = Some(2);
        assert_eq!(broken(&domain, &[placed(0, 0, 22), placed(1, 0, 23)]), vec![]);
    }

    #[test]
    fn counts_the_visitors_of_a_unit_over_all_its_posts_and_days() {
        let mut domain = sample();
        domain.units[0].limit = Some(1);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 22), placed(1, 1, 24), placed(2, 2, 23)]),
            vec![(Rule::UnitLimit, vec![0, 1], TWO)]
        );
        domain.units[0].limit = Some(2);
        assert_eq!(broken(&domain, &[placed(0, 0, 22), placed(1, 1, 24)]), vec![]);
    }

    #[test]
    fn counts_the_visitors_of_a_unit_over_all_its_posts() {
        let mut domain = sample();
        domain.units[0].daily_limit = Some(1);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23), placed(1, 1, 23)]),
            vec![(Rule::UnitDailyLimit, vec![0, 1], TWO)]
        );
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 1, 24)]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 2, 23)]), vec![]);
        domain.units[0].daily_limit = Some(2);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 1, 23)]), vec![]);
    }

    #[test]
    fn counts_for_a_mentor_who_is_still_guided_when_the_next_day_has_begun() {
        let mut domain = sample();
        domain.rules.mentor_limit = Some(1);
        set_hours(&mut domain, 0, hours(22, 34));
        set_hours(&mut domain, 1, hours(9, 12));
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 1, 23)]), vec![]);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23), placed(1, 1, 24)]),
            vec![(Rule::MentorLimit, vec![0, 1], TWO)]
        );
    }

    #[test]
    fn counts_whom_a_mentor_guides_at_one_time_over_all_posts() {
        let mut domain = sample();
        domain.rules.mentor_limit = Some(1);
        let both = [placed(0, 0, 23), placed(1, 1, 23)];
        set_hours(&mut domain, 0, hours(9, 13));
        set_hours(&mut domain, 1, hours(12, 17));
        assert_eq!(broken(&domain, &both), vec![(Rule::MentorLimit, vec![0, 1], TWO)]);
        set_hours(&mut domain, 0, hours(9, 12));
        assert_eq!(broken(&domain, &both), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 1, 24)]), vec![]);
    }

    #[test]
    fn lets_posts_without_a_mentor_and_other_mentors_be() {
        let mut domain = sample();
        domain.rules.mentor_limit = Some(1);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 2, 23)]), vec![]);
        domain.posts[1].mentor = None;
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 1, 23)]), vec![]);
    }
}
