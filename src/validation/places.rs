//! Units and neighbourhoods.

use crate::{
    campaign::{schema, written::Texts},
    diagnostic::reference::Reference,
    domain::{
        places::{Neighbourhood, Unit},
        themes::ThemeIx,
    },
    validation::{Names, check::Check, header::contact},
};
use std::collections::BTreeSet;

/// The units by id.
pub(super) fn units(written: &[schema::Unit], names: &mut Names, check: &mut Check) -> Vec<Unit> {
    let order = names.units.order.clone();
    let entries = order.into_iter().enumerate();
    entries.map(|(index, position)| unit(&written[position], index, position, names, check)).collect()
}

fn unit(written: &schema::Unit, index: usize, position: usize, names: &mut Names, check: &mut Check) -> Unit {
    let (id, place) = names.units.entries[index].clone();
    let mut offers = themes(written.offers.as_ref(), names, check);
    offers.sort_unstable();
    Unit {
        id,
        name: check.needed(written.name.as_ref()),
        sector: Check::text(written.sector.as_ref()),
        committee: Check::text(written.committee.as_ref()),
        address: Check::text(written.address.as_ref()),
        location: written.location.as_ref().and_then(|location| check.location(location)),
        contact: written.contact.as_ref().map(contact),
        closed: check.days_off(written.closed.as_ref()),
        limit: check.limit(written.limit.as_ref(), 100_000),
        daily_limit: check.limit(written.daily_limit.as_ref(), 100_000),
        offers,
        note: Check::text(written.note.as_ref()),
        position,
        place,
    }
}

/// The neighbourhoods by id.
pub(super) fn neighbourhoods(
    written: &[schema::Neighbourhood],
    names: &mut Names,
    check: &mut Check,
) -> Vec<Neighbourhood> {
    let order = names.neighbourhoods.order.clone();
    let entries = order.into_iter().enumerate();
    entries
        .map(|(index, position)| neighbourhood(&written[position], index, position, names, check))
        .collect()
}

fn neighbourhood(
    written: &schema::Neighbourhood,
    index: usize,
    position: usize,
    names: &mut Names,
    check: &mut Check,
) -> Neighbourhood {
    let (id, place) = names.neighbourhoods.entries[index].clone();
    Neighbourhood {
        name: check.name(written.name.as_ref(), written.id.as_ref(), written.at),
        id,
        address: Check::text(written.address.as_ref()),
        venue: Check::text(written.place.as_ref()),
        location: written.location.as_ref().and_then(|location| check.location(location)),
        needs: themes(written.needs.as_ref(), names, check),
        closed: check.days_off(written.closed.as_ref()),
        contact: written.contact.as_ref().map(contact),
        note: Check::text(written.note.as_ref()),
        position,
        place,
    }
}

/// The themes that a list names, each once.
fn themes(written: Option<&Texts>, names: &mut Names, check: &mut Check) -> Vec<ThemeIx> {
    let mut named = BTreeSet::new();
    let mut themes = Vec::new();
    for word in written.iter().flat_map(|list| &list.value) {
        let Some(theme) = names.themes.resolve(word, check) else { continue };
        if named.insert(theme) {
            themes.push(ThemeIx(theme));
        } else {
            check.report(word.place, Reference::NamedTwice { word: word.words().to_owned() });
        }
    }
    themes
}
