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
        /// Its id.
        id: String,
        /// The limit.
        limit: u32,
    },
    /// A pairing agreed and forbidden.
    FixedAndForbidden,
    /// A unit or neighbourhood without a location and without an agreed pairing.
    MissingLocation {
        /// Unit or neighbourhood.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// A unit that offers no theme.
    NothingOffered {
        /// Its id.
        unit: String,
    },
    /// A theme that no unit offers.
    ThemeNotOffered {
        /// Its id.
        theme: String,
    },
    /// A theme that no neighbourhood needs.
    ThemeNotNeeded {
        /// Its id.
        theme: String,
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
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NothingOffered { .. } | Self::ThemeNotOffered { .. } | Self::ThemeNotNeeded { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}
