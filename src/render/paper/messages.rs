//! Messages ready to be pasted into a chat: one for each ambassador, each unit and each day.

use crate::{
    domain::{people::AmbassadorIx, places::UnitIx},
    experience::roster::Placement,
    render::{
        paper::{Leaf, Paper, facts, filename::Folder},
        wording::{Phrase, file::Name, measure, message::Message},
    },
    thursday::timetable::roster::Event,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Every message as a file.
pub fn leaves(paper: Paper<'_>) -> Vec<Leaf> {
    let people = paper.ambassadors().into_iter().map(|one| (paper.stem(one), to_ambassador(paper, one)));
    let units = paper.units().into_iter().map(|one| (paper.names.unit(one).to_owned(), to_unit(paper, one)));
    let days = days(paper).into_iter().map(|day| (day.to_string(), of_day(paper, day)));
    let mut leaves = folder(paper, Name::Ambassadors, people);
    leaves.extend(folder(paper, Name::Units, units));
    leaves.extend(folder(paper, Name::Days, days));
    leaves
}

/// A file for each message that says something.
fn folder(paper: Paper<'_>, name: Name, messages: impl Iterator<Item = (String, Vec<String>)>) -> Vec<Leaf> {
    let mut given = Folder::default();
    let leaf = |(stem, lines): (String, Vec<String>)| {
        let file = given.name(paper, &stem, "txt");
        let folders = [Name::Messages, name].map(|name| name.say(paper.language)).join("/");
        let bytes = (lines.join("\r\n") + "\r\n").into_bytes();
        (!lines.is_empty()).then(|| Leaf { path: format!("{folders}/{file}"), bytes })
    };
    messages.filter_map(leaf).collect()
}

fn to_ambassador(paper: Paper<'_>, ambassador: AmbassadorIx) -> Vec<String> {
    let name = paper.names.ambassador(ambassador).to_owned();
    let campaign = paper.domain.campaign.name.clone();
    let mut own = paper.placements(|placement| *placement);
    own.retain(|placement| placement.ambassador == ambassador);
    let greeting = if own.is_empty() {
        Message::NoPlace { name, campaign }
    } else {
        Message::Greeting { name, campaign }
    };
    let mut blocks = vec![vec![greeting.say(paper.language)]];
    blocks.extend(own.iter().map(|placement| {
        let when = facts::when(paper, placement.date, paper.domain.post(placement.post).hours);
        std::iter::once(when).chain(facts::for_ambassador(paper, placement)).collect()
    }));
    blocks.push(lecture(paper));
    blocks.push(facts::foot(paper));
    spaced(blocks)
}

/// Nothing for a unit to which nobody comes and which goes nowhere.
fn to_unit(paper: Paper<'_>, unit: UnitIx) -> Vec<String> {
    let say = |message: Message| message.say(paper.language);
    let mut placements = paper.placements(|placement| *placement);
    placements.retain(|placement| paper.domain.post(placement.post).unit == unit);
    let events: Vec<_> = paper.events().into_iter().filter(|event| event.unit == unit).collect();
    if placements.is_empty() && events.is_empty() {
        return vec![];
    }
    let to_unit = Message::ToUnit {
        unit: paper.names.unit(unit).to_owned(),
        campaign: paper.domain.campaign.name.clone(),
    };
    let mut blocks = vec![vec![say(to_unit)]];
    if !placements.is_empty() {
        blocks.push(vec![say(Message::Visits)]);
        blocks.extend(chunks(&placements).map(|there| visit(paper, there)));
        blocks.push(vec![say(Message::PleaseTellMentors)]);
    }
    if !events.is_empty() {
        let heading = say(Message::Events);
        blocks.push(std::iter::once(heading).chain(events.iter().map(|one| event(paper, one))).collect());
    }
    blocks.push(lecture(paper));
    blocks.push(facts::foot(paper));
    spaced(blocks)
}

/// One event on one line.
fn event(paper: Paper<'_>, event: &Event) -> String {
    let hours = paper.domain.thursday.as_ref().map(|action| action.hours);
    let date = hours.map_or_else(String::new, |hours| facts::when(paper, event.date, hours));
    let whose = paper.domain.neighbourhood(event.neighbourhood).name.clone();
    let what = paper.domain.theme(event.theme).name.clone();
    let value = Message::Of { whose, what }.say(paper.language);
    Message::Fact { label: date, value }.say(paper.language)
}

fn visit(paper: Paper<'_>, there: &[Placement]) -> Vec<String> {
    let post = paper.domain.post(there[0].post);
    let label = facts::when(paper, there[0].date, post.hours);
    let value = paper.names.post(there[0].post).to_owned();
    let head = Message::Fact { label, value }.say(paper.language);
    std::iter::once(head).chain(facts::for_unit(paper, there)).collect()
}

/// Days on which something happens.
fn days(paper: Paper<'_>) -> BTreeSet<NaiveDate> {
    let placements = paper.plan.experience.roster.placements.iter().map(|placement| placement.date);
    let lecture = paper.domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date);
    placements.chain(paper.events().iter().map(|event| event.date)).chain(lecture).collect()
}

fn of_day(paper: Paper<'_>, day: NaiveDate) -> Vec<String> {
    let campaign = paper.domain.campaign.name.clone();
    let date = measure::full_date(paper.language, day);
    let mut blocks = vec![vec![Message::Day { campaign, date }.say(paper.language)]];
    let mut placements = paper.placements(|one| (paper.domain.post(one.post).hours.start(), *one));
    placements.retain(|placement| placement.date == day);
    blocks.extend(chunks(&placements).map(|there| {
        let post = paper.domain.post(there[0].post);
        let whose = paper.names.unit(post.unit).to_owned();
        let what = paper.names.post(there[0].post).to_owned();
        let head = format!("{} {}", post.hours, Message::Of { whose, what }.say(paper.language));
        std::iter::once(head).chain(facts::for_unit(paper, there)).collect()
    }));
    let hours = paper.domain.thursday.as_ref().map(|action| action.hours.to_string()).unwrap_or_default();
    blocks.extend(
        paper
            .events()
            .iter()
            .filter(|event| event.date == day)
            .map(|event| std::iter::once(hours.clone()).chain(facts::of_event(paper, event)).collect()),
    );
    if paper.domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date) == Some(day) {
        blocks.push(lecture(paper));
    }
    blocks.push(facts::foot(paper));
    spaced(blocks)
}

fn lecture(paper: Paper<'_>) -> Vec<String> {
    let lines = facts::lecture(paper);
    let Some((title, rest)) = lines.split_first() else { return vec![] };
    let title = Message::Lecture(title.clone()).say(paper.language);
    std::iter::once(title).chain(rest.iter().cloned()).collect()
}

/// Those who are at one post on one day.
fn chunks(placements: &[Placement]) -> impl Iterator<Item = &[Placement]> {
    placements.chunk_by(|one, other| (one.date, one.post) == (other.date, other.post))
}

/// The blocks with an empty line between them.
fn spaced(blocks: Vec<Vec<String>>) -> Vec<String> {
    let filled: Vec<Vec<String>> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    filled.join(&String::new())
}
