//! Numbers of identity cards, licence plates, and what looks like a number and is a day or an hour.
//!
//! In: groups of digits, or the signs of a text. Out: where such a thing stands.

use crate::domain::private::{
    groups::Group,
    signs::{Seen, Sign},
};

/// Digits of the number on an identity card; an X may be the last.
const IDENTITY: usize = 18;

/// Where the day of birth stands in it.
const BIRTH: std::ops::Range<usize> = 6..14;

/// Whether 18 digits, or 17 before an X, are the number of an identity card: a day of birth is in it.
pub(super) fn is_identity(digits: &str, x: bool) -> bool {
    digits.len() + usize::from(x) == IDENTITY && !digits.starts_with('0') && is_day(&digits[BIRTH])
}

/// Where an identity card ends whose number begins with these groups: how many of them, and in which byte.
pub(super) fn identity(groups: &[Group]) -> Option<(usize, usize)> {
    let mut digits = String::new();
    for (at, group) in groups.iter().enumerate().take_while(|(at, _)| *at < IDENTITY) {
        let usual = group.marks.chars().all(|mark| "-./".contains(mark));
        if at > 0 && !usual || digits.len() > IDENTITY {
            return None;
        }
        digits.push_str(&group.digits);
        if is_identity(&digits, false) {
            return Some((at + 1, group.end()));
        }
        if let Some(end) = group.x.filter(|_| is_identity(&digits, true)) {
            return Some((at + 1, end));
        }
    }
    None
}

/// Whether digits are a year, a month and a day: `20181023`.
pub(super) fn is_day(digits: &str) -> bool {
    digits.len() == 8 && is_date(&digits[..4], &digits[4..6], &digits[6..])
}

fn is_date(year: &str, month: &str, day: &str) -> bool {
    let within = |digits: &str, most: u32| {
        digits.len() <= 2 && digits.parse().is_ok_and(|number: u32| number >= 1 && number <= most)
    };
    year.len() == 4 && ("18".."21").contains(&&year[..2]) && within(month, 12) && within(day, 31)
}

/// How many of the groups are a date with marks in it, `2018-10-23`, or an hour, `09:00`; 0 where they are neither.
pub(super) fn day_or_hour(groups: &[Group]) -> usize {
    match groups {
        [year, month, day, ..]
            if month.marks == day.marks
                && ["-", ".", "/"].contains(&month.marks.as_str())
                && is_date(&year.digits, &month.digits, &day.digits) =>
        {
            3
        }
        [hour, minute, ..] if minute.marks == ":" && is_time(&hour.digits, &minute.digits) => 2,
        _ => 0,
    }
}

fn is_time(hour: &str, minute: &str) -> bool {
    let within = |digits: &str, most: u32| digits.parse().is_ok_and(|number: u32| number <= most);
    hour.len() <= 2 && minute.len() == 2 && within(hour, 24) && within(minute, 59)
}

/// The provinces of licence plates.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// What stands last on some plates, after four signs.
const LAST: &str = "学警挂港澳领试超";

/// Where a licence plate ends that begins with the first of these signs, in bytes.
pub(super) fn plate(signs: &[Seen]) -> Option<usize> {
    let skip = |signs: &'_ [Seen]| {
        let between =
            |seen: &&Seen| matches!(seen.sign, Sign::Blank | Sign::Bracket(_) | Sign::Mark('-' | '.' | '/'));
        signs.iter().take_while(between).count()
    };
    let (province, rest) = signs.split_first()?;
    let Sign::Word(letter) = province.sign else { return None };
    let rest = &rest[skip(rest)..];
    let (office, rest) = rest.split_first().filter(|_| PROVINCES.contains(letter))?;
    let Sign::Letter(_) = office.sign else { return None };
    let rest = &rest[skip(rest)..];
    let is_part = |seen: &&Seen| matches!(seen.sign, Sign::Letter(_) | Sign::Digit(_));
    let many = rest.iter().take_while(is_part).count();
    let digits = rest[..many].iter().filter(|seen| matches!(seen.sign, Sign::Digit(_))).count();
    let last = rest.get(many).filter(|seen| matches!(seen.sign, Sign::Word(letter) if LAST.contains(letter)));
    match (many, last) {
        (5 | 6, _) if digits >= 3 => Some(rest[many - 1].end),
        (4, Some(last)) if digits >= 3 => Some(last.end),
        _ => None,
    }
}
