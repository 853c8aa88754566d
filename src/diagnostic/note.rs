//! What an organizer should know of a campaign in which nothing is wrong: what comes out otherwise than may be meant.

use crate::diagnostic::Severity;

/// Something to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// People whose ways begin elsewhere than asked for, because that is not known.
    OtherStart {
        /// How many.
        people: usize,
        /// Whether it is the home that is not known; else the place of work.
        is_home: bool,
    },
    /// Posts require something, and nothing is to be brought: what is required is no longer printed as such.
    NothingToBring,
    /// So many are wanted over the campaign at a post with several shifts, where each session may have been meant.
    NeedOverTheCampaign {
        /// The post's title.
        title: String,
        /// How many are wanted.
        need: u32,
        /// The sessions at which its unit is open, more than are wanted.
        sessions: usize,
    },
    /// Hours over midnight in which there is no session, or that bar none.
    NightWithoutSession {
        /// The hours.
        hours: String,
    },
    /// Loads are evened out before groups and wishes, since the file leaves the levels to their defaults.
    EvenedOut {
        /// How many people may have several sessions.
        people: usize,
        /// How many organizations count before wishes too, where some may send nobody; else none.
        organizations: usize,
    },
    /// As many organizations as can be have somebody placed before wishes, since the file leaves the levels to their defaults.
    Represented {
        /// How many signed up.
        organizations: usize,
    },
}

impl Note {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherStart { .. } => "other-start",
            Self::NothingToBring => "nothing-to-bring",
            Self::NeedOverTheCampaign { .. } => "need-over-the-campaign",
            Self::NightWithoutSession { .. } => "night-without-session",
            Self::EvenedOut { .. } => "evened-out",
            Self::Represented { .. } => "represented",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        Severity::Note
    }
}
