//! How much planning a campaign takes, and campaigns that are too large, with the figures.

use crate::diagnostic::Severity;

/// What is to be said of the size of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// It is too large.
    TooLarge(TooLarge),
    /// It can be planned and takes this much memory, in bytes.
    Memory {
        /// How much at the most, by the size of the program.
        bytes: u64,
        /// Pairs of people and sessions that no rule bars.
        pairs: usize,
    },
    /// The Thursday Action can be planned and takes this much memory.
    ThursdayMemory {
        /// How much at the most, in bytes.
        bytes: u64,
    },
}

/// What is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLarge {
    /// The dates of all posts make more sessions than the program takes.
    Sessions {
        /// How many; what stands twice in a list counts twice.
        sessions: usize,
        /// How many it takes.
        most: usize,
    },
    /// More people and sessions than can be looked at pair by pair.
    Compared {
        /// People.
        people: usize,
        /// Sessions.
        sessions: usize,
        /// How many pairs of the two the program looks at.
        most: usize,
    },
    /// The groups make more pairs of people than the program takes.
    Groups {
        /// How many pairs.
        pairs: usize,
        /// How many it takes.
        most: usize,
    },
    /// Planning the experience takes more memory than the program may have.
    Experience {
        /// People.
        people: usize,
        /// Sessions.
        sessions: usize,
        /// Pairs of the two that no rule bars.
        pairs: usize,
        /// The bytes that it would take.
        bytes: u64,
        /// The bytes that it may take.
        most: u64,
    },
    /// Planning the Thursday Action does.
    Thursdays {
        /// Units.
        units: usize,
        /// Neighbourhoods.
        neighbourhoods: usize,
        /// Pairs of the two that may be.
        pairs: usize,
        /// The bytes that it would take.
        bytes: u64,
        /// The bytes that it may take.
        most: u64,
    },
}

impl Size {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge(TooLarge::Sessions { .. }) => "too-many-sessions",
            Self::TooLarge(_) => "too-large",
            Self::Memory { .. } | Self::ThursdayMemory { .. } => "memory",
        }
    }

    /// How much it matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::TooLarge(_) => Severity::Error,
            Self::Memory { .. } | Self::ThursdayMemory { .. } => Severity::Note,
        }
    }
}
