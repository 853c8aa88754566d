//! The closed list of rules and levels; no logic.

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

/// A level of the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Months in which a pairing holds nothing (按月开展), down.
    Held,
    /// How far events are from the Thursday wanted (如期), down; only with an n-th Thursday.
    Moved,
    /// Themes that return too early (主题间隔), down; only where they shall not return at once.
    Rested,
    /// Needs met at least once, by rank (居民区需求), up.
    Needs,
    /// Events whose theme the neighbourhood needs (需求场次), up.
    Wanted,
    /// Pairs of events of one theme at one neighbourhood (主题多样), down.
    Variety,
    /// Events on each month's busiest Thursday (均匀), down; only where the plan chooses the Thursdays.
    Spread,
    /// The lot that breaks ties (抽签), down.
    Lot,
}

impl Level {
    /// Every level, most important first.
    pub const ALL: [Self; 8] = [
        Self::Held,
        Self::Moved,
        Self::Rested,
        Self::Needs,
        Self::Wanted,
        Self::Variety,
        Self::Spread,
        Self::Lot,
    ];

    /// The id in plans and programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Moved => "moved",
            Self::Rested => "rested",
            Self::Needs => "needs",
            Self::Wanted => "wanted",
            Self::Variety => "variety",
            Self::Spread => "spread",
            Self::Lot => "timetable-lot",
        }
    }
}

/// The id of the level that counts the events of an earlier plan that are gone, down; only a repair has it, before all
/// others.
pub const CHANGES: &str = "timetable-changes";
