//! The rows: one function per rule. A row that cannot be broken is left out.

use crate::{
    lp::Relation,
    planning::earlier::Earlier,
    timetable::{
        formulation::{Choice, Formulation, RowSubject, distinct, ones},
        roster::Event,
    },
};

impl Formulation<'_> {
    /// What was held before the day of a change stays, and nothing is added there.
    ///
    /// for each event e before that day: y\[e\] = 1 where the earlier plan had it, y\[e\] = 0 otherwise
    pub(super) fn settled(&mut self, previous: &Earlier<Event>) {
        let early: Vec<Choice> =
            self.choices.iter().copied().filter(|choice| previous.is_settled(choice.event.date)).collect();
        for choice in early {
            if previous.has(&choice.event) {
                let subject = RowSubject::Settled(choice.event);
                self.model.add_row(subject, vec![(choice.column, 1)], Relation::Equal, 1);
            } else {
                self.model.close(choice.column);
            }
        }
    }

    /// A pairing holds no more than one event a month.
    ///
    /// for each pairing, month: Σ y ≤ 1
    pub(super) fn one_event_a_month(&mut self) {
        for ((pairing, month), choices) in self.grouped(|choice| (choice.pairing, choice.month)) {
            let subject = RowSubject::OneEventAMonth(self.pairings[pairing], self.months[month]);
            self.model.add_row(subject, ones(&choices), Relation::AtMost, 1);
        }
    }

    /// A unit is at no more than one neighbourhood on one day.
    ///
    /// for each unit, date: Σ y ≤ 1
    pub(super) fn unit_one_place(&mut self) {
        for ((unit, date), choices) in self.grouped(|choice| (choice.event.unit, choice.event.date)) {
            if distinct(&choices, |choice| choice.pairing) > 1 {
                self.model.add_row(RowSubject::UnitOnePlace(unit, date), ones(&choices), Relation::AtMost, 1);
            }
        }
    }

    /// A neighbourhood has no more events on one day than it may.
    ///
    /// for each neighbourhood, date: Σ y ≤ `events_per_day`
    pub(super) fn events_per_day(&mut self) {
        let limit = self.setting.action.events_per_day;
        let groups = self.grouped(|choice| (choice.event.neighbourhood, choice.event.date));
        for ((place, date), choices) in groups {
            if distinct(&choices, |choice| choice.pairing) > limit as usize {
                let subject = RowSubject::EventsPerDay(place, date);
                self.model.add_row(subject, ones(&choices), Relation::AtMost, i64::from(limit));
            }
        }
    }
}
