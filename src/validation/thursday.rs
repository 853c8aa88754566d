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
    validation::{Names, check::Check, list},
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

/// Whatever is missing for pairings and events; what is written but wrong was reported where it stands.
pub(super) fn cross_check(
    file: &schema::File,
    settings: &ThursdayAction,
    units: &[Unit],
    neighbourhoods: &[Neighbourhood],
    themes: &[Theme],
    check: &mut Check,
) {
    let written = (list(file.units.as_ref()), list(file.neighbourhoods.as_ref()));
    for (index, unit) in units.iter().enumerate() {
        let fixed = settings.fixed.iter().any(|pair| pair.unit == UnitIx(index));
        if written.0[unit.position].location.is_none() && !fixed {
            check.report(unit.place, Thursday::MissingLocation { kind: Kind::Unit, id: unit.id.clone() });
        }
        if words(written.0[unit.position].offers.as_ref()) == 0 {
            check.report(unit.place, Thursday::NothingOffered { unit: unit.id.clone() });
        }
    }
    for (index, home) in neighbourhoods.iter().enumerate() {
        let fixed = settings.fixed.iter().any(|pair| pair.neighbourhood == NeighbourhoodIx(index));
        if written.1[home.position].location.is_none() && !fixed {
            let (kind, id) = (Kind::Neighbourhood, home.id.clone());
            check.report(home.place, Thursday::MissingLocation { kind, id });
        }
    }
    let offers = || units.iter().map(|unit| (&unit.offers, written.0[unit.position].offers.as_ref()));
    let needs = || neighbourhoods.iter().map(|home| (&home.needs, written.1[home.position].needs.as_ref()));
    // A theme that is misspelt somewhere may be any of those that nobody names.
    let misspelt = |(known, written): (&Vec<ThemeIx>, Option<&Texts>)| known.len() < words(written);
    let (offers_known, needs_known) = (!offers().any(misspelt), !needs().any(misspelt));
    for (index, theme) in themes.iter().enumerate() {
        let named = |(known, _): (&Vec<ThemeIx>, Option<&Texts>)| known.contains(&ThemeIx(index));
        let id = || theme.id.clone();
        if offers_known && !offers().any(named) {
            check.report(theme.place, Thursday::ThemeNotOffered { theme: id() });
        }
        if needs_known && !needs().any(named) {
            check.report(theme.place, Thursday::ThemeNotNeeded { theme: id() });
        }
    }
}

fn words(written: Option<&Texts>) -> usize {
    written.map_or(0, |texts| texts.value.len())
}
