//! The closed list of rules; no logic.

use crate::planning::rules::Listed;

closed_list! {
    /// A rule of the timetable: first what may be at all, then the rows.
    pub enum Rule {
        /// A unit comes only to a neighbourhood with which it is paired.
        PairedOnly = "paired-only",
        /// An event is on a Thursday of the period.
        OnAThursday = "on-a-thursday",
        /// Nothing is held on a public holiday.
        NoHoliday = "no-holiday",
        /// Nothing is held on a day that is to be skipped.
        NotSkipped = "not-skipped",
        /// A unit does not come on a day on which it is closed.
        UnitClosed = "unit-closed",
        /// Nothing is held at a neighbourhood on a day on which it cannot.
        NeighbourhoodClosed = "neighbourhood-closed",
        /// A unit brings only what it offers.
        ThemeOffered = "theme-offered",
        /// A theme stands only in its months.
        ThemeMonths = "theme-months",
        /// A pairing holds no more than one event a month.
        OneEventAMonth = "one-event-a-month",
        /// A unit is at no more than one neighbourhood on one day.
        UnitOnePlace = "unit-one-place",
        /// A neighbourhood has no more events on one day than it may.
        EventsPerDay = "events-per-day",
    }
}

impl Rule {
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
