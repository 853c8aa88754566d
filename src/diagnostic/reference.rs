//! Problems of ids: unknown, of several, twice, or named twice.

closed_list! {
    /// What an id belongs to.
    pub enum Kind {
        /// A unit.
        Unit = "unit",
        /// A post.
        Post = "post",
        /// An ambassador.
        Ambassador = "ambassador",
        /// A neighbourhood.
        Neighbourhood = "neighbourhood",
        /// A theme.
        Theme = "theme",
    }
}

impl Kind {
    /// The kind of the entries below a key of the file, where these have ids.
    pub fn in_section(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.section() == key)
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

/// One of several entries of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// Its id.
    pub id: String,
    /// What tells it from the others: the name of a post's unit, of a person's organization or employer.
    pub of: Option<String>,
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
    /// Several entries bear the name, and none has it for its id.
    SeveralNamed {
        /// The kind.
        kind: Kind,
        /// The name as written.
        word: String,
        /// Those who bear it.
        bearers: Vec<Bearer>,
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
            Self::SeveralNamed { .. } => "several-named",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::NamedTwice { .. } => "named-twice",
        }
    }
}
