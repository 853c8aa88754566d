//! Themes, and what they, the units and the neighbourhoods must say for a Thursday Action.

use crate::{
    campaign::{schema, written::Texts},
    diagnostic::{
        reference::{Kind, Reference},
        thursday::Thursday,
    },
    domain::{
        places::{Neighbourhood, NeighbourhoodIx, Unit, UnitIx},
        thursday::{Theme, ThemeIx, ThursdayAction},
    },
    validation::{Names, check::Check},
};

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

/// Whatever is missing for pairings and events.
pub(super) fn cross_check(
    settings: &ThursdayAction,
    units: &[Unit],
    neighbourhoods: &[Neighbourhood],
    themes: &[Theme],
    check: &mut Check,
) {
    for (index, unit) in units.iter().enumerate() {
        let fixed = settings.fixed.iter().any(|pair| pair.unit == UnitIx(index));
        if unit.location.is_none() && !fixed {
            check.report(unit.place, Thursday::MissingLocation { kind: Kind::Unit, id: unit.id.clone() });
        }
        if unit.offers.is_empty() {
            check.report(unit.place, Thursday::NothingOffered { unit: unit.id.clone() });
        }
    }
    for (index, home) in neighbourhoods.iter().enumerate() {
        let fixed = settings.fixed.iter().any(|pair| pair.neighbourhood == NeighbourhoodIx(index));
        if home.location.is_none() && !fixed {
            let (kind, id) = (Kind::Neighbourhood, home.id.clone());
            check.report(home.place, Thursday::MissingLocation { kind, id });
        }
    }
    for (index, theme) in themes.iter().enumerate() {
        let id = || theme.id.clone();
        if !units.iter().any(|unit| unit.offers.contains(&ThemeIx(index))) {
            check.report(theme.place, Thursday::ThemeNotOffered { theme: id() });
        }
        if !neighbourhoods.iter().any(|home| home.needs.contains(&ThemeIx(index))) {
            check.report(theme.place, Thursday::ThemeNotNeeded { theme: id() });
        }
    }
}
