//! The calendar of an earlier print: which entries it had, and with which SEQUENCE.
//!
//! In: the text of a file that is to be replaced. Out: the entries that follow. Lines that cannot be understood are as
//! good as not there; entries of other programs are left alone.

use crate::{
    domain::Language,
    render::{
        calendar::{
            entries::DOMAIN,
            folding::unfolded,
            withdrawn::{When, Withdrawn},
        },
        facts::message::Message,
        wording::Phrase,
    },
};
use icalendar::{Component, Event};
use std::collections::BTreeMap;

/// The earlier entries by UID.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct EarlierCalendar {
    entries: BTreeMap<String, Known>,
    /// Whether something stands there that is not of this program.
    has_others: bool,
}

/// One earlier entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Known {
    sequence: u32,
    cancelled: bool,
    /// `DTSTART` and `DTEND` as they stand there.
    span: Vec<(String, String)>,
    /// Its summary as it stands there.
    summary: Option<String>,
    /// All of it but the two lines that tell how new it is.
    says: Vec<String>,
}

impl EarlierCalendar {
    /// Reads an earlier calendar.
    pub(super) fn read(text: &str) -> Self {
        let blocks = text.split("BEGIN:VEVENT\r\n").skip(1);
        let blocks = blocks.map(|block| known(block.split_once("END:VEVENT\r\n")?.0));
        let mut calendar = Self::default();
        for block in blocks {
            match block {
                Some((uid, known)) => drop(calendar.entries.insert(uid, known)),
                None => calendar.has_others = true,
            }
        }
        calendar
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether nothing but entries of this program stands there, and one of them is of the campaign with this key.
    pub(super) fn is_of(&self, key: &str) -> bool {
        !self.has_others && self.entries.keys().any(|uid| uid.starts_with(key))
    }

    /// Whether it has every entry of another.
    pub(super) fn has_all(&self, other: &Self) -> bool {
        !other.has_others && other.entries.keys().all(|uid| self.entries.contains_key(uid))
    }

    /// The UIDs of entries that hold.
    pub(super) fn confirmed(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(|(_, known)| !known.cancelled).map(|(uid, _)| uid.as_str())
    }

    /// An entry of which `written` makes the one with a SEQUENCE: with that of the earlier entry where it says the same,
    /// with the next one otherwise, and with the least at least.
    pub(super) fn continued(&self, uid: &str, least: u32, written: impl Fn(u32) -> Event) -> Event {
        let Some(known) = self.entries.get(uid) else { return written(least) };
        let same = written(0).try_into_string().is_ok_and(|text| said(&text) == known.says);
        written(least.max(known.sequence.saturating_add(u32::from(!same))))
    }

    /// The entries that are no more: neither among those that are, nor among those taken back already.
    pub(super) fn gone(&self, there: impl Fn(&str) -> bool) -> impl Iterator<Item = Withdrawn> {
        let gone = self.entries.iter().filter(move |(uid, _)| !there(uid));
        gone.map(|(uid, known)| Withdrawn {
            uid: uid.clone(),
            when: When::Written(known.span.clone()),
            what: known.summary.as_deref().and_then(what),
        })
    }
}

/// An entry of this program; nothing where it has no UID of ours or does not say when it begins.
fn known(block: &str) -> Option<(String, Known)> {
    let mut uid = None;
    let mut known = Known { says: said(block), ..Known::default() };
    for line in unfolded(block).lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        match key.split(';').next().unwrap_or(key) {
            "UID" => uid = Some(value.to_owned()).filter(|uid| uid.ends_with(DOMAIN)),
            "SEQUENCE" => known.sequence = value.parse().unwrap_or(0),
            "SUMMARY" => known.summary = Some(plain(value)),
            "STATUS" => known.cancelled = value == "CANCELLED",
            key @ ("DTSTART" | "DTEND") if is_moment(value) => {
                known.span.push((key.to_owned(), value.to_owned()));
            }
            _ => {}
        }
    }
    uid.filter(|_| known.span.iter().any(|(key, _)| key == "DTSTART")).map(|uid| (uid, known))
}

/// What an entry was by its summary, whether or not it has been taken back by then; nothing where that does not say it.
fn what(summary: &str) -> Option<String> {
    let taken_back = |language: Language| {
        let bare = Message::Cancelled(None).say(language);
        let sign = Message::Cancelled(Some(String::new())).say(language);
        if *summary == bare { Some(None) } else { summary.strip_prefix(&sign).map(Some) }
    };
    match [Language::Zh, Language::En].into_iter().find_map(taken_back) {
        Some(what) => what.map(str::to_owned),
        None => Some(summary.to_owned()),
    }
}

/// A text without the escapes of the format.
fn plain(value: &str) -> String {
    let mut plain = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                plain.extend(letters.next().map(|next| if next == 'n' || next == 'N' { ' ' } else { next }));
            }
            letter => plain.push(letter),
        }
    }
    plain
}

/// What an entry says, whatever its revision and however its lines are folded.
fn said(block: &str) -> Vec<String> {
    let block = unfolded(block);
    let lines = block.lines().filter(|line| {
        !["BEGIN:", "END:", "SEQUENCE:", "DTSTAMP:"].iter().any(|start| line.starts_with(start))
    });
    lines.map(str::to_owned).collect()
}

/// `20181023` or `20181023T000000Z`.
fn is_moment(value: &str) -> bool {
    value.len() <= 16 && value.chars().all(|letter| letter.is_ascii_digit() || "TZ".contains(letter))
}
