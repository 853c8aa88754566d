//! Who is paired with whom, how far apart.

use crate::{
    domain::thursday::Pairing,
    render::{
        action::Action,
        block::{Cell, Table},
        edition::names::contact,
        facts::words::Head,
        spreadsheet::{Say, field, words},
    },
};

/// Who is paired with whom, how far apart.
pub(super) fn pairings(action: Action<'_>) -> Table {
    let domain = action.edition.domain;
    let text = |head, say: Say| words(action, head, |one: &Pairing| *one, say);
    let metres = move |one: &Pairing| Cell::metres(domain.pairing_metres(one.unit, one.neighbourhood));
    let fields = [
        text(Head::Unit, |unit, _| Some(unit.name.clone())),
        text(Head::Neighbourhood, |_, place| Some(place.name.clone())),
        field(action.edition, Head::Metres, metres),
        text(Head::UnitContact, |unit, _| contact(unit.contact.as_ref())),
        text(Head::NeighbourhoodContact, |_, place| contact(place.contact.as_ref())),
        text(Head::Venue, |_, place| place.venue.clone()),
        text(Head::Address, |_, place| place.address.clone()),
        text(Head::Note, |_, place| place.note.clone()),
    ];
    Table::of(&fields, &[action.pairings()]).without_blank_columns()
}
