//! An entry of the campaign that words name, perhaps with its kind before it (`post:patrol`).

use crate::{
    diagnostic::reference::Kind,
    domain::{
        people::AmbassadorIx,
        places::{NeighbourhoodIx, PostIx, UnitIx},
    },
};

/// An entry about which something can be asked, and which can leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// An ambassador.
    Ambassador(AmbassadorIx),
    /// A post.
    Post(PostIx),
    /// A unit.
    Unit(UnitIx),
    /// A neighbourhood.
    Neighbourhood(NeighbourhoodIx),
}

/// What such an entry is: everything that has an id but a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nameable {
    /// An ambassador.
    Ambassador,
    /// A post.
    Post,
    /// A unit.
    Unit,
    /// A neighbourhood.
    Neighbourhood,
}

impl Nameable {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Ambassador, Self::Post, Self::Unit, Self::Neighbourhood];

    /// The kind and what stands behind it, of words such as `unit:bank`; `None` where no kind stands there.
    pub fn prefix(words: &str) -> Option<(Self, &str)> {
        let (kind, word) = words.split_once([':', '：'])?;
        let kind = Self::ALL.into_iter().find(|one| one.kind().id() == kind.trim())?;
        Some((kind, word.trim()))
    }

    /// The kind among all that have ids.
    pub fn kind(self) -> Kind {
        match self {
            Self::Ambassador => Kind::Ambassador,
            Self::Post => Kind::Post,
            Self::Unit => Kind::Unit,
            Self::Neighbourhood => Kind::Neighbourhood,
        }
    }

    /// The entry at a position of the campaign.
    pub fn at(self, position: usize) -> Entry {
        match self {
            Self::Ambassador => Entry::Ambassador(AmbassadorIx(position)),
            Self::Post => Entry::Post(PostIx(position)),
            Self::Unit => Entry::Unit(UnitIx(position)),
            Self::Neighbourhood => Entry::Neighbourhood(NeighbourhoodIx(position)),
        }
    }
}
