//! The year at a glance, and every event.

use crate::{
    domain::thursday::Pairing,
    render::{
        action::Action,
        block::{Cell, Field, Give, Table},
        edition::names::contact,
        facts::words::Head,
        spreadsheet::{Say, field, weekday, words},
        timetable::year::by_month,
        wording::measure,
    },
    timetable::roster::Event,
};

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
    let text = |head, say: Say| words(action, head, |event: &Event| event.pairing(), say);
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
