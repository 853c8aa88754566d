//! The figures of a plan by which campaigns are compared.
//!
//! In: a campaign. Out: a [`Figure`] and its [`Reached`] for each; those of a problem are made beside it.

use crate::{
    domain::Domain,
    experience::level::Level,
    lp::{LevelResult, Sense},
    plan::level::ThursdayLevel,
};

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// Units.
    Units,
    /// Posts.
    Posts,
    /// Seats of all sessions on days on which the unit is open.
    Seats,
    /// Ambassadors.
    Ambassadors,
    /// Ambassadors with a session.
    Placed,
    /// Placements at the n-th wish.
    NthWish(u32),
    /// Placements at posts not wished for.
    NotWished,
    /// The mean of the known ways in metres.
    MeanWay,
    /// The longest of them.
    LongestWay,
    /// A level of the experience. Levels that count wishes by rank are figures of their own.
    Level(Level),
    /// Pairings of the Thursday Action.
    Pairings,
    /// Its events.
    Events,
    /// Needs of neighbourhoods met.
    NeedsMet,
    /// A level of the Thursday Action.
    ThursdayLevel(ThursdayLevel),
}

/// What was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The figure.
    pub value: i64,
    /// Whether nothing better is possible, where that is said of it.
    pub proven: Option<bool>,
    /// Which values are better, where some are.
    pub sense: Option<Sense>,
}

/// A figure that counts something, of which nothing is proved.
pub(super) fn counted(figure: Figure, number: usize) -> (Figure, Reached) {
    measured(figure, i64::try_from(number).unwrap_or(i64::MAX))
}

/// The same of something that is measured.
pub(super) fn measured(figure: Figure, value: i64) -> (Figure, Reached) {
    let sense = match figure {
        Figure::Placed | Figure::NthWish(1) | Figure::Events | Figure::NeedsMet => Some(Sense::Max),
        Figure::NotWished | Figure::MeanWay | Figure::LongestWay => Some(Sense::Min),
        // More second wishes may be fewer first ones, or more of those who had none.
        _ => None,
    };
    (figure, Reached { value, proven: None, sense })
}

/// What the campaign asks for.
pub(super) fn asked(domain: &Domain) -> Vec<(Figure, Reached)> {
    let seats = domain.open_sessions().map(|session| domain.post(session.post).seats_max);
    let seats: i64 = seats.map(i64::from).sum();
    vec![
        counted(Figure::Units, domain.units.len()),
        counted(Figure::Posts, domain.posts.len()),
        measured(Figure::Seats, seats),
        counted(Figure::Ambassadors, domain.ambassadors.len()),
    ]
}

/// What was reached on a level.
impl<L> From<&LevelResult<L>> for Reached {
    fn from(result: &LevelResult<L>) -> Self {
        Self { value: result.value, proven: Some(result.proven), sense: Some(result.sense) }
    }
}

impl Figure {
    /// The id in data.
    pub fn id(&self) -> String {
        match self {
            Self::Units => "units".into(),
            Self::Posts => "posts".into(),
            Self::Seats => "seats".into(),
            Self::Ambassadors => "ambassadors".into(),
            Self::Placed => "placed".into(),
            Self::NthWish(number) => format!("wish:{number}"),
            Self::NotWished => "not-wished".into(),
            Self::MeanWay => "mean-way".into(),
            Self::LongestWay => "longest-way".into(),
            Self::Level(level) => format!("level:{level}"),
            Self::Pairings => "pairings".into(),
            Self::Events => "events".into(),
            Self::NeedsMet => "needs-met".into(),
            Self::ThursdayLevel(level) => format!("thursday:{level}"),
        }
    }
}
