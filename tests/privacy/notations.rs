//! The notations of `phones.txt`, and a reading of digits that knows nothing of the program's own.

/// A notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notation {
    /// As somebody writes it.
    pub text: String,
    /// Whether it must not be seen by everybody.
    pub hidden: bool,
}

/// Every line of the file.
pub fn notations() -> Vec<Notation> {
    let lines = include_str!("phones.txt").lines().filter(|line| !line.starts_with('#'));
    let notation = |line: &str| {
        let (text, answer) = line.split_once('\t').unwrap();
        assert!(["yes", "no"].contains(&answer), "{line}");
        Notation { text: unescaped(text), hidden: answer == "yes" }
    };
    lines.map(notation).collect()
}

/// `\u{…}` is one character by its number, `\n` a line end.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut whole = parts.next().unwrap().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap();
        whole.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        whole += rest;
    }
    whole.replace("\\n", "\n")
}

const SCRIPTS: [&str; 5] = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⓪①②③④⑤⑥⑦⑧⑨"];

const NUMERALS: &str = "〇一二三四五六七八九";

fn digit_of(script: &str, letter: char) -> Option<usize> {
    script.chars().position(|digit| digit == letter)
}

/// The digits of a text one after the other, whatever stands between them; with Chinese numerals or without.
fn digits(text: &str, with_numerals: bool) -> String {
    let of = |letter| {
        let numerals = Some(NUMERALS).filter(|_| with_numerals);
        SCRIPTS.into_iter().chain(numerals).find_map(|script| digit_of(script, letter))
    };
    text.chars().filter_map(of).map(|digit| digit.to_string()).collect()
}

/// What no text may hold: the digits with which every invented mobile number begins, those of the identity card.
const DIGITS: [&str; 2] = ["1380000", "3100001900"];

/// And the plates.
const PLATES: [&str; 3] = ["沪A0", "沪Ａ", "粤B"];

/// The first personal number in a text, if there is one.
pub fn leak(text: &str) -> Option<&'static str> {
    let numbers = [false, true].map(|with_numerals| digits(text, with_numerals));
    let number = DIGITS.into_iter().find(|wanted| numbers.iter().any(|digits| digits.contains(wanted)));
    number.or_else(|| PLATES.into_iter().find(|plate| text.contains(plate)))
}

/// What is left of a text of which every number is hidden: its words and the marks between two numbers.
pub fn hidden(text: &str) -> String {
    let is_word = |letter: char| {
        let is_han = ('\u{4e00}'..='\u{9fff}').contains(&letter) || letter == '、';
        is_han && !NUMERALS.contains(letter) && !"沪粤".contains(letter)
    };
    let mut left = String::new();
    for letter in text.chars() {
        if is_word(letter) {
            left.push(letter);
        } else if !left.ends_with('*') {
            left += "***";
        }
    }
    left
}

#[test]
fn the_programs_own_reading_hides_every_notation_that_must_be_hidden() {
    use chuxin::domain::{Contact, private::Numbers};
    let text = include_str!("../../scenarios/every-field.yaml");
    let mut domain = crate::support::reading::domain_of(text);
    domain.campaign.contact = Some(Contact { name: None, phone: Some("021-0000 0000".into()) });
    let numbers = Numbers::of(&domain);
    let notations = notations();
    assert!(notations.len() > 40);
    for Notation { text, hidden: is_hidden } in notations {
        let wanted = if is_hidden { hidden(&text) } else { text.clone() };
        assert_eq!(numbers.hidden(&text), wanted, "{text:?}");
        assert_eq!(leak(&text).is_some(), is_hidden, "{text:?}");
    }
}
