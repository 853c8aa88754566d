//! What columns and rows are called where the program is written for other solvers.

use crate::{
    domain::{
        organizations::OrganizationIx,
        people::AmbassadorIx,
        places::{MentorIx, PostIx, SessionIx, UnitIx},
    },
    experience::formulation::{
        Formulation,
        subject::{About, ColumnSubject},
        words::sentence,
    },
    lp::{ColumnIx, LevelIx, RowIx, write::Names},
};
use chrono::NaiveDate;

impl Names for Formulation<'_> {
    fn column(&self, column: ColumnIx) -> String {
        match self.model.columns[column.0] {
            ColumnSubject::Placement(ambassador, session) => {
                format!("x({},{})", self.ambassador(ambassador), self.session(session))
            }
            ColumnSubject::Open(session) => format!("open({})", self.session(session)),
            ColumnSubject::Shortage(post) => format!("short({})", self.post(post)),
            ColumnSubject::Missing(session, number) => format!("short({},{number})", self.session(session)),
            ColumnSubject::Reached(ambassador) => format!("reached({})", self.ambassador(ambassador)),
            ColumnSubject::Lack(ambassador) => format!("lack({})", self.ambassador(ambassador)),
            ColumnSubject::Again(ambassador, number) => {
                format!("again({},{number})", self.ambassador(ambassador))
            }
            ColumnSubject::Absent(OrganizationIx(organization)) => {
                format!("absent(organization{})", organization + 1)
            }
            ColumnSubject::Both(one, other, session) => format!("both({})", self.pair(one, other, session)),
        }
    }

    fn row(&self, row: RowIx) -> String {
        let subject = self.model.rows[row.0];
        let about = match subject.about {
            About::Session(session) => self.session(session),
            About::Ambassador(ambassador) => self.ambassador(ambassador),
            About::Moment(ambassador, date, minute) => {
                format!("{},{}", self.ambassador(ambassador), moment(date, minute))
            }
            About::Window(ambassador, date) => format!("{},{date}", self.ambassador(ambassador)),
            About::Week(ambassador, monday) => format!("{},{monday}", self.ambassador(ambassador)),
            About::Month(ambassador, year, month) => {
                format!("{},{year}-{month:02}", self.ambassador(ambassador))
            }
            About::Visits(ambassador, post) => format!("{},{}", self.ambassador(ambassador), self.post(post)),
            About::Post(post) => self.post(post),
            About::Unit(unit) => self.unit(unit),
            About::UnitDay(unit, date) => format!("{},{date}", self.unit(unit)),
            About::Guidance(mentor, date, minute) => {
                let unit = self.domain.mentor(mentor).unit;
                format!("{},{},{}", self.unit(unit), self.mentor(mentor), moment(date, minute))
            }
            About::Organization(OrganizationIx(organization)) => format!("organization{}", organization + 1),
            About::Delegation(OrganizationIx(organization), session) => {
                format!("organization{},{}", organization + 1, self.session(session))
            }
            About::Pin(position) => self.pin(position),
            About::Pair(one, other, session) => self.pair(one, other, session),
        };
        format!("{}({about})", subject.family.id())
    }

    fn comment(&self, row: RowIx) -> String {
        sentence(self.domain, self.model.rows[row.0])
    }

    fn level(&self, level: LevelIx) -> String {
        self.model.levels[level.0].to_string()
    }
}

impl Formulation<'_> {
    fn ambassador(&self, ambassador: AmbassadorIx) -> String {
        named("ambassador", ambassador.0, &self.domain.ambassador(ambassador).id)
    }

    fn post(&self, post: PostIx) -> String {
        named("post", post.0, &self.domain.post(post).id)
    }

    fn unit(&self, unit: UnitIx) -> String {
        named("unit", unit.0, &self.domain.unit(unit).id)
    }

    /// A mentor has no id, and rows are never named by people's names.
    fn mentor(&self, mentor: MentorIx) -> String {
        let unit = self.domain.mentor(mentor).unit;
        let before = self.domain.mentors[..mentor.0].iter().filter(|other| other.unit == unit).count();
        format!("mentor{}", before + 1)
    }

    fn session(&self, session: SessionIx) -> String {
        let session = self.domain.session(session);
        format!("{},{}", self.post(session.post), moment(session.date, session.hours.start()))
    }

    fn pin(&self, position: usize) -> String {
        let pin = &self.domain.pins[position];
        let date = pin.date.map(|date| format!(",{date}")).unwrap_or_default();
        let hours = pin.hours.map(|hours| format!("T{:02}{:02}", hours.start() / 60, hours.start() % 60));
        format!(
            "{},{}{date}{}",
            self.ambassador(pin.ambassador),
            self.post(pin.post),
            hours.unwrap_or_default()
        )
    }

    fn pair(&self, one: AmbassadorIx, other: AmbassadorIx, session: SessionIx) -> String {
        format!("{},{},{}", self.ambassador(one), self.ambassador(other), self.session(session))
    }
}

/// An id as it stands, or kind and position (from 1, by id) where other solvers could not read it.
fn named(kind: &str, position: usize, id: &str) -> String {
    if id.is_ascii() { id.to_owned() } else { format!("{kind}{}", position + 1) }
}

fn moment(date: NaiveDate, minute: u16) -> String {
    format!("{date}T{:02}{:02}", minute / 60, minute % 60)
}
