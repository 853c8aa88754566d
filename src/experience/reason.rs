//! Why somebody is not placed and why a need is not met: types only, which [`explanation`] fills and [`verification`]
//! reads again.
//!
//! Each kind says something of a roster that can be looked up in it. That a plan is better as a whole is said beside
//! it, and only of a plan of which all is proven.
//!
//! [`explanation`]: crate::experience::explanation
//! [`verification`]: crate::experience::verification

use crate::{
    domain::{
        people::AmbassadorIx,
        places::{PostIx, Session},
    },
    experience::{level::Level, roster::Placement, rule::Rule},
    planning::reason::Tally,
};

/// Why something is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Whatever the roster, the rules allow nothing: of every session somebody is not eligible, or it can never run. In a mended
    /// plan every tally is of the sessions that could still change.
    /// Sessions of a person are tallied, or pairs of person and session of a post. Nothing is tallied where there is no session at all.
    Barred(Tally<Rule>),
    /// A repair keeps as they are all sessions that are asked for, or would have to move somebody else.
    Settled,
    /// A post has room, and whoever may come to it is there or has as many sessions as he or she takes.
    NobodyLeft {
        /// How many may come where there is room.
        people: usize,
        /// What bars the others, as for `Barred`.
        barred: Tally<Rule>,
    },
    /// Every session of a post that can run has as many people as seats.
    Full,
    /// One more placement would keep every rule.
    FreeSeat {
        /// Which.
        placement: Placement,
        /// The first level that it would make worse; `None` where it would make the plan better.
        against: Option<Level>,
    },
    /// Something is allowed, and as the roster is a rule stands in the way of each; `None` in plans that do not say it.
    Outweighed(Option<Tally<Rule>>),
}

/// An ambassador without a session (待安排).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// Why.
    pub reason: Reason,
}

/// A wish of an ambassador who has a session and none that was wished for (志愿都没排上).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfulfilled {
    /// Whose.
    pub ambassador: AmbassadorIx,
    /// The post wished for.
    pub post: PostIx,
    /// Why it did not come true: what is said of the person's sessions at this post.
    pub reason: Reason,
}

/// A post whose need is not met, or one of its sessions where so many are wanted at each (空岗).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// Which post.
    pub post: PostIx,
    /// Which session; `None` where the need is over the campaign.
    pub session: Option<Session>,
    /// Ambassadors wanted.
    pub need: u32,
    /// Ambassadors placed.
    pub placed: u32,
    /// Why.
    pub reason: Reason,
}
