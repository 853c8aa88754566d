//! Why something is not in a plan that mends another: who has left, who cannot come any more, and what the repair keeps as it is.
//!
//! In: what is missing, and which rules bar it. Out: a phrase.

use crate::{
    diagnostic::reference::Kind,
    domain::{
        people::AmbassadorIx,
        places::{PostIx, Session},
    },
    experience::{
        explanation::{claims::Missing, person::Question},
        rule::Rule,
    },
    render::{
        departure::{self, Departures},
        edition::Edition,
        experience::{
            reason::bars,
            why::{parts::Premise, words::Said},
        },
        wording::{Phrase, joined, measure, quoted},
    },
};
use chrono::NaiveDate;

/// What rules bar; of whatever has left that it has.
pub(super) fn barred(edition: Edition<'_>, missing: Missing, rules: &[(Rule, usize)]) -> String {
    let tells = |left: &Left| match left {
        Left::Person(_) => rules.iter().any(|(rule, _)| *rule == Rule::Available),
        _ => rules.is_empty() || rules.iter().any(|(rule, _)| *rule == Rule::UnitOpen),
    };
    if let Some(left) = left(edition, missing).filter(tells) {
        // Whoever has left cannot go anywhere, whatever else there may be.
        let is_more = |rule: Rule| rule != Rule::UnitOpen && !matches!(left, Left::Person(_));
        let rest: Vec<(Rule, usize)> = rules.iter().copied().filter(|(rule, _)| is_more(*rule)).collect();
        let others = (!rest.is_empty()).then(|| edition.say(Kept::Others(bars(edition, &rest))));
        let all: Vec<String> = std::iter::once(edition.say(left)).chain(others).collect();
        return joined(edition.language, &all);
    }
    let why = edition.say(match Premise::of(missing) {
        _ if rules.is_empty() => Said::NoSession,
        Premise::OneMore => Said::NobodyElse(bars(edition, rules)),
        Premise::Granted => Said::Barred(bars(edition, rules)),
    });
    match edition.kept_before() {
        Some(day) if !is_of_all(edition, missing, rules) => {
            edition.say(Kept::Since { day: measure::date(edition.language, day), why })
        }
        _ => why,
    }
}

/// Whether rules speak of all that something missing could be at, and not only of what a repair leaves open.
fn is_of_all(edition: Edition<'_>, missing: Missing, rules: &[(Rule, usize)]) -> bool {
    let told: usize = rules.iter().map(|(_, times)| times).sum();
    let all = sessions(edition, missing).len();
    match missing {
        Missing::Seat(..) if rules.iter().any(|(rule, _)| *rule != Rule::UnitOpen) => {
            told == all * edition.domain.ambassadors.len()
        }
        _ => told == all,
    }
}

/// What a repair keeps; of whatever has left that it has.
pub(super) fn settled(edition: Edition<'_>, missing: Missing) -> String {
    if let Some(left) = left(edition, missing) {
        return edition.say(left);
    }
    let is_over = sessions(edition, missing).iter().all(|one| is_kept(edition, one));
    let mends = edition.plan.mends.as_ref();
    edition.say(match mends.and_then(|mends| mends.terms.keep_until) {
        Some(day) if is_over => {
            let day = measure::date(edition.language, day);
            if matches!(missing, Missing::Seat(_, Some(_))) { Kept::Over(day) } else { Kept::Before(day) }
        }
        _ if mends.is_some_and(|mends| mends.only.is_some()) => Kept::Only,
        _ => Kept::NobodyMoves,
    })
}

fn is_kept(edition: Edition<'_>, session: &Session) -> bool {
    edition.plan.mends.as_ref().is_some_and(|mends| mends.terms.settle(session.date, session.hours))
}

/// The sessions that something missing could be at.
fn sessions(edition: Edition<'_>, missing: Missing) -> Vec<Session> {
    let domain = edition.domain;
    let of_post = |post| domain.sessions_of(post).map(|session| *domain.session(session));
    match missing {
        Missing::OfPerson(_, Question::Place) => domain.sessions.clone(),
        Missing::OfPerson(person, Question::Wish(position)) => {
            let wish = &domain.ambassador(person).wishes[position];
            of_post(wish.post).filter(|session| wish.is_for(*session)).collect()
        }
        Missing::Seat(_, Some(session)) => vec![session],
        Missing::Seat(post, None) => of_post(post).collect(),
    }
}

/// That somebody has left, and so may go nowhere.
pub(super) fn person_left(edition: Edition<'_>, person: AmbassadorIx) -> Option<String> {
    departure::of_person(edition, person).map(|day| edition.say(Left::Person(day)))
}

/// Who or what has left, of what is missing; nothing that somebody could have come to only before.
fn left(edition: Edition<'_>, missing: Missing) -> Option<Left> {
    let at = |post: PostIx| {
        let (departures, known) = (Departures::of(edition), edition.domain.post(post));
        let unit = departures.find(Kind::Unit, &edition.domain.unit(known.unit).id);
        let of_unit = unit
            .map(|left| Left::Unit { name: edition.names.unit(known.unit).to_owned(), since: left.since });
        of_unit.or_else(|| {
            let left = departures.find(Kind::Post, &known.id)?;
            Some(Left::Post { name: quoted(edition.names.post(post)), since: left.since })
        })
    };
    match missing {
        Missing::OfPerson(person, question) => {
            let of_person = |person: AmbassadorIx| departure::of_person(edition, person).map(Left::Person);
            of_person(person).or_else(|| match question {
                Question::Place => None,
                Question::Wish(position) => {
                    let post = edition.domain.ambassador(person).wishes[position].post;
                    at(post)
                        .filter(|left| left.since().is_none_or(|day| could_come(edition, person, post, day)))
                }
            })
        }
        Missing::Seat(post, _) => at(post),
    }
}

/// Whether somebody had time for a post on a day from this one on: its sessions then may be none of the campaign any more.
fn could_come(edition: Edition<'_>, person: AmbassadorIx, post: PostIx, since: NaiveDate) -> bool {
    let (person, shifts) = (edition.domain.ambassador(person), &edition.domain.post(post).shifts);
    let mut days = since.iter_days().take_while(|day| *day <= edition.domain.campaign.season.last);
    days.any(|day| shifts.iter().any(|shift| person.is_available(day, *shift)))
}

/// Who or what has left, and the first day without.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Left {
    /// The ambassador.
    Person(NaiveDate),
    /// The unit of a post; no day where the campaign has it no more.
    Unit { name: String, since: Option<NaiveDate> },
    /// A post alone.
    Post { name: String, since: Option<NaiveDate> },
}

impl Left {
    /// The first day without; `None` where the campaign has it no more.
    fn since(&self) -> Option<NaiveDate> {
        match self {
            Self::Person(day) => Some(*day),
            Self::Unit { since, .. } | Self::Post { since, .. } => *since,
        }
    }
}

impl Phrase for Left {
    fn zh(&self) -> String {
        let from = |day: &Option<NaiveDate>| {
            day.map(|day| format!("自{}起", measure::date(crate::domain::Language::Zh, day)))
                .unwrap_or_default()
        };
        match self {
            Self::Person(day) => format!("本人{}退出", from(&Some(*day))),
            Self::Unit { name, since } => format!("{name}{}退出", from(since)),
            Self::Post { name, since } => format!("{name}岗位{}不再接待", from(since)),
        }
    }

    fn en(&self) -> String {
        let from = |day: &Option<NaiveDate>| {
            day.map(|day| format!(" from {} on", measure::date(crate::domain::Language::En, day)))
                .unwrap_or_default()
        };
        match self {
            Self::Person(day) => format!("the ambassador takes no part{}", from(&Some(*day))),
            Self::Unit { name, since } | Self::Post { name, since } => {
                format!("{name} takes no part{}", from(since))
            }
        }
    }
}

/// What a repair leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kept {
    /// From a day on something holds.
    Since { day: String, why: String },
    /// What else rules bar.
    Others(String),
    /// Everything lies before a day.
    Before(String),
    /// The same of one session.
    Over(String),
    /// Only what was named may change.
    Only,
    /// Nobody moves for whoever came late.
    NobodyMoves,
}

impl Phrase for Kept {
    fn zh(&self) -> String {
        match self {
            Self::Since { day, why } => format!("{day}起，{why}"),
            Self::Others(reasons) => format!("其余的去不了（{reasons}）"),
            Self::Before(day) => format!("去得了的场次都在{day}之前，这次调整不动"),
            Self::Over(day) => format!("{day}之前的场次，这次调整不动"),
            Self::Only => "这次只调整指定的人员和场次，其余保持不变".into(),
            Self::NobodyMoves => "已经排好的人不为此调动".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Since { day, why } => format!("from {day} on, {why}"),
            Self::Others(reasons) => format!("the others are not possible: {reasons}"),
            Self::Before(day) => {
                format!("the sessions that are possible lie before {day}, where all stays as it is")
            }
            Self::Over(day) => format!("what lies before {day} stays as it is in this repair"),
            Self::Only => "this repair changes what was named, and all else stays as it is".into(),
            Self::NobodyMoves => "nobody who has a place moves for that".into(),
        }
    }
}
