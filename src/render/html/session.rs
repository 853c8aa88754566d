//! The roster as sessions: who is at one post on one day, in the order in which paper lists them.
//!
//! In: [`Edition`]. Out: [`Session`]s and their words.

use crate::{
    domain::{people::AmbassadorIx, places::PostIx, time::Hours},
    experience::roster::Placement,
    render::{
        edition::{Edition, shown::Shown},
        experience::words::Heading,
        wording::Phrase,
    },
};
use chrono::{NaiveDate, Weekday};
use maud::{Markup, html};

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

/// All sessions with people, by day, hour and post, the shifts of one post together.
pub fn sessions(edition: Edition<'_>) -> Vec<Session> {
    let domain = edition.domain;
    let mut placements = edition.plan.experience.roster.placements.clone();
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

impl Edition<'_> {
    /// Who guides at a post, below the name a telephone number where it may stand.
    pub(super) fn mentor(&self, post: PostIx) -> Markup {
        let Some(mentor) = self.domain.post(post).mentor else {
            return html! { (Heading::Nobody.say(self.language)) };
        };
        let phone = self.domain.mentor(mentor).phone.clone();
        html! { (self.names.mentor(mentor)) (below(phone)) }
    }

    /// An ambassador, below the name a telephone number where it may stand.
    pub(super) fn person(&self, ambassador: AmbassadorIx) -> Markup {
        let phone = self.domain.ambassador(ambassador).phone.clone();
        html! { (self.names.ambassador(ambassador)) (below(phone)) }
    }
}

fn below(phone: Option<String>) -> Markup {
    html! { @if let Some(phone) = phone { span.phone { (phone) } } }
}
