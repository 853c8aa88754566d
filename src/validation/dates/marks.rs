//! The words of dates, one mark after the other, with the bytes at which each stands.

use crate::domain::{
    dates::{WEEKDAYS, Weekdays},
    periods::Part,
    time::Hours,
};
use chrono::Weekday;
use std::ops::Range;

/// What a few characters mean wherever they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A number and how many figures it has.
    Number(u32, usize),
    /// `-` between the parts of a date, or between two dates.
    Hyphen,
    /// `/`.
    Slash,
    /// `.`.
    Dot,
    /// `年`.
    Year,
    /// `月`.
    Month,
    /// `日`, `号`.
    Day,
    /// From a date to another: `..`, `至`, `到`, `~`, `—`.
    To,
    /// `+`, `和`.
    And,
    /// Between the items of a list.
    Comma,
    /// Blanks and brackets.
    Space,
    /// `周二`, `tue`.
    Week(Weekdays),
    /// `周末`.
    Weekend,
    /// `工作日`.
    Workday,
    /// `每`.
    Every,
    /// `都可以`, `随时`.
    All,
    /// `全天`.
    WholeDay,
    /// `上午`.
    Part(Part),
    /// `09:00-11:30`.
    Hours(Hours),
    /// A time of the day without another.
    Time,
    /// `除`.
    Except,
    /// Anything else.
    Word,
}

const MORNING: Part = Part { hours: Hours::of_day(0, 12 * 60), is_open: false };
const NOON: Part = Part { hours: Hours::of_day(11 * 60, 14 * 60), is_open: false };
const AFTERNOON: Part = Part { hours: Hours::of_day(12 * 60, 18 * 60), is_open: false };
const EVENING: Part = Part { hours: Hours::of_day(18 * 60, 24 * 60), is_open: true };

/// A mark and its bytes.
pub(super) type Marked = (Mark, Range<usize>);

/// What stands for what, the longer words first.
const WORDS: [(&str, Mark); 39] = [
    ("工作日", Mark::Workday),
    ("都可以", Mark::All),
    ("均可以", Mark::All),
    ("都行", Mark::All),
    ("均可", Mark::All),
    ("随时", Mark::All),
    ("全部", Mark::All),
    ("可以", Mark::All),
    ("全天", Mark::WholeDay),
    ("上午", Mark::Part(MORNING)),
    ("早上", Mark::Part(MORNING)),
    ("中午", Mark::Part(NOON)),
    ("下午", Mark::Part(AFTERNOON)),
    ("晚上", Mark::Part(EVENING)),
    ("..", Mark::To),
    ("至", Mark::To),
    ("到", Mark::To),
    ("~", Mark::To),
    ("—", Mark::To),
    ("–", Mark::To),
    ("-", Mark::Hyphen),
    ("/", Mark::Slash),
    (".", Mark::Dot),
    (":", Mark::Time),
    ("年", Mark::Year),
    ("月", Mark::Month),
    ("日", Mark::Day),
    ("号", Mark::Day),
    ("和", Mark::And),
    ("+", Mark::And),
    ("、", Mark::Comma),
    (",", Mark::Comma),
    (";", Mark::Comma),
    ("。", Mark::Comma),
    ("\n", Mark::Comma),
    ("(", Mark::Space),
    (")", Mark::Space),
    ("每", Mark::Every),
    ("除", Mark::Except),
];

/// The days of the week as figures: `周日` and `周天` are one.
const FIGURES: [(char, Weekday); 8] = [
    ('一', Weekday::Mon),
    ('二', Weekday::Tue),
    ('三', Weekday::Wed),
    ('四', Weekday::Thu),
    ('五', Weekday::Fri),
    ('六', Weekday::Sat),
    ('日', Weekday::Sun),
    ('天', Weekday::Sun),
];

/// Every mark of a text in order; full-width figures and marks mean what the others mean.
pub(super) fn marks(text: &str) -> Vec<Marked> {
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, plain(letter))).collect();
    let end = |position: usize| letters.get(position).map_or(text.len(), |(at, _)| *at);
    let mut marks: Vec<Marked> = Vec::new();
    let mut position = 0;
    while position < letters.len() {
        let (mark, length) = mark(&letters[position..], is_after_weekday(&marks));
        marks.push((mark, letters[position].0..end(position + length)));
        position += length;
    }
    with_hours(&within_dates(&marks))
}

/// The same with the two times of a stretch of hours as one mark: `09:00-11:30`, `9:00 至 11:30`.
fn with_hours(marks: &[Marked]) -> Vec<Marked> {
    let mut joined: Vec<Marked> = Vec::new();
    let mut at = 0;
    while let Some(marked) = marks.get(at) {
        if let Some((hours, length)) = hours(&marks[at..]) {
            joined.push((Mark::Hours(hours), marked.1.start..marks[at + length - 1].1.end));
            at += length;
        } else {
            joined.push(marked.clone());
            at += 1;
        }
    }
    joined
}

/// The hours with which some marks begin, and how many marks they take.
fn hours(marks: &[Marked]) -> Option<(Hours, usize)> {
    let (start, begun) = time(marks)?;
    let blanks = |from: usize| marks[from..].iter().take_while(|(mark, _)| *mark == Mark::Space).count();
    let to = begun + blanks(begun);
    let is_to = matches!(marks.get(to), Some((Mark::To | Mark::Hyphen, _)));
    let from = is_to.then(|| to + 1 + blanks(to + 1))?;
    let (end, length) = time(&marks[from..])?;
    let hours = Hours::between(start, end)?;
    Some((hours, from + length))
}

/// The time of the day with which some marks begin, in minutes, and how many marks it takes.
fn time(marks: &[Marked]) -> Option<(u16, usize)> {
    let marks: Vec<Mark> = marks.iter().map(|(mark, _)| *mark).take(3).collect();
    let &[Mark::Number(hour @ 0..=24, 1..=2), Mark::Time, Mark::Number(minute @ 0..=59, 2)] = &marks[..]
    else {
        return None;
    };
    let minutes = u16::try_from(60 * hour + minute).ok()?;
    (minutes <= 24 * 60).then_some((minutes, 3))
}

/// The same without the blanks within a date: `10 月 22 日`.
fn within_dates(marks: &[Marked]) -> Vec<Marked> {
    let is_within = |at: usize| {
        let around = (at.checked_sub(1).map(|at| marks[at].0), marks.get(at + 1).map(|(mark, _)| *mark));
        marks[at].0 == Mark::Space
            && matches!(
                around,
                (Some(Mark::Number(..)), Some(Mark::Year | Mark::Month | Mark::Day))
                    | (Some(Mark::Year | Mark::Month), Some(Mark::Number(..)))
            )
    };
    (0..marks.len()).filter(|at| !is_within(*at)).map(|at| marks[at].clone()).collect()
}

/// The first mark of some letters, and how many of them it takes.
fn mark(letters: &[(usize, char)], after_weekday: bool) -> (Mark, usize) {
    let run = |is: fn(char) -> bool| letters.iter().take_while(|(_, letter)| is(*letter)).count();
    let digits = run(|letter| letter.is_ascii_digit());
    if digits > 0 {
        let number = letters[..digits].iter().map(|(_, digit)| *digit).collect::<String>();
        return number.parse().map_or((Mark::Word, digits), |number| (Mark::Number(number, digits), digits));
    }
    let begins = |word: &str| {
        let found = word.chars().zip(letters).filter(|(wanted, (_, letter))| wanted == letter).count();
        (found == word.chars().count()).then_some(found)
    };
    if let Some(week) = ["周", "星期", "礼拜"].into_iter().find_map(begins) {
        let figures = figures(&letters[week..]);
        return match letters.get(week) {
            Some((_, '末')) => (Mark::Weekend, week + 1),
            _ if figures.is_empty() => (Mark::Word, week),
            _ => (Mark::Week(Weekdays::of(figures.iter().copied())), week + figures.len()),
        };
    }
    if after_weekday
        && let figures = figures(letters)
        && !figures.is_empty()
    {
        return (Mark::Week(Weekdays::of(figures.iter().copied())), figures.len());
    }
    if let Some((mark, length)) =
        WORDS.iter().find_map(|(word, mark)| begins(word).map(|length| (*mark, length)))
    {
        return (mark, length);
    }
    let blanks = run(|letter| letter.is_whitespace() && letter != '\n');
    if blanks > 0 {
        return (Mark::Space, blanks);
    }
    let latin = run(|letter| letter.is_ascii_alphabetic());
    let word: String = letters[..latin].iter().map(|(_, letter)| letter.to_ascii_lowercase()).collect();
    match WEEKDAYS.iter().find(|(name, _)| *name == word) {
        Some((_, day)) => (Mark::Week(Weekdays::of([*day])), latin),
        None => (Mark::Word, latin.max(1)),
    }
}

fn figures(letters: &[(usize, char)]) -> Vec<Weekday> {
    let figure = |letter: char| FIGURES.iter().find(|(figure, _)| *figure == letter).map(|(_, day)| *day);
    letters.iter().map_while(|(_, letter)| figure(*letter)).collect()
}

/// Whether what comes next goes on with days of the week: `周二、四`.
fn is_after_weekday(marks: &[Marked]) -> bool {
    let mut marks = marks.iter().rev().map(|(mark, _)| mark);
    matches!(marks.next(), Some(Mark::Comma | Mark::And | Mark::To | Mark::Hyphen))
        && matches!(marks.next(), Some(Mark::Week(_)))
}

/// What a full-width letter is the same as.
fn plain(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '～' | '〜' => '~',
        '－' => '-',
        '―' => '—',
        '號' => '号',
        '\r' | '\u{85}' | '\u{2028}' => '\n',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(letter) - u32::from('\u{ff01}') + u32::from('!')).unwrap_or(letter)
        }
        letter => letter,
    }
}
