//! Why a unit goes to this neighbourhood and not to a nearer one, as data.
//!
//! In: `Domain` and the pairings found. Out: [`Explanation`].

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Pairing, Pairings, ThursdayAction},
    },
    pairing::{
        eligibility::Eligibility,
        reason::{Because, Explanation, GivesWay, Reason, Unbounded, Unpaired, Way},
    },
    planning::reason::tally,
};

/// Explains pairings that keep every rule.
pub fn explain(domain: &Domain, action: &ThursdayAction, roster: &Pairings) -> Explanation {
    let eligibility = Eligibility::new(domain, action);
    let units: Vec<Ways> =
        (0..domain.units.len()).map(|unit| Ways::of(UnitIx(unit), domain, roster, &eligibility)).collect();
    let full = |place: NeighbourhoodIx| {
        let units = roster.pairings.iter().filter(|pairing| pairing.neighbourhood == place).count();
        action.units_per_neighbourhood.max.is_some_and(|max| units >= max as usize)
    };
    let min = action.neighbourhoods_per_unit.min;
    Explanation {
        alternatives: roster
            .pairings
            .iter()
            .map(|pairing| units[pairing.unit.0].open.first().copied())
            .collect(),
        gives_way: units.iter().filter_map(|ways| ways.gives_way(full)).collect(),
        unpaired: units.iter().filter_map(|ways| ways.unpaired(domain, &eligibility, min, full)).collect(),
        unbounded: unbounded(&units, min),
    }
}

/// One unit's ways.
struct Ways {
    unit: UnitIx,
    /// Those agreed already; a distance that is not known counts nothing.
    agreed: Vec<Way>,
    /// All others that it may go, nearest first.
    free: Vec<Way>,
    /// Those of `free` that it goes, nearest first.
    taken: Vec<Way>,
    /// Those of `free` that it does not go, nearest first.
    open: Vec<Way>,
}

impl Ways {
    fn of(unit: UnitIx, domain: &Domain, roster: &Pairings, eligibility: &Eligibility<'_>) -> Self {
        let (mut agreed, mut free) = (Vec::new(), Vec::new());
        for place in (0..domain.neighbourhoods.len()).map(NeighbourhoodIx) {
            let pair = Pairing { unit, neighbourhood: place };
            let metres = domain.pairing_metres(unit, place).unwrap_or_default();
            if eligibility.is_fixed(pair) {
                agreed.push(Way { metres, neighbourhood: place });
            } else if eligibility.refusal(pair).is_none() {
                free.push(Way { metres, neighbourhood: place });
            }
        }
        free.sort_unstable();
        let goes = |way: &Way| roster.pairings.contains(&Pairing { unit, neighbourhood: way.neighbourhood });
        let (taken, open) = free.iter().partition(|way| goes(way));
        Self { unit, agreed, free, taken, open }
    }

    fn gives_way(&self, full: impl Fn(NeighbourhoodIx) -> bool) -> Option<GivesWay> {
        let nearest = *self.open.first()?;
        let (agreed, taken) = (self.agreed.iter().max(), self.taken.last());
        let farther = |way: &&Way| way.metres > nearest.metres;
        let (instead, because) = match (taken.filter(farther), agreed.filter(farther)) {
            (Some(instead), _) if full(nearest.neighbourhood) => (instead, Because::Full),
            (Some(instead), _) => (instead, Because::Outweighed),
            (None, Some(instead)) => (instead, Because::Agreed),
            (None, None) => return None,
        };
        Some(GivesWay { unit: self.unit, nearest, instead: *instead, because })
    }

    fn unpaired(
        &self,
        domain: &Domain,
        eligibility: &Eligibility<'_>,
        min: u32,
        full: impl Fn(NeighbourhoodIx) -> bool,
    ) -> Option<Unpaired> {
        let has = u32::try_from(self.agreed.len() + self.taken.len()).unwrap_or(u32::MAX);
        let lacks = min.checked_sub(has).filter(|lacks| *lacks > 0)?;
        let reason = if self.open.is_empty() {
            let refusals = (0..domain.neighbourhoods.len()).filter_map(|place| {
                eligibility.refusal(Pairing { unit: self.unit, neighbourhood: NeighbourhoodIx(place) })
            });
            Reason::Barred(tally(refusals))
        } else {
            let free = self.open.iter().find(|way| !full(way.neighbourhood));
            free.map_or(Reason::Full, |way| Reason::FreePlace(way.neighbourhood))
        };
        Some(Unpaired { unit: self.unit, lacks, reason })
    }
}

/// Without the bound every unit takes the nearest that it may, up to its minimum, beside those agreed.
fn unbounded(units: &[Ways], min: u32) -> Unbounded {
    let taken = units.iter().flat_map(|ways| {
        let more = (min as usize).saturating_sub(ways.agreed.len());
        ways.agreed.iter().chain(ways.free.iter().take(more))
    });
    let (pairings, metres) =
        taken.fold((0, 0), |(pairings, metres), way| (pairings + 1, metres + way.metres));
    Unbounded { pairings, metres }
}
