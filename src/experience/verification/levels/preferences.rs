//! Levels that say how well placements suit: companions, wishes, ways, and who signed up first.

use super::whole;
use crate::{
    domain::{people::AmbassadorIx, requests::Bond, rules::WishPolicy},
    experience::{
        roster::Placement,
        verification::{
            Reading,
            admission::admits,
            agreements::{alone, is_wish, pairs},
        },
    },
};
use chrono::NaiveDateTime;
use std::{collections::BTreeMap, mem};

/// Sessions to which one comes of two who would like to go together.
pub(super) fn groups(reading: &Reading<'_>) -> i64 {
    pairs(reading, Bond::TogetherTry).into_iter().map(|pair| whole(alone(reading, pair).len())).sum()
}

/// The placements at the n-th wish, or at the n-th highest cost.
pub(super) fn wishes(reading: &Reading<'_>, rank: u32) -> i64 {
    let wanted = match reading.domain.rules.wishes {
        WishPolicy::Generous => reading.domain.longest_wishes + 1 - rank,
        WishPolicy::Greedy | WishPolicy::Total => rank - 1,
    };
    whole(costs(reading).filter(|cost| *cost == wanted).count())
}

pub(super) fn costs<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = u32> + 'a {
    reading.placements().map(|placement| cost(reading, placement))
}

/// `n − 1` for the n-th wish, the longest list of all for what was not wished for.
fn cost(reading: &Reading<'_>, placement: Placement) -> u32 {
    let person = reading.domain.ambassador(placement.ambassador);
    person
        .wishes
        .iter()
        .find(|wish| is_wish(wish, placement))
        .map_or(reading.domain.longest_wishes, |wish| wish.number - 1)
}

/// The metres of all ways; an unknown way is as long as the longest known one of anybody to where he or she may go.
pub(super) fn travel(reading: &Reading<'_>) -> i64 {
    let domain = reading.domain;
    let ways: Vec<Option<i64>> =
        reading.placements().map(|placement| domain.metres(placement.ambassador, placement.post)).collect();
    let unknown = if ways.contains(&None) { longest_known(reading) } else { 0 };
    ways.into_iter().map(|metres| metres.unwrap_or(unknown)).sum()
}

fn longest_known(reading: &Reading<'_>) -> i64 {
    let domain = reading.domain;
    let ambassadors = (0..domain.ambassadors.len()).map(AmbassadorIx);
    let eligible = ambassadors.flat_map(|ambassador| {
        let sessions = domain.sessions.iter();
        sessions.map(move |session| Placement::at(*session, ambassador))
    });
    eligible
        .filter(|&placement| admits(domain, placement))
        .filter_map(|placement| domain.metres(placement.ambassador, placement.post))
        .max()
        .unwrap_or(0)
}

/// For each placement the place of its ambassador among those who signed up, with whoever did at the same time the same;
/// of whom nobody knows when comes last.
pub(super) fn first(reading: &Reading<'_>) -> i64 {
    let people = &reading.domain.ambassadors;
    let mut before: BTreeMap<NaiveDateTime, i64> = BTreeMap::new();
    for time in people.iter().filter_map(|person| person.signed_up) {
        *before.entry(time).or_default() += 1;
    }
    let mut earlier = 0;
    for at_once in before.values_mut() {
        earlier += mem::replace(at_once, earlier);
    }
    let place = |time| 1 + before[&time];
    let placed = reading.placements().map(|one| reading.domain.ambassador(one.ambassador).signed_up);
    placed.map(|time| time.map_or(whole(people.len()), place)).sum()
}
