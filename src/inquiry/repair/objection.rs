//! What speaks against what an organizer says of a change; `render` has the words.

use crate::{
    diagnostic::reference::{Bearer, Kind},
    domain::time::Hours,
    inquiry::entry::Nameable,
};
use chrono::NaiveDate;

/// An entry that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarEntry {
    /// Its id.
    pub id: String,
    /// Its name, where that is not the id.
    pub name: Option<String>,
}

/// What speaks against an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Objection {
    /// Several bear the name, and none has it for its id.
    SeveralNamed {
        /// What was meant.
        kind: Kind,
        /// The name as typed.
        word: String,
        /// Those who bear it.
        bearers: Vec<Bearer>,
    },
    /// Nobody and nothing has the id or the name.
    Unknown {
        /// What was meant.
        kind: Kind,
        /// The id as typed.
        id: String,
        /// What the nearest id or name stands for; several where these have the name in common.
        similar: Vec<SimilarEntry>,
    },
    /// What stands behind the `@` is no day and no range of days.
    NoDate(String),
    /// The days lie outside of the season.
    OutsideSeason {
        /// As typed.
        days: String,
        /// The season's first day.
        first: NaiveDate,
        /// The season's last day.
        last: NaiveDate,
    },
    /// The day lies before the day from which on the plan may change.
    Settled {
        /// As typed.
        days: String,
        /// The day.
        keep_until: NaiveDate,
    },
    /// Some of the days lie before the day from which on the plan may change.
    PartlySettled {
        /// As typed.
        days: String,
        /// The day.
        keep_until: NaiveDate,
        /// The days that are left, as they may be typed.
        rest: String,
    },
    /// Nobody is named behind an option.
    NobodyNamed {
        /// The option.
        option: &'static str,
    },
    /// What is left of it has begun already, as typed.
    Begun(String),
    /// The post is not offered on the day.
    NotOffered {
        /// The post's id.
        post: String,
        /// As typed.
        days: String,
        /// When it is.
        offered: Vec<NaiveDate>,
    },
    /// The absence of a unit or a neighbourhood needs days.
    NoDayOf {
        /// Which of the two.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// What leaves does so from one day on, and a stretch of days or hours was said.
    LeavesForATime {
        /// What it is.
        of: Nameable,
        /// It and its days, as typed.
        word: String,
    },
    /// Closing needs a day.
    NoDay(String),
    /// A seat is added to every session of a post, not to one of them.
    SeatOfADay(String),
    /// What was said is not of the form that the option wants.
    NotTwo {
        /// As typed.
        word: String,
        /// Whether one steps in for the other; else the two change places.
        replaces: bool,
    },
    /// Two people were asked for, and the same was named twice.
    SamePerson(String),
    /// Whoever is to be moved has no session that may still change.
    NothingToMove {
        /// As typed.
        word: String,
        /// What the person has.
        has: Vec<HadSession>,
    },
    /// It must be said which session is meant.
    WhichSession {
        /// The person as typed.
        word: String,
        /// Those that there are.
        has: Vec<HadSession>,
    },
    /// Both have the same session.
    SameSession(String),
    /// A session goes to two people in one command.
    HandedTwice(String),
    /// Whoever is to step in has a session at the same time.
    Engaged {
        /// The person as typed.
        word: String,
        /// It.
        has: Vec<HadSession>,
    },
    /// Whoever is to step in is at the same session.
    ThereAlready {
        /// The person as typed.
        word: String,
        /// It.
        has: Vec<HadSession>,
    },
    /// Whoever came late is nobody of the campaign, and is called nearly like somebody of it.
    NewOrMisspelt {
        /// The person as typed.
        word: String,
        /// Whoever may be meant.
        similar: Vec<SimilarEntry>,
    },
    /// Whoever came late is named with a day.
    LateDay {
        /// The person as typed.
        word: String,
        /// The day as typed.
        days: String,
    },
    /// Whoever came late has sessions already.
    PlacedAlready {
        /// The person as typed.
        word: String,
        /// What the person has.
        has: Vec<HadSession>,
        /// How many he or she takes at most.
        most: u32,
    },
}

/// A session that somebody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HadSession {
    /// When.
    pub date: NaiveDate,
    /// At which hours, where the post has several shifts, or the person another session on that day.
    pub hours: Option<Hours>,
    /// What the post is called.
    pub post: String,
}
