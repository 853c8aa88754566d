//! What leaves a campaign from a day on: a unit, a post, somebody, a neighbourhood. What is past stays as it was.
//!
//! In: the words of `--without`, such as `unit:bank@2019-03-01`, and the earlier plan. Out: those that mean a withdrawal, and
//! what each changes ([`Edits`]); the others take the entry out of the whole campaign.

use crate::{
    diagnostic::{naming::Named, reference::Kind},
    domain::{
        Domain,
        dates::{DateSpan, Weekdays},
        people::AmbassadorIx,
        periods::Period,
        places::{Need, NeighbourhoodIx, PostIx, Session, UnitIx},
        time::Hours,
    },
    inquiry::repair::{
        edits::Edits,
        objection::Objection,
        words::{DATED, Setting, named, period},
    },
    plan::{earlier::EarlierPlan, naming::naming},
    planning::earlier::RepairTerms,
};
use chrono::{Months, NaiveDate};

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
                None => leaving.removed.push(words.split_once(DATED).map_or(words.clone(), |(entry, _)| {
                    if dated(words, domain).is_some() { entry.trim().to_owned() } else { words.clone() }
                })),
            }
        }
        leaving
    }
}

/// The kinds that can leave from a day on.
const KINDS: [Kind; 4] = [Kind::Unit, Kind::Post, Kind::Ambassador, Kind::Neighbourhood];

/// The kind and the rest of words such as `unit:bank`.
fn kind_of(words: &str) -> Option<(Kind, &str)> {
    let (kind, word) = words.split_once([':', '：'])?;
    let kind = KINDS.into_iter().find(|known| known.id() == kind.trim())?;
    Some((kind, word.trim()))
}

/// The entry and the day of words that name a day; an id or a name may itself hold such a mark.
fn dated<'a>(words: &'a str, domain: &Domain) -> Option<(Kind, &'a str, &'a str)> {
    let (kind, word) = kind_of(words)?;
    let is_name = naming(domain, kind).named(word) != Named::Nobody;
    let (word, days) = word.rsplit_once(DATED).filter(|_| !is_name)?;
    Some((kind, word.trim(), days.trim()))
}

/// The same words with their day, where they mean a withdrawal.
fn withdrawn(words: &str, domain: &Domain, found: &EarlierPlan, terms: RepairTerms) -> Option<String> {
    let (kind, word, days) = match dated(words, domain) {
        Some((kind, word, days)) => (kind, word, Some(days)),
        None => kind_of(words).map(|(kind, word)| (kind, word, None))?,
    };
    // What cannot be read is told where it is resolved.
    let said = |days: &str| Some(format!("{}:{word}@{days}", kind.id()));
    let Named::One(position) = naming(domain, kind).named(word) else { return days.and_then(said) };
    let first = match days {
        Some(days) => match period(days, domain) {
            Some(period) => Some(period.days.first),
            None => return said(days),
        },
        None => None,
    };
    let is_before = |date: NaiveDate, hours: Hours| match first {
        Some(first) => date < first || terms.settle(date, hours),
        None => terms.settle(date, hours),
    };
    let stays = found.placements.stands.iter().any(|(one, _)| {
        let is_own = match kind {
            Kind::Unit => domain.post(one.post).unit == UnitIx(position),
            Kind::Post => one.post == PostIx(position),
            Kind::Ambassador => one.ambassador == AmbassadorIx(position),
            Kind::Neighbourhood | Kind::Theme => false,
        };
        is_own && is_before(one.date, one.hours)
    });
    let hours = domain.thursday.as_ref().map_or(Hours::DAY, |action| action.hours);
    let held = found.action.iter().flat_map(|action| &action.events.stands);
    let is_held = held.into_iter().any(|event| {
        let is_own = match kind {
            Kind::Unit => event.unit == UnitIx(position),
            Kind::Neighbourhood => event.neighbourhood == NeighbourhoodIx(position),
            Kind::Post | Kind::Ambassador | Kind::Theme => false,
        };
        is_own && is_before(event.date, hours)
    });
    if !(stays || is_held) {
        return None;
    }
    days.and_then(said).or_else(|| said(&terms.keep_until?.to_string()))
}

/// Notes what leaves from a day on: `unit:bank@2019-03-01`, or in a stretch of days.
pub(super) fn withdraw(words: &str, setting: Setting<'_>, edits: &mut Edits) -> Result<(), Objection> {
    let Setting { domain, terms, .. } = setting;
    let (kind, rest) = kind_of(words).ok_or_else(|| Objection::NoDay(words.to_owned()))?;
    let (position, days) = named(rest, kind, domain)?;
    let days = days.ok_or_else(|| Objection::NoDayOf { kind, id: rest.to_owned() })?;
    let said = period(days, domain).ok_or_else(|| Objection::NoDate(days.to_owned()))?;
    let DateSpan { first, last, .. } = said.days;
    if let Some(keep_until) = terms.keep_until.filter(|keep_until| first < *keep_until) {
        return Err(Objection::Settled { days: days.to_owned(), keep_until });
    }
    let last = if first == last { last_day(domain).max(first) } else { last };
    let span = DateSpan { first, last, weekdays: Weekdays::ALL };
    let action = domain.thursday.as_ref().map(|action| action.hours);
    match kind {
        Kind::Unit => {
            let unit = UnitIx(position);
            let posts: Vec<PostIx> =
                (0..domain.posts.len()).map(PostIx).filter(|post| domain.post(*post).unit == unit).collect();
            let hours = posts.iter().flat_map(|&post| domain.post(post).shifts.iter().copied());
            let left = left(span, terms, hours.chain(action));
            for &post in &posts {
                want_no_more(post, &left, setting, edits);
            }
            edits.units.entry(unit).or_default().periods.extend(left);
        }
        Kind::Neighbourhood => {
            let left = left(span, terms, action.into_iter());
            edits.neighbourhoods.entry(NeighbourhoodIx(position)).or_default().periods.extend(left);
        }
        Kind::Post => {
            let post = PostIx(position);
            let left = left(span, terms, domain.post(post).shifts.iter().copied());
            want_no_more(post, &left, setting, edits);
            let sessions = domain.sessions_of(post).map(|session| *domain.session(session));
            let is_off = |one: &Session| bars(&left, one);
            edits.closed.entry(post).or_default().extend(sessions.filter(is_off));
        }
        Kind::Ambassador | Kind::Theme => {
            let person = AmbassadorIx(position);
            let left = setting.left(person, Period::whole(span), rest)?;
            edits.away.entry(person).or_default().periods.extend(left);
        }
    }
    edits.withdrawn.push((kind, position, first));
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

fn bars(periods: &[Period], session: &Session) -> bool {
    periods.iter().any(|period| period.bars(session.date, session.hours))
}

/// A post that is left wants no more people in all than it has had.
fn want_no_more(post: PostIx, left: &[Period], setting: Setting<'_>, edits: &mut Edits) {
    let Need::InAll(need) = setting.domain.post(post).need else { return };
    let had =
        setting.stands.iter().filter(|one| one.session.post == post && !bars(left, &one.session)).count();
    if let Some(had) = u32::try_from(had).ok().filter(|had| *had < need) {
        edits.needs.insert(post, had);
    }
}

/// The last day of the season and of the Thursday Action.
fn last_day(domain: &Domain) -> NaiveDate {
    let action = domain.thursday.as_ref().and_then(|action| {
        let first = NaiveDate::from_ymd_opt(action.last.year, action.last.month, 1)?;
        (first + Months::new(1)).pred_opt()
    });
    action.map_or(domain.campaign.season.last, |last| last.max(domain.campaign.season.last))
}
