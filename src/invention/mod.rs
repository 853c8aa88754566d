//! Campaigns invented from a seed, as YAML text: what solvers are compared on, and what the tests and benchmarks plan and
//! read.
//!
//! In: a kind, a size and a seed. Out: the same text on every computer. Nothing in it is a real person's: names are
//! numbers, telephone numbers are visibly fake.

pub mod draws;
pub mod duty;
pub mod volunteers;

/// What a campaign is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A day or two each at posts of a few weeks; one post in five receives groups, needs are small.
    Plain,
    /// The same with two posts in five that receive groups, needs of four to twelve, and up to six wishes.
    Tight,
    /// A standing post with several shifts a day for months, two people wanted at each.
    Duty,
}

impl Kind {
    /// All kinds as they are listed.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Tight, Self::Duty];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Tight => "tight",
            Self::Duty => "duty",
        }
    }
}

/// No more people or units than a campaign may have.
pub const MOST: usize = 100_000;

/// A campaign of a kind with so many people and, but for [`Kind::Duty`], units; left out, as many as suit the people.
pub fn campaign(kind: Kind, ambassadors: usize, units: Option<usize>, seed: u64) -> String {
    let units = units.unwrap_or(ambassadors / 15).clamp(1, MOST);
    let ambassadors = ambassadors.min(MOST);
    let size =
        volunteers::Size { ambassadors, posts: 3 * units, weeks: 4, pairs: ambassadors / 33, remark: 0 };
    match kind {
        Kind::Plain => volunteers::campaign(size, volunteers::Demand::PLAIN, seed),
        Kind::Tight => volunteers::campaign(size, volunteers::Demand::TIGHT, seed),
        Kind::Duty => duty::campaign(ambassadors, ambassadors.div_ceil(60) as u64, seed),
    }
}
