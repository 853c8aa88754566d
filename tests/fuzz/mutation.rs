//! Damage to text: bytes, lines and words, and options made of a campaign's own words.

use crate::support::draws::Draws;

/// Words that mean something in a campaign, or that often break what reads them.
pub const WORDS: [&str; 60] = [
    "：",
    "，",
    "\t",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "*a",
    "&a ",
    "<<: ",
    "~",
    "|",
    ">",
    "- ",
    "? ",
    "!x ",
    "---",
    "...",
    "\u{feff}",
    "\r",
    "\r\n",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{ffff}",
    "\u{202e}",
    "😀",
    "#",
    "null",
    "true",
    "0",
    "-1",
    "00",
    "1e9",
    "0x10",
    ".nan",
    "4294967296",
    "99999999999999999999",
    "9223372036854775807",
    "2018-02-30",
    "2018-10-23",
    "0000-01-01",
    "9999-12-31",
    "2018-10-22..2018-11-02 tue+thu",
    "9999-12-31..0001-01-01",
    "0001-01-01..9999-12-31",
    "24:00-00:00",
    "23:59-24:00",
    "[91, 181]",
    "{min: 9, max: 1}",
    "{min: 0, max: 4294967295}",
    "[[1, 2], [3]]",
    "extends: linfen-2018.yaml\n",
    "extends: every-field.yaml\n",
    "remove: {units: [bank]}\n",
    "１３８００００００００",
    "a@b",
    "",
];

/// A text with up to eight things changed in it.
pub(super) fn damaged(original: &[u8], draws: &mut Draws) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..*draws.one(&[1, 1, 1, 2, 2, 3, 5, 8]) {
        match draws.below(8) {
            0 => splice(&mut bytes, draws),
            1 => lines(&mut bytes, draws),
            2 => indentation(&mut bytes, draws),
            3 if draws.chance(10) => bytes.truncate(draws.below(bytes.len().max(1))),
            _ => word(&mut bytes, draws),
        }
    }
    bytes
}

/// Some bytes become a word, anywhere.
fn splice(bytes: &mut Vec<u8>, draws: &mut Draws) {
    let at = draws.below(bytes.len().max(1)).min(bytes.len());
    let end = (at + draws.below(12)).min(bytes.len());
    bytes.splice(at..end, draws.one(&WORDS).bytes());
}

/// A line is taken out, doubled or put elsewhere.
fn lines(bytes: &mut Vec<u8>, draws: &mut Draws) {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.is_empty() {
        return;
    }
    let (one, other) = (draws.below(lines.len()), draws.below(lines.len()));
    match draws.below(3) {
        0 => drop(lines.remove(one)),
        1 => lines.insert(other, lines[one].clone()),
        _ => lines.swap(one, other),
    }
    *bytes = lines.concat();
}

/// A line stands deeper or less deep.
fn indentation(bytes: &mut Vec<u8>, draws: &mut Draws) {
    let starts: Vec<usize> = std::iter::once(0)
        .chain((0..bytes.len()).filter(|&at| bytes[at] == b'\n').map(|at| at + 1))
        .collect();
    let start = *draws.one(&starts);
    let blanks = bytes[start..].iter().take_while(|byte| **byte == b' ').count();
    let wanted = draws.below(7);
    bytes.splice(start..start + blanks, std::iter::repeat_n(b' ', wanted));
}

/// A word becomes another one: of the same text, or one of [`WORDS`].
fn word(bytes: &mut Vec<u8>, draws: &mut Draws) {
    let words = ranges(bytes);
    if words.is_empty() {
        return;
    }
    let (start, end) = *draws.one(&words);
    let new = if draws.chance(50) {
        let (start, end) = *draws.one(&words);
        bytes[start..end].to_vec()
    } else {
        draws.one(&WORDS).as_bytes().to_vec()
    };
    bytes.splice(start..end, new);
}

/// Where each run of letters, digits and whatever is not ASCII stands.
fn ranges(bytes: &[u8]) -> Vec<(usize, usize)> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80 || b"-_".contains(&byte);
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| is_part(**byte)) {
        match ranges.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => ranges.push((at, at + 1)),
        }
    }
    ranges
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = ranges(text.as_bytes()).into_iter();
    words.filter_map(|(start, end)| text.get(start..end)).map(str::to_owned).collect()
}

/// An option such as `posts.patrol.seats=2`, `unit:bank` or `a03@2018-10-23`, of a campaign's words and of others.
pub(super) fn option(words: &[String], draws: &mut Draws) -> String {
    let mut text = String::new();
    for _ in 0..draws.between(1, 6) {
        let joint = [
            "",
            ".",
            "=",
            ":",
            "@",
            "..",
            "posts.",
            "ambassadors.",
            "rules.",
            "unit:",
            "post:",
            "[",
            "]",
            " ",
        ];
        text += *draws.one(&joint);
        if draws.chance(75) {
            text += draws.one::<String>(words);
        } else {
            text += *draws.one(&WORDS);
        }
    }
    text
}
