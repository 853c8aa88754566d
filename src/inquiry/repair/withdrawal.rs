//! What leaves a campaign from a day on: a unit, a post, somebody, a neighbourhood. What is past stays as it was.
//!
//! In: the words of `--without`, such as `unit:bank@2019-03-01`, and the earlier plan. Out: those that mean a withdrawal, and
//! what each changes ([`Edits`]); the others take the entry out of the whole campaign. What has begun stays, session by session.

use crate::{
    diagnostic::naming::Named,
    domain::{
        Domain,
        dates::{DateSpan, Weekdays},
        periods::{Period, Periods},
        places::{Need, PostIx, Session},
        time::Hours,
    },
    inquiry::{
        entry::{Entry, Nameable},
        repair::{
            edits::{Edits, Withdrawal},
            objection::Objection,
            words::{DATED, Setting, month, named, one_period, period},
        },
    },
    plan::{earlier::EarlierPlan, naming::naming},
    planning::earlier::RepairTerms,
};
use chrono::NaiveDate;

/// The words of `--without`, by what they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leaving {
    /// From a day on: each with its day.
    pub withdrawn: Vec<String>,
    /// From the beginning.
    pub removed: Vec<String>,
}

impl Leaving {
    /// Tells the two apart. Whatever the earlier plan has before the day on which it leaves withdraws then; the day is said behind
    /// an `@`, or it is the one before which everything stays.
    pub fn of(without: &[String], domain: &Domain, found: &EarlierPlan, terms: RepairTerms) -> Self {
        let mut leaving = Self::default();
        for words in without {
            match withdrawn(words, domain, found, terms) {
                Some(withdrawn) => leaving.withdrawn.push(withdrawn),
                None => leaving.removed.push(
                    dated(words, domain)
                        .map_or_else(|| words.clone(), |(of, word, _)| format!("{}:{word}", of.kind().id())),
                ),
            }
        }
        leaving
    }
}

/// The entry and the day of words that name a day; an id or a name may itself hold such a mark.
fn dated<'a>(words: &'a str, domain: &Domain) -> Option<(Nameable, &'a str, &'a str)> {
    let (of, word) = Nameable::prefix(words)?;
    let is_name = naming(domain, of.kind()).named(word) != Named::Nobody;
    let (word, day) = word.rsplit_once(DATED).filter(|_| !is_name)?;
    Some((of, word.trim(), day.trim()))
}

/// The same words with their day, where they mean a withdrawal.
fn withdrawn(words: &str, domain: &Domain, found: &EarlierPlan, terms: RepairTerms) -> Option<String> {
    let (of, word, day) = match dated(words, domain) {
        Some((of, word, day)) => (of, word, Some(day)),
        None => Nameable::prefix(words).map(|(of, word)| (of, word, None))?,
    };
    // What cannot be read is told where it is resolved.
    let said = |day: &str| Some(format!("{}:{word}@{day}", of.kind().id()));
    let Named::One(position) = naming(domain, of.kind()).named(word) else { return day.and_then(said) };
    let first = match day.map(|day| first_day(day, domain)) {
        Some(None) => return day.and_then(said),
        Some(first) => first,
        None => None,
    };
    let entry = of.at(position);
    let is_over = |date: NaiveDate, hours: Hours| terms.settle(date, hours);
    let is_before =
        |date: NaiveDate, hours: Hours| first.is_some_and(|first| date < first) || is_over(date, hours);
    let is_at = |post: PostIx| match entry {
        Entry::Unit(unit) => domain.post(post).unit == unit,
        Entry::Post(own) => post == own,
        Entry::Ambassador(_) | Entry::Neighbourhood(_) => false,
    };
    let stays = found.placements.stands.iter().any(|(one, _)| {
        let is_own = is_at(one.post) || entry == Entry::Ambassador(one.ambassador);
        is_own && is_before(one.date, one.hours)
    });
    // Where the day is said, what may still be planned before it is not taken away.
    let is_open = first.is_some_and(|first| {
        domain.sessions.iter().any(|one| {
            let is_own = is_at(one.post) || matches!(entry, Entry::Ambassador(_));
            is_own && one.date < first && !is_over(one.date, one.hours)
        })
    });
    let hours = domain.thursday.as_ref().map_or(Hours::DAY, |action| action.hours);
    let mut held = found.action.iter().flat_map(|action| &action.events.stands);
    let is_held = held.any(|event| {
        let is_own = entry == Entry::Unit(event.unit) || entry == Entry::Neighbourhood(event.neighbourhood);
        is_own && is_before(event.date, hours)
    });
    // Whoever is paired has been from the beginning of the Thursday Action on.
    let beginning = domain
        .thursday
        .as_ref()
        .and_then(|action| NaiveDate::from_ymd_opt(action.first.year, action.first.month, 1));
    let mut pairings = found.action.iter().flat_map(|action| &action.pairings.stands);
    let is_paired = beginning.is_some_and(|day| is_before(day, hours))
        && pairings
            .any(|pair| entry == Entry::Unit(pair.unit) || entry == Entry::Neighbourhood(pair.neighbourhood));
    if !(stays || is_open || is_held || is_paired) {
        return None;
    }
    day.and_then(said).or_else(|| said(&terms.keep_until?.to_string()))
}

/// The day from which on something leaves; a month means its first day.
fn first_day(text: &str, domain: &Domain) -> Option<NaiveDate> {
    match period(text, domain).or_else(|| one_period(text, domain.whole_time())) {
        Some(said) => (said == Period::whole(DateSpan::day(said.days.first))).then_some(said.days.first),
        None => month(text),
    }
}

/// Notes what leaves from a day on: `unit:bank@2019-03-01`.
pub(super) fn withdraw(words: &str, setting: Setting<'_>, edits: &mut Edits) -> Result<(), Objection> {
    let Setting { domain, terms, .. } = setting;
    let (of, rest) = Nameable::prefix(words).ok_or_else(|| Objection::NoDay(words.to_owned()))?;
    let kind = of.kind();
    let (position, day) = named(rest, kind, domain)?;
    let day = day.ok_or_else(|| Objection::NoDayOf { kind, id: rest.to_owned() })?;
    let first = first_day(day, domain).ok_or_else(|| match period(day, domain) {
        Some(_) => Objection::LeavesForATime { of, word: rest.to_owned() },
        None => Objection::NoDate(day.to_owned()),
    })?;
    if let Some(keep_until) = terms.keep_until.filter(|keep_until| first < *keep_until) {
        return Err(Objection::Settled { days: day.to_owned(), keep_until });
    }
    let span = DateSpan { first, last: domain.last_day().max(first), weekdays: Weekdays::ALL };
    let action = domain.thursday.as_ref().map(|action| action.hours);
    match of.at(position) {
        Entry::Unit(unit) => {
            let of_unit = domain.sessions.iter().filter(|one| domain.post(one.post).unit == unit);
            let today = of_unit.filter(|one| one.date == first).map(|one| one.hours);
            let left = Periods { periods: left(span, terms, today.chain(action)) };
            for post in (0..domain.posts.len()).map(PostIx).filter(|post| domain.post(*post).unit == unit) {
                let lost = leave(post, first, setting, edits);
                // What has not begun may run beside what has: the hours of the unit cannot tell the two apart.
                let beside: Vec<Session> =
                    lost.into_iter().filter(|one| !left.bars(one.date, one.hours)).collect();
                if !beside.is_empty() {
                    edits.closed.entry(post).or_default().extend(beside);
                }
            }
            edits.units.entry(unit).or_default().periods.extend(left.periods);
        }
        Entry::Neighbourhood(place) => {
            let left = left(span, terms, action.into_iter());
            edits.neighbourhoods.entry(place).or_default().periods.extend(left);
        }
        Entry::Post(post) => {
            let lost = leave(post, first, setting, edits);
            edits.closed.entry(post).or_default().extend(lost);
        }
        Entry::Ambassador(person) => {
            let left = setting.left(person, Period::whole(span), rest)?;
            edits.away.entry(person).or_default().periods.extend(left);
        }
    }
    edits.withdrawn.push(Withdrawal { of, position, first });
    Ok(())
}

/// A stretch of days without what of its first has begun, at any of these hours.
fn left(span: DateSpan, terms: RepairTerms, hours: impl Iterator<Item = Hours>) -> Vec<Period> {
    let begun = hours.filter(|hours| terms.settle(span.first, *hours)).map(Hours::end).max();
    let Some(end) = begun else { return vec![Period::whole(span)] };
    let today = Hours::new(end, Hours::DAY.end()).map(|hours| Period::hours(span.first, hours));
    let next = span.first.succ_opt().filter(|next| *next <= span.last);
    let rest = next.map(|first| Period::whole(DateSpan { first, ..span }));
    today.into_iter().chain(rest).collect()
}

/// The sessions of a post that fall away where it is left from a day on. It wants no more people in all than it has had and can
/// still have.
fn leave(post: PostIx, first: NaiveDate, setting: Setting<'_>, edits: &mut Edits) -> Vec<Session> {
    let Setting { domain, terms, stands, .. } = setting;
    let is_over = |one: &Session| terms.settle(one.date, one.hours);
    let sessions = domain.sessions_of(post).map(|session| *domain.session(session));
    let (lost, kept): (Vec<Session>, Vec<Session>) =
        sessions.partition(|one| one.date >= first && !is_over(one));
    let more = edits.seats.get(&post).copied().unwrap_or(0);
    let (seats, unit) = ((domain.post(post).seats_max + more) as usize, domain.unit(domain.post(post).unit));
    let could = kept.iter().map(|session| {
        if is_over(session) {
            stands.iter().filter(|one| one.session == *session).count()
        } else if unit.closed.bars(session.date, session.hours) {
            0
        } else {
            seats
        }
    });
    let could = u32::try_from(could.sum::<usize>()).unwrap_or(u32::MAX);
    if let Need::InAll(need) = domain.post(post).need
        && could < need
    {
        let lowered = edits.needs.entry(post).or_insert(could);
        *lowered = could.min(*lowered);
    }
    lost
}
