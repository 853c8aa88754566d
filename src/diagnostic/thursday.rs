//! Problems of the Thursday Action's settings.

use crate::diagnostic::{Severity, reference::Kind};

/// A fault of the Thursday Action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thursday {
    /// A period of too many months.
    TooManyMonths {
        /// How many it may have.
        most: usize,
    },
    /// More agreed pairings of one unit or neighbourhood than its limit.
    FixedAboveLimit {
        /// Unit or neighbourhood.
        kind: Kind,
        /// Its name.
        name: String,
        /// The limit.
        limit: u32,
    },
    /// A pairing agreed and forbidden.
    FixedAndForbidden,
    /// A unit or neighbourhood without a location and without an agreed pairing.
    MissingLocation {
        /// Unit or neighbourhood.
        kind: Kind,
        /// Its name.
        name: String,
    },
    /// A unit that offers no theme.
    NothingOffered {
        /// Its name.
        unit: String,
    },
    /// A theme that no unit offers.
    ThemeNotOffered {
        /// Its name.
        theme: String,
    },
    /// A theme that no neighbourhood needs.
    ThemeNotNeeded {
        /// Its name.
        theme: String,
    },
    /// An agreed pairing that is farther apart than the limit; it stands.
    FixedTooFar {
        /// How far, rounded.
        metres: i64,
        /// The limit.
        limit: i64,
    },
    /// A unit that may go to no neighbourhood, or a neighbourhood to which no unit may come.
    OutOfReach {
        /// Unit or neighbourhood.
        kind: Kind,
        /// Its name.
        name: String,
    },
    /// A minimum beyond all that there are of the other side.
    MinBeyondAll {
        /// Whose minimum.
        kind: Kind,
        /// The minimum.
        min: u32,
        /// How many there are of the other side.
        all: usize,
    },
    /// Minima of one side that the limits of the other leave no room for.
    TooManyWanted {
        /// Whose minima.
        kind: Kind,
        /// Pairings wanted at least.
        wanted: usize,
        /// Pairings that the other side may have at most.
        room: usize,
    },
    /// Months in which every Thursday is a holiday or skipped.
    NoThursdayLeft {
        /// The months, as `2019-02` or, where they follow on each other, `2019-02..2019-04`.
        months: Vec<String>,
    },
    /// Months that have no n-th Thursday; the last counts as it.
    NoNthThursday {
        /// Which Thursday is wanted.
        nth: u32,
        /// The months, as `2019-02`.
        months: Vec<String>,
    },
    /// Years whose public holidays are not known.
    HolidaysUnknown {
        /// The first of them.
        first: i32,
        /// The last of them.
        last: i32,
        /// The first and the last year that are known.
        known: (i32, i32),
    },
}

impl Thursday {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooManyMonths { .. } => "too-many-months",
            Self::FixedAboveLimit { .. } => "fixed-above-limit",
            Self::FixedAndForbidden => "fixed-and-forbidden",
            Self::MissingLocation { .. } => "missing-location",
            Self::NothingOffered { .. } => "nothing-offered",
            Self::ThemeNotOffered { .. } => "theme-not-offered",
            Self::ThemeNotNeeded { .. } => "theme-not-needed",
            Self::FixedTooFar { .. } => "fixed-too-far",
            Self::OutOfReach { .. } => "out-of-reach",
            Self::MinBeyondAll { .. } => "min-beyond-all",
            Self::TooManyWanted { .. } => "too-many-wanted",
            Self::NoThursdayLeft { .. } => "no-thursday-left",
            Self::NoNthThursday { .. } => "no-nth-thursday",
            Self::HolidaysUnknown { .. } => "holidays-unknown",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::TooManyMonths { .. }
            | Self::FixedAboveLimit { .. }
            | Self::FixedAndForbidden
            | Self::MissingLocation { .. } => Severity::Error,
            Self::NoNthThursday { .. } => Severity::Note,
            Self::NothingOffered { .. }
            | Self::ThemeNotOffered { .. }
            | Self::ThemeNotNeeded { .. }
            | Self::FixedTooFar { .. }
            | Self::OutOfReach { .. }
            | Self::MinBeyondAll { .. }
            | Self::TooManyWanted { .. }
            | Self::NoThursdayLeft { .. }
            | Self::HolidaysUnknown { .. } => Severity::Warning,
        }
    }
}
