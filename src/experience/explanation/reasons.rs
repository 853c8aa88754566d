//! Finds why somebody is not placed, why a need is not met, and why no wish of somebody came true.
//!
//! In: a campaign, who is eligible, and a roster that keeps the rules. Out: a [`Reason`] for each, the most that the
//! rules and the roster alone show.

use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{PostIx, SessionIx},
    },
    experience::{
        eligibility::{Eligible, Refusals},
        explanation::standing::{Effect, Standing},
        formulation::capacity::capacities,
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::{Placement, Previous, Roster},
        rule::Rule,
    },
    planning::{reason::Tally, rules::Rulebook},
};
use std::collections::{BTreeMap, BTreeSet};

/// Everybody without a session, every post whose need is not met, and every wish of those who have a session and none
/// that they wished for, by id, with the reasons.
pub fn explain(
    domain: &Domain,
    eligible: &Eligible,
    roster: &Roster,
    previous: Option<&Previous>,
) -> (Vec<Unplaced>, Vec<Shortage>, Vec<Unfulfilled>) {
    let standing = Standing::of(domain, roster, previous);
    let running = capacities(domain, eligible, Rulebook::ALL).into_iter().map(|most| most > 0).collect();
    let reasons =
        Reasons { domain, eligible, refusals: Refusals::of(domain, Rulebook::ALL), standing, running };
    (reasons.unplaced(), reasons.shortages(), reasons.unfulfilled(roster))
}

struct Reasons<'a> {
    domain: &'a Domain,
    eligible: &'a Eligible,
    refusals: Refusals<'a>,
    standing: Standing<'a>,
    /// Whether each session can have enough people at all.
    running: Vec<bool>,
}

impl Reasons<'_> {
    fn unplaced(&self) -> Vec<Unplaced> {
        let people = (0..self.domain.ambassadors.len()).map(AmbassadorIx);
        let left = people.filter(|&ambassador| self.standing.visits(ambassador) == 0);
        left.map(|ambassador| Unplaced { ambassador, reason: self.of_person(ambassador) }).collect()
    }

    fn of_person(&self, ambassador: AmbassadorIx) -> Reason {
        let sessions = self.eligible.sessions_of(ambassador);
        let (running, idle): (Vec<SessionIx>, Vec<SessionIx>) = sessions.partition(|one| self.running[one.0]);
        let takes_none = self.domain.ambassador(ambassador).days_max == 0;
        if running.is_empty() || takes_none {
            let barred = self.refusals.of_ambassador(ambassador).into_iter();
            let rows = [(Rule::Quorum, idle.len()), (Rule::DaysLimit, running.len())];
            return Reason::Barred(barred.chain(rows).filter(|(_, sessions)| *sessions > 0).collect());
        }
        self.as_it_stands(running.into_iter().map(|session| self.placement(ambassador, session)))
    }

    fn shortages(&self) -> Vec<Shortage> {
        let mut visitors = vec![Vec::new(); self.domain.posts.len()];
        for &(ambassador, session) in &self.eligible.pairs {
            let placement = self.placement(ambassador, session);
            visitors[placement.post.0].push((session, placement));
        }
        let posts = self.domain.posts.iter().zip(visitors).enumerate().map(|(post, of)| (PostIx(post), of));
        posts
            .map(|(post, (wanted, visitors))| (post, wanted.need, self.standing.placed(post), visitors))
            .filter(|(_, need, placed, _)| placed < need)
            .map(|(post, need, placed, visitors)| {
                let reason = self.of_post(post, visitors);
                Shortage { post, need, placed, reason }
            })
            .collect()
    }

    fn unfulfilled(&self, roster: &Roster) -> Vec<Unfulfilled> {
        let placed = |is_wished: bool| -> BTreeSet<AmbassadorIx> {
            let wished = |one: &&Placement| {
                !is_wished || self.domain.ambassador(one.ambassador).wish_number(one.session()).is_some()
            };
            roster.placements.iter().filter(wished).map(|one| one.ambassador).collect()
        };
        let (all, pleased) = (placed(false), placed(true));
        let wishes = self.refusals.of_wishes(all.difference(&pleased).copied()).into_iter();
        wishes
            .map(|(ambassador, wish, refusals)| {
                let reason = self.of_wish(ambassador, wish.post, refusals);
                Unfulfilled { ambassador, post: wish.post, reason }
            })
            .collect()
    }

    fn of_wish(&self, ambassador: AmbassadorIx, post: PostIx, refusals: Tally<Rule>) -> Reason {
        let sessions = self.eligible.sessions_of(ambassador);
        let wished = sessions.filter(|&session| self.domain.session(session).post == post);
        let (running, idle): (Vec<SessionIx>, Vec<SessionIx>) = wished.partition(|one| self.running[one.0]);
        if running.is_empty() {
            let idle = (!idle.is_empty()).then_some((Rule::Quorum, idle.len()));
            return Reason::Barred(refusals.into_iter().chain(idle).collect());
        }
        self.as_it_stands(running.into_iter().map(|session| self.placement(ambassador, session)))
    }

    /// Of a post to which these may come, each at a session.
    fn of_post(&self, post: PostIx, visitors: Vec<(SessionIx, Placement)>) -> Reason {
        let (running, idle): (Vec<_>, Vec<_>) =
            visitors.into_iter().partition(|(session, _)| self.running[session.0]);
        let barred = || -> Tally<Rule> {
            let rows = [(Rule::Quorum, idle.len())].into_iter().filter(|(_, pairs)| *pairs > 0);
            self.refusals.at_post(post).into_iter().chain(rows).collect()
        };
        if running.is_empty() {
            let is_offered = self.domain.sessions_of(post).next().is_some();
            return if is_offered && self.domain.ambassadors.is_empty() {
                Reason::NobodyLeft { people: 0, barred: vec![] }
            } else {
                Reason::Barred(barred())
            };
        }
        let open: Vec<Placement> = running.into_iter().map(|(_, placement)| placement).collect();
        let has_room =
            |one: &&Placement| !self.standing.is_settled(one.date) && !self.standing.is_full(one.session());
        let with_room: Vec<Placement> = open.iter().filter(has_room).copied().collect();
        let is_spent =
            |one: &Placement| self.standing.has(*one) || self.standing.is_spent(one.ambassador, post);
        if !with_room.is_empty() && with_room.iter().all(is_spent) {
            let people: BTreeSet<AmbassadorIx> = with_room.iter().map(|one| one.ambassador).collect();
            return Reason::NobodyLeft { people: people.len(), barred: barred() };
        }
        if with_room.is_empty() && open.iter().any(|one| !self.standing.is_settled(one.date)) {
            return Reason::Full;
        }
        self.as_it_stands(open.into_iter())
    }

    /// What stands in the way of placements that the rules allow in themselves.
    fn as_it_stands(&self, placements: impl Iterator<Item = Placement>) -> Reason {
        let may_come = |one: &Placement| !self.standing.is_settled(one.date) && !self.standing.has(*one);
        let mut tally: BTreeMap<Rule, usize> = BTreeMap::new();
        let mut free: Option<(Effect, Placement)> = None;
        for placement in placements.filter(may_come) {
            if let Some(rule) = self.standing.obstacle(placement) {
                *tally.entry(rule).or_default() += 1;
            } else {
                let found = (self.standing.effect(placement), placement);
                free = Some(free.map_or(found, |best| best.min(found)));
            }
        }
        match free {
            Some((effect, placement)) => {
                let against = match effect {
                    Effect::Better => None,
                    Effect::Worse(level) => Some(level),
                };
                Reason::FreeSeat { placement, against }
            }
            None if tally.is_empty() => Reason::Settled,
            None => Reason::Outweighed(Some(tally.into_iter().collect())),
        }
    }

    fn placement(&self, ambassador: AmbassadorIx, session: SessionIx) -> Placement {
        Placement::at(*self.domain.session(session), ambassador)
    }
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::{
        domain::{
            Domain,
            people::AmbassadorIx,
            places::{PostIx, Session},
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

    fn placed(ambassador: usize, post: usize, day: u32) -> Placement {
        let session = Session { post: PostIx(post), date: date(day), hours: hours(9, 17) };
        Placement::at(session, AmbassadorIx(ambassador))
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
        assert_eq!(shortages, [Shortage { post: PostIx(2), need: 1, placed: 0, reason: free }]);
    }

    #[test]
    fn names_a_quorum_that_is_out_of_reach() {
        let mut domain = sample();
        domain.units[1].daily_limit = Some(1);
        domain.posts[2].seats_min = 2;
        assert_eq!(why_short(&domain, &[], 2), Reason::Barred(vec![(Rule::Quorum, 9)]));
    }

    #[test]
    fn names_seats_that_are_all_taken() {
        let mut domain = sample();
        domain.posts[0].seats_max = 1;
        domain.posts[0].need = 4;
        let full = [placed(0, 0, 22), placed(1, 0, 23), placed(2, 0, 24)];
        assert_eq!(why_short(&domain, &full, 0), Reason::Full);
    }

    #[test]
    fn says_that_nobody_is_left_where_everybody_is_at_the_post_or_spent() {
        let mut domain = sample();
        domain.posts[1].need = 3;
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
        domain.posts[1].need = 1;
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
            domain.posts[0].need = 0;
            domain.posts[2].need = 0;
            domain.posts[1].need = 3;
            domain.ambassadors[0].away = days(&[23]);
        };
        let there = placed(1, 1, 23);
        let of_person = |change: &dyn Fn(&mut Domain), roster: &[Placement]| {
            let mut domain = sample();
            only(&mut domain);
            domain.sessions.retain(|session| session.post == PostIx(1) || session.date != date(23));
            change(&mut domain);
            reasons(&domain, roster)
                .0
                .into_iter()
                .find(|one| one.ambassador == AmbassadorIx(2))
                .unwrap()
                .reason
        };
        assert_eq!(
            of_person(&|domain| domain.posts[1].seats_max = 1, &[there]),
            outweighed(&[(Rule::Seats, 1)])
        );
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
        let unwished = |domain: &mut Domain| {
            domain.ambassadors[0].available = Some(days(&[24]));
            domain.ambassadors[0].wishes = crate::domain::sample::wishes(&[2]);
        };
        assert_eq!(of_post(&unwished, &[placed(0, 0, 23)]), outweighed(&[(Rule::UnwishedLimit, 1)]));
    }

    #[test]
    fn names_the_level_for_which_a_seat_stays_free() {
        let mut domain = sample();
        domain.posts.iter_mut().for_each(|post| post.need = 0);
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
            settled: RepairTerms { keep_until: Some(date(settled)), touch_least: false },
            ..Previous::default()
        };
        let why = |settled| {
            let roster = Roster { placements: vec![placed(0, 0, 22), placed(1, 0, 22)] };
            explain(&domain, &eligible, &roster, Some(&previous(settled)))
        };
        assert_eq!(why(24).0[0].reason, Reason::Settled);
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
}
