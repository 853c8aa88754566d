//! What is said to people of random tiny campaigns, against every roster that there is: the loss that is claimed is the true one,
//! and nobody moves who need not.

use super::CAMPAIGNS;
use crate::support::{
    brute_force::{Values, every_roster, is_better, placements},
    draws::Draws,
    tiny::Tiny,
};
use chrono::NaiveDate;
use chuxin::{
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    experience::{
        explanation::{
            consequence::{Moves, Trial},
            person::{Answer, Asked, PersonExplanation, Question, Why},
            place::PlaceExplanation,
        },
        formulation::formulate,
        level::Level,
        roster::{Placement, Previous, Roster},
        rule::Rule,
        verification::violations,
    },
    planning::{earlier::RepairTerms, rules::Rulebook},
    solver::{Outcome, Unwatched, solve},
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn says_to_everybody_what_a_wish_would_truly_cost() {
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    let mut of_places: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let mut domain = tiny.domain();
        let draws = &mut Draws::from_seed(seed);
        let previous = draws.chance(25).then(|| earlier(&domain, draws));
        domain.pins.extend(previous.iter().flat_map(|previous| previous.kept(&domain)).collect::<Vec<_>>());
        let pairs = chuxin::experience::eligibility::eligible(&domain, Rulebook::ALL);
        let formulation = formulate(&domain, &pairs, Rulebook::ALL, previous.as_ref());
        let Outcome::Solved(solution) = solve(&formulation.model.program, &Unwatched).unwrap() else {
            continue;
        };
        let best = formulation.roster(&solution.point);
        let all = every_roster(&domain, previous.as_ref());
        for roster in [thinned(&domain, &best, draws).filter(|_| previous.is_none()), Some(best)] {
            let Some(roster) = roster else { continue };
            let trial = Trial::of(&domain, &roster, previous.as_ref());
            let values = all.iter().find(|(other, _)| *other == roster).map(|(_, values)| values);
            let world = World {
                domain: &domain,
                previous: previous.as_ref(),
                all: &all,
                roster: &roster,
                values: values.unwrap(),
            };
            for person in (0..domain.ambassadors.len()).map(AmbassadorIx) {
                let told = trial.person(person, Asked::Open, &Unwatched).unwrap();
                let context = format!("seed {seed}: {told:?}\n{roster:?} {previous:?}\n{}", tiny.text());
                world.weigh_funnel(&told, &context);
                for answer in &told.answers {
                    *said.entry(world.weigh(person, answer, &context)).or_default() += 1;
                }
            }
            let posts = (0..domain.posts.len()).map(|post| trial.post(PostIx(post), false, &Unwatched));
            let days: BTreeSet<NaiveDate> = domain.sessions.iter().map(|session| session.date).collect();
            let days = days.into_iter().flat_map(|day| trial.day(day, &Unwatched).unwrap());
            for told in posts.map(Result::unwrap).chain(days) {
                let context = format!("seed {seed}: {told:?}\n{roster:?} {previous:?}\n{}", tiny.text());
                world.weigh_place(&told, &context).into_iter().for_each(|kind| {
                    *of_places.entry(kind).or_default() += 1;
                });
            }
        }
    }
    for kind in ["barred", "settled", "impossible", "outweighed", "overlooked", "tie"] {
        for said in [&said, &of_places] {
            assert!(said.get(kind).is_some_and(|times| *times >= 5), "{kind} is hardly ever said: {said:?}");
        }
    }
}

fn earlier(domain: &Domain, draws: &mut Draws) -> Previous {
    let all: Vec<Placement> = placements(domain).collect();
    let mut had = draws.some(&all, 2);
    had.sort_unstable();
    let days: Vec<_> = domain.sessions.iter().map(|session| session.date).collect();
    let before = (draws.chance(60) && !days.is_empty()).then(|| *draws.one(&days));
    let terms = RepairTerms { keep_until: before, ..RepairTerms::default() };
    Previous { stands: had, gone: 0, settled: terms.into() }
}

/// A roster without one of its placements that keeps every rule.
fn thinned(domain: &Domain, roster: &Roster, draws: &mut Draws) -> Option<Roster> {
    let mut thinned = roster.clone();
    if !thinned.placements.is_empty() {
        thinned.placements.remove(draws.below(roster.placements.len()));
    }
    violations(domain, &thinned).is_empty().then_some(thinned)
}

/// A plan beside all that could be.
pub(super) struct World<'a> {
    pub(super) domain: &'a Domain,
    pub(super) previous: Option<&'a Previous>,
    pub(super) all: &'a [(Roster, Values)],
    pub(super) roster: &'a Roster,
    pub(super) values: &'a Values,
}

impl World<'_> {
    /// The kind of an answer that is true.
    pub(super) fn weigh(&self, person: AmbassadorIx, answer: &Answer, context: &str) -> &'static str {
        let wishes = &self.domain.ambassador(person).wishes;
        let is_asked = |one: &Placement| {
            one.ambassador == person
                && match answer.question {
                    Question::Place => true,
                    Question::Wish(position) => wishes[position].is_for(one.session()),
                }
        };
        assert!(!self.roster.placements.iter().any(is_asked), "{context}");
        if let Why::Barred(tally) = &answer.why {
            // Of what a repair keeps nothing is told where it could have been.
            let concerned: Vec<Placement> = placements(self.domain).filter(is_asked).collect();
            let open = concerned.iter().filter(|one| self.is_open(one)).count();
            let told: usize = tally.iter().map(|(_, times)| times).sum();
            assert!(told == concerned.len() || told == open && told > 0, "{context}");
        }
        self.weigh_why(&answer.why, &|roster| roster.placements.iter().any(is_asked), context)
    }

    /// Whether a repair could change it still.
    fn is_open(&self, one: &Placement) -> bool {
        self.previous.is_none_or(|previous| previous.is_open(one))
    }

    /// The kind of what is said of a free seat, where there is one.
    fn weigh_place(&self, told: &PlaceExplanation, context: &str) -> Option<&'static str> {
        let here = |roster: &Roster| {
            let theirs = roster.placements.iter().filter(|one| {
                one.post == told.post && told.session.is_none_or(|session| session == one.session())
            });
            theirs.count()
        };
        assert_eq!(here(self.roster), told.given.len(), "{context}");
        if told.one_more.is_none() {
            assert!(self.all.iter().all(|(roster, _)| here(roster) <= told.seats), "{context}");
            assert_eq!(told.given.len(), told.seats, "{context}");
        }
        if let Some(Why::Barred(rules)) = &told.one_more {
            assert!(!rules.is_empty() || told.seats == 0, "{context}");
        }
        let more = |roster: &Roster| here(roster) > told.given.len();
        told.one_more.as_ref().map(|why| self.weigh_why(why, &more, context))
    }

    /// The kind of a true reason for which nothing that holds of some rosters holds of this one.
    pub(super) fn weigh_why(
        &self,
        why: &Why,
        holds: &dyn Fn(&Roster) -> bool,
        context: &str,
    ) -> &'static str {
        let with = self.all.iter().filter(|(roster, _)| holds(roster));
        let best = with.clone().map(|(_, values)| values).fold(None, |best: Option<&Values>, values| {
            Some(best.filter(|best| !is_better(self.domain, values, best)).unwrap_or(values))
        });
        let Some(best) = best else {
            return match why {
                Why::Barred(_) => "barred",
                Why::Settled => "settled",
                Why::NobodyLeft => "nobody left",
                Why::Impossible(_) => "impossible",
                other => panic!("{other:?}: {context}"),
            };
        };
        let above = self.values.len() - 1;
        let differs = (0..above).find(|&at| self.values[at] != best[at]);
        let decisive = differs.map_or(above, |at| at + 1);
        let as_good = with.filter(|(_, values)| values[..decisive] == best[..decisive]);
        let rosters: Vec<&Roster> = as_good.map(|(roster, _)| roster).collect();
        let (kind, claim, moves) = match why {
            Why::Outweighed(change, moves) => ("outweighed", Some(change), moves),
            Why::Overlooked(change, moves) => ("overlooked", Some(change), moves),
            Why::Tie(moves) => ("tie", None, moves),
            other => panic!("{other:?}: {context}"),
        };
        let true_change = differs.map(|at| (self.values[at].0, self.values[at].1, best[at].1));
        assert_eq!(claim.map(|change| (change.level, change.from, change.to)), true_change, "{context}");
        let is_worse = claim.map(|_| is_better(self.domain, self.values, best));
        assert_eq!(is_worse, claim.map(|_| kind == "outweighed"), "{context}");
        assert!(claim.is_none_or(|change| change.level != Level::Lot), "{context}");
        let Some(Moves { gone, new }) = moves else { panic!("there was time: {context}") };
        let stays = |one: &Placement| !gone.contains(one);
        let kept = self.roster.placements.iter().copied().filter(stays);
        let mut nearest: Vec<Placement> = kept.chain(new.iter().copied()).collect();
        nearest.sort_unstable();
        assert!(rosters.iter().any(|roster| roster.placements == nearest), "{context}");
        let lost = |roster: &&Roster| {
            self.roster.placements.iter().filter(|one| !roster.placements.contains(one)).count()
        };
        assert_eq!(rosters.iter().map(lost).min(), Some(gone.len()), "{context}");
        kind
    }

    fn weigh_funnel(&self, told: &PersonExplanation, context: &str) {
        let barred: usize = told.funnel.barred.values().map(Vec::len).sum();
        let others = told.funnel.settled.len() + told.funnel.remaining.len();
        assert_eq!(barred + others, self.domain.posts.len(), "{context}");
        for (roster, _) in self.all {
            let theirs = roster.placements.iter().filter(|one| one.ambassador == told.ambassador);
            let mut theirs = theirs.filter(|one| self.is_open(one));
            assert!(theirs.all(|one| told.funnel.remaining.contains(&one.post)), "{context}");
        }
        let rules = told.funnel.barred.keys().flatten();
        assert!(rules.copied().all(|rule| rule < Rule::Pinned), "{context}");
    }
}
