//! Names with their middle hidden, and the names of one copy.
//!
//! In: the campaign as one copy shows it. Out: [`Names`] as they may stand on that copy.

use crate::{
    domain::{Domain, Language, people::AmbassadorIx},
    render::{
        edition::{Naming, names::Names, shown::Shown},
        terminal::clean::clean,
        wording::bracketed,
    },
};
use std::collections::BTreeMap;

/// What everybody is called on a copy.
pub fn names(domain: &Shown<'_>, language: Language, naming: Naming) -> Names {
    let names = Names::of(domain, language);
    match naming {
        Naming::Full => names,
        Naming::Masked => names.masked(masked_ambassadors(domain, language), masked_mentor),
    }
}

/// Names of address at the end of a mentor's name; with a surname alone they hide the given name already: `张老师`.
const ADDRESSES: [&str; 27] = [
    "老师",
    "师傅",
    "医生",
    "护士",
    "护士长",
    "主任",
    "书记",
    "经理",
    "行长",
    "院长",
    "所长",
    "站长",
    "队长",
    "班长",
    "警官",
    "教官",
    "同志",
    "律师",
    "法官",
    "大夫",
    "教授",
    "教练",
    "校长",
    "阿姨",
    "大姐",
    "先生",
    "女士",
];

/// A mentor's name with its middle hidden; a name of address stays, and so does a single character before it.
fn masked_mentor(name: &str) -> String {
    let parts = ADDRESSES.iter().find_map(|address| Some((name.strip_suffix(address)?, address)));
    match parts {
        Some((surname, _)) if surname.chars().count() <= 1 => name.to_owned(),
        Some((person, address)) => format!("{}{address}", masked(person)),
        None => masked(name),
    }
}

/// A name with its middle hidden: the first character stays, and the last where there are three or more.
fn masked(name: &str) -> String {
    let word = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        match letters.as_slice() {
            [] => String::new(),
            [_] => "*".to_owned(),
            [first, _] => format!("{first}*"),
            [first, middle @ .., last] => format!("{first}{}{last}", "*".repeat(middle.len())),
        }
    };
    name.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

/// The masked names of all ambassadors; where two coincide the id follows, or the place in the file where the id
/// would give the name away.
fn masked_ambassadors(domain: &Shown<'_>, language: Language) -> Vec<String> {
    let masks: Vec<String> = domain.ambassadors.iter().map(|person| masked(&person.name)).collect();
    let mut occurrences: BTreeMap<&str, usize> = BTreeMap::new();
    for mask in &masks {
        *occurrences.entry(mask).or_insert(0) += 1;
    }
    let named = masks.iter().enumerate().map(|(at, mask)| match occurrences[mask.as_str()] {
        1 => mask.clone(),
        _ => bracketed(language, mask, &mark(domain, AmbassadorIx(at))),
    });
    named.collect()
}

/// Whether somebody's id tells the name, as it does where the id is left out.
pub fn ids_give_names_away(domain: &Domain) -> bool {
    (0..domain.ambassadors.len()).map(AmbassadorIx).any(|ambassador| gives_name_away(domain, ambassador))
}

/// Whether an ambassador's id tells the name.
pub fn gives_name_away(domain: &Domain, ambassador: AmbassadorIx) -> bool {
    let person = domain.ambassador(ambassador);
    let (id, name) = (clean(&person.id), clean(&person.name));
    name.split(|letter: char| !letter.is_alphabetic()).any(|word| !word.is_empty() && id.contains(word))
}

/// The id, which says who is meant without saying the name.
pub(in crate::render) fn mark(domain: &Shown<'_>, ambassador: AmbassadorIx) -> String {
    if gives_name_away(domain.written(), ambassador) {
        domain.place(ambassador)
    } else {
        domain.mark(ambassador)
    }
}

#[cfg(test)]
mod tests {
    use super::{masked, masked_ambassadors, masked_mentor};
    use crate::{
        domain::{Language, sample::sample},
        render::edition::shown::Shown,
    };

    #[test]
    fn hides_the_middle_of_a_name() {
        let names = ["林晓", "欧阳娜", "司马相如", "𠮷田", "娜", "Ann Lee", ""];
        let masks = names.map(masked);
        assert_eq!(masks, ["林*", "欧*娜", "司**如", "𠮷*", "*", "A*n L*e", ""]);
    }

    #[test]
    fn keeps_a_name_of_address_and_hides_the_given_name_before_it() {
        let mentors = ["张老师", "严阿姨", "何护士长", "张建国", "张建国老师", "林晓律师"];
        let masks = mentors.map(masked_mentor);
        assert_eq!(masks, ["张老师", "严阿姨", "何护士长", "张*国", "张*国老师", "林*律师"]);
    }

    #[test]
    fn lets_the_id_follow_where_masks_coincide_unless_it_gives_the_name_away() {
        let mut domain = sample();
        for (person, name) in domain.ambassadors.iter_mut().zip(["林晓", "林雨", "林夕"]) {
            person.name = name.into();
        }
        domain.ambassadors[2].id = "林夕".into();
        let masks = masked_ambassadors(&Shown::of(&domain, false), Language::Zh);
        assert_eq!(masks, ["林*（a0）", "林*（a1）", "林*（#3）"]);
    }
}
