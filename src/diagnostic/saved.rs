//! Problems of a saved plan that somebody edited, beyond those of any file.

use crate::diagnostic::{Severity, reference::Kind};
use chrono::NaiveDate;

/// A fault of a saved plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The file is a campaign, and no plan.
    IsCampaign,
    /// The plan was written for another version of the format.
    OtherVersion {
        /// The version as written.
        found: String,
        /// The version that is read.
        known: u32,
    },
    /// A placement on a date, or at hours, on which the post is not offered.
    NoSession {
        /// The post's id.
        post: String,
        /// The date.
        date: NaiveDate,
        /// The hours, where they are written.
        hours: Option<String>,
    },
    /// A placement at a post with several shifts that does not say which.
    WhichHours {
        /// The post's id.
        post: String,
        /// Its shifts.
        shifts: Vec<String>,
    },
    /// A reason names a level that the plan does not weigh.
    NoSuchLevel {
        /// The level as written.
        id: String,
        /// Those that it weighs.
        known: Vec<String>,
    },
    /// What a reason says of a level cannot be.
    NoDifference {
        /// The level.
        id: String,
        /// What the plan reached on it.
        value: i64,
        /// Whether what would be has to be worse, rather than better.
        is_loss: bool,
    },
    /// A reason is about a wish that nobody has.
    NoSuchWish {
        /// The person's id.
        ambassador: String,
        /// The number of the wish.
        number: u32,
        /// The post's id.
        post: String,
    },
    /// An earlier plan names what the campaign no longer has: what it was planned for is gone.
    NoLonger {
        /// What the id belongs to.
        kind: Kind,
        /// The id.
        id: String,
        /// The nearest id that the campaign has.
        similar: Option<String>,
    },
    /// An earlier plan has a placement on a date, or at hours, on which the post is no longer offered.
    NoLongerOffered {
        /// The post's id.
        post: String,
        /// The date.
        date: NaiveDate,
        /// The hours, where they are written.
        hours: Option<String>,
    },
    /// An earlier plan has nothing that the campaign has: it belongs to another.
    OtherPlan {
        /// The name of its campaign.
        name: String,
    },
    /// A plan is given with less than the campaign for which it was made.
    Misread(Box<Misread>),
    /// What was before the day from which on the plan may change is no longer in the campaign.
    SettledIsGone {
        /// The day.
        keep_until: NaiveDate,
    },
}

/// A plan that is given with another campaign than the one that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// The plan's file.
    pub plan: String,
    /// The file that was given.
    pub file: String,
    /// What that lacks.
    pub lacking: Lacking,
    /// The command line that was meant.
    pub command: String,
}

/// What a campaign lacks of the one for which a plan was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lacking {
    /// The scenario in this file, which extends it.
    Scenario(String),
    /// Variations such as `--set rules.rest_days=1`.
    Variations(Vec<String>),
}

impl Saved {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::IsCampaign => "campaign-not-plan",
            Self::OtherVersion { .. } => "other-version",
            Self::NoSession { .. } => "no-session",
            Self::WhichHours { .. } => "which-hours",
            Self::NoSuchLevel { .. } => "no-such-level",
            Self::NoDifference { .. } => "no-difference",
            Self::NoSuchWish { .. } => "no-such-wish",
            Self::NoLonger { .. } => "no-longer",
            Self::NoLongerOffered { .. } => "no-longer-offered",
            Self::OtherPlan { .. } => "other-plan",
            Self::Misread(misread) => match misread.lacking {
                Lacking::Scenario(_) => "plan-of-scenario",
                Lacking::Variations(_) => "plan-of-variation",
            },
            Self::SettledIsGone { .. } => "settled-is-gone",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NoLonger { .. } | Self::NoLongerOffered { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
