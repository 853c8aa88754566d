//! What columns and rows are called where the program is written for other solvers.

use crate::{
    domain::{
        places::{NeighbourhoodIx, UnitIx},
        thursday::Pairing,
    },
    lp::{ColumnIx, LevelIx, RowIx, write::Names},
    pairing::{
        formulation::{ColumnSubject, Formulation, RowSubject},
        level::Level,
        rule::Rule,
    },
};

impl Names for Formulation<'_> {
    fn column(&self, column: ColumnIx) -> String {
        match self.model.columns[column.0] {
            ColumnSubject::Pair(pair) => format!("p({})", self.pair(pair)),
            ColumnSubject::UnitLacks(unit) => format!("lacks({})", self.domain.unit(unit).id),
            ColumnSubject::NeighbourhoodLacks(place) => {
                format!("lacks({})", self.domain.neighbourhood(place).id)
            }
        }
    }

    fn row(&self, row: RowIx) -> String {
        match self.model.rows[row.0] {
            RowSubject::PerUnit(unit) => self.about_unit(Rule::NeighbourhoodsPerUnit.id(), unit),
            RowSubject::PerNeighbourhood(place) => {
                self.about_neighbourhood(Rule::UnitsPerNeighbourhood.id(), place)
            }
            RowSubject::Fixed(pair) => format!("{}({})", Rule::Fixed.id(), self.pair(pair)),
            RowSubject::Settled(pair) => format!("settled({})", self.pair(pair)),
            RowSubject::Paired(unit) => self.about_unit(Level::Paired.id(), unit),
            RowSubject::Reached(place) => self.about_neighbourhood(Level::Reached.id(), place),
        }
    }

    fn comment(&self, row: RowIx) -> String {
        let unit = |unit: UnitIx| &self.domain.unit(unit).id;
        let place = |place: NeighbourhoodIx| &self.domain.neighbourhood(place).id;
        match self.model.rows[row.0] {
            RowSubject::PerUnit(of) => format!("{} has no more neighbourhoods than it may", unit(of)),
            RowSubject::PerNeighbourhood(of) => format!("{} has no more units than it may", place(of)),
            RowSubject::Fixed(pair) => {
                format!("{} and {} are agreed already", unit(pair.unit), place(pair.neighbourhood))
            }
            RowSubject::Settled(pair) => format!(
                "{} was at {} before the day of the change",
                unit(pair.unit),
                place(pair.neighbourhood)
            ),
            RowSubject::Paired(of) => format!("{} has its neighbourhoods, or lacks some", unit(of)),
            RowSubject::Reached(of) => format!("{} has its units, or lacks some", place(of)),
        }
    }

    fn level(&self, level: LevelIx) -> String {
        self.model.levels[level.0].to_string()
    }
}

impl Formulation<'_> {
    fn pair(&self, pair: Pairing) -> String {
        let (unit, place) = (self.domain.unit(pair.unit), self.domain.neighbourhood(pair.neighbourhood));
        format!("{},{}", unit.id, place.id)
    }

    fn about_unit(&self, rule: &str, unit: UnitIx) -> String {
        format!("{rule}({})", self.domain.unit(unit).id)
    }

    fn about_neighbourhood(&self, rule: &str, place: NeighbourhoodIx) -> String {
        format!("{rule}({})", self.domain.neighbourhood(place).id)
    }
}
