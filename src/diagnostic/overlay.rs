//! Scenarios: what is wrong with what one lays over its base, and what it changes there.

use crate::diagnostic::{Severity, reference::Kind};

/// How many files a chain of scenarios may lay over one base.
pub const MOST_SCENARIOS: usize = 8;

/// A fault of a scenario, or what falls away with what it removes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// A file that extends itself, by way of others or not.
    Circle {
        /// The file that was there already, as the program names it.
        path: String,
    },
    /// One scenario over another, too often.
    ChainTooLong,
    /// `remove` in a file that extends none.
    RemoveWithoutBase,
    /// `remove` names what the base does not have.
    NothingToRemove {
        /// Of which kind an entry was meant.
        kind: Kind,
        /// The id as written.
        id: String,
        /// The nearest id in the base.
        similar: Option<String>,
    },
    /// An entry without an id that was taken for the one of the base that alone bears its name.
    ChangesByName {
        /// The kind of the entry.
        kind: Kind,
        /// The name.
        name: String,
        /// The id in the base.
        id: String,
    },
    /// What falls away with an entry that is removed.
    FallsAway {
        /// The kind of the entry.
        kind: Kind,
        /// Its id.
        id: String,
        /// What named it.
        fallen: Vec<Fallen>,
    },
}

impl Overlay {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Circle { .. } => "circle",
            Self::ChainTooLong => "chain-too-long",
            Self::RemoveWithoutBase => "remove-without-base",
            Self::NothingToRemove { .. } => "nothing-to-remove",
            Self::ChangesByName { .. } => "changes-by-name",
            Self::FallsAway { .. } => "falls-away",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::ChangesByName { .. } | Self::FallsAway { .. } => Severity::Note,
            _ => Severity::Error,
        }
    }
}

/// Something of the base that named a removed entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fallen {
    /// A post of a removed unit.
    Post(String),
    /// A wish.
    Wish {
        /// Whose.
        ambassador: String,
        /// The how-manieth, from 1.
        number: usize,
    },
    /// The employer of an ambassador.
    Employer(String),
    /// The neighbourhood in which an ambassador's journey starts.
    Origin(String),
    /// A pin; ambassador and post.
    Pin(String, String),
    /// A ban; ambassador and post.
    Ban(String, String),
    /// A member of a group that goes on without this one.
    Member(String),
    /// A group of which fewer than two are left; its members.
    Group(Vec<String>),
    /// A pairing under `fixed`; unit and neighbourhood.
    Fixed(String, String),
    /// A pairing under `forbidden`; unit and neighbourhood.
    Forbidden(String, String),
    /// A theme that a unit offers.
    Offer(String),
    /// A theme that a neighbourhood needs.
    Need(String),
    /// The unit of the lecture.
    LectureUnit,
}

/// What a scenario does to its base.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The base, as the program names the file.
    pub base: String,
    /// New entries, by kind.
    pub added: Vec<(Kind, String)>,
    /// Entries of which fields change.
    pub changed: Vec<(Kind, String, Vec<Field>)>,
    /// Entries taken out.
    pub removed: Vec<(Kind, String)>,
    /// Whatever else changes: settings, pins, bans, groups.
    pub settings: Vec<Field>,
}

impl Changes {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.changed.is_empty()
            && self.removed.is_empty()
            && self.settings.is_empty()
    }
}

/// A field that a scenario writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The keys down to it, joined by points.
    pub path: String,
    /// What becomes of it.
    pub change: FieldChange,
    /// Its words in the base, where it is a word, a number or a date there.
    pub from: Option<String>,
    /// Its words in the scenario, likewise.
    pub to: Option<String>,
}

/// What becomes of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldChange {
    /// The base does not have it.
    New,
    /// It has another value than in the base.
    Other,
    /// The base's value is taken away.
    TakenAway,
    /// A list stands in the stead of the base's.
    Replaced {
        /// So many entries of the base.
        entries: usize,
    },
}
