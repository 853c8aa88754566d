//! What was said about a change, resolved, as changes of the campaign as written.
//!
//! In: [`Edits`] and the campaign. Out: [`Change`]s. Lists of dates and of pins replace those of the base, so that they
//! are written out whole.

use crate::{
    campaign::change::Change,
    domain::{
        Domain,
        dates::{DateSet, DateSpan, WEEKDAYS},
        people::AmbassadorIx,
        places::{NeighbourhoodIx, PostIx, UnitIx},
        requests::Pin,
    },
    source::Sources,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The name under which what was said stands in problems.
const NAME: &str = "chuxin repair";

/// What is changed, by kind and id; resolved, not yet written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits {
    /// Each absence as it was said, in that order.
    pub absences: Vec<(String, AmbassadorIx, DateSpan)>,
    /// Further days on which somebody cannot come.
    pub away: BTreeMap<AmbassadorIx, Vec<DateSpan>>,
    /// Further days on which a unit is closed.
    pub units: BTreeMap<UnitIx, Vec<DateSpan>>,
    /// Further days on which nothing can be held at a neighbourhood.
    pub neighbourhoods: BTreeMap<NeighbourhoodIx, Vec<DateSpan>>,
    /// Days on which a post is no longer offered.
    pub closed: BTreeMap<PostIx, Vec<NaiveDate>>,
    /// Further seats of a post's sessions.
    pub seats: BTreeMap<PostIx, u32>,
}

impl Edits {
    /// Positions of the pins that are dropped: none of the sessions that they allow is left.
    pub fn dropped_pins(&self, domain: &Domain) -> Vec<usize> {
        let away = |person, date| {
            let spans = self.away.get(&person);
            spans.is_some_and(|spans| spans.iter().any(|span| span.contains(date)))
        };
        let shut = |unit, date| {
            let spans = self.units.get(&unit);
            spans.is_some_and(|spans| spans.iter().any(|span| span.contains(date)))
        };
        let closed = |post, date| {
            self.closed.get(&post).is_some_and(|days| days.contains(&date))
                || shut(domain.post(post).unit, date)
        };
        let is_dropped = |pin: &Pin| {
            let mut left = domain
                .sessions_of(pin.post)
                .map(|session| *domain.session(session))
                .filter(|session| pin.allows(session))
                .map(|session| session.date);
            !left.any(|date| !away(pin.ambassador, date) && !closed(pin.post, date))
        };
        (0..domain.pins.len()).filter(|&position| is_dropped(&domain.pins[position])).collect()
    }

    /// The same as changes of the campaign as written, under the name of this command.
    pub fn changes(&self, domain: &Domain, sources: &mut Sources) -> Vec<Change> {
        let mut words: Vec<String> = Vec::new();
        for (&person, more) in &self.away {
            let person = domain.ambassador(person);
            let away = with(&person.away, more);
            words.push(format!("ambassadors.{}.away=[{}]", person.id, spelled(&away)));
        }
        for (&unit, more) in &self.units {
            let unit = domain.unit(unit);
            let closed = with(&unit.closed, more);
            words.push(format!("units.{}.closed=[{}]", unit.id, spelled(&closed)));
        }
        for (&place, more) in &self.neighbourhoods {
            let place = domain.neighbourhood(place);
            let closed = with(&place.closed, more);
            words.push(format!("neighbourhoods.{}.closed=[{}]", place.id, spelled(&closed)));
        }
        let mut removed: Vec<String> = Vec::new();
        for (&index, closed) in &self.closed {
            let post = domain.post(index);
            let dates = domain.sessions_of(index).map(|session| domain.session(session).date);
            let left: Vec<NaiveDate> = dates.filter(|date| !closed.contains(date)).collect();
            if left.is_empty() {
                removed.push(format!("post:{}", post.id));
            } else {
                words.push(format!("posts.{}.dates=[{}]", post.id, spelled(&runs(&left))));
            }
        }
        for (&index, more) in &self.seats {
            let post = domain.post(index);
            if !removed.contains(&format!("post:{}", post.id)) {
                let (least, most) = (post.seats_min, post.seats_max + more);
                words.push(format!("posts.{}.seats={{min: {least}, max: {most}}}", post.id));
            }
        }
        words.extend(self.pins(domain));
        let mut changes: Vec<Change> = words.iter().map(|words| Change::set(sources, NAME, words)).collect();
        changes.extend(removed.iter().map(|words| Change::without(sources, NAME, words)));
        changes
    }

    /// The pins that are left, written out whole; nothing where none is dropped.
    fn pins(&self, domain: &Domain) -> Option<String> {
        let dropped = self.dropped_pins(domain);
        let left = domain.pins.iter().enumerate().filter(|(position, _)| !dropped.contains(position));
        let left: Vec<String> = left
            .map(|(_, pin)| {
                let date = pin.date.map(|date| format!(", date: {date}")).unwrap_or_default();
                let date = date + &pin.hours.map(|hours| format!(", hours: \"{hours}\"")).unwrap_or_default();
                let quoted = |id: &str| serde_json::Value::from(id).to_string();
                let person = quoted(&domain.ambassador(pin.ambassador).id);
                format!("{{ambassador: {person}, post: {}{date}}}", quoted(&domain.post(pin.post).id))
            })
            .collect();
        (!dropped.is_empty()).then(|| format!("pins=[{}]", left.join(", ")))
    }
}

/// The spans of a set with further ones, each once.
fn with(set: &DateSet, more: &[DateSpan]) -> Vec<DateSpan> {
    let mut spans = set.spans.clone();
    for span in more {
        if !spans.contains(span) {
            spans.push(*span);
        }
    }
    spans
}

/// Ascending days as runs of days in a row.
fn runs(days: &[NaiveDate]) -> Vec<DateSpan> {
    let mut spans: Vec<DateSpan> = Vec::new();
    for &day in days {
        match spans.last_mut() {
            Some(span) if span.last.succ_opt() == Some(day) => span.last = day,
            _ => spans.push(DateSpan::day(day)),
        }
    }
    spans
}

/// Spans as they stand in a campaign file.
fn spelled(spans: &[DateSpan]) -> String {
    let one = |span: &DateSpan| {
        let DateSpan { first, last, weekdays } = span;
        if first == last {
            return first.to_string();
        }
        let days: Vec<&str> =
            WEEKDAYS.iter().filter(|(_, day)| weekdays.contains(*day)).map(|(name, _)| *name).collect();
        let days = if days.len() == WEEKDAYS.len() { String::new() } else { format!(" {}", days.join("+")) };
        format!("{first}..{last}{days}")
    };
    spans.iter().map(one).collect::<Vec<String>>().join(", ")
}
