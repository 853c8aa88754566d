//! Problems that need the rules of the experience: what cannot be planned as it was agreed, or will come to nothing.

use crate::diagnostic::Severity;
use chrono::NaiveDate;

/// A fault that the rules of the experience find. `rule` is always the rule's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Experience {
    /// A pin that breaks a rule, by itself or with the further pins that are named as related places.
    PinBreaksRule {
        /// Which.
        rule: &'static str,
    },
    /// An ambassador who may go nowhere.
    EligibleNowhere {
        /// The name.
        name: String,
        /// The rule that bars most.
        rule: &'static str,
        /// How many sessions it bars.
        sessions: usize,
        /// A shift that only an edge of the hours given bars.
        across: Option<Box<Across>>,
    },
    /// A post to which nobody may go.
    NobodyEligible {
        /// The title.
        title: String,
        /// The rule that bars most.
        rule: &'static str,
        /// How many pairs of people and sessions it bars.
        pairs: usize,
    },
    /// Sessions of a post that can never reach their quorum.
    NeverRuns {
        /// The title.
        title: String,
        /// The first such date.
        date: NaiveDate,
        /// How many such sessions there are.
        sessions: usize,
        /// How many people one needs.
        quorum: u32,
        /// How many can come at most to the one on that date.
        most: i64,
    },
    /// Sessions of a post to which somebody may come, but nobody who can lead them.
    NeverLed {
        /// The title.
        title: String,
        /// What somebody must have.
        leader: String,
        /// The first such date.
        date: NaiveDate,
        /// How many such sessions there are.
        sessions: usize,
    },
    /// More places are wanted than the people who have signed up can take.
    MoreWanted {
        /// Places over all posts to which anybody may come.
        wanted: u64,
        /// People who may go anywhere.
        people: usize,
        /// Sessions that they take at most, all together.
        days: u64,
    },
    /// A post wants more people than can come to it.
    NeedBeyondPeople {
        /// The title.
        title: String,
        /// Wanted.
        need: u64,
        /// Who may come.
        people: usize,
        /// How often they can come at most, all together.
        days: u64,
    },
    /// A post wants more people at each session than it has seats there.
    EachBeyondSeats {
        /// The title.
        title: String,
        /// Wanted at each session.
        each: u32,
        /// The seats of a session.
        seats: u32,
    },
    /// A post wants more people than it has seats.
    NeedBeyondSeats {
        /// The title.
        title: String,
        /// Wanted.
        need: u32,
        /// Seats over all sessions that can run.
        seats: u64,
    },
    /// A wish of somebody who may go elsewhere that every session refuses.
    WishInVain(Box<InVain>),
    /// A wish for days or hours at which the post is not offered.
    WishWithoutSession {
        /// The title of the post.
        title: String,
        /// A shift that only an edge of the hours wished for bars.
        across: Option<Box<Across>>,
    },
    /// People who must go together and find no session for all of them.
    NowhereTogether {
        /// How many seats they need.
        people: usize,
    },
}

/// A wish that every session refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InVain {
    /// The name of whoever wishes.
    pub name: String,
    /// The post wished for.
    pub title: String,
    /// The rule that bars most.
    pub rule: &'static str,
    /// Some posts to which he or she may go.
    pub elsewhere: Vec<String>,
    /// A shift that only an edge of the hours given bars.
    pub across: Option<Box<Across>>,
}

/// A shift that overlaps hours that somebody gave, and does not lie within them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Across {
    /// The hours of the shift.
    pub shift: String,
    /// The hours given.
    pub given: String,
}

impl Experience {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::PinBreaksRule { .. } => "pin-breaks-rule",
            Self::EligibleNowhere { .. } => "eligible-nowhere",
            Self::NobodyEligible { .. } => "nobody-eligible",
            Self::NeverRuns { .. } => "never-runs",
            Self::NeverLed { .. } => "never-led",
            Self::NowhereTogether { .. } => "nowhere-together",
            Self::MoreWanted { .. } => "more-wanted-than-people",
            Self::NeedBeyondPeople { .. } => "need-beyond-people",
            Self::EachBeyondSeats { .. } => "each-beyond-seats",
            Self::NeedBeyondSeats { .. } => "need-beyond-seats",
            Self::WishInVain(_) => "wish-in-vain",
            Self::WishWithoutSession { .. } => "wish-without-session",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::PinBreaksRule { .. } => Severity::Error,
            _ => Severity::Warning,
        }
    }
}
