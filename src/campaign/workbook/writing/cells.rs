//! A value as the words of a cell, such that reading the cell gives the value again.
//!
//! In: a [`Node`] and the field that it stands in. Out: short words where the form of cells has some; else the value in the
//! words of a campaign file.

use crate::{
    campaign::workbook::{
        choices,
        headings::Field,
        values::{ALSO_NOTHING, NEVER, NOTHING, parts_values},
    },
    diagnostic::shape::{Home, Wanted},
    document::{Node, Value, writing},
};

/// What stands between wishes of equal worth, and before the day of one.
const OF_WISHES: [char; 3] = ['/', '@', '＠'];

/// The words of a field.
pub(super) fn text(field: &Field, node: &Node) -> String {
    let (home, known) = field.within.unwrap_or((field.home, field.known));
    let chosen = |text: &str| {
        let choices = choices::choices(home, known.key);
        let word = choices.iter().find(|choice| choice.value == text).map_or(text, |choice| choice.word);
        (choices::value(home, known.key, word) == text).then(|| word.to_owned())
    };
    let short = match known.wanted {
        Wanted::Texts => several(node, "、", |item| chosen(word(item)?).filter(|text| is_part(text))),
        Wanted::TextOrTexts if (home, known.key) == (Home::Post, "hours") => several(node, "、", part),
        Wanted::TextOrTexts => match &node.value {
            Value::List(items) if items.is_empty() => Some(NEVER.to_owned()),
            _ => several(node, "\n", |item| line(item).map(str::to_owned)),
        },
        Wanted::Location => location(node),
        Wanted::Qualifications => several(node, "、", qualification),
        _ => word(node).and_then(chosen),
    };
    short.unwrap_or_else(|| fragment(node))
}

/// A name, whatever stands in it.
pub(super) fn name(node: &Node) -> String {
    word(node).map_or_else(|| fragment(node), str::to_owned)
}

/// A rank of wishes.
pub(super) fn rank(node: &Node) -> String {
    several(node, "/", wish).unwrap_or_else(|| fragment(node))
}

/// The value in the words of a campaign file; each map of a list on a line of its own.
pub(super) fn fragment(node: &Node) -> String {
    match &node.value {
        Value::Null => NOTHING.to_owned(),
        Value::Scalar { text, .. } => writing::quoted(text),
        Value::List(items) if items.iter().all(|item| matches!(item.value, Value::Map(_))) => {
            format!("[{}]", items.iter().map(writing::flow).collect::<Vec<_>>().join(",\n"))
        }
        _ => writing::flow(node),
    }
}

/// One value, or those of a list with `between` them; `None` where one of them has no short form.
fn several(node: &Node, between: &str, say: impl Fn(&Node) -> Option<String>) -> Option<String> {
    match &node.value {
        Value::List(items) if items.is_empty() => None,
        Value::List(items) => Some(items.iter().map(say).collect::<Option<Vec<_>>>()?.join(between)),
        _ => say(node),
    }
}

/// Words that a cell takes for nothing but themselves.
fn word(node: &Node) -> Option<&str> {
    let is_letter =
        |letter: char| letter == '\n' || !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    node.text().filter(|text| {
        !text.is_empty()
            && text.trim() == *text
            && !text.starts_with(['[', '{', '"'])
            && text.chars().all(is_letter)
            && !ALSO_NOTHING.contains(text)
            && *text != NOTHING
            && *text != NEVER
    })
}

/// Words of one line.
fn line(node: &Node) -> Option<&str> {
    word(node).filter(|text| !text.contains('\n'))
}

fn is_part(text: &str) -> bool {
    !text.contains(parts_values)
}

/// Words among several.
fn part(node: &Node) -> Option<String> {
    word(node).filter(|text| is_part(text)).map(str::to_owned)
}

/// `31.3052、121.4563`, or what was copied from a map.
fn location(node: &Node) -> Option<String> {
    match &node.value {
        Value::List(items) if items.len() == 2 => several(node, "、", part),
        Value::List(_) => None,
        _ => word(node).filter(|text| !text.contains('、')).map(str::to_owned),
    }
}

/// `健康证`, or `健康证（至2019-06-30）`.
fn qualification(node: &Node) -> Option<String> {
    let plain = |node: &Node| part(node).filter(|text| !text.contains(['（', '）', '(', ')']));
    match &node.value {
        Value::Map(entries) if entries.len() == 2 => {
            Some(format!("{}（至{}）", plain(node.entry("name")?)?, plain(node.entry("until")?)?))
        }
        _ => part(node).filter(|text| !text.contains("（至") && !text.contains("(至")),
    }
}

/// `岗位`, `岗位@日期` or `岗位@日期 时间`.
fn wish(node: &Node) -> Option<String> {
    let plain = |node: &Node| part(node).filter(|text| !text.contains(OF_WISHES));
    let is_hours = |text: &str| text.starts_with(|first: char| first.is_ascii_digit()) && text.contains(':');
    let Value::Map(entries) = &node.value else { return plain(node) };
    let (post, date) = (plain(node.entry("post")?)?, plain(node.entry("date")?)?);
    match (entries.len(), node.entry("hours")) {
        (2, None) => {
            let last = date.rsplit_once(char::is_whitespace).map_or("", |(_, last)| last);
            (!last.contains([':', '：'])).then(|| format!("{post}@{date}"))
        }
        (3, Some(hours)) => {
            let hours = plain(hours).filter(|text| is_hours(text) && !text.contains(char::is_whitespace))?;
            Some(format!("{post}@{date} {hours}"))
        }
        _ => None,
    }
}
