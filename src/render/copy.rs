//! The two copies of one roster: that for the wall and the organizer's own.

/// How people are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Naming {
    /// In full.
    #[default]
    Full,
    /// The surname and the last character: `林*`, `欧*娜`.
    Masked,
}

/// For whom a copy is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PaperCopy {
    /// How people are named.
    pub naming: Naming,
    /// Whether personal telephone numbers and contacts stand on it: the organizer's copy.
    pub contacts: bool,
}
