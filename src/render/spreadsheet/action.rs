//! The Thursday Action: who is paired, the year at a glance, every event.

use crate::{
    domain::{
        places::{Neighbourhood, Unit},
        thursday::Pairing,
    },
    render::{
        action::{Action, pairing_of},
        block::{Cell, Field, Give, Table},
        edition::names::contact,
        facts::words::Head,
        spreadsheet::{field, weekday},
        timetable::year::by_month,
        wording::measure,
    },
    timetable::roster::Event,
};

/// What a column says of a unit and a neighbourhood.
type Say = fn(&Unit, &Neighbourhood) -> Option<String>;

/// A column that speaks of who is paired.
fn words<'a, T: 'a>(action: Action<'a>, head: Head, pairing: fn(&T) -> Pairing, say: Say) -> Field<'a, T> {
    let domain = action.edition.domain;
    field(action.edition, head, move |one| {
        let Pairing { unit, neighbourhood } = pairing(one);
        Cell::words(say(domain.unit(unit), domain.neighbourhood(neighbourhood)))
    })
}

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

/// A line for each pairing, a column for each month.
pub(super) fn year(action: Action<'_>) -> Table {
    let events = &by_month(action);
    let text = |head, say: Say| words(action, head, |one: &Pairing| *one, say);
    let mut fields = vec![
        text(Head::Unit, |unit, _| Some(unit.name.clone())),
        text(Head::Neighbourhood, |_, place| Some(place.name.clone())),
    ];
    fields.extend(action.settings.months().into_iter().map(|month| {
        let cell =
            move |one: &Pairing| Cell::words(events.get(&(*one, month)).map(|said| said.replace('\n', " ")));
        Field::new(measure::month(action.edition.language, month), Give::Wraps(0), cell)
    }));
    Table::of(&fields, &[action.pairings()])
}

/// Every event by date.
pub(super) fn events(action: Action<'_>) -> Table {
    let edition = action.edition;
    let text = |head, say: Say| words(action, head, pairing_of, say);
    let hours = action.settings.hours;
    let fields = [
        field(edition, Head::Date, |one: &Event| Cell::Date(one.date)),
        field(edition, Head::Weekday, move |one: &Event| weekday(edition, one.date)),
        field(edition, Head::Hours, move |_: &Event| Cell::Text(hours.to_string())),
        text(Head::Unit, |unit, _| Some(unit.name.clone())),
        text(Head::Neighbourhood, |_, place| Some(place.name.clone())),
        field(edition, Head::Theme, move |one: &Event| Cell::Text(edition.theme(one.theme).to_owned())),
        text(Head::Venue, |_, place| place.venue.clone()),
        text(Head::Address, |_, place| place.address.clone()),
        text(Head::UnitContact, |unit, _| contact(unit.contact.as_ref())),
        text(Head::NeighbourhoodContact, |_, place| contact(place.contact.as_ref())),
    ];
    Table::of(&fields, &[action.events()]).without_blank_columns()
}
