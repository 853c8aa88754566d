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
        /// Whoever goes is as old as the post asks.
        OfAge = "of-age",
        /// Whoever goes only where a wish was for goes nowhere else.
        Willing = "willing",
        /// A session has somebody who can lead it, or nobody.
        Led = "led",
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
        /// Nobody has more sessions in a week than he or she takes.
        WeekLimit = "week-limit",
        /// Nobody has more sessions in a month than he or she takes.
        MonthLimit = "month-limit",
        /// Whole days of rest lie between two sessions.
        RestDays = "rest-days",
        /// Whole hours of rest lie between two sessions.
        RestHours = "rest-hours",
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
        /// An organization has no more people at a session, nor over the campaign, than the limit.
        OrganizationLimit = "organization-limit",
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
            Self::Led => "somebody who can lead if it runs",
            Self::Seats => "no more people than seats",
            Self::Quorum => "enough people if it runs",
            Self::OnePlaceAtATime => "one place at a time",
            Self::DaysLimit => "no more days than wanted at most",
            Self::WeekLimit => "no more sessions in the week than taken at most",
            Self::MonthLimit => "no more sessions in the month than taken at most",
            Self::RestDays => "one session within the days of rest",
            Self::RestHours => "one session within the hours of rest",
            Self::OncePerPost => "once at most",
            Self::PostLimit => "no more people than wanted at most",
            Self::UnitLimit => "no more visitors in all than the unit takes",
            Self::UnitDailyLimit => "no more visitors than the unit takes",
            Self::MentorLimit => "no more people than the mentor guides at a time",
            Self::OrganizationLimit => "no more people than the organization may send",
            Self::UnwishedLimit => "no more posts that were not wished for than allowed",
            Self::Pinned => "agreed",
            Self::Together => "both or neither",
            Self::Apart => "not both",
            // Who is eligible at all has columns and no rows.
            Self::OwnUnit
            | Self::NotAgain
            | Self::Qualified
            | Self::OfAge
            | Self::Willing
            | Self::WithinDistance
            | Self::Banned
            | Self::UnitOpen
            | Self::Available => "eligible",
        }
    }

    /// Whether the rule can refuse single pairs of a person and a session.
    pub fn refuses(self) -> bool {
        self <= Self::Available
    }

    /// Whether the rule says who is eligible at all, and has no rows.
    pub fn is_eligibility(self) -> bool {
        self.refuses() && self != Self::Led
    }
}

impl Listed for Rule {
    fn position(self) -> u32 {
        self as u32
    }
}
