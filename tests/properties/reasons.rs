//! Random tiny campaigns with their optimum, with part of it, and after earlier plans: whatever is said of somebody without a
//! session and of a need that is not met is true, by trying every placement that there is.

use super::{
    CAMPAIGNS,
    changes::{exchange, waiting},
};
use crate::support::{
    brute_force::{is_better, placements, possible},
    draws::Draws,
    tiny::Tiny,
};
use chuxin::{
    diagnostic::{experience::Experience, problem::Problem},
    domain::{Domain, people::AmbassadorIx, rules::Permission},
    experience::{
        eligibility::{Eligible, eligible},
        explanation::reasons::explain,
        formulation::formulate,
        level::Level,
        reason::Reason,
        review::review,
        roster::{Kept, Placement, Previous, Roster},
        rule::Rule,
        verification::{reasons, recount, violations},
    },
    planning::{earlier::RepairTerms, reason::Tally, rules::Rulebook},
    solver::{Outcome, Unwatched, solve},
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn gives_no_reason_that_is_not_so() {
    let mut said: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut warned = 0;
    for seed in 0..2 * CAMPAIGNS {
        let domain = Tiny::from_seed(seed).domain();
        let draws = &mut Draws::from_seed(seed);
        let previous = draws.chance(40).then(|| earlier(&domain, draws));
        let pairs = eligible(&domain, Rulebook::ALL);
        let formulation = formulate(&domain, &pairs, Rulebook::ALL, previous.as_ref());
        let Outcome::Solved(solution) =
            solve(&formulation.model.program, &Unwatched).expect("a backend that works")
        else {
            continue;
        };
        let best = formulation.roster(&solution.point);
        let known = possible(&domain);
        warned += counted_beforehand(&domain, &best);
        for roster in [thinned(&domain, &best, draws), thinned(&domain, &best, draws), best] {
            let (unplaced, shortages, unfulfilled) = explain(&domain, &pairs, &roster, previous.as_ref());
            let again = reasons(&domain, &roster, previous.as_ref());
            let context =
                format!("seed {seed}: {roster:?} after {previous:?}\n{}", Tiny::from_seed(seed).text());
            assert_eq!((&unplaced, &shortages, &unfulfilled), (&again.0, &again.1, &again.2), "{context}");
            let (previous, roster) = (previous.as_ref(), &roster);
            let trial = Trial { domain: &domain, eligible: &pairs, roster, previous, known: &known };
            for one in &unplaced {
                let concerned = |placement: &Placement| placement.ambassador == one.ambassador;
                *said
                    .entry(("person", trial.kind(&one.reason, (concerned, false), &context)))
                    .or_default() += 1;
            }
            for one in &shortages {
                let concerned = |placement: &Placement| {
                    placement.post == one.post
                        && one.session.is_none_or(|session| session == placement.session())
                };
                *said.entry(("post", trial.kind(&one.reason, (concerned, false), &context))).or_default() +=
                    1;
            }
            for one in &unfulfilled {
                let mut theirs = roster.placements.iter().filter(|it| it.ambassador == one.ambassador);
                let wishes = &domain.ambassador(one.ambassador).wishes;
                let is_wished = |it: &Placement| wishes.iter().any(|wish| wish.is_for(it.session()));
                assert!(wishes.iter().any(|wish| wish.post == one.post), "{context}");
                assert!(theirs.clone().count() > 0 && !theirs.any(is_wished), "{context}");
                let concerned =
                    |it: &Placement| (it.ambassador, it.post) == (one.ambassador, one.post) && is_wished(it);
                *said.entry(("wish", trial.kind(&one.reason, (concerned, true), &context))).or_default() += 1;
            }
        }
    }
    assert!(warned > 50, "{warned} warnings before the plan");
    let kinds = ["barred", "settled", "better", "worse", "outweighed"].map(|kind| ("person", kind));
    let of_posts = ["barred", "settled", "better", "worse", "outweighed", "nobody-left", "full"];
    let of_wishes = ["barred", "settled", "better", "outweighed"].map(|kind| ("wish", kind));
    for kind in kinds.into_iter().chain(of_posts.map(|kind| ("post", kind))).chain(of_wishes) {
        assert!(said.get(&kind).is_some_and(|times| *times >= 5), "{kind:?} is hardly ever said: {said:?}");
    }
}

/// How many warnings said beforehand that there are fewer people or seats than places; each is as the plan shows.
fn counted_beforehand(domain: &Domain, roster: &Roster) -> usize {
    let at = |title: &str| {
        let titled = |one: &&Placement| domain.post(one.post).title == title;
        u64::try_from(roster.placements.iter().filter(titled).count()).expect("few")
    };
    let all = u64::try_from(roster.placements.len()).expect("few");
    let found = review(domain).into_iter().filter(|found| match &found.problem {
        Problem::Experience(Experience::MoreWanted { wanted, days, .. }) => {
            assert!(all <= *days && days < wanted, "{found:?}: {roster:?}");
            true
        }
        Problem::Experience(Experience::NeedBeyondPeople { title, need, days, .. }) => {
            assert!(at(title) <= *days && *days < *need, "{found:?}: {roster:?}");
            true
        }
        Problem::Experience(Experience::NeedBeyondSeats { title, need, seats }) => {
            assert!(at(title) <= *seats && *seats < u64::from(*need), "{found:?}: {roster:?}");
            true
        }
        _ => false,
    });
    found.count()
}

/// Some placements, and now and then a day before which all stays.
fn earlier(domain: &Domain, draws: &mut Draws) -> Previous {
    let all: Vec<Placement> = placements(domain).collect();
    let mut had = draws.some(&all, 3);
    had.sort_unstable();
    let days: Vec<_> = domain.sessions.iter().map(|session| session.date).collect();
    let before = (draws.chance(70) && !days.is_empty()).then(|| *draws.one(&days));
    Previous {
        stands: had.clone(),
        gone: 0,
        settled: Kept {
            terms: RepairTerms {
                keep_until: before,
                touch_least: draws.chance(30),
                ..RepairTerms::default()
            },
            exchange: draws.chance(40).then(|| exchange(domain, &had, draws)),
            waiting: waiting(domain, &had, draws),
        },
    }
}

/// A roster without some of its placements that breaks no rule but the pins.
fn thinned(domain: &Domain, roster: &Roster, draws: &mut Draws) -> Roster {
    let mut thinned = roster.clone();
    for placement in &roster.placements {
        let rest = thinned.placements.iter().copied().filter(|one| one != placement).collect();
        let rest = Roster { placements: rest };
        let keeps = violations(domain, &rest).iter().all(|broken| broken.rule == Rule::Pinned);
        if draws.chance(50) && keeps {
            thinned = rest;
        }
    }
    thinned
}

/// A roster of which a reason is tried.
struct Trial<'a> {
    domain: &'a Domain,
    eligible: &'a Eligible,
    roster: &'a Roster,
    previous: Option<&'a Previous>,
    /// Whatever is in some roster that keeps the rules.
    known: &'a BTreeSet<Placement>,
}

impl Trial<'_> {
    /// The kind of a reason that is true of the placements concerned.
    fn kind(
        &self,
        reason: &Reason,
        (concerned, is_wish): (impl Fn(&Placement) -> bool, bool),
        context: &str,
    ) -> &'static str {
        let ever: Vec<Placement> = placements(self.domain).filter(&concerned).collect();
        let had = |person| self.previous.is_none_or(|earlier| earlier.of(person).next().is_some());
        // The reason of a wish stays the same while its days pass.
        let is_left = |one: &Placement| {
            is_wish && had(one.ambassador) || self.previous.is_none_or(|previous| previous.is_open(one))
        };
        let is_late = is_wish && ever.iter().any(is_left);
        let is_left = |one: &Placement| is_late || is_left(one);
        let all: Vec<Placement> = ever.iter().copied().filter(is_left).collect();
        let known: Vec<Placement> = all.iter().copied().filter(|one| self.known.contains(one)).collect();
        let running: Vec<Placement> = all.iter().copied().filter(|one| self.can_run(one)).collect();
        let open = running.clone();
        let left: Vec<Placement> = open.iter().copied().filter(|one| !self.has(one)).collect();
        let free = |one: &&Placement| self.new_violations(one).is_empty();
        match reason {
            Reason::Barred(tally) => {
                assert_eq!(known, [], "{context}");
                assert_eq!(sum(tally), all.len(), "{context}");
                "barred"
            }
            Reason::Settled => {
                let is_past = all.is_empty() && !ever.is_empty();
                let held_back = |one: &&Placement| self.is_settled(one) && self.level_against(one).is_none();
                let is_held_back = left.iter().filter(free).all(|one| held_back(&one));
                let is_held_back = is_held_back && left.iter().any(|one| free(&one));
                let is_agreed = is_wish && ever.first().is_some_and(|one| self.is_agreed(one.ambassador));
                assert!(is_past || is_held_back || left.is_empty() || is_agreed, "{context}");
                "settled"
            }
            Reason::NobodyLeft { people, .. } => {
                let room: Vec<&Placement> = open.iter().filter(|one| !self.is_full(one)).collect();
                assert!(room.iter().all(|one| self.has(one) || self.is_spent(one)), "{context}");
                let may_come: BTreeSet<AmbassadorIx> = room.iter().map(|one| one.ambassador).collect();
                assert_eq!(may_come.len(), *people, "{context}");
                assert!(room.iter().all(|one| self.has(one) || !self.new_violations(one).is_empty()));
                "nobody-left"
            }
            Reason::Full => {
                assert!(!open.is_empty() && open.iter().all(|one| self.is_full(one)), "{context}");
                "full"
            }
            Reason::FreeSeat { placement, against } => {
                assert!(left.contains(placement), "{context}");
                assert!(against.is_some() || !self.is_settled(placement), "{context}");
                assert_eq!(self.new_violations(placement), [], "{context}");
                assert_eq!(self.level_against(placement), *against, "{context}");
                if against.is_some() { "worse" } else { "better" }
            }
            Reason::Outweighed(tally) => {
                let mut broken: BTreeMap<Rule, usize> = BTreeMap::new();
                for one in &left {
                    let first = self.new_violations(one).into_iter().next();
                    *broken
                        .entry(first.unwrap_or_else(|| panic!("{one:?} is free: {context}")))
                        .or_default() += 1;
                }
                assert_eq!(tally.clone(), Some(broken.into_iter().collect()), "{context}");
                "outweighed"
            }
        }
    }

    /// Whether somebody may come, and enough others with him or her.
    fn can_run(&self, one: &Placement) -> bool {
        let session = self.domain.position(one.session()).expect("a session");
        let may_come = |ambassador| self.eligible.position(ambassador, session).is_some();
        let people = (0..self.domain.ambassadors.len()).map(AmbassadorIx);
        let post = self.domain.post(one.post);
        let limits = [
            Some(post.seats_max),
            self.domain.unit(post.unit).limit,
            self.domain.unit(post.unit).daily_limit,
            self.domain.rules.mentor_limit.filter(|_| post.mentor.is_some()),
        ];
        let enough = people.filter(|&other| may_come(other)).count() >= post.seats_min as usize;
        let is_received =
            post.seats_min == 1 || limits.into_iter().flatten().all(|most| most >= post.seats_min);
        let leads = |other: AmbassadorIx| {
            may_come(other)
                && post
                    .leader
                    .as_ref()
                    .is_none_or(|leader| self.domain.ambassador(other).holds(leader, one.date))
        };
        let is_led = (0..self.domain.ambassadors.len()).map(AmbassadorIx).any(leads);
        may_come(one.ambassador) && enough && is_received && is_led
    }

    fn is_settled(&self, one: &Placement) -> bool {
        let Some(previous) = self.previous else { return false };
        let waits = previous.settled.waiting.get(&one.ambassador);
        if waits.is_some_and(|free| !free.contains(&one.session())) {
            return true;
        }
        let is_named = previous.settled.exchange.as_ref().is_none_or(|only| {
            let theirs = |visit: &&Placement| visit.ambassador == one.ambassador;
            let new = self.roster.placements.iter().filter(theirs);
            let new = new.filter(|visit| !previous.stands.contains(visit)).count();
            let asked = only.coming.contains(one) || only.late.contains(&one.ambassador);
            only.displaced.get(&one.ambassador).map_or(asked, |most| new < *most)
        });
        !previous.is_open(one) || !is_named
    }

    /// Whether pins give somebody all that he or she takes.
    fn is_agreed(&self, person: AmbassadorIx) -> bool {
        let own = self.roster.placements.iter().filter(|one| one.ambassador == person);
        let most = self.domain.ambassador(person).days_max as usize;
        own.filter(|one| self.domain.is_agreed(person, &one.session())).count() >= most
    }

    fn has(&self, one: &Placement) -> bool {
        self.roster.placements.contains(one)
    }

    fn is_full(&self, one: &Placement) -> bool {
        let there = self.roster.placements.iter().filter(|other| other.session() == one.session());
        there.count() == self.domain.post(one.post).seats_max as usize
    }

    fn is_spent(&self, one: &Placement) -> bool {
        let mine = || self.roster.placements.iter().filter(|other| other.ambassador == one.ambassador);
        let once = self.domain.rules.repeat_post == Permission::Forbid;
        mine().count() == self.domain.ambassador(one.ambassador).days_max as usize
            || once && mine().any(|other| other.post == one.post)
    }

    /// The rules that one more placement breaks, in their order; a violation that was there already is none of them.
    fn new_violations(&self, one: &Placement) -> Vec<Rule> {
        let mut with = self.roster.clone();
        with.placements.push(*one);
        let before = violations(self.domain, self.roster);
        let new = violations(self.domain, &with).into_iter().filter(|broken| !before.contains(broken));
        new.map(|broken| broken.rule).collect()
    }

    /// The first level that speaks against one more placement.
    fn level_against(&self, one: &Placement) -> Option<Level> {
        let mut with = self.roster.clone();
        with.placements.push(*one);
        let values = |roster: &Roster| recount(self.domain, roster, self.previous);
        let (before, after) = (values(self.roster), values(&with));
        let differing = before.iter().zip(&after).find(|(one, other)| one != other).expect("lots differ").0;
        (!is_better(self.domain, &after, &before)).then_some(differing.0)
    }
}

fn sum(tally: &Tally<Rule>) -> usize {
    tally.iter().map(|(_, count)| count).sum()
}
