//! What is new for whom since they were told last, in the words of the change notice.
//!
//! In: [`Edition`]. Out: [`Changes`], asked for whomever a message or a letter goes to.

mod otherwise;
pub mod whom;

use crate::{
    diagnostic::reference::Kind,
    domain::{places::Post, time::Hours},
    inquiry::{
        difference::Exchange,
        notice::{ActionNotice, Notice, PairChange, action_notice, notice},
    },
    plan::outline::{Meeting, Outline, Pair, Visit},
    render::{
        departure::{Departure, Departures},
        edition::Edition,
        notice::words::{Notice as Words, Pairing, Visit as Visited},
        wording::{Phrase, measure},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A row for one person: what no longer holds and what holds instead, a line each.
pub(in crate::render) struct Told {
    pub(in crate::render) name: String,
    pub(in crate::render) phone: Option<String>,
    pub(in crate::render) old: Vec<String>,
    pub(in crate::render) new: Vec<String>,
}

/// A session of a unit at which other people are than before.
pub(in crate::render) struct ChangedSession {
    pub(in crate::render) date: NaiveDate,
    pub(in crate::render) hours: Option<Hours>,
    pub(in crate::render) unit: Option<String>,
    pub(in crate::render) post: String,
    pub(in crate::render) mentor: Option<String>,
    /// Whoever no longer comes.
    pub(in crate::render) gone: Vec<String>,
    /// Whoever comes instead.
    pub(in crate::render) new: Vec<String>,
}

/// What is new.
pub(in crate::render) struct Changes<'a> {
    edition: Edition<'a>,
    notice: Notice,
    action: ActionNotice,
    departures: Departures,
}

/// Who reads of a unit and a neighbourhood, and is not told its own name.
#[derive(Clone, Copy)]
enum Reader<'a> {
    Unit(&'a str),
    Neighbourhood(&'a str),
    Organizer,
}

impl<'a> Changes<'a> {
    /// What is new since its readers were told last; nothing where the plan mends none.
    pub(in crate::render) fn of(edition: Edition<'a>) -> Self {
        let now = Outline::of(edition.domain, edition.plan);
        let before = match (&edition.plan.mends, edition.former) {
            (Some(_), Some(former)) => former.outline.clone(),
            (Some(_), None) => edition.plan.history.before(&now),
            (None, _) => now.clone(),
        };
        let (notice, action) = (notice(edition.domain, &before, &now), action_notice(&before, &now));
        Self { edition, notice, action, departures: Departures::of(edition) }
    }

    /// Sessions that somebody has no more or has instead.
    pub(in crate::render) fn visits(&self) -> impl Iterator<Item = (&str, &Visit)> {
        self.notice.changes.iter().flat_map(|(id, change)| {
            change.gone.iter().chain(&change.new).map(move |visit| (id.as_str(), visit))
        })
    }

    /// What is new for units and neighbourhoods together.
    pub(in crate::render) fn meetings(&self) -> &BTreeMap<Pair, PairChange> {
        &self.action.changes
    }

    /// What has left.
    pub(in crate::render) fn departures(&self) -> &Departures {
        &self.departures
    }

    /// A unit or a neighbourhood that has left.
    pub(in crate::render) fn departure(&self, kind: Kind, id: &str) -> Option<&Departure> {
        self.departures.find(kind, id)
    }

    /// Whether nothing is new for anybody.
    pub(in crate::render) fn is_empty(&self) -> bool {
        self.notice.changes.is_empty() && self.action.changes.is_empty()
    }

    /// People and events for whom all stays as it was.
    pub(in crate::render) fn untouched(&self) -> [usize; 2] {
        [self.notice.untouched, self.action.untouched]
    }

    /// A row for each person for whom something is new.
    pub(in crate::render) fn everybody(&self) -> Vec<Told> {
        let row = |(id, change): &(String, Exchange<Visit>)| Told {
            name: self.edition.ambassador_of(id),
            phone: self.edition.phone_of(id),
            old: change.gone.iter().map(|visit| self.visit(visit, false)).collect(),
            new: change.new.iter().map(|visit| self.visit(visit, true)).collect(),
        };
        self.notice.changes.iter().map(row).collect()
    }

    /// The sessions of a unit at which others are than before, by day and hour.
    pub(in crate::render) fn sessions_of(&self, unit: &str) -> Vec<ChangedSession> {
        self.sessions(|visit| self.units(visit).iter().any(|one| one == unit))
    }

    /// The sessions that concern somebody, by day and hour.
    fn sessions(&self, concerns: impl Fn(&Visit) -> bool) -> Vec<ChangedSession> {
        let mut sessions: BTreeMap<_, [Vec<String>; 2]> = BTreeMap::new();
        for (id, change) in &self.notice.changes {
            for (at, visits) in [&change.gone, &change.new].into_iter().enumerate() {
                for visit in visits.iter().filter(|visit| concerns(visit)) {
                    let hours = visit.hours.or_else(|| self.hours_of(&visit.post));
                    let unit = self.units(visit).into_iter().next();
                    let key = (visit.date, hours, visit.post.as_str(), unit);
                    sessions.entry(key).or_default()[at].push(self.person(id));
                }
            }
        }
        let sessions = sessions.into_iter().map(|((date, hours, post, unit), [gone, new])| ChangedSession {
            date,
            hours,
            unit: unit.map(|unit| self.edition.unit_of(&unit)),
            post: self.edition.post_of(post),
            mentor: self.mentor_of(post),
            gone,
            new,
        });
        sessions.collect()
    }

    /// The lines for the Thursday Action of a unit, or of everybody.
    pub(in crate::render) fn action_of(&self, unit: Option<&str>) -> Vec<String> {
        self.pairs(unit.map_or(Reader::Organizer, Reader::Unit), None)
    }

    /// What is new for an ambassador.
    pub(in crate::render) fn of_ambassador(&self, id: &str) -> Option<&Exchange<Visit>> {
        let mut changes = self.notice.changes.iter();
        changes.find(|(changed, _)| changed == id).map(|(_, change)| change)
    }

    /// The same in words to the ambassador.
    pub(in crate::render) fn own(&self, change: &Exchange<Visit>) -> String {
        let words = |visits: &[Visit]| visits.iter().map(|visit| self.visit(visit, false)).collect();
        Words::Exchange { old: words(&change.gone), new: words(&change.new) }.say(self.edition.language)
    }

    /// What is new for a unit: a line for each session at which others are, for each neighbourhood, and for what it knows otherwise.
    pub(in crate::render) fn of_unit(&self, id: &str) -> Vec<String> {
        self.all_for(Kind::Unit, id, self.moved_at(id))
    }

    /// The same without what it knows otherwise.
    pub(in crate::render) fn moved_at(&self, id: &str) -> Vec<String> {
        [self.visits_to(id), self.action_of(Some(id))].concat()
    }

    /// The lines for its sessions alone.
    pub(in crate::render) fn visits_to(&self, unit: &str) -> Vec<String> {
        let sessions = self.sessions_of(unit).into_iter();
        sessions.map(|session| self.session(ChangedSession { unit: None, ..session })).collect()
    }

    /// Who was to come to a session and who comes instead, in the words of the notice to its unit.
    fn session(&self, session: ChangedSession) -> String {
        let language = self.edition.language;
        let ChangedSession { date, hours, unit, post, mentor, gone, new } = session;
        let (date, hours) =
            (measure::date(language, date), hours.map(|hours| measure::dashed(language, hours)));
        let visit = Visited { date, hours, unit, post, mentor, meet: None };
        Words::Session { visit, gone, new }.say(language)
    }

    /// What is new for a neighbourhood, a line for each unit, and for what it knows otherwise.
    pub(in crate::render) fn of_neighbourhood(&self, id: &str) -> Vec<String> {
        self.all_for(Kind::Neighbourhood, id, self.meetings_at(id))
    }

    /// The same without what it knows otherwise.
    pub(in crate::render) fn meetings_at(&self, id: &str) -> Vec<String> {
        self.pairs(Reader::Neighbourhood(id), None)
    }

    /// A session that somebody had.
    pub(in crate::render) fn was(&self, visit: &Visit) -> String {
        self.visit(visit, false)
    }

    /// What is new on a day.
    pub(in crate::render) fn of_day(&self, day: NaiveDate) -> Vec<String> {
        let sessions = self.sessions(|visit| visit.date == day).into_iter();
        let mut lines: Vec<String> = sessions.map(|session| self.session(session)).collect();
        lines.extend(self.pairs(Reader::Organizer, Some(day)));
        lines
    }

    /// Days on which something was.
    pub(in crate::render) fn days(&self) -> BTreeSet<NaiveDate> {
        let visits = self.notice.changes.iter().flat_map(|(_, change)| &change.gone).map(|visit| visit.date);
        let events =
            self.action.changes.values().flat_map(|change| &change.events.gone).map(|event| event.date);
        visits.chain(events).collect()
    }

    /// Units of a visit, by id: the one that offers the post, and one that did before.
    pub(in crate::render) fn units(&self, visit: &Visit) -> Vec<String> {
        let domain = self.edition.domain;
        let now = domain
            .posts
            .iter()
            .find(|post| post.id == visit.post)
            .map(|post| domain.unit(post.unit).id.clone());
        let hosts = self.edition.plan.history.hosts_of(&visit.post).map(|host| host.unit.clone());
        now.into_iter().chain(hosts).collect()
    }

    /// A post of the campaign as it is now.
    fn post(&self, id: &str) -> Option<&Post> {
        self.edition.domain.posts.iter().find(|post| post.id == id)
    }

    /// From when to when a post is that has one shift only, as it is or was.
    pub(in crate::render) fn hours_of(&self, post: &str) -> Option<Hours> {
        let now = self.post(post).map(|post| post.shifts[0]);
        now.or_else(|| self.edition.plan.history.hosts_of(post).last().map(|host| host.hours))
    }

    /// Who guides at a post, with a telephone number where it may stand.
    fn mentor_of(&self, post: &str) -> Option<String> {
        let (name, phone) = self.edition.mentor_of(post)?;
        Some(with_phone(name, phone))
    }

    /// Somebody, with a telephone number where it may stand.
    fn person(&self, id: &str) -> String {
        with_phone(self.edition.ambassador_of(id), self.edition.phone_of(id))
    }

    /// A session in words; with all that a visitor must know where it is new.
    fn visit(&self, visit: &Visit, is_new: bool) -> String {
        let language = self.edition.language;
        let unit = self.units(visit).into_iter().next();
        let post = self.post(&visit.post).filter(|_| is_new);
        let hours = visit.hours.or_else(|| post.map(|post| post.shifts[0]));
        let words = Visited {
            date: measure::date(language, visit.date),
            hours: hours.map(|hours| measure::dashed(language, hours)),
            unit: unit.map(|unit| self.edition.unit_of(&unit)),
            post: self.edition.post_of(&visit.post),
            mentor: self.mentor_of(&visit.post).filter(|_| is_new),
            meet: post.and_then(|post| post.meet.clone()),
        };
        words.say(language)
    }

    /// A line for each unit and neighbourhood for whom something is new, or is on one day.
    fn pairs(&self, reader: Reader<'_>, day: Option<NaiveDate>) -> Vec<String> {
        let concerns = |pair: &Pair| match reader {
            Reader::Unit(id) => pair.unit == id,
            Reader::Neighbourhood(id) => pair.neighbourhood == id,
            Reader::Organizer => true,
        };
        let changes = self.action.changes.iter().filter(|(pair, _)| concerns(pair));
        let lines = changes.filter_map(|(pair, PairChange { pairing, events })| {
            let words = |events: &[Meeting]| -> Vec<String> {
                let events = events.iter().filter(|event| day.is_none_or(|day| day == event.date));
                events.map(|event| self.event(event)).collect()
            };
            let (old, new) = (words(&events.gone), words(&events.new));
            let says = |pairs: &[Pair]| !pairs.is_empty() && day.is_none();
            let (parted, joined) = (says(&pairing.gone), says(&pairing.new));
            let ended = self.departures.of_pair(pair).filter(|_| day.is_none() && !parted);
            let says_something = parted || joined || !old.is_empty() || !new.is_empty();
            let unit = self.edition.unit_of(&pair.unit);
            let neighbourhood = self.edition.neighbourhood_of(&pair.neighbourhood);
            let pair = match reader {
                Reader::Unit(_) => Pairing::ToUnit(neighbourhood),
                Reader::Neighbourhood(_) => Pairing::ToNeighbourhood(unit),
                Reader::Organizer => Pairing::Both { unit, neighbourhood },
            };
            let line = Words::Pair { pair, ended, parted, joined, old, new };
            says_something.then(|| line.say(self.edition.language))
        });
        lines.collect()
    }

    fn event(&self, event: &Meeting) -> String {
        let date = measure::date(self.edition.language, event.date);
        Words::Event(date, self.edition.theme_of(&event.theme)).say(self.edition.language)
    }
}

pub(super) fn with_phone(name: String, phone: Option<String>) -> String {
    std::iter::once(name).chain(phone).collect::<Vec<String>>().join(" ")
}
