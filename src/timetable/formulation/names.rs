//! What columns and rows are called where the program is written for other solvers.

use crate::{
    domain::{
        places::{NeighbourhoodIx, UnitIx},
        themes::ThemeIx,
        thursday::Month,
    },
    lp::{ColumnIx, LevelIx, RowIx, write::Names},
    timetable::{
        formulation::{ColumnSubject, Formulation, RowSubject},
        level::Level,
        rule::Rule,
    },
};

impl Names for Formulation<'_> {
    fn column(&self, column: ColumnIx) -> String {
        match self.model.columns[column.0] {
            ColumnSubject::Event(event) => {
                let (unit, place) = (self.unit(event.unit), self.place(event.neighbourhood));
                format!("y({unit},{place},{},{})", event.date, self.theme(event.theme))
            }
            ColumnSubject::Returns(place, theme, first, last) => {
                format!("returns({},{},{})", self.place(place), self.theme(theme), self.span(first, last))
            }
            ColumnSubject::Met(place, theme) => format!("met({},{})", self.place(place), self.theme(theme)),
            ColumnSubject::Further(place, theme, further) => {
                format!("further({},{},{further})", self.place(place), self.theme(theme))
            }
            ColumnSubject::Busiest(month) => format!("busiest({})", month_id(month)),
        }
    }

    fn row(&self, row: RowIx) -> String {
        match self.model.rows[row.0] {
            RowSubject::OneEventAMonth(pairing, month) => {
                let (unit, place) = (self.unit(pairing.unit), self.place(pairing.neighbourhood));
                format!("{}({unit},{place},{})", Rule::OneEventAMonth.id(), month_id(month))
            }
            RowSubject::UnitOnePlace(unit, date) => {
                format!("{}({},{date})", Rule::UnitOnePlace.id(), self.unit(unit))
            }
            RowSubject::EventsPerDay(place, date) => {
                format!("{}({},{date})", Rule::EventsPerDay.id(), self.place(place))
            }
            RowSubject::Rested(place, theme, first, last) => {
                let span = self.span(first, last);
                format!("{}({},{},{span})", Level::Rested.id(), self.place(place), self.theme(theme))
            }
            RowSubject::Needs(place, theme) => {
                format!("{}({},{})", Level::Needs.id(), self.place(place), self.theme(theme))
            }
            RowSubject::Variety(place, theme) => {
                format!("{}({},{})", Level::Variety.id(), self.place(place), self.theme(theme))
            }
            RowSubject::Spread(date) => format!("{}({date})", Level::Spread.id()),
            RowSubject::Settled(event) => {
                let (unit, place) = (self.unit(event.unit), self.place(event.neighbourhood));
                format!("settled({unit},{place},{})", event.date)
            }
            RowSubject::Kept(level, place) => format!("keep({},{})", level.id(), self.place(place)),
        }
    }

    fn comment(&self, row: RowIx) -> String {
        match self.model.rows[row.0] {
            RowSubject::OneEventAMonth(pairing, month) => {
                let (unit, place) = (self.unit(pairing.unit), self.place(pairing.neighbourhood));
                format!("{unit} holds no more than one event at {place} in {}", month_id(month))
            }
            RowSubject::UnitOnePlace(unit, date) => {
                format!("{} is at no more than one place on {date}", self.unit(unit))
            }
            RowSubject::EventsPerDay(place, date) => {
                format!("{} has no more events on {date} than it may", self.place(place))
            }
            RowSubject::Rested(place, theme, first, last) => {
                let (place, theme, span) = (self.place(place), self.theme(theme), self.span(first, last));
                format!("{theme} is held once at {place} within {span}, or returns")
            }
            RowSubject::Needs(place, theme) => {
                format!("{} is met at {} only where it is held", self.theme(theme), self.place(place))
            }
            RowSubject::Variety(place, theme) => {
                format!("{} is held once at {}, or further times", self.theme(theme), self.place(place))
            }
            RowSubject::Spread(date) => {
                format!("the month's busiest Thursday has no fewer events than {date}")
            }
            RowSubject::Settled(event) => {
                let (unit, place) = (self.unit(event.unit), self.place(event.neighbourhood));
                format!("{unit} was at {place} on {} before the day of the change", event.date)
            }
            RowSubject::Kept(level, place) => {
                format!("what hangs together with {} keeps its {}", self.place(place), level.id())
            }
        }
    }

    fn level(&self, level: LevelIx) -> String {
        self.model.levels[level.0].to_string()
    }
}

impl Formulation<'_> {
    fn unit(&self, unit: UnitIx) -> &str {
        &self.setting.domain.unit(unit).id
    }

    fn place(&self, place: NeighbourhoodIx) -> &str {
        &self.setting.domain.neighbourhood(place).id
    }

    fn theme(&self, theme: ThemeIx) -> &str {
        &self.setting.domain.theme(theme).id
    }

    fn span(&self, first: usize, last: usize) -> String {
        format!("{}..{}", month_id(self.months[first]), month_id(self.months[last]))
    }
}

fn month_id(month: Month) -> String {
    format!("{:04}-{:02}", month.year, month.month)
}
