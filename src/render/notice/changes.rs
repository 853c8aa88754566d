//! What is new for whom since the plan that this one mends, in the words of the change notice.
//!
//! In: [`Edition`]. Out: [`Changes`], asked for whomever a message or a letter goes to.

use crate::{
    inquiry::repair::notice::{
        ActionNotice, Change, Notice, PairChange, Person, Visit, action_notice, notice,
    },
    plan::outline::{Outline, Pair},
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
    pub(in crate::render) fn of_ambassador(&self, id: &str) -> Option<&Change> {
        let mut changes = self.notice.changes.iter();
        changes.find(|(person, _)| self.id(person) == id).map(|(_, change)| change)
    }

    /// The same in words to the ambassador.
    pub(in crate::render) fn own(&self, change: &Change) -> String {
        let words = |visits: &[Visit]| visits.iter().map(|visit| self.visit(visit, true)).collect();
        Words::Exchange { old: words(&change.old), new: words(&change.new) }.say(self.edition.language)
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
        let visits = self.notice.changes.values().flat_map(|change| &change.old).map(|visit| visit.date);
        let events = self.action.changes.values().flat_map(|change| &change.old).map(|(date, _)| *date);
        visits.chain(events).collect()
    }

    /// Ambassadors whom the campaign no longer has, by id.
    pub(in crate::render) fn gone_ambassadors(&self) -> Vec<&str> {
        let people = self.notice.changes.keys();
        people.filter(|person| matches!(person, Person::Gone(_))).map(|person| self.id(person)).collect()
    }

    /// Units that the campaign no longer has, by id.
    pub(in crate::render) fn gone_units(&self) -> BTreeSet<String> {
        let visits = self.notice.changes.values().flat_map(|change| &change.old);
        let units = visits.flat_map(|visit| self.units(visit));
        let units = units.chain(self.action.changes.keys().map(|pair| pair.unit.clone()));
        units.filter(|id| self.edition.domain.units.iter().all(|unit| unit.id != *id)).collect()
    }

    /// Neighbourhoods for which something is new, by id.
    pub(in crate::render) fn neighbourhoods(&self) -> BTreeSet<&str> {
        self.action.changes.keys().map(|pair| pair.neighbourhood.as_str()).collect()
    }

    fn id<'b>(&'b self, person: &'b Person) -> &'b str {
        match person {
            Person::Known(_, ambassador) => &self.edition.domain.ambassador(*ambassador).id,
            Person::Gone(id) => id,
        }
    }

    /// Units of a visit, by id: the one that offers the post, and one that did before.
    fn units(&self, visit: &Visit) -> Vec<String> {
        let domain = self.edition.domain;
        let now = visit.known.map(|post| domain.unit(domain.post(post).unit).id.clone());
        let hosts = self.edition.plan.history.hosts_of(&visit.post).map(|host| host.unit.clone());
        now.into_iter().chain(hosts).collect()
    }

    fn visit(&self, visit: &Visit, with_unit: bool) -> String {
        let unit = self.units(visit).into_iter().next().filter(|_| with_unit);
        let words = Visited {
            date: measure::date(self.edition.language, visit.date),
            hours: None,
            unit: unit.map(|unit| self.edition.unit_of(&unit)),
            post: self.edition.post_of(&visit.post),
            mentor: None,
            meet: None,
        };
        words.say(self.edition.language)
    }

    /// A line for each ambassador of whom some visit concerns the reader.
    fn people(&self, with_unit: bool, concerns: impl Fn(&Visit) -> bool) -> Vec<String> {
        let lines = self.notice.changes.iter().filter_map(|(person, change)| {
            let words = |visits: &[Visit]| -> Vec<String> {
                let visits = visits.iter().filter(|visit| concerns(visit));
                visits.map(|visit| self.visit(visit, with_unit)).collect()
            };
            let (old, new) = (words(&change.old), words(&change.new));
            let name = self.edition.ambassador_of(self.id(person));
            let says_something = !old.is_empty() || !new.is_empty();
            let line = Words::Person { name, old, new, closing: false };
            says_something.then(|| line.say(self.edition.language))
        });
        lines.collect()
    }

    /// A line for each unit and neighbourhood for whom something is new, or is on one day.
    fn pairs(&self, concerns: impl Fn(&Pair) -> bool, day: Option<NaiveDate>) -> Vec<String> {
        let changes = self.action.changes.iter().filter(|(pair, _)| concerns(pair));
        let lines = changes.filter_map(|(pair, PairChange { parted, joined, old, new })| {
            let words = |events: &[(NaiveDate, String)]| -> Vec<String> {
                let events = events.iter().filter(|(date, _)| day.is_none_or(|day| day == *date));
                events.map(|(date, theme)| self.event(*date, theme)).collect()
            };
            let (old, new) = (words(old), words(new));
            let (parted, joined) = (*parted && day.is_none(), *joined && day.is_none());
            let says_something = parted || joined || !old.is_empty() || !new.is_empty();
            let unit = self.edition.unit_of(&pair.unit);
            let neighbourhood = self.edition.neighbourhood_of(&pair.neighbourhood);
            let line = Words::Pair { unit, neighbourhood, parted, joined, old, new };
            says_something.then(|| line.say(self.edition.language))
        });
        lines.collect()
    }

    fn event(&self, date: NaiveDate, theme: &str) -> String {
        let date = measure::date(self.edition.language, date);
        Words::Event(date, self.edition.theme_of(theme)).say(self.edition.language)
    }
}
