//! Month by month, ready to be read out: when, who, where, what about, and whom to call.

use crate::{
    render::{
        action::Action,
        block::Section,
        edition::names,
        timetable::words::Sentence,
        wording::{joined, measure},
    },
    timetable::roster::Event,
};

/// A list for each month that has events.
pub fn sections(action: Action<'_>) -> Vec<Section> {
    let events = action.events();
    let months = events.chunk_by(|one, other| one.month() == other.month()).map(|events| {
        let heading = measure::month(action.edition.language, events[0].month());
        Section::list(heading, events.iter().map(|event| read_out(action, event)).collect())
    });
    months.collect()
}

fn read_out(action: Action<'_>, event: &Event) -> String {
    let edition = action.edition;
    let (unit, place) = (edition.domain.unit(event.unit), edition.domain.neighbourhood(event.neighbourhood));
    let mut said = vec![Sentence::Event {
        date: measure::date(edition.language, event.date),
        hours: action.settings.hours.to_string(),
        unit: edition.names.unit(event.unit).to_owned(),
        neighbourhood: place.name.clone(),
        theme: edition.theme(event.theme).to_owned(),
    }];
    let whereabouts: Vec<String> = [&place.venue, &place.address].into_iter().flatten().cloned().collect();
    if !whereabouts.is_empty() {
        said.push(Sentence::At(joined(edition.language, &whereabouts)));
    }
    let contacts = [unit.contact.as_ref(), place.contact.as_ref()].into_iter();
    let contacts: Vec<String> = contacts.filter_map(names::contact).collect();
    if !contacts.is_empty() {
        said.push(Sentence::Call(joined(edition.language, &contacts)));
    }
    Sentence::together(edition.language, &said)
}
