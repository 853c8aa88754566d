//! Pairings that are agreed against a rule, and units and neighbourhoods that can have none.
//!
//! In: `Domain`. Out: diagnostics. What contradicts itself was refused by validation.

use crate::{
    diagnostic::{Diagnostic, reference::Kind, thursday::Thursday},
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Bounds, Pairing, ThursdayAction},
    },
    pairing::eligibility::Eligibility,
    planning::rules::Rulebook,
};

/// What is to be said of the pairing.
pub fn review(domain: &Domain, action: &ThursdayAction) -> Vec<Diagnostic> {
    let mut found = too_far(domain, action);
    found.extend(out_of_reach(domain, action));
    found
}

/// Agreed pairings that are farther apart than the limit.
fn too_far(domain: &Domain, action: &ThursdayAction) -> Vec<Diagnostic> {
    let farther = action.fixed.iter().filter_map(|pair| {
        let metres = domain.pairing_metres(pair.unit, pair.neighbourhood)?;
        let limit = action.max_metres.filter(|limit| metres > *limit)?;
        Some(Diagnostic::at(pair.place, Thursday::FixedTooFar { metres, limit }.into()))
    });
    farther.collect()
}

/// Units that may go nowhere although they should, and neighbourhoods to which nobody may come although somebody
/// should.
fn out_of_reach(domain: &Domain, action: &ThursdayAction) -> Vec<Diagnostic> {
    let pairs = Eligibility::new(domain, action).pairs(Rulebook::ALL);
    let mut units = vec![false; domain.units.len()];
    let mut places = vec![false; domain.neighbourhoods.len()];
    for Pairing { unit: UnitIx(unit), neighbourhood: NeighbourhoodIx(place) } in pairs {
        units[unit] = true;
        places[place] = true;
    }
    let lonely_units = domain.units.iter().zip(units).filter(|(_, reached)| !reached).map(|(unit, _)| {
        let problem = Thursday::OutOfReach { kind: Kind::Unit, name: unit.name.clone() };
        Diagnostic::at(unit.place, problem.into())
    });
    let lonely_places =
        domain.neighbourhoods.iter().zip(places).filter(|(_, reached)| !reached).map(|(place, _)| {
            let problem = Thursday::OutOfReach { kind: Kind::Neighbourhood, name: place.name.clone() };
            Diagnostic::at(place.place, problem.into())
        });
    let wanted = |bounds: Bounds| bounds.min > 0;
    let units = lonely_units.filter(|_| wanted(action.neighbourhoods_per_unit));
    let places = lonely_places.filter(|_| wanted(action.units_per_neighbourhood));
    units.chain(places).collect()
}
