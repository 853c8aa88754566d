//! The closed list of rules; no logic.

use crate::planning::rules::Listed;

/// A rule of the experience program: first who is eligible at all, then the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Nobody is posted at the own employer.
    OwnUnit,
    /// Nobody repeats a post of an earlier campaign.
    NotAgain,
    /// Whoever goes has the qualifications that the post requires.
    Qualified,
    /// Nobody goes farther than the limit.
    WithinDistance,
    /// Nobody is sent where a ban says not to.
    Banned,
    /// Nobody comes on a day on which the unit is closed.
    UnitOpen,
    /// Nobody comes on a day on which he or she cannot.
    Available,
    /// A session has no more people than seats.
    Seats,
    /// A session has enough people, or none.
    Quorum,
    /// Nobody is at two places at a time.
    OnePlaceAtATime,
    /// Nobody has more sessions than wanted at most.
    DaysLimit,
    /// Whole days of rest lie between two sessions.
    RestDays,
    /// Nobody is at one post twice.
    OncePerPost,
    /// A post has no more people over the campaign than wanted at most.
    PostLimit,
    /// A unit has no more visitors a day than it takes.
    UnitDailyLimit,
    /// A mentor guides no more people at a time than the limit.
    MentorLimit,
    /// Whoever has wishes is hardly ever sent elsewhere.
    UnwishedLimit,
    /// What was agreed is kept.
    Pinned,
    /// Those who must go together do.
    Together,
    /// Those who must be apart are.
    Apart,
}

impl Rule {
    /// Every rule, in the order in which reasons are given.
    pub const ALL: [Self; 20] = [
        Self::OwnUnit,
        Self::NotAgain,
        Self::Qualified,
        Self::WithinDistance,
        Self::Banned,
        Self::UnitOpen,
        Self::Available,
        Self::Seats,
        Self::Quorum,
        Self::OnePlaceAtATime,
        Self::DaysLimit,
        Self::RestDays,
        Self::OncePerPost,
        Self::PostLimit,
        Self::UnitDailyLimit,
        Self::MentorLimit,
        Self::UnwishedLimit,
        Self::Pinned,
        Self::Together,
        Self::Apart,
    ];

    /// The id in plans, programs and documents.
    pub fn id(self) -> &'static str {
        match self {
            Self::OwnUnit => "own-unit",
            Self::NotAgain => "not-again",
            Self::Qualified => "qualified",
            Self::WithinDistance => "within-distance",
            Self::Banned => "banned",
            Self::UnitOpen => "unit-open",
            Self::Available => "available",
            Self::Seats => "seats",
            Self::Quorum => "quorum",
            Self::OnePlaceAtATime => "one-place-at-a-time",
            Self::DaysLimit => "days-limit",
            Self::RestDays => "rest-days",
            Self::OncePerPost => "once-per-post",
            Self::PostLimit => "post-limit",
            Self::UnitDailyLimit => "unit-daily-limit",
            Self::MentorLimit => "mentor-limit",
            Self::UnwishedLimit => "unwished-limit",
            Self::Pinned => "pinned",
            Self::Together => "together",
            Self::Apart => "apart",
        }
    }

    /// What its rows say, where the program is written for other solvers.
    pub fn words(self) -> &'static str {
        match self {
            Self::Seats => "no more people than seats",
            Self::Quorum => "enough people if it runs",
            Self::OnePlaceAtATime => "one place at a time",
            Self::DaysLimit => "no more days than wanted at most",
            Self::RestDays => "one session within the days of rest",
            Self::OncePerPost => "once at most",
            Self::PostLimit => "no more people than wanted at most",
            Self::UnitDailyLimit => "no more visitors than the unit takes",
            Self::MentorLimit => "no more people than the mentor guides at a time",
            Self::UnwishedLimit => "no more posts that were not wished for than allowed",
            Self::Pinned => "agreed",
            Self::Together => "both or neither",
            Self::Apart => "not both",
            // Who is eligible at all has columns and no rows.
            Self::OwnUnit
            | Self::NotAgain
            | Self::Qualified
            | Self::WithinDistance
            | Self::Banned
            | Self::UnitOpen
            | Self::Available => "eligible",
        }
    }

    /// The rule with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    /// Whether the rule says who is eligible at all, rather than being a family of rows.
    pub fn is_eligibility(self) -> bool {
        self <= Self::Available
    }
}

impl Listed for Rule {
    fn position(self) -> u32 {
        self as u32
    }
}
