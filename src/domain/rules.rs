//! The campaign's limits and the order of its preferences.

/// Whether something is permitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// It is not.
    Forbid,
    /// It is.
    Allow,
}

/// How wishes are weighed against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WishPolicy {
    /// The least sum of costs.
    Total,
    /// Most first wishes, then most second ones, and so on.
    Greedy,
    /// Fewest at the highest cost, then fewest at the next, and so on.
    Generous,
}

/// A preference level that `priorities` may name, in the default order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// The posts' needs are met.
    Coverage,
    /// Everybody gets a session.
    Everyone,
    /// Everybody gets the days wanted at least.
    Enough,
    /// As many sessions as possible.
    Days,
    /// Those who would like to go together do.
    Groups,
    /// Wishes come true.
    Wishes,
    /// Ways are short.
    Travel,
}

impl Priority {
    /// All levels in the default order.
    pub const ALL: [Self; 7] =
        [Self::Coverage, Self::Everyone, Self::Enough, Self::Days, Self::Groups, Self::Wishes, Self::Travel];

    /// The id in files and plans.
    pub fn id(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::Everyone => "everyone",
            Self::Enough => "enough",
            Self::Days => "days",
            Self::Groups => "groups",
            Self::Wishes => "wishes",
            Self::Travel => "travel",
        }
    }
}

/// `rules:` of the campaign file, defaults filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Whether an ambassador may be posted at the own employer.
    pub own_unit: Permission,
    /// Whether a post may be visited again.
    pub repeat_post: Permission,
    /// The farthest way in whole metres: a way is within it exactly when its rounded metres are at most this.
    pub max_metres: Option<i64>,
    /// Ambassadors that one mentor guides at a time, at least 1.
    pub mentor_limit: Option<u32>,
    /// Whole days between two sessions of one ambassador.
    pub rest_days: u32,
    /// How wishes are weighed.
    pub wishes: WishPolicy,
    /// The levels sought, most important first, each once.
    pub priorities: Vec<Priority>,
}
