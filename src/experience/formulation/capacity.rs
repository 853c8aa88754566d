//! How many can come to a session, as far as the rules about that session alone say.

use crate::{
    domain::{Domain, places::SessionIx},
    experience::{eligibility::Eligible, rule::Rule},
    planning::model::count,
    planning::rules::Rulebook,
};

/// The most who can come to each session; 0 where a quorum is out of reach, so that the session never runs.
pub fn capacities(domain: &Domain, eligible: &Eligible, rulebook: Rulebook<Rule>) -> Vec<i64> {
    let quorum = |session: usize| i64::from(domain.post(domain.sessions[session].post).seats_min);
    let runs = |session, most| !rulebook.has(Rule::Quorum) || most >= quorum(session);
    let most = turnouts(domain, eligible, rulebook).into_iter().enumerate();
    most.map(|(session, most)| if runs(session, most) { most } else { 0 }).collect()
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
