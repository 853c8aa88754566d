//! Units, their posts and mentors, sessions, and neighbourhoods.

use crate::{
    domain::{
        Contact,
        geography::Coordinates,
        periods::{Period, Periods},
        themes::ThemeIx,
        time::{Hours, Stretch},
    },
    source::Place,
};
use chrono::NaiveDate;

/// Index of a unit in `Domain::units`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitIx(pub usize);

/// Index of a mentor in `Domain::mentors`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentorIx(pub usize);

/// Index of a post in `Domain::posts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostIx(pub usize);

/// Index of a session in `Domain::sessions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionIx(pub usize);

/// Index of a neighbourhood in `Domain::neighbourhoods`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NeighbourhoodIx(pub usize);

/// A member unit (成员单位) that lends posts.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its name on paper.
    pub name: String,
    /// Bank, hospital, army …: free words.
    pub sector: Option<String>,
    /// Its professional committee, free words.
    pub committee: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Where it is.
    pub location: Option<Coordinates>,
    /// Whom to call.
    pub contact: Option<Contact>,
    /// When nobody may come.
    pub closed: Periods,
    /// Visitors over the campaign, at all its posts, at least 1.
    pub limit: Option<u32>,
    /// Visitors a day over all its posts, at least 1.
    pub daily_limit: Option<u32>,
    /// Themes it can bring to a neighbourhood, by index, ascending.
    pub offers: Vec<ThemeIx>,
    /// A free remark.
    pub note: Option<String>,
    /// Its position in the file, for printing.
    pub position: usize,
    /// Where its id (or name) stands.
    pub place: Place,
}

/// A mentor (带教老师) of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentor {
    /// The unit.
    pub unit: UnitIx,
    /// The name, without spaces around it.
    pub name: String,
    /// Telephone number, from the first post that gives one.
    pub phone: Option<String>,
    /// Where the name stands first.
    pub place: Place,
}

/// Full years, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// The youngest; `None` is no bound.
    pub least: Option<u32>,
    /// The oldest; `None` is no bound.
    pub most: Option<u32>,
}

impl Ages {
    /// Whether an age lies within.
    pub fn contain(self, age: u32) -> bool {
        self.least.is_none_or(|least| least <= age) && self.most.is_none_or(|most| age <= most)
    }
}

/// How many ambassadors a post wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// So many over the campaign.
    InAll(u32),
    /// So many at each session at which the unit is open, at least 1.
    AtEach(u32),
}

/// An experience post (体验岗位): a place to spend a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    /// Its id.
    pub id: String,
    /// The unit that lends it.
    pub unit: UnitIx,
    /// What it is called on paper.
    pub title: String,
    /// Who guides there.
    pub mentor: Option<MentorIx>,
    /// Where to come to.
    pub meet: Option<String>,
    /// When it is not offered though its dates say so.
    pub closed: Periods,
    /// From when to when each day, ascending, each once; at least one.
    pub shifts: Vec<Hours>,
    /// A session runs with at least this many, or not at all; at least 1.
    pub seats_min: u32,
    /// The seats of each session, at least `seats_min`.
    pub seats_max: u32,
    /// Ambassadors wanted.
    pub need: Need,
    /// Ambassadors over the campaign at most, at least the need over the campaign and `seats_min`.
    pub limit: Option<u32>,
    /// Weight of that need, 0 to 1000.
    pub priority: u32,
    /// Qualifications that an ambassador must have.
    pub requires: Vec<String>,
    /// What to bring to it.
    pub bring: Vec<String>,
    /// A remark for the unit alone.
    pub host_note: Option<String>,
    /// A qualification that somebody must have at each session that runs.
    pub leader: Option<String>,
    /// How old an ambassador must be on the day, where that matters.
    pub ages: Option<Ages>,
    /// A free remark.
    pub note: Option<String>,
    /// Its position in the file, for printing.
    pub position: usize,
    /// Where its id (or title) stands.
    pub place: Place,
}

impl Post {
    /// Whether one of its shifts is not offered on a date: hours that are a shift's close that one alone.
    pub fn is_closed(&self, date: NaiveDate, hours: Hours) -> bool {
        let closes = |period: &Period| match period.part.map(|part| part.hours) {
            Some(shift) if self.shifts.contains(&shift) => shift == hours && period.days.contains(date),
            _ => period.bars(date, hours),
        };
        self.closed.periods.iter().any(closes)
    }

    /// The hours of a session, where the post has several shifts and so the date alone does not tell which is meant.
    pub fn told(&self, hours: Hours) -> Option<Hours> {
        (self.shifts.len() > 1).then_some(hours)
    }

    /// The qualification of which somebody must be at each session among others. Where one person comes at most, only whoever
    /// has it may.
    pub fn leader_among_others(&self) -> Option<&str> {
        self.leader.as_deref().filter(|_| self.seats_max > 1)
    }
}

/// A session (场次): one shift of a post on one date, the day on which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session {
    /// The post.
    pub post: PostIx,
    /// The date.
    pub date: NaiveDate,
    /// One of the post's shifts.
    pub hours: Hours,
}

impl Session {
    /// When it is, on the axis of all minutes.
    pub fn stretch(&self) -> Stretch {
        self.hours.on(self.date)
    }
}

/// A residential neighbourhood (居民区) with its committee.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbourhood {
    /// Its id.
    pub id: String,
    /// Its name on paper.
    pub name: String,
    /// Postal address.
    pub address: Option<String>,
    /// The room in which events are held.
    pub venue: Option<String>,
    /// Where it is.
    pub location: Option<Coordinates>,
    /// Themes it wants, best first.
    pub needs: Vec<ThemeIx>,
    /// When nothing can be held there.
    pub closed: Periods,
    /// Whom to call.
    pub contact: Option<Contact>,
    /// A free remark.
    pub note: Option<String>,
    /// Its position in the file, for printing.
    pub position: usize,
    /// Where its id (or name) stands.
    pub place: Place,
}
