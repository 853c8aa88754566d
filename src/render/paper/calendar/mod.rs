//! Calendars (RFC 5545): the whole, one for each unit, one for each ambassador.
//!
//! In: [`Paper`], and the calendars of an earlier print that are to be replaced. Out: files whose entries keep their
//! UID for ever. An entry that is not what the earlier file says raises its SEQUENCE by one, and one that is gone is
//! taken back, so that phones follow. Times are written in UTC, eight hours behind China; China has no summer time.

mod entries;
mod folding;
mod former;

use crate::render::{
    paper::{Leaf, Paper, filename::Folder},
    wording::{Phrase, file::Name},
};
use entries::Entry;
use former::Former;
use icalendar::{Calendar, Property};

/// Looks up the text of an earlier calendar by its path in the folder of the print.
pub type Earlier<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Every calendar in which something stands, or stood.
pub fn leaves(paper: Paper<'_>, earlier: Earlier<'_>) -> Vec<Leaf> {
    let name = |name: Name| name.say(paper.language);
    let mut files = vec![(Folder::default().name(paper, &name(Name::All), "ics"), entries::all(paper))];
    let mut given = Folder::default();
    for unit in paper.units() {
        let file = given.name(paper, paper.names.unit(unit), "ics");
        files.push((format!("{}/{file}", name(Name::Units)), entries::of_unit(paper, unit)));
    }
    let mut given = Folder::default();
    for ambassador in paper.ambassadors() {
        let file = given.name(paper, &paper.stem(ambassador), "ics");
        files
            .push((format!("{}/{file}", name(Name::Ambassadors)), entries::of_ambassador(paper, ambassador)));
    }
    let made = files.into_iter().filter_map(|(file, entries)| {
        let path = format!("{}/{file}", name(Name::Calendars));
        let former = earlier(&path).map(|text| Former::read(&text)).unwrap_or_default();
        (!entries.is_empty() || !former.is_empty())
            .then(|| Leaf { bytes: text(paper, &entries, &former).into_bytes(), path })
    });
    made.collect()
}

fn text(paper: Paper<'_>, entries: &[Entry], former: &Former) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//chuxin//chuxin//ZH"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &paper.domain.campaign.name),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    for entry in entries {
        calendar.push(former.succeeded_by(entry));
    }
    let season = paper.domain.campaign.season.first;
    for event in former.taken_back(entries, paper.language, season) {
        calendar.push(event);
    }
    folding::folded(&calendar.to_string())
}
