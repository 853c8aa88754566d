//! What a Thursday may be about.

use crate::source::Place;

/// Index of a theme in `Domain::themes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThemeIx(pub usize);

/// What a Thursday is about (主题).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The id.
    pub id: String,
    /// The name on paper.
    pub name: String,
    /// The months of the year (1 to 12) in which it may stand; `None` is always.
    pub months: Option<Vec<u32>>,
    /// A free remark.
    pub note: Option<String>,
    /// Position in the file, for printing.
    pub position: usize,
    /// Where the id (or name) stands.
    pub place: Place,
}
