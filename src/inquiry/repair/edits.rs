//! What was said about a change, resolved, as changes of the campaign as written.
//!
//! In: [`Edits`] and the campaign. Out: [`Change`]s. Lists of dates and of pins replace those of the base, so that they
//! are written out whole.

use crate::{
    campaign::change::Change,
    domain::{
        Domain,
        dates::{DateSpan, WEEKDAYS},
        people::AmbassadorIx,
        periods::{Part, Period, Periods},
        places::{NeighbourhoodIx, Post, PostIx, Session, UnitIx},
        requests::Pin,
    },
    inquiry::entry::Nameable,
    pipeline::mending::{Exchanged, Giving, Handed},
    plan::{earlier::Held, history::Withdrawn, naming, outline::Visit},
    source::Sources,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The name under which what was said stands among the sources.
const NAME: &str = "chuxin repair";

/// What is changed, by kind and id; resolved, not yet written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits {
    /// Each absence as it was said, in that order.
    pub absences: Vec<(String, AmbassadorIx, Period)>,
    /// When else somebody cannot come.
    pub away: BTreeMap<AmbassadorIx, Periods>,
    /// When else a unit is closed.
    pub units: BTreeMap<UnitIx, Periods>,
    /// When else nothing can be held at a neighbourhood.
    pub neighbourhoods: BTreeMap<NeighbourhoodIx, Periods>,
    /// Sessions of a post that are no longer offered.
    pub closed: BTreeMap<PostIx, Vec<Session>>,
    /// Further seats of a post's sessions.
    pub seats: BTreeMap<PostIx, u32>,
    /// How many people a post that leaves wants in all.
    pub needs: BTreeMap<PostIx, u32>,
    /// What leaves, and from which day on.
    pub withdrawn: Vec<Withdrawal>,
    /// Sessions that go to somebody else.
    pub leaving: BTreeSet<Held>,
    /// The same with whoever they go to, and the option that says so.
    pub coming: BTreeMap<Held, Giving>,
    /// What people keep of the sessions that they have.
    pub kept: BTreeSet<Held>,
    /// Who came late.
    pub late: BTreeSet<AmbassadorIx>,
    /// What adds those of them to the campaign whom it did not have, as for `--set`.
    pub joining: BTreeSet<String>,
}

/// Something that leaves, and from which day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withdrawal {
    /// What it is.
    pub of: Nameable,
    /// Its position among the entries of its kind.
    pub position: usize,
    /// The day.
    pub first: NaiveDate,
}

impl Edits {
    /// Gives sessions to somebody else.
    pub(super) fn hand_over(&mut self, sessions: &[Held], person: AmbassadorIx, option: &Giving) {
        self.leaving.extend(sessions);
        let coming = sessions.iter().map(|one| (Held { ambassador: person, ..*one }, option.clone()));
        self.coming.extend(coming);
    }

    /// What alone may change, in ids, where that was said.
    pub fn exchanged(&self, domain: &Domain) -> Option<Exchanged> {
        let visit = |held: &Held| {
            let post = domain.post(held.session.post);
            Visit {
                ambassador: domain.ambassador(held.ambassador).id.clone(),
                post: post.id.clone(),
                date: held.session.date,
                hours: post.told(held.session.hours),
            }
        };
        let coming = self.coming.iter();
        let coming = coming.map(|(held, option)| Handed { visit: visit(held), option: option.clone() });
        let late = self.late.iter().map(|late| domain.ambassador(*late).id.clone());
        self.is_exchange().then(|| Exchanged {
            leaving: self.leaving.iter().map(visit).collect(),
            coming: coming.collect(),
            late: late.collect(),
        })
    }

    /// What leaves, in ids.
    pub fn withdrawn_in_ids(&self, domain: &Domain) -> Vec<Withdrawn> {
        let withdrawn = self.withdrawn.iter().map(|&Withdrawal { of, position, first }| {
            let kind = of.kind();
            Withdrawn { kind, id: naming::ids(domain, kind)[position].to_owned(), since: first }
        });
        withdrawn.collect()
    }

    /// Whether only those may move who are named, and those who come late.
    pub fn is_exchange(&self) -> bool {
        !self.leaving.is_empty() || !self.late.is_empty()
    }

    /// The first day that all this names; a seat is added to every session of its post.
    pub fn first_day(&self, domain: &Domain) -> Option<NaiveDate> {
        let periods = self.away.values().chain(self.units.values()).chain(self.neighbourhoods.values());
        let periods = periods.flat_map(|periods| &periods.periods);
        let days = periods.filter_map(|period| period.days.days().next());
        let closed = self.closed.values().flatten().map(|session| session.date);
        let left = self.withdrawn.iter().map(|one| one.first);
        let seats = self.seats.keys().flat_map(|&post| domain.sessions_of(post));
        let seats = seats.map(|session| domain.session(session).date);
        days.chain(closed).chain(left).chain(seats).min()
    }

    /// Positions of the pins that are dropped: none of the sessions that they allow is left, or all of them that the person has go
    /// to somebody else.
    pub fn dropped_pins(&self, domain: &Domain) -> Vec<usize> {
        let bars = |periods: Option<&Periods>, session: &Session| {
            periods.is_some_and(|periods| periods.bars(session.date, session.hours))
        };
        let closed = |session: &Session| {
            self.closed.get(&session.post).is_some_and(|sessions| sessions.contains(session))
                || bars(self.units.get(&domain.post(session.post).unit), session)
        };
        let is_dropped = |pin: &Pin| {
            let sessions = domain.sessions_of(pin.post).map(|session| domain.session(session));
            let mut left = sessions.filter(|session| pin.allows(session));
            let is_own = |one: &Held| one.ambassador == pin.ambassador && pin.allows(&one.session);
            let mut has = self.coming.keys().chain(self.kept.difference(&self.leaving));
            self.leaving.iter().any(is_own) && !has.any(is_own)
                || !left.any(|session| !bars(self.away.get(&pin.ambassador), session) && !closed(session))
        };
        (0..domain.pins.len()).filter(|&position| is_dropped(&domain.pins[position])).collect()
    }

    /// The same as changes of the campaign as written, before anybody joined it, under the name of this command.
    pub fn changes(&self, domain: &Domain, sources: &mut Sources) -> Vec<Change> {
        let mut words: Vec<String> = self.joining.iter().cloned().collect();
        for (&person, more) in &self.away {
            let person = domain.ambassador(person);
            let away = with(&person.away, more);
            words.push(format!("ambassadors.{}.away=[{}]", person.id, spelled(&away)));
        }
        for (&unit, more) in &self.units {
            let unit = domain.unit(unit);
            let closed = with(&unit.closed, more);
            words.push(format!("units.{}.closed=[{}]", unit.id, spelled(&closed)));
        }
        for (&place, more) in &self.neighbourhoods {
            let place = domain.neighbourhood(place);
            let closed = with(&place.closed, more);
            words.push(format!("neighbourhoods.{}.closed=[{}]", place.id, spelled(&closed)));
        }
        let mut removed: Vec<String> = Vec::new();
        for (&index, closed) in &self.closed {
            let post = domain.post(index);
            let sessions = domain.sessions_of(index).map(|session| *domain.session(session));
            let (gone, left): (Vec<Session>, Vec<Session>) = sessions.partition(|one| closed.contains(one));
            let mut days: Vec<NaiveDate> = left.iter().map(|session| session.date).collect();
            days.dedup();
            if days.is_empty() {
                removed.push(format!("post:{}", post.id));
                continue;
            }
            let (of_days, whole): (Vec<Session>, Vec<Session>) =
                gone.into_iter().partition(|session| days.contains(&session.date));
            if !whole.is_empty() {
                words.push(format!("posts.{}.dates=[{}]", post.id, spelled(&runs(&days))));
            }
            if !of_days.is_empty() {
                let shut = Periods {
                    periods: of_days.iter().map(|one| Period::hours(one.date, one.hours)).collect(),
                };
                words.push(format!("posts.{}.closed=[{}]", post.id, spelled(&with(&post.closed, &shut))));
            }
        }
        // Of what is taken out nothing is set.
        let is_left = |post: &Post| !removed.contains(&format!("post:{}", post.id));
        for (&index, more) in &self.seats {
            let post = domain.post(index);
            if is_left(post) {
                let (least, most) = (post.seats_min, post.seats_max + more);
                words.push(format!("posts.{}.seats={{min: {least}, max: {most}}}", post.id));
            }
        }
        for (&index, need) in &self.needs {
            let post = domain.post(index);
            if is_left(post) {
                words.push(format!("posts.{}.need={need}", post.id));
            }
        }
        words.extend(self.pins(domain));
        let mut changes: Vec<Change> = words.iter().map(|words| Change::set(sources, NAME, words)).collect();
        changes.extend(removed.iter().map(|words| Change::without(sources, NAME, words)));
        // Nobody has typed them.
        for change in &changes {
            change.make_up(sources);
        }
        changes
    }

    /// The pins that are left and those for what changes hands, written out whole; nothing where they stay as they are.
    fn pins(&self, domain: &Domain) -> Option<String> {
        let dropped = self.dropped_pins(domain);
        let left = domain.pins.iter().enumerate().filter(|(position, _)| !dropped.contains(position));
        let mut pins: Vec<String> = left.map(|(_, pin)| spelled_pin(domain, pin)).collect();
        let agreed =
            self.coming.keys().map(|&Held { session: Session { post, date, hours }, ambassador }| {
                let (hours, place) = (domain.post(post).told(hours), domain.ambassador(ambassador).place);
                spelled_pin(domain, &Pin { ambassador, post, date: Some(date), hours, place })
            });
        let agreed: Vec<String> = agreed.filter(|pin| !pins.contains(pin)).collect();
        let is_same = dropped.is_empty() && agreed.is_empty();
        pins.extend(agreed);
        (!is_same).then(|| format!("pins=[{}]", pins.join(", ")))
    }
}

/// A pin as it stands in a campaign file.
fn spelled_pin(domain: &Domain, pin: &Pin) -> String {
    let &Pin { ambassador, post, date, hours, .. } = pin;
    let date = date.map(|date| format!(", date: {date}")).unwrap_or_default();
    let hours = hours.map(|hours| format!(", hours: \"{hours}\"")).unwrap_or_default();
    let (person, post) = (quoted(&domain.ambassador(ambassador).id), quoted(&domain.post(post).id));
    format!("{{ambassador: {person}, post: {post}{date}{hours}}}")
}

fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

/// Periods with further ones, each once.
fn with(periods: &Periods, more: &Periods) -> Vec<Period> {
    let mut periods = periods.periods.clone();
    for period in &more.periods {
        if !periods.contains(period) {
            periods.push(*period);
        }
    }
    periods
}

/// Ascending days as runs of days in a row.
fn runs(days: &[NaiveDate]) -> Vec<Period> {
    let mut spans: Vec<DateSpan> = Vec::new();
    for &day in days {
        match spans.last_mut() {
            Some(span) if span.last.succ_opt() == Some(day) => span.last = day,
            _ => spans.push(DateSpan::day(day)),
        }
    }
    spans.into_iter().map(Period::whole).collect()
}

/// Periods as they stand in a campaign file.
pub(super) fn spelled(periods: &[Period]) -> String {
    let part = |period: &Period| match period.part {
        None => String::new(),
        Some(Part { is_open: true, .. }) => " 晚上".to_owned(),
        Some(part) => format!(" {}", part.hours),
    };
    let one = |period: &Period| {
        let DateSpan { first, last, weekdays } = period.days;
        if first == last {
            return format!("{first}{}", part(period));
        }
        let days: Vec<&str> =
            WEEKDAYS.iter().filter(|(_, day)| weekdays.contains(*day)).map(|(name, _)| *name).collect();
        let days = if days.len() == WEEKDAYS.len() { String::new() } else { format!(" {}", days.join("+")) };
        format!("{first}..{last}{days}{}", part(period))
    };
    periods.iter().map(one).collect::<Vec<String>>().join(", ")
}
