//! How many can come to a session, as far as the rules about that session alone say.

use crate::{
    domain::{Domain, people::AmbassadorIx, places::SessionIx},
    experience::{eligibility::Eligible, rule::Rule},
    planning::model::count,
    planning::rules::Rulebook,
};

/// The most who can come to each session; 0 where it never runs.
pub fn capacities(domain: &Domain, eligible: &Eligible, rulebook: Rulebook<Rule>) -> Vec<i64> {
    let most = turnouts(domain, eligible, rulebook).into_iter();
    let idle = idle(domain, eligible, rulebook).into_iter();
    most.zip(idle).map(|(most, idle)| if idle.is_some() { 0 } else { most }).collect()
}

/// The rule for which each session never runs: nobody who may come can lead it, or a quorum is out of reach; `None` where
/// it can run.
pub fn idle(domain: &Domain, eligible: &Eligible, rulebook: Rulebook<Rule>) -> Vec<Option<Rule>> {
    let mut is_led: Vec<bool> =
        domain.sessions.iter().map(|one| domain.post(one.post).leader_among_others().is_none()).collect();
    for &(ambassador, session) in &eligible.pairs {
        is_led[session.0] = is_led[session.0] || leads(domain, ambassador, session);
    }
    let quorum = |session: usize| i64::from(domain.post(domain.sessions[session].post).seats_min);
    let most = turnouts(domain, eligible, rulebook).into_iter().zip(is_led).enumerate();
    most.map(|(session, (most, is_led))| {
        if rulebook.has(Rule::Led) && !is_led {
            Some(Rule::Led)
        } else {
            (rulebook.has(Rule::Quorum) && most < quorum(session)).then_some(Rule::Quorum)
        }
    })
    .collect()
}

/// Whether somebody at a session has what its post asks of one among others.
pub fn leads(domain: &Domain, ambassador: AmbassadorIx, session: SessionIx) -> bool {
    let session = domain.session(session);
    let leader = domain.post(session.post).leader_among_others();
    leader.is_some_and(|leader| domain.ambassador(ambassador).holds(leader, session.date))
}

/// The most who can come to each session, be it enough or not.
///
/// A session with a quorum takes no more than its post, its unit and its mentor can receive: with a smaller coefficient the
/// relaxation opens it less readily.
pub fn turnouts(domain: &Domain, eligible: &Eligible, rulebook: Rulebook<Rule>) -> Vec<i64> {
    let mut visitors = vec![0; domain.sessions.len()];
    for &(_, session) in &eligible.pairs {
        visitors[session.0] += 1;
    }
    let sessions = visitors.into_iter().enumerate();
    sessions
        .map(|(session, visitors)| turnout(domain, SessionIx(session), count(visitors), rulebook))
        .collect()
}

fn turnout(domain: &Domain, session: SessionIx, eligible: i64, rulebook: Rulebook<Rule>) -> i64 {
    let post = domain.post(domain.session(session).post);
    let in_force = |rule: Rule, limit: Option<u32>| limit.filter(|_| rulebook.has(rule)).map(i64::from);
    let seats = in_force(Rule::Seats, Some(post.seats_max));
    let most = seats.into_iter().fold(eligible, i64::min);
    if post.seats_min <= 1 || !rulebook.has(Rule::Quorum) {
        return most;
    }
    let unit = domain.unit(post.unit);
    let guided = domain.rules.mentor_limit.filter(|_| post.mentor.is_some());
    let limits = [
        in_force(Rule::PostLimit, post.limit),
        in_force(Rule::UnitLimit, unit.limit),
        in_force(Rule::UnitDailyLimit, unit.daily_limit),
        in_force(Rule::MentorLimit, guided),
    ];
    limits.into_iter().flatten().fold(most, i64::min)
}
