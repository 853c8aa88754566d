//! Problems between entries of the experience: what does not go together.

use crate::diagnostic::Severity;
use chrono::NaiveDate;

/// A fault between entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// `wishes` or `travel` before `days`, or without it.
    CostBeforeDays {
        /// Which of the two.
        level: &'static str,
    },
    /// A pin on a date on which the post is not offered.
    PinWithoutSession {
        /// The title of the post.
        post: String,
        /// The date.
        date: NaiveDate,
    },
    /// `min` or `max` beside `each` in a need.
    BesideEach,
    /// A group of fewer than two.
    GroupTooSmall,
    /// A group that says neither `together` nor `apart`, or both.
    GroupWithoutBond,
    /// A `strength` of `apart`.
    StrengthOfApart,
    /// Two people together and apart.
    TogetherAndApart {
        /// The name of one.
        one: String,
        /// The name of the other.
        other: String,
    },
    /// Hours that are none of the post's shifts.
    NoSuchShift {
        /// The title of the post.
        post: String,
        /// The hours.
        hours: String,
        /// The shifts.
        shifts: Vec<String>,
    },
    /// A part of the day in which several shifts lie, where one is meant.
    SeveralShifts {
        /// The title of the post.
        post: String,
        /// The shifts.
        shifts: Vec<String>,
    },
    /// Hours over midnight that last longer than a shift does: perhaps the two times are exchanged.
    LongShift {
        /// The hours.
        hours: String,
        /// How long it is, in whole hours.
        lasting: u16,
    },
    /// A post has the same hours twice.
    ShiftTwice {
        /// The hours.
        hours: String,
    },
    /// One mentor's name at two units: counted as two people.
    MentorAtTwoUnits {
        /// The name.
        name: String,
    },
}

impl Request {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CostBeforeDays { .. } => "cost-before-days",
            Self::PinWithoutSession { .. } => "pin-without-session",
            Self::BesideEach => "beside-each",
            Self::GroupTooSmall => "group-too-small",
            Self::GroupWithoutBond => "group-without-bond",
            Self::StrengthOfApart => "strength-of-apart",
            Self::TogetherAndApart { .. } => "together-and-apart",
            Self::NoSuchShift { .. } => "no-such-shift",
            Self::SeveralShifts { .. } => "several-shifts",
            Self::LongShift { .. } => "long-shift",
            Self::ShiftTwice { .. } => "shift-twice",
            Self::MentorAtTwoUnits { .. } => "mentor-at-two-units",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::MentorAtTwoUnits { .. } | Self::LongShift { .. } | Self::ShiftTwice { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}
