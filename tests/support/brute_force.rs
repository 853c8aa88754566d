//! The best roster found by trying every one: what the solver is held against.
//!
//! Knows the rules only through `experience::verification`.

use chuxin::{
    domain::{
        Domain,
        people::AmbassadorIx,
        rules::{Priority, WishPolicy},
    },
    experience::{
        level::Level,
        roster::{Placement, Previous, Roster},
        rule::Rule,
        verification::{recount, violations},
    },
    planning::earlier::RepairTerms,
};
use std::collections::BTreeSet;

/// The value of every level, in order, in the best roster that keeps all rules.
pub type Values = Vec<(Level, i64)>;

/// The best values of a campaign; `None` where no roster keeps all rules.
pub fn optimum(domain: &Domain) -> Option<Values> {
    optimum_without(domain, None)
}

/// The same as if one rule did not exist.
pub fn optimum_without(domain: &Domain, waived: Option<Rule>) -> Option<Values> {
    search(domain, waived, None)
}

/// The best values after an earlier plan; whatever lies before its day must stay as it was, and where it says what alone may
/// change, everything else.
pub fn optimum_after(domain: &Domain, previous: &Previous) -> Option<Values> {
    search(domain, None, Some(previous))
}

/// The same of the rosters that something else holds of too.
pub fn optimum_after_where(
    domain: &Domain,
    previous: &Previous,
    holds: &dyn Fn(&Roster) -> bool,
) -> Option<Values> {
    let mut search = Search { holds, ..Search::of(domain, None, Some(previous)) };
    search.decide(0);
    search.best
}

fn search(domain: &Domain, waived: Option<Rule>, previous: Option<&Previous>) -> Option<Values> {
    let mut search = Search::of(domain, waived, previous);
    search.decide(0);
    search.best
}

/// Every placement that is in some roster that keeps all rules but the pins.
pub fn possible(domain: &Domain) -> BTreeSet<Placement> {
    let unpinned = Domain { pins: Vec::new(), ..domain.clone() };
    let mut search = Search::of(&unpinned, None, None);
    search.decide(0);
    search.met
}

/// Every roster that keeps all rules, and after an earlier plan the days before its day, with its values.
pub fn every_roster(domain: &Domain, previous: Option<&Previous>) -> Vec<(Roster, Values)> {
    let mut search = Search::of(domain, None, previous);
    search.all = Some(Vec::new());
    search.decide(0);
    search.all.unwrap_or_default()
}

/// Whether a roster is the same as the earlier plan on every day before the change.
fn leaves_the_past(roster: &Roster, previous: &Previous) -> bool {
    let past = |placements: &[Placement]| -> BTreeSet<Placement> {
        let RepairTerms { keep_until, begun_by, .. } = previous.settled.terms;
        let before = |one: &&Placement| {
            keep_until.is_some_and(|day| {
                one.date < day || one.date == day && begun_by.is_some_and(|minute| one.hours.start() < minute)
            })
        };
        placements.iter().filter(before).copied().collect()
    };
    past(&roster.placements) == past(&previous.stands)
}

/// Whether nothing else has changed since the earlier plan than what was to change, where that is said.
fn changes_nothing_else(roster: &Roster, previous: &Previous) -> bool {
    let (has, had): (BTreeSet<Placement>, BTreeSet<Placement>) =
        (roster.placements.iter().copied().collect(), previous.stands.iter().copied().collect());
    let waits = |one: &&Placement| {
        let free = previous.settled.waiting.get(&one.ambassador);
        free.is_some_and(|free| !free.contains(&one.session()))
    };
    if has.difference(&had).any(|one| waits(&one)) {
        return false;
    }
    let Some(only) = &previous.settled.exchange else { return true };
    let is_asked = |one: &&Placement| only.coming.contains(one) || only.late.contains(&one.ambassador);
    let instead: Vec<&Placement> = has.difference(&had).filter(|one| !is_asked(one)).collect();
    let beyond = |(person, most): (&AmbassadorIx, &usize)| {
        has.difference(&had).filter(|one| one.ambassador == *person).count() > *most
    };
    had.difference(&has).all(|one| only.leaving.contains(one))
        && only.leaving.iter().all(|one| only.coming.contains(one) || !has.contains(one))
        && instead.iter().all(|one| only.displaced.contains_key(&one.ambassador))
        && !only.displaced.iter().any(beyond)
}

/// What those who lost something by the change have anew, where that comes before everything.
fn restored(roster: &Roster, previous: &Previous) -> Option<(Level, i64)> {
    let only = previous.settled.exchange.as_ref()?;
    let is_sought = !only.displaced.is_empty() && !only.late.is_empty();
    let theirs = |one: &&Placement| only.displaced.contains_key(&one.ambassador);
    let new = roster.placements.iter().filter(theirs).filter(|one| !previous.stands.contains(one)).count();
    is_sought.then(|| (Level::Restored, i64::try_from(new).expect("few")))
}

/// The values with the number of earlier placements that are gone, behind what weighs more than leaving people alone.
fn with_changes(mut values: Values, roster: &Roster, previous: &Previous) -> Values {
    let stayed = previous.stands.iter().filter(|one| roster.placements.contains(one)).count();
    let gone = previous.gone + previous.stands.len() - stayed;
    let served = [Priority::Coverage, Priority::Everyone, Priority::Enough, Priority::Days];
    let weightier = if previous.settled.terms.touch_least { &served[..1] } else { &served };
    let weighs_more =
        |level: Level| matches!(level, Level::Priority(priority) if weightier.contains(&priority));
    let weigh_more = values.iter().rposition(|(level, _)| weighs_more(*level));
    let mut behind = values.split_off(weigh_more.map_or(0, |last| last + 1));
    let comforts = |(level, _): &mut (Level, i64)| {
        let comforts = [
            Priority::Even,
            Priority::Groups,
            Priority::Represented,
            Priority::Wishes,
            Priority::Travel,
            Priority::First,
        ];
        matches!(level, Level::Wish(_)) || comforts.map(Level::Priority).contains(level)
    };
    let comforts: Values = values.extract_if(.., comforts).collect();
    values.push((Level::Changes, i64::try_from(gone).expect("few")));
    values.extend(comforts);
    values.append(&mut behind);
    restored(roster, previous).into_iter().chain(values).collect()
}

/// Every placement that no rule of eligibility bars.
pub fn eligible_pairs(domain: &Domain) -> Vec<Placement> {
    placements(domain).filter(|&pair| is_eligible(domain, pair, None)).collect()
}

/// Every session with every ambassador.
pub fn placements(domain: &Domain) -> impl Iterator<Item = Placement> + '_ {
    domain.sessions.iter().flat_map(|session| {
        let people = (0..domain.ambassadors.len()).map(AmbassadorIx);
        people.map(|ambassador| Placement::at(*session, ambassador))
    })
}

fn is_eligible(domain: &Domain, pair: Placement, waived: Option<Rule>) -> bool {
    let alone = Roster { placements: vec![pair] };
    !violations(domain, &alone)
        .iter()
        .any(|broken| bars_alone(domain, pair, broken.rule) && Some(broken.rule) != waived)
}

/// Whether a rule that a placement breaks by itself bars it, whoever else comes.
fn bars_alone(domain: &Domain, pair: Placement, broken: Rule) -> bool {
    broken.is_eligibility() || broken == Rule::Led && domain.post(pair.post).seats_max == 1
}

struct Search<'a> {
    domain: &'a Domain,
    waived: Option<Rule>,
    previous: Option<&'a Previous>,
    pairs: Vec<Placement>,
    roster: Roster,
    best: Option<Values>,
    /// What is in any roster that keeps the rules.
    met: BTreeSet<Placement>,
    holds: &'a dyn Fn(&Roster) -> bool,
    /// Every roster that keeps the rules, where these are wanted.
    all: Option<Vec<(Roster, Values)>>,
}

impl<'a> Search<'a> {
    fn of(domain: &'a Domain, waived: Option<Rule>, previous: Option<&'a Previous>) -> Self {
        let pairs = placements(domain).filter(|&pair| is_eligible(domain, pair, waived)).collect();
        let (roster, best, met) = (Roster::default(), None, BTreeSet::new());
        Self { domain, waived, previous, pairs, roster, best, met, holds: &|_| true, all: None }
    }

    /// Tries the roster with and without each pair from the n-th on.
    fn decide(&mut self, n: usize) {
        let Some(&pair) = self.pairs.get(n) else {
            self.weigh();
            return;
        };
        self.decide(n + 1);
        self.roster.placements.push(pair);
        // Only these can be mended by placing somebody else besides.
        if self.breaks_only(&[Rule::Quorum, Rule::Led, Rule::Pinned, Rule::Together]) {
            self.decide(n + 1);
        }
        self.roster.placements.pop();
    }

    fn breaks_only(&self, rules: &[Rule]) -> bool {
        let broken = violations(self.domain, &self.roster);
        broken.iter().all(|broken| rules.contains(&broken.rule) || Some(broken.rule) == self.waived)
    }

    fn weigh(&mut self) {
        if self.breaks_only(&[]) {
            self.met.extend(&self.roster.placements);
            let mut values = recount(self.domain, &self.roster, None);
            if let Some(previous) = self.previous {
                let holds = (self.holds)(&self.roster) && changes_nothing_else(&self.roster, previous);
                if !holds || !leaves_the_past(&self.roster, previous) {
                    return;
                }
                values = with_changes(values, &self.roster, previous);
            }
            if let Some(all) = &mut self.all {
                let mut roster = self.roster.clone();
                roster.placements.sort_unstable();
                all.push((roster, values.clone()));
            }
            if self.best.as_ref().is_none_or(|best| is_better(self.domain, &values, best)) {
                self.best = Some(values);
            }
        }
    }
}

/// Whether the first level in which two rosters differ speaks for the first of them.
pub fn is_better(domain: &Domain, one: &Values, other: &Values) -> bool {
    let greedy = domain.rules.wishes == WishPolicy::Greedy;
    let differing = one.iter().zip(other).find(|((_, one), (_, other))| one != other);
    differing.is_some_and(|((level, one), (_, other))| {
        let most = match level {
            Level::Priority(Priority::Everyone | Priority::Days) | Level::Restored => true,
            Level::Wish(_) => greedy,
            Level::Priority(_) | Level::Changes | Level::Lot => false,
        };
        if most { one > other } else { one < other }
    })
}
