//! The closed list of rules; no logic.

use crate::planning::rules::Listed;

/// A rule of the timetable: first what may be at all, then the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A unit comes only to a neighbourhood with which it is paired.
    PairedOnly,
    /// An event is on a Thursday of the period.
    OnAThursday,
    /// Nothing is held on a public holiday.
    NoHoliday,
    /// Nothing is held on a day that is to be skipped.
    NotSkipped,
    /// A unit does not come on a day on which it is closed.
    UnitClosed,
    /// Nothing is held at a neighbourhood on a day on which it cannot.
    NeighbourhoodClosed,
    /// A unit brings only what it offers.
    ThemeOffered,
    /// A theme stands only in its months.
    ThemeMonths,
    /// A pairing holds no more than one event a month.
    OneEventAMonth,
    /// A unit is at no more than one neighbourhood on one day.
    UnitOnePlace,
    /// A neighbourhood has no more events on one day than it may.
    EventsPerDay,
}

impl Rule {
    /// Every rule, in the order in which reasons are given.
    pub const ALL: [Self; 11] = [
        Self::PairedOnly,
        Self::OnAThursday,
        Self::NoHoliday,
        Self::NotSkipped,
        Self::UnitClosed,
        Self::NeighbourhoodClosed,
        Self::ThemeOffered,
        Self::ThemeMonths,
        Self::OneEventAMonth,
        Self::UnitOnePlace,
        Self::EventsPerDay,
    ];

    /// The id in plans, programs and documents.
    pub fn id(self) -> &'static str {
        match self {
            Self::PairedOnly => "paired-only",
            Self::OnAThursday => "on-a-thursday",
            Self::NoHoliday => "no-holiday",
            Self::NotSkipped => "not-skipped",
            Self::UnitClosed => "unit-closed",
            Self::NeighbourhoodClosed => "neighbourhood-closed",
            Self::ThemeOffered => "theme-offered",
            Self::ThemeMonths => "theme-months",
            Self::OneEventAMonth => "one-event-a-month",
            Self::UnitOnePlace => "unit-one-place",
            Self::EventsPerDay => "events-per-day",
        }
    }

    /// The rule with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    /// Whether the rule says what may be at all, rather than being a family of rows.
    pub fn is_eligibility(self) -> bool {
        self <= Self::ThemeMonths
    }
}

impl Listed for Rule {
    fn position(self) -> u32 {
        self as u32
    }
}
