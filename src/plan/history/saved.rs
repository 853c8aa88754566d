//! The history of a plan, read from its file.
//!
//! In: the node of `history`. Out: [`History`], or every problem on the way.

use crate::{
    document::Node,
    plan::{
        fields::{Fields, Walk},
        history::{History, Host, NumberedVisit, Stood},
        outline::{Meeting, Pair, Visit},
    },
};

/// What a history may hold.
const KEYS: [&str; 9] =
    ["key", "revision", "first", "lecture", "thursday_hours", "posts", "placements", "pairings", "events"];

/// Reads a history; `None` where something is wrong with it.
pub(in crate::plan) fn read(walk: &mut Walk, node: &Node) -> Option<History> {
    let fields = walk.fields(node, "history", &KEYS)?;
    let (key, revision) = (walk.word(fields, "key"), walk.number(fields, "revision"));
    let first = fields.optional("first").and_then(|_| walk.word(fields, "first"));
    let lecture = fields.optional("lecture").and_then(|node| {
        let fields = walk.fields(node, "lecture", &["date", "hours"])?;
        let hours = fields.optional("hours").and_then(|_| walk.hours(fields, "hours"));
        Some((walk.date(fields, "date")?, hours))
    });
    let action_hours = fields.optional("thursday_hours").and_then(|_| walk.hours(fields, "thursday_hours"));
    let hosts = walk.list(fields, "posts").iter().filter_map(|node| host(walk, node)).collect();
    let visits =
        walk.list(fields, "placements").iter().filter_map(|node| numbered_visit(walk, node)).collect();
    let pairings = walk.list(fields, "pairings").iter().filter_map(|node| pairing(walk, node)).collect();
    let events = walk.list(fields, "events").iter().filter_map(|node| event(walk, node)).collect();
    Some(History {
        key: key?.text,
        revision: revision?,
        first: first.map(|first| first.text),
        hosts,
        lecture,
        action_hours,
        visits,
        pairings,
        events,
    })
}

fn host(walk: &mut Walk, node: &Node) -> Option<Host> {
    let fields = walk.fields(node, "posts", &["post", "unit", "hours"])?;
    let (post, unit) = (walk.word(fields, "post"), walk.word(fields, "unit"));
    let hours = walk.hours(fields, "hours");
    Some(Host { post: post?.text, unit: unit?.text, hours: hours? })
}

fn numbered_visit(walk: &mut Walk, node: &Node) -> Option<Stood<NumberedVisit>> {
    let fields =
        walk.fields(node, "placements", &["ambassador", "number", "post", "date", "since", "until"])?;
    let (ambassador, number) = (walk.word(fields, "ambassador"), walk.number(fields, "number"));
    let (post, date) = (walk.word(fields, "post"), walk.date(fields, "date"));
    let stood = stood(walk, fields);
    let visit = Visit { ambassador: ambassador?.text, post: post?.text, date: date? };
    Some(stood?.of(NumberedVisit { visit, number: number? }))
}

fn pairing(walk: &mut Walk, node: &Node) -> Option<Stood<Pair>> {
    let fields = walk.fields(node, "pairings", &["unit", "neighbourhood", "since", "until"])?;
    let (pair, stood) = (pair(walk, fields), stood(walk, fields));
    Some(stood?.of(pair?))
}

fn event(walk: &mut Walk, node: &Node) -> Option<Stood<Meeting>> {
    let fields =
        walk.fields(node, "events", &["date", "unit", "neighbourhood", "theme", "since", "until"])?;
    let (date, theme) = (walk.date(fields, "date"), walk.word(fields, "theme"));
    let (pair, stood) = (pair(walk, fields), stood(walk, fields));
    Some(stood?.of(Meeting { date: date?, pair: pair?, theme: theme?.text }))
}

fn pair(walk: &mut Walk, fields: Fields<'_>) -> Option<Pair> {
    let (unit, neighbourhood) = (walk.word(fields, "unit"), walk.word(fields, "neighbourhood"));
    Some(Pair { unit: unit?.text, neighbourhood: neighbourhood?.text })
}

/// The revisions of an entry, whatever it is.
fn stood(walk: &mut Walk, fields: Fields<'_>) -> Option<Stood<()>> {
    let since = walk.number(fields, "since");
    let until = fields.optional("until").and_then(|_| walk.number(fields, "until"));
    Some(Stood { what: (), since: since?, until })
}

impl Stood<()> {
    fn of<T>(self, what: T) -> Stood<T> {
        Stood { what, since: self.since, until: self.until }
    }
}
