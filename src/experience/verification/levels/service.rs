//! Levels that say who and what is served, and how evenly, and which organizations.

use super::whole;
use crate::{
    domain::{
        Domain,
        minutes::is_barred,
        organizations::Organizations,
        people::AmbassadorIx,
        places::{Need, PostIx, Session},
    },
    experience::{roster::Placement, verification::Reading},
};
use std::collections::{BTreeMap, BTreeSet};

/// What is missing to each post's need, times the post's weight.
pub(super) fn coverage(reading: &Reading<'_>) -> i64 {
    let posts = reading.domain.posts.iter().enumerate();
    posts
        .map(|(post, wanted)| {
            let there = reading.placements().filter(|one| one.post == PostIx(post));
            let missing = match wanted.need {
                Need::InAll(need) => (i64::from(need) - whole(there.count())).max(0),
                Need::AtEach(need) => {
                    let there: Vec<Session> = there.map(|one| one.session()).collect();
                    missing_at_each(reading.domain, PostIx(post), need.into(), &there)
                }
            };
            i64::from(wanted.priority) * missing
        })
        .sum()
}

/// 1 for the first who is missing at a session, 2 for the second and so on, over the sessions at which the unit is open;
/// `there` is the session of each placement.
fn missing_at_each(domain: &Domain, post: PostIx, need: i64, there: &[Session]) -> i64 {
    let closed = &domain.unit(domain.post(post).unit).closed;
    let mut present: BTreeMap<Session, i64> = BTreeMap::new();
    for &session in there {
        *present.entry(session).or_default() += 1;
    }
    let sessions = domain.sessions_of(post).map(|session| *domain.session(session));
    sessions
        .filter(|&session| !is_barred(closed, session.date, session.hours))
        .map(|session| need - present.get(&session).copied().unwrap_or(0))
        .map(|missing| (1..=missing).sum::<i64>())
        .sum()
}

/// Every ambassador with the weight `1 + missed` and the number of sessions.
fn attendance<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = (i64, i64, i64)> + 'a {
    let sessions = reading.grouped(|placement| Some(placement.ambassador));
    reading.domain.ambassadors.iter().enumerate().map(move |(index, person)| {
        let attended = sessions.get(&AmbassadorIx(index)).map_or(0, Vec::len);
        (1 + i64::from(person.missed), whole(attended), i64::from(person.days_min))
    })
}

/// Who has a session at all.
pub(super) fn everyone(reading: &Reading<'_>) -> i64 {
    attendance(reading).filter(|&(_, attended, _)| attended > 0).map(|(weight, ..)| weight).sum()
}

/// What is missing to the sessions that each wants at least.
pub(super) fn enough(reading: &Reading<'_>) -> i64 {
    attendance(reading).map(|(weight, attended, least)| weight * (least - attended).max(0)).sum()
}

/// For each session of each ambassador how many he or she had before it, this year's earlier service among them.
pub(super) fn even(reading: &Reading<'_>) -> i64 {
    let mut had: Vec<i64> =
        reading.domain.ambassadors.iter().map(|person| i64::from(person.served)).collect();
    let mut before = |placement: Placement| {
        let own = &mut had[placement.ambassador.0];
        *own += 1;
        *own - 1
    };
    reading.placements().map(&mut before).sum()
}

/// The organizations of whose people none has a session.
pub(super) fn represented(reading: &Reading<'_>) -> i64 {
    let organizations = Organizations::of(reading.domain);
    let present: BTreeSet<_> =
        reading.placements().filter_map(|one| organizations.of_ambassador(one.ambassador)).collect();
    whole(organizations.all().filter(|organization| !present.contains(organization)).count())
}
