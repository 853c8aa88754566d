//! Events as messages and calendars tell them: when, who, where, what about, and whom to call.

use crate::{
    render::{
        action::{Action, Occasion},
        edition::names,
        facts::{line, words::Head},
        wording::measure,
    },
    timetable::roster::Event,
};

/// Every event by date.
pub fn occasions(action: Action<'_>) -> Vec<Occasion> {
    action.events().iter().map(|event| occasion(action, event)).collect()
}

fn occasion(action: Action<'_>, event: &Event) -> Occasion {
    let edition = action.edition;
    let (unit, home) = (edition.domain.unit(event.unit), edition.domain.neighbourhood(event.neighbourhood));
    let place = measure::whereabouts(edition.language, [&home.address, &home.venue]);
    let theme = edition.theme(event.theme).to_owned();
    let contact = |contact| names::contact(contact).unwrap_or_default();
    let facts = [
        line(edition, Head::Theme, &theme),
        line(edition, Head::Unit, edition.names.unit(event.unit)),
        line(edition, Head::Neighbourhood, &home.name),
        line(edition, Head::Venue, &place),
        line(edition, Head::UnitContact, &contact(unit.contact.as_ref())),
        line(edition, Head::NeighbourhoodContact, &contact(home.contact.as_ref())),
    ];
    Occasion {
        date: event.date,
        hours: action.settings.hours,
        unit: event.unit,
        neighbourhood: event.neighbourhood,
        theme,
        place,
        facts: facts.into_iter().flatten().collect(),
    }
}
