//! Slips of sign-up sheets: people who may stand in a campaign twice, and telephone numbers that a spreadsheet has rounded.
//!
//! In: the campaign as meant and as written. Out: a warning at each.

use crate::{
    campaign::{schema::File, written::Text},
    diagnostic::{naming::folded, people::People},
    domain::{Domain, people::Ambassador},
    validation::{check::Check, list},
};
use std::collections::BTreeMap;

/// The digits of a telephone number at least; fewer are an extension.
const SHORTEST_NUMBER: usize = 7;

/// Warns of every such slip.
pub(super) fn warn(domain: &Domain, file: &File, check: &mut Check) {
    for text in numbers(file).filter(|text| is_rounded(text.words())) {
        check.report(text.place, People::RoundedNumber);
    }
    let mut known = Known::default();
    let written = list(file.ambassadors.as_ref());
    let mut people: Vec<&Ambassador> = domain.ambassadors.iter().collect();
    people.sort_by_key(|person| person.position);
    for person in people {
        let phone = written.get(person.position).and_then(|one| one.phone.as_ref());
        known.meet(Person { person, phone }, domain, check);
    }
}

/// Every telephone number as written.
fn numbers(file: &File) -> impl Iterator<Item = &Text> {
    let contacts = [file.campaign.as_ref().and_then(|header| header.contact.as_ref())].into_iter();
    let contacts = contacts
        .chain(file.units.iter().flatten().map(|unit| unit.contact.as_ref()))
        .chain(file.neighbourhoods.iter().flatten().map(|place| place.contact.as_ref()))
        .flatten()
        .filter_map(|contact| contact.phone.as_ref());
    let mentors = file.posts.iter().flatten().filter_map(|post| post.mentor_phone.as_ref());
    let people = file.ambassadors.iter().flatten().filter_map(|person| person.phone.as_ref());
    contacts.chain(mentors).chain(people)
}

/// Whether a number is written with a power of ten.
fn is_rounded(words: &str) -> bool {
    let words = folded(words);
    words.split_once('e').is_some_and(|(number, power)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        digits(whole) && digits(fraction) && digits(power.strip_prefix('+').unwrap_or(power))
    })
}

/// The digits of a telephone number, without those of the country; `None` where they are too few, or rounded.
fn digits(words: &str) -> Option<String> {
    let words = folded(words);
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let own = ["0086", "86"].into_iter().find_map(|country| digits.strip_prefix(country));
    let own = own.filter(|own| own.len() == 11).unwrap_or(&digits);
    (own.len() >= SHORTEST_NUMBER && !is_rounded(&words)).then(|| own.to_owned())
}

/// Somebody with the number as written.
#[derive(Clone, Copy)]
struct Person<'a> {
    person: &'a Ambassador,
    phone: Option<&'a Text>,
}

/// Who was met first under each number and name.
#[derive(Default)]
struct Known<'a> {
    numbers: BTreeMap<String, Person<'a>>,
    /// By name, and organization or employer.
    members: BTreeMap<(String, String), Person<'a>>,
    /// By name without blanks.
    names: BTreeMap<String, Person<'a>>,
}

impl<'a> Known<'a> {
    /// Compares somebody with everybody before, and warns of the likeness that says most.
    fn meet(&mut self, one: Person<'a>, domain: &'a Domain, check: &mut Check) {
        let Person { person, phone } = one;
        let number = phone.and_then(|phone| Some((phone, digits(phone.words())?)));
        let name = folded(&person.name);
        let employer = || person.employer.map(|unit| domain.unit(unit).name.as_str());
        let organization = person.organization.as_deref().filter(|words| !words.is_empty()).or_else(employer);
        let like_number = number.as_ref().and_then(|(_, digits)| self.numbers.get(digits));
        let member = organization.map(|organization| (name.clone(), folded(organization)));
        let like_member = member.as_ref().and_then(|member| self.members.get(member));
        let without_blanks: String = person.name.split_whitespace().collect();
        let like_name = self.names.get(&without_blanks).filter(|other| other.person.name != person.name);
        if let (Some(other), Some((phone, _))) = (like_number, &number) {
            let problem =
                People::SameTelephone { one: other.person.name.clone(), other: person.name.clone() };
            let first = other.phone.map_or(other.person.place, |phone| phone.place);
            check.report_also(phone.place, problem, first);
        } else if let Some(other) = like_name {
            let problem =
                People::NamesDifferByBlank { one: other.person.name.clone(), other: person.name.clone() };
            check.report_also(person.place, problem, other.person.place);
        } else if let (Some(other), Some(organization)) = (like_member, organization) {
            let (name, organization) = (person.name.clone(), organization.to_owned());
            let problem = People::SameNameAndOrganization { name, organization };
            check.report_also(person.place, problem, other.person.place);
        }
        if let Some((_, digits)) = number {
            self.numbers.entry(digits).or_insert(one);
        }
        if let Some(member) = member {
            self.members.entry(member).or_insert(one);
        }
        self.names.entry(without_blanks).or_insert(one);
    }
}

#[cfg(test)]
mod tests {
    use super::{digits, is_rounded};

    #[test]
    fn knows_a_rounded_number() {
        for rounded in ["1.38E+10", "1.38e10", "１．３８Ｅ＋１０", "1E+10"] {
            assert!(is_rounded(rounded), "{rounded}");
            assert_eq!(digits(rounded), None, "{rounded}");
        }
        for whole in ["138 0000 0001", "13800000001", "021-0000 0000", "E10", "1.38E+", "", "138E办公室"] {
            assert!(!is_rounded(whole), "{whole}");
        }
    }

    #[test]
    fn compares_numbers_by_their_digits() {
        for same in ["138 0000 0021", "+86 138-0000-0021", "008613800000021", "１３８００００００２１"]
        {
            assert_eq!(digits(same).as_deref(), Some("13800000021"), "{same}");
        }
        assert_eq!(digits("8021"), None);
    }
}
