//! Themes, and what they, the units and the neighbourhoods must say for a Thursday Action.

use crate::{
    campaign::{schema, written::Texts},
    diagnostic::{
        reference::{Kind, Reference},
        thursday::Thursday,
    },
    domain::{
        Domain,
        places::{Neighbourhood, NeighbourhoodIx, Unit, UnitIx},
        themes::{Theme, ThemeIx},
        thursday::ThursdayAction,
    },
    validation::{Names, check::Check, list, thursday_bounds},
};
use std::collections::BTreeSet;

/// The themes by id.
pub(super) fn themes(written: &[schema::Theme], names: &Names, check: &mut Check) -> Vec<Theme> {
    let entries = names.themes.order.iter().zip(&names.themes.entries);
    let theme = |(&position, (id, place)): (&usize, &(String, _))| {
        let written = &written[position];
        Theme {
            id: id.clone(),
            name: check.name(written.name.as_ref(), written.id.as_ref(), written.at),
            months: written.months.as_ref().map(|months| self::months(months, check)),
            note: Check::text(written.note.as_ref()),
            position,
            place: *place,
        }
    };
    entries.map(theme).collect()
}

fn months(written: &Texts, check: &mut Check) -> Vec<u32> {
    let mut months = Vec::new();
    for word in &written.value {
        let Some(month) = check.optional_number(Some(word), (1, 12)) else { continue };
        if months.contains(&month) {
            check.report(word.place, Reference::NamedTwice { word: word.words().to_owned() });
        } else {
            months.push(month);
        }
    }
    months.sort_unstable();
    months
}

/// Reports units and neighbourhoods that are nowhere and not agreed to be paired, unless something else in the entry is
/// wrong: that may be its location.
pub(super) fn refuse_nowhere(
    file: &schema::File,
    settings: &ThursdayAction,
    units: &[Unit],
    neighbourhoods: &[Neighbourhood],
    check: &mut Check,
) {
    let written = (list(file.units.as_ref()), list(file.neighbourhoods.as_ref()));
    let fixed_units: BTreeSet<UnitIx> = settings.fixed.iter().map(|pair| pair.unit).collect();
    for (index, unit) in units.iter().enumerate() {
        let nowhere = unit.location.is_none() && !fixed_units.contains(&UnitIx(index));
        if nowhere && !check.is_faulty(written.0[unit.position].at) {
            check.report(unit.place, Thursday::MissingLocation { kind: Kind::Unit, name: unit.name.clone() });
        }
    }
    let fixed_homes: BTreeSet<NeighbourhoodIx> =
        settings.fixed.iter().map(|pair| pair.neighbourhood).collect();
    for (index, home) in neighbourhoods.iter().enumerate() {
        let nowhere = home.location.is_none() && !fixed_homes.contains(&NeighbourhoodIx(index));
        if nowhere && !check.is_faulty(written.1[home.position].at) {
            let (kind, name) = (Kind::Neighbourhood, home.name.clone());
            check.report(home.place, Thursday::MissingLocation { kind, name });
        }
    }
}

/// Warns of units that offer nothing, of themes that nobody offers or needs, and of bounds that cannot all be met.
pub(super) fn warn(domain: &Domain, settings: Option<&schema::ThursdayAction>, check: &mut Check) {
    let (Some(action), Some(settings)) = (&domain.thursday, settings) else { return };
    thursday_bounds::warn(domain, action, settings, check);
    for unit in domain.units.iter().filter(|unit| unit.offers.is_empty()) {
        check.report(unit.place, Thursday::NothingOffered { unit: unit.name.clone() });
    }
    let offered: BTreeSet<ThemeIx> = domain.units.iter().flat_map(|unit| &unit.offers).copied().collect();
    let needed: BTreeSet<ThemeIx> =
        domain.neighbourhoods.iter().flat_map(|home| &home.needs).copied().collect();
    for (index, theme) in domain.themes.iter().enumerate() {
        if !offered.contains(&ThemeIx(index)) {
            check.report(theme.place, Thursday::ThemeNotOffered { theme: theme.name.clone() });
        }
        if !needed.contains(&ThemeIx(index)) {
            check.report(theme.place, Thursday::ThemeNotNeeded { theme: theme.name.clone() });
        }
    }
}
