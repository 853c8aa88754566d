//! The campaign as it is meant: sound by construction, every reference resolved.
//!
//! In: what validation has found to be in order. Out: [`Domain`], read by the planning problems.
//! Entities of each kind are sorted by id, so that the order of the file never decides anything;
//! `position` keeps that order for printing.

pub mod dates;
pub mod geography;
pub mod holidays;
pub mod lot;
pub mod minutes;
pub mod organizations;
pub mod people;
pub mod periods;
pub mod places;
pub mod private;
pub mod requests;
pub mod rules;
#[cfg(test)]
pub(crate) mod sample;
pub mod spelled;
pub mod themes;
pub mod thursday;
pub mod time;

use crate::domain::{
    people::{Ambassador, AmbassadorIx},
    places::{
        Mentor, MentorIx, Need, Neighbourhood, NeighbourhoodIx, Post, PostIx, Session, SessionIx, Unit,
        UnitIx,
    },
    requests::{Ban, Group, Pin},
    rules::Rules,
    themes::{Theme, ThemeIx},
    thursday::ThursdayAction,
};
use chrono::{Months, NaiveDate};
use dates::DateSpan;
use time::Hours;

/// The language of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// Name and telephone number of somebody to call; both as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Whom to ask for.
    pub name: Option<String>,
    /// Telephone number, text as written.
    pub phone: Option<String>,
}

/// The lecture (初心讲堂) after the campaign; printed as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lecture {
    /// What it is called.
    pub title: Option<String>,
    /// On which day.
    pub date: Option<NaiveDate>,
    /// From when to when.
    pub hours: Option<Hours>,
    /// Where.
    pub place: Option<String>,
    /// Who speaks.
    pub speaker: Option<String>,
    /// The speaker's unit.
    pub unit: Option<UnitIx>,
    /// A free remark.
    pub note: Option<String>,
}

/// What the campaign says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// What tells it from other campaigns; nothing else goes by it.
    pub id: Option<String>,
    /// The campaign's name.
    pub name: String,
    /// Who organizes it.
    pub organizer: Option<String>,
    /// The office's own contact, always printed in clear.
    pub contact: Option<Contact>,
    /// First and last day.
    pub season: DateSpan,
    /// Usual hours of a post.
    pub hours: Hours,
    /// What is printed is printed in this language.
    pub language: Language,
    /// The seed of the lot that breaks ties.
    pub seed: String,
    /// The lecture afterwards.
    pub lecture: Option<Lecture>,
    /// Where everybody gathers, and when.
    pub meet: Option<String>,
    /// What everybody brings.
    pub bring: Vec<String>,
    /// A free remark.
    pub note: Option<String>,
}

/// A whole campaign, valid: what is planned for.
#[derive(Debug, Clone)]
pub struct Domain {
    /// What the campaign says of itself.
    pub campaign: Header,
    /// Host units by id.
    pub units: Vec<Unit>,
    /// Mentors by unit and name: one name at several posts of one unit is one person.
    pub mentors: Vec<Mentor>,
    /// Posts by id.
    pub posts: Vec<Post>,
    /// Sessions by post, date and hours: every shift of every date of every post; those on days on which its unit is closed too.
    pub sessions: Vec<Session>,
    /// Ambassadors by id.
    pub ambassadors: Vec<Ambassador>,
    /// Limits and preferences.
    pub rules: Rules,
    /// Agreed placements, as written.
    pub pins: Vec<Pin>,
    /// Placements that must not be, as written.
    pub bans: Vec<Ban>,
    /// People who go together or apart, as written.
    pub groups: Vec<Group>,
    /// Neighbourhoods by id.
    pub neighbourhoods: Vec<Neighbourhood>,
    /// Themes by id.
    pub themes: Vec<Theme>,
    /// The year's Thursday Action, where the campaign has one.
    pub thursday: Option<ThursdayAction>,
    /// The greatest number of ranks in the wishes of the ambassadors, as written: the cost of a session that no wish holds.
    pub longest_wishes: u32,
}

impl Domain {
    /// The unit behind an index.
    pub fn unit(&self, unit: UnitIx) -> &Unit {
        &self.units[unit.0]
    }

    /// The mentor behind an index.
    pub fn mentor(&self, mentor: MentorIx) -> &Mentor {
        &self.mentors[mentor.0]
    }

    /// The post behind an index.
    pub fn post(&self, post: PostIx) -> &Post {
        &self.posts[post.0]
    }

    /// The session behind an index.
    pub fn session(&self, session: SessionIx) -> &Session {
        &self.sessions[session.0]
    }

    /// The ambassador behind an index.
    pub fn ambassador(&self, ambassador: AmbassadorIx) -> &Ambassador {
        &self.ambassadors[ambassador.0]
    }

    /// The neighbourhood behind an index.
    pub fn neighbourhood(&self, neighbourhood: NeighbourhoodIx) -> &Neighbourhood {
        &self.neighbourhoods[neighbourhood.0]
    }

    /// The theme behind an index.
    pub fn theme(&self, theme: ThemeIx) -> &Theme {
        &self.themes[theme.0]
    }

    /// What somebody's organization is called: the words that he or she gives, else the employer's name.
    pub fn organization(&self, ambassador: AmbassadorIx) -> Option<&str> {
        let person = self.ambassador(ambassador);
        let words = person.organization.as_deref().filter(|words| !words.trim().is_empty());
        words.or_else(|| person.employer.map(|unit| &*self.unit(unit).name))
    }

    /// The last day of the season and of the Thursday Action.
    pub fn last_day(&self) -> NaiveDate {
        let last = self.campaign.season.last;
        let action = self.thursday.as_ref().and_then(|action| {
            let first = NaiveDate::from_ymd_opt(action.last.year, action.last.month, 1)?;
            (first + Months::new(1)).pred_opt()
        });
        action.map_or(last, |of_action| of_action.max(last))
    }

    /// All days from the first of the season or of the Thursday Action to the last of either.
    pub fn whole_time(&self) -> DateSpan {
        let season = self.campaign.season;
        let action = self.thursday.as_ref();
        let first =
            action.and_then(|action| NaiveDate::from_ymd_opt(action.first.year, action.first.month, 1));
        let first = first.map_or(season.first, |first| first.min(season.first));
        DateSpan { first, last: self.last_day(), ..season }
    }

    /// Where a session stands, if the campaign has it.
    pub fn position(&self, session: Session) -> Option<SessionIx> {
        self.sessions.binary_search(&session).ok().map(SessionIx)
    }

    /// The indices of all sessions of one post, in order of date and hours.
    pub fn sessions_of(&self, post: PostIx) -> impl Iterator<Item = SessionIx> + use<> {
        let first = self.sessions.partition_point(|session| session.post < post);
        let last = self.sessions.partition_point(|session| session.post <= post);
        (first..last).map(SessionIx)
    }

    /// Whether a session's unit is open at its hours.
    pub fn is_open(&self, session: SessionIx) -> bool {
        let session = self.session(session);
        !self.unit(self.post(session.post).unit).closed.bars(session.date, session.hours)
    }

    /// The sessions whose unit is open, in order.
    pub fn open_sessions(&self) -> impl Iterator<Item = &Session> {
        let open = |(position, _): &(usize, &Session)| self.is_open(SessionIx(*position));
        self.sessions.iter().enumerate().filter(open).map(|(_, session)| session)
    }

    /// How many ambassadors a post wants over the campaign.
    pub fn wanted(&self, post: PostIx) -> u64 {
        match self.post(post).need {
            Need::InAll(need) => need.into(),
            Need::AtEach(need) => {
                let open = self.sessions_of(post).filter(|&session| self.is_open(session)).count();
                u64::from(need) * u64::try_from(open).unwrap_or(u64::MAX)
            }
        }
    }

    /// Whether a pin gives somebody a session.
    pub fn is_agreed(&self, ambassador: AmbassadorIx, session: &Session) -> bool {
        self.pins.iter().any(|pin| pin.ambassador == ambassador && pin.allows(session))
    }

    /// Great-circle metres from where the ambassador's journey starts to the post's unit; `None` where a place
    /// is unknown.
    pub fn metres(&self, ambassador: AmbassadorIx, post: PostIx) -> Option<i64> {
        let origin = self.ambassador(ambassador).origin?;
        let destination = self.unit(self.post(post).unit).location?;
        Some(geography::metres(origin, destination))
    }

    /// Great-circle metres from a unit to a neighbourhood; `None` where a place is unknown.
    pub fn pairing_metres(&self, unit: UnitIx, neighbourhood: NeighbourhoodIx) -> Option<i64> {
        Some(geography::metres(self.unit(unit).location?, self.neighbourhood(neighbourhood).location?))
    }
}
