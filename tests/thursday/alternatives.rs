//! Random tiny campaigns: what is said of a pairing that is not, against trying every set of pairs.

use super::{
    brute_force::{CAMPAIGNS, signed},
    sample::random_pairing,
};
use chuxin::{
    domain::{
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Pairing, Pairings, all_pairs},
    },
    pairing::{
        arrangement::arrange,
        counterfactual::{End, Trial},
        level::Level,
        reason::WhyNot,
        verification::{recount, violations},
    },
    planning::outcome::Outcome,
    solver::Unwatched,
};
use std::collections::BTreeMap;

#[test]
fn says_of_each_nearer_pairing_what_it_would_truly_cost() {
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..CAMPAIGNS {
        let (domain, action) = random_pairing(seed);
        let Outcome::Planned(found) = arrange(&domain, &action, None, &Unwatched).unwrap() else { continue };
        let pairs: Vec<Pairing> = all_pairs(&domain).collect();
        let values = |roster: &Pairings| recount(&domain, &action, roster, None);
        let all: Vec<Pairings> = (0..1_usize << pairs.len())
            .map(|set| (0..pairs.len()).filter(|pair| set >> pair & 1 == 1).map(|pair| pairs[pair]).collect())
            .map(|pairings| Pairings { pairings })
            .filter(|roster| violations(&domain, &action, roster).is_empty())
            .collect();
        let plan = values(&found.roster);
        let trial = Trial::of(&domain, &action, &found.roster, None);
        let units = (0..domain.units.len()).map(|unit| End::Unit(UnitIx(unit)));
        let places = (0..domain.neighbourhoods.len()).map(|at| End::Neighbourhood(NeighbourhoodIx(at)));
        for end in units.chain(places) {
            for told in trial.alternatives(end, &Unwatched).unwrap() {
                let context = format!("seed {seed}: {told:?} {:?}", found.roster);
                assert!(!found.roster.pairings.contains(&told.pair), "{context}");
                let with = all.iter().filter(|roster| roster.pairings.contains(&told.pair));
                let best = with
                    .clone()
                    .map(|roster| (signed(values(roster)), roster))
                    .min_by(|one, other| one.0.cmp(&other.0));
                let Some((_, best)) = best else {
                    assert!(matches!(told.why, WhyNot::Barred(_) | WhyNot::Impossible), "{context}");
                    *said.entry("never").or_default() += 1;
                    continue;
                };
                let best = values(best);
                let differs = (0..best.len() - 1).find(|&at| best[at] != plan[at]);
                let decisive = differs.map_or(best.len() - 1, |at| at + 1);
                let (kind, moves) = match (&told.why, differs) {
                    (WhyNot::Differs(change, moves), Some(at)) => {
                        assert_eq!((change.level, change.from), plan[at], "{context}");
                        assert_eq!((change.level, change.to), best[at], "{context}");
                        assert!(change.to > change.from && change.level != Level::Lot, "{context}");
                        ("differs", moves)
                    }
                    (WhyNot::Tie(moves), None) => ("tie", moves),
                    _ => panic!("{context}"),
                };
                let as_good = with.filter(|roster| values(roster)[..decisive] == best[..decisive]);
                let lost = |roster: &Pairings| {
                    found.roster.pairings.iter().filter(|one| !roster.pairings.contains(one)).count()
                };
                let gone = moves.as_ref().map(|moves| moves.gone.len());
                assert_eq!(as_good.map(lost).min(), gone, "{context}");
                *said.entry(kind).or_default() += 1;
            }
        }
    }
    for kind in ["never", "differs", "tie"] {
        assert!(said.get(kind).is_some_and(|times| *times >= 5), "{kind} is hardly ever said: {said:?}");
    }
}
