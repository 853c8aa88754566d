//! Where more places are wanted than people or seats can fill, as can be counted before anything is planned.

use crate::{
    diagnostic::{Diagnostic, experience::Experience},
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{Need, PostIx},
        rules::Permission,
    },
    experience::{eligibility::Eligible, formulation::capacity::capacities},
    planning::rules::Rulebook,
};
use std::collections::{BTreeMap, BTreeSet};

/// More wanted over all posts than people can give, then single posts that want more than can come to them or sit there.
///
/// A post that lacks people only as all posts do is not named, nor counted where nobody may come, which is said of it
/// already. Where nobody has signed up yet, nothing is said.
pub(super) fn beyond_reach(domain: &Domain, eligible: &Eligible) -> Vec<Diagnostic> {
    if domain.ambassadors.is_empty() {
        return Vec::new();
    }
    let supply = Supply::of(domain, eligible);
    let posts = || (0..domain.posts.len()).map(PostIx).zip(&supply.at_post);
    let reachable = posts().filter(|(_, at_post)| at_post.people > 0);
    let wanted = reachable.map(|(post, _)| domain.wanted(post)).sum();
    let is_short = wanted > supply.days;
    let first = domain.posts.iter().min_by_key(|post| post.position);
    let more = first.filter(|_| is_short && supply.people > 0).map(|post| {
        let problem = Experience::MoreWanted { wanted, people: supply.people, days: supply.days };
        Diagnostic::at(post.place, problem.into())
    });
    let posts = posts().filter_map(|(index, at_post)| {
        let (post, need, people) = (domain.post(index), domain.wanted(index), at_post.people);
        let title = post.title.clone();
        let problem = match post.need {
            Need::AtEach(each) if each > post.seats_max => {
                Experience::EachBeyondSeats { title, each, seats: post.seats_max }
            }
            Need::InAll(need) if u64::from(need) > at_post.seats && at_post.seats > 0 => {
                Experience::NeedBeyondSeats { title, need, seats: at_post.seats }
            }
            _ if need > at_post.days && people > 0 && !(is_short && people == supply.people) => {
                Experience::NeedBeyondPeople { title, need, people, days: at_post.days }
            }
            _ => return None,
        };
        Some(Diagnostic::at(post.place, problem.into()))
    });
    more.into_iter().chain(posts).collect()
}

/// What people can give, at most.
struct Supply {
    /// Who can go anywhere at all.
    people: usize,
    /// How many sessions they take together.
    days: u64,
    at_post: Vec<AtPost>,
}

#[derive(Default, Clone)]
struct AtPost {
    people: usize,
    days: u64,
    /// Over all sessions that can run; no more than may come to each.
    seats: u64,
}

impl Supply {
    fn of(domain: &Domain, eligible: &Eligible) -> Self {
        let capacity = capacities(domain, eligible, Rulebook::ALL);
        let once = domain.rules.repeat_post == Permission::Forbid;
        let mut supply = Self { people: 0, days: 0, at_post: vec![AtPost::default(); domain.posts.len()] };
        for (ambassador, person) in domain.ambassadors.iter().enumerate() {
            let sessions = eligible.sessions_of(AmbassadorIx(ambassador)).filter(|one| capacity[one.0] > 0);
            let mut at: BTreeMap<PostIx, BTreeSet<_>> = BTreeMap::new();
            for session in sessions.map(|session| domain.session(session)) {
                at.entry(session.post).or_default().insert((session.date, session.hours));
            }
            let most = u64::from(person.days_max);
            let all: u64 = at.values().map(|sessions| if once { 1 } else { whole(sessions.len()) }).sum();
            supply.people += usize::from(all > 0);
            supply.days += all.min(most);
            for (post, sessions) in at {
                let at_post = &mut supply.at_post[post.0];
                at_post.people += 1;
                at_post.days += if once { 1 } else { whole(sessions.len()).min(most) };
            }
        }
        for (session, most) in domain.sessions.iter().zip(capacity) {
            let post = &domain.posts[session.post.0];
            let seats = if most > 0 { u64::from(post.seats_max) } else { 0 };
            supply.at_post[session.post.0].seats += seats;
        }
        supply
    }
}

fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
