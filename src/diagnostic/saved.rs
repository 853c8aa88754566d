//! Problems of a saved plan that somebody edited, beyond those of any file.

use crate::diagnostic::Severity;
use chrono::NaiveDate;

/// A fault of a saved plan; always an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The plan was written for another version of the format.
    OtherVersion {
        /// The version as written.
        found: String,
        /// The version that is read.
        known: u32,
    },
    /// A placement on a date on which the post is not offered.
    NoSession {
        /// The post's id.
        post: String,
        /// The date.
        date: NaiveDate,
    },
}

impl Saved {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherVersion { .. } => "other-version",
            Self::NoSession { .. } => "no-session",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        Severity::Error
    }
}
