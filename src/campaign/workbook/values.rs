//! The words of a cell as the node that a campaign file would hold there.

use crate::{
    campaign::{
        range::{narrow, trimmed},
        workbook::{
            choices,
            headings::Field,
            moments::{is_date, number_for_date},
        },
    },
    diagnostic::{
        Diagnostic,
        shape::{Home, Wanted},
        workbook::Workbook,
    },
    document::{Key, Node, Value, reading},
    source::{Place, Sources, grid::Kind},
};
use std::ops::Range;

/// The words of a cell.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) place: Place,
    pub(super) kind: Kind,
}

impl Words<'_> {
    /// A part of it.
    fn part(self, part: Range<usize>) -> Self {
        let place = self.place.part(self.text, part.clone());
        Self { text: &self.text[part], place, ..self }
    }

    /// The parts between the marks, without blanks around them; empty ones fall away.
    fn parts(self, is_mark: impl Fn(char) -> bool) -> impl Iterator<Item = Self> {
        let text = self.text;
        let ends = text.match_indices(is_mark).map(|(at, mark)| (at, at + mark.len()));
        let mut begin = 0;
        ends.chain([(text.len(), text.len())]).filter_map(move |(end, next)| {
            let part = trimmed(text, begin..end);
            begin = next;
            (!part.is_empty()).then(|| self.part(part))
        })
    }

    pub(super) fn scalar(self) -> Node {
        self.saying(self.text.to_owned())
    }

    fn saying(self, text: String) -> Node {
        Node { place: self.place, value: Value::Scalar { text, plain: false } }
    }
}

/// What a cell says for null, and what else is taken for it.
pub(super) const NOTHING: &str = "〈无〉";
pub(super) const ALSO_NOTHING: [&str; 2] = ["<无>", "＜无＞"];

/// What a cell says for an empty list.
pub(super) const NEVER: &str = "从不";

/// What stands between several values of a cell.
pub(super) fn parts_values(letter: char) -> bool {
    matches!(letter, '、' | '，' | ',' | '；' | ';' | '\n')
}

/// Reads cells.
pub(super) struct Values<'a> {
    pub(super) sources: &'a Sources,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Values<'_> {
    /// The value of a field; `None` where the cell cannot be read, which is reported.
    pub(super) fn value(&mut self, field: &Field, words: Words<'_>) -> Option<Node> {
        let (home, known) = field.within.unwrap_or((field.home, field.known));
        let key = known.key;
        if let Some(problem) = misfit(key, words) {
            self.diagnostics.push(Diagnostic::at(words.place, problem.into()));
            return None;
        }
        if let Some(node) = self.spelled_out(words) {
            return Some(node);
        }
        let is_wish = known.within.is_some_and(|within| within.home == Home::Wish);
        if is_wish && field.rank.is_some() && words.parts(parts_values).count() > 1 {
            self.diagnostics.push(Diagnostic::at(words.place, Workbook::SeveralWishes.into()));
            return None;
        }
        Some(match known.wanted {
            Wanted::Texts if is_wish && field.rank.is_some() => ties(words),
            Wanted::Texts if is_wish => list(words, words.parts(parts_values).map(ties)),
            Wanted::Texts => one_or_list(words, |part| part.saying(choices::value(home, key, part.text))),
            Wanted::TextOrTexts if (home, key) == (Home::Post, "hours") => one_or_list(words, Words::scalar),
            Wanted::TextOrTexts => lines(words),
            Wanted::Location => location(words),
            Wanted::Qualifications => one_or_list(words, qualification),
            _ => words.saying(choices::value(home, key, words.text)),
        })
    }

    /// 〈无〉, 从不, or a value in the words of a campaign file.
    pub(super) fn spelled_out(&self, words: Words<'_>) -> Option<Node> {
        let value = match words.text {
            NOTHING => Value::Null,
            text if ALSO_NOTHING.contains(&text) => Value::Null,
            NEVER => Value::List(Vec::new()),
            text if text.starts_with(['[', '{', '"']) => {
                return reading::read_value(self.sources, words.place);
            }
            _ => return None,
        };
        Some(Node { place: words.place, value })
    }
}

/// What no field of this kind can hold.
fn misfit(key: &str, words: Words<'_>) -> Option<Workbook> {
    match words.kind {
        Kind::Error => Some(Workbook::FormulaError),
        Kind::Date | Kind::DateTime if key == "hours" => Some(Workbook::DateForHours),
        Kind::Number if is_date(key) => number_for_date(words.text),
        _ => None,
    }
}

fn list(words: Words<'_>, items: impl Iterator<Item = Node>) -> Node {
    Node { place: words.place, value: Value::List(items.collect()) }
}

/// A value alone, or the list of several.
fn one_or_list<'a>(words: Words<'a>, read: impl Fn(Words<'a>) -> Node) -> Node {
    let mut parts: Vec<Node> = words.parts(parts_values).map(read).collect();
    match parts.len() {
        1 => parts.swap_remove(0),
        _ => Node { place: words.place, value: Value::List(parts) },
    }
}

/// A line alone, or the list of several: a date may name several days, and its marks are its own.
fn lines(words: Words<'_>) -> Node {
    let mut parts: Vec<Node> = words.parts(|letter| letter == '\n').map(Words::scalar).collect();
    match parts.len() {
        1 => parts.swap_remove(0),
        _ => Node { place: words.place, value: Value::List(parts) },
    }
}

/// Two numbers, or what was copied from a map.
fn location(words: Words<'_>) -> Node {
    if words.text.matches('、').count() == 1 {
        return list(words, words.parts(|letter| letter == '、').map(Words::scalar));
    }
    words.scalar()
}

/// 健康证, or 健康证（至2019-06-30）.
fn qualification(words: Words<'_>) -> Node {
    let text = words.text;
    let closed = text.strip_suffix('）').or_else(|| text.strip_suffix(')'));
    let found = closed.and_then(|inner| {
        let (at, mark) =
            ["（至", "(至"].into_iter().filter_map(|mark| Some((inner.rfind(mark)?, mark))).max()?;
        let until = words.part(at + mark.len()..inner.len());
        let name = words.part(0..text[..at].trim_end().len());
        (!name.text.is_empty() && !until.text.trim().is_empty()).then_some((name, until))
    });
    match found {
        Some((name, until)) => map(words, [("name", name.scalar()), ("until", until.scalar())]),
        None => words.scalar(),
    }
}

/// Wishes of equal worth, or one.
fn ties(words: Words<'_>) -> Node {
    let mut wishes: Vec<Node> = words.parts(|letter| letter == '/').map(wish).collect();
    match wishes.len() {
        1 => wishes.swap_remove(0),
        _ => Node { place: words.place, value: Value::List(wishes) },
    }
}

/// 岗位, 岗位@日期 or 岗位@日期 时间.
fn wish(words: Words<'_>) -> Node {
    let Some(at) = words.text.find(['@', '＠']) else { return words.scalar() };
    let behind = at + words.text[at..].chars().next().map_or(0, char::len_utf8);
    let post = words.part(0..words.text[..at].trim_end().len());
    let rest = &words.text[behind..];
    let begin = behind + (rest.len() - rest.trim_start().len());
    let when = words.part(begin..begin + rest.trim().len());
    let hours = when.text.rfind(char::is_whitespace).map(|blank| {
        let start = blank + when.text[blank..].chars().next().map_or(0, char::len_utf8);
        (blank, when.part(start..when.text.len()))
    });
    let is_hours = |text: &str| {
        let plain = narrow(text);
        plain.starts_with(|letter: char| letter.is_ascii_digit()) && plain.contains(':')
    };
    match hours.filter(|(_, hours)| is_hours(hours.text)) {
        Some((blank, hours)) => {
            let date = when.part(0..when.text[..blank].trim_end().len());
            map(words, [("post", post.scalar()), ("date", date.scalar()), ("hours", hours.scalar())])
        }
        None => map(words, [("post", post.scalar()), ("date", when.scalar())]),
    }
}

fn map<const N: usize>(words: Words<'_>, fields: [(&str, Node); N]) -> Node {
    let keyed = |(key, node): (&str, Node)| (Key { text: key.to_owned(), place: node.place }, node);
    Node { place: words.place, value: Value::Map(fields.into_iter().map(keyed).collect()) }
}
