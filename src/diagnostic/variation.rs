//! Problems of changes in words, such as those of `--set` and `--without`.

use crate::diagnostic::Severity;

/// A fault of a change; always an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Variation {
    /// No `path=value`.
    NoAssignment,
    /// A change of an id, by which the entry is found.
    IdStands,
    /// An entry to be taken out, without its kind.
    NoKind {
        /// What was probably meant.
        meant: Option<String>,
    },
}

impl Variation {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoAssignment => "no-assignment",
            Self::IdStands => "id-stands",
            Self::NoKind { .. } => "no-kind",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        Severity::Error
    }
}
