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
    /// A number, a lower and an upper one, or one for each session.
    NumberOrNeed,
    /// `[latitude, longitude]`, or the two as text.
    Location,
    /// A list of words or of `{name: …, until: …}`.
    Qualifications,
}

/// Of what a key is a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// The file itself.
    File,
    /// The file of a scenario.
    Scenario,
    /// `remove`.
    Removals,
    /// `campaign`.
    Header,
    /// `contact`.
    Contact,
    /// `lecture`.
    Lecture,
    /// An entry of `units`.
    Unit,
    /// An entry of `posts`.
    Post,
    /// An entry of `ambassadors`.
    Ambassador,
    /// An item of `qualifications`.
    Qualification,
    /// A wish, where it is more than a post.
    Wish,
    /// `need`, where it is more than a number.
    Need,
    /// Two numbers, such as `seats`.
    Range,
    /// `days`.
    Days,
    /// `organization_limit`.
    OrganizationLimit,
    /// `rules`.
    Rules,
    /// An entry of `pins`.
    Pin,
    /// An entry of `bans`.
    Ban,
    /// An entry of `groups`.
    Group,
    /// An entry of `neighbourhoods`.
    Neighbourhood,
    /// An entry of `themes`.
    Theme,
    /// `thursday_action`.
    ThursdayAction,
    /// An entry of `fixed` or `forbidden`.
    Pairing,
}

/// A key that was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// The key.
    pub key: &'static str,
    /// Of what it is a part, where it is none of this entry's own; the first of the format first.
    pub elsewhere: Vec<Home>,
}

impl Similar {
    /// A key of the very entry.
    pub fn here(key: &'static str) -> Self {
        Self { key, elsewhere: Vec::new() }
    }
}

/// A fault of shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A key that the format does not know.
    UnknownKey {
        /// The key as written.
        key: String,
        /// What was probably meant.
        similar: Option<Similar>,
    },
    /// A key that is required and left out.
    MissingField {
        /// The key.
        field: &'static str,
        /// The word of its column, in what may stand in a workbook.
        word: Option<&'static str>,
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
    /// More entries than a list may have.
    TooManyEntries {
        /// How many there are.
        entries: usize,
        /// How many there may be.
        most: usize,
    },
    /// A file that is no map of a campaign's sections.
    NoCampaign,
    /// The file is a saved plan, and no campaign.
    IsPlan,
}

impl Shape {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingField { .. } => "missing-field",
            Self::WrongType { .. } => "wrong-type",
            Self::WrongItem { .. } => "wrong-item",
            Self::TooManyEntries { .. } => "too-many-entries",
            Self::NoCampaign => "no-campaign",
            Self::IsPlan => "plan-not-campaign",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        Severity::Error
    }
}
