//! Random tiny campaigns, with their optimum and with part of it: whatever is said of a unit that lacks pairings, of a month
//! without an event and of a need is true, by trying every pair and every event.

use super::{
    brute_force::{CAMPAIGNS, signed},
    sample::{random_pairing, random_timetable},
};
use crate::support::draws::Draws;
use chrono::Datelike;
use chuxin::{
    domain::{
        Domain,
        themes::ThemeIx,
        thursday::{Month, Pairing, Pairings, ThursdayAction, all_pairs},
    },
    pairing::{
        self,
        reason::{Because, Reason as WhyUnpaired},
        rule::Rule as PairingRule,
    },
    planning::{
        earlier::{Earlier, RepairTerms},
        outcome::Outcome,
    },
    solver::Unwatched,
    timetable::{
        self,
        formulation::Setting,
        reason::{Fulfilment, Reason as WhyIdle},
        roster::{Event, Timetable},
        rule::Rule,
    },
};
use std::collections::BTreeMap;

type Said = BTreeMap<&'static str, usize>;

fn assert_said(said: &Said, kinds: &[&str]) {
    for kind in kinds {
        assert!(said.get(kind).is_some_and(|times| *times >= 5), "{kind} is hardly ever said: {said:?}");
    }
}

#[test]
fn gives_no_reason_for_a_pairing_that_is_not_so() {
    let mut said = Said::new();
    for seed in 0..CAMPAIGNS {
        let (domain, action) = random_pairing(seed);
        let found = pairing::arrangement::arrange(&domain, &action, None, &Unwatched).unwrap();
        let Outcome::Planned(found) = found else { continue };
        let draws = &mut Draws::from_seed(seed);
        let mut thinned = found.roster.clone();
        let agreed = |one: &Pairing| {
            let pair = (one.unit, one.neighbourhood);
            action.fixed.iter().any(|fixed| (fixed.unit, fixed.neighbourhood) == pair)
        };
        thinned.pairings.retain(|one| agreed(one) || draws.chance(50));
        for (roster, is_best) in [(found.roster, true), (thinned, false)] {
            let why = pairing::explanation::explain(&domain, &action, &roster);
            assert_eq!(
                why,
                pairing::verification::reasons::reasons(&domain, &action, &roster),
                "seed {seed}"
            );
            let trial = PairingTrial { domain: &domain, action: &action, roster: &roster, seed };
            trial.nearest(&why.alternatives);
            for gives in &why.gives_way {
                assert!(gives.nearest.metres < gives.instead.metres, "seed {seed}");
                let full =
                    trial.breaks(Pairing { unit: gives.unit, neighbourhood: gives.nearest.neighbourhood });
                let is_full = full.contains(&PairingRule::UnitsPerNeighbourhood);
                assert!(
                    gives.because == Because::Agreed || is_full == (gives.because == Because::Full),
                    "seed {seed}"
                );
            }
            for one in &why.unpaired {
                let kind = trial.why_unpaired(one.unit.0, &one.reason);
                assert!(!is_best || kind != "free", "seed {seed}");
                *said.entry(kind).or_default() += 1;
            }
        }
    }
    assert_said(&said, &["barred", "full", "free"]);
}

struct PairingTrial<'a> {
    domain: &'a Domain,
    action: &'a ThursdayAction,
    roster: &'a Pairings,
    seed: u64,
}

impl PairingTrial<'_> {
    fn with(&self, pair: Pairing) -> Pairings {
        let mut with = self.roster.clone();
        with.pairings.push(pair);
        with
    }

    /// The rules that one more pairing breaks.
    fn breaks(&self, pair: Pairing) -> Vec<PairingRule> {
        let violations =
            |roster: &Pairings| pairing::verification::violations(self.domain, self.action, roster);
        let before: Vec<PairingRule> = violations(self.roster).iter().map(|one| one.rule).collect();
        assert_eq!(before, [], "seed {}", self.seed);
        violations(&self.with(pair)).iter().map(|one| one.rule).collect()
    }

    /// Those of a unit that it does not have.
    fn others(&self, unit: usize) -> Vec<Pairing> {
        all_pairs(self.domain)
            .filter(|one| one.unit.0 == unit && !self.roster.pairings.contains(one))
            .collect()
    }

    fn nearest(&self, alternatives: &[Option<pairing::reason::Way>]) {
        for (pairing, alternative) in self.roster.pairings.iter().zip(alternatives) {
            let barring = [PairingRule::Forbidden, PairingRule::PairingDistance];
            let others = self.others(pairing.unit.0).into_iter();
            let may_go = others.filter(|one| !self.breaks(*one).iter().any(|rule| barring.contains(rule)));
            let metres =
                may_go.filter_map(|one| self.domain.pairing_metres(one.unit, one.neighbourhood)).min();
            assert_eq!(alternative.map(|way| way.metres), metres, "seed {}", self.seed);
        }
    }

    fn why_unpaired(&self, unit: usize, reason: &WhyUnpaired) -> &'static str {
        let breaks = |pair: &Pairing| self.breaks(*pair);
        let is_barred = |pair: &Pairing| {
            breaks(pair)
                .iter()
                .any(|rule| matches!(rule, PairingRule::Forbidden | PairingRule::PairingDistance))
        };
        let others = self.others(unit);
        match reason {
            WhyUnpaired::Barred(tally) => {
                assert!(others.iter().all(is_barred), "seed {}", self.seed);
                assert_eq!(
                    tally.iter().map(|(_, bars)| bars).sum::<usize>(),
                    others.len(),
                    "seed {}",
                    self.seed
                );
                "barred"
            }
            WhyUnpaired::Full => {
                let is_full = |pair: &Pairing| breaks(pair).contains(&PairingRule::UnitsPerNeighbourhood);
                assert!(others.iter().all(|pair| is_barred(pair) || is_full(pair)), "seed {}", self.seed);
                assert!(others.iter().any(|pair| !is_barred(pair)), "seed {}", self.seed);
                "full"
            }
            WhyUnpaired::FreePlace(place) => {
                let free = others.into_iter().find(|pair| pair.neighbourhood == *place).unwrap();
                assert_eq!(breaks(&free), [], "seed {}", self.seed);
                let values = |roster: &Pairings| {
                    signed(pairing::verification::recount(self.domain, self.action, roster, None))
                };
                assert!(values(&self.with(free)) < values(self.roster), "seed {}", self.seed);
                "free"
            }
        }
    }
}

#[test]
fn gives_no_reason_for_a_month_or_a_need_that_is_not_so() {
    let mut said = Said::new();
    for seed in 0..CAMPAIGNS {
        let (domain, action, pairings) = random_timetable(seed);
        let found =
            timetable::arrangement::arrange(Setting::of(&domain, &action), &pairings, &Unwatched).unwrap();
        let Outcome::Planned(found) = found else { continue };
        let draws = &mut Draws::from_seed(seed);
        let mut thinned = found.roster.clone();
        thinned.events.retain(|_| draws.chance(50));
        let days: Vec<_> = action.months().into_iter().flat_map(Month::thursdays).collect();
        let terms = RepairTerms { keep_until: Some(*draws.one(&days)), ..RepairTerms::default() };
        let settled = Earlier { settled: terms, ..Earlier::default() };
        for (roster, previous) in [(&found.roster, None), (&thinned, None), (&thinned, Some(&settled))] {
            let why = timetable::explanation::explain(&domain, &action, &pairings, roster, previous);
            let again =
                timetable::verification::reasons::reasons(&domain, &action, &pairings, roster, previous);
            assert_eq!(why, again, "seed {seed}");
            let trial =
                Trial { domain: &domain, action: &action, pairings: &pairings, roster, previous, seed };
            let all = pairings.pairings.len() * action.months().len();
            assert_eq!(why.not_held.len() + roster.events.len(), all, "seed {seed}");
            for one in &why.not_held {
                let kind = trial.why_idle(one.pairing, one.month, &one.reason);
                assert!(previous.is_some() || roster != &found.roster || kind != "free", "seed {seed}");
                *said.entry(kind).or_default() += 1;
            }
            for need in &why.needs {
                *said.entry(trial.fate(need)).or_default() += 1;
            }
        }
    }
    assert_said(&said, &["barred", "settled", "free", "outweighed"]);
    assert_said(&said, &["met", "nobody-paired", "nobody-offers", "no-month", "could-be"]);
}

struct Trial<'a> {
    domain: &'a Domain,
    action: &'a ThursdayAction,
    pairings: &'a Pairings,
    roster: &'a Timetable,
    previous: Option<&'a Earlier<Event>>,
    seed: u64,
}

impl Trial<'_> {
    /// The rules that an event breaks beside others.
    fn breaks(&self, event: Event, others: &[Event]) -> Vec<Rule> {
        let mut with = Timetable { events: others.to_vec() };
        with.events.push(event);
        let broken = timetable::verification::violations(self.domain, self.action, self.pairings, &with);
        broken.into_iter().map(|one| one.rule).collect()
    }

    /// Every event of a pairing in a month.
    fn events(&self, pairing: Pairing, month: Month) -> Vec<Event> {
        let themes = || (0..self.domain.themes.len()).map(ThemeIx);
        let Pairing { unit, neighbourhood } = pairing;
        let days = month.thursdays().into_iter();
        days.flat_map(|date| themes().map(move |theme| Event { date, unit, neighbourhood, theme })).collect()
    }

    fn why_idle(&self, pairing: Pairing, month: Month, reason: &WhyIdle) -> &'static str {
        let held = self.roster.events.iter().any(|event| {
            (event.unit, event.neighbourhood) == (pairing.unit, pairing.neighbourhood)
                && (event.date.year(), event.date.month()) == (month.year, month.month)
        });
        assert!(!held, "seed {}", self.seed);
        let is_settled =
            |event: &Event| self.previous.is_some_and(|previous| previous.is_settled(event.date));
        let possible: Vec<Event> = self
            .events(pairing, month)
            .into_iter()
            .filter(|event| self.breaks(*event, &[]).is_empty())
            .collect();
        let open: Vec<Event> = possible.iter().copied().filter(|event| !is_settled(event)).collect();
        let is_free = |event: &Event| self.breaks(*event, &self.roster.events).is_empty();
        match reason {
            WhyIdle::Barred(_) => {
                assert_eq!(possible, [], "seed {}", self.seed);
                "barred"
            }
            WhyIdle::Settled => {
                assert!(!possible.is_empty() && open.is_empty(), "seed {}", self.seed);
                "settled"
            }
            WhyIdle::FreeDay(date) => {
                let values = |timetable: &Timetable| {
                    let (domain, action, pairings) = (self.domain, self.action, self.pairings);
                    signed(timetable::verification::recount::recount(
                        domain, action, pairings, timetable, None,
                    ))
                };
                let free = *open.iter().find(|event| is_free(event)).unwrap();
                assert_eq!(free.date, *date, "seed {}", self.seed);
                let mut with = self.roster.clone();
                with.events.push(free);
                with.events.sort_unstable();
                assert!(values(&with) < values(self.roster), "seed {}", self.seed);
                "free"
            }
            WhyIdle::Outweighed(tally) => {
                assert!(!open.is_empty() && !open.iter().any(is_free), "seed {}", self.seed);
                let mut days: Vec<_> = open.iter().map(|event| event.date).collect();
                days.dedup();
                assert_eq!(
                    tally.iter().map(|(_, days)| days).sum::<usize>(),
                    days.len(),
                    "seed {}",
                    self.seed
                );
                for (rule, _) in tally {
                    let breaks = |event: &Event| self.breaks(*event, &self.roster.events).contains(rule);
                    assert!(open.iter().any(breaks), "seed {}", self.seed);
                }
                "outweighed"
            }
        }
    }

    fn fate(&self, need: &timetable::reason::Need) -> &'static str {
        let is_it = |event: &&Event| (event.neighbourhood, event.theme) == (need.neighbourhood, need.theme);
        let first = self.roster.events.iter().filter(is_it).map(|event| event.date).min();
        let paired = || self.pairings.pairings.iter().filter(|one| one.neighbourhood == need.neighbourhood);
        let months = self.action.months();
        let all =
            paired().flat_map(|&pairing| months.iter().flat_map(move |&month| self.events(pairing, month)));
        let could_be = all.filter(|event| is_it(&event)).any(|event| self.breaks(event, &[]).is_empty());
        match need.fulfilment {
            Fulfilment::Met(date) => {
                assert_eq!(first, Some(date), "seed {}", self.seed);
                return "met";
            }
            _ => assert_eq!(first, None, "seed {}", self.seed),
        }
        let offered = paired().any(|one| self.domain.unit(one.unit).offers.contains(&need.theme));
        let (kind, is_so) = match need.fulfilment {
            Fulfilment::Met(_) => ("met", true),
            Fulfilment::NobodyPaired => ("nobody-paired", paired().next().is_none()),
            Fulfilment::NobodyOffers => ("nobody-offers", paired().next().is_some() && !offered),
            Fulfilment::NoMonth => ("no-month", offered && !could_be),
            Fulfilment::Outweighed => ("could-be", could_be),
        };
        assert!(is_so, "seed {}: {need:?}", self.seed);
        kind
    }
}
