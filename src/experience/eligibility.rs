//! Who may go to which session, and the first rule that refuses.
//!
//! In: `Domain` and the rules in force. Out: [`Eligible`], every pair that no rule refuses, and tallies of refusals.

use crate::{
    domain::{
        Domain,
        people::{Ambassador, AmbassadorIx, Wish},
        places::{PostIx, Session, SessionIx},
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
        visitor.barred(self.gate.domain.session(session).post).or_else(|| visitor.refused(session))
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
        let holds = |required| ambassador.qualifications.contains(required);
        let too_far = |limit| domain.metres(self.index, index).is_some_and(|metres| metres > limit);
        let bars = |rule| match rule {
            Rule::OwnUnit => {
                domain.rules.own_unit == Permission::Forbid && ambassador.employer == Some(post.unit)
            }
            Rule::NotAgain => {
                domain.rules.repeat_post == Permission::Forbid && ambassador.done.contains(&index)
            }
            Rule::Qualified => !post.requires.iter().all(holds),
            Rule::WithinDistance => domain.rules.max_metres.is_some_and(too_far),
            _ => false,
        };
        [Rule::OwnUnit, Rule::NotAgain, Rule::Qualified, Rule::WithinDistance]
            .into_iter()
            .find(|&rule| self.rulebook.has(rule) && bars(rule))
    }

    /// The first rule that refuses a session of a post from which the person is not barred.
    fn refused(&self, index: SessionIx) -> Option<Rule> {
        let session = self.gate.domain.session(index);
        let bans = |ban: &&Ban| {
            ban.post == session.post
                && ban.dates.as_ref().is_none_or(|dates| dates.holds(session.date, session.hours))
                && ban.hours.is_none_or(|hours| hours == session.hours)
        };
        let refuses = |rule| match rule {
            Rule::Banned => self.bans.iter().any(bans),
            Rule::UnitOpen => self.gate.closed[index.0],
            Rule::Available => self.absent[self.gate.time_of[index.0]],
            _ => false,
        };
        [Rule::Banned, Rule::UnitOpen, Rule::Available]
            .into_iter()
            .find(|&rule| self.rulebook.has(rule) && refuses(rule))
    }

    /// The first refusal of each session of a post that is refused.
    fn refusals(&self, post: PostIx) -> Vec<Rule> {
        let barred = self.barred(post);
        let sessions = self.gate.domain.sessions_of(post);
        sessions.filter_map(|session| barred.or_else(|| self.refused(session))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Refusals, count, eligible};
    use crate::{
        domain::{
            Domain,
            geography::Coordinates,
            people::AmbassadorIx,
            places::{PostIx, SessionIx, UnitIx},
            requests::Ban,
            sample::{days, place, sample},
        },
        experience::rule::Rule,
        planning::rules::Rulebook,
    };
    use std::collections::BTreeSet;

    /// The first sample post on 23 October, barred to the first ambassador by every rule of eligibility at once.
    fn barred_by_everything() -> Domain {
        let mut domain = sample();
        let north = |degrees| Some(Coordinates { latitude: degrees, longitude: 121.45 });
        domain.rules.max_metres = Some(1000);
        domain.units[0].location = north(31.30);
        domain.units[0].closed = days(&[23]);
        domain.posts[0].requires = vec!["health-certificate".into()];
        let person = &mut domain.ambassadors[0];
        person.origin = north(31.31);
        person.employer = Some(UnitIx(0));
        person.done = vec![PostIx(0)];
        person.away = days(&[23]);
        let dates = Some(days(&[23]));
        domain.bans =
            vec![Ban { ambassador: AmbassadorIx(0), post: PostIx(0), dates, hours: None, place: place() }];
        domain
    }

    #[test]
    fn gives_the_first_refusal_in_the_order_of_the_rules() {
        let domain = barred_by_everything();
        let (person, session) = (AmbassadorIx(0), SessionIx(1));
        let mut rulebook = Rulebook::ALL;
        for rule in Rule::ALL.into_iter().filter(|rule| rule.is_eligibility()) {
            assert_eq!(Refusals::of(&domain, rulebook).first(person, session), Some(rule));
            assert_eq!(eligible(&domain, rulebook).position(person, session), None);
            rulebook = rulebook.without(rule);
        }
        assert_eq!(Refusals::of(&domain, rulebook).first(person, session), None);
        assert!(eligible(&domain, rulebook).position(person, session).is_some());
    }

    #[test]
    fn lets_everybody_go_everywhere_when_nothing_is_said() {
        let domain = sample();
        let eligible = eligible(&domain, Rulebook::ALL);
        assert_eq!((eligible.pairs.len(), count(&domain)), (27, 27));
        assert_eq!(eligible.range_of(AmbassadorIx(1)), 9..18);
        assert_eq!(eligible.position(AmbassadorIx(1), SessionIx(2)), Some(11));
    }

    #[test]
    fn keeps_the_pairs_of_some_people_only() {
        let domain = sample();
        let all = eligible(&domain, Rulebook::ALL);
        let some = all.only(&BTreeSet::from([AmbassadorIx(1)]));
        assert_eq!(some.pairs, all.pairs[9..18]);
        assert_eq!(some.range_of(AmbassadorIx(0)), 0..0);
        assert_eq!(some.position(AmbassadorIx(1), SessionIx(2)), Some(2));
        assert_eq!(some.range_of(AmbassadorIx(2)), 9..9);
    }

    #[test]
    fn counts_each_refusal_for_the_first_rule() {
        let mut domain = sample();
        domain.units[0].closed = days(&[22, 23]);
        domain.ambassadors[1].away = days(&[23, 24]);
        let refusals = Refusals::of(&domain, Rulebook::ALL);
        assert_eq!(refusals.of_ambassador(AmbassadorIx(1)), [(Rule::UnitOpen, 4), (Rule::Available, 4)]);
        assert_eq!(refusals.at_post(PostIx(0)), [(Rule::UnitOpen, 6), (Rule::Available, 1)]);
        assert_eq!(refusals.at_post(PostIx(2)), [(Rule::Available, 2)]);
    }

    #[test]
    fn does_not_measure_a_way_of_which_an_end_is_unknown() {
        let mut domain = barred_by_everything();
        domain.ambassadors[2].origin = None;
        let session = SessionIx(0);
        assert_ne!(
            Refusals::of(&domain, Rulebook::ALL).first(AmbassadorIx(2), session),
            Some(Rule::WithinDistance)
        );
    }
}
