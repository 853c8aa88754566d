//! The history in a plan's JSON: written and read.

use crate::{
    diagnostic::reference::Kind,
    document::Node,
    plan::{
        entries::{HOSTS, MENDED, PAST_EVENTS, PAST_PAIRINGS, PAST_PLACEMENTS, RENAMED, WITHDRAWN},
        fields::{Fields, Walk},
        history::{History, Host, Mended, NumberedVisit, Stood, Withdrawn},
        layout::Json,
        lookup::SavedEntry,
        naming::Renamed,
        outline::{Meeting, Pair},
        pairing::SavedPairing,
        placement::SavedPlacement,
        timetable::SavedEvent,
    },
};

/// What a history may hold.
const KEYS: [&str; 13] = [
    "key",
    "revision",
    "words",
    "first",
    "mended",
    "renamed",
    "withdrawn",
    "lecture",
    "thursday_hours",
    "posts",
    "placements",
    "pairings",
    "events",
];

/// Reads a history; `None` where something is wrong with it.
pub(in crate::plan) fn read(walk: &mut Walk, node: &Node) -> Option<History> {
    let fields = walk.fields(node, "history", &KEYS)?;
    let (key, revision) = (walk.word(fields, "key"), walk.number(fields, "revision"));
    let [words, first] =
        ["words", "first"].map(|key| fields.optional(key).and_then(|_| walk.word(fields, key)));
    let mended = walk.entries(fields, &MENDED, |walk, fields| {
        let (file, digest) = (walk.word(fields, "file"), walk.word(fields, "digest"));
        Some(Mended { file: file?.text, digest: digest?.text })
    });
    let renamed = walk.entries(fields, &RENAMED, |walk, fields| {
        let kind = walk.choice(fields, "kind", &Kind::ALL.map(|kind| (kind.id(), kind)));
        let (was, id) = (walk.word(fields, "was"), walk.word(fields, "id"));
        Some(Renamed { kind: kind?, was: was?.text, id: id?.text })
    });
    let withdrawn = walk.entries(fields, &WITHDRAWN, |walk, fields| {
        let kind = walk.choice(fields, "kind", &Kind::ALL.map(|kind| (kind.id(), kind)));
        let (id, since) = (walk.word(fields, "id"), walk.date(fields, "since"));
        Some(Withdrawn { kind: kind?, id: id?.text, since: since? })
    });
    let lecture = fields.optional("lecture").and_then(|node| {
        let fields = walk.fields(node, "lecture", &["date", "hours"])?;
        let hours = fields.optional("hours").and_then(|_| walk.hours(fields, "hours"));
        Some((walk.date(fields, "date")?, hours))
    });
    let action_hours = fields.optional("thursday_hours").and_then(|_| walk.hours(fields, "thursday_hours"));
    let hosts = walk.entries(fields, &HOSTS, host);
    let visits = walk.entries(fields, &PAST_PLACEMENTS, numbered_visit);
    let pairings = walk.entries(fields, &PAST_PAIRINGS, |walk, fields| {
        let pair = SavedPairing::read(walk, fields).ids();
        stood(walk, fields, pair)
    });
    let events = walk.entries(fields, &PAST_EVENTS, |walk, fields| {
        let meeting = SavedEvent::read(walk, fields).ids();
        stood(walk, fields, meeting)
    });
    Some(History {
        key: key?.text,
        revision: revision?,
        words: words.map(|words| words.text),
        first: first.map(|first| first.text),
        mended,
        renamed,
        withdrawn,
        hosts,
        lecture,
        action_hours,
        visits,
        pairings,
        events,
    })
}

fn host(walk: &mut Walk, fields: Fields<'_>) -> Option<Host> {
    let (post, unit) = (walk.word(fields, "post"), walk.word(fields, "unit"));
    let hours = walk.hours(fields, "hours");
    Some(Host { post: post?.text, unit: unit?.text, hours: hours? })
}

fn numbered_visit(walk: &mut Walk, fields: Fields<'_>) -> Option<Stood<NumberedVisit>> {
    let visit = SavedPlacement::read(walk, fields).and_then(|placement| placement.ids());
    let number = walk.number(fields, "number");
    stood(walk, fields, visit.zip(number).map(|(visit, number)| NumberedVisit { visit, number }))
}

/// An entry with its revisions, whatever it is.
fn stood<T>(walk: &mut Walk, fields: Fields<'_>, what: Option<T>) -> Option<Stood<T>> {
    let since = walk.number(fields, "since");
    let until = fields.optional("until").and_then(|_| walk.number(fields, "until"));
    Some(Stood { what: what?, since: since?, until })
}

/// The history as it stands in the file.
pub(in crate::plan) fn written(history: &History) -> Json {
    let mended = history.mended.iter().map(|Mended { file, digest }| map! {"file": file, "digest": digest});
    let renamed = history.renamed.iter().map(|Renamed { kind, was, id }| {
        map! {"kind": kind.id(), "was": was, "id": id}
    });
    let withdrawn = history.withdrawn.iter().map(|Withdrawn { kind, id, since }| {
        map! {"kind": kind.id(), "id": id, "since": *since}
    });
    let lecture = history.lecture.map(|(date, hours)| map! {"date": date}.with("hours", hours));
    let hosts = history.hosts.iter().map(|Host { post, unit, hours }| {
        map! {"post": post, "unit": unit, "hours": *hours}
    });
    let visit = |NumberedVisit { visit, number }: &NumberedVisit| {
        map! {
            "ambassador": &visit.ambassador, "number": *number, "post": &visit.post, "date": visit.date,
        }
        .with("hours", visit.hours)
    };
    let pair = |pair: &Pair| map! {"unit": &pair.unit, "neighbourhood": &pair.neighbourhood};
    let event = |Meeting { date, pair, theme }: &Meeting| {
        map! {
            "date": *date, "unit": &pair.unit, "neighbourhood": &pair.neighbourhood, "theme": theme,
        }
    };
    map! {"key": &history.key, "revision": history.revision}
        .with("words", history.words.as_ref())
        .with("first", history.first.as_ref())
        .with("mended", (!history.mended.is_empty()).then(|| mended.collect::<Json>()))
        .with("renamed", (!history.renamed.is_empty()).then(|| renamed.collect::<Json>()))
        .with("withdrawn", (!history.withdrawn.is_empty()).then(|| withdrawn.collect::<Json>()))
        .with("lecture", lecture)
        .with("thursday_hours", history.action_hours)
        .with("posts", Some(hosts.collect::<Json>()))
        .with("placements", told(&history.visits, visit))
        .with("pairings", told(&history.pairings, pair))
        .with("events", told(&history.events, event))
}

/// Entries with their revisions, where there is one.
fn told<T>(entries: &[Stood<T>], what: impl Fn(&T) -> Json) -> Option<Json> {
    let written = |one: &Stood<T>| what(&one.what).with("since", Some(one.since)).with("until", one.until);
    (!entries.is_empty()).then(|| entries.iter().map(written).collect())
}
