//! The roster as sessions: who is at one post on one day, in the order in which paper lists them.
//!
//! In: [`Edition`]. Out: [`Session`]s.

use crate::{
    domain::{people::AmbassadorIx, places::PostIx, time::Hours},
    experience::roster::Placement,
    render::edition::{Edition, shown::Shown},
};
use chrono::{NaiveDate, Weekday};

/// A post on one day with those who are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The day.
    pub date: NaiveDate,
    /// The post.
    pub post: PostIx,
    /// From when to when.
    pub hours: Hours,
    /// Who comes, in the order of the file.
    pub people: Vec<AmbassadorIx>,
}

impl Session {
    /// Who comes, each as a placement.
    pub fn placements(&self) -> impl Iterator<Item = Placement> {
        self.people.iter().map(|&ambassador| Placement {
            ambassador,
            post: self.post,
            date: self.date,
            hours: self.hours,
        })
    }
}

/// All sessions with people, by day, hour and post, the shifts of one post together.
pub fn sessions(edition: Edition<'_>) -> Vec<Session> {
    let domain = edition.domain;
    let mut placements = edition.plan.experience.roster.placements.clone();
    placements.retain(|one| edition.copy.recipient.is_none_or(|only| domain.post(one.post).unit == only));
    placements.sort_by_key(|one| key(domain, one));
    placements.dedup();
    placements
        .chunk_by(|one, other| one.session() == other.session())
        .map(|chunk| Session {
            date: chunk[0].date,
            post: chunk[0].post,
            hours: chunk[0].hours,
            people: chunk.iter().map(|placement| placement.ambassador).collect(),
        })
        .collect()
}

/// The sessions day by day.
pub fn days(sessions: &[Session]) -> impl Iterator<Item = &[Session]> {
    sessions.chunk_by(|one, other| one.date == other.date)
}

/// The Monday on or before a day.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).first_day()
}

/// The number of a week that begins on this Monday, 1 for the one in which the season begins.
pub fn week_of_season(edition: Edition<'_>, first: NaiveDate) -> i64 {
    (first - monday(edition.domain.campaign.season.first)).num_weeks() + 1
}

/// Whether the roster goes over many weeks and fills them: a wall has no room for each session by itself, and nobody
/// leafs through a page for each day.
pub fn is_long(sessions: &[Session]) -> bool {
    const WEEKS: usize = 4;
    const SESSIONS: usize = 40;
    let weeks = sessions.chunk_by(|one, other| monday(one.date) == monday(other.date));
    sessions.len() > SESSIONS && weeks.count() >= WEEKS
}

fn key(domain: &Shown<'_>, placement: &Placement) -> (NaiveDate, u16, usize, Hours, usize) {
    let post = domain.post(placement.post);
    let person = domain.ambassador(placement.ambassador);
    (placement.date, post.shifts[0].start(), post.position, placement.hours, person.position)
}
