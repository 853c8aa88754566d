//! Files, and text standing for one: what was read, and where a word stands in it.
//!
//! In: bytes and a name. Out: [`Sources`], which turn a [`Place`] into name, line and column.

pub mod decoding;
pub mod reading;
pub mod replacement;

use decoding::Encoding;
use std::{
    error::Error,
    fmt,
    ops::Range,
    path::{Path, PathBuf},
};

/// What a file is called, whatever folder it lies in and on whatever system; the folders before it mean something on one
/// computer alone.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Bytes in lower-case hexadecimal digits, two for each.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"))
}

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

impl Place {
    /// Where a part of the words at this place stands, in bytes; the whole place where quotation marks or line ends make
    /// that unclear.
    #[must_use]
    pub fn part(self, words: &str, part: Range<usize>) -> Self {
        if self.end - self.start == words.len() {
            Self { start: self.start + part.start, end: self.start + part.end, ..self }
        } else {
            self
        }
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is none of that name.
    Missing,
    /// It is a folder.
    Folder,
    /// It is longer than any campaign.
    TooLong,
    /// Its bytes are no text.
    NotText {
        /// The line of the first byte that is none, from 1.
        line: usize,
    },
    /// The system refuses; its words.
    Unreadable(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => formatter.write_str("there is no such file"),
            Self::Folder => formatter.write_str("this is a folder"),
            Self::TooLong => formatter.write_str("this is longer than any campaign"),
            Self::NotText { line } => write!(formatter, "this is no text from line {line} on"),
            Self::Unreadable(words) => formatter.write_str(words),
        }
    }
}

impl Error for Fault {}

/// One text that was read: a file, a command-line option standing for one, or the standard input.
#[derive(Debug, Clone)]
struct SourceFile {
    name: String,
    /// Where it lies, if it is a file.
    path: Option<PathBuf>,
    text: String,
    encoding: Encoding,
    /// The byte at which each line begins.
    line_starts: Vec<usize>,
    /// How many characters begin before each stretch of [`STRETCH`] bytes: a line may be as long as the file, and a
    /// column is asked for at every word of it.
    characters: Vec<usize>,
}

/// How many bytes are gone through at most to find a column.
const STRETCH: usize = 1024;

/// How many characters begin in some bytes of UTF-8.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

/// All texts read in one run, in the order of reading.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Keeps `text` under `name` (a path as the user typed it, or a word such as `--set`).
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.keep(name.into(), text.into(), Encoding::Utf8)
    }

    /// Keeps the text that `bytes` hold under `name`.
    ///
    /// # Errors
    /// [`Fault::NotText`].
    pub fn add_bytes(&mut self, name: impl Into<String>, bytes: &[u8]) -> Result<FileId, Fault> {
        let (text, encoding) = decoding::decode(bytes)?;
        Ok(self.keep(name.into(), text, encoding))
    }

    /// Reads the file or stream at `path` and keeps its text under the path as typed.
    ///
    /// # Errors
    /// Any [`Fault`]: missing, a folder, too long, no text, or refused by the system.
    pub fn open(&mut self, path: &Path) -> Result<FileId, Fault> {
        replacement::settle(path.parent().unwrap_or(Path::new("")));
        let bytes = reading::read(path)?;
        let file = self.add_bytes(path.display().to_string(), &bytes)?;
        self.files[file.0 as usize].path = Some(path.to_owned());
        Ok(file)
    }

    /// Keeps `text` as what a file at `path` will hold; what it names lies relative to that.
    pub fn add_at(&mut self, path: &Path, text: impl Into<String>) -> FileId {
        let file = self.keep(path.display().to_string(), text.into(), Encoding::Utf8);
        self.files[file.0 as usize].path = Some(path.to_owned());
        file
    }

    fn keep(&mut self, name: String, text: String, encoding: Encoding) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        for stretch in text.as_bytes().chunks(STRETCH) {
            characters.push(characters[characters.len() - 1] + beginnings(stretch));
        }
        self.files.push(SourceFile { name, path: None, text, encoding, line_starts, characters });
        id
    }

    /// The name under which a text was added.
    pub fn name(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].name
    }

    /// Where a file lies, as the user typed it; `None` for a text that is no file.
    pub fn path(&self, file: FileId) -> Option<&Path> {
        self.files[file.0 as usize].path.as_deref()
    }

    /// Where every file lies that was read, as the user typed it.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().filter_map(|file| file.path.as_deref())
    }

    /// The whole decoded text.
    pub fn text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// How the text was encoded.
    pub fn encoding(&self, file: FileId) -> Encoding {
        self.files[file.0 as usize].encoding
    }

    /// The words at a place.
    pub fn slice(&self, place: Place) -> &str {
        self.text(place.file).get(place.start..place.end).unwrap_or("")
    }

    /// Line and column of a place's first character, both counted from 1, the column in characters.
    pub fn line_column(&self, place: Place) -> (usize, usize) {
        self.line_column_at(place.file, place.start)
    }

    /// Line and column just behind a place's last character, both counted from 1, the column in characters.
    pub fn end_line_column(&self, place: Place) -> (usize, usize) {
        self.line_column_at(place.file, place.end)
    }

    /// The bytes of a line, counted from 1, without its end; empty where there is no such line.
    pub fn line(&self, file: FileId, line: usize) -> Range<usize> {
        let SourceFile { text, line_starts, .. } = &self.files[file.0 as usize];
        let Some(&start) = line.checked_sub(1).and_then(|index| line_starts.get(index)) else {
            return text.len()..text.len();
        };
        let end = line_starts.get(line).copied().unwrap_or(text.len());
        start..start + text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    fn line_column_at(&self, file: FileId, byte: usize) -> (usize, usize) {
        let SourceFile { text, line_starts, characters, .. } = &self.files[file.0 as usize];
        let byte = byte.min(text.len());
        let line = line_starts.partition_point(|start| *start <= byte);
        let before = |byte: usize| {
            let stretch = byte / STRETCH;
            characters[stretch] + beginnings(&text.as_bytes()[stretch * STRETCH..byte])
        };
        (line, before(byte) - before(line_starts[line - 1]) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Sources};

    #[test]
    fn counts_lines_and_characters_from_one() {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", "名: 初\r\n志愿: 😀x\n");
        let place =
            Place { file, start: "名: 初\r\n志愿: 😀".len(), end: "名: 初\r\n志愿: 😀x".len() };
        assert_eq!(sources.slice(place), "x");
        assert_eq!(sources.line_column(place), (2, 6));
        assert_eq!(sources.end_line_column(place), (2, 7));
        assert_eq!(&sources.text(file)[sources.line(file, 1)], "名: 初");
        assert_eq!(sources.line(file, 9).len(), 0);
    }

    #[test]
    fn counts_the_characters_of_lines_as_long_as_files() {
        let text = "初心😀体验 x".repeat(700) + "\n" + &"y初".repeat(900);
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", text.as_str());
        for (start, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..start];
            let line = 1 + before.matches('\n').count();
            let column = 1 + before.rsplit('\n').next().unwrap().chars().count();
            assert_eq!(sources.line_column(Place { file, start, end: start }), (line, column));
        }
    }
}
