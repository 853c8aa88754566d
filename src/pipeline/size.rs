//! How much memory planning takes, told before anything is planned; for the Thursday Action it is worked out here.
//!
//! In: `Domain`. Out: bytes; or what is [`TooLarge`].

use crate::{
    diagnostic::size::TooLarge,
    domain::{
        Domain,
        thursday::{Bounds, ThursdayAction},
    },
    experience::size,
    pairing::eligibility::Eligibility,
    planning::rules::Rulebook,
    solver::size::MOST_BYTES,
};

/// From so many units and neighbourhoods on, their pairs are too many whichever may be.
const MOST_COMPARED: u64 = 20_000_000;

/// Bytes for each pair of a unit and a neighbourhood, and for each day and theme of a pairing: the largest resident sets
/// of whole runs (`/usr/bin/time -f %M`) with 160,000–2,250,000 pairs and 470,000–1,900,000 days and themes took
/// 0.7–0.98 of what is said here.
const PER_PAIR: u64 = 600;
const PER_CHOICE: u64 = 700;

/// About how many bytes planning a campaign takes at the most.
pub fn memory(domain: &Domain) -> u64 {
    let experience = size::measure(domain).map_or(MOST_BYTES, |(_, size)| size.bytes());
    let thursday = domain.thursday.as_ref().map(|action| measure(domain, action).unwrap_or(MOST_BYTES));
    experience.max(thursday.unwrap_or(0))
}

/// About how many bytes planning the Thursday Action takes at the most.
///
/// # Errors
/// What is too large.
pub(super) fn measure(domain: &Domain, action: &ThursdayAction) -> Result<u64, TooLarge> {
    let (units, neighbourhoods) = (domain.units.len(), domain.neighbourhoods.len());
    let all = units as u64 * neighbourhoods as u64;
    let pairs = if all > MOST_COMPARED {
        all
    } else {
        Eligibility::new(domain, action).pairs(Rulebook::ALL).len() as u64
    };
    let sides = [
        most(units, action.neighbourhoods_per_unit, neighbourhoods),
        most(neighbourhoods, action.units_per_neighbourhood, units),
    ];
    let pairings = sides.into_iter().fold(pairs, u64::min);
    let thursdays: u64 = action.months().iter().map(|month| month.thursdays().len() as u64).sum();
    let offers: u64 = domain.units.iter().map(|unit| unit.offers.len() as u64).sum();
    let choices = (pairings * thursdays * offers).div_ceil(units.max(1) as u64);
    let bytes = (pairs * PER_PAIR).max(choices * PER_CHOICE);
    if bytes > MOST_BYTES {
        let pairs = usize::try_from(pairs).unwrap_or(usize::MAX);
        return Err(TooLarge::Thursdays { units, neighbourhoods, pairs, bytes, most: MOST_BYTES });
    }
    Ok(bytes)
}

/// How many pairings so many units, or neighbourhoods, have at the most.
fn most(entries: usize, each: Bounds, others: usize) -> u64 {
    entries as u64 * each.max.map_or(others as u64, |most| u64::from(most).min(others as u64))
}
