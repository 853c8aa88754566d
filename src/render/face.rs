//! The two faces of one roster: the copy for the wall and the organizer's own.
//!
//! In: what was asked for. Out: what may stand on paper. The office's own contact always stands.

use crate::{
    domain::{Contact, Domain},
    render::{layout::clean::clean, names},
};

/// How people are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Naming {
    /// In full.
    #[default]
    Full,
    /// The surname and the last character: `林*`, `欧*娜`.
    Masked,
}

/// For whom a copy is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Face {
    /// How people are named.
    pub naming: Naming,
    /// Whether personal telephone numbers and contacts stand on it: the organizer's copy.
    pub contacts: bool,
}

impl Face {
    /// A personal telephone number where it may stand; nothing otherwise.
    pub fn phone(self, phone: Option<&String>) -> Option<String> {
        phone.filter(|_| self.contacts).map(|phone| clean(phone)).filter(|phone| !phone.is_empty())
    }

    /// The contact of a unit or a neighbourhood where it may stand; nothing otherwise.
    pub fn contact(self, contact: Option<&Contact>) -> Option<String> {
        names::contact(contact.filter(|_| self.contacts))
    }

    /// Free text of the campaign on one line, without personal telephone numbers where none may stand.
    pub fn text(self, domain: &Domain, text: &str) -> String {
        let text = clean(text);
        if self.contacts { text } else { without_phones(domain, &text) }
    }
}

/// What stands in the place of a telephone number.
const HIDDEN: &str = "***";

/// Digits that make a Chinese mobile number, from 13 to 19 in front.
const MOBILE_DIGITS: usize = 11;

/// Digits of a number at least; fewer are the number of a house or a room.
const SHORTEST: usize = 7;

/// The text without mobile numbers and without the campaign's personal numbers; the office's number stays.
pub(in crate::render) fn without_phones(domain: &Domain, text: &str) -> String {
    let office = domain.campaign.contact.as_ref().and_then(|contact| contact.phone.as_deref());
    let office = office.map(digits).unwrap_or_default();
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let end = start + number_length(&rest[start..]);
        let number = digits(&rest[start..end]);
        let mobile = number.len() == MOBILE_DIGITS && ("13".."20").contains(&&number[..2]);
        let abroad = number.len() == MOBILE_DIGITS + 2 && number.starts_with("861");
        let personal = || number.len() >= SHORTEST && personal_numbers(domain).contains(&number);
        let hidden = number != office && (mobile || abroad || personal());
        kept.push_str(&rest[..start]);
        kept.push_str(if hidden { HIDDEN } else { &rest[start..end] });
        rest = &rest[end..];
    }
    kept + rest
}

/// Every personal number of the campaign as bare digits.
fn personal_numbers(domain: &Domain) -> Vec<String> {
    let units = domain.units.iter().filter_map(|unit| unit.contact.as_ref()?.phone.as_deref());
    let places = domain.neighbourhoods.iter().filter_map(|place| place.contact.as_ref()?.phone.as_deref());
    let people = domain.ambassadors.iter().filter_map(|person| person.phone.as_deref());
    let mentors = domain.mentors.iter().filter_map(|mentor| mentor.phone.as_deref());
    let all = units.chain(places).chain(people).chain(mentors);
    all.map(digits).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// How many bytes a number takes that begins the text: digits, with single spaces or hyphens between them.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut gap = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '0'..='9' => {
                end = at + 1;
                gap = false;
            }
            ' ' | '-' if !gap => gap = true,
            _ => break,
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::Face;
    use crate::domain::{Contact, sample::sample};

    #[test]
    fn hides_personal_numbers_in_free_text_and_keeps_the_office() {
        let mut domain = sample();
        let contact = |phone: &str| Some(Contact { name: None, phone: Some(phone.into()) });
        domain.campaign.contact = contact("138 0000 0999");
        domain.units[0].contact = contact("021-0000 0123");
        let wall = |text: &str| Face::default().text(&domain, text);
        assert_eq!(wall("找张老师13800000001，或 138-0000-0002。"), "找张老师***，或 ***。");
        assert_eq!(wall("+86 138 0000 0001"), "+***");
        assert_eq!(wall("打 021-0000 0123"), "打 ***");
        assert_eq!(wall("办公室 138 0000 0999"), "办公室 138 0000 0999");
        assert_eq!(wall("2018-10-23 到 470弄3号 302室"), "2018-10-23 到 470弄3号 302室");
        let own = Face { contacts: true, ..Face::default() };
        assert_eq!(own.text(&domain, "138 0000 0001"), "138 0000 0001");
    }
}
