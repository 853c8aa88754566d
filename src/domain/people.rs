//! Ambassadors and their wishes.

use crate::{
    domain::{
        geography::Coordinates,
        periods::Periods,
        places::{NeighbourhoodIx, PostIx, Session, UnitIx},
        time::Hours,
    },
    source::Place,
};
use chrono::{NaiveDate, NaiveDateTime};

/// Index of an ambassador in `Domain::ambassadors`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AmbassadorIx(pub usize);

/// One wish of an ambassador.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// 1 for the first wish, as written: a wish that fell away keeps its number. Wishes without an order among them have
    /// the same.
    pub number: u32,
    /// The post wished for.
    pub post: PostIx,
    /// When; `None` is whenever it is offered.
    pub when: Option<Periods>,
    /// Where it stands.
    pub place: Place,
}

impl Wish {
    /// Whether a session is one of those wished for.
    pub fn is_for(&self, session: Session) -> bool {
        let holds = |when: &Periods| when.holds(session.date, session.hours);
        self.post == session.post && self.when.as_ref().is_none_or(holds)
    }
}

/// A volunteer (初心体验大使).
#[derive(Debug, Clone, PartialEq)]
pub struct Ambassador {
    /// The id.
    pub id: String,
    /// The name on paper.
    pub name: String,
    /// Telephone number, text as written.
    pub phone: Option<String>,
    /// The employer, where it is one of the units.
    pub employer: Option<UnitIx>,
    /// The organization in free words.
    pub organization: Option<String>,
    /// The neighbourhood where the journey starts.
    pub neighbourhood: Option<NeighbourhoodIx>,
    /// Where the journey starts: the location written, else the neighbourhood's.
    pub origin: Option<Coordinates>,
    /// When the ambassador can come; `None` is the whole season.
    pub available: Option<Periods>,
    /// What is taken out of that.
    pub away: Periods,
    /// What the ambassador holds.
    pub qualifications: Vec<String>,
    /// Best first.
    pub wishes: Vec<Wish>,
    /// Posts of earlier campaigns that exist in this one.
    pub done: Vec<PostIx>,
    /// Campaigns in which this person was left out, 0 to 1000.
    pub missed: u32,
    /// Sessions already served this year, 0 to 1000.
    pub served: u32,
    /// When the ambassador signed up; to the minute or second, midnight where only the day is known.
    pub signed_up: Option<NaiveDateTime>,
    /// Sessions wanted at least.
    pub days_min: u32,
    /// Sessions at most.
    pub days_max: u32,
    /// A remark for the units alone to which the ambassador goes.
    pub host_note: Option<String>,
    /// A remark for the organizer.
    pub note: Option<String>,
    /// Position in the file, for printing.
    pub position: usize,
    /// Where the id (or name) stands.
    pub place: Place,
}

impl Ambassador {
    /// Whether the ambassador can come at these hours of a day, as far as `available` and `away` say.
    pub fn is_available(&self, date: NaiveDate, hours: Hours) -> bool {
        self.available.as_ref().is_none_or(|periods| periods.holds(date, hours))
            && !self.away.bars(date, hours)
    }

    /// The number of the wish for a session; `None` where it was not wished for.
    pub fn wish_number(&self, session: Session) -> Option<u32> {
        self.wishes.iter().find(|wish| wish.is_for(session)).map(|wish| wish.number)
    }
}
