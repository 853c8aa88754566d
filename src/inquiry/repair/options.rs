//! What an organizer says on the command line about a change.
//!
//! In: words such as `a03@2018-10-23` and the campaign. Out: [`Edits`], or everything that speaks against the words.

use crate::{
    diagnostic::{
        naming::{Called, Named},
        nearest::Dictionary,
        reference::{Bearer, Kind},
    },
    domain::{
        Domain,
        dates::{DateSpan, Weekdays},
        people::AmbassadorIx,
        periods::{Period, Periods},
        places::{NeighbourhoodIx, Post, PostIx, Session, UnitIx},
    },
    inquiry::repair::edits::Edits,
    plan::naming::{bearers, naming},
    planning::earlier::RepairTerms,
    validation::dates::{self, Listed},
};
use chrono::{Months, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// What stands before the id of a unit.
const UNIT: &str = "unit:";

/// What stands before the id of a neighbourhood.
const NEIGHBOURHOOD: &str = "neighbourhood:";

/// The options as typed.
#[derive(Debug, Clone, Default)]
pub struct RepairOptions {
    /// `--absent`.
    pub absent: Vec<String>,
    /// `--close`.
    pub close: Vec<String>,
    /// `--add-seat`.
    pub add_seat: Vec<String>,
}

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
    /// Closing needs a day.
    NoDay(String),
    /// A seat is added to every session of a post, not to one of them.
    SeatOfADay(String),
}

impl RepairOptions {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.absent.is_empty() && self.close.is_empty() && self.add_seat.is_empty()
    }

    /// What the words mean in a campaign.
    ///
    /// # Errors
    /// Everything that speaks against them.
    pub fn resolve(&self, domain: &Domain, terms: RepairTerms) -> Result<Edits, Vec<Objection>> {
        let mut edits = Edits::default();
        let mut objections = Vec::new();
        let is_person = |word: &str| domain.ambassadors.iter().any(|person| person.id == word);
        for word in &self.absent {
            let named = |kind| word.strip_prefix(kind).filter(|_| !is_person(word));
            let said = if let Some(word) = named(UNIT) {
                closed(word, Kind::Unit, domain, terms)
                    .map(|(unit, span)| edits.units.entry(UnitIx(unit)).or_default().periods.push(span))
            } else if let Some(word) = named(NEIGHBOURHOOD) {
                closed(word, Kind::Neighbourhood, domain, terms).map(|(place, span)| {
                    edits.neighbourhoods.entry(NeighbourhoodIx(place)).or_default().periods.push(span);
                })
            } else {
                absence(word, domain, terms).map(|(person, span)| {
                    edits.absences.push((word.clone(), person, span));
                    edits.away.entry(person).or_default().periods.push(span);
                })
            };
            objections.extend(said.err());
        }
        for word in &self.close {
            match closing(word, domain, terms) {
                Ok((post, days)) => edits.closed.entry(post).or_default().extend(days),
                Err(objection) => objections.push(objection),
            }
        }
        for word in &self.add_seat {
            match seat(word, domain) {
                Ok(post) => *edits.seats.entry(post).or_default() += 1,
                Err(objection) => objections.push(objection),
            }
        }
        if objections.is_empty() { Ok(edits) } else { Err(objections) }
    }
}

fn absence(word: &str, domain: &Domain, terms: RepairTerms) -> Result<(AmbassadorIx, Period), Objection> {
    let (person, days) = named(word, Kind::Ambassador, domain)?;
    let season = domain.campaign.season;
    if let Some(days) = days {
        return Ok((AmbassadorIx(person), within(days, domain, terms)?));
    }
    match terms.keep_until {
        Some(keep_until) if season.last < keep_until => {
            let days = format!("{}..{}", season.first, season.last);
            Err(Objection::Settled { days, keep_until })
        }
        keep_until => {
            let first = keep_until.map_or(season.first, |day| day.max(season.first));
            let days = DateSpan { first, last: season.last, weekdays: Weekdays::ALL };
            Ok((AmbassadorIx(person), Period::whole(days)))
        }
    }
}

/// A unit or a neighbourhood that is closed on a day, on days, or in a month: on its Thursdays where these are what is
/// planned, else on all its days.
fn closed(word: &str, kind: Kind, domain: &Domain, terms: RepairTerms) -> Result<(usize, Period), Objection> {
    let (position, days) = named(word, kind, domain)?;
    let days = days.ok_or_else(|| Objection::NoDayOf { kind, id: word.to_owned() })?;
    let period = period(days, domain)
        .or_else(|| month(days, domain).map(Period::whole))
        .ok_or_else(|| Objection::NoDate(days.to_owned()))?;
    match terms.keep_until {
        Some(keep_until) if period.days.days().next().is_none_or(|first| first < keep_until) => {
            Err(Objection::Settled { days: days.to_owned(), keep_until })
        }
        _ => Ok((position, period)),
    }
}

/// The days of a month such as `2019-03`.
fn month(text: &str, domain: &Domain) -> Option<DateSpan> {
    let first = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok()?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    let weekdays = if domain.thursday.is_some() { Weekdays::of([Weekday::Thu]) } else { Weekdays::ALL };
    Some(DateSpan { first, last, weekdays })
}

fn closing(word: &str, domain: &Domain, terms: RepairTerms) -> Result<(PostIx, Vec<Session>), Objection> {
    let (post, days) = named(word, Kind::Post, domain)?;
    let post = PostIx(post);
    let days = days.ok_or_else(|| Objection::NoDay(word.to_owned()))?;
    let closed = Periods { periods: vec![within(days, domain, terms)?] };
    let sessions: Vec<Session> = domain.sessions_of(post).map(|session| *domain.session(session)).collect();
    // Which shifts that closes is told as a file that said so would tell it.
    let shut = Post { closed, ..domain.post(post).clone() };
    let is_shut = |session: &&Session| shut.is_closed(session.date, session.hours);
    let closed: Vec<Session> = sessions.iter().filter(is_shut).copied().collect();
    if closed.is_empty() {
        let mut offered: Vec<NaiveDate> = sessions.iter().map(|session| session.date).collect();
        offered.dedup();
        let post = domain.post(post).id.clone();
        return Err(Objection::NotOffered { post, days: days.to_owned(), offered });
    }
    Ok((post, closed))
}

fn seat(word: &str, domain: &Domain) -> Result<PostIx, Objection> {
    match named(word, Kind::Post, domain)? {
        (post, None) => Ok(PostIx(post)),
        (_, Some(_)) => Err(Objection::SeatOfADay(word.to_owned())),
    }
}

/// The entry that a word names, and what stands behind the `@`; an id or a name may itself hold one.
fn named<'a>(word: &'a str, kind: Kind, domain: &Domain) -> Result<(usize, Option<&'a str>), Objection> {
    let naming = naming(domain, kind);
    if let Named::One(position) = naming.named(word) {
        return Ok((position, None));
    }
    let (word, days) = word.rsplit_once('@').map_or((word, None), |(word, days)| (word, Some(days)));
    match naming.named(word) {
        Named::One(position) => Ok((position, days)),
        Named::Several(positions) => {
            let bearers = bearers(domain, kind, &positions);
            Err(Objection::SeveralNamed { kind, word: word.to_owned(), bearers })
        }
        Named::Nobody => {
            let similar = similar(word, naming.entries());
            Err(Objection::Unknown { kind, id: word.to_owned(), similar })
        }
    }
}

/// What an unknown word was probably meant for, by id or by name.
fn similar(word: &str, entries: &[Called]) -> Vec<SimilarEntry> {
    let mut words: BTreeMap<&str, Vec<SimilarEntry>> = BTreeMap::new();
    for Called { id, name, .. } in entries {
        let similar = SimilarEntry { id: id.clone(), name: (name != id).then(|| name.clone()) };
        if name != id {
            words.entry(name).or_default().push(similar.clone());
        }
        words.entry(id).or_default().push(similar);
    }
    Dictionary::of(words).nearest(word).cloned().unwrap_or_default()
}

/// Days in the season that may still change.
fn within(days: &str, domain: &Domain, terms: RepairTerms) -> Result<Period, Objection> {
    let period = period(days, domain).ok_or_else(|| Objection::NoDate(days.to_owned()))?;
    let span = period.days;
    let DateSpan { first, last, .. } = domain.campaign.season;
    let days = days.to_owned();
    if span.first < first || last < span.last {
        return Err(Objection::OutsideSeason { days, first, last });
    }
    match terms.keep_until {
        Some(keep_until) if span.first < keep_until => Err(Objection::Settled { days, keep_until }),
        _ => Ok(period),
    }
}

/// A day or one stretch of days, perhaps with hours, as a campaign file may write it.
fn period(text: &str, domain: &Domain) -> Option<Period> {
    match dates::read(text, Some(domain.campaign.season), Listed::default()).ok()?.periods.as_slice() {
        [period] => Some(*period),
        _ => None,
    }
}
