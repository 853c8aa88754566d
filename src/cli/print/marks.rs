//! What a folder's record calls people, things and files by, so that it tells no name and no number.
//!
//! In: the campaigns of a plan and of those before it. Out: [`Marks`], in which an id stands for itself unless it is a name or holds
//! a personal number, and [`file_mark`]. Whoever knows the campaign finds its ids by their marks; a number is left out of an
//! id before the mark is made, for all numbers could be tried.

use crate::{
    diagnostic::reference::Kind,
    domain::{Domain, Language, people::AmbassadorIx},
    plan::{history::History, naming, outline::Outline},
    render::{
        edition::{discretion::Discretion, masks::gives_name_away},
        wording::{Phrase, print::Name},
    },
};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// What the mark of a name begins with, and no id.
const SIGN: char = '\u{b7}';

/// Ids and their marks.
#[derive(Debug)]
pub struct Marks {
    of_id: BTreeMap<(Kind, String), String>,
    of_mark: BTreeMap<(Kind, String), String>,
    language: Language,
}

impl Marks {
    /// The marks of all that the campaigns name, the present one first, and the history of its plan.
    pub fn of(domains: &[&Domain], history: &History, language: Language) -> Self {
        let discretion = Discretion::of(domains.iter().copied(), false);
        let named = domains.iter().flat_map(|domain| {
            let of_kind = |kind| naming::ids(domain, kind).into_iter().map(move |id| (kind, id.to_owned()));
            Kind::ALL.into_iter().flat_map(of_kind)
        });
        let people =
            history.visits.iter().map(|stood| (Kind::Ambassador, stood.what.visit.ambassador.clone()));
        let renamed = history.renamed.iter().map(|one| (one.kind, one.was.clone()));
        let ids: BTreeSet<(Kind, String)> = named.chain(people).chain(renamed).collect();
        let mut marks = Self { of_id: BTreeMap::new(), of_mark: BTreeMap::new(), language };
        for (kind, id) in ids {
            let discreet = discretion.lines(&id);
            let is_name = kind == Kind::Ambassador && !is_given(domains, &id);
            let mut mark = if is_name { marked(&history.key, &discreet) } else { discreet };
            // Two people of one name and two numbers.
            while marks.of_mark.contains_key(&(kind, mark.clone())) {
                mark.push(SIGN);
            }
            marks.of_mark.insert((kind, mark.clone()), id.clone());
            marks.of_id.insert((kind, id), mark);
        }
        marks
    }

    /// The mark of an id; of one that no campaign has, none that could be found again.
    pub fn mark(&self, kind: Kind, id: &str) -> String {
        let known = self.of_id.get(&(kind, id.to_owned()));
        known.cloned().unwrap_or_else(|| marked("", id))
    }

    /// What a record holds of an outline.
    pub fn written(&self, outline: Outline) -> Outline {
        outline.with_ids(|kind, id| *id = self.mark(kind, id))
    }

    /// What a record says, in ids; whose mark nobody knows any longer is a former ambassador.
    pub fn read(&self, outline: Outline) -> Outline {
        outline.with_ids(|kind, mark| {
            if let Some(id) = self.of_mark.get(&(kind, mark.clone())) {
                mark.clone_from(id);
            } else if mark.starts_with(SIGN) {
                *mark = Name::Former.say(self.language);
            }
        })
    }
}

/// Whether an id was given, and is not the name of whoever has none.
fn is_given(domains: &[&Domain], id: &str) -> bool {
    let tells = |domain: &&Domain| {
        let at = domain.ambassadors.iter().position(|one| one.id == id)?;
        Some(gives_name_away(domain, AmbassadorIx(at)))
    };
    let tells: Vec<bool> = domains.iter().filter_map(tells).collect();
    !tells.is_empty() && !tells.contains(&true)
}

/// A path in a folder as its record has it: the name of the file, which may be called after somebody, as a mark.
pub fn file_mark(key: &str, path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    format!("{folder}/{}", marked(key, name))
}

/// The mark of a word: letters, so that no number is read into it.
pub(super) fn marked(key: &str, word: &str) -> String {
    let digest = Sha256::digest(format!("{key}\n{word}").as_bytes());
    let letter = |half: u8| char::from(b'a' + half);
    let letters = digest[..10].iter().flat_map(|byte| [letter(byte >> 4), letter(byte & 15)]);
    std::iter::once(SIGN).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::{Marks, file_mark};
    use crate::{
        diagnostic::reference::Kind,
        domain::{Language, sample::sample},
        plan::{
            history::History,
            outline::{Outline, Visit},
        },
    };
    use chrono::NaiveDate;

    fn outline(people: &[&str], post: &str) -> Outline {
        let date = NaiveDate::from_ymd_opt(2018, 10, 23).unwrap();
        let visit = |who: &&str| Visit { ambassador: (*who).into(), date, post: post.into(), hours: None };
        let mut visits: Vec<Visit> = people.iter().map(visit).collect();
        visits.sort();
        Outline { visits, ..Outline::default() }
    }

    #[test]
    fn names_and_numbers_are_marked_found_again_and_kept_apart() {
        let mut domain = sample();
        let names = ["茅如兰 13800000001", "茅如兰 13800000002"];
        for (person, name) in domain.ambassadors.iter_mut().zip(names) {
            (person.id, person.name) = (name.into(), name.into());
        }
        let given = domain.ambassadors[2].id.clone();
        let marks = Marks::of(&[&domain], &History::default(), Language::Zh);
        let post = domain.posts[0].id.clone();
        let said = outline(&[names[0], names[1], &given], &post);
        let written = marks.written(said.clone());
        let text = serde_json::to_string(&written).unwrap();
        assert!(!text.contains('茅') && !text.contains("138") && text.contains(&given), "{text}");
        assert_eq!(marks.read(written), said);
        assert_eq!(marks.read(marks.written(outline(&["佘松岩"], &post))), outline(&["原大使"], &post));
        assert!(marks.mark(Kind::Unit, "13800000009").chars().all(|letter| !letter.is_numeric()));
    }

    #[test]
    fn files_are_known_by_folder_and_mark() {
        let (one, other) = (file_mark("k", "通知/大使/茅如兰.txt"), file_mark("k", "通知/大使/佘松岩.txt"));
        assert!(one.starts_with("通知/大使/·") && one != other && !one.contains('茅'), "{one}");
        assert_ne!(one, file_mark("l", "通知/大使/茅如兰.txt"));
    }
}
