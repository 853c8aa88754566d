//! The value of every level, counted again from the roster.
//!
//! `service` counts who and what is served, `preferences` how well placements suit.

mod preferences;
mod service;

use super::Reading;
use crate::{
    domain::{
        Domain,
        lot::lot,
        rules::{Priority, WishPolicy},
    },
    experience::{
        level::Level,
        roster::{Placement, Previous},
    },
};
use preferences::{costs, first, groups, travel, wishes};
use service::{coverage, enough, even, everyone, represented};

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
        Level::Priority(Priority::Everyone | Priority::Days) | Level::Restored => true,
        Level::Wish(_) => policy == WishPolicy::Greedy,
        Level::Priority(
            Priority::Coverage
            | Priority::Enough
            | Priority::Even
            | Priority::Groups
            | Priority::Represented
            | Priority::Wishes
            | Priority::Travel
            | Priority::First,
        )
        | Level::Changes
        | Level::Lot => false,
    }
}

/// The order in which levels are sought.
///
/// Where there was an earlier plan, `changes` comes directly after the last level that says who is served (with
/// `touch_least` after `coverage`), and whatever else stood before that comes after it. Before all of them comes `restored`,
/// where some lost a session by the change and others came late.
fn order(domain: &Domain, previous: Option<&Previous>) -> Vec<Level> {
    let priorities = &domain.rules.priorities;
    let serves = |priority: &Priority| match priority {
        Priority::Coverage | Priority::Everyone | Priority::Enough | Priority::Days => true,
        Priority::Even
        | Priority::Groups
        | Priority::Represented
        | Priority::Wishes
        | Priority::Travel
        | Priority::First => false,
    };
    let touch_least = previous.is_some_and(|one| one.settled.terms.touch_least);
    let last = priorities
        .iter()
        .rposition(|priority| *priority == Priority::Coverage || serves(priority) && !touch_least);
    let comes_late = |position: usize, priority: &Priority| {
        previous.is_some() && (Some(position) > last || !serves(priority))
    };
    let restores = previous.and_then(|one| one.settled.exchange.as_ref());
    let restores = restores.filter(|only| !only.late.is_empty() && !only.displaced.is_empty());
    let (mut levels, mut late) = (Vec::from_iter(restores.map(|_| Level::Restored)), Vec::new());
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
        Level::Priority(Priority::Represented) => represented(reading),
        Level::Priority(Priority::Wishes) => costs(reading).map(i64::from).sum(),
        Level::Priority(Priority::Travel) => travel(reading),
        Level::Priority(Priority::First) => first(reading),
        Level::Wish(rank) => wishes(reading, rank),
        Level::Restored => previous.map_or(0, |previous| restored(reading, previous)),
        Level::Changes => previous.map_or(0, |previous| changes(reading, previous)),
        Level::Lot => reading.placements().map(|placement| drawn(reading.domain, placement)).sum(),
    }
}

/// Placements that whoever lost one by the change has and had not.
fn restored(reading: &Reading<'_>, previous: &Previous) -> i64 {
    let displaced = previous.settled.exchange.as_ref().map(|only| &only.displaced);
    let is_new = |placement: &Placement| !previous.stands.contains(placement);
    let theirs = |one: &Placement| displaced.is_some_and(|lost| lost.contains_key(&one.ambassador));
    whole(reading.placements().filter(|one| theirs(one) && is_new(one)).count())
}

/// Placements of the earlier plan that are not in this one, whatever the reason.
fn changes(reading: &Reading<'_>, previous: &Previous) -> i64 {
    let stays = |placement: &&Placement| reading.placements().any(|here| here == **placement);
    whole(previous.gone) + whole(previous.stands.iter().filter(|placement| !stays(placement)).count())
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
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
            places::{Need, PostIx, UnitIx},
            requests::{Ban, Bond},
            rules::{Priority, WishPolicy},
            sample::{date, days, group, place, sample, wishes},
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
            [
                "coverage",
                "everyone",
                "enough",
                "days",
                "even",
                "groups",
                "represented",
                "wishes",
                "travel",
                "lot"
            ]
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
    fn counts_the_organizations_that_have_nobody_placed() {
        let mut domain = sample();
        assert_eq!(level(&domain, &[], "represented"), 0);
        domain.ambassadors[0].organization = Some("第一党支部".into());
        domain.ambassadors[1].employer = Some(UnitIx(1));
        domain.ambassadors[2].organization = Some("第一 党支部".into());
        assert_eq!(level(&domain, &[], "represented"), 2);
        assert_eq!(level(&domain, &[placed(2, 0, 23), placed(0, 0, 24)], "represented"), 1);
        assert_eq!(level(&domain, &[placed(1, 0, 23), placed(2, 0, 24)], "represented"), 0);
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
    fn counts_for_each_placement_whoever_signed_up_before() {
        let mut domain = sample();
        domain.rules.priorities.push(Priority::First);
        let at = |day, hour| date(day).and_hms_opt(hour, 31, 0);
        domain.ambassadors[0].signed_up = at(2, 9);
        domain.ambassadors[1].signed_up = at(2, 8);
        domain.ambassadors[2].signed_up = at(2, 9);
        assert_eq!(level(&domain, &[placed(0, 0, 23)], "first"), 2);
        assert_eq!(level(&domain, &[placed(1, 0, 23), placed(1, 1, 24)], "first"), 1 + 1);
        assert_eq!(level(&domain, &[placed(2, 0, 23)], "first"), 2);
        domain.ambassadors[1].signed_up = None;
        let everybody = i64::try_from(domain.ambassadors.len()).expect("few");
        assert_eq!(level(&domain, &[placed(0, 0, 23), placed(1, 0, 24)], "first"), 1 + everybody);
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
