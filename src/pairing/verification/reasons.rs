//! Why units go where they go, found a second time from the pairings alone.

use super::lists;
use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Pairing, Pairings, ThursdayAction},
    },
    pairing::{
        reason::{Because, Explanation, GivesWay, Reason, Unbounded, Unpaired, Way},
        rule::Rule,
    },
};
use std::collections::BTreeSet;

/// For each pairing the nearest neighbourhood that the unit may go to and does not; who gives way; who lacks pairings;
/// and what would be if neighbourhoods had no limit.
pub fn reasons(domain: &Domain, action: &ThursdayAction, roster: &Pairings) -> Explanation {
    let look = Look { domain, action, pairings: roster.pairings.iter().copied().collect() };
    let units = || (0..domain.units.len()).map(UnitIx);
    let nearest = |pairing: &Pairing| look.left_to(pairing.unit).into_iter().next();
    Explanation {
        alternatives: roster.pairings.iter().map(nearest).collect(),
        gives_way: units().filter_map(|unit| look.gives_way(unit)).collect(),
        unpaired: units().filter_map(|unit| look.unpaired(unit)).collect(),
        unbounded: look.unbounded(),
    }
}

struct Look<'a> {
    domain: &'a Domain,
    action: &'a ThursdayAction,
    pairings: BTreeSet<Pairing>,
}

impl Look<'_> {
    fn places(&self) -> impl Iterator<Item = NeighbourhoodIx> + use<> {
        (0..self.domain.neighbourhoods.len()).map(NeighbourhoodIx)
    }

    /// The rule that bars a pair.
    fn refusal(&self, pair: Pairing) -> Option<Rule> {
        let metres = self.domain.pairing_metres(pair.unit, pair.neighbourhood);
        let near = metres.is_some_and(|metres| self.action.max_metres.is_none_or(|limit| metres <= limit));
        if lists(&self.action.forbidden, pair) {
            Some(Rule::Forbidden)
        } else {
            (!near && !lists(&self.action.fixed, pair)).then_some(Rule::PairingDistance)
        }
    }

    /// Where a unit may go beyond what was agreed, nearest first.
    fn choices(&self, unit: UnitIx) -> Vec<Way> {
        let pairs = self.places().map(|neighbourhood| Pairing { unit, neighbourhood });
        let open = pairs.filter(|&pair| self.refusal(pair).is_none() && !lists(&self.action.fixed, pair));
        let mut ways: Vec<Way> = open.map(|pair| self.way(pair)).collect();
        ways.sort_unstable();
        ways
    }

    fn left_to(&self, unit: UnitIx) -> Vec<Way> {
        let is_left = |way: &Way| !self.has(unit, way.neighbourhood);
        self.choices(unit).into_iter().filter(is_left).collect()
    }

    fn way(&self, pair: Pairing) -> Way {
        let metres = self.domain.pairing_metres(pair.unit, pair.neighbourhood).unwrap_or(0);
        Way { metres, neighbourhood: pair.neighbourhood }
    }

    fn has(&self, unit: UnitIx, neighbourhood: NeighbourhoodIx) -> bool {
        self.pairings.contains(&Pairing { unit, neighbourhood })
    }

    fn is_full(&self, place: NeighbourhoodIx) -> bool {
        let units = self.pairings.iter().filter(|pairing| pairing.neighbourhood == place).count();
        self.action.units_per_neighbourhood.max.is_some_and(|most| units >= most as usize)
    }

    fn agreed(&self, unit: UnitIx) -> Vec<Way> {
        let pairs = self.places().map(|neighbourhood| Pairing { unit, neighbourhood });
        let agreed = pairs.filter(|pair| self.action.fixed.iter().any(|agreed| agreed.pairing() == *pair));
        agreed.map(|pair| self.way(pair)).collect()
    }

    fn gives_way(&self, unit: UnitIx) -> Option<GivesWay> {
        let nearest = *self.left_to(unit).first()?;
        let farther = |way: &Way| way.metres > nearest.metres;
        let chosen = self.choices(unit).into_iter().rfind(|way| self.has(unit, way.neighbourhood));
        if let Some(instead) = chosen.filter(farther) {
            let full = self.is_full(nearest.neighbourhood);
            let because = if full { Because::Full } else { Because::Outweighed };
            return Some(GivesWay { unit, nearest, instead, because });
        }
        let instead = self.agreed(unit).into_iter().max().filter(farther)?;
        Some(GivesWay { unit, nearest, instead, because: Because::Agreed })
    }

    fn unpaired(&self, unit: UnitIx) -> Option<Unpaired> {
        let has = self.pairings.iter().filter(|pairing| pairing.unit == unit).count();
        let has = u32::try_from(has).unwrap_or(u32::MAX);
        let lacks = self.action.neighbourhoods_per_unit.min.saturating_sub(has);
        if lacks == 0 {
            return None;
        }
        let left = self.left_to(unit);
        let free = left.iter().find(|way| !self.is_full(way.neighbourhood));
        let barring = |rule: Rule| {
            let pairs = self.places().map(|neighbourhood| Pairing { unit, neighbourhood });
            (rule, pairs.filter(|&pair| self.refusal(pair) == Some(rule)).count())
        };
        let reason = match free {
            Some(way) => Reason::FreePlace(way.neighbourhood),
            None if left.is_empty() => {
                Reason::Barred(Rule::ALL.into_iter().map(barring).filter(|(_, bars)| *bars > 0).collect())
            }
            None => Reason::Full,
        };
        Some(Unpaired { unit, lacks, reason })
    }

    fn unbounded(&self) -> Unbounded {
        let mut sum = Unbounded::default();
        for unit in (0..self.domain.units.len()).map(UnitIx) {
            let mut ways = self.agreed(unit);
            let wanted = (self.action.neighbourhoods_per_unit.min as usize).max(ways.len());
            ways.extend(self.choices(unit));
            ways.truncate(wanted);
            sum.pairings += ways.len();
            sum.metres += ways.iter().map(|way| way.metres).sum::<i64>();
        }
        sum
    }
}
