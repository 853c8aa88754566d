//! The columns that decide: which events may be held at all.

use crate::{
    domain::thursday::{Month, Pairing, all_pairs},
    lp::Tier,
    planning::{model::Model, rules::Rulebook},
    timetable::{
        eligibility,
        formulation::{Choice, ColumnSubject, Formulation, Levels, Setting},
        roster::Event,
        rule::Rule,
    },
};
use chrono::NaiveDate;

impl<'a> Formulation<'a> {
    pub(super) fn with_choices(setting: Setting<'a>, pairings: &[Pairing], levels: Levels<'_>) -> Self {
        let pairings = if setting.rulebook.has(Rule::PairedOnly) {
            pairings.to_vec()
        } else {
            all_pairs(setting.domain).collect()
        };
        let mut formulation = Self {
            setting,
            months: setting.action.months(),
            pairings,
            choices: Vec::new(),
            model: Model::default(),
        };
        for pairing in 0..formulation.pairings.len() {
            for month in 0..formulation.months.len() {
                formulation.add_choices(pairing, month, levels);
            }
        }
        formulation
    }

    fn add_choices(&mut self, pairing: usize, month: usize, levels: Levels<'_>) {
        let Pairing { unit, neighbourhood } = self.pairings[pairing];
        let Setting { domain, rulebook, .. } = self.setting;
        let themes = eligibility::themes(domain, unit, self.months[month], rulebook);
        for date in self.worthwhile_days(pairing, month, levels) {
            for &theme in &themes {
                let event = Event { date, unit, neighbourhood, theme };
                let column = self.model.add_column(ColumnSubject::Event(event), 1, Tier::Ordinary);
                self.choices.push(Choice { pairing, month, event, column });
            }
        }
    }

    /// The days that can occur in a best plan.
    ///
    /// With an n-th Thursday no two days of a month are equally near to it. Each other pairing takes at most one
    /// day of the month from this one, so that one of the `rivals + 1` nearest days is free; an event on a farther
    /// day could be moved there, which changes no level above `moved` and betters that one. Where the plan
    /// chooses the Thursdays, the levels above `spread` do not see the day at all. After an earlier plan its own days
    /// stay too: `timetable-changes` sees whether an event is one of its, and of any other event the day as before. Days
    /// that are settled are no days to which an event could be moved.
    fn worthwhile_days(&self, pairing: usize, month: usize, levels: Levels<'_>) -> Vec<NaiveDate> {
        let Setting { domain, action, rulebook, previous } = self.setting;
        let of = self.months[month];
        if let Levels::On(days) = levels {
            return days.get(&(self.pairings[pairing], of)).copied().into_iter().collect();
        }
        let mut days = eligibility::days(domain, action, self.pairings[pairing], of, rulebook);
        let chosen_by_plan = action.nth.is_none();
        if rulebook != Rulebook::ALL || (chosen_by_plan && levels != Levels::AboveSpread) {
            return days;
        }
        let earlier: Vec<NaiveDate> = days.iter().copied().filter(|date| self.had(pairing, *date)).collect();
        days.retain(|date| !previous.is_some_and(|previous| previous.is_settled(*date)));
        if let Some(nth) = action.nth {
            days.sort_by_key(|&date| distance(nth, of, date));
        }
        days.truncate(self.rivals(pairing) + 1);
        days.extend(earlier);
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Whether the earlier plan had a pairing hold something on a day.
    fn had(&self, pairing: usize, date: NaiveDate) -> bool {
        let Pairing { unit, neighbourhood } = self.pairings[pairing];
        let same =
            |event: &Event| (event.date, event.unit, event.neighbourhood) == (date, unit, neighbourhood);
        self.setting.previous.is_some_and(|previous| previous.stands.iter().any(same))
    }

    /// How many days of a month the other pairings can take from one.
    fn rivals(&self, pairing: usize) -> usize {
        let this = self.pairings[pairing];
        let others = || self.pairings.iter().filter(|other| **other != this);
        let of_unit = others().filter(|other| other.unit == this.unit).count();
        let beside = others().filter(|other| other.neighbourhood == this.neighbourhood).count();
        of_unit + beside / self.setting.action.events_per_day as usize
    }
}

/// How far a day lies from the n-th Thursday, or from the last where the month has no n-th: 2w − 1 when w weeks
/// later, 2w when w weeks earlier.
pub(super) fn distance(nth: u32, month: Month, date: NaiveDate) -> i64 {
    let thursdays = month.thursdays();
    let wanted = thursdays.iter().take(nth as usize).next_back().copied().unwrap_or(date);
    let weeks = (date - wanted).num_days() / 7;
    if weeks > 0 { 2 * weeks - 1 } else { -2 * weeks }
}
