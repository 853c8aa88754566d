//! What a post, a unit and a mentor can receive: `post-limit`, `unit-limit`, `unit-daily-limit` and `mentor-limit`.

use crate::{
    domain::{
        places::{MentorIx, PostIx, Session, SessionIx, UnitIx},
        time::{Stretch, overlapping_sets},
    },
    experience::{
        formulation::{
            draft::Draft,
            subject::{About, common_moment},
        },
        rule::Rule,
    },
    lp::{ColumnIx, Relation},
    planning::model::{count, ones},
};
use chrono::NaiveDate;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A post has no more people over the campaign than wanted at most.
///
/// *for each* post p with a `need.max`; *where* its sessions have seats for more;
/// Σ over ambassadors a and p's sessions s of x\[a,s\] ≤ `need.max`
pub(super) fn post_limit(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::PostLimit) {
        return;
    }
    for (post, offered) in draft.domain.posts.iter().enumerate() {
        if let Some(limit) = offered.limit {
            let sessions: Vec<SessionIx> = draft.domain.sessions_of(PostIx(post)).collect();
            limit_sessions(draft, Rule::PostLimit, About::Post(PostIx(post)), &sessions, limit);
        }
    }
}

/// A unit has no more visitors over the campaign than it takes.
///
/// *for each* unit u with a `limit`; *where* its sessions have seats for more;
/// Σ over ambassadors a and u's sessions s of x\[a,s\] ≤ limit
pub(super) fn unit_limit(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::UnitLimit) {
        return;
    }
    let mut hosted: BTreeMap<UnitIx, Vec<SessionIx>> = BTreeMap::new();
    for session in draft.sessions() {
        hosted.entry(draft.post_of(session).unit).or_default().push(session);
    }
    for (unit, sessions) in hosted {
        if let Some(limit) = draft.domain.unit(unit).limit {
            limit_sessions(draft, Rule::UnitLimit, About::Unit(unit), &sessions, limit);
        }
    }
}

/// A unit has no more visitors a day than it takes.
///
/// *for each* unit u with a `daily_limit`, date; *where* its sessions have seats for more;
/// Σ over ambassadors a and u's sessions s on that date of x\[a,s\] ≤ limit
pub(super) fn unit_daily_limit(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::UnitDailyLimit) {
        return;
    }
    let mut days: BTreeMap<(UnitIx, NaiveDate), Vec<SessionIx>> = BTreeMap::new();
    for session in draft.sessions() {
        let date = draft.domain.session(session).date;
        days.entry((draft.post_of(session).unit, date)).or_default().push(session);
    }
    for ((unit, date), sessions) in days {
        if let Some(limit) = draft.domain.unit(unit).daily_limit {
            limit_sessions(draft, Rule::UnitDailyLimit, About::UnitDay(unit, date), &sessions, limit);
        }
    }
}

/// A mentor guides no more people at a time than the limit.
///
/// *for each* mentor of a unit, largest set S of his or her sessions that overlap; *where* S has seats for more;
/// Σ over ambassadors a and s in S of x\[a,s\] ≤ `mentor_limit`
pub(super) fn mentor_limit(draft: &mut Draft<'_, '_>) {
    let limit = draft.domain.rules.mentor_limit.filter(|_| draft.rulebook.has(Rule::MentorLimit));
    let Some(limit) = limit else { return };
    let mut guided: BTreeMap<MentorIx, Vec<SessionIx>> = BTreeMap::new();
    for session in draft.sessions() {
        if let Some(mentor) = draft.post_of(session).mentor {
            guided.entry(mentor).or_default().push(session);
        }
    }
    for (mentor, sessions) in guided {
        let known: Vec<Session> = sessions.iter().map(|&session| *draft.domain.session(session)).collect();
        for set in crowds(&known) {
            let (date, minute) = common_moment(&known, &set);
            let together: Vec<SessionIx> = set.iter().map(|&item| sessions[item]).collect();
            let about = About::Guidance(mentor, date, minute);
            limit_sessions(draft, Rule::MentorLimit, about, &together, limit);
        }
    }
}

/// The largest overlapping sets, and alone whatever overlaps with nothing; by the moment at which all of a set run.
fn crowds(sessions: &[Session]) -> Vec<Vec<usize>> {
    let stretches: Vec<Stretch> = sessions.iter().map(Session::stretch).collect();
    let mut sets = overlapping_sets(&stretches);
    let crowded: BTreeSet<usize> = sets.iter().flatten().copied().collect();
    sets.extend((0..sessions.len()).filter(|item| !crowded.contains(item)).map(|item| vec![item]));
    sets.sort_by_key(|set| common_moment(sessions, set));
    sets
}

fn limit_sessions(draft: &mut Draft<'_, '_>, rule: Rule, about: About, sessions: &[SessionIx], limit: u32) {
    let limit = i64::from(limit);
    let seats: i64 = sessions.iter().map(|session| draft.capacity[session.0]).sum();
    if seats > limit {
        let columns: Vec<ColumnIx> =
            sessions.iter().flat_map(|session| &draft.visitors[session.0]).copied().collect();
        draft.add_limit(rule, about, &columns, limit);
        add_rounded_quorums(draft, sessions, limit);
    }
}

/// Of the sessions that need m people at least, no more run than ⌊limit / m⌋: where m does not divide the limit, the
/// relaxation would run a part of one more.
fn add_rounded_quorums(draft: &mut Draft<'_, '_>, sessions: &[SessionIx], limit: i64) {
    let mut quorums: Vec<(i64, ColumnIx)> = sessions
        .iter()
        .filter_map(|&session| Some((i64::from(draft.post_of(session).seats_min), draft.open[session.0]?)))
        .collect();
    quorums.sort_unstable_by_key(|&(least, column)| (Reverse(least), column));
    let opens: Vec<ColumnIx> = quorums.iter().map(|&(_, open)| open).collect();
    for (position, &(least, _)) in quorums.iter().enumerate() {
        let is_last = quorums.get(position + 1).is_none_or(|&(next, _)| next < least);
        let most = limit / least;
        if is_last && limit % least != 0 && count(position + 1) > most {
            draft.model.add_cut(ones(&opens[..=position]), Relation::AtMost, most);
        }
    }
}
