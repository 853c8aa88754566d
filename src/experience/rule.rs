//! The closed list of rules; no logic.

use crate::planning::rules::Listed;

closed_list! {
    /// A rule of the experience program: first who is eligible at all, then the rows.
    pub enum Rule {
        /// Nobody is posted at the own employer.
        OwnUnit = "own-unit",
        /// Nobody repeats a post of an earlier campaign.
        NotAgain = "not-again",
        /// Whoever goes has the qualifications that the post requires.
        Qualified = "qualified",
        /// Nobody goes farther than the limit.
        WithinDistance = "within-distance",
        /// Nobody is sent where a ban says not to.
        Banned = "banned",
        /// Nobody comes on a day on which the unit is closed.
        UnitOpen = "unit-open",
        /// Nobody comes on a day on which he or she cannot.
        Available = "available",
        /// A session has no more people than seats.
        Seats = "seats",
        /// A session has enough people, or none.
        Quorum = "quorum",
        /// Nobody is at two places at a time.
        OnePlaceAtATime = "one-place-at-a-time",
        /// Nobody has more sessions than wanted at most.
        DaysLimit = "days-limit",
        /// Whole days of rest lie between two sessions.
        RestDays = "rest-days",
        /// Nobody is at one post twice.
        OncePerPost = "once-per-post",
        /// A post has no more people over the campaign than wanted at most.
        PostLimit = "post-limit",
        /// A unit has no more visitors over the campaign than it takes.
        UnitLimit = "unit-limit",
        /// A unit has no more visitors a day than it takes.
        UnitDailyLimit = "unit-daily-limit",
        /// A mentor guides no more people at a time than the limit.
        MentorLimit = "mentor-limit",
        /// Whoever has wishes is hardly ever sent elsewhere.
        UnwishedLimit = "unwished-limit",
        /// What was agreed is kept.
        Pinned = "pinned",
        /// Those who must go together do.
        Together = "together",
        /// Those who must be apart are.
        Apart = "apart",
    }
}

impl Rule {
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
            Self::UnitLimit => "no more visitors in all than the unit takes",
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
