//! Who may go to which session, and the first rule that refuses.
//!
//! In: `Domain` and the rules in force. Out: [`Eligible`], every pair that no rule refuses, and tallies of refusals.

use crate::{
    domain::{
        Domain,
        people::{Ambassador, AmbassadorIx},
        places::{Post, PostIx, SessionIx},
        requests::Ban,
        rules::Permission,
    },
    experience::{rule::Rule, rulebook::Rulebook},
};
use chrono::NaiveDate;
use std::{collections::BTreeMap, ops::Range};

/// Every eligible pair of ambassador and session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligible {
    /// The pairs by ambassador, then session.
    pub pairs: Vec<(AmbassadorIx, SessionIx)>,
    /// Where each ambassador's pairs begin, and at last where all end.
    starts: Vec<usize>,
}

impl Eligible {
    /// The positions of an ambassador's pairs.
    pub fn range_of(&self, ambassador: AmbassadorIx) -> Range<usize> {
        self.starts[ambassador.0]..self.starts[ambassador.0 + 1]
    }

    /// The sessions for which an ambassador is eligible, ascending.
    pub fn sessions_of(&self, ambassador: AmbassadorIx) -> impl Iterator<Item = SessionIx> + '_ {
        self.pairs[self.range_of(ambassador)].iter().map(|&(_, session)| session)
    }

    /// The position of a pair; `None` where it is not eligible.
    pub fn position(&self, ambassador: AmbassadorIx, session: SessionIx) -> Option<usize> {
        self.pairs.binary_search(&(ambassador, session)).ok()
    }
}

/// Every pair that none of the rules in force refuses.
pub fn eligible(domain: &Domain, rulebook: Rulebook) -> Eligible {
    let gate = Gate::new(domain, rulebook);
    let mut pairs = Vec::new();
    let mut starts = vec![0];
    for ambassador in (0..domain.ambassadors.len()).map(AmbassadorIx) {
        let visitor = gate.visitor(ambassador);
        let sessions = (0..domain.sessions.len()).map(SessionIx);
        pairs.extend(
            sessions
                .filter(|&session| visitor.refusal(session).is_none())
                .map(|session| (ambassador, session)),
        );
        starts.push(pairs.len());
    }
    Eligible { pairs, starts }
}

/// The first rule that refuses a pair, in the order of [`Rule::ALL`]; `None` where it is eligible.
pub fn refusal(
    domain: &Domain,
    rulebook: Rulebook,
    ambassador: AmbassadorIx,
    session: SessionIx,
) -> Option<Rule> {
    Gate::new(domain, rulebook).visitor(ambassador).refusal(session)
}

/// How many sessions each rule bars to an ambassador, by rule; a session counts for the first that refuses.
pub fn refusals_of_ambassador(domain: &Domain, ambassador: AmbassadorIx) -> Vec<(Rule, usize)> {
    let gate = Gate::new(domain, Rulebook::ALL);
    let visitor = gate.visitor(ambassador);
    tally((0..domain.sessions.len()).filter_map(|session| visitor.refusal(SessionIx(session))))
}

/// How many pairs of people and the post's sessions each rule bars, by rule; a pair counts for the first that
/// refuses.
pub fn refusals_at_post(domain: &Domain, post: PostIx) -> Vec<(Rule, usize)> {
    let gate = Gate::new(domain, Rulebook::ALL);
    let people = (0..domain.ambassadors.len()).map(AmbassadorIx);
    tally(people.flat_map(|ambassador| {
        let visitor = gate.visitor(ambassador);
        domain.sessions_of(post).filter_map(|session| visitor.refusal(session)).collect::<Vec<_>>()
    }))
}

fn tally(refusals: impl Iterator<Item = Rule>) -> Vec<(Rule, usize)> {
    let mut counts = BTreeMap::new();
    for rule in refusals {
        *counts.entry(rule).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// What is the same for everybody, worked out once.
struct Gate<'a> {
    domain: &'a Domain,
    rulebook: Rulebook,
    /// Every date on which there is a session, ascending.
    dates: Vec<NaiveDate>,
    /// Position in `dates` of each session.
    date_of: Vec<usize>,
    /// Whether each session's unit is closed then.
    closed: Vec<bool>,
    /// The bans of each person who has any.
    bans: BTreeMap<AmbassadorIx, Vec<&'a Ban>>,
}

impl<'a> Gate<'a> {
    fn new(domain: &'a Domain, rulebook: Rulebook) -> Self {
        let mut dates: Vec<NaiveDate> = domain.sessions.iter().map(|session| session.date).collect();
        dates.sort_unstable();
        dates.dedup();
        let date_of = domain
            .sessions
            .iter()
            .map(|session| dates.partition_point(|date| *date < session.date))
            .collect();
        let closed = domain
            .sessions
            .iter()
            .map(|session| {
                let unit = domain.unit(domain.post(session.post).unit);
                rulebook.has(Rule::UnitOpen) && unit.closed.contains(session.date)
            })
            .collect();
        let mut bans: BTreeMap<AmbassadorIx, Vec<&Ban>> = BTreeMap::new();
        if rulebook.has(Rule::Banned) {
            for ban in &domain.bans {
                bans.entry(ban.ambassador).or_default().push(ban);
            }
        }
        Self { domain, rulebook, dates, date_of, closed, bans }
    }

    /// What is the same for all sessions of one person, worked out once.
    fn visitor(&self, index: AmbassadorIx) -> Visitor<'_> {
        let ambassador = self.domain.ambassador(index);
        let barred = (0..self.domain.posts.len()).map(|post| self.barred(index, PostIx(post))).collect();
        let absent = self
            .dates
            .iter()
            .map(|&date| self.rulebook.has(Rule::Available) && !ambassador.is_available(date))
            .collect();
        Visitor { gate: self, barred, absent, bans: self.bans.get(&index).map_or(&[], Vec::as_slice) }
    }

    /// The first rule that bars a person from a post on every date.
    fn barred(&self, index: AmbassadorIx, post_index: PostIx) -> Option<Rule> {
        let Self { domain, rulebook, .. } = self;
        let (ambassador, post) = (domain.ambassador(index), domain.post(post_index));
        let bars = |rule: Rule| match rule {
            Rule::OwnUnit => {
                domain.rules.own_unit == Permission::Forbid && ambassador.employer == Some(post.unit)
            }
            Rule::NotAgain => {
                domain.rules.repeat_post == Permission::Forbid && ambassador.done.contains(&post_index)
            }
            Rule::Qualified => !is_qualified(ambassador, post),
            Rule::WithinDistance => domain
                .rules
                .max_metres
                .is_some_and(|limit| domain.metres(index, post_index).is_some_and(|metres| metres > limit)),
            _ => false,
        };
        [Rule::OwnUnit, Rule::NotAgain, Rule::Qualified, Rule::WithinDistance]
            .into_iter()
            .find(|&rule| rulebook.has(rule) && bars(rule))
    }
}

fn is_qualified(ambassador: &Ambassador, post: &Post) -> bool {
    post.requires.iter().all(|required| ambassador.qualifications.contains(required))
}

/// One person before the sessions.
struct Visitor<'a> {
    gate: &'a Gate<'a>,
    /// The first rule that bars each post on every date.
    barred: Vec<Option<Rule>>,
    /// Whether the person cannot come, by position in the gate's dates.
    absent: Vec<bool>,
    bans: &'a [&'a Ban],
}

impl Visitor<'_> {
    fn refusal(&self, index: SessionIx) -> Option<Rule> {
        let session = self.gate.domain.session(index);
        let banned = |ban: &&Ban| {
            ban.post == session.post && ban.dates.as_ref().is_none_or(|dates| dates.contains(session.date))
        };
        self.barred[session.post.0]
            .or_else(|| self.bans.iter().any(banned).then_some(Rule::Banned))
            .or_else(|| self.gate.closed[index.0].then_some(Rule::UnitOpen))
            .or_else(|| self.absent[self.gate.date_of[index.0]].then_some(Rule::Available))
    }
}
