//! Which groups of digits are a mobile number, and which are a number that is known.
//!
//! In: groups that stand beside each other. Out: whether they are one number; never more than their digits say.

use crate::domain::private::groups::Group;
use std::ops::{Range, RangeInclusive};

/// Digits of a mobile number in China, from 13 to 19 in front.
const MOBILE: usize = 11;

/// Digits of a number at least; fewer are the number of a house or a room.
const SHORTEST: usize = 7;

/// Digits of a number at most, the country and the area included.
const LONGEST: usize = 16;

/// How mobile numbers are grouped, whatever stands between the groups.
const WHATEVER_STANDS_BETWEEN: [&[usize]; 3] = [&[3, 4, 4], &[3, 8], &[7, 4]];

/// How they are grouped where only blanks, brackets, hyphens, dots and slashes stand between the groups.
const OTHERWISE: [&[usize]; 5] = [&[3, 3, 5], &[4, 3, 4], &[1, 3, 3, 4], &[3, 2, 2, 2, 2], &[3, 4, 2, 2]];

/// What may stand before a mobile number: a line to the outside, the country.
const PREFIXES: [&str; 6] = ["", "0", "86", "860", "0086", "00860"];

/// Whether digits are a mobile number and nothing else.
pub(super) fn is_mobile(digits: &str) -> bool {
    digits.len() == MOBILE && ("13".."20").contains(&&digits[..2])
}

/// The mobile number that groups are, without what stands before it.
pub(super) fn mobile(groups: &[Group]) -> Option<String> {
    let digits = digits(groups, MOBILE..=LONGEST)?;
    let (prefix, number) = PREFIXES.iter().find_map(|prefix| {
        let number = digits.strip_prefix(prefix).filter(|number| is_mobile(number))?;
        Some((*prefix, number.to_owned()))
    })?;
    let first = groups.first()?;
    // 86 by itself is the country only where that is said; else it may be the number of a room.
    let alone = prefix.starts_with(&first.digits) && !first.digits.starts_with("00") && first.plus.is_none();
    if alone && !prefix.is_empty() {
        return None;
    }
    let mut before = prefix.len();
    let mut sizes = Vec::new();
    let mut between = Vec::new();
    for group in groups {
        let taken = before.min(group.digits.len());
        before -= taken;
        if taken < group.digits.len() {
            sizes.push(group.digits.len() - taken);
            between.push(group.marks.as_str());
        }
    }
    is_grouped_so(&sizes, &between[1..]).then_some(number)
}

/// Whether a mobile number is written in groups of these sizes with this between them.
fn is_grouped_so(sizes: &[usize], between: &[&str]) -> bool {
    let alike = between.windows(2).all(|two| two[0] == two[1]);
    sizes.len() == 1
        || WHATEVER_STANDS_BETWEEN.contains(&sizes)
        || are_usual(between) && (alike || OTHERWISE.contains(&sizes))
}

/// Whether nothing stands between but blanks, brackets, hyphens, dots and slashes.
fn are_usual(between: &[&str]) -> bool {
    between.iter().all(|marks| marks.chars().all(|mark| "-./".contains(mark)))
}

/// The bytes of a mobile number in groups to whose first or last group further digits stick, as those of an id do.
pub(super) fn stuck_mobile(groups: &[Group]) -> Option<Range<usize>> {
    let (first, last) = (groups.first()?, groups.last()?);
    let fits = |shape: &&&[usize]| {
        let mut sizes = groups.iter().map(|group| group.digits.len()).zip(**shape).enumerate();
        let edge = |at: usize| at == 0 || at + 1 == groups.len();
        shape.len() == groups.len() && sizes.all(|(at, (has, size))| has == *size || edge(at) && has > *size)
    };
    let shape = WHATEVER_STANDS_BETWEEN.iter().find(fits)?;
    let between: Vec<&str> = groups[1..].iter().map(|group| group.marks.as_str()).collect();
    let alike = between.windows(2).all(|two| two[0] == two[1]);
    let digits = digits(groups, MOBILE..=usize::MAX)?;
    let from = first.digits.len() - shape[0];
    let is_number = are_usual(&between) && alike && is_mobile(&digits[from..from + MOBILE]);
    is_number.then(|| first.places[from].0..last.places[shape[shape.len() - 1] - 1].1)
}

/// The digits of groups, where they are so many.
fn digits(groups: &[Group], many: RangeInclusive<usize>) -> Option<String> {
    let found = groups.iter().map(|group| group.digits.len()).sum();
    many.contains(&found).then(|| groups.iter().map(|group| group.digits.as_str()).collect())
}

/// A number to call: the area where it is said, and the number within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) area: Option<String>,
    pub(super) local: String,
}

impl Line {
    /// The number that groups are; `None` where they are too few or too many digits.
    pub(super) fn of(groups: &[Group]) -> Option<Self> {
        let digits = digits(groups, SHORTEST..=LONGEST)?;
        let abroad =
            digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86").filter(|rest| rest.len() >= 10));
        let national = match abroad {
            Some(rest) if !rest.starts_with('0') && !is_mobile(rest) => format!("0{rest}"),
            Some(rest) => rest.to_owned(),
            None => digits,
        };
        let area = if national.starts_with("01") || national.starts_with("02") { 3 } else { 4 };
        let has_area =
            national.starts_with('0') && !national.starts_with("00") && national.len() >= area + SHORTEST;
        Some(if has_area {
            let (area, local) = national.split_at(area);
            Self { area: Some(area.to_owned()), local: local.to_owned() }
        } else {
            Self { area: None, local: national }
        })
    }

    /// Every number that groups which somebody gave as one may be: an extension may follow.
    pub(super) fn given(groups: &[Group]) -> Vec<Self> {
        let all = || Self::of(groups).into_iter().collect();
        let Some(first) = groups.first() else { return vec![] };
        if first.plus.is_some() && !first.digits.starts_with("86") {
            return all();
        }
        let lines = (1..=groups.len()).filter_map(|many| Self::of(&groups[..many]));
        let mut lines: Vec<Self> =
            lines.filter(|line| line.local.len() <= 8 || is_mobile(&line.local)).collect();
        if lines.iter().any(|line| line.area.is_some()) {
            lines.retain(|line| line.area.is_some());
        }
        if lines.is_empty() { all() } else { lines }
    }

    /// Whether both are one number, as far as is said.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.local == other.local && (self.area == other.area || self.area.is_none() || other.area.is_none())
    }
}
