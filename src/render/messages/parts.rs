//! The parts of messages: lines and blocks of them, and how they become files.

use crate::render::{
    action::Occasion,
    edition::Edition,
    facts::{self, message::Message, words::Head},
    file::{Folder, PrintedFile},
    wording::{Phrase, print::Name},
};
use chrono::NaiveDate;

/// A file for each message that says something.
pub(super) fn folder(
    edition: Edition<'_>,
    name: Name,
    messages: impl Iterator<Item = (String, Vec<String>)>,
) -> Vec<PrintedFile> {
    let mut given = Folder::default();
    let file = |(stem, lines): (String, Vec<String>)| {
        let file = given.name(edition, &stem, "txt");
        let folders = [Name::Messages, name].map(|name| edition.say(name)).join("/");
        (!lines.is_empty()).then(|| PrintedFile { path: format!("{folders}/{file}"), bytes: written(&lines) })
    };
    messages.filter_map(file).collect()
}

/// Lines as a file that every editor of Windows opens.
pub(super) fn written(lines: &[String]) -> Vec<u8> {
    (lines.join("\r\n") + "\r\n").into_bytes()
}

/// The lines of what is new below their heading, and above what holds now; empty where nothing is new.
pub(super) fn changed(
    edition: Edition<'_>,
    heading: String,
    lines: Vec<String>,
    nothing_left: bool,
) -> Vec<Vec<String>> {
    if lines.is_empty() {
        return vec![];
    }
    let now = if nothing_left { Message::NothingLeft } else { Message::Now };
    let lines = std::iter::once(heading).chain(lines).collect();
    vec![lines, vec![edition.say(now)]]
}

/// One event on one line, for the unit.
pub(super) fn event(edition: Edition<'_>, event: &Occasion) -> String {
    event_with(edition, event, edition.domain.neighbourhood(event.neighbourhood).name.clone())
}

/// One event on one line, for the neighbourhood.
pub(super) fn event_at_home(edition: Edition<'_>, event: &Occasion) -> String {
    event_with(edition, event, edition.names.unit(event.unit).to_owned())
}

fn event_with(edition: Edition<'_>, event: &Occasion, whose: String) -> String {
    let value = edition.say(Message::Of { whose, what: event.theme.clone() });
    edition.say(Message::Fact { label: facts::when(edition, event.date, event.hours), value })
}

pub(super) fn lecture(edition: Edition<'_>) -> Vec<String> {
    let is_over = |date| edition.is_over(date);
    if edition.domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date).is_some_and(is_over) {
        return vec![];
    }
    let lines = facts::lecture(edition);
    let Some((title, rest)) = lines.split_first() else { return vec![] };
    let title = Message::Lecture(title.clone()).say(edition.language);
    std::iter::once(title).chain(rest.iter().cloned()).collect()
}

/// The blocks with an empty line between them.
pub(super) fn spaced(blocks: Vec<Vec<String>>) -> Vec<String> {
    let filled: Vec<Vec<String>> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    filled.join(&String::new())
}

/// What is over, by day, below its heading; nothing where nothing is.
pub(super) fn before(edition: Edition<'_>, mut lines: Vec<(NaiveDate, String)>) -> Vec<String> {
    lines.sort_by_key(|(day, _)| *day);
    let heading = (!lines.is_empty()).then(|| edition.say(Message::Before));
    heading.into_iter().chain(lines.into_iter().map(|(_, line)| line)).collect()
}

/// Where in a neighbourhood something is held.
pub(super) fn place(edition: Edition<'_>, event: &Occasion) -> Option<String> {
    facts::line(edition, Head::Venue, &event.place)
}
