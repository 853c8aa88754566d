//! What happens on one Thursday: which units are where and what about, what moved, and what was called off since.
//!
//! In: an [`Action`] and a day. Out: blocks, or data; nothing where the Thursday Action has nothing to say of the day.

use crate::{
    domain::thursday::{Month, Pairing},
    plan::{history::Stood, outline::Meeting},
    render::{
        action::Action,
        block::{Block, Item},
        departure::Departures,
        timetable::moved,
        wording::{Phrase, bracketed, count, joined, list, measure, quoted},
    },
    timetable::roster::Event,
};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// The day in words.
pub fn blocks(action: Action<'_>, date: NaiveDate) -> Option<Vec<Block>> {
    let (edition, events, gone) = (action.edition, events(action, date), gone(action, date));
    let month = Month::of(date);
    let wanted = moved::wanted(month, action.settings).filter(|_| action.settings.months().contains(&month));
    let is_moved = wanted.is_some_and(|wanted| wanted == date || !events.is_empty());
    let moved = if is_moved { moved::said_of(action, month) } else { Vec::new() };
    if events.is_empty() && gone.is_empty() && wanted != Some(date) {
        return None;
    }
    let (day, hours) = (measure::date(edition.language, date), action.settings.hours);
    let head = Said::Day { day, hours: measure::hours(edition.language, hours), events: events.len() };
    let held = events.iter().map(|event| held(action, event));
    let called_off = gone.iter().map(|meeting| Item::from(called_off(action, meeting)));
    let moved = moved.into_iter().map(Item::from);
    let items: Vec<Item> = held.chain(called_off).chain(moved).collect();
    Some(vec![Block::Sentences(vec![edition.say(head)]), Block::List(items)])
}

/// The events of the day as data.
pub fn data(action: Action<'_>, date: NaiveDate) -> Value {
    let domain = action.edition.domain;
    let events = events(action, date);
    let written = events.iter().map(|event| {
        json!({
            "unit": domain.unit(event.unit).id,
            "neighbourhood": domain.neighbourhood(event.neighbourhood).id,
            "theme": domain.theme(event.theme).id,
        })
    });
    written.collect()
}

fn events(action: Action<'_>, date: NaiveDate) -> Vec<Event> {
    action.events().into_iter().filter(|event| event.date == date).collect()
}

/// What plans before had on the day and this one has not.
fn gone(action: Action<'_>, date: NaiveDate) -> Vec<Meeting> {
    let was = action.edition.plan.history.events.iter().filter(|one| one.until.is_some());
    let mut gone: Vec<Meeting> = was.map(|Stood { what, .. }| what.clone()).collect();
    let domain = action.edition.domain;
    let meets = |meeting: &Meeting| {
        events(action, date).iter().any(|event| {
            domain.unit(event.unit).id == meeting.pair.unit
                && domain.neighbourhood(event.neighbourhood).id == meeting.pair.neighbourhood
        })
    };
    gone.retain(|meeting| meeting.date == date && !meets(meeting));
    gone.sort_unstable();
    gone.dedup();
    gone
}

fn held(action: Action<'_>, event: &Event) -> Item {
    let edition = action.edition;
    let home = edition.domain.neighbourhood(event.neighbourhood);
    let said = Said::Held {
        unit: edition.names.unit(event.unit).to_owned(),
        neighbourhood: home.name.clone(),
        theme: quoted(edition.theme(event.theme)),
    };
    let place: Vec<String> = [&home.venue, &home.address].into_iter().flatten().cloned().collect();
    let said = edition.say(said);
    Item::from(match place.as_slice() {
        [] => said,
        place => bracketed(edition.language, &said, &joined(edition.language, place)),
    })
}

/// What became of a meeting that is no longer on its day.
fn called_off(action: Action<'_>, meeting: &Meeting) -> String {
    let Action { edition, plan, .. } = action;
    let pair = &meeting.pair;
    let subject = Said::Held {
        unit: edition.unit_of(&pair.unit),
        neighbourhood: edition.neighbourhood_of(&pair.neighbourhood),
        theme: quoted(&edition.theme_of(&meeting.theme)),
    };
    let is_pair = |other: &Pairing| {
        edition.domain.unit(other.unit).id == pair.unit
            && edition.domain.neighbourhood(other.neighbourhood).id == pair.neighbourhood
    };
    let departures = Departures::of(edition);
    let left = departures.sentences_of(edition, pair);
    let instead = plan.timetable.events.iter();
    let instead =
        instead.filter(|event| is_pair(&event.pairing()) && event.month() == Month::of(meeting.date));
    let instead: Vec<String> = instead.map(|event| measure::date(edition.language, event.date)).collect();
    let subject = edition.say(subject);
    edition.say(match (left.is_empty(), instead.is_empty()) {
        (false, _) => Said::CalledOff { subject, why: left },
        (true, false) => Said::MovedTo { subject, to: list(edition.language, &instead) },
        (true, true) => Said::CalledOff { subject, why: Vec::new() },
    })
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// How many events there are on a day.
    Day { day: String, hours: String, events: usize },
    /// Who is where and what about.
    Held { unit: String, neighbourhood: String, theme: String },
    /// An event that is no more, and who has left for which it is not.
    CalledOff { subject: String, why: Vec<String> },
    /// An event that is on other days now.
    MovedTo { subject: String, to: String },
}

impl Phrase for Said {
    fn zh(&self) -> String {
        match self {
            Self::Day { day, events: 0, .. } => format!("{day}没有主题活动。"),
            Self::Day { day, hours, events } => format!("{day}{hours}有 {events} 场主题活动。"),
            Self::Held { unit, neighbourhood, theme } => format!("{unit}到{neighbourhood}：{theme}"),
            Self::CalledOff { subject, why } if why.is_empty() => format!("{subject}已取消。"),
            Self::CalledOff { subject, why } => format!("{subject}已取消：{}", why.concat()),
            Self::MovedTo { subject, to } => format!("{subject}已改到{to}。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Day { day, events: 0, .. } => format!("{day}: there is no event."),
            Self::Day { day, hours, events } => {
                format!("{day}, {hours}: {}.", count(*events, "event", "events"))
            }
            Self::Held { unit, neighbourhood, theme } => format!("{unit} at {neighbourhood}: {theme}"),
            Self::CalledOff { subject, why } if why.is_empty() => format!("{subject} is called off."),
            Self::CalledOff { subject, why } => format!("{subject} is called off: {}", why.join(" ")),
            Self::MovedTo { subject, to } => format!("{subject} is now on {to}."),
        }
    }
}
