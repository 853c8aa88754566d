//! Files, and text standing for one: what was read, and where a word stands in it.
//!
//! In: bytes and a name. Out: [`Sources`], which turn a [`Place`] into name, line and column.

/// The number of a file within [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// Where a word stands: a file and a half-open range of bytes in its decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// One text that was read: a file, a command-line option standing for one, or the standard input.
#[derive(Debug, Clone)]
struct SourceFile {
    name: String,
    text: String,
}

/// All texts read in one run, in the order of reading.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Keeps `text` under `name` (a path as the user typed it, or a word such as `--set`).
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { name: name.into(), text: text.into() });
        id
    }

    /// The name under which a text was added.
    pub fn name(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].name
    }

    /// The whole decoded text.
    pub fn text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// The words at a place.
    pub fn slice(&self, place: Place) -> &str {
        self.text(place.file).get(place.start..place.end).unwrap_or("")
    }

    /// Line and column of a place's first character, both counted from 1, the column in characters.
    pub fn line_column(&self, place: Place) -> (usize, usize) {
        let text = self.text(place.file);
        let before = text.get(..place.start.min(text.len())).unwrap_or(text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[line_start..].chars().count() + 1)
    }
}
