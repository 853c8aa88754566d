//! The values of a plan's JSON, and how they are laid out: one line per placement, level or reason, so that people can
//! edit it and compare two of them line by line.

use crate::{document::quoting::escaped, domain::time::Hours};
use chrono::NaiveDate;
use serde::{Serialize, Serializer as Target};
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

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
    fn serialize<S: Target>(&self, target: S) -> Result<S::Ok, S::Error> {
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

/// A value as JSON text in UTF-8 that ends with a line feed.
pub(super) fn text(value: &Json) -> serde_json::Result<String> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, Lines::default()))?;
    bytes.push(b'\n');
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Two spaces for each level down to a depth, and no line breaks beyond it.
#[derive(Debug, Default)]
struct Lines {
    depth: usize,
    filled: bool,
}

impl Lines {
    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        writer.write_all(bracket)
    }

    fn separate<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if self.depth <= LINES_DOWN_TO {
            writer.write_all(if first { b"" } else { b"," })?;
            self.break_line(writer)
        } else {
            writer.write_all(if first { b"" } else { b", " })
        }
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        let lines = self.depth <= LINES_DOWN_TO && self.filled;
        self.depth -= 1;
        self.filled = true;
        if lines {
            self.break_line(writer)?;
        }
        writer.write_all(bracket)
    }

    fn break_line<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Lines {
    // What reads the plan again is YAML.
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        writer.write_all(escaped(fragment).as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.separate(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.separate(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
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
        assert_eq!(text(&value).unwrap(), expected);
    }
}
