//! How a plan's JSON is laid out: one line per placement, level or reason, so that people can edit it and compare
//! two of them line by line.

use crate::document::quoting::escaped;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// What is nested deeper than this stands on one line.
const LINES_DOWN_TO: usize = 3;

/// A value as JSON text in UTF-8 that ends with a line feed.
pub(super) fn text(value: &impl Serialize) -> serde_json::Result<String> {
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
    use super::text;
    use serde_json::json;

    #[test]
    fn breaks_lines_down_to_the_entries_of_a_list() {
        let value = json!({"a": {"empty": [], "list": [{"x": null, "y": [1, 2]}, {}]}, "b": "初心"});
        let expected = "{\n  \"a\": {\n    \"empty\": [],\n    \"list\": [\n      {\"x\": null, \"y\": [1, 2]},\n      {}\n    ]\n  },\n  \"b\": \"初心\"\n}\n";
        assert_eq!(text(&value).unwrap(), expected);
    }
}
