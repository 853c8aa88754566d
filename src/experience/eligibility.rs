//! Who may go to which session, and the first rule that refuses.
//!
//! In: `Domain` and the rules in force. Out: [`Eligible`], every pair that no rule refuses, and tallies of refusals.

use crate::{
    domain::{
        Domain,
        people::{Ambassador, AmbassadorIx, Wish},
        places::{Ages, PostIx, Session, SessionIx},
        requests::Ban,
        rules::Permission,
        time::Hours,
    },
    experience::rule::Rule,
    planning::{
        reason::{Tally, tally},
        rules::Rulebook,
    },
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

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

    /// The same pairs without everybody but these people.
    #[must_use]
    pub fn only(&self, people: &BTreeSet<AmbassadorIx>) -> Self {
        self.kept(|position| people.contains(&self.pairs[position].0))
    }

    /// The pairs at some positions only.
    #[must_use]
    pub fn kept(&self, keep: impl Fn(usize) -> bool) -> Self {
        let mut pairs = Vec::new();
        let mut starts = vec![0];
        for ambassador in (0..self.starts.len() - 1).map(AmbassadorIx) {
            pairs.extend(self.range_of(ambassador).filter(|&one| keep(one)).map(|one| self.pairs[one]));
            starts.push(pairs.len());
        }
        Self { pairs, starts }
    }

    /// The position of a pair; `None` where it is not eligible.
    pub fn position(&self, ambassador: AmbassadorIx, session: SessionIx) -> Option<usize> {
        self.pairs.binary_search(&(ambassador, session)).ok()
    }
}

/// Every pair that none of the rules in force refuses.
pub fn eligible(domain: &Domain, rulebook: Rulebook<Rule>) -> Eligible {
    eligible_by(domain, |_| rulebook)
}

/// The same where other rules are in force for some people than for others.
pub fn eligible_by(domain: &Domain, rules_for: impl Fn(AmbassadorIx) -> Rulebook<Rule>) -> Eligible {
    let gate = Gate::new(domain);
    let mut pairs = Vec::new();
    let mut starts = vec![0];
    for ambassador in (0..domain.ambassadors.len()).map(AmbassadorIx) {
        let visitor = gate.visitor(ambassador, rules_for(ambassador));
        pairs.extend(visitor.welcome().map(|session| (ambassador, session)));
        starts.push(pairs.len());
    }
    Eligible { pairs, starts }
}

/// How many pairs no rule refuses, without keeping them.
pub fn count(domain: &Domain) -> usize {
    let gate = Gate::new(domain);
    let people = (0..domain.ambassadors.len()).map(AmbassadorIx);
    people.map(|ambassador| gate.visitor(ambassador, Rulebook::ALL).welcome().count()).sum()
}

/// Asked which rules refuse single pairs, people, posts and wishes; what is the same for everybody is worked out once.
pub struct Refusals<'a> {
    gate: Gate<'a>,
    rulebook: Rulebook<Rule>,
}

impl<'a> Refusals<'a> {
    /// Under the rules in force.
    pub fn of(domain: &'a Domain, rulebook: Rulebook<Rule>) -> Self {
        Self { gate: Gate::new(domain), rulebook }
    }

    fn visitor(&self, ambassador: AmbassadorIx) -> Visitor<'_> {
        self.gate.visitor(ambassador, self.rulebook)
    }

    /// The first rule that refuses a pair, in the order of [`Rule::ALL`]; `None` where it is eligible.
    pub fn first(&self, ambassador: AmbassadorIx, session: SessionIx) -> Option<Rule> {
        let visitor = self.visitor(ambassador);
        first(visitor.barred(self.gate.domain.session(session).post), visitor.refused(session))
    }

    /// How many sessions each rule bars to an ambassador, by rule; a session counts for the first that refuses.
    pub fn of_ambassador(&self, ambassador: AmbassadorIx) -> Tally<Rule> {
        let visitor = self.visitor(ambassador);
        tally((0..self.gate.domain.posts.len()).flat_map(|post| visitor.refusals(PostIx(post))))
    }

    /// How many pairs of people and the post's sessions each rule bars, by rule; a pair counts for the first that
    /// refuses.
    pub fn at_post(&self, post: PostIx) -> Tally<Rule> {
        let people = (0..self.gate.domain.ambassadors.len()).map(AmbassadorIx);
        tally(people.flat_map(|ambassador| self.visitor(ambassador).refusals(post)))
    }

    /// How many people each rule bars from a session, in the same way.
    pub fn at_session(&self, session: SessionIx) -> Tally<Rule> {
        let people = (0..self.gate.domain.ambassadors.len()).map(AmbassadorIx);
        tally(people.filter_map(|ambassador| self.first(ambassador, session)))
    }

    /// How many of some sessions each rule bars to an ambassador, by rule.
    pub fn among(&self, ambassador: AmbassadorIx, sessions: impl Iterator<Item = SessionIx>) -> Tally<Rule> {
        tally(sessions.filter_map(|session| self.first(ambassador, session)))
    }

    /// The wishes of which every session is refused, with how many of them each rule bars, by rule; one for which there is no
    /// session has none.
    pub fn of_wishes_in_vain(&self) -> Vec<(AmbassadorIx, &'a Wish, Tally<Rule>)> {
        let domain = self.gate.domain;
        let people = domain.ambassadors.iter().enumerate();
        let wishes = people.flat_map(|(ambassador, person)| {
            person.wishes.iter().map(move |wish| (AmbassadorIx(ambassador), wish))
        });
        let in_vain = wishes.filter_map(|(ambassador, wish)| {
            let sessions = domain.sessions_of(wish.post);
            let wished: Vec<SessionIx> =
                sessions.filter(|&session| wish.is_for(*domain.session(session))).collect();
            let refusals = self.among(ambassador, wished.iter().copied());
            let refused: usize = refusals.iter().map(|(_, sessions)| sessions).sum();
            (refused == wished.len()).then_some((ambassador, wish, refusals))
        });
        in_vain.collect()
    }
}

/// Whether a ban bars its person from a session.
pub fn bars(ban: &Ban, session: &Session) -> bool {
    ban.post == session.post
        && ban.dates.as_ref().is_none_or(|dates| dates.bars(session.date, session.hours))
        && ban.hours.is_none_or(|hours| hours == session.hours)
}

/// The first of two rules that refuse, in the order of [`Rule::ALL`].
fn first(one: Option<Rule>, other: Option<Rule>) -> Option<Rule> {
    one.into_iter().chain(other).min()
}

/// What is the same for everybody, worked out once.
struct Gate<'a> {
    domain: &'a Domain,
    /// Every date with the hours at which there is a session, ascending.
    times: Vec<(NaiveDate, Hours)>,
    /// Position in `times` of each session.
    time_of: Vec<usize>,
    /// Whether each session's unit is closed then.
    closed: Vec<bool>,
    /// The bans of each person who has any.
    bans: BTreeMap<AmbassadorIx, Vec<&'a Ban>>,
    /// Whether each person cannot come, by person and position in `times`.
    absent: Vec<bool>,
}

impl<'a> Gate<'a> {
    fn new(domain: &'a Domain) -> Self {
        let sessions = &domain.sessions;
        let time = |session: &Session| (session.date, session.hours);
        let mut times: Vec<(NaiveDate, Hours)> = sessions.iter().map(time).collect();
        times.sort_unstable();
        times.dedup();
        let time_of =
            sessions.iter().map(|session| times.partition_point(|one| *one < time(session))).collect();
        let unit_of = |session: &Session| domain.unit(domain.post(session.post).unit);
        let closed = sessions
            .iter()
            .map(|session| unit_of(session).closed.bars(session.date, session.hours))
            .collect();
        let mut bans: BTreeMap<AmbassadorIx, Vec<&Ban>> = BTreeMap::new();
        for ban in &domain.bans {
            bans.entry(ban.ambassador).or_default().push(ban);
        }
        let people = domain.ambassadors.iter();
        let absent = people
            .flat_map(|person| times.iter().map(|&(date, hours)| !person.is_available(date, hours)))
            .collect();
        Self { domain, times, time_of, closed, bans, absent }
    }

    /// What is the same for all sessions of one person, worked out once.
    fn visitor(&self, index: AmbassadorIx, rulebook: Rulebook<Rule>) -> Visitor<'_> {
        let ambassador = self.domain.ambassador(index);
        let times = self.times.len();
        let absent = &self.absent[index.0 * times..(index.0 + 1) * times];
        let bans = self.bans.get(&index).map_or(&[][..], Vec::as_slice);
        Visitor { gate: self, index, ambassador, rulebook, absent, bans }
    }
}

/// One person before the sessions.
struct Visitor<'a> {
    gate: &'a Gate<'a>,
    index: AmbassadorIx,
    ambassador: &'a Ambassador,
    rulebook: Rulebook<Rule>,
    /// Whether the person cannot come, by position in the gate's times.
    absent: &'a [bool],
    bans: &'a [&'a Ban],
}

impl Visitor<'_> {
    /// The sessions that nothing refuses, ascending.
    fn welcome(&self) -> impl Iterator<Item = SessionIx> + '_ {
        let domain = self.gate.domain;
        let posts = (0..domain.posts.len()).map(PostIx).filter(|&post| self.barred(post).is_none());
        let sessions = posts.flat_map(|post| domain.sessions_of(post));
        sessions.filter(|&session| self.refused(session).is_none())
    }

    /// The first rule that bars the person from a post on every date.
    fn barred(&self, index: PostIx) -> Option<Rule> {
        let Self { ambassador, gate: Gate { domain, .. }, .. } = self;
        let post = domain.post(index);
        let too_far = |limit| domain.metres(self.index, index).is_some_and(|metres| metres > limit);
        let bars = |rule| match rule {
            Rule::OwnUnit => {
                domain.rules.own_unit == Permission::Forbid && ambassador.employer == Some(post.unit)
            }
            Rule::NotAgain => {
                domain.rules.repeat_post == Permission::Forbid && ambassador.done.contains(&index)
            }
            Rule::WithinDistance => domain.rules.max_metres.is_some_and(too_far),
            _ => false,
        };
        [Rule::OwnUnit, Rule::NotAgain, Rule::WithinDistance]
            .into_iter()
            .find(|&rule| self.rulebook.has(rule) && bars(rule))
    }

    /// The first rule that refuses a session and need not refuse the post's others.
    fn refused(&self, index: SessionIx) -> Option<Rule> {
        let Self { ambassador, gate: Gate { domain, .. }, .. } = self;
        let session = domain.session(index);
        let post = domain.post(session.post);
        let holds = |required: &String| ambassador.holds(required, session.date);
        let is_of_age = |ages: Ages| ambassador.age_on(session.date).is_some_and(|age| ages.contain(age));
        let refuses = |rule| match rule {
            Rule::Qualified => !post.requires.iter().all(holds),
            Rule::OfAge => !post.ages.is_none_or(is_of_age),
            Rule::Willing => {
                ambassador.unwished == Permission::Forbid && ambassador.wish_number(*session).is_none()
            }
            Rule::Led => post.seats_max == 1 && !post.leader.as_ref().is_none_or(holds),
            Rule::Banned => self.bans.iter().any(|ban| bars(ban, session)),
            Rule::UnitOpen => self.gate.closed[index.0],
            Rule::Available => self.absent[self.gate.time_of[index.0]],
            _ => false,
        };
        let of_sessions = [
            Rule::Qualified,
            Rule::OfAge,
            Rule::Willing,
            Rule::Led,
            Rule::Banned,
            Rule::UnitOpen,
            Rule::Available,
        ];
        of_sessions.into_iter().find(|&rule| self.rulebook.has(rule) && refuses(rule))
    }

    /// The first refusal of each session of a post that is refused.
    fn refusals(&self, post: PostIx) -> Vec<Rule> {
        let barred = self.barred(post);
        let sessions = self.gate.domain.sessions_of(post);
        sessions.filter_map(|session| first(barred, self.refused(session))).collect()
    }
}

#[cfg(test)]
mod tests;
