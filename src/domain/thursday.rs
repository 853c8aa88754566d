//! Pairings and the settings of the Thursday Action (周四行动).

use crate::{
    domain::{
        Domain,
        dates::DateSet,
        places::{NeighbourhoodIx, UnitIx},
        time::Hours,
    },
    source::Place,
};
use chrono::{Datelike, NaiveDate};

/// One unit with one neighbourhood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pairing {
    /// Who comes.
    pub unit: UnitIx,
    /// To whom.
    pub neighbourhood: NeighbourhoodIx,
}

/// All pairings, by unit, then neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairings {
    /// The pairings; an edited plan may hold one twice.
    pub pairings: Vec<Pairing>,
}

/// Every pair of a unit and a neighbourhood, by unit, then neighbourhood.
pub fn all_pairs(domain: &Domain) -> impl Iterator<Item = Pairing> + use<> {
    let neighbourhoods = domain.neighbourhoods.len();
    (0..domain.units.len()).flat_map(move |unit| {
        (0..neighbourhoods)
            .map(move |place| Pairing { unit: UnitIx(unit), neighbourhood: NeighbourhoodIx(place) })
    })
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month of a day.
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// The month after this one.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month == 12 {
            Self { year: self.year + 1, month: 1 }
        } else {
            Self { year: self.year, month: self.month + 1 }
        }
    }

    /// Every Thursday of the month, in order.
    pub fn thursdays(self) -> Vec<NaiveDate> {
        (1..=5)
            .filter_map(|nth| {
                NaiveDate::from_weekday_of_month_opt(self.year, self.month, chrono::Weekday::Thu, nth)
            })
            .collect()
    }
}

/// A lower and an upper number; `None` is any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// At least this many (soft).
    pub min: u32,
    /// At most this many.
    pub max: Option<u32>,
}

/// A unit and a neighbourhood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitNeighbourhood {
    /// The unit.
    pub unit: UnitIx,
    /// The neighbourhood.
    pub neighbourhood: NeighbourhoodIx,
    /// Where the pair stands.
    pub place: Place,
}

impl UnitNeighbourhood {
    /// The two without their place.
    pub fn pairing(&self) -> Pairing {
        Pairing { unit: self.unit, neighbourhood: self.neighbourhood }
    }
}

/// `thursday_action:` of the campaign file, defaults filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThursdayAction {
    /// First month.
    pub first: Month,
    /// Last month, not before the first; 36 months at most.
    pub last: Month,
    /// The n-th Thursday is wanted (1 to 5); `None`: the plan chooses.
    pub nth: Option<u32>,
    /// From when to when.
    pub hours: Hours,
    /// Whether the State Council's holidays are kept.
    pub chinese_holidays: bool,
    /// Days on which nothing is held.
    pub skip: DateSet,
    /// Neighbourhoods per unit.
    pub neighbourhoods_per_unit: Bounds,
    /// Units per neighbourhood.
    pub units_per_neighbourhood: Bounds,
    /// The farthest pairing in whole metres.
    pub max_metres: Option<i64>,
    /// Months before a theme returns to the same neighbourhood, at least 1.
    pub repeat_theme_after: u32,
    /// Events at one neighbourhood on one Thursday, at least 1.
    pub events_per_day: u32,
    /// Pairings agreed already.
    pub fixed: Vec<UnitNeighbourhood>,
    /// Pairings that must not be.
    pub forbidden: Vec<UnitNeighbourhood>,
    /// A free remark.
    pub note: Option<String>,
    /// Where the key stands.
    pub place: Place,
}

impl ThursdayAction {
    /// Every month of the period in order.
    pub fn months(&self) -> Vec<Month> {
        let mut months = vec![self.first];
        while let Some(&month) = months.last()
            && month < self.last
        {
            months.push(month.next());
        }
        months
    }
}
