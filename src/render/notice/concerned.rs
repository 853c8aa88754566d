//! Everybody whom something concerns that is new: people, units, neighbourhoods.
//!
//! In: [`Changes`]. Out: [`Concerned`], an entry for each, whom to call and what to tell.

use crate::{
    diagnostic::reference::Kind,
    render::{
        edition::{Edition, names::contact},
        notice::changes::{Changes, with_phone},
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

/// Everybody whom something concerns, in the order of the file, then whatever the campaign has no more.
pub(in crate::render) fn concerned(edition: Edition<'_>, changes: &Changes<'_>) -> Vec<Concerned> {
    let entry = |folder, kind, id: String, name, phone, moved| {
        let [new, told] = changes.told(kind, &id, moved);
        Concerned { folder, id, name, phone, new, told }
    };
    let own = |id: &str| changes.of_ambassador(id).map(|change| changes.own(change)).into_iter().collect();
    let gone = changes.gone_ambassadors().into_iter().map(str::to_owned);
    let known = edition.ambassadors().into_iter().map(|one| edition.domain.ambassador(one).id.clone());
    let people = known.chain(gone).map(|id: String| {
        let (name, phone, what) = (edition.ambassador_of(&id), edition.phone_of(&id), own(&id));
        entry(Name::Ambassadors, Kind::Ambassador, id, name, phone, what)
    });
    let known = edition.units().into_iter().map(|one| edition.domain.unit(one).id.clone());
    let units = known.chain(changes.gone_units()).map(|id| {
        let found = edition.domain.units.iter().find(|unit| unit.id == id);
        let phone = contact(found.and_then(|unit| unit.contact.as_ref()));
        let (name, what) = (edition.unit_of(&id), changes.moved_at(&id));
        entry(Name::Units, Kind::Unit, id, name, phone, what)
    });
    let places = edition.neighbourhoods().into_iter();
    let known: Vec<String> = places.map(|place| edition.domain.neighbourhood(place).id.clone()).collect();
    let gone = changes.neighbourhoods().into_iter().map(str::to_owned).filter(|id| !known.contains(id));
    let gone: Vec<String> = gone.collect();
    let places = known.into_iter().chain(gone).map(|id| {
        let found = edition.domain.neighbourhoods.iter().find(|place| place.id == id);
        let phone = contact(found.and_then(|place| place.contact.as_ref()));
        let (name, what) = (edition.neighbourhood_of(&id), changes.meetings_at(&id));
        entry(Name::Neighbourhoods, Kind::Neighbourhood, id, name, phone, what)
    });
    let all = people.chain(units).chain(places);
    all.filter(|one| !one.new.is_empty() || !one.told.is_empty()).collect()
}
