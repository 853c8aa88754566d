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

closed_list! {
    /// A preference level that `priorities` may name, those sought by default in that order.
    pub enum Priority {
        /// The posts' needs are met.
        Coverage = "coverage",
        /// Everybody gets a session.
        Everyone = "everyone",
        /// Everybody gets the days wanted at least.
        Enough = "enough",
        /// As many sessions as possible.
        Days = "days",
        /// Sessions are spread evenly, earlier service counted.
        Even = "even",
        /// Those who would like to go together do.
        Groups = "groups",
        /// Every organization that signed up has somebody placed.
        Represented = "represented",
        /// Wishes come true.
        Wishes = "wishes",
        /// Ways are short.
        Travel = "travel",
        /// Whoever signed up first goes first; sought only where it is named.
        First = "first",
    }
}

impl Priority {
    /// The levels that are sought where `priorities` is left out.
    pub fn usual() -> Vec<Self> {
        Self::ALL.into_iter().filter(|level| *level != Self::First).collect()
    }
}

/// How many an organization may send; `None` is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrganizationLimit {
    /// People at a session, at least 1.
    pub session: Option<u32>,
    /// People over the campaign, at each of their sessions, at least 1.
    pub total: Option<u32>,
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
    /// How many an organization may send.
    pub organization_limit: OrganizationLimit,
    /// Whole days between two sessions of one ambassador.
    pub rest_days: u32,
    /// Whole hours between two sessions of one ambassador.
    pub rest_hours: u32,
    /// How wishes are weighed.
    pub wishes: WishPolicy,
    /// The levels sought, most important first, each once.
    pub priorities: Vec<Priority>,
}
