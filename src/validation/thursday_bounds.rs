//! How many neighbourhoods a unit has and how many units a neighbourhood, and what of it can never be.

use crate::{
    campaign::schema::{self, Range},
    diagnostic::{reference::Kind, thursday::Thursday},
    domain::{
        Domain,
        thursday::{Bounds, ThursdayAction},
    },
    source::Place,
    validation::check::Check,
};

/// The most pairings of one unit or neighbourhood that a bound may name.
pub(super) const MOST_PAIRINGS: u32 = 100_000;

/// Both bounds with their defaults: neighbourhoods per unit, units per neighbourhood.
pub(super) fn both(written: &schema::ThursdayAction, check: &mut Check) -> (Bounds, Bounds) {
    let per_unit = bounds(written.neighbourhoods_per_unit.as_ref(), Bounds { min: 1, max: Some(1) }, check);
    let per_home = bounds(written.units_per_neighbourhood.as_ref(), Bounds { min: 0, max: None }, check);
    (per_unit, per_home)
}

/// Warns of minima that cannot be reached.
pub(super) fn warn(
    domain: &Domain,
    action: &ThursdayAction,
    written: &schema::ThursdayAction,
    check: &mut Check,
) {
    let unit = Side {
        kind: Kind::Unit,
        many: domain.units.len(),
        bounds: action.neighbourhoods_per_unit,
        written: written.neighbourhoods_per_unit.as_ref(),
    };
    let home = Side {
        kind: Kind::Neighbourhood,
        many: domain.neighbourhoods.len(),
        bounds: action.units_per_neighbourhood,
        written: written.units_per_neighbourhood.as_ref(),
    };
    unit.warn(&home, written.at, check);
    home.warn(&unit, written.at, check);
}

fn bounds(written: Option<&Range>, usual: Bounds, check: &mut Check) -> Bounds {
    let Some(range) = written else { return usual };
    let max = check.limit(range.max.as_ref(), MOST_PAIRINGS).or(usual.max);
    let least = usual.min.min(max.unwrap_or(u32::MAX));
    let min = check.number(range.min.as_ref(), least, (0, MOST_PAIRINGS));
    if let Some(max) = max {
        check.ordered(range, min, max);
    }
    Bounds { min, max }
}

/// The units or the neighbourhoods.
struct Side<'a> {
    kind: Kind,
    many: usize,
    bounds: Bounds,
    written: Option<&'a Range>,
}

impl Side<'_> {
    /// Warns of a minimum that none of this side can reach, or not all of them.
    fn warn(&self, other: &Self, at: Place, check: &mut Check) {
        let (min, all) = (self.bounds.min, other.many);
        let own = self.written.and_then(|range| range.min.as_ref());
        if let Some(text) = own.filter(|_| min as usize > all) {
            check.report(text.place, Thursday::MinBeyondAll { kind: self.kind, min, all });
            return;
        }
        let Some(max) = other.bounds.max else { return };
        let wanted = self.many.saturating_mul(min as usize);
        let room = other.many.saturating_mul(max as usize);
        if wanted > room {
            let limit = other.written.and_then(|range| range.max.as_ref());
            let place = own.or(limit).map_or(at, |text| text.place);
            check.report(place, Thursday::TooManyWanted { kind: self.kind, wanted, room });
        }
    }
}
