//! About whom a question is.
//!
//! In: a word as people write it, and the campaign. Out: a [`Subject`], or why the word does not say which: several bear the name,
//! or nobody does.

use crate::{
    diagnostic::{
        naming::Named,
        nearest::nearest_few,
        reference::{Bearer, Kind},
    },
    domain::{Domain, people::AmbassadorIx},
    plan::naming::{bearers, naming},
};

/// Whom a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An ambassador.
    Ambassador(AmbassadorIx),
}

/// Why a word names nobody.
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
    /// Nobody has the id or the name.
    Nobody {
        /// As typed.
        word: String,
        /// What may be meant, by name or id.
        similar: Vec<String>,
    },
}

/// How many entries are named that may be meant.
const MOST_SIMILAR: usize = 3;

/// What a word stands for.
///
/// # Errors
/// Why it stands for nothing.
pub fn subject(word: &str, domain: &Domain) -> Result<Subject, Unclear> {
    let word = word.trim();
    let people = naming(domain, Kind::Ambassador);
    match people.named(word) {
        Named::One(position) => Ok(Subject::Ambassador(AmbassadorIx(position))),
        Named::Several(positions) => {
            let kind = Kind::Ambassador;
            Err(Unclear::Several { kind, word: word.to_owned(), bearers: bearers(domain, kind, &positions) })
        }
        Named::Nobody => {
            let called = people.entries().iter().flat_map(|one| [(&one.id, &one.id), (&one.name, &one.name)]);
            let called = called.map(|(known, told)| (known.as_str(), told.clone()));
            let mut similar = nearest_few(word, called, MOST_SIMILAR);
            similar.dedup();
            Err(Unclear::Nobody { word: word.to_owned(), similar })
        }
    }
}
