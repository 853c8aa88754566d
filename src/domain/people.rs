//! Ambassadors and their wishes.

use crate::{
    domain::{
        geography::Coordinates,
        periods::Periods,
        places::{NeighbourhoodIx, PostIx, Session, UnitIx},
        rules::Permission,
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

/// Something that somebody holds: a certificate, a membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualification {
    /// The word by which posts ask for it.
    pub name: String,
    /// The last day on which it counts; `None` is for ever.
    pub until: Option<NaiveDate>,
}

impl Qualification {
    /// Whether it has not run out before a day.
    pub fn counts_on(&self, date: NaiveDate) -> bool {
        self.until.is_none_or(|last| date <= last)
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
    /// What the ambassador holds, each word once.
    pub qualifications: Vec<Qualification>,
    /// The birthday; where only the year, the month or the age is known, the latest that it can be.
    pub born: Option<NaiveDate>,
    /// Whether the ambassador goes where no wish was for.
    pub unwished: Permission,
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
    /// Sessions at most from a Monday to the Sunday after it.
    pub week_limit: Option<u32>,
    /// Sessions at most in a month of the calendar.
    pub month_limit: Option<u32>,
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

    /// Whether the ambassador holds something that counts on a day.
    pub fn holds(&self, qualification: &str, date: NaiveDate) -> bool {
        self.qualifications.iter().any(|held| held.name == qualification && held.counts_on(date))
    }

    /// The age in full years on a day; `None` where it is unknown.
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        date.years_since(self.born?)
    }

    /// The number of the wish for a session; `None` where it was not wished for.
    pub fn wish_number(&self, session: Session) -> Option<u32> {
        self.wishes.iter().find(|wish| wish.is_for(session)).map(|wish| wish.number)
    }
}
