//! Every rule read a second time, from the pairings alone, every level recounted, and [`reasons`] found again.
//!
//! Imports `domain`, the problem's `rule`, `roster` and `reason`: never eligibility, formulation, explanation, lp or solver.

pub mod reasons;

use crate::{
    domain::{
        Domain,
        lot::lot,
        thursday::{Pairing, Pairings, ThursdayAction, UnitNeighbourhood},
    },
    pairing::{level::Level, rule::Rule},
    planning::earlier::Earlier,
};
use std::collections::{BTreeMap, BTreeSet};

/// A rule that pairings break; `entries` are pairings.
pub type Violation = crate::planning::violation::Violation<Rule, Subject>;

/// What a violation is about; `render` has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One pairing that may not be.
    Pairing,
    /// The n-th agreed pair, by position in `ThursdayAction::fixed`, that is missing.
    Fixed(usize),
    /// One pairing that is listed several times; it counts as one, towards every limit.
    Repeated,
    /// More than `limit` are allowed.
    Count {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
}

/// Every rule that the pairings break, in the order of [`Rule::ALL`].
pub fn violations(domain: &Domain, action: &ThursdayAction, roster: &Pairings) -> Vec<Violation> {
    let mut found = barred(Rule::Forbidden, roster, |pairing| lists(&action.forbidden, pairing));
    found.extend(barred(Rule::PairingDistance, roster, |pairing| {
        let near = match (domain.pairing_metres(pairing.unit, pairing.neighbourhood), action.max_metres) {
            (Some(metres), Some(limit)) => metres <= limit,
            (metres, _) => metres.is_some(),
        };
        !near && !lists(&action.fixed, pairing)
    }));
    found.extend(repeated(Rule::NeighbourhoodsPerUnit, roster));
    if let Some(limit) = action.neighbourhoods_per_unit.max {
        let of_unit = |unit| move |pairing: Pairing| pairing.unit.0 == unit;
        found.extend(
            (0..domain.units.len()).filter_map(|unit| {
                crowded(Rule::NeighbourhoodsPerUnit, roster, limit as usize, of_unit(unit))
            }),
        );
    }
    if let Some(limit) = action.units_per_neighbourhood.max {
        let of_place = |place| move |pairing: Pairing| pairing.neighbourhood.0 == place;
        found.extend((0..domain.neighbourhoods.len()).filter_map(|place| {
            crowded(Rule::UnitsPerNeighbourhood, roster, limit as usize, of_place(place))
        }));
    }
    for (position, agreed) in action.fixed.iter().enumerate() {
        let kept = |pairing: &Pairing| agreed.pairing() == *pairing;
        if !roster.pairings.iter().any(kept) {
            let subject = Subject::Fixed(position);
            found.push(Violation { rule: Rule::Fixed, entries: Vec::new(), subject });
        }
    }
    found
}

/// The value of each level in force, in order, recounted from the pairings.
pub fn recount(
    domain: &Domain,
    action: &ThursdayAction,
    roster: &Pairings,
    previous: Option<&Earlier<Pairing, Vec<Pairing>>>,
) -> Vec<(Level, i64)> {
    let pairings = &roster.pairings;
    let value = |level| match level {
        Level::Changes => previous.map(|previous| {
            let gone = previous.stands.iter().filter(|earlier| !pairings.contains(earlier)).count();
            i64::try_from(gone + previous.gone).unwrap_or(i64::MAX)
        }),
        Level::Paired => Some(lacking(domain.units.len(), action.neighbourhoods_per_unit.min, |unit| {
            pairings.iter().filter(|pairing| pairing.unit.0 == unit).count()
        })),
        Level::Reached => {
            Some(lacking(domain.neighbourhoods.len(), action.units_per_neighbourhood.min, |place| {
                pairings.iter().filter(|pairing| pairing.neighbourhood.0 == place).count()
            }))
        }
        Level::Nearest => {
            let metres = |pairing: &Pairing| domain.pairing_metres(pairing.unit, pairing.neighbourhood);
            Some(pairings.iter().filter_map(metres).sum())
        }
        Level::Lot => Some(pairings.iter().map(|pairing| drawn(domain, *pairing)).sum()),
    };
    Level::ALL.into_iter().filter_map(|level| Some((level, value(level)?))).collect()
}

/// Whether more of a level is better.
pub fn seeks_most(level: Level) -> bool {
    match level {
        Level::Changes | Level::Paired | Level::Reached | Level::Nearest | Level::Lot => false,
    }
}

/// The pairings that were to stay and are gone.
pub fn unsettled(roster: &Pairings, previous: &Earlier<Pairing, Vec<Pairing>>) -> Vec<Pairing> {
    previous.settled.iter().copied().filter(|pairing| !roster.pairings.contains(pairing)).collect()
}

fn barred(rule: Rule, roster: &Pairings, breaks: impl Fn(Pairing) -> bool) -> Vec<Violation> {
    let broken = roster.pairings.iter().enumerate().filter(|(_, pairing)| breaks(**pairing));
    broken
        .map(|(position, _)| Violation { rule, entries: vec![position], subject: Subject::Pairing })
        .collect()
}

fn crowded(
    rule: Rule,
    roster: &Pairings,
    limit: usize,
    belongs: impl Fn(Pairing) -> bool,
) -> Option<Violation> {
    let pairings: Vec<usize> =
        (0..roster.pairings.len()).filter(|&position| belongs(roster.pairings[position])).collect();
    let found = pairings.iter().map(|&position| roster.pairings[position]).collect::<BTreeSet<_>>().len();
    (found > limit).then_some(Violation { rule, entries: pairings, subject: Subject::Count { found, limit } })
}

fn repeated(rule: Rule, roster: &Pairings) -> Vec<Violation> {
    let mut listed: BTreeMap<Pairing, Vec<usize>> = BTreeMap::new();
    for (position, pairing) in roster.pairings.iter().enumerate() {
        listed.entry(*pairing).or_default().push(position);
    }
    let repeated = listed.into_values().filter(|pairings| pairings.len() > 1);
    repeated.map(|pairings| Violation { rule, entries: pairings, subject: Subject::Repeated }).collect()
}

fn lacking(many: usize, min: u32, paired: impl Fn(usize) -> usize) -> i64 {
    (0..many).map(|one| (i64::from(min) - i64::try_from(paired(one)).unwrap_or(i64::MAX)).max(0)).sum()
}

fn drawn(domain: &Domain, pairing: Pairing) -> i64 {
    let unit = &domain.units[pairing.unit.0];
    let neighbourhood = &domain.neighbourhoods[pairing.neighbourhood.0];
    lot(&[domain.campaign.seed.as_str(), unit.id.as_str(), neighbourhood.id.as_str()])
}

fn lists(list: &[UnitNeighbourhood], pairing: Pairing) -> bool {
    list.iter().any(|listed| listed.pairing() == pairing)
}
