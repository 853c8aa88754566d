//! Problems of keys and of what kind of value stands behind them.

use crate::diagnostic::Severity;

/// What a key wants behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A word, a number or a date.
    Text,
    /// A list of such.
    Texts,
    /// One such or a list of them.
    TextOrTexts,
    /// Keys and values.
    Map,
    /// A list of maps.
    Maps,
    /// A number, or `{min: …, max: …}`.
    NumberOrRange,
    /// `[latitude, longitude]`, or the two as text.
    Location,
}

/// A fault of shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A key that the format does not know.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The nearest known key.
        similar: Option<&'static str>,
    },
    /// A key that is required and left out.
    MissingField {
        /// The key.
        field: &'static str,
    },
    /// Another kind of value than the key wants.
    WrongType {
        /// The key.
        field: &'static str,
        /// What it wants.
        wanted: Wanted,
    },
    /// An item of a list that is of another kind than the list wants.
    WrongItem {
        /// What the list wants.
        wanted: Wanted,
    },
    /// A file that is no map of a campaign's sections.
    NoCampaign,
}

impl Shape {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingField { .. } => "missing-field",
            Self::WrongType { .. } => "wrong-type",
            Self::WrongItem { .. } => "wrong-item",
            Self::NoCampaign => "no-campaign",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        Severity::Error
    }
}
