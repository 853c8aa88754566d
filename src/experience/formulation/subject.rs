//! What a column decides and what a row says: the table beside the program.

use crate::{
    domain::{
        organizations::OrganizationIx,
        people::AmbassadorIx,
        places::{MentorIx, PostIx, Session, SessionIx, UnitIx},
        rules::Priority,
    },
    experience::rule::Rule,
};
use chrono::NaiveDate;

/// What a column decides or counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnSubject {
    /// Whether somebody goes to a session.
    Placement(AmbassadorIx, SessionIx),
    /// Whether a session with a quorum or a leader runs.
    Open(SessionIx),
    /// Ambassadors lacking to a post's need.
    Shortage(PostIx),
    /// Whether a session lacks a k-th person of those wanted at each.
    Missing(SessionIx, i64),
    /// Whether somebody has a session at all.
    Reached(AmbassadorIx),
    /// Sessions lacking to the days that somebody wants at least.
    Lack(AmbassadorIx),
    /// Whether somebody has an n-th session, from the second on.
    Again(AmbassadorIx, i64),
    /// Whether an organization has nobody placed.
    Absent(OrganizationIx),
    /// Whether two who would like to go together both come to a session.
    Both(AmbassadorIx, AmbassadorIx, SessionIx),
}

/// Why a row stands in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// A rule says so.
    Rule(Rule),
    /// It defines a column that a level counts.
    Level(Priority),
    /// Nobody gets more than a change took.
    Restored,
    /// It is asked what would be if it held.
    Asked,
}

impl Family {
    /// What such a row says of something.
    pub fn about(self, about: About) -> RowSubject {
        RowSubject { family: self, about }
    }

    /// The id of the rule or level.
    pub fn id(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id(),
            Self::Level(level) => level.id(),
            Self::Restored => "restored",
            Self::Asked => "asked",
        }
    }
}

/// What a row is about. Its place in the campaign is that of the person, post, unit or request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// One session.
    Session(SessionIx),
    /// One ambassador.
    Ambassador(AmbassadorIx),
    /// One ambassador at a moment: a date and minutes since midnight.
    Moment(AmbassadorIx, NaiveDate, u16),
    /// One ambassador on the days of rest from a date on.
    Window(AmbassadorIx, NaiveDate),
    /// One ambassador in the week that begins with a Monday.
    Week(AmbassadorIx, NaiveDate),
    /// One ambassador in a month of a year, from 1 to 12.
    Month(AmbassadorIx, i32, u32),
    /// One ambassador at a post.
    Visits(AmbassadorIx, PostIx),
    /// One post.
    Post(PostIx),
    /// One unit.
    Unit(UnitIx),
    /// One unit on a date.
    UnitDay(UnitIx, NaiveDate),
    /// One mentor at a moment: a date and minutes since midnight.
    Guidance(MentorIx, NaiveDate, u16),
    /// One organization.
    Organization(OrganizationIx),
    /// Those of one organization at a session.
    Delegation(OrganizationIx, SessionIx),
    /// The n-th pin.
    Pin(usize),
    /// The first of two people, beside the other, at a session.
    Pair(AmbassadorIx, AmbassadorIx, SessionIx),
}

/// The first moment at which all of a set of overlapping sessions run: a date and minutes since midnight.
pub(super) fn common_moment(sessions: &[Session], set: &[usize]) -> (NaiveDate, u16) {
    let begin = |&item: &usize| (sessions[item].date, sessions[item].hours.start());
    set.iter().map(begin).max().unwrap_or_default()
}

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowSubject {
    /// Why it stands there.
    pub family: Family,
    /// What it is about.
    pub about: About,
}
