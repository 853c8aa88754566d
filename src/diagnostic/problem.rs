//! The closed list of problems.

use crate::diagnostic::Severity;

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A key that the format does not know.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The nearest known key.
        similar: Option<String>,
    },
}

impl Problem {
    /// The stable code, in kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownKey { .. } => "unknown-key",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownKey { .. } => Severity::Error,
        }
    }
}
