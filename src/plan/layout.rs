//! The values of a plan's JSON, and how they are laid out: one line per placement, level or reason, so that people can
//! edit it and compare two of them line by line.

use crate::{document::quoting::escaped, domain::time::Hours};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// A value of a plan's JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// Words.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Keys and values, in the order in which they are written.
    Map(Vec<(&'static str, Self)>),
}

/// A map of keys and values, in this order.
macro_rules! map {
    ($($key:literal: $value:expr),* $(,)?) => {
        $crate::plan::layout::Json::Map(vec![$(($key, $crate::plan::layout::Json::from($value))),*])
    };
}

impl Json {
    /// What stands behind a key; `None` in what is no map too.
    pub fn entry(&self, key: &str) -> Option<&Self> {
        let Self::Map(entries) = self else { return None };
        entries.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// A map with one more entry, where there is a value for it.
    pub(super) fn with(self, key: &'static str, value: Option<impl Into<Self>>) -> Self {
        match (self, value) {
            (Self::Map(mut entries), Some(value)) => {
                entries.push((key, value.into()));
                Self::Map(entries)
            }
            (other, _) => other,
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => target.serialize_unit(),
            Self::Bool(yes) => target.serialize_bool(*yes),
            Self::Number(number) => target.serialize_i64(*number),
            Self::Text(text) => target.serialize_str(text),
            Self::List(items) => target.collect_seq(items),
            Self::Map(entries) => target.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// How what plans hold becomes a value.
macro_rules! becomes {
    ($($kind:ty: $value:ident => $json:expr;)*) => {
        $(impl From<$kind> for Json {
            fn from($value: $kind) -> Self {
                $json
            }
        })*
    };
}

becomes! {
    bool: yes => Self::Bool(yes);
    i64: number => Self::Number(number);
    u32: number => Self::Number(number.into());
    usize: number => Self::Number(i64::try_from(number).unwrap_or(i64::MAX));
    &str: text => Self::Text(text.to_owned());
    &String: text => Self::Text(text.clone());
    String: text => Self::Text(text);
    NaiveDate: date => Self::Text(date.to_string());
    Hours: hours => Self::Text(hours.to_string());
}

impl<T: Into<Self>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, T::into)
    }
}

impl<T: Into<Self>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(T::into).collect())
    }
}

/// What is nested deeper than this stands on one line.
const LINES_DOWN_TO: usize = 3;

/// A value as JSON text that ends with a line feed.
pub(super) fn text(value: &Json) -> String {
    let mut text = String::new();
    write(&mut text, value, 1);
    text.push('\n');
    text
}

/// Writes a value; what it holds is nested so deep.
fn write(text: &mut String, value: &Json, depth: usize) {
    match value {
        Json::Null => text.push_str("null"),
        Json::Bool(yes) => text.push_str(&yes.to_string()),
        Json::Number(number) => text.push_str(&number.to_string()),
        Json::Text(words) => text.push_str(&quoted(words)),
        Json::List(items) => lay(text, ['[', ']'], depth, items, |text, item| write(text, item, depth + 1)),
        Json::Map(entries) => lay(text, ['{', '}'], depth, entries, |text, (key, value)| {
            text.push_str(&quoted(key));
            text.push_str(": ");
            write(text, value, depth + 1);
        }),
    }
}

/// Lays items out between brackets, two spaces further in for each level down to a depth.
fn lay<T>(
    text: &mut String,
    [open, close]: [char; 2],
    depth: usize,
    items: &[T],
    write: impl Fn(&mut String, &T),
) {
    let has_lines = depth <= LINES_DOWN_TO;
    let line = |depth: usize| if has_lines { format!("\n{}", "  ".repeat(depth)) } else { String::new() };
    text.push(open);
    for (position, item) in items.iter().enumerate() {
        text.push_str(match position {
            0 => "",
            _ if has_lines => ",",
            _ => ", ",
        });
        text.push_str(&line(depth));
        write(text, item);
    }
    if !items.is_empty() {
        text.push_str(&line(depth - 1));
    }
    text.push(close);
}

/// Words between quotation marks; what reads the plan again is YAML.
fn quoted(words: &str) -> String {
    escaped(&serde_json::Value::from(words).to_string()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Json, text};

    #[test]
    fn breaks_lines_down_to_the_entries_of_a_list() {
        let list = Json::List(vec![
            map! {"x": None::<i64>, "y": [1_i64, 2].into_iter().collect::<Json>()},
            Json::Map(vec![]),
        ]);
        let value = map! {"a": map! {"empty": Json::List(vec![]), "list": list}, "b": "初心"};
        let expected = "{\n  \"a\": {\n    \"empty\": [],\n    \"list\": [\n      {\"x\": null, \"y\": [1, 2]},\n      {}\n    ]\n  },\n  \"b\": \"初心\"\n}\n";
        assert_eq!(text(&value), expected);
    }
}
