//! Finds why somebody is not placed and why a need is not met.
//!
//! *Barred* is claimed only where the rules alone prove it: nothing eligible, no session that can run, no more seats
//! or people in the whole campaign. Everything else is *outweighed*.

use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{PostIx, SessionIx},
        rules::Permission,
    },
    experience::{
        eligibility::{Eligible, refusals_at_post, refusals_of_ambassador},
        explanation::{Reason, Shortage, Unplaced},
        formulation::capacity::capacities,
        roster::Roster,
        rule::Rule,
        rulebook::Rulebook,
    },
};
use std::collections::BTreeSet;

/// Everybody without a session, by id, with the reason.
pub fn unplaced(domain: &Domain, eligible: &Eligible, roster: &Roster) -> Vec<Unplaced> {
    let placed: BTreeSet<AmbassadorIx> =
        roster.placements.iter().map(|placement| placement.ambassador).collect();
    let capacity = capacities(domain, eligible, Rulebook::ALL);
    (0..domain.ambassadors.len())
        .map(AmbassadorIx)
        .filter(|ambassador| !placed.contains(ambassador))
        .map(|ambassador| Unplaced { ambassador, reason: left_out(domain, eligible, &capacity, ambassador) })
        .collect()
}

fn left_out(domain: &Domain, eligible: &Eligible, capacity: &[i64], ambassador: AmbassadorIx) -> Reason {
    let sessions = eligible.range_of(ambassador).len();
    let running = eligible.sessions_of(ambassador).filter(|session| capacity[session.0] > 0).count();
    let wants_none = domain.ambassador(ambassador).days_max == 0;
    if running > 0 && !wants_none {
        return Reason::Outweighed;
    }
    let mut barred = refusals_of_ambassador(domain, ambassador);
    add(&mut barred, Rule::Quorum, sessions - running);
    add(&mut barred, Rule::DaysLimit, running);
    Reason::Barred(barred)
}

/// Every post whose need is not met, by id, with the reason.
pub fn shortages(domain: &Domain, eligible: &Eligible, roster: &Roster) -> Vec<Shortage> {
    let mut placed = vec![0_u32; domain.posts.len()];
    for placement in &roster.placements {
        placed[placement.post.0] += 1;
    }
    let at_posts = AtPosts::of(domain, eligible);
    let posts = domain.posts.iter().zip(placed).enumerate();
    posts
        .filter(|(_, (post, placed))| *placed < post.need)
        .map(|(post, (wanted, placed))| Shortage {
            post: PostIx(post),
            need: wanted.need,
            placed,
            reason: at_posts.reason(PostIx(post), placed),
        })
        .collect()
}

/// Who may come to which post.
struct AtPosts<'a> {
    domain: &'a Domain,
    capacity: Vec<i64>,
    /// The eligible pairs of each post, by ambassador.
    pairs: Vec<Vec<(AmbassadorIx, SessionIx)>>,
}

impl<'a> AtPosts<'a> {
    fn of(domain: &'a Domain, eligible: &Eligible) -> Self {
        let mut pairs = vec![Vec::new(); domain.posts.len()];
        for &(ambassador, session) in &eligible.pairs {
            pairs[domain.session(session).post.0].push((ambassador, session));
        }
        Self { domain, capacity: capacities(domain, eligible, Rulebook::ALL), pairs }
    }

    fn reason(&self, post: PostIx, placed: u32) -> Reason {
        let pairs = &self.pairs[post.0];
        let (running, idle): (Vec<_>, Vec<_>) =
            pairs.iter().copied().partition(|&(_, session)| self.capacity[session.0] > 0);
        let mut barred = refusals_at_post(self.domain, post);
        add(&mut barred, Rule::Quorum, idle.len());
        let used = usize::try_from(placed).unwrap_or(usize::MAX);
        let left = running.len().saturating_sub(used);
        if left == 0 {
            return Reason::Barred(barred);
        }
        let seats: i64 = self.domain.sessions_of(post).map(|session| self.capacity[session.0]).sum();
        if seats <= i64::from(placed) {
            add(&mut barred, Rule::Seats, left);
            return Reason::Barred(barred);
        }
        let people: BTreeSet<AmbassadorIx> = running.iter().map(|&(ambassador, _)| ambassador).collect();
        if people.len() <= used && self.domain.rules.repeat_post == Permission::Forbid {
            add(&mut barred, Rule::OncePerPost, left);
            return Reason::Barred(barred);
        }
        Reason::Outweighed
    }
}

fn add(tally: &mut Vec<(Rule, usize)>, rule: Rule, count: usize) {
    if count > 0 {
        tally.push((rule, count));
        tally.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::{shortages, unplaced};
    use crate::{
        domain::{
            Domain,
            people::AmbassadorIx,
            places::PostIx,
            sample::{date, days, sample},
        },
        experience::{
            eligibility::eligible,
            explanation::{Reason, Shortage, Unplaced},
            roster::{Placement, Roster},
            rule::Rule,
            rulebook::Rulebook,
        },
    };

    fn reasons(domain: &Domain, roster: &Roster) -> (Vec<Unplaced>, Vec<Shortage>) {
        let eligible = eligible(domain, Rulebook::ALL);
        (unplaced(domain, &eligible, roster), shortages(domain, &eligible, roster))
    }

    fn placed(ambassador: usize, post: usize, day: u32) -> Placement {
        Placement { date: date(day), post: PostIx(post), ambassador: AmbassadorIx(ambassador) }
    }

    #[test]
    fn claims_a_bar_only_where_nothing_is_left() {
        let mut domain = sample();
        domain.ambassadors[1].away = days(&[22, 23, 24]);
        let roster = Roster { placements: vec![placed(0, 0, 22), placed(0, 1, 23)] };
        let (unplaced, shortages) = reasons(&domain, &roster);
        let barred = Reason::Barred(vec![(Rule::Available, 9)]);
        assert_eq!(
            unplaced,
            [
                Unplaced { ambassador: AmbassadorIx(1), reason: barred },
                Unplaced { ambassador: AmbassadorIx(2), reason: Reason::Outweighed },
            ]
        );
        let lacking = Shortage { post: PostIx(2), need: 1, placed: 0, reason: Reason::Outweighed };
        assert_eq!(shortages, [lacking]);
    }

    #[test]
    fn names_a_quorum_that_is_out_of_reach() {
        let mut domain = sample();
        domain.units[1].daily_limit = Some(1);
        domain.posts[2].seats_min = 2;
        let (_, shortages) = reasons(&domain, &Roster::default());
        assert_eq!(shortages[2].reason, Reason::Barred(vec![(Rule::Quorum, 9)]));
    }

    #[test]
    fn names_seats_that_are_all_taken() {
        let mut domain = sample();
        domain.posts[0].seats_max = 1;
        domain.posts[0].need = 4;
        let full = Roster { placements: vec![placed(0, 0, 22), placed(1, 0, 23), placed(2, 0, 24)] };
        let (_, shortages) = reasons(&domain, &full);
        assert_eq!(shortages[0].reason, Reason::Barred(vec![(Rule::Seats, 6)]));
    }

    #[test]
    fn names_people_who_were_all_there() {
        let mut domain = sample();
        domain.posts[1].need = 3;
        domain.ambassadors[1].away = days(&[22, 23, 24]);
        domain.ambassadors[2].away = days(&[22, 23, 24]);
        let (_, shortages) = reasons(&domain, &Roster { placements: vec![placed(0, 1, 22)] });
        let barred = vec![(Rule::Available, 6), (Rule::OncePerPost, 2)];
        assert_eq!(shortages[1].reason, Reason::Barred(barred));
    }
}
