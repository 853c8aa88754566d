//! Why months are not held and what became of the needs, found a second time from pairings and events alone.

use super::{breaks, crowded};
use crate::{
    domain::{
        Domain,
        places::NeighbourhoodIx,
        themes::ThemeIx,
        thursday::{Month, Pairing, Pairings, ThursdayAction},
    },
    planning::{earlier::Earlier, reason::Tally},
    timetable::{
        reason::{Explanation, Fulfilment, Need, NotHeld, Reason},
        roster::{Event, Timetable},
        rule::Rule,
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Months without an event, by pairing, and every need, by neighbourhood.
pub fn reasons(
    domain: &Domain,
    action: &ThursdayAction,
    pairings: &Pairings,
    timetable: &Timetable,
    previous: Option<&Earlier<Event>>,
) -> Explanation {
    let held = timetable.events.iter().map(|event| (event.pairing(), Month::of(event.date)));
    let held: BTreeSet<(Pairing, Month)> = held.collect();
    let look = Look { domain, action, pairings, timetable, previous };
    let months = action.months();
    let pairs =
        pairings.pairings.iter().flat_map(|&pairing| months.iter().map(move |&month| (pairing, month)));
    let idle = pairs.filter(|idle| !held.contains(idle));
    let not_held = idle.map(|(pairing, month)| NotHeld { pairing, month, reason: look.why(pairing, month) });
    let places = domain.neighbourhoods.iter().enumerate();
    let needs = places.flat_map(|(place, neighbourhood)| {
        let place = NeighbourhoodIx(place);
        let needs = neighbourhood.needs.iter();
        needs.map(move |&theme| Need {
            neighbourhood: place,
            theme,
            fulfilment: look.fulfilment(place, theme),
        })
    });
    Explanation { not_held: not_held.collect(), needs: needs.collect() }
}

#[derive(Clone, Copy)]
struct Look<'a> {
    domain: &'a Domain,
    action: &'a ThursdayAction,
    pairings: &'a Pairings,
    timetable: &'a Timetable,
    previous: Option<&'a Earlier<Event>>,
}

impl Look<'_> {
    /// The first of these rules that an event would break by itself.
    fn refusal(&self, rules: &[Rule], event: Event) -> Option<Rule> {
        let breaks = |rule: &&Rule| breaks(**rule, self.domain, self.action, self.pairings, &event);
        rules.iter().find(breaks).copied()
    }

    fn day_refusal(&self, pairing: Pairing, date: NaiveDate) -> Option<Rule> {
        let rules = [
            Rule::OnAThursday,
            Rule::NoHoliday,
            Rule::NotSkipped,
            Rule::UnitClosed,
            Rule::NeighbourhoodClosed,
        ];
        self.refusal(&rules, event(pairing, date, ThemeIx(0)))
    }

    fn theme_refusal(&self, pairing: Pairing, month: Month, theme: ThemeIx) -> Option<Rule> {
        let date = NaiveDate::from_ymd_opt(month.year, month.month, 1).unwrap_or_default();
        self.refusal(&[Rule::ThemeOffered, Rule::ThemeMonths], event(pairing, date, theme))
    }

    fn why(&self, pairing: Pairing, month: Month) -> Reason {
        let days = month.thursdays();
        let barred: Vec<Rule> = days.iter().filter_map(|&day| self.day_refusal(pairing, day)).collect();
        if barred.len() == days.len() {
            return Reason::Barred(tally(&barred));
        }
        let themes = (0..self.domain.themes.len()).map(ThemeIx);
        let barred: Vec<Rule> =
            themes.filter_map(|theme| self.theme_refusal(pairing, month, theme)).collect();
        if barred.len() == self.domain.themes.len() {
            return Reason::Barred(tally(&barred));
        }
        let is_open = |day: &NaiveDate| {
            self.day_refusal(pairing, *day).is_none()
                && self
                    .previous
                    .and_then(|previous| previous.settled.keep_until)
                    .is_none_or(|first| *day >= first)
        };
        let mut in_the_way = Vec::new();
        for day in days.into_iter().filter(is_open) {
            match self.crowded_by(event(pairing, day, ThemeIx(0))) {
                Some(rule) => in_the_way.push(rule),
                None => return Reason::FreeDay(day),
            }
        }
        if in_the_way.is_empty() { Reason::Settled } else { Reason::Outweighed(tally(&in_the_way)) }
    }

    /// The first limit that the day's events would exceed with one more.
    fn crowded_by(&self, new: Event) -> Option<Rule> {
        let that_day = self.timetable.events.iter().copied().filter(|event| event.date == new.date);
        let day = Timetable { events: that_day.chain([new]).collect() };
        let last = day.events.len() - 1;
        let exceeds =
            |violations: Vec<super::Violation>| violations.iter().any(|one| one.entries.contains(&last));
        let most = self.action.events_per_day as usize;
        if exceeds(crowded(Rule::UnitOnePlace, &day, 1, |event| event.unit)) {
            return Some(Rule::UnitOnePlace);
        }
        exceeds(crowded(Rule::EventsPerDay, &day, most, |event| event.neighbourhood))
            .then_some(Rule::EventsPerDay)
    }

    fn fulfilment(&self, place: NeighbourhoodIx, theme: ThemeIx) -> Fulfilment {
        let events = self.timetable.events.iter();
        let met = events.filter(|event| event.neighbourhood == place && event.theme == theme);
        if let Some(first) = met.map(|event| event.date).min() {
            return Fulfilment::Met(first);
        }
        let paired: Vec<Pairing> =
            self.pairings.pairings.iter().copied().filter(|one| one.neighbourhood == place).collect();
        let offers = |pairing: &&Pairing| self.domain.units[pairing.unit.0].offers.contains(&theme);
        let offering: Vec<&Pairing> = paired.iter().filter(offers).collect();
        let may_stand = offering.iter().any(|&&pairing| {
            self.action.months().into_iter().any(|month| {
                self.theme_refusal(pairing, month, theme).is_none()
                    && month.thursdays().into_iter().any(|day| self.day_refusal(pairing, day).is_none())
            })
        });
        match (paired.is_empty(), offering.is_empty(), may_stand) {
            (true, ..) => Fulfilment::NobodyPaired,
            (_, true, _) => Fulfilment::NobodyOffers,
            (.., false) => Fulfilment::NoMonth,
            (.., true) => Fulfilment::Outweighed,
        }
    }
}

fn event(pairing: Pairing, date: NaiveDate, theme: ThemeIx) -> Event {
    Event { date, unit: pairing.unit, neighbourhood: pairing.neighbourhood, theme }
}

fn tally(rules: &[Rule]) -> Tally<Rule> {
    let count = |rule: Rule| (rule, rules.iter().filter(|one| **one == rule).count());
    Rule::ALL.into_iter().map(count).filter(|(_, bars)| *bars > 0).collect()
}
