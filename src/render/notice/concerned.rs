//! Everybody whom something concerns that is new: people, units, neighbourhoods.
//!
//! In: [`Changes`]. Out: [`Concerned`], an entry for each, whom to call and what to tell.

use crate::{
    diagnostic::reference::Kind,
    render::{
        edition::{Edition, names::contact},
        notice::changes::{Changes, whom::Whom, with_phone},
        wording::print::Name,
    },
};

/// Somebody whom something concerns that is new.
#[derive(Debug, Clone)]
pub(in crate::render) struct Concerned {
    /// The folder of the files for people of this kind.
    pub(in crate::render) folder: Name,
    pub(in crate::render) id: String,
    pub(in crate::render) name: String,
    /// Whom to call, on the organizer's copy.
    pub(in crate::render) phone: Option<String>,
    /// What is new and no print of this plan has told yet.
    pub(in crate::render) new: Vec<String>,
    /// What is new and a print of this plan has told already.
    pub(in crate::render) told: Vec<String>,
}

impl Concerned {
    /// The name, with the number.
    pub(in crate::render) fn whom(&self) -> String {
        with_phone(self.name.clone(), self.phone.clone())
    }
}

/// Everybody whom something concerns alone, in the order of the file, then whatever the campaign has no more. What concerns all
/// is told to all at once.
pub(in crate::render) fn concerned(edition: Edition<'_>, changes: &Changes<'_>) -> Vec<Concerned> {
    let entry = |folder, kind, id: String, name, phone, moved| {
        let [new, told] = changes.told_alone(kind, &id, moved);
        Concerned { folder, id, name, phone, new, told }
    };
    let own = |id: &str| changes.of_ambassador(id).map(|change| changes.own(change)).into_iter().collect();
    let people = changes.people().into_iter().map(|Whom { id, .. }| {
        let (name, phone, what) = (edition.ambassador_of(&id), edition.phone_of(&id), own(&id));
        entry(Name::Ambassadors, Kind::Ambassador, id, name, phone, what)
    });
    let units = changes.hosts().into_iter().map(|Whom { id, known }| {
        let phone = contact(known.and_then(|unit| edition.domain.unit(unit).contact.as_ref()));
        let (name, what) = (edition.unit_of(&id), changes.moved_at(&id));
        entry(Name::Units, Kind::Unit, id, name, phone, what)
    });
    let places = changes.homes().into_iter().map(|Whom { id, known }| {
        let phone = contact(known.and_then(|place| edition.domain.neighbourhood(place).contact.as_ref()));
        let (name, what) = (edition.neighbourhood_of(&id), changes.meetings_at(&id));
        entry(Name::Neighbourhoods, Kind::Neighbourhood, id, name, phone, what)
    });
    let all = people.chain(units).chain(places);
    all.filter(|one| !one.new.is_empty() || !one.told.is_empty()).collect()
}
