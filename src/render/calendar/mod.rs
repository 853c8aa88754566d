//! Calendars (RFC 5545): the whole, one for each unit, one for each neighbourhood, one for each ambassador.
//!
//! In: [`Edition`], and the calendars of an earlier print that are to be replaced. Out: files whose entries keep their
//! UID for ever. SEQUENCE goes by the revision of the plan, so that telephones follow from whatever folder a calendar
//! comes, and what plans before had is taken back; within a revision it counts what was printed otherwise since, and
//! where an earlier file says something else at the same SEQUENCE, it is the next one. Times are written in UTC, eight hours behind China; China has no summer time.

mod earlier;
mod entries;
mod folding;
mod withdrawn;

use crate::{
    plan::outline::Outline,
    render::{
        edition::Edition,
        file::{Folder, PrintedFile},
        thursday::occasions,
        wording::print::Name,
    },
};
use earlier::EarlierCalendar;
use entries::Entry;
use icalendar::{Calendar, Property};
use std::collections::{BTreeMap, BTreeSet};
use withdrawn::{Whose, Withdrawn, withdrawn};

/// The calendars of an earlier print by their path in its folder.
pub type Earlier = BTreeMap<String, String>;

/// One calendar before it is written.
struct Draft {
    path: String,
    whose: Whose,
    entries: Vec<Entry>,
    withdrawn: Vec<Withdrawn>,
    /// Whether the campaign still has whose it is.
    is_known: bool,
}

/// Every calendar in which something stands, or stood.
pub fn files(edition: Edition<'_>, earlier: &Earlier) -> Vec<PrintedFile> {
    let file = |mut draft: Draft| {
        let before = earlier.get(&draft.path).map(|text| EarlierCalendar::read(text)).unwrap_or_default();
        // A neighbourhood is not asked to the lecture, which is for those who lend posts and those who come to them.
        let is_asked = draft.is_known && !matches!(draft.whose, Whose::Neighbourhood(_));
        let lecture = entries::lecture(edition).filter(|_| is_asked);
        let is_empty = draft.entries.is_empty() && draft.withdrawn.is_empty() && before.is_empty();
        if is_empty && (draft.whose != Whose::All || lecture.is_none()) {
            return None;
        }
        match lecture {
            Some(lecture) => draft.entries.push(lecture),
            None if matches!(draft.whose, Whose::Neighbourhood(_)) => {}
            None => draft.withdrawn.extend(withdrawn::lecture(edition)),
        }
        let bytes = text(edition, &draft.entries, draft.withdrawn, &before).into_bytes();
        Some(PrintedFile { path: draft.path, bytes })
    };
    let recipient = edition.copy.recipient.map(|unit| Whose::Unit(edition.domain.unit(unit).id.clone()));
    let is_meant = |draft: &Draft| recipient.as_ref().is_none_or(|only| *only == draft.whose);
    drafts(edition).into_iter().filter(is_meant).filter_map(file).collect()
}

/// Calendars of an earlier print of this campaign that are none of `files`, taken back as a whole: of a unit that is no
/// more and of which nobody knows the name. One in which something stands that still holds is another copy, and stays.
pub fn stale(edition: Edition<'_>, earlier: &Earlier, files: &[PrintedFile]) -> Vec<PrintedFile> {
    let calendars = files.iter().map(|file| EarlierCalendar::read(&String::from_utf8_lossy(&file.bytes)));
    let calendars: Vec<EarlierCalendar> = calendars.collect();
    let lecture = entries::lecture_uid(edition);
    let live: BTreeSet<&str> =
        calendars.iter().flat_map(EarlierCalendar::confirmed).filter(|uid| *uid != lecture).collect();
    let others = earlier.iter().filter(|(path, _)| files.iter().all(|file| file.path != **path));
    let stale = others.filter_map(|(path, words)| {
        let before = EarlierCalendar::read(words);
        let holds = before.confirmed().next().is_some() && before.confirmed().all(|uid| !live.contains(uid));
        (before.is_of(&edition.plan.history.key) && holds).then(|| PrintedFile {
            path: path.clone(),
            bytes: text(edition, &[], vec![], &before).into_bytes(),
        })
    });
    stale.collect()
}

/// Whether one of `files` says all that an earlier calendar does, which is of no use any more.
pub fn is_superseded(earlier: &str, files: &[PrintedFile]) -> bool {
    let before = EarlierCalendar::read(earlier);
    before.confirmed().next().is_some()
        && files
            .iter()
            .any(|file| EarlierCalendar::read(&String::from_utf8_lossy(&file.bytes)).has_all(&before))
}

/// Whether an earlier calendar goes on in the one that takes its place: nothing in it is lost.
pub fn continues(edition: Edition<'_>, earlier: &str) -> bool {
    EarlierCalendar::read(earlier).is_of(&edition.plan.history.key)
}

fn drafts(edition: Edition<'_>) -> Vec<Draft> {
    let now = Outline::of(edition.domain, edition.plan);
    let events = occasions(edition);
    let all = entries::all(edition, &events);
    let mut own = entries::of_ambassadors(edition, &now);
    let live = all.iter().chain(own.values().flatten()).map(|entry| entry.uid.clone()).collect();
    let mut gone = withdrawn(edition, &now, &live);
    let say = |name: Name| edition.say(name);
    let calendars = say(Name::Calendars);
    let mut make = |given: &mut Folder, folder: &str, stem: &str, whose: Whose, entries, is_known| {
        let path = format!("{calendars}/{folder}{}", given.name(edition, stem, "ics"));
        let withdrawn = gone.remove(&whose).unwrap_or_default();
        Draft { path, whose, entries, withdrawn, is_known }
    };
    let mut drafts = vec![make(&mut Folder::default(), "", &say(Name::All), Whose::All, all, true)];
    let (folder, mut given) = (say(Name::Units) + "/", Folder::default());
    for unit in edition.units() {
        let whose = Whose::Unit(edition.domain.unit(unit).id.clone());
        let entries = entries::of_unit(edition, &events, unit);
        drafts.push(make(&mut given, &folder, edition.names.unit(unit), whose, entries, true));
    }
    let (home_folder, mut home_given) = (say(Name::Neighbourhoods) + "/", Folder::default());
    for place in edition.neighbourhoods() {
        let home = edition.domain.neighbourhood(place);
        let whose = Whose::Neighbourhood(home.id.clone());
        let entries = entries::of_neighbourhood(edition, &events, place);
        drafts.push(make(&mut home_given, &home_folder, &home.name, whose, entries, true));
    }
    let (own_folder, mut own_given) = (say(Name::Ambassadors) + "/", Folder::default());
    for person in edition.ambassadors() {
        let whose = Whose::Ambassador(edition.domain.ambassador(person).id.clone());
        let entries = own.remove(&person).unwrap_or_default();
        drafts.push(make(&mut own_given, &own_folder, &edition.stem(person), whose, entries, true));
    }
    // What is left is of those whom the campaign no longer has.
    for (whose, withdrawn) in gone {
        let (folder, given, stem) = match &whose {
            Whose::All => continue,
            Whose::Unit(id) => (&folder, &mut given, edition.unit_of(id)),
            Whose::Neighbourhood(id) => (&home_folder, &mut home_given, edition.neighbourhood_of(id)),
            Whose::Ambassador(id) => (&own_folder, &mut own_given, edition.stem_of(id)),
        };
        let path = format!("{calendars}/{folder}{}", given.name(edition, &stem, "ics"));
        drafts.push(Draft { path, whose, entries: vec![], withdrawn, is_known: false });
    }
    drafts
}

fn text(
    edition: Edition<'_>,
    entries: &[Entry],
    mut withdrawn: Vec<Withdrawn>,
    before: &EarlierCalendar,
) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//chuxin//chuxin//ZH"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &edition.domain.campaign.name),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    let there: BTreeSet<String> = entries.iter().map(|entry| entry.uid.clone()).collect();
    let back: BTreeSet<String> = withdrawn.iter().map(|one| one.uid.clone()).collect();
    withdrawn.extend(before.gone(|uid| there.contains(uid) || back.contains(uid)));
    let (least, season) = (edition.sequence, edition.domain.campaign.season.first);
    for entry in entries {
        calendar.push(before.continued(&entry.uid, least, |sequence| entry.written(sequence)));
    }
    for one in &withdrawn {
        let written = |sequence| one.written(sequence, edition.language, season);
        calendar.push(before.continued(&one.uid, least, written));
    }
    folding::folded(&calendar.to_string())
}
