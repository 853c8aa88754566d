//! The calendar of an earlier print: which entries it had, and with which SEQUENCE.
//!
//! In: the text of a file that is to be replaced. Out: the entries that follow. Lines that cannot be understood are as
//! good as not there; entries of other programs are left alone.

use crate::{
    domain::Language,
    render::{
        paper::calendar::{
            entries::{DOMAIN, Entry, stamped},
            folding::unfolded,
        },
        wording::{Phrase, message::Message},
    },
};
use chrono::NaiveDate;
use icalendar::{Component, Event, EventStatus, Property};
use std::collections::BTreeMap;

/// The earlier entries by UID.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Former {
    entries: BTreeMap<String, Known>,
}

/// One earlier entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Known {
    sequence: u32,
    cancelled: bool,
    /// `DTSTART` and `DTEND` as they stand there.
    span: Vec<(String, String)>,
    /// All of it as it stands there.
    block: String,
}

impl Former {
    /// Reads an earlier calendar.
    pub(super) fn read(text: &str) -> Self {
        let blocks = text.split("BEGIN:VEVENT\r\n").skip(1);
        let blocks = blocks.filter_map(|block| Some(block.split_once("END:VEVENT\r\n")?.0));
        Self { entries: blocks.filter_map(known).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry with the SEQUENCE that it had, where it is word for word the same; with the next one otherwise.
    pub(super) fn succeeded_by(&self, entry: &Entry) -> Event {
        let Some(known) = self.entries.get(&entry.uid) else { return entry.written(0) };
        let same = entry.written(known.sequence);
        let is_same = same.try_into_string().is_ok_and(|text| text.contains(&known.block));
        if is_same { same } else { entry.written(known.sequence.saturating_add(1)) }
    }

    /// The entries that are no more, taken back; they say nothing of who or where.
    pub(super) fn taken_back(&self, entries: &[Entry], language: Language, season: NaiveDate) -> Vec<Event> {
        let gone = self.entries.iter().filter(|(uid, _)| entries.iter().all(|entry| entry.uid != **uid));
        let event = |(uid, known): (&String, &Known)| {
            let sequence = if known.cancelled { known.sequence } else { known.sequence.saturating_add(1) };
            let mut event = stamped(uid, sequence, season);
            event.summary(&Message::Cancelled.say(language)).status(EventStatus::Cancelled);
            for (key, value) in &known.span {
                let mut property = Property::new(key, value);
                if !value.contains('T') {
                    property.add_parameter("VALUE", "DATE");
                }
                event.append_property(property.done());
            }
            event.done()
        };
        gone.map(event).collect()
    }
}

/// An entry of this program; nothing where it has no UID of ours or does not say when it begins.
fn known(block: &str) -> Option<(String, Known)> {
    let mut uid = None;
    let mut known = Known { block: block.to_owned(), ..Known::default() };
    for line in unfolded(block).lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        match key.split(';').next().unwrap_or(key) {
            "UID" => uid = Some(value.to_owned()).filter(|uid| uid.ends_with(DOMAIN)),
            "SEQUENCE" => known.sequence = value.parse().unwrap_or(0),
            "STATUS" => known.cancelled = value == "CANCELLED",
            key @ ("DTSTART" | "DTEND") if is_moment(value) => {
                known.span.push((key.to_owned(), value.to_owned()));
            }
            _ => {}
        }
    }
    uid.filter(|_| known.span.iter().any(|(key, _)| key == "DTSTART")).map(|uid| (uid, known))
}

/// `20181023` or `20181023T000000Z`.
fn is_moment(value: &str) -> bool {
    value.len() <= 16 && value.chars().all(|letter| letter.is_ascii_digit() || "TZ".contains(letter))
}
