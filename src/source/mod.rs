//! Files, and text standing for one: what was read, and where a word stands in it.
//!
//! In: bytes and a name. Out: [`Sources`], which turn a [`Place`] into name, line and column.

pub mod decoding;
pub mod grid;
pub mod reading;
pub mod replacement;

use decoding::Encoding;
use grid::{Damage, Grid, Spot, table, workbook};
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
    /// It is a workbook that cannot be read.
    Workbook(Damage),
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
            Self::Workbook(Damage::Locked) => formatter.write_str("a password locks this workbook"),
            Self::Workbook(Damage::NoWorkbook) => formatter.write_str("this is no workbook and no text"),
            Self::Workbook(Damage::TooLarge) => {
                formatter.write_str("this workbook holds more than any campaign")
            }
            Self::Workbook(Damage::OpenQuotation) => formatter.write_str("a quotation mark is not closed"),
            Self::Workbook(Damage::Broken(words)) | Self::Unreadable(words) => formatter.write_str(words),
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
    /// Its cells, if it is a workbook or a table.
    grid: Option<Grid>,
    /// Whether the program made it up, so that there is no place in it that anybody knows.
    is_made_up: bool,
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

    /// Keeps the text, or the cells of the workbook, that `bytes` hold under `name`.
    ///
    /// # Errors
    /// [`Fault::NotText`], [`Fault::Workbook`].
    pub fn add_bytes(&mut self, name: impl Into<String>, bytes: &[u8]) -> Result<FileId, Fault> {
        if workbook::is_workbook(bytes) {
            let decoded = workbook::decode(bytes, self.next()).map_err(Fault::Workbook)?;
            return Ok(self.keep_grid(name.into(), decoded, Encoding::Utf8));
        }
        let (text, encoding) = decoding::decode(bytes)?;
        Ok(self.keep(name.into(), text, encoding))
    }

    /// Keeps the cells that `bytes` hold under `name`: those of a workbook, or of a text in which commas, semicolons or
    /// tabs part them.
    ///
    /// # Errors
    /// [`Fault::NotText`], [`Fault::Workbook`].
    pub fn add_table(&mut self, name: impl Into<String>, bytes: &[u8]) -> Result<FileId, Fault> {
        if workbook::is_workbook(bytes) {
            return self.add_bytes(name, bytes);
        }
        let (text, encoding) = decoding::decode(bytes)?;
        let decoded = table::decode(&text, self.next()).map_err(Fault::Workbook)?;
        Ok(self.keep_grid(name.into(), decoded, encoding))
    }

    /// Reads the file or stream at `path` and keeps its text under the path as typed.
    ///
    /// # Errors
    /// Any [`Fault`]: missing, a folder, too long, no text, or refused by the system.
    pub fn open(&mut self, path: &Path) -> Result<FileId, Fault> {
        self.opened(path, Self::add_bytes)
    }

    /// Reads the table or workbook at `path` in the same way.
    ///
    /// # Errors
    /// Any [`Fault`].
    pub fn open_table(&mut self, path: &Path) -> Result<FileId, Fault> {
        self.opened(path, Self::add_table)
    }

    fn opened(
        &mut self,
        path: &Path,
        add: impl FnOnce(&mut Self, String, &[u8]) -> Result<FileId, Fault>,
    ) -> Result<FileId, Fault> {
        replacement::settle(path.parent().unwrap_or(Path::new("")));
        let bytes = reading::read(path)?;
        if grid::is_named_workbook(path) && !workbook::is_workbook(&bytes) {
            return Err(Fault::Workbook(Damage::NoWorkbook));
        }
        let file = add(self, path.display().to_string(), &bytes)?;
        self.files[file.0 as usize].path = Some(path.to_owned());
        Ok(file)
    }

    /// Keeps `text` as what a file at `path` will hold; what it names lies relative to that.
    pub fn add_at(&mut self, path: &Path, text: impl Into<String>) -> FileId {
        let file = self.keep(path.display().to_string(), text.into(), Encoding::Utf8);
        self.files[file.0 as usize].path = Some(path.to_owned());
        file
    }

    /// The number of the next file.
    fn next(&self) -> FileId {
        FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX))
    }

    fn keep_grid(&mut self, name: String, (text, grid): (String, Grid), encoding: Encoding) -> FileId {
        let file = self.keep(name, text, encoding);
        self.files[file.0 as usize].grid = Some(grid);
        file
    }

    fn keep(&mut self, name: String, text: String, encoding: Encoding) -> FileId {
        let id = self.next();
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        for stretch in text.as_bytes().chunks(STRETCH) {
            characters.push(characters[characters.len() - 1] + beginnings(stretch));
        }
        let file = SourceFile {
            name,
            path: None,
            text,
            encoding,
            grid: None,
            is_made_up: false,
            line_starts,
            characters,
        };
        self.files.push(file);
        id
    }

    /// Notes that a text was made up by the program.
    pub fn make_up(&mut self, file: FileId) {
        self.files[file.0 as usize].is_made_up = true;
    }

    /// Whether a text was made up by the program: nobody has typed it, and it stands in no file.
    pub fn is_made_up(&self, file: FileId) -> bool {
        self.files[file.0 as usize].is_made_up
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

    /// The cells of a workbook or table; `None` for any other text.
    pub fn grid(&self, file: FileId) -> Option<&Grid> {
        self.files[file.0 as usize].grid.as_ref()
    }

    /// The cell in which a place begins; `None` in what has no cells.
    pub fn spot(&self, place: Place) -> Option<Spot<'_>> {
        self.grid(place.file)?.spot(place.start)
    }

    /// Line and column of a place's first character, both counted from 1, the column in characters; in a workbook the
    /// row of the cell, and the column within its words.
    pub fn line_column(&self, place: Place) -> (usize, usize) {
        self.line_column_at(place.file, place.start)
    }

    /// Line and column just behind a place's last character, counted in the same way.
    pub fn end_line_column(&self, place: Place) -> (usize, usize) {
        self.line_column_at(place.file, place.end)
    }

    /// The bytes of the line in which a place begins, without its end.
    pub fn line(&self, place: Place) -> Range<usize> {
        let SourceFile { text, line_starts, .. } = &self.files[place.file.0 as usize];
        let line = line_starts.partition_point(|start| *start <= place.start);
        let start = line_starts[line - 1];
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
        match self.grid(file).and_then(|grid| grid.spot(byte)) {
            Some(spot) => (spot.row.number, before(byte) - before(spot.cell.place.start) + 1),
            None => (line, before(byte) - before(line_starts[line - 1]) + 1),
        }
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
        assert_eq!(&sources.text(file)[sources.line(Place { start: 2, ..place })], "名: 初");
        assert_eq!(&sources.text(file)[sources.line(place)], "志愿: 😀x");
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
