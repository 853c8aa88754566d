//! What is said of small rosters, each reason where it is so.

use super::explain;
use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{Need, PostIx, Session},
        requests::Bond,
        rules::Priority,
        sample::{date, days, group, hours, sample},
    },
    experience::{
        eligibility::eligible,
        level::Level,
        reason::{Reason, Shortage, Unplaced},
        roster::{Placement, Previous, Roster},
        rule::Rule,
    },
    planning::{earlier::RepairTerms, rules::Rulebook},
};

fn reasons(domain: &Domain, placements: &[Placement]) -> (Vec<Unplaced>, Vec<Shortage>) {
    let roster = Roster { placements: placements.to_vec() };
    let (unplaced, shortages, _) = explain(domain, &eligible(domain, Rulebook::ALL), &roster, None);
    (unplaced, shortages)
}

/// Why the sample's n-th post lacks somebody.
fn why_short(domain: &Domain, placements: &[Placement], post: usize) -> Reason {
    let (_, shortages) = reasons(domain, placements);
    shortages.into_iter().find(|one| one.post == PostIx(post)).expect("a shortage").reason
}

fn session(post: usize, day: u32) -> Session {
    Session { post: PostIx(post), date: date(day), hours: hours(9, 17) }
}

fn placed(ambassador: usize, post: usize, day: u32) -> Placement {
    Placement::at(session(post, day), AmbassadorIx(ambassador))
}

fn outweighed(tally: &[(Rule, usize)]) -> Reason {
    Reason::Outweighed(Some(tally.to_vec()))
}

#[test]
fn claims_a_bar_only_where_nothing_is_left() {
    let mut domain = sample();
    domain.ambassadors[1].away = days(&[22, 23, 24]);
    domain.posts.iter_mut().for_each(|post| post.seats_max = 1);
    let (unplaced, shortages) = reasons(&domain, &[placed(0, 0, 22), placed(0, 1, 23)]);
    let barred = Reason::Barred(vec![(Rule::Available, 9)]);
    assert_eq!(unplaced[0], Unplaced { ambassador: AmbassadorIx(1), reason: barred });
    let free = Reason::FreeSeat { placement: placed(2, 1, 22), against: None };
    assert_eq!(unplaced[1], Unplaced { ambassador: AmbassadorIx(2), reason: free });
    let free = Reason::FreeSeat { placement: placed(2, 2, 22), against: None };
    assert_eq!(shortages, [Shortage { post: PostIx(2), session: None, need: 1, placed: 0, reason: free }]);
}

#[test]
fn names_a_quorum_that_is_out_of_reach() {
    let mut domain = sample();
    domain.units[1].daily_limit = Some(1);
    domain.posts[2].seats_min = 2;
    assert_eq!(why_short(&domain, &[], 2), Reason::Barred(vec![(Rule::Quorum, 9)]));
}

#[test]
fn names_each_session_that_lacks_somebody_where_so_many_are_wanted_at_each() {
    let mut domain = sample();
    domain.posts.iter_mut().for_each(|post| post.need = Need::InAll(0));
    domain.posts[0].need = Need::AtEach(2);
    domain.posts[0].seats_max = 1;
    domain.units[0].closed = days(&[24]);
    domain.ambassadors[1].away = days(&[23]);
    domain.ambassadors[2].away = days(&[23]);
    let (_, shortages) = reasons(&domain, &[placed(0, 0, 22)]);
    let short = |day, placed, reason| {
        let session = Some(session(0, day));
        Shortage { post: PostIx(0), session, need: 2, placed, reason }
    };
    let spent = Reason::NobodyLeft { people: 1, barred: vec![(Rule::Available, 2)] };
    assert_eq!(shortages, [short(22, 1, Reason::Full), short(23, 0, spent)]);
}

#[test]
fn names_seats_that_are_all_taken() {
    let mut domain = sample();
    domain.posts[0].seats_max = 1;
    domain.posts[0].need = Need::InAll(4);
    let full = [placed(0, 0, 22), placed(1, 0, 23), placed(2, 0, 24)];
    assert_eq!(why_short(&domain, &full, 0), Reason::Full);
}

#[test]
fn says_that_nobody_is_left_where_everybody_is_at_the_post_or_spent() {
    let mut domain = sample();
    domain.posts[1].need = Need::InAll(3);
    domain.ambassadors[1].away = days(&[22, 23, 24]);
    domain.ambassadors[2].away = days(&[22, 23, 24]);
    let barred = vec![(Rule::Available, 6)];
    let left = Reason::NobodyLeft { people: 1, barred };
    assert_eq!(why_short(&domain, &[placed(0, 1, 22)], 1), left);
    domain.ambassadors[2].away = days(&[]);
    domain.ambassadors[2].days_max = 1;
    let left = Reason::NobodyLeft { people: 2, barred: vec![(Rule::Available, 3)] };
    assert_eq!(why_short(&domain, &[placed(0, 1, 22), placed(2, 0, 23)], 1), left);
    domain.ambassadors.clear();
    domain.posts[1].need = Need::InAll(1);
    let left = Reason::NobodyLeft { people: 0, barred: vec![] };
    assert_eq!(why_short(&domain, &[], 1), left);
}

#[test]
fn says_that_there_is_no_session_only_where_there_is_none() {
    let mut domain = sample();
    domain.sessions.retain(|session| session.post != PostIx(1));
    assert_eq!(why_short(&domain, &[], 1), Reason::Barred(vec![]));
}

/// Each rule once, in the way of the third person at the second post on the 23rd.
#[test]
fn names_the_rule_that_stands_in_the_way_as_the_roster_is() {
    let only = |domain: &mut Domain| {
        domain.sessions.retain(|session| {
            session.post == PostIx(1) && session.date == date(23) || session.post != PostIx(1)
        });
        domain.ambassadors[2].available = Some(days(&[23]));
        domain.posts[0].need = Need::InAll(0);
        domain.posts[2].need = Need::InAll(0);
        domain.posts[1].need = Need::InAll(3);
        domain.ambassadors[0].away = days(&[23]);
    };
    let there = placed(1, 1, 23);
    let of_person = |change: &dyn Fn(&mut Domain), roster: &[Placement]| {
        let mut domain = sample();
        only(&mut domain);
        domain.sessions.retain(|session| session.post == PostIx(1) || session.date != date(23));
        change(&mut domain);
        reasons(&domain, roster).0.into_iter().find(|one| one.ambassador == AmbassadorIx(2)).unwrap().reason
    };
    assert_eq!(of_person(&|domain| domain.posts[1].seats_max = 1, &[there]), outweighed(&[(Rule::Seats, 1)]));
    assert_eq!(
        of_person(&|domain| domain.units[0].daily_limit = Some(1), &[there]),
        outweighed(&[(Rule::UnitDailyLimit, 1)])
    );
    assert_eq!(
        of_person(&|domain| domain.rules.mentor_limit = Some(1), &[there]),
        outweighed(&[(Rule::MentorLimit, 1)])
    );
    assert_eq!(
        of_person(&|domain| domain.groups = vec![group(Bond::Apart, &[1, 2])], &[there]),
        outweighed(&[(Rule::Apart, 1)])
    );
    assert_eq!(
        of_person(&|domain| domain.groups = vec![group(Bond::TogetherMust, &[0, 2])], &[there]),
        outweighed(&[(Rule::Together, 1)])
    );
    assert_eq!(of_person(&|domain| domain.posts[1].seats_min = 2, &[]), outweighed(&[(Rule::Quorum, 1)]));
}

#[test]
fn names_what_keeps_somebody_who_is_placed_from_one_session_more() {
    let of_post = |change: &dyn Fn(&mut Domain), roster: &[Placement]| {
        let mut domain = sample();
        domain.ambassadors.truncate(1);
        domain.ambassadors[0].available = Some(days(&[23, 24]));
        change(&mut domain);
        why_short(&domain, roster, 1)
    };
    assert_eq!(
        of_post(&|domain| domain.rules.rest_days = 1, &[placed(0, 0, 23)]),
        outweighed(&[(Rule::OnePlaceAtATime, 1), (Rule::RestDays, 1)])
    );
    assert_eq!(
        of_post(&|domain| domain.rules.rest_hours = 17, &[placed(0, 0, 23)]),
        outweighed(&[(Rule::OnePlaceAtATime, 1), (Rule::RestHours, 1)])
    );
    let unwished = |domain: &mut Domain| {
        domain.ambassadors[0].available = Some(days(&[24]));
        domain.ambassadors[0].wishes = crate::domain::sample::wishes(&[2]);
    };
    assert_eq!(of_post(&unwished, &[placed(0, 0, 23)]), outweighed(&[(Rule::UnwishedLimit, 1)]));
}

#[test]
fn names_the_level_for_which_a_seat_stays_free() {
    let mut domain = sample();
    domain.posts.iter_mut().for_each(|post| post.need = Need::InAll(0));
    domain.rules.priorities = vec![Priority::Coverage];
    let against = |domain: &Domain, roster: &[Placement]| match &reasons(domain, roster)
        .0
        .last()
        .expect("somebody unplaced")
        .reason
    {
        Reason::FreeSeat { against, .. } => *against,
        other => panic!("{other:?}"),
    };
    assert_eq!(against(&domain, &[]), Some(Level::Lot));
    domain.rules.priorities = vec![Priority::Groups, Priority::Days];
    domain.groups = vec![group(Bond::TogetherTry, &[1, 2])];
    assert_eq!(against(&domain, &[]), Some(Level::Priority(Priority::Groups)));
    assert_eq!(against(&domain, &[placed(1, 0, 22)]), None);
    domain.rules.priorities = vec![Priority::Days, Priority::Groups];
    assert_eq!(against(&domain, &[]), None);
}

#[test]
fn counts_days_that_a_repair_keeps_as_over() {
    let mut domain = sample();
    domain.ambassadors[2].available = Some(days(&[22, 23]));
    let eligible = eligible(&domain, Rulebook::ALL);
    let previous = |settled| Previous {
        settled: RepairTerms {
            keep_until: Some(date(settled)),
            touch_least: false,
            ..RepairTerms::default()
        }
        .into(),
        ..Previous::default()
    };
    let why = |settled| {
        let roster = Roster { placements: vec![placed(0, 0, 22), placed(1, 0, 22)] };
        explain(&domain, &eligible, &roster, Some(&previous(settled)))
    };
    assert_eq!(why(24).0[0].reason, Reason::Barred(vec![(Rule::Available, 3)]));
    assert_eq!(why(25).0[0].reason, Reason::Settled);
    assert_eq!(why(25).1[0].reason, Reason::Settled);
    let free = Reason::FreeSeat { placement: placed(2, 0, 23), against: None };
    assert_eq!(why(23).0[0].reason, free);
}

#[test]
fn takes_back_what_an_earlier_plan_had_before_it_draws_lots() {
    let mut domain = sample();
    domain.rules.priorities = vec![];
    let eligible = eligible(&domain, Rulebook::ALL);
    let previous = Previous { stands: vec![placed(1, 1, 23)], ..Previous::default() };
    let (unplaced, ..) = explain(&domain, &eligible, &Roster::default(), Some(&previous));
    let back = Reason::FreeSeat { placement: placed(1, 1, 23), against: None };
    assert_eq!(unplaced[1].reason, back);
}
