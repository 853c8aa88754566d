//! Why a unit goes to this neighbourhood and not to a nearer one: types only, which `explanation` fills and
//! `verification` reads again.

use crate::{
    domain::{
        places::{NeighbourhoodIx, UnitIx},
        thursday::Pairing,
    },
    pairing::{level::Level, rule::Rule},
    planning::{
        counterfactual::Difference,
        reason::{self, Tally},
    },
};

/// A neighbourhood and the metres to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// How far, rounded.
    pub metres: i64,
    /// Whither.
    pub neighbourhood: NeighbourhoodIx,
}

/// Why a unit does not have a neighbourhood that is nearer than one it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The farther one was agreed already.
    Agreed,
    /// The nearer one has all the units that it may have.
    Full,
    /// Neither: the levels were served better otherwise.
    Outweighed,
}

/// A unit that is not with its nearest neighbourhood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivesWay {
    /// Who.
    pub unit: UnitIx,
    /// The nearest neighbourhood that it may go to and does not.
    pub nearest: Way,
    /// The farthest that it goes to.
    pub instead: Way,
    /// Why.
    pub because: Because,
}

/// Why a unit lacks pairings of its minimum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No other neighbourhood is left that it may go to; which rules bar how many, none where there is no other.
    Barred(Tally<Rule>),
    /// Every other neighbourhood that it may go to has all the units that it may have.
    Full,
    /// This one, the nearest of those that are left, would take it: with it the pairing would be better.
    FreePlace(NeighbourhoodIx),
}

/// A unit with fewer pairings than it should have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpaired {
    /// Who.
    pub unit: UnitIx,
    /// How many pairings are lacking.
    pub lacks: u32,
    /// Why.
    pub reason: Reason,
}

/// What the pairing would be if a neighbourhood could have any number of units, none included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unbounded {
    /// How many pairings there would be.
    pub pairings: usize,
    /// The sum of their metres.
    pub metres: i64,
}

/// What the reader of a pairing wants to know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// For each pairing, in its order, the nearest neighbourhood that the unit may go to and does not.
    pub alternatives: Vec<Option<Way>>,
    /// Units that are not with their nearest, by index.
    pub gives_way: Vec<GivesWay>,
    /// Units that lack pairings, by index.
    pub unpaired: Vec<Unpaired>,
    /// What the pairing would be without `units-per-neighbourhood`.
    pub unbounded: Unbounded,
}

/// A pairing that is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Which.
    pub pair: Pairing,
    /// Why it is not.
    pub why: WhyNot,
}

impl From<Pairing> for Alternative {
    fn from(pair: Pairing) -> Self {
        Self { pair, why: WhyNot::Unknown }
    }
}

impl Alternative {
    /// Whether it was proved.
    pub fn is_proven(&self) -> bool {
        self.why != WhyNot::Unknown
    }
}

/// Why a pairing is not, proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// A rule bars it.
    Barred(Rule),
    /// No pairings that keep every rule and all that is agreed have it.
    Impossible,
    /// The first level that differs with it, and what moves, where there was time to find that.
    Differs(Change, Option<Moves>),
    /// Nothing above the lot would be worse.
    Tie(Option<Moves>),
    /// The time was up.
    Unknown,
}

impl WhyNot {
    /// Whether it is seen without solving.
    pub fn is_seen(&self) -> bool {
        matches!(self, Self::Barred(_))
    }

    /// What moves, as far as that is known.
    pub fn moves(&self) -> Option<&Moves> {
        match self {
            Self::Differs(_, moves) | Self::Tie(moves) => moves.as_ref(),
            Self::Barred(_) | Self::Impossible | Self::Unknown => None,
        }
    }
}

/// A level that would change; less is better on every one.
pub type Change = Difference<Level>;

/// Pairings that go and that come.
pub type Moves = reason::Moves<Pairing>;
