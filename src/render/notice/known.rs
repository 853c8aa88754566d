//! Everything that readers know of where they go, whatever the language: what a folder keeps to see what they know otherwise next time.
//!
//! In: [`Edition`] of the copy for everybody. Out: a [`Renewal`] for each fact, also where nothing is said of it.

use crate::{
    diagnostic::reference::Kind,
    domain::{
        Language,
        people::AmbassadorIx,
        places::{NeighbourhoodIx, PostIx, UnitIx},
    },
    render::{
        edition::{
            Edition,
            names::contact,
            renewal::{Fact, Renewal},
        },
        facts,
        thursday::occasions,
        wording::{joined, list},
    },
};
use std::collections::BTreeSet;

/// What each reader of an edition knows.
pub fn known(edition: Edition<'_>) -> Vec<Renewal> {
    let mut known = Vec::new();
    let placements = &edition.plan.experience.roster.placements;
    if edition.copy.recipient.is_none() {
        let own: BTreeSet<(AmbassadorIx, PostIx)> =
            placements.iter().map(|one| (one.ambassador, one.post)).collect();
        let people: BTreeSet<AmbassadorIx> = own.iter().map(|(person, _)| *person).collect();
        for person in people {
            let id = &edition.domain.ambassador(person).id;
            known.extend(of_all(edition).map(|(fact, value)| told(Kind::Ambassador, id, None, fact, value)));
        }
        for (person, post) in own {
            let id = &edition.domain.ambassador(person).id;
            known.extend(of_post(edition, post, Kind::Ambassador, id));
        }
    }
    let events = occasions(edition);
    let is_meant = |unit: UnitIx| edition.copy.recipient.is_none_or(|only| only == unit);
    let posts: BTreeSet<PostIx> = placements
        .iter()
        .map(|one| one.post)
        .filter(|post| is_meant(edition.domain.post(*post).unit))
        .collect();
    let units = posts.iter().map(|post| edition.domain.post(*post).unit);
    let units: BTreeSet<UnitIx> =
        units.chain(events.iter().map(|event| event.unit).filter(|unit| is_meant(*unit))).collect();
    for unit in units {
        let id = &edition.domain.unit(unit).id;
        known.extend(of_all(edition).map(|(fact, value)| told(Kind::Unit, id, None, fact, value)));
    }
    for post in posts {
        let id = &edition.domain.unit(edition.domain.post(post).unit).id;
        known.extend(of_post(edition, post, Kind::Unit, id));
    }
    let places: BTreeSet<NeighbourhoodIx> = events.iter().map(|one| one.neighbourhood).collect();
    for place in places.into_iter().filter(|_| edition.copy.recipient.is_none()) {
        let id = &edition.domain.neighbourhood(place).id;
        let here = events.iter().find(|event| event.neighbourhood == place);
        let facts = [
            (Fact::Office, office(edition)),
            (Fact::Hours, here.map(|event| event.hours.to_string()).unwrap_or_default()),
            (Fact::Venue, here.map(|event| event.place.clone()).unwrap_or_default()),
        ];
        known.extend(facts.map(|(fact, value)| told(Kind::Neighbourhood, id, None, fact, value)));
    }
    known
}

fn told(kind: Kind, id: &str, post: Option<&str>, fact: Fact, value: String) -> Renewal {
    Renewal { kind, id: id.to_owned(), post: post.map(str::to_owned), fact, value, is_told: false }
}

fn office(edition: Edition<'_>) -> String {
    contact(edition.domain.campaign.contact.as_ref()).unwrap_or_default()
}

/// What everybody knows.
fn of_all(edition: Edition<'_>) -> impl Iterator<Item = (Fact, String)> {
    let campaign = &edition.domain.campaign;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let facts = [
        (Fact::Office, office(edition)),
        (Fact::Gather, text(&campaign.meet)),
        (Fact::Bring, list(Language::Zh, &campaign.bring)),
        (Fact::Note, text(&campaign.note)),
        (Fact::Lecture, joined(Language::Zh, &facts::lecture(edition))),
    ];
    facts.into_iter()
}

/// What a reader knows of a post.
fn of_post(edition: Edition<'_>, index: PostIx, kind: Kind, id: &str) -> Vec<Renewal> {
    let post = edition.domain.post(index);
    let unit = edition.domain.unit(post.unit);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mentor = post.mentor.map(|mentor| edition.names.mentor(mentor).to_owned());
    let notes = [&post.note, &unit.note].into_iter().flatten().cloned().collect::<Vec<String>>();
    // Hours that tell sessions of one post apart are a part of what somebody is placed at.
    let hours = if post.shifts.len() == 1 { post.shifts[0].to_string() } else { String::new() };
    let mut facts = vec![
        (Fact::Hours, hours),
        (Fact::Mentor, mentor.unwrap_or_default()),
        (Fact::Address, text(&unit.address)),
        (Fact::Meet, text(&post.meet)),
        (Fact::Requires, list(Language::Zh, &post.requires)),
        (Fact::Bring, list(Language::Zh, &post.bring)),
        (Fact::Note, joined(Language::Zh, &notes)),
    ];
    if kind == Kind::Unit {
        // A unit knows where it is.
        facts.retain(|(fact, _)| *fact != Fact::Address);
        facts.push((Fact::HostNote, text(&post.host_note)));
    }
    facts.into_iter().map(|(fact, value)| told(kind, id, Some(&post.id), fact, value)).collect()
}
