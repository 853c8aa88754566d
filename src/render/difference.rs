//! What differs between two plans, in words and as data: by person, by post, by date, and the Thursday Action.

use crate::{
    domain::Language,
    inquiry::difference::{Difference, Exchange},
    plan::outline::{Meeting, Pair, Visit},
    render::{
        block::{Block, Section},
        edition::names::NamesById,
        wording::{Phrase, inquiry::Inquiry, joined, measure},
    },
};
use serde_json::{Value, json};

/// Sentences and entries; what is gone is only in the first plan, what is new only in the second.
pub fn sections(difference: &Difference, called: &NamesById, language: Language) -> Vec<Section> {
    if difference.is_empty() {
        return vec![Section::sentences(vec![Inquiry::Same.say(language)])];
    }
    let say = Say { called, language };
    let people = difference.visits.by(|visit| visit.ambassador.clone());
    let posts = difference.visits.by(|visit| visit.post.clone());
    let on_post = |visit: &Visit| {
        say.on(&measure::session(language, visit.date, visit.hours), &called.ambassador(&visit.ambassador))
    };
    let dates = difference.visits.by(|visit| visit.date);
    let on_date = |visit: &Visit| {
        let hours =
            visit.hours.map(|hours| format!(" {}", measure::hours(language, hours))).unwrap_or_default();
        format!("{} {}{hours}", called.ambassador(&visit.ambassador), called.post(&visit.post))
    };
    let by_person =
        people.iter().map(|(id, exchange)| say.person(id, exchange, difference.staying.contains(id)));
    let by_post = posts.iter().map(|(id, exchange)| say.marked(&called.post(id), exchange, on_post));
    let by_date = dates
        .iter()
        .map(|(date, exchange)| say.marked(&measure::full_date(language, *date), exchange, on_date));
    vec![
        Section::sentences(vec![Inquiry::PeopleDiffer(people.len()).say(language)]),
        say.entries(&Inquiry::ByPerson, by_person.collect()),
        say.entries(&Inquiry::ByPost, by_post.collect()),
        say.entries(&Inquiry::ByDate, by_date.collect()),
        say.entries(&Inquiry::Pairings, marked(language, &difference.pairings, |pair| say.pair(pair))),
        say.entries(&Inquiry::Events, marked(language, &difference.events, |event| say.event(event))),
    ]
}

/// Ids in words.
pub(in crate::render) struct Say<'a> {
    pub(in crate::render) called: &'a NamesById,
    pub(in crate::render) language: Language,
}

impl Say<'_> {
    /// Entries below a heading.
    pub(in crate::render) fn entries(&self, heading: &Inquiry, entries: Vec<String>) -> Section {
        Section::new(heading.say(self.language), vec![Block::Entries(entries, 2)])
    }

    /// What somebody has instead of what; where he or she keeps other sessions, what is gone or what is new may be all.
    fn person(&self, id: &str, exchange: &Exchange<Visit>, is_staying: bool) -> String {
        let visit = |visit: &Visit| {
            let day = measure::session(self.language, visit.date, visit.hours);
            self.on(&day, &self.called.post(&visit.post))
        };
        if is_staying && (exchange.gone.is_empty() || exchange.new.is_empty()) {
            return self.marked(&self.called.ambassador(id), exchange, visit);
        }
        let visits = |visits: &[Visit]| {
            let words: Vec<String> = visits.iter().map(visit).collect();
            let none = || Inquiry::NoSession.say(self.language);
            if words.is_empty() { none() } else { joined(self.language, &words) }
        };
        let arrow = format!("{} → {}", visits(&exchange.gone), visits(&exchange.new));
        self.of(&self.called.ambassador(id), &arrow)
    }

    fn of(&self, subject: &str, words: &str) -> String {
        match self.language {
            Language::Zh => format!("{subject}：{words}"),
            Language::En => format!("{subject}: {words}"),
        }
    }

    fn marked<T: Ord>(&self, subject: &str, exchange: &Exchange<T>, words: impl Fn(&T) -> String) -> String {
        self.of(subject, &joined(self.language, &marked(self.language, exchange, words)))
    }

    /// A day and what is then.
    pub(in crate::render) fn on(&self, day: &str, words: &str) -> String {
        match self.language {
            Language::Zh => format!("{day}{words}"),
            Language::En => format!("{day} {words}"),
        }
    }

    /// A unit with a neighbourhood.
    pub(in crate::render) fn pair(&self, pair: &Pair) -> String {
        format!("{} — {}", self.called.unit(&pair.unit), self.called.neighbourhood(&pair.neighbourhood))
    }

    /// An event.
    pub(in crate::render) fn event(&self, event: &Meeting) -> String {
        let date = measure::full_date(self.language, event.date);
        let said = self.on(&date, &self.pair(&event.pair));
        self.of(&said, &self.called.theme(&event.theme))
    }
}

/// What is gone and what is new, each after a word that says which.
pub(in crate::render) fn marked<T>(
    language: Language,
    exchange: &Exchange<T>,
    words: impl Fn(&T) -> String,
) -> Vec<String>
where
    T: Ord,
{
    let gone = exchange.gone.iter().map(|one| (one, false));
    let mut all: Vec<(&T, bool)> = gone.chain(exchange.new.iter().map(|one| (one, true))).collect();
    all.sort_by_key(|(one, _)| *one);
    let said = |(one, is_new)| if is_new { Inquiry::New(words(one)) } else { Inquiry::Gone(words(one)) };
    all.into_iter().map(|one| said(one).say(language)).collect()
}

/// The same as data.
pub fn data(difference: &Difference) -> Value {
    let visit = |visit: &Visit| json!({"ambassador": visit.ambassador, "post": visit.post, "date": visit.date.to_string()});
    let visits = |exchange: &Exchange<Visit>| {
        let list = |visits: &[Visit]| visits.iter().map(&visit).collect::<Vec<Value>>();
        (list(&exchange.gone), list(&exchange.new))
    };
    let keyed = |key: &str, name: Value, exchange: &Exchange<Visit>| {
        let (gone, new) = visits(exchange);
        json!({key: name, "gone": gone, "new": new})
    };
    let people = difference.visits.by(|visit| visit.ambassador.clone());
    let posts = difference.visits.by(|visit| visit.post.clone());
    let dates = difference.visits.by(|visit| visit.date);
    json!({
        "equal": difference.is_empty(),
        "people": people.iter().map(|(id, one)| keyed("ambassador", json!(id), one)).collect::<Vec<_>>(),
        "posts": posts.iter().map(|(id, one)| keyed("post", json!(id), one)).collect::<Vec<_>>(),
        "dates": dates.iter().map(|(date, one)| keyed("date", json!(date.to_string()), one)).collect::<Vec<_>>(),
        "pairings": exchanged(&difference.pairings, pair),
        "events": exchanged(&difference.events, |event| {
            json!({"date": event.date.to_string(), "unit": event.pair.unit,
                "neighbourhood": event.pair.neighbourhood, "theme": event.theme})
        }),
    })
}

fn exchanged<T>(exchange: &Exchange<T>, words: impl Fn(&T) -> Value) -> Value {
    let list = |entries: &[T]| entries.iter().map(&words).collect::<Vec<Value>>();
    json!({"gone": list(&exchange.gone), "new": list(&exchange.new)})
}

fn pair(pair: &Pair) -> Value {
    json!({"unit": pair.unit, "neighbourhood": pair.neighbourhood})
}
