//! What an organizer says on the command line about a change.
//!
//! In: words such as `a03@2018-10-23` and the campaign. Out: [`Edits`], or everything that speaks against the words.

use crate::{
    diagnostic::reference::Kind,
    domain::{
        Domain,
        dates::{DateSpan, Weekdays},
        people::AmbassadorIx,
        periods::{Period, Periods},
        places::{NeighbourhoodIx, Post, PostIx, Session, UnitIx},
    },
    inquiry::{
        entry::Nameable,
        repair::{
            edits::Edits,
            exchanges,
            objection::Objection,
            withdrawal::withdraw,
            words::{Setting, absent_words, late_words, month, named, open_days, period, settled, within},
        },
    },
    planning::earlier::RepairTerms,
};
use chrono::{Months, NaiveDate, Weekday};

/// The options as typed.
#[derive(Debug, Clone, Default)]
pub struct RepairOptions {
    /// `--absent`.
    pub absent: Vec<String>,
    /// `--close`.
    pub close: Vec<String>,
    /// `--add-seat`.
    pub add_seat: Vec<String>,
    /// `--replace`.
    pub replace: Vec<String>,
    /// `--swap`.
    pub swap: Vec<String>,
    /// `--late`.
    pub late: Vec<String>,
    /// `--without` of what leaves from a day on.
    pub withdrawn: Vec<String>,
}

impl RepairOptions {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        let Self { absent, close, add_seat, replace, swap, late, withdrawn } = self;
        [absent, close, add_seat, replace, swap, late, withdrawn].into_iter().all(Vec::is_empty)
    }

    /// The options behind which nobody is named.
    fn nobody(&self) -> Vec<Objection> {
        let is_empty = |word: &String| word.trim_matches(|mark| "、，,；; ".contains(mark)).is_empty();
        let options = [("--absent", &self.absent), ("--late", &self.late)];
        let nobody = options.into_iter().filter(|(_, words)| words.iter().any(is_empty));
        nobody.map(|(option, _)| Objection::NobodyNamed { option }).collect()
    }

    /// What the words mean in a campaign.
    ///
    /// # Errors
    /// Everything that speaks against them.
    pub fn resolve(&self, setting: Setting<'_>) -> Result<Edits, Vec<Objection>> {
        let Setting { domain, terms, .. } = setting;
        let mut edits = Edits { kept: setting.stands.iter().copied().collect(), ..Edits::default() };
        let mut objections = self.nobody();
        let people = absent_words(&self.absent, domain);
        let people = people.iter().filter(|word| !word.trim().is_empty());
        objections.extend(people.filter_map(|word| absent(word, setting, &mut edits).err()));
        for word in &self.add_seat {
            match seat(word, domain) {
                Ok(post) => *edits.seats.entry(post).or_default() += 1,
                Err(objection) => objections.push(objection),
            }
        }
        // What leaves counts the seats that it has by then.
        objections.extend(self.withdrawn.iter().filter_map(|word| withdraw(word, setting, &mut edits).err()));
        for word in &self.close {
            match closing(word, domain, terms) {
                Ok((post, days)) => edits.closed.entry(post).or_default().extend(days),
                Err(objection) => objections.push(objection),
            }
        }
        objections.extend(
            self.replace.iter().filter_map(|word| exchanges::replace(word, setting, &mut edits).err()),
        );
        objections
            .extend(self.swap.iter().filter_map(|word| exchanges::swap(word, setting, &mut edits).err()));
        let late = late_words(&self.late, domain);
        objections.extend(late.iter().filter_map(|word| exchanges::late(word, setting, &mut edits).err()));
        if objections.is_empty() { Ok(edits) } else { Err(objections) }
    }
}

fn absent(word: &str, setting: Setting<'_>, edits: &mut Edits) -> Result<(), Objection> {
    let Setting { domain, terms, .. } = setting;
    let is_person = domain.ambassadors.iter().any(|person| person.id == word);
    match Nameable::prefix(word).filter(|_| !is_person) {
        Some((Nameable::Unit, word)) => {
            let (unit, span) = closed(word, Kind::Unit, domain, terms)?;
            edits.units.entry(UnitIx(unit)).or_default().periods.push(span);
        }
        Some((Nameable::Neighbourhood, word)) => {
            let (place, span) = closed(word, Kind::Neighbourhood, domain, terms)?;
            edits.neighbourhoods.entry(NeighbourhoodIx(place)).or_default().periods.push(span);
        }
        of_kind => {
            let person = of_kind.filter(|(kind, _)| *kind == Nameable::Ambassador);
            let (person, days) = named(person.map_or(word, |(_, person)| person), Kind::Ambassador, domain)?;
            let person = AmbassadorIx(person);
            let period = days.map_or_else(|| open_days(domain, terms), |days| within(days, domain, terms))?;
            for period in setting.left(person, period, word)? {
                edits.absences.push((word.to_owned(), person, period));
                edits.away.entry(person).or_default().periods.push(period);
            }
        }
    }
    Ok(())
}

/// A unit or a neighbourhood that is closed on a day, on days, or in a month: on its Thursdays where these are what is
/// planned, else on all its days.
fn closed(word: &str, kind: Kind, domain: &Domain, terms: RepairTerms) -> Result<(usize, Period), Objection> {
    let (position, days) = named(word, kind, domain)?;
    let days = days.ok_or_else(|| Objection::NoDayOf { kind, id: word.to_owned() })?;
    let period = period(days, domain)
        .or_else(|| whole_month(days, domain).map(Period::whole))
        .ok_or_else(|| Objection::NoDate(days.to_owned()))?;
    settled(days, period, terms).map_or(Ok((position, period)), Err)
}

/// The days that are meant by a month such as `2019-03`.
fn whole_month(text: &str, domain: &Domain) -> Option<DateSpan> {
    let first = month(text)?;
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
    let is_open = |session: &Session| !terms.settle(session.date, session.hours);
    let closed: Vec<Session> = sessions.iter().filter(is_shut).copied().collect();
    if closed.is_empty() {
        let mut offered: Vec<NaiveDate> = sessions.iter().map(|session| session.date).collect();
        offered.dedup();
        let post = domain.post(post).id.clone();
        return Err(Objection::NotOffered { post, days: days.to_owned(), offered });
    }
    let closed: Vec<Session> = closed.into_iter().filter(is_open).collect();
    if closed.is_empty() {
        return Err(Objection::Begun(word.to_owned()));
    }
    Ok((post, closed))
}

fn seat(word: &str, domain: &Domain) -> Result<PostIx, Objection> {
    match named(word, Kind::Post, domain)? {
        (post, None) => Ok(PostIx(post)),
        (_, Some(_)) => Err(Objection::SeatOfADay(word.to_owned())),
    }
}
