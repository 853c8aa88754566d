//! The days of one month for all pairings together, where the plan chooses the Thursdays and the themes are given.
//!
//! In: who holds what in the month. Out: on which Thursday each does, with the busiest as quiet as can be.
//! Columns: d\[pairing,date\] ∈ {0,1} and busiest.

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Month, ThemeIx, ThursdayAction},
    },
    lp::{ColumnIx, Program, Relation, RowIx, Sense, Terms, Tier, write::Names},
    planning::rules::Rulebook,
    thursday::{
        pairing::roster::Pairing,
        timetable::{
            eligibility,
            formulation::drawn,
            roster::Event,
            rule::{Level, Rule},
        },
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The program of one month and what its columns and rows are about.
#[derive(Debug)]
pub struct MonthFormulation<'a> {
    domain: &'a Domain,
    /// The program.
    pub program: Program,
    days: Vec<(Pairing, NaiveDate)>,
    rows: Vec<RowSubject>,
}

/// What a row says.
#[derive(Debug, Clone, Copy)]
enum RowSubject {
    /// Who holds something holds it on one day.
    Held(Pairing),
    /// `unit-one-place` of a unit on a day.
    UnitOnePlace(UnitIx, NaiveDate),
    /// `events-per-day` of a neighbourhood on a day.
    EventsPerDay(NeighbourhoodIx, NaiveDate),
    /// Counts the events of a day, for the level `spread`.
    Spread(NaiveDate),
}

/// States the month; levels `spread` and `timetable-lot`.
pub fn formulate<'a>(
    domain: &'a Domain,
    action: &ThursdayAction,
    month: Month,
    held: &[(Pairing, ThemeIx)],
) -> MonthFormulation<'a> {
    let mut program = Program::default();
    let (mut days, mut rows, mut lots) = (Vec::new(), Vec::new(), Terms::new());
    let mut on_day: BTreeMap<NaiveDate, Terms> = BTreeMap::new();
    let mut of_unit: BTreeMap<_, Terms> = BTreeMap::new();
    let mut of_neighbourhood: BTreeMap<_, Terms> = BTreeMap::new();
    for &(pairing, theme) in held {
        let Pairing { unit, neighbourhood } = pairing;
        let mut one = Terms::new();
        for date in eligibility::days(domain, action, pairing, month, Rulebook::ALL) {
            let column = program.add_column(0, 1, Tier::Ordinary);
            days.push((pairing, date));
            one.push((column, 1));
            lots.push((column, drawn(domain, &Event { date, unit, neighbourhood, theme })));
            on_day.entry(date).or_default().push((column, 1));
            of_unit.entry((unit, date)).or_default().push((column, 1));
            of_neighbourhood.entry((neighbourhood, date)).or_default().push((column, 1));
        }
        program.add_row(one, Relation::Equal, 1);
        rows.push(RowSubject::Held(pairing));
    }
    let of_unit =
        of_unit.into_iter().map(|((unit, date), terms)| (RowSubject::UnitOnePlace(unit, date), terms, 1));
    let limit = i64::from(action.events_per_day);
    let of_neighbourhood = of_neighbourhood
        .into_iter()
        .map(|((place, date), terms)| (RowSubject::EventsPerDay(place, date), terms, limit));
    for (subject, terms, limit) in of_unit.chain(of_neighbourhood) {
        if i64::try_from(terms.len()).unwrap_or(i64::MAX) > limit {
            program.add_row(terms, Relation::AtMost, limit);
            rows.push(subject);
        }
    }
    let busiest = program.add_column(0, i64::try_from(held.len()).unwrap_or(i64::MAX), Tier::Implied);
    for (date, mut terms) in on_day {
        terms.push((busiest, -1));
        program.add_row(terms, Relation::AtMost, 0);
        rows.push(RowSubject::Spread(date));
    }
    program.add_level(Level::Spread.id(), Sense::Min, vec![(busiest, 1)], 0);
    program.add_level(Level::Lot.id(), Sense::Min, lots, 0);
    MonthFormulation { domain, program, days, rows }
}

impl MonthFormulation<'_> {
    /// The days that a point of the program stands for.
    pub fn days(&self, point: &[i64]) -> Vec<(Pairing, NaiveDate)> {
        self.days.iter().zip(point).filter(|(_, value)| **value == 1).map(|(day, _)| *day).collect()
    }
}

impl Names for MonthFormulation<'_> {
    fn column(&self, column: ColumnIx) -> String {
        match self.days.get(column.0) {
            Some((pairing, date)) => format!("d({},{date})", self.pairing(*pairing)),
            None => "busiest".into(),
        }
    }

    fn row(&self, row: RowIx) -> String {
        match self.rows[row.0] {
            RowSubject::Held(pairing) => format!("{}({})", Level::Held.id(), self.pairing(pairing)),
            RowSubject::UnitOnePlace(unit, date) => {
                format!("{}({},{date})", Rule::UnitOnePlace.id(), self.domain.unit(unit).id)
            }
            RowSubject::EventsPerDay(place, date) => {
                format!("{}({},{date})", Rule::EventsPerDay.id(), self.domain.neighbourhood(place).id)
            }
            RowSubject::Spread(date) => format!("{}({date})", Level::Spread.id()),
        }
    }

    fn comment(&self, row: RowIx) -> String {
        match self.rows[row.0] {
            RowSubject::Held(pairing) => format!("{} has one day", self.pairing(pairing)),
            RowSubject::UnitOnePlace(unit, date) => {
                format!("{} is at no more than one place on {date}", self.domain.unit(unit).id)
            }
            RowSubject::EventsPerDay(place, date) => {
                format!("{} has no more events on {date} than it may", self.domain.neighbourhood(place).id)
            }
            RowSubject::Spread(date) => {
                format!("the month's busiest Thursday has no fewer events than {date}")
            }
        }
    }
}

impl MonthFormulation<'_> {
    fn pairing(&self, Pairing { unit, neighbourhood }: Pairing) -> String {
        format!("{},{}", self.domain.unit(unit).id, self.domain.neighbourhood(neighbourhood).id)
    }
}
