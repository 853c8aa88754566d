//! The history of a plan as it stands in its JSON.

use crate::plan::{
    history::{History, Host, NumberedVisit, Stood},
    outline::{Meeting, Pair},
};
use serde::Serialize;

#[derive(Serialize)]
pub(in crate::plan) struct WrittenHistory<'a> {
    key: &'a str,
    revision: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lecture: Option<WrittenLecture>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thursday_hours: Option<String>,
    posts: Vec<WrittenHost<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    placements: Vec<WrittenVisit<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pairings: Vec<WrittenPair<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<WrittenMeeting<'a>>,
}

#[derive(Serialize)]
struct WrittenLecture {
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<String>,
}

#[derive(Serialize)]
struct WrittenHost<'a> {
    post: &'a str,
    unit: &'a str,
    hours: String,
}

#[derive(Serialize)]
struct WrittenVisit<'a> {
    ambassador: &'a str,
    number: u32,
    post: &'a str,
    date: String,
    #[serde(flatten)]
    stood: WrittenStood,
}

#[derive(Serialize)]
struct WrittenPair<'a> {
    unit: &'a str,
    neighbourhood: &'a str,
    #[serde(flatten)]
    stood: WrittenStood,
}

#[derive(Serialize)]
struct WrittenMeeting<'a> {
    date: String,
    unit: &'a str,
    neighbourhood: &'a str,
    theme: &'a str,
    #[serde(flatten)]
    stood: WrittenStood,
}

#[derive(Serialize)]
struct WrittenStood {
    since: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<u32>,
}

/// The history as it stands in the file.
pub(in crate::plan) fn written(history: &History) -> WrittenHistory<'_> {
    WrittenHistory {
        key: &history.key,
        revision: history.revision,
        first: history.first.as_deref(),
        lecture: history.lecture.map(|(date, hours)| WrittenLecture {
            date: date.to_string(),
            hours: hours.map(|hours| hours.to_string()),
        }),
        thursday_hours: history.action_hours.map(|hours| hours.to_string()),
        posts: history.hosts.iter().map(host).collect(),
        placements: history.visits.iter().map(numbered_visit).collect(),
        pairings: history.pairings.iter().map(pair).collect(),
        events: history.events.iter().map(meeting).collect(),
    }
}

fn host(host: &Host) -> WrittenHost<'_> {
    WrittenHost { post: &host.post, unit: &host.unit, hours: host.hours.to_string() }
}

fn numbered_visit(one: &Stood<NumberedVisit>) -> WrittenVisit<'_> {
    let NumberedVisit { visit, number } = &one.what;
    let date = visit.date.to_string();
    WrittenVisit {
        ambassador: &visit.ambassador,
        number: *number,
        post: &visit.post,
        date,
        stood: stood(one),
    }
}

fn pair(one: &Stood<Pair>) -> WrittenPair<'_> {
    let Pair { unit, neighbourhood } = &one.what;
    WrittenPair { unit, neighbourhood, stood: stood(one) }
}

fn meeting(one: &Stood<Meeting>) -> WrittenMeeting<'_> {
    let Meeting { date, pair: Pair { unit, neighbourhood }, theme } = &one.what;
    WrittenMeeting { date: date.to_string(), unit, neighbourhood, theme, stood: stood(one) }
}

fn stood<T>(one: &Stood<T>) -> WrittenStood {
    WrittenStood { since: one.since, until: one.until }
}
