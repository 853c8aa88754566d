//! Whom, what and which days words on the command line mean.
//!
//! In: words such as `a03@2018-10-23` and the campaign. Out: positions and periods, or what speaks against the words.

use crate::{
    diagnostic::{
        naming::{Called, Named},
        nearest::Dictionary,
        reference::Kind,
    },
    domain::{
        Domain,
        dates::{DateSpan, Weekdays},
        people::AmbassadorIx,
        periods::Period,
        time::Hours,
    },
    inquiry::{
        entry::Nameable,
        repair::{
            edits::spelled,
            objection::{HadSession, Objection, SimilarEntry},
        },
    },
    plan::{
        earlier::Held,
        naming::{bearers, naming},
    },
    planning::earlier::RepairTerms,
    validation::dates::{self, Listed},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What words are read against.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// What of the earlier plan must not change.
    pub terms: RepairTerms,
    /// What it had, as far as the campaign has room for it.
    pub stands: &'a [Held],
    /// Who of the campaign is new with this command.
    pub newcomers: &'a [Newcomer],
}

/// Somebody whom the campaign did not have before this command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// The id: as typed, and the name too where no other is given.
    pub id: String,
    /// The name, where it is given in the same command.
    pub name: Option<String>,
    /// Who of the campaign may have been meant; nobody where the name is given.
    pub similar: Vec<SimilarEntry>,
}

impl Newcomer {
    /// The words of `--set` that add the person to a campaign; where a name is given, it is set besides.
    pub fn joining(&self) -> String {
        let id = &self.id;
        match self.name {
            Some(_) => format!("ambassadors.{id}.id={}", serde_json::Value::from(id.as_str())),
            None => format!("ambassadors.{id}.name={}", serde_json::Value::from(id.as_str())),
        }
    }

    /// What the words of one `--set` give as the person's name.
    pub fn named_by<'a>(&self, set: &'a str) -> Option<&'a str> {
        let rest = set.trim_start().strip_prefix("ambassadors.")?.strip_prefix(self.id.as_str())?;
        rest.trim_start().strip_prefix(".name")?.trim_start().strip_prefix('=')
    }
}

/// Those who are said to come late and whom nobody of the campaign is called like, each once; `set` are the words of `--set`,
/// which may give them another name than their id. Of those whose names are like theirs, `others` are not meant.
pub fn newcomers(
    late: &[String],
    set: &[String],
    domain: &Domain,
    others: &BTreeSet<String>,
) -> Vec<Newcomer> {
    let naming = naming(domain, Kind::Ambassador);
    let words = late_words(late, domain);
    let is_new = |name: &&str| naming.named(name) == Named::Nobody && !name.contains(DATED);
    let new: BTreeSet<&str> = words.iter().map(String::as_str).filter(is_new).collect();
    let may_be_meant = naming.entries().iter().filter(|one| !others.contains(&one.id));
    let may_be_meant: Vec<Called> = may_be_meant.cloned().collect();
    let newcomer = |id: &str| {
        let mut newcomer = Newcomer { id: id.to_owned(), name: None, similar: Vec::new() };
        newcomer.name = set.iter().find_map(|set| newcomer.named_by(set)).map(|name| name.trim().to_owned());
        if newcomer.name.is_none() {
            newcomer.similar = similar(id, &may_be_meant);
        }
        newcomer
    };
    new.into_iter().map(newcomer).collect()
}

/// Whom words about people mean one by one: what nobody is called may be a list of names.
pub(super) fn late_words(words: &[String], domain: &Domain) -> Vec<String> {
    let naming = naming(domain, Kind::Ambassador);
    let people = words.iter().flat_map(|word| {
        let is_known = naming.named(word.trim()) != Named::Nobody;
        let marks: &[char] = if is_known { &[] } else { &BETWEEN };
        word.split(marks).map(str::trim).filter(|word| !word.is_empty())
    });
    people.map(str::to_owned).collect()
}

/// What stands between the names of a list.
const BETWEEN: [char; 5] = [',', '，', '、', ';', '；'];

/// Of whom words about absences speak one by one: a list of people, of whom one may name the days of the others too; of several
/// days whoever names none has the next ones, or else the last.
pub(super) fn absent_words(words: &[String], domain: &Domain) -> Vec<String> {
    let is_person = |word: &str| named(word, Kind::Ambassador, domain).is_ok();
    let is_name = |word: &str| naming(domain, Kind::Ambassador).named(word) != Named::Nobody;
    let one_by_one = |word: &String| {
        let parts: Vec<&str> = word.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).collect();
        let is_list = parts.len() > 1
            && parts.iter().any(|part| is_person(part))
            && !parts.iter().any(|part| period(part, domain).is_some());
        if !is_list || Nameable::prefix(word).is_some() || is_name(word) {
            return vec![word.clone()];
        }
        let mut days = parts.iter().rev().find_map(|part| dated(part, domain)).map(|(_, days)| days);
        let mut all: Vec<String> = Vec::new();
        for part in parts.into_iter().rev() {
            let own = dated(part, domain).map(|(_, own)| own);
            days = own.or(days);
            let word = days.filter(|_| own.is_none()).map(|days| format!("{part}@{days}"));
            all.push(word.unwrap_or_else(|| part.to_owned()));
        }
        all.reverse();
        all
    };
    words.iter().flat_map(one_by_one).collect()
}

/// What stands between a person or a post and a day.
pub const DATED: [char; 2] = ['@', '＠'];

/// The person and the day of words that name a day too; an id or a name may itself hold such a mark.
pub(super) fn dated<'a>(word: &'a str, domain: &Domain) -> Option<(&'a str, &'a str)> {
    let (person, days) = word.rsplit_once(DATED)?;
    let is_name = naming(domain, Kind::Ambassador).named(word) != Named::Nobody;
    (!is_name).then_some((person.trim(), days.trim()))
}

impl Setting<'_> {
    /// What of a period is left to be away in for somebody who is at a session that has begun already.
    pub(super) fn left(
        self,
        person: AmbassadorIx,
        period: Period,
        word: &str,
    ) -> Result<Vec<Period>, Objection> {
        let own = self.stands.iter().filter(|one| one.ambassador == person);
        let begun = own.map(|one| one.session).filter(|one| {
            Some(one.date) == self.terms.keep_until
                && self.terms.settle(one.date, one.hours)
                && period.bars(one.date, one.hours)
        });
        let Some(last) = begun.max_by_key(|one| one.hours.end()) else { return Ok(vec![period]) };
        let until = period.part.map_or(Hours::DAY, |part| part.hours).end();
        let today = Hours::new(last.hours.end(), until.min(Hours::DAY.end()));
        let mut left: Vec<Period> = today.map(|hours| Period::hours(last.date, hours)).into_iter().collect();
        let DateSpan { last: end, weekdays, .. } = period.days;
        let next = last.date.succ_opt().filter(|next| *next <= end);
        left.extend(
            next.map(|first| Period { days: DateSpan { first, last: end, weekdays }, part: period.part }),
        );
        if left.is_empty() { Err(Objection::Begun(word.to_owned())) } else { Ok(left) }
    }

    /// The sessions of somebody that may still change, in the order of the plan.
    pub(super) fn open(self, person: AmbassadorIx) -> Vec<Held> {
        let is_open = |one: &&Held| !self.terms.settle(one.session.date, one.session.hours);
        self.stands.iter().filter(|one| one.ambassador == person).filter(is_open).copied().collect()
    }

    /// Sessions as they are told, by day and hour.
    pub(super) fn told(self, held: &[Held]) -> Vec<HadSession> {
        let mut held = held.to_vec();
        held.sort_by_key(|one| (one.session.date, one.session.hours, one.session.post));
        let told = held.iter().map(|Held { session: one, .. }| {
            let post = self.domain.post(one.post);
            let same_day = held.iter().filter(|other| other.session.date == one.date).count();
            let hours = post.told(one.hours).or((same_day > 1).then_some(one.hours));
            HadSession { date: one.date, hours, post: post.title.clone() }
        });
        told.collect()
    }
}

/// The entry that a word names, and what stands behind the `@`; an id or a name may itself hold one.
pub(super) fn named<'a>(
    word: &'a str,
    kind: Kind,
    domain: &Domain,
) -> Result<(usize, Option<&'a str>), Objection> {
    let naming = naming(domain, kind);
    if let Named::One(position) = naming.named(word) {
        return Ok((position, None));
    }
    let (word, days) = word.rsplit_once(DATED).map_or((word, None), |(word, days)| (word, Some(days)));
    let word = word.trim();
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
pub(super) fn within(days: &str, domain: &Domain, terms: RepairTerms) -> Result<Period, Objection> {
    let period = period(days, domain).ok_or_else(|| Objection::NoDate(days.to_owned()))?;
    let span = period.days;
    let DateSpan { first, last, .. } = domain.campaign.season;
    if span.first < first || last < span.last {
        return Err(Objection::OutsideSeason { days: days.to_owned(), first, last });
    }
    settled(days, period, terms).map_or(Ok(period), Err)
}

/// What speaks against days of which not all may still change.
pub(super) fn settled(days: &str, period: Period, terms: RepairTerms) -> Option<Objection> {
    let keep_until = terms.keep_until?;
    if period.days.days().next().is_some_and(|first| keep_until <= first) {
        return None;
    }
    let rest = Period { days: DateSpan { first: keep_until, ..period.days }, ..period };
    let (days, is_left) = (days.to_owned(), keep_until <= period.days.last);
    Some(match rest.days.days().next().filter(|_| is_left) {
        Some(_) => Objection::PartlySettled { days, keep_until, rest: spelled(&[rest]) },
        None => Objection::Settled { days, keep_until },
    })
}

/// A day or one stretch of days, perhaps with hours, as a campaign file may write it.
pub(super) fn period(text: &str, domain: &Domain) -> Option<Period> {
    one_period(text, domain.campaign.season)
}

/// The same of another time than the season.
pub(super) fn one_period(text: &str, time: DateSpan) -> Option<Period> {
    match dates::read(text, Some(time), Listed::default()).ok()?.periods.as_slice() {
        [period] => Some(*period),
        _ => None,
    }
}

/// The first day of a month such as `2019-03`.
pub(super) fn month(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(&format!("{}-01", text.trim()), "%Y-%m-%d").ok()
}

/// All days of the season that may still change.
pub(super) fn open_days(domain: &Domain, terms: RepairTerms) -> Result<Period, Objection> {
    let season = domain.campaign.season;
    match terms.keep_until {
        Some(keep_until) if season.last < keep_until => {
            let days = format!("{}..{}", season.first, season.last);
            Err(Objection::Settled { days, keep_until })
        }
        keep_until => {
            let first = keep_until.map_or(season.first, |day| day.max(season.first));
            Ok(Period::whole(DateSpan { first, last: season.last, weekdays: Weekdays::ALL }))
        }
    }
}
