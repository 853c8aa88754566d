//! What was asked for or agreed: `unwished-limit`, `pinned`, `together` and `apart`.

use super::{Reading, Subject, Violation, count, counted};
use crate::{
    domain::{
        minutes::is_free,
        people::{AmbassadorIx, Wish},
        requests::Bond,
        rules::Permission,
    },
    experience::{roster::Placement, rule::Rule},
};
use std::collections::BTreeSet;

/// Ambassadors who wished for something and are sent elsewhere more often than `max(1, days.min)`.
pub(super) fn too_often_unwished(reading: &Reading<'_>) -> Vec<Violation> {
    let unwished = reading.grouped(|placement| {
        let person = reading.domain.ambassador(placement.ambassador);
        // Of whoever goes only where a wish was for, `willing` says more.
        let is_limited = !person.wishes.is_empty() && person.unwished == Permission::Allow;
        let elsewhere = is_limited && !person.wishes.iter().any(|wish| is_wish(wish, placement));
        elsewhere.then_some(placement.ambassador)
    });
    unwished
        .into_iter()
        .filter_map(|(ambassador, sessions)| {
            let most = count(reading.domain.ambassador(ambassador).days_min).max(1);
            (sessions.len() > most).then(|| counted(Rule::UnwishedLimit, sessions, most))
        })
        .collect()
}

/// Whether a placement is what a wish asks for.
pub(super) fn is_wish(wish: &Wish, placement: Placement) -> bool {
    wish.post == placement.post
        && wish.when.as_ref().is_none_or(|when| is_free(when, placement.date, placement.hours))
}

/// Pins of which nothing is in the roster.
pub(super) fn pins_not_kept(reading: &Reading<'_>) -> Vec<Violation> {
    let pins = reading.domain.pins.iter().enumerate();
    pins.filter(|(_, pin)| {
        !reading.placements().any(|placement| {
            placement.ambassador == pin.ambassador
                && placement.post == pin.post
                && pin.date.is_none_or(|date| date == placement.date)
                && pin.hours.is_none_or(|hours| hours == placement.hours)
        })
    })
    .map(|(position, _)| Violation {
        rule: Rule::Pinned,
        entries: Vec::new(),
        subject: Subject::Pin(position),
    })
    .collect()
}

/// Sessions to which one of two comes who must come together or not at all.
pub(super) fn not_together(reading: &Reading<'_>) -> Vec<Violation> {
    let violation = |pair: (AmbassadorIx, AmbassadorIx), position| Violation {
        rule: Rule::Together,
        entries: vec![position],
        subject: Subject::Pair(pair.0, pair.1),
    };
    pairs(reading, Bond::TogetherMust)
        .into_iter()
        .flat_map(|pair| alone(reading, pair).into_iter().map(move |position| violation(pair, position)))
        .collect()
}

/// Sessions at which two meet who must be apart.
pub(super) fn not_apart(reading: &Reading<'_>) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (one, other) in pairs(reading, Bond::Apart) {
        for &position in &reading.distinct {
            let placement = reading.placement(position);
            if placement.ambassador != one {
                continue;
            }
            if let Some(meeting) = find(reading, Placement { ambassador: other, ..placement }) {
                let placements = vec![position.min(meeting), position.max(meeting)];
                violations.push(Violation {
                    rule: Rule::Apart,
                    entries: placements,
                    subject: Subject::Pair(one, other),
                });
            }
        }
    }
    violations
}

/// Every pair of people bound in this way, once, however often they are named.
pub(super) fn pairs(reading: &Reading<'_>, bond: Bond) -> BTreeSet<(AmbassadorIx, AmbassadorIx)> {
    let mut pairs = BTreeSet::new();
    for group in reading.domain.groups.iter().filter(|group| group.bond == bond) {
        for &one in &group.members {
            pairs.extend(group.members.iter().filter(|&&other| one < other).map(|&other| (one, other)));
        }
    }
    pairs
}

/// Positions of the sessions to which exactly one of the two comes.
pub(super) fn alone(reading: &Reading<'_>, (one, other): (AmbassadorIx, AmbassadorIx)) -> Vec<usize> {
    let companion = |ambassador| match ambassador {
        _ if ambassador == one => Some(other),
        _ if ambassador == other => Some(one),
        _ => None,
    };
    let positions = reading.distinct.iter().copied();
    positions
        .filter(|&position| {
            let placement = reading.placement(position);
            companion(placement.ambassador)
                .is_some_and(|ambassador| find(reading, Placement { ambassador, ..placement }).is_none())
        })
        .collect()
}

fn find(reading: &Reading<'_>, wanted: Placement) -> Option<usize> {
    reading.distinct.iter().copied().find(|&position| reading.placement(position) == wanted)
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::{
            people::AmbassadorIx,
            places::PostIx,
            requests::{Bond, Group, Pin},
            sample::{date, group, place, sample, wishes},
        },
        experience::{
            rule::Rule,
            verification::{
                Subject,
                sample::{broken, placed},
            },
        },
    };

    #[test]
    fn sends_whoever_wished_elsewhere_once_or_as_often_as_days_are_wanted() {
        let mut domain = sample();
        domain.ambassadors[0].wishes = wishes(&[0]);
        domain.ambassadors[0].days_max = 3;
        assert_eq!(broken(&domain, &[placed(0, 0, 22), placed(0, 1, 23)]), vec![]);
        let twice_elsewhere = [placed(0, 0, 22), placed(0, 1, 23), placed(0, 2, 24)];
        assert_eq!(
            broken(&domain, &twice_elsewhere),
            vec![(Rule::UnwishedLimit, vec![1, 2], Subject::Count { found: 2, limit: 1 })]
        );
        domain.ambassadors[0].days_min = 2;
        assert_eq!(broken(&domain, &twice_elsewhere), vec![]);
        domain.ambassadors[0].days_min = 0;
        domain.ambassadors[0].wishes.clear();
        assert_eq!(broken(&domain, &twice_elsewhere), vec![]);
    }

    #[test]
    fn keeps_a_pin_on_its_day_or_on_any() {
        let mut domain = sample();
        domain.pins = vec![Pin {
            ambassador: AmbassadorIx(0),
            post: PostIx(0),
            date: Some(date(23)),
            hours: None,
            place: place(),
        }];
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 0, 24)]), vec![(Rule::Pinned, vec![], Subject::Pin(0))]);
        assert_eq!(broken(&domain, &[placed(1, 0, 23)]), vec![(Rule::Pinned, vec![], Subject::Pin(0))]);
        domain.pins[0].date = None;
        assert_eq!(broken(&domain, &[placed(0, 0, 24)]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 1, 24)]), vec![(Rule::Pinned, vec![], Subject::Pin(0))]);
    }

    fn pair(one: usize, other: usize) -> Subject {
        Subject::Pair(AmbassadorIx(one), AmbassadorIx(other))
    }

    #[test]
    fn lets_those_who_must_go_together_go_so_or_stay() {
        let mut domain = sample();
        domain.groups = vec![group(Bond::TogetherMust, &[1, 0])];
        assert_eq!(broken(&domain, &[]), vec![]);
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 0, 23), placed(2, 0, 24)]), vec![]);
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23), placed(1, 0, 24)]),
            vec![(Rule::Together, vec![0], pair(0, 1)), (Rule::Together, vec![1], pair(0, 1))]
        );
    }

    #[test]
    fn reads_a_group_of_three_as_three_pairs_and_a_repeated_pair_once() {
        let mut domain = sample();
        domain.groups = vec![group(Bond::TogetherMust, &[0, 1, 2]), group(Bond::TogetherMust, &[0, 1])];
        assert_eq!(
            broken(&domain, &[placed(0, 0, 23)]),
            vec![(Rule::Together, vec![0], pair(0, 1)), (Rule::Together, vec![0], pair(0, 2))]
        );
    }

    #[test]
    fn takes_together_as_a_wish_only_where_the_group_says_try() {
        let mut domain = sample();
        domain.groups = vec![Group { bond: Bond::TogetherTry, ..group(Bond::Apart, &[0, 1]) }];
        assert_eq!(broken(&domain, &[placed(0, 0, 23)]), vec![]);
    }

    #[test]
    fn keeps_those_apart_who_must_not_meet() {
        let mut domain = sample();
        domain.groups = vec![group(Bond::Apart, &[2, 0])];
        assert_eq!(
            broken(&domain, &[placed(2, 0, 23), placed(1, 0, 23), placed(0, 0, 23)]),
            vec![(Rule::Apart, vec![0, 2], pair(0, 2))]
        );
        assert_eq!(broken(&domain, &[placed(2, 0, 23), placed(0, 0, 24)]), vec![]);
        assert_eq!(broken(&domain, &[placed(2, 0, 23), placed(0, 1, 23)]), vec![]);
    }
}
