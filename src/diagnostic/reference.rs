//! Problems of ids: unknown, twice, or named twice.

/// What an id belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A unit.
    Unit,
    /// A post.
    Post,
    /// An ambassador.
    Ambassador,
    /// A neighbourhood.
    Neighbourhood,
    /// A theme.
    Theme,
}

impl Kind {
    /// Every kind, in the order in which a file has their sections.
    pub const ALL: [Self; 5] = [Self::Unit, Self::Post, Self::Ambassador, Self::Neighbourhood, Self::Theme];

    /// The kind of the entries below a key of the file, where these have ids.
    pub fn in_section(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.section() == key)
    }

    /// The word before the id of an entry that is taken out.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Post => "post",
            Self::Ambassador => "ambassador",
            Self::Neighbourhood => "neighbourhood",
            Self::Theme => "theme",
        }
    }

    /// The section of the file in which the entries of a kind stand.
    pub fn section(self) -> &'static str {
        match self {
            Self::Unit => "units",
            Self::Post => "posts",
            Self::Ambassador => "ambassadors",
            Self::Neighbourhood => "neighbourhoods",
            Self::Theme => "themes",
        }
    }
}

/// A fault of an id; always an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// No entry has the id.
    UnknownId {
        /// Of which kind an entry was meant.
        kind: Kind,
        /// The id as written.
        id: String,
        /// The nearest id that exists.
        similar: Option<String>,
    },
    /// Two entries of one kind have it.
    DuplicateId {
        /// The kind.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// A list that names one thing twice.
    NamedTwice {
        /// What is named twice, as written.
        word: String,
    },
}

impl Reference {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownId { .. } => "unknown-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::NamedTwice { .. } => "named-twice",
        }
    }
}
