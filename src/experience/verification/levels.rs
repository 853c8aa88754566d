//! The value of every level, counted again from the roster.

use super::{
    Reading,
    admission::admits,
    agreements::{alone, pairs},
};
use crate::{
    domain::{
        Domain,
        lot::lot,
        people::AmbassadorIx,
        places::{Need, PostIx, Session},
        requests::Bond,
        rules::{Priority, WishPolicy},
    },
    experience::{
        level::Level,
        roster::{Placement, Previous},
    },
};

/// The levels in force in order, the lot last.
pub(super) fn recount(reading: &Reading<'_>, previous: Option<&Previous>) -> Vec<(Level, i64)> {
    let order = order(reading.domain, previous).into_iter();
    order.map(|level| (level, value(reading, level, previous))).collect()
}

/// The first level in which another roster has another value, and whether the other is better.
pub(super) fn first_difference(
    one: &Reading<'_>,
    other: &Reading<'_>,
    previous: Option<&Previous>,
) -> Option<(Level, bool)> {
    order(one.domain, previous).into_iter().find_map(|level| {
        let (value, of_other) = (value(one, level, previous), value(other, level, previous));
        let more = seeks_most(level, one.domain.rules.wishes);
        let is_better = if more { of_other > value } else { of_other < value };
        (value != of_other).then_some((level, is_better))
    })
}

/// Whether more of a level is better.
pub(super) fn seeks_most(level: Level, policy: WishPolicy) -> bool {
    match level {
        Level::Priority(Priority::Everyone | Priority::Days) => true,
        Level::Wish(_) => policy == WishPolicy::Greedy,
        Level::Priority(
            Priority::Coverage
            | Priority::Enough
            | Priority::Even
            | Priority::Groups
            | Priority::Wishes
            | Priority::Travel,
        )
        | Level::Changes
        | Level::Lot => false,
    }
}

/// The order in which levels are sought.
///
/// Where there was an earlier plan, `changes` comes directly after the last level that says who is served (with
/// `touch_least` after `coverage`), and whatever else stood before that comes after it.
fn order(domain: &Domain, previous: Option<&Previous>) -> Vec<Level> {
    let priorities = &domain.rules.priorities;
    let serves = |priority: &Priority| match priority {
        Priority::Coverage | Priority::Everyone | Priority::Enough | Priority::Days => true,
        Priority::Even | Priority::Groups | Priority::Wishes | Priority::Travel => false,
    };
    let touch_least = previous.is_some_and(|one| one.settled.touch_least);
    let last = priorities
        .iter()
        .rposition(|priority| *priority == Priority::Coverage || serves(priority) && !touch_least);
    let comes_late = |position: usize, priority: &Priority| {
        previous.is_some() && (Some(position) > last || !serves(priority))
    };
    let (mut levels, mut late) = (Vec::new(), Vec::new());
    for (position, priority) in priorities.iter().enumerate() {
        let list = if comes_late(position, priority) { &mut late } else { &mut levels };
        list.extend(levels_of(domain, *priority));
    }
    levels.extend(previous.map(|_| Level::Changes));
    levels.extend(late);
    levels.push(Level::Lot);
    levels
}

/// The level of a priority, or its levels, one for each rank of wishes.
///
/// The last rank of all follows from the number of placements and is no level.
fn levels_of(domain: &Domain, priority: Priority) -> Vec<Level> {
    if priority == Priority::Wishes && domain.rules.wishes != WishPolicy::Total {
        (1..=domain.longest_wishes).map(Level::Wish).collect()
    } else {
        vec![Level::Priority(priority)]
    }
}

fn value(reading: &Reading<'_>, level: Level, previous: Option<&Previous>) -> i64 {
    match level {
        Level::Priority(Priority::Coverage) => coverage(reading),
        Level::Priority(Priority::Everyone) => everyone(reading),
        Level::Priority(Priority::Enough) => enough(reading),
        Level::Priority(Priority::Days) => whole(reading.distinct.len()),
        Level::Priority(Priority::Even) => even(reading),
        Level::Priority(Priority::Groups) => groups(reading),
        Level::Priority(Priority::Wishes) => costs(reading).map(i64::from).sum(),
        Level::Priority(Priority::Travel) => travel(reading),
        Level::Wish(rank) => wishes(reading, rank),
        Level::Changes => previous.map_or(0, |previous| changes(reading, previous)),
        Level::Lot => reading.placements().map(|placement| drawn(reading.domain, placement)).sum(),
    }
}

/// Placements of the earlier plan that are not in this one, whatever the reason.
fn changes(reading: &Reading<'_>, previous: &Previous) -> i64 {
    let stays = |placement: &&Placement| reading.placements().any(|here| here == **placement);
    whole(previous.gone) + whole(previous.stands.iter().filter(|placement| !stays(placement)).count())
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What is missing to each post's need, times the post's weight.
fn coverage(reading: &Reading<'_>) -> i64 {
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
    let sessions = domain.sessions.iter().filter(|session| session.post == post);
    sessions
        .filter(|session| !closed.bars(session.date, session.hours))
        .map(|session| need - whole(there.iter().filter(|one| *one == session).count()))
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
fn everyone(reading: &Reading<'_>) -> i64 {
    attendance(reading).filter(|&(_, attended, _)| attended > 0).map(|(weight, ..)| weight).sum()
}

/// What is missing to the sessions that each wants at least.
fn enough(reading: &Reading<'_>) -> i64 {
    attendance(reading).map(|(weight, attended, least)| weight * (least - attended).max(0)).sum()
}

/// For each session of each ambassador how many he or she had before it, this year's earlier service among them.
fn even(reading: &Reading<'_>) -> i64 {
    let mut had: Vec<i64> =
        reading.domain.ambassadors.iter().map(|person| i64::from(person.served)).collect();
    let mut before = |placement: Placement| {
        let own = &mut had[placement.ambassador.0];
        *own += 1;
        *own - 1
    };
    reading.placements().map(&mut before).sum()
}

/// Sessions to which one comes of two who would like to go together.
fn groups(reading: &Reading<'_>) -> i64 {
    pairs(reading, Bond::TogetherTry).into_iter().map(|pair| whole(alone(reading, pair).len())).sum()
}

/// The placements at the n-th wish, or at the n-th highest cost.
fn wishes(reading: &Reading<'_>, rank: u32) -> i64 {
    let wanted = match reading.domain.rules.wishes {
        WishPolicy::Generous => reading.domain.longest_wishes + 1 - rank,
        WishPolicy::Greedy | WishPolicy::Total => rank - 1,
    };
    whole(costs(reading).filter(|cost| *cost == wanted).count())
}

fn costs<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = u32> + 'a {
    reading.placements().map(|placement| cost(reading, placement))
}

/// `n − 1` for the n-th wish, the longest list of all for what was not wished for.
fn cost(reading: &Reading<'_>, placement: Placement) -> u32 {
    let person = reading.domain.ambassador(placement.ambassador);
    person
        .wishes
        .iter()
        .find(|wish| super::agreements::is_wish(wish, placement))
        .map_or(reading.domain.longest_wishes, |wish| wish.number - 1)
}

/// The metres of all ways; an unknown way is as long as the longest known one of anybody to where he or she may go.
fn travel(reading: &Reading<'_>) -> i64 {
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

/// What a placement draws from the seed.
fn drawn(domain: &Domain, placement: Placement) -> i64 {
    let (person, post) = (domain.ambassador(placement.ambassador), domain.post(placement.post));
    let date = placement.date.format("%Y-%m-%d").to_string();
    let hours = placement.hours.to_string();
    let words = [&domain.campaign.seed, &person.id, &post.id, &date, &hours].map(String::as_str);
    lot(if post.shifts.len() > 1 { &words } else { &words[..4] })
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::{
            Domain,
            geography::Coordinates,
            people::AmbassadorIx,
            places::{Need, PostIx},
            requests::{Ban, Bond},
            rules::WishPolicy,
            sample::{days, group, place, sample, wishes},
        },
        experience::{
            roster::{Placement, Roster},
            verification::{recount, sample::placed},
        },
    };

    fn level(domain: &Domain, placements: &[Placement], id: &str) -> i64 {
        let values = recount(domain, &Roster { placements: placements.to_vec() }, None);
        values.iter().find(|(level, _)| level.to_string() == id).expect("a level in force").1
    }

    #[test]
    fn gives_the_levels_in_force_in_their_order_and_the_lot_last() {
        let mut domain = sample();
        domain.ambassadors[0].wishes = wishes(&[0, 1]);
        domain.longest_wishes = 2;
        let ids = |domain: &Domain| -> Vec<String> {
            recount(domain, &Roster::default(), None)
                .into_iter()
                .map(|(level, _)| level.to_string())
                .collect()
        };
        assert_eq!(
            ids(&domain),
            ["coverage", "everyone", "enough", "days", "even", "groups", "wishes", "travel", "lot"]
        );
        domain.rules.priorities.retain(|priority| ["days", "wishes", "coverage"].contains(&priority.id()));
        domain.rules.priorities.rotate_left(1);
        domain.rules.wishes = WishPolicy::Generous;
        assert_eq!(ids(&domain), ["days", "wishes/1", "wishes/2", "coverage", "lot"]);
    }

    #[test]
    fn weighs_unmet_needs_by_priority_and_takes_no_account_of_more() {
        let mut domain = sample();
        domain.posts[0].need = Need::InAll(3);
        domain.posts[0].priority = 5;
        domain.posts[1].need = Need::InAll(0);
        let roster = [placed(0, 0, 23), placed(1, 1, 23)];
        assert_eq!(level(&domain, &roster, "coverage"), 5 * 2 + 1);
    }

    #[test]
    fn counts_at_each_session_the_second_who_is_missing_twice() {
        let mut domain = sample();
        domain.posts.iter_mut().for_each(|post| post.need = Need::InAll(0));
        domain.posts[0].need = Need::AtEach(2);
        domain.posts[0].priority = 5;
        let roster = [placed(0, 0, 22), placed(1, 0, 22), placed(2, 0, 22), placed(0, 0, 23)];
        assert_eq!(level(&domain, &roster, "coverage"), 5 * (1 + (1 + 2)));
        domain.units[0].closed = days(&[24]);
        assert_eq!(level(&domain, &roster, "coverage"), 5);
    }

    #[test]
    fn weighs_whoever_was_left_out_before_more() {
        let mut domain = sample();
        domain.ambassadors[0].missed = 2;
        domain.ambassadors[0].days_min = 2;
        domain.ambassadors[1].days_min = 1;
        let roster = [placed(0, 0, 23), placed(2, 1, 23)];
        assert_eq!(level(&domain, &roster, "everyone"), 3 + 1);
        assert_eq!(level(&domain, &roster, "enough"), 3 + 1);
        assert_eq!(level(&domain, &roster, "days"), 2);
    }

    #[test]
    fn counts_for_each_session_those_that_the_person_had_before() {
        let mut domain = sample();
        domain.ambassadors[1].served = 2;
        let roster =
            [placed(0, 0, 22), placed(0, 1, 23), placed(0, 2, 24), placed(1, 0, 22), placed(1, 1, 23)];
        assert_eq!(level(&domain, &roster, "even"), (1 + 2) + (2 + 3));
    }

    #[test]
    fn counts_the_sessions_to_which_one_of_a_pair_comes() {
        let mut domain = sample();
        domain.groups = vec![group(Bond::TogetherTry, &[0, 1]), group(Bond::TogetherTry, &[1, 0])];
        assert_eq!(level(&domain, &[placed(0, 0, 23), placed(1, 0, 23)], "groups"), 0);
        assert_eq!(level(&domain, &[placed(0, 0, 23), placed(1, 0, 24), placed(2, 1, 24)], "groups"), 2);
    }

    #[test]
    fn costs_wishes_by_their_number_and_the_unwished_by_the_longest_list() {
        let mut domain = sample();
        domain.ambassadors[0].wishes = wishes(&[0, 1, 2]);
        domain.longest_wishes = 3;
        let roster = [placed(0, 0, 22), placed(0, 1, 23), placed(1, 0, 23)];
        assert_eq!(level(&domain, &roster, "wishes"), 1 + 3);
        domain.rules.wishes = WishPolicy::Greedy;
        assert_eq!(level(&domain, &roster, "wishes/1"), 1);
        assert_eq!(level(&domain, &roster, "wishes/2"), 1);
        assert_eq!(level(&domain, &roster, "wishes/3"), 0);
        domain.rules.wishes = WishPolicy::Generous;
        assert_eq!(level(&domain, &roster, "wishes/1"), 1);
        assert_eq!(level(&domain, &roster, "wishes/2"), 0);
        assert_eq!(level(&domain, &roster, "wishes/3"), 1);
    }

    #[test]
    fn takes_an_unknown_way_as_the_longest_that_somebody_eligible_has() {
        let mut domain = sample();
        let north = |degrees| Some(Coordinates { latitude: degrees, longitude: 121.45 });
        domain.units[0].location = north(31.30);
        domain.units[1].location = north(31.33);
        domain.ambassadors[0].origin = north(31.31);
        domain.ambassadors[1].origin = north(31.30);
        assert_eq!(level(&domain, &[placed(0, 0, 23)], "travel"), 1112);
        assert_eq!(level(&domain, &[placed(0, 0, 23), placed(2, 0, 23)], "travel"), 1112 + 3336);
        domain.bans = vec![Ban {
            ambassador: AmbassadorIx(1),
            post: PostIx(2),
            dates: None,
            hours: None,
            place: place(),
        }];
        assert_eq!(level(&domain, &[placed(2, 0, 23)], "travel"), 2224);
    }

    #[test]
    fn draws_the_lot_from_the_first_twenty_bits_of_the_digest() {
        let mut domain = sample();
        domain.campaign.seed = "2018".into();
        assert_eq!(level(&domain, &[placed(0, 0, 23)], "lot"), LOT_OF_A0);
        assert_eq!(level(&domain, &[], "lot"), 0);
    }

    /// `printf '2018\na0\np0\n2018-10-23' | sha256sum` begins with these five digits.
    const LOT_OF_A0: i64 = 0xe9b82;
}
