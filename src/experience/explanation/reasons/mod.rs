//! Finds why somebody is not placed, why a need is not met, and why no wish of somebody came true.
//!
//! In: a campaign, who is eligible, and a roster that keeps the rules. Out: a [`Reason`] for each, the most that the
//! rules and the roster alone show.

use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{Need, PostIx, SessionIx},
    },
    experience::{
        eligibility::{Eligible, Refusals},
        explanation::standing::{Effect, Standing},
        formulation::capacity::idle,
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::{Placement, Previous, Roster},
        rule::Rule,
    },
    planning::{
        reason::{Tally, tally_on},
        rules::Rulebook,
    },
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
    let idle = idle(domain, eligible, Rulebook::ALL);
    let refusals = Refusals::of(domain, Rulebook::ALL);
    let reasons = Reasons { domain, eligible, refusals, standing, previous, idle };
    (reasons.unplaced(), reasons.shortages(), reasons.unfulfilled(roster))
}

struct Reasons<'a> {
    domain: &'a Domain,
    eligible: &'a Eligible,
    refusals: Refusals<'a>,
    standing: Standing<'a>,
    previous: Option<&'a Previous>,
    /// The rule for which each session can never run.
    idle: Vec<Option<Rule>>,
}

/// A post or session that wants so many and has so many.
struct Wanting {
    post: PostIx,
    session: Option<SessionIx>,
    need: u32,
    placed: u32,
}

impl Reasons<'_> {
    fn unplaced(&self) -> Vec<Unplaced> {
        let people = (0..self.domain.ambassadors.len()).map(AmbassadorIx);
        let left = people.filter(|&ambassador| self.standing.visits(ambassador) == 0);
        left.map(|ambassador| Unplaced { ambassador, reason: self.of_person(ambassador) }).collect()
    }

    /// Whether a repair could still change a session; of the others nothing is told.
    fn is_open(&self, session: SessionIx) -> bool {
        !self.standing.is_over(self.domain.session(session))
    }

    fn of_person(&self, ambassador: AmbassadorIx) -> Reason {
        let all = (0..self.domain.sessions.len()).map(SessionIx).filter(|&session| self.is_open(session));
        let all: Vec<SessionIx> = all.collect();
        if all.is_empty() && !self.domain.sessions.is_empty() {
            return Reason::Settled;
        }
        let sessions = self.eligible.sessions_of(ambassador).filter(|&session| self.is_open(session));
        let (running, idle): (Vec<_>, Vec<_>) = sessions.partition(|one| self.idle[one.0].is_none());
        let takes_none = self.domain.ambassador(ambassador).days_max == 0;
        if running.is_empty() || takes_none {
            let refused = self.refusals.among(ambassador, all.into_iter());
            let barred = tally_on(refused, self.idle(idle));
            return Reason::Barred(tally_on(barred, running.iter().map(|_| Rule::DaysLimit)));
        }
        self.as_it_stands(running.into_iter().map(|session| self.placement(ambassador, session)))
    }

    fn shortages(&self) -> Vec<Shortage> {
        let mut visitors = vec![Vec::new(); self.domain.sessions.len()];
        for &(ambassador, session) in &self.eligible.pairs {
            visitors[session.0].push((session, self.placement(ambassador, session)));
        }
        let posts = (0..self.domain.posts.len()).map(PostIx);
        let wanting =
            posts.flat_map(|post| self.wanting(post)).filter(|wanting| wanting.placed < wanting.need);
        wanting
            .map(|Wanting { post, session, need, placed }| {
                let sessions = || self.domain.sessions_of(post);
                let concerned = |one: &SessionIx| session.is_none_or(|session| session == *one);
                let open: Vec<SessionIx> =
                    sessions().filter(concerned).filter(|&one| self.is_open(one)).collect();
                let reason = if open.is_empty() && sessions().next().is_some() {
                    Reason::Settled
                } else {
                    let there = open.iter().flat_map(|session| visitors[session.0].clone()).collect();
                    self.of_post(post, there, &open)
                };
                let session = session.map(|session| *self.domain.session(session));
                Shortage { post, session, need, placed, reason }
            })
            .collect()
    }

    /// What a post wants and has, or each of its sessions at which the unit is open.
    fn wanting(&self, post: PostIx) -> Vec<Wanting> {
        match self.domain.post(post).need {
            Need::InAll(need) => {
                vec![Wanting { post, session: None, need, placed: self.standing.placed(post) }]
            }
            Need::AtEach(need) => {
                let open = self.domain.sessions_of(post).filter(|&session| self.domain.is_open(session));
                let placed = |session: SessionIx| self.standing.present(*self.domain.session(session));
                open.map(|session| Wanting {
                    post,
                    session: Some(session),
                    need,
                    placed: u32::try_from(placed(session)).unwrap_or(u32::MAX),
                })
                .collect()
            }
        }
    }

    fn unfulfilled(&self, roster: &Roster) -> Vec<Unfulfilled> {
        let placed = |is_wished: bool| -> BTreeSet<AmbassadorIx> {
            let wished = |one: &&Placement| {
                !is_wished || self.domain.ambassador(one.ambassador).wish_number(one.session()).is_some()
            };
            roster.placements.iter().filter(wished).map(|one| one.ambassador).collect()
        };
        let (all, pleased) = (placed(false), placed(true));
        let wishes = all.difference(&pleased).flat_map(|&ambassador| {
            let mut seen = BTreeSet::new();
            let wished = self.domain.ambassador(ambassador).wishes.iter().map(|wish| wish.post);
            let posts: Vec<PostIx> = wished.filter(|post| seen.insert(*post)).collect();
            posts.into_iter().map(move |post| (ambassador, post))
        });
        let why =
            |(ambassador, post)| Unfulfilled { ambassador, post, reason: self.of_wish(ambassador, post) };
        wishes.map(why).collect()
    }

    /// Of the sessions of a post that somebody wished for, past ones too: the reason stays the same while they pass. Only who
    /// had nothing before comes too late for them.
    fn of_wish(&self, ambassador: AmbassadorIx, post: PostIx) -> Reason {
        let person = self.domain.ambassador(ambassador);
        let is_wished = |&session: &SessionIx| person.wish_number(*self.domain.session(session)).is_some();
        let all: Vec<SessionIx> = self.domain.sessions_of(post).filter(is_wished).collect();
        let is_new = self.previous.is_some_and(|earlier| earlier.of(ambassador).next().is_none());
        if is_new && !all.is_empty() && !all.iter().any(|&session| self.is_open(session)) {
            return Reason::Settled;
        }
        let may =
            all.iter().copied().filter(|&session| self.eligible.position(ambassador, session).is_some());
        let (running, idle): (Vec<_>, Vec<_>) = may.partition(|one| self.idle[one.0].is_none());
        if running.is_empty() {
            let refusals = self.refusals.among(ambassador, all.into_iter());
            return Reason::Barred(tally_on(refusals, self.idle(idle)));
        }
        if self.standing.is_as_agreed(ambassador) {
            return Reason::Settled;
        }
        self.as_it_stands(running.into_iter().map(|session| self.placement(ambassador, session)))
    }

    /// Of a post or session to which these may come, each at one of the sessions.
    fn of_post(&self, post: PostIx, visitors: Vec<(SessionIx, Placement)>, sessions: &[SessionIx]) -> Reason {
        let (running, idle): (Vec<_>, Vec<_>) =
            visitors.into_iter().partition(|(session, _)| self.idle[session.0].is_none());
        let barred = || tally_on(self.refused(sessions), self.idle(idle.iter().map(|(session, _)| *session)));
        if running.is_empty() {
            let is_offered = self.domain.sessions_of(post).next().is_some();
            return if is_offered && self.domain.ambassadors.is_empty() {
                Reason::NobodyLeft { people: 0, barred: vec![] }
            } else {
                Reason::Barred(barred())
            };
        }
        let open: Vec<Placement> = running.into_iter().map(|(_, placement)| placement).collect();
        let has_room = |one: &&Placement| !self.standing.is_full(one.session());
        let with_room: Vec<Placement> = open.iter().filter(has_room).copied().collect();
        let is_spent =
            |one: &Placement| self.standing.has(*one) || self.standing.is_spent(one.ambassador, post);
        if !with_room.is_empty() && with_room.iter().all(is_spent) {
            let people: BTreeSet<AmbassadorIx> = with_room.iter().map(|one| one.ambassador).collect();
            return Reason::NobodyLeft { people: people.len(), barred: barred() };
        }
        if with_room.is_empty() {
            return Reason::Full;
        }
        self.as_it_stands(open.into_iter())
    }

    /// What stands in the way of placements that the rules allow in themselves.
    fn as_it_stands(&self, placements: impl Iterator<Item = Placement>) -> Reason {
        let is_new = |one: &Placement| !self.standing.has(*one);
        let mut is_kept_away = false;
        let mut tally: BTreeMap<Rule, usize> = BTreeMap::new();
        let mut free: Option<(Effect, Placement)> = None;
        for placement in placements.filter(is_new) {
            if let Some(rule) = self.standing.obstacle(placement) {
                *tally.entry(rule).or_default() += 1;
                continue;
            }
            let found = (self.standing.effect(placement), placement);
            // What would be no better anyway is not kept away.
            if found.0 == Effect::Better && self.standing.is_kept_away(&placement) {
                is_kept_away = true;
            } else {
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
            None if is_kept_away || tally.is_empty() => Reason::Settled,
            None => Reason::Outweighed(Some(tally.into_iter().collect())),
        }
    }

    /// What bars pairs of people and these sessions.
    fn refused(&self, sessions: &[SessionIx]) -> Tally<Rule> {
        let mut all: BTreeMap<Rule, usize> = BTreeMap::new();
        for (rule, pairs) in sessions.iter().flat_map(|&session| self.refusals.at_session(session)) {
            *all.entry(rule).or_default() += pairs;
        }
        all.into_iter().collect()
    }

    /// The rules for which sessions can never run.
    fn idle(&self, sessions: impl IntoIterator<Item = SessionIx>) -> impl Iterator<Item = Rule> {
        sessions.into_iter().filter_map(|session| self.idle[session.0])
    }

    fn placement(&self, ambassador: AmbassadorIx, session: SessionIx) -> Placement {
        Placement::at(*self.domain.session(session), ambassador)
    }
}

#[cfg(test)]
mod tests;
