//! Who is placed otherwise in one plan than in another, and whether that is better for the person.
//!
//! In: two campaigns with their plans; a person is the same where the id is. Out: a [`Move`] for each.

use crate::{
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    plan::Plan,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A campaign and its plan.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// The plan.
    pub plan: &'a Plan,
}

/// A session of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// When.
    pub date: NaiveDate,
    /// Where.
    pub post: PostIx,
    /// The number of the wish that it is; `None` where it was not wished for.
    pub wish: Option<u32>,
    /// How far, rounded; `None` where a place is unknown.
    pub metres: Option<i64>,
}

/// A person in one of the two campaigns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// The sessions, by date.
    pub stays: Vec<Stay>,
}

/// What it is for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// More sessions, or as many at better wishes.
    Gains,
    /// Fewer, or as many at worse ones.
    Loses,
    /// Elsewhere or on another day, neither better nor worse by number and wishes.
    Moves,
    /// The person is only in the second campaign.
    Joins,
    /// The person is only in the first.
    Leaves,
}

/// A person who is placed otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// What it is for the person.
    pub kind: Kind,
    /// In the first campaign.
    pub before: Option<Person>,
    /// In the second.
    pub after: Option<Person>,
}

/// Everybody who is placed otherwise in the second plan, those who gain first, by id.
pub fn moves(before: Planned<'_>, after: Planned<'_>) -> Vec<Move> {
    let (mut first, mut second) = (people(before), people(after));
    let mut ids: Vec<&str> = first.keys().chain(second.keys()).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let mut moves: Vec<Move> = ids
        .into_iter()
        .filter_map(|id| {
            let (one, other) = (first.remove(id), second.remove(id));
            let kind = kind(
                one.as_ref().map(|person| (before, person)),
                other.as_ref().map(|person| (after, person)),
            )?;
            Some(Move { kind, before: one, after: other })
        })
        .collect();
    moves.sort_by_key(|one| one.kind);
    moves
}

fn people(planned: Planned<'_>) -> BTreeMap<&str, Person> {
    let Planned { domain, plan } = planned;
    let of = |(at, ambassador): (usize, &crate::domain::people::Ambassador)| Person {
        ambassador: AmbassadorIx(at),
        stays: plan
            .experience
            .roster
            .placements
            .iter()
            .filter(|placement| placement.ambassador == AmbassadorIx(at))
            .map(|placement| Stay {
                date: placement.date,
                post: placement.post,
                wish: ambassador.wish_number(placement.post),
                metres: domain.metres(placement.ambassador, placement.post),
            })
            .collect(),
    };
    let people = domain.ambassadors.iter().enumerate();
    people.map(|(at, ambassador)| (ambassador.id.as_str(), of((at, ambassador)))).collect()
}

fn kind(before: Option<(Planned<'_>, &Person)>, after: Option<(Planned<'_>, &Person)>) -> Option<Kind> {
    let ((first, one), (second, other)) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (None, Some(_)) => return Some(Kind::Joins),
        (Some(_), None) => return Some(Kind::Leaves),
        (None, None) => return None,
    };
    let sessions = |planned: Planned<'_>, person: &Person| -> Vec<(NaiveDate, String)> {
        person.stays.iter().map(|stay| (stay.date, planned.domain.post(stay.post).id.clone())).collect()
    };
    let same = sessions(first, one) == sessions(second, other);
    let (old, new) = (standing(one), standing(other));
    if same && old == new {
        return None;
    }
    Some(match new.cmp(&old) {
        std::cmp::Ordering::Less => Kind::Gains,
        std::cmp::Ordering::Greater => Kind::Loses,
        std::cmp::Ordering::Equal => Kind::Moves,
    })
}

/// How well somebody stands: less is better. First the number of sessions, then the wishes, the worst first.
fn standing(person: &Person) -> (std::cmp::Reverse<usize>, Vec<u32>) {
    let mut wishes: Vec<u32> = person.stays.iter().map(|stay| stay.wish.unwrap_or(u32::MAX)).collect();
    wishes.sort_unstable_by(|one, other| other.cmp(one));
    (std::cmp::Reverse(person.stays.len()), wishes)
}
