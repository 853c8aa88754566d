//! Who else would have to move, and from where to where.

use crate::{
    domain::{Language, people::AmbassadorIx},
    experience::{explanation::consequence::Moves, roster::Placement},
    render::{
        edition::Edition,
        experience::{reason::session, why::parts::Spot},
        wording::{Phrase, count, list},
    },
};
use std::collections::BTreeMap;

/// A session that somebody has, with the wish that it fulfils.
pub(super) fn given(edition: Edition<'_>, one: &Placement) -> String {
    edition.say(Moving::Given { session: session(edition, one.session()), spot: spot(edition, one) })
}

/// Which wish a placement fulfils.
pub(super) fn spot(edition: Edition<'_>, one: &Placement) -> Spot {
    let person = edition.domain.ambassador(one.ambassador);
    match person.wish_number(one.session()) {
        Some(number) => Spot::Wish(number),
        None if person.wishes.is_empty() => Spot::NoWishes,
        None => Spot::Unwished,
    }
}

/// Who else would move; by name, or how many from which wish to which.
pub(super) fn moved(edition: Edition<'_>, but: AmbassadorIx, moves: &Moves, names: bool) -> Vec<String> {
    let mut others: BTreeMap<AmbassadorIx, (Vec<Placement>, Vec<Placement>)> = BTreeMap::new();
    for one in moves.gone.iter().filter(|one| one.ambassador != but) {
        others.entry(one.ambassador).or_default().0.push(*one);
    }
    for one in moves.new.iter().filter(|one| one.ambassador != but) {
        others.entry(one.ambassador).or_default().1.push(*one);
    }
    if others.is_empty() {
        return vec![edition.say(Moving::Nobody)];
    }
    let people = others.len();
    if names {
        let told = others.iter().map(|(person, (gone, new))| {
            let [gone, new] =
                [gone, new].map(|list| list.iter().map(|one| given(edition, one)).collect::<Vec<_>>());
            let name = edition.names.ambassador(*person).to_owned();
            edition.say(Moving::ByName { name, gone, new })
        });
        return std::iter::once(edition.say(Moving::Others { people, how: Vec::new() }))
            .chain(told)
            .collect();
    }
    let mut alike: BTreeMap<(Vec<Spot>, Vec<Spot>), usize> = BTreeMap::new();
    for (gone, new) in others.values() {
        let [gone, new] = [gone, new].map(|list| list.iter().map(|one| spot(edition, one)).collect());
        *alike.entry((gone, new)).or_default() += 1;
    }
    let told = alike.into_iter().map(|((gone, new), alike)| {
        let people = Some(alike).filter(|alike| *alike < people);
        edition.say(Moving::Alike { people, gone, new })
    });
    vec![edition.say(Moving::Others { people, how: told.collect() })]
}

/// What is said of sessions and of those who move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moving {
    /// A session and which wish it is.
    Given {
        /// The session.
        session: String,
        /// The wish.
        spot: Spot,
    },
    /// Nobody else would have to move.
    Nobody,
    /// So many others would have to move.
    Others {
        /// How many.
        people: usize,
        /// From where to where; nothing where that follows person by person.
        how: Vec<String>,
    },
    /// Alike by name who would move.
    ByName {
        /// Who.
        name: String,
        /// From.
        gone: Vec<String>,
        /// To.
        new: Vec<String>,
    },
    /// People who would move alike.
    Alike {
        /// How many, where these are not all.
        people: Option<usize>,
        /// From which wishes.
        gone: Vec<Spot>,
        /// To which wishes.
        new: Vec<Spot>,
    },
}

fn spots(spots: &[Spot], language: Language) -> String {
    list(language, &spots.iter().map(|spot| spot.say(language)).collect::<Vec<String>>())
}

impl Phrase for Moving {
    fn zh(&self) -> String {
        match self {
            Self::Given { session, spot: Spot::NoWishes } => session.clone(),
            Self::Given { session, spot } => format!("{session}（{}）", spot.zh()),
            Self::Nobody => "别人都不用动。".into(),
            Self::Others { people, how } if how.is_empty() => format!("另有 {people} 人要动："),
            Self::Others { people, how } => format!("另有 {people} 人要动：{}。", how.join("；")),
            Self::ByName { name, gone, new } if gone.is_empty() => {
                format!("{name}：改为也去{}", list(Language::Zh, new))
            }
            Self::ByName { name, gone, new } if new.is_empty() => {
                format!("{name}：{}没有了", list(Language::Zh, gone))
            }
            Self::ByName { name, gone, new } => {
                format!("{name}：{}改为{}", list(Language::Zh, gone), list(Language::Zh, new))
            }
            Self::Alike { people, gone, new } => {
                let [gone, new] = [gone, new].map(|list| spots(list, Language::Zh));
                let people = people.map(|people| format!("{people} 人")).unwrap_or_default();
                match (gone.as_str(), new.as_str()) {
                    ("", new) => format!("{people}多去{new}"),
                    (gone, "") => format!("{people}原来是{gone}，不再安排"),
                    (gone, new) if gone == new => format!("{people}换一场，仍是{gone}"),
                    (gone, new) => format!("{people}由{gone}改为{new}"),
                }
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Given { session, spot: Spot::NoWishes } => session.clone(),
            Self::Given { session, spot } => format!("{session} ({})", spot.en()),
            Self::Nobody => "Nobody else would have to move.".into(),
            Self::Others { people, how } => {
                let others = count(*people, "other person", "other people");
                let end = if how.is_empty() { String::new() } else { format!(" {}.", how.join("; ")) };
                format!("{others} would have to move:{end}")
            }
            Self::ByName { name, gone, new } if gone.is_empty() => {
                format!("{name}: also {}", list(Language::En, new))
            }
            Self::ByName { name, gone, new } if new.is_empty() => {
                format!("{name}: no longer {}", list(Language::En, gone))
            }
            Self::ByName { name, gone, new } => {
                format!("{name}: {} instead of {}", list(Language::En, new), list(Language::En, gone))
            }
            Self::Alike { people, gone, new } => {
                let [gone, new] = [gone, new].map(|list| spots(list, Language::En));
                let people = people.map(|people| format!("{people} ")).unwrap_or_default();
                match (gone.as_str(), new.as_str()) {
                    ("", new) => format!("{people}to {new} as well"),
                    (gone, "") => format!("{people}from {gone} to no place"),
                    (gone, new) if gone == new => format!("{people}to another session, still {gone}"),
                    (gone, new) => format!("{people}from {gone} to {new}"),
                }
            }
        }
    }
}
