//! What is for many and no longer holds: messages to the group, sheets on the wall, and paper that was handed out.
//!
//! In: what is new, and the files of a print. Out: a line for each kind, which of its files or pages are to go out again.

pub(super) mod words;

use crate::{
    diagnostic::reference::Kind,
    domain::{people::AmbassadorIx, places::UnitIx},
    plan::outline::Visit,
    render::{
        edition::{
            Edition,
            renewal::{Fact, Renewal},
        },
        html::Sheet,
        messages::outdated::words::Again,
        notice::changes::Changes,
        session::{self, Session},
        thursday::occasions,
        wording::{list, measure, print::Name},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What messages to the group say of posts and of the whole campaign.
const SAID: [Fact; 9] = [
    Fact::Office,
    Fact::Gather,
    Fact::Bring,
    Fact::Note,
    Fact::Lecture,
    Fact::Hours,
    Fact::Mentor,
    Fact::Meet,
    Fact::Requires,
];

/// What cards say.
const CARRIED: [Fact; 9] = [
    Fact::Office,
    Fact::Gather,
    Fact::Bring,
    Fact::Note,
    Fact::Hours,
    Fact::Mentor,
    Fact::Meet,
    Fact::Requires,
    Fact::Address,
];

/// What sheets for signing say.
const SIGNED: [Fact; 5] = [Fact::Office, Fact::Hours, Fact::Mentor, Fact::Meet, Fact::Requires];

/// What is new, that which a print of this plan has listed, or that which none has.
pub(super) struct Outdated<'a> {
    edition: Edition<'a>,
    changes: &'a Changes<'a>,
    /// Whether it is about who goes where, too.
    moves: bool,
    known: Vec<&'a Renewal>,
}

impl<'a> Outdated<'a> {
    pub(super) fn of(edition: Edition<'a>, changes: &'a Changes<'a>, is_told: bool) -> Self {
        let (moves, known) = (edition.is_told_again == is_told, changes.known_otherwise(is_told).collect());
        Self { edition, changes, moves, known }
    }

    /// Lines for the group, the wall, and what is handed out to many; `letters` are the units whose letter is another, `file` finds
    /// a file of the print by its stem.
    pub(super) fn lines(&self, letters: &[String], file: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let edition = self.edition;
        let folder = format!("{}/{}", edition.say(Name::Messages), edition.say(Name::Days));
        let days = self.days().into_iter().filter_map(|day| file(&format!("{folder}/{day}")));
        let days = self.whole(folder.clone(), days.collect());
        let sheet = |sheet: Sheet| file(&edition.say(sheet));
        let wall = self.wall().into_iter().filter_map(sheet).collect();
        let cards = sheet(Sheet::Cards).map(|file| Again::Cards { file, people: self.cards() });
        let sign_in = [Sheet::SignIn, Sheet::WeeklySignIn].into_iter().find_map(sheet);
        // A campaign that is printed on paper; where nobody signs any more, there is no sheet of it.
        let void = sign_in.clone().or_else(|| sheet(Sheet::Poster)).map(|_| Again::Void(self.void()));
        let sign_in = sign_in.map(|file| Again::SignIn { file, visits: self.sign_in() });
        let folder = edition.say(Sheet::Letters);
        let letters = letters.iter().filter_map(|stem| file(&format!("{folder}/{stem}")));
        let letters = self.whole(folder.clone(), letters.collect());
        let all = [Some(Again::Group(days)), Some(Again::Wall(wall)), void, sign_in, cards];
        let all = all.into_iter().flatten().chain([Again::Letters(letters)]);
        all.filter(|again| !again.is_empty()).map(|again| edition.say(again)).collect()
    }

    /// Files of a folder; in one word where everybody knows something otherwise, and there are many.
    fn whole(&self, folder: String, files: Vec<String>) -> Vec<String> {
        const FEW: usize = 3;
        if files.len() <= FEW || !self.is_of_all(&SAID) {
            return files;
        }
        vec![self.edition.say(Again::Whole { folder, files: files.len() })]
    }

    /// Sessions that somebody has no more or has instead.
    fn moved(&self) -> impl Iterator<Item = (&str, &Visit)> {
        self.changes.visits().filter(|_| self.moves)
    }

    /// Whether one of these facts is another, of all or of a post.
    fn has(&self, facts: &[Fact]) -> bool {
        self.known.iter().any(|one| facts.contains(&one.fact))
    }

    /// Whether all know something otherwise that each of these papers says.
    fn is_of_all(&self, facts: &[Fact]) -> bool {
        self.known.iter().any(|one| one.is_of_all() && facts.contains(&one.fact))
    }

    /// Sessions that are to come, where a fact of the post is known otherwise, or one of all.
    fn known_at(&self, facts: &[Fact]) -> Vec<Session> {
        let of_post = |one: &Session| {
            let id = &self.edition.domain.post(one.post).id;
            self.known.iter().any(|fact| fact.post.as_ref() == Some(id) && facts.contains(&fact.fact))
        };
        self.ahead().filter(|one| self.is_of_all(facts) || of_post(one)).collect()
    }

    /// Sessions that are to come.
    fn ahead(&self) -> impl Iterator<Item = Session> {
        let sessions = session::sessions(self.edition).into_iter();
        sessions.filter(|one| !self.edition.is_over(one.date))
    }

    /// Sessions at which others are than before, or of which a fact is known otherwise.
    fn others(&self, facts: &[Fact]) -> Vec<Session> {
        let moved: Vec<_> = self.moved().map(|(_, visit)| (visit.post.as_str(), visit.date)).collect();
        let is_moved =
            |one: &Session| moved.contains(&(self.edition.domain.post(one.post).id.as_str(), one.date));
        let known = self.known_at(facts);
        self.ahead().filter(|one| is_moved(one) || known.contains(one)).collect()
    }

    /// Days whose message to the group says something else.
    fn days(&self) -> BTreeSet<NaiveDate> {
        let meetings = self.changes.meetings().values().filter(|_| self.moves);
        let meetings = meetings.flat_map(|change| change.events.gone.iter().chain(&change.events.new));
        let homes = |id: &str| {
            self.known.iter().any(|one| one.kind == Kind::Neighbourhood && one.id == id)
                || self.is_of_all(&SAID)
        };
        let held = occasions(self.edition);
        let held = held.iter().filter(|one| homes(&self.edition.domain.neighbourhood(one.neighbourhood).id));
        let lecture = self.edition.domain.campaign.lecture.as_ref().and_then(|lecture| lecture.date);
        let lecture = lecture.filter(|_| self.is_of_all(&[Fact::Office, Fact::Lecture]));
        let all =
            self.moved().map(|(_, visit)| visit.date).chain(lecture).chain(meetings.map(|event| event.date));
        let all =
            all.chain(self.known_at(&SAID).into_iter().map(|one| one.date)).chain(held.map(|one| one.date));
        all.filter(|day| !self.edition.is_over(*day)).collect()
    }

    /// Sheets on the wall that say something else.
    fn wall(&self) -> Vec<Sheet> {
        let of_all = |more: &[Fact]| self.is_of_all(&[&[Fact::Office], more].concat());
        let is_moved = self.moved().next().is_some();
        let meetings = || self.changes.meetings().values().filter(|_| self.moves);
        let of_homes = |facts: &[Fact]| {
            let mut homes = self.known.iter().filter(|one| one.kind == Kind::Neighbourhood);
            homes.any(|one| facts.contains(&one.fact))
        };
        let is_other = |sheet: &Sheet| match sheet {
            Sheet::Poster => {
                is_moved || of_all(&[Fact::Note, Fact::Lecture]) || self.has(&[Fact::Hours, Fact::Mentor])
            }
            Sheet::Duty => is_moved || of_all(&[]) || self.has(&[Fact::Hours]),
            Sheet::Year => meetings().next().is_some() || of_all(&[]) || of_homes(&[Fact::Hours]),
            Sheet::Months => {
                meetings().next().is_some() || of_all(&[]) || of_homes(&[Fact::Hours, Fact::Venue])
            }
            Sheet::Pairings => {
                let is_paired = |pairs: &[_]| !pairs.is_empty();
                let mut meetings = meetings();
                let is_other =
                    meetings.any(|one| is_paired(&one.pairing.gone) || is_paired(&one.pairing.new));
                is_other || of_all(&[])
            }
            _ => false,
        };
        Sheet::ALL.into_iter().filter(is_other).collect()
    }

    /// Whose cards say something else: where and when, what to know, and who else comes.
    fn cards(&self) -> Vec<String> {
        let edition = self.edition;
        if self.is_of_all(&CARRIED) {
            return vec![edition.say(Again::All)];
        }
        let others = self.others(&CARRIED);
        let mut people: Vec<AmbassadorIx> = others.iter().flat_map(|one| one.people.clone()).collect();
        people.sort_by_key(|&one| edition.domain.ambassador(one).position);
        people.dedup();
        people.into_iter().map(|one| edition.names.ambassador(one).to_owned()).collect()
    }

    /// Units and days whose sheets for signing say something else.
    fn sign_in(&self) -> Vec<String> {
        let edition = self.edition;
        if self.is_of_all(&SIGNED) {
            return vec![edition.say(Again::All)];
        }
        let others = self.others(&SIGNED);
        let visit = |one: &Session| (edition.domain.post(one.post).unit, one.date);
        let mut visits: Vec<(UnitIx, NaiveDate)> = others.iter().map(visit).collect();
        visits.sort_by_key(|&(unit, day)| (edition.domain.unit(unit).position, day));
        visits.dedup();
        let visits = visits.into_iter().map(|(unit, day)| (edition.domain.unit(unit).id.clone(), day));
        self.by_unit(&visits.collect::<Vec<_>>())
    }

    /// Units and days to which nobody comes any more: what lies there to be signed is to go.
    fn void(&self) -> Vec<String> {
        let domain = self.edition.domain;
        let held: BTreeSet<(String, NaiveDate)> =
            self.ahead().map(|one| (domain.unit(domain.post(one.post).unit).id.clone(), one.date)).collect();
        let moved = self.moved().map(|(_, visit)| visit).filter(|visit| !self.edition.is_over(visit.date));
        let visits =
            moved.flat_map(|visit| self.changes.units(visit).into_iter().map(|unit| (unit, visit.date)));
        let void: BTreeSet<(String, NaiveDate)> = visits.filter(|visit| !held.contains(visit)).collect();
        self.by_unit(&void.into_iter().collect::<Vec<_>>())
    }

    /// A phrase for each unit, by its id, with its days.
    fn by_unit(&self, visits: &[(String, NaiveDate)]) -> Vec<String> {
        let edition = self.edition;
        let units = visits.chunk_by(|one, other| one.0 == other.0).map(|of_unit| {
            let days = of_unit.iter().map(|(_, day)| measure::date(edition.language, *day));
            let days = list(edition.language, &days.collect::<Vec<String>>());
            edition.say(Again::Days { unit: edition.unit_of(&of_unit[0].0), days })
        });
        units.collect()
    }
}
