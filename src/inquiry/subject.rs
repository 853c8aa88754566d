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
    inquiry::entry::{Entry, Nameable},
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

/// What a word stands for: an entry by its id or name, perhaps with its kind before it (`post:patrol`), or a day.
///
/// # Errors
/// Why it stands for nothing.
pub fn subject(word: &str, domain: &Domain) -> Result<Subject, Unclear> {
    let word = word.trim();
    if let Some(person) = at_place(word, domain) {
        return Ok(Subject::Ambassador(person));
    }
    let of_kind = Nameable::prefix(word).map(|(kind, rest)| (vec![kind], rest));
    let (kinds, name) = of_kind.unwrap_or((Nameable::ALL.to_vec(), word));
    let found = kinds.iter().map(|&one| (one, naming(domain, one.kind()).named(name)));
    let found: Vec<(Nameable, Named)> = found.filter(|(_, named)| *named != Named::Nobody).collect();
    match found.as_slice() {
        [(one, Named::One(position))] => Ok(one.at(*position).into()),
        [(one, Named::Several(positions))] => {
            let kind = one.kind();
            Err(Unclear::Several { kind, word: name.to_owned(), bearers: bearers(domain, kind, positions) })
        }
        [] => match dates::day(word, Some(domain.campaign.season))
            .or_else(|_| dates::day(word, Some(domain.whole_time())))
        {
            Ok(day) => Ok(Subject::Day(day)),
            Err(_) => Err(Unclear::Nobody { word: word.to_owned(), similar: similar(name, &kinds, domain) }),
        },
        _ => {
            let kinds = found.iter().map(|(one, _)| one.kind()).collect();
            Err(Unclear::Kinds { word: name.to_owned(), kinds })
        }
    }
}

/// Who stands at a place of the file, such as `#3`: so is told who is meant wherever an id would give a name or a number away.
fn at_place(word: &str, domain: &Domain) -> Option<AmbassadorIx> {
    let place: usize = word.strip_prefix('#')?.parse().ok()?;
    let person = domain.ambassadors.iter().position(|person| person.position + 1 == place)?;
    Some(AmbassadorIx(person))
}

impl From<Entry> for Subject {
    fn from(entry: Entry) -> Self {
        match entry {
            Entry::Ambassador(person) => Self::Ambassador(person),
            Entry::Post(post) => Self::Post(post),
            Entry::Unit(unit) => Self::Unit(unit),
            Entry::Neighbourhood(place) => Self::Neighbourhood(place),
        }
    }
}

/// What may be meant by a word, the nearest first.
fn similar(word: &str, kinds: &[Nameable], domain: &Domain) -> Vec<String> {
    let namings: Vec<Naming> = kinds.iter().map(|one| naming(domain, one.kind())).collect();
    let entries = namings.iter().flat_map(Naming::entries);
    let called = entries.flat_map(|one| [&one.id, &one.name]);
    let mut similar = nearest_few(word, called.map(|known| (known.as_str(), known.clone())), MOST_SIMILAR);
    similar.dedup();
    similar
}
