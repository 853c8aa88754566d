//! Pins, bans and groups: what was agreed about single people.

use crate::{
    domain::{
        people::AmbassadorIx,
        periods::Periods,
        places::{PostIx, Session},
        time::Hours,
    },
    source::Place,
};
use chrono::NaiveDate;

/// An agreed placement (固定安排).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// Where.
    pub post: PostIx,
    /// When; `None` leaves the date to the plan.
    pub date: Option<NaiveDate>,
    /// At which of the post's shifts; `None` leaves that to the plan.
    pub hours: Option<Hours>,
    /// Where the pin stands.
    pub place: Place,
}

impl Pin {
    /// Whether a session is one of those that were agreed on.
    pub fn allows(&self, session: &Session) -> bool {
        self.post == session.post
            && self.date.is_none_or(|date| date == session.date)
            && self.hours.is_none_or(|hours| hours == session.hours)
    }
}

/// A placement that must not be (回避).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ban {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// Where.
    pub post: PostIx,
    /// When; `None` is always.
    pub dates: Option<Periods>,
    /// At which of the post's shifts; `None` is all of them.
    pub hours: Option<Hours>,
    /// Where the ban stands.
    pub place: Place,
}

/// How the members of a group hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bond {
    /// All at the same sessions, or none of them there: a rule.
    TogetherMust,
    /// The same as a preference: the level `groups`.
    TogetherTry,
    /// Never two at one session: a rule.
    Apart,
}

/// People who go together or apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How.
    pub bond: Bond,
    /// Who, as written; at least two, nobody twice.
    pub members: Vec<AmbassadorIx>,
    /// Where the group stands.
    pub place: Place,
}

impl Group {
    /// Every pair of members, each with the lower index first.
    pub fn pairs(&self) -> impl Iterator<Item = (AmbassadorIx, AmbassadorIx)> + '_ {
        self.members.iter().enumerate().flat_map(move |(position, &one)| {
            self.members[position + 1..].iter().map(move |&other| (one.min(other), one.max(other)))
        })
    }
}
