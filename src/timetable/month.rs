//! The days of one month for all pairings together, where the plan chooses the Thursdays and the themes are given.
//!
//! In: who holds what in the month. Out: on which Thursday each does, with the busiest as quiet as can be.
//! Columns: d\[pairing,date\] ∈ {0,1} and busiest.

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        themes::ThemeIx,
        thursday::{Month, Pairing, ThursdayAction},
    },
    lp::{ColumnIx, LevelIx, Relation, RowIx, Sense, Terms, Tier, write::Names},
    planning::{
        model::{Model, count, ones},
        rules::Rulebook,
    },
    timetable::{eligibility, formulation::drawn, level::Level, roster::Event, rule::Rule},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The program of one month and what its columns and rows are about.
#[derive(Debug)]
pub struct MonthFormulation<'a> {
    domain: &'a Domain,
    /// The program; what each column decides, `None` for the busiest day, and what each row says.
    pub model: Model<Option<(Pairing, NaiveDate)>, RowSubject, Level>,
}

/// What a row says.
#[derive(Debug, Clone, Copy)]
pub enum RowSubject {
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
    let (mut model, mut lots) = (Model::default(), Terms::new());
    let mut on_day: BTreeMap<NaiveDate, Vec<ColumnIx>> = BTreeMap::new();
    let mut of_unit: BTreeMap<_, Vec<ColumnIx>> = BTreeMap::new();
    let mut of_neighbourhood: BTreeMap<_, Vec<ColumnIx>> = BTreeMap::new();
    for &(pairing, theme) in held {
        let Pairing { unit, neighbourhood } = pairing;
        let mut days = Vec::new();
        for date in eligibility::days(domain, action, pairing, month, Rulebook::ALL) {
            let column = model.add_column(Some((pairing, date)), 1, Tier::Ordinary);
            days.push(column);
            lots.push((column, drawn(domain, &Event { date, unit, neighbourhood, theme })));
            on_day.entry(date).or_default().push(column);
            of_unit.entry((unit, date)).or_default().push(column);
            of_neighbourhood.entry((neighbourhood, date)).or_default().push(column);
        }
        model.add_row(RowSubject::Held(pairing), ones(&days), Relation::Equal, 1);
    }
    for ((unit, date), columns) in of_unit {
        model.add_limit(RowSubject::UnitOnePlace(unit, date), &columns, 1);
    }
    for ((place, date), columns) in of_neighbourhood {
        model.add_limit(RowSubject::EventsPerDay(place, date), &columns, i64::from(action.events_per_day));
    }
    let busiest = model.add_column(None, count(held.len()), Tier::Implied);
    for (date, columns) in on_day {
        let mut terms = ones(&columns);
        terms.push((busiest, -1));
        model.add_row(RowSubject::Spread(date), terms, Relation::AtMost, 0);
    }
    model.add_level(Level::Spread, Sense::Min, vec![(busiest, 1)], 0);
    model.add_level(Level::Lot, Sense::Min, lots, 0);
    MonthFormulation { domain, model }
}

impl MonthFormulation<'_> {
    /// The days that a point of the program stands for.
    pub fn days(&self, point: &[i64]) -> Vec<(Pairing, NaiveDate)> {
        let days = self.model.columns.iter().zip(point);
        days.filter(|(_, value)| **value == 1).filter_map(|(day, _)| *day).collect()
    }
}

impl Names for MonthFormulation<'_> {
    fn column(&self, column: ColumnIx) -> String {
        match self.model.columns[column.0] {
            Some((pairing, date)) => format!("d({},{date})", self.pairing(pairing)),
            None => "busiest".into(),
        }
    }

    fn row(&self, row: RowIx) -> String {
        match self.model.rows[row.0] {
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
        match self.model.rows[row.0] {
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

    fn level(&self, level: LevelIx) -> String {
        self.model.levels[level.0].to_string()
    }
}

impl MonthFormulation<'_> {
    fn pairing(&self, Pairing { unit, neighbourhood }: Pairing) -> String {
        format!("{},{}", self.domain.unit(unit).id, self.domain.neighbourhood(neighbourhood).id)
    }
}
