//! What is new for whom since the plan that this one mends, in the words of the change notice.
//!
//! In: [`Edition`]. Out: [`Changes`], asked for whomever a message or a letter goes to.

use crate::{
    inquiry::{
        difference::Exchange,
        notice::{ActionNotice, Notice, PairChange, action_notice, notice},
    },
    plan::outline::{Meeting, Outline, Pair, Visit},
    render::{
        edition::Edition,
        notice::words::{Notice as Words, Visit as Visited},
        wording::{Phrase, measure},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What is new since the plan that was mended.
pub(in crate::render) struct Changes<'a> {
    edition: Edition<'a>,
    notice: Notice,
    action: ActionNotice,
}

impl<'a> Changes<'a> {
    /// What is new; nothing where the plan mends none.
    pub(in crate::render) fn of(edition: Edition<'a>) -> Self {
        let now = Outline::of(edition.domain, edition.plan);
        let before = match &edition.plan.mends {
            Some(_) => edition.plan.history.before(&now),
            None => now.clone(),
        };
        let (notice, action) = (notice(edition.domain, &before, &now), action_notice(&before, &now));
        Self { edition, notice, action }
    }

    /// What is new for an ambassador.
    pub(in crate::render) fn of_ambassador(&self, id: &str) -> Option<&Exchange<Visit>> {
        let mut changes = self.notice.changes.iter();
        changes.find(|(changed, _)| changed == id).map(|(_, change)| change)
    }

    /// The same in words to the ambassador.
    pub(in crate::render) fn own(&self, change: &Exchange<Visit>) -> String {
        let words = |visits: &[Visit]| visits.iter().map(|visit| self.visit(visit, true)).collect();
        Words::Exchange { old: words(&change.gone), new: words(&change.new) }.say(self.edition.language)
    }

    /// What is new for a unit: a line for each ambassador whom it gains or loses, then for each neighbourhood.
    pub(in crate::render) fn of_unit(&self, id: &str) -> Vec<String> {
        let mut lines = self.visits_to(id);
        lines.extend(self.pairs(|pair| pair.unit == id, None));
        lines
    }

    /// The lines for ambassadors alone.
    pub(in crate::render) fn visits_to(&self, unit: &str) -> Vec<String> {
        self.people(false, |visit| self.units(visit).iter().any(|one| one == unit))
    }

    /// What is new for a neighbourhood, a line for each unit.
    pub(in crate::render) fn of_neighbourhood(&self, id: &str) -> Vec<String> {
        self.pairs(|pair| pair.neighbourhood == id, None)
    }

    /// What is new on a day.
    pub(in crate::render) fn of_day(&self, day: NaiveDate) -> Vec<String> {
        let mut lines = self.people(true, |visit| visit.date == day);
        lines.extend(self.pairs(|_| true, Some(day)));
        lines
    }

    /// Days on which something was.
    pub(in crate::render) fn days(&self) -> BTreeSet<NaiveDate> {
        let visits = self.notice.changes.iter().flat_map(|(_, change)| &change.gone).map(|visit| visit.date);
        let events =
            self.action.changes.values().flat_map(|change| &change.events.gone).map(|event| event.date);
        visits.chain(events).collect()
    }

    /// Ambassadors whom the campaign no longer has, by id.
    pub(in crate::render) fn gone_ambassadors(&self) -> Vec<&str> {
        let people = self.notice.changes.iter().map(|(id, _)| id.as_str());
        let known = &self.edition.domain.ambassadors;
        people.filter(|id| known.iter().all(|person| person.id != *id)).collect()
    }

    /// Units that the campaign no longer has, by id.
    pub(in crate::render) fn gone_units(&self) -> BTreeSet<String> {
        let visits = self.notice.changes.iter().flat_map(|(_, change)| &change.gone);
        let units = visits.flat_map(|visit| self.units(visit));
        let units = units.chain(self.action.changes.keys().map(|pair| pair.unit.clone()));
        units.filter(|id| self.edition.domain.units.iter().all(|unit| unit.id != *id)).collect()
    }

    /// Neighbourhoods for which something is new, by id.
    pub(in crate::render) fn neighbourhoods(&self) -> BTreeSet<&str> {
        self.action.changes.keys().map(|pair| pair.neighbourhood.as_str()).collect()
    }

    /// Units of a visit, by id: the one that offers the post, and one that did before.
    fn units(&self, visit: &Visit) -> Vec<String> {
        let domain = self.edition.domain;
        let now = domain
            .posts
            .iter()
            .find(|post| post.id == visit.post)
            .map(|post| domain.unit(post.unit).id.clone());
        let hosts = self.edition.plan.history.hosts_of(&visit.post).map(|host| host.unit.clone());
        now.into_iter().chain(hosts).collect()
    }

    fn visit(&self, visit: &Visit, with_unit: bool) -> String {
        let unit = self.units(visit).into_iter().next().filter(|_| with_unit);
        let words = Visited {
            date: measure::date(self.edition.language, visit.date),
            hours: visit.hours.map(|hours| measure::hours(self.edition.language, hours)),
            unit: unit.map(|unit| self.edition.unit_of(&unit)),
            post: self.edition.post_of(&visit.post),
            mentor: None,
            meet: None,
        };
        words.say(self.edition.language)
    }

    /// A line for each ambassador of whom some visit concerns the reader.
    fn people(&self, with_unit: bool, concerns: impl Fn(&Visit) -> bool) -> Vec<String> {
        let lines = self.notice.changes.iter().filter_map(|(id, change)| {
            let words = |visits: &[Visit]| -> Vec<String> {
                let visits = visits.iter().filter(|visit| concerns(visit));
                visits.map(|visit| self.visit(visit, with_unit)).collect()
            };
            let (old, new) = (words(&change.gone), words(&change.new));
            let says_something = !old.is_empty() || !new.is_empty();
            says_something.then(|| {
                let name = self.edition.ambassador_of(id);
                Words::Person { name, old, new, closing: false }.say(self.edition.language)
            })
        });
        lines.collect()
    }

    /// A line for each unit and neighbourhood for whom something is new, or is on one day.
    fn pairs(&self, concerns: impl Fn(&Pair) -> bool, day: Option<NaiveDate>) -> Vec<String> {
        let changes = self.action.changes.iter().filter(|(pair, _)| concerns(pair));
        let lines = changes.filter_map(|(pair, PairChange { pairing, events })| {
            let words = |events: &[Meeting]| -> Vec<String> {
                let events = events.iter().filter(|event| day.is_none_or(|day| day == event.date));
                events.map(|event| self.event(event)).collect()
            };
            let (old, new) = (words(&events.gone), words(&events.new));
            let says = |pairs: &[Pair]| !pairs.is_empty() && day.is_none();
            let (parted, joined) = (says(&pairing.gone), says(&pairing.new));
            let says_something = parted || joined || !old.is_empty() || !new.is_empty();
            let unit = self.edition.unit_of(&pair.unit);
            let neighbourhood = self.edition.neighbourhood_of(&pair.neighbourhood);
            let line = Words::Pair { unit, neighbourhood, parted, joined, old, new };
            says_something.then(|| line.say(self.edition.language))
        });
        lines.collect()
    }

    fn event(&self, event: &Meeting) -> String {
        let date = measure::date(self.edition.language, event.date);
        Words::Event(date, self.edition.theme_of(&event.theme)).say(self.edition.language)
    }
}
