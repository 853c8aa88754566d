//! Digits that stand together, and what stands between one group and the next.
//!
//! In: the signs of a text. Out: chains of [`Group`]s; a letter or a word ends a chain.

use crate::domain::private::signs::{Seen, Sign};

/// Digits without anything between them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Group {
    /// The digits as 0 to 9.
    pub(super) digits: String,
    /// Where each stands in the text, in bytes.
    pub(super) places: Vec<(usize, usize)>,
    /// What stands before it, each mark once; blanks and brackets are nothing.
    pub(super) marks: String,
    /// Where a plus stands right before it.
    pub(super) plus: Option<usize>,
    /// Where an X ends that stands right behind it.
    pub(super) x: Option<usize>,
}

impl Group {
    /// Where it begins, its plus included.
    pub(super) fn start(&self) -> usize {
        self.plus.unwrap_or(self.places.first().map_or(0, |place| place.0))
    }

    /// Where it ends.
    pub(super) fn end(&self) -> usize {
        self.places.last().map_or(0, |place| place.1)
    }
}

/// How Chinese numerals are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numerals {
    /// As words, but for 一, which looks like a dash.
    Words,
    /// As digits.
    Digits,
}

/// The groups of a text, those that only marks stand between in one chain.
pub(super) fn chains(signs: &[Seen], numerals: Numerals) -> Vec<Vec<Group>> {
    let (mut chains, mut chain, mut next) = (Vec::new(), Vec::new(), Group::default());
    for seen in signs {
        let sign = read(seen.sign, numerals);
        if let Sign::Digit(digit) = sign {
            next.digits.push(digit);
            next.places.push((seen.start, seen.end));
            continue;
        }
        if !next.digits.is_empty() {
            chain.push(std::mem::take(&mut next));
        }
        match sign {
            Sign::Mark(mark) => {
                next.plus = (mark == '+').then_some(seen.start);
                if !next.marks.contains(mark) {
                    next.marks.push(mark);
                }
            }
            Sign::Letter(letter) => {
                let behind = letter == 'X' && next.marks.chars().all(|mark| mark == '-');
                if let Some(last) = chain.last_mut().filter(|_: &&mut Group| behind) {
                    last.x = Some(seen.end);
                }
            }
            _ => {}
        }
        if matches!(sign, Sign::Letter(_) | Sign::Word(_)) {
            chains.push(std::mem::take(&mut chain));
            next = Group::default();
        }
    }
    chain.extend(Some(next).filter(|last| !last.digits.is_empty()));
    chains.push(chain);
    chains
}

fn read(sign: Sign, numerals: Numerals) -> Sign {
    match (sign, numerals) {
        (Sign::Numeral(_, digit), Numerals::Digits) => Sign::Digit(digit),
        (Sign::Numeral('一', _), Numerals::Words) => Sign::Mark('-'),
        (Sign::Numeral(letter, _), Numerals::Words) => Sign::Word(letter),
        (sign, _) => sign,
    }
}
