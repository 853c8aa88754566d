//! The days of one month for all pairings together, where the plan chooses the Thursdays and the themes are given.
//!
//! In: who holds what in the month. Out: on which Thursday each does, with the busiest as quiet as can be.
//! Columns: d\[pairing,date\] ∈ {0,1} and busiest.

use crate::{
    domain::{
        Domain,
        thursday::{Month, ThemeIx, ThursdayAction},
    },
    lp::{ColumnIx, Program, Relation, Sense, Terms, Tier},
    thursday::{
        pairing::roster::Pairing,
        timetable::{eligibility, formulation::drawn, roster::Event, rule::Level},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The program of one month and what its columns are about.
#[derive(Debug)]
pub struct MonthFormulation {
    /// The program.
    pub program: Program,
    days: Vec<(Pairing, NaiveDate)>,
}

/// States the month; levels `spread` and `timetable-lot`.
pub fn formulate(
    domain: &Domain,
    action: &ThursdayAction,
    month: Month,
    held: &[(Pairing, ThemeIx)],
) -> MonthFormulation {
    let mut program = Program::default();
    let (mut days, mut lots) = (Vec::new(), Terms::new());
    let mut on_day: BTreeMap<NaiveDate, Terms> = BTreeMap::new();
    let mut of_unit: BTreeMap<_, Terms> = BTreeMap::new();
    let mut of_neighbourhood: BTreeMap<_, Terms> = BTreeMap::new();
    for &(pairing, theme) in held {
        let Pairing { unit, neighbourhood } = pairing;
        let mut one = Terms::new();
        for date in eligibility::days(domain, action, unit, month, None) {
            let column = program.add_column(0, 1, Tier::Ordinary);
            days.push((pairing, date));
            one.push((column, 1));
            lots.push((column, drawn(domain, &Event { date, unit, neighbourhood, theme })));
            on_day.entry(date).or_default().push((column, 1));
            of_unit.entry((unit, date)).or_default().push((column, 1));
            of_neighbourhood.entry((neighbourhood, date)).or_default().push((column, 1));
        }
        program.add_row(one, Relation::Equal, 1);
    }
    let limit = i64::from(action.events_per_day);
    for (terms, limit) in of_unit
        .into_values()
        .map(|terms| (terms, 1))
        .chain(of_neighbourhood.into_values().map(|terms| (terms, limit)))
    {
        if i64::try_from(terms.len()).unwrap_or(i64::MAX) > limit {
            program.add_row(terms, Relation::AtMost, limit);
        }
    }
    let busiest = program.add_column(0, i64::try_from(held.len()).unwrap_or(i64::MAX), Tier::Implied);
    for (_, mut terms) in on_day {
        terms.push((busiest, -1));
        program.add_row(terms, Relation::AtMost, 0);
    }
    program.add_level(Level::Spread.id(), Sense::Min, vec![(busiest, 1)], 0);
    program.add_level(Level::Lot.id(), Sense::Min, lots, 0);
    MonthFormulation { program, days }
}

impl MonthFormulation {
    /// The days that a point of the program stands for.
    pub fn days(&self, point: &[i64]) -> impl Iterator<Item = (Pairing, NaiveDate)> {
        let chosen = |column: &usize| point[ColumnIx(*column).0] == 1;
        (0..self.days.len()).filter(chosen).map(|column| self.days[column])
    }
}
