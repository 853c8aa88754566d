//! About whom or what a question is.
//!
//! In: a word as people write it, and the campaign. Out: a [`Subject`], or why the word does not say which: several bear the name,
//! or nobody and nothing does.

use crate::{
    diagnostic::{
        naming::{Named, Naming},
        nearest::nearest_few,
        reference::{Bearer, Kind},
    },
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{NeighbourhoodIx, PostIx, UnitIx},
    },
    plan::naming::{bearers, naming},
    validation::dates,
};
use chrono::NaiveDate;

/// Whom or what a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An ambassador.
    Ambassador(AmbassadorIx),
    /// A post.
    Post(PostIx),
    /// A unit.
    Unit(UnitIx),
    /// A neighbourhood.
    Neighbourhood(NeighbourhoodIx),
    /// A day.
    Day(NaiveDate),
}

/// Why a word names nobody and nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// Several bear the name, and none has it for its id.
    Several {
        /// What they are.
        kind: Kind,
        /// As typed.
        word: String,
        /// Those who bear it.
        bearers: Vec<Bearer>,
    },
    /// Entries of several kinds are called so.
    Kinds {
        /// As typed.
        word: String,
        /// Of which kinds.
        kinds: Vec<Kind>,
    },
    /// Nobody and nothing has the id or the name.
    Nobody {
        /// As typed.
        word: String,
        /// What may be meant, by name or id.
        similar: Vec<String>,
    },
}

/// How many entries are named that may be meant.
const MOST_SIMILAR: usize = 3;

/// The kinds about which something can be asked.
const KINDS: [Kind; 4] = [Kind::Ambassador, Kind::Post, Kind::Unit, Kind::Neighbourhood];

/// What a word stands for: an entry by its id or name, perhaps with its kind before it (`post:patrol`), or a day.
///
/// # Errors
/// Why it stands for nothing.
pub fn subject(word: &str, domain: &Domain) -> Result<Subject, Unclear> {
    let word = word.trim();
    let of_kind = word.split_once([':', '：']).and_then(|(prefix, rest)| {
        KINDS.into_iter().find(|kind| kind.id() == prefix).map(|kind| (vec![kind], rest.trim()))
    });
    let (kinds, name) = of_kind.unwrap_or((KINDS.to_vec(), word));
    let found = kinds.iter().map(|&kind| (kind, naming(domain, kind).named(name)));
    let found: Vec<(Kind, Named)> = found.filter(|(_, named)| *named != Named::Nobody).collect();
    match found.as_slice() {
        [(kind, Named::One(position))] => Ok(entry(*kind, *position)),
        [(kind, Named::Several(positions))] => {
            let bearers = bearers(domain, *kind, positions);
            Err(Unclear::Several { kind: *kind, word: name.to_owned(), bearers })
        }
        [] => match dates::day(word, Some(domain.campaign.season)) {
            Ok(day) => Ok(Subject::Day(day)),
            Err(_) => Err(Unclear::Nobody { word: word.to_owned(), similar: similar(name, &kinds, domain) }),
        },
        _ => {
            let kinds = found.iter().map(|(kind, _)| *kind).collect();
            Err(Unclear::Kinds { word: name.to_owned(), kinds })
        }
    }
}

fn entry(kind: Kind, position: usize) -> Subject {
    match kind {
        Kind::Post => Subject::Post(PostIx(position)),
        Kind::Unit => Subject::Unit(UnitIx(position)),
        Kind::Neighbourhood => Subject::Neighbourhood(NeighbourhoodIx(position)),
        Kind::Ambassador | Kind::Theme => Subject::Ambassador(AmbassadorIx(position)),
    }
}

/// What may be meant by a word, the nearest first.
fn similar(word: &str, kinds: &[Kind], domain: &Domain) -> Vec<String> {
    let namings: Vec<Naming> = kinds.iter().map(|&kind| naming(domain, kind)).collect();
    let entries = namings.iter().flat_map(Naming::entries);
    let called = entries.flat_map(|one| [&one.id, &one.name]);
    let mut similar = nearest_few(word, called.map(|known| (known.as_str(), known.clone())), MOST_SIMILAR);
    similar.dedup();
    similar
}
