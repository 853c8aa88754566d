//! Workbooks and tables: which words of a text stand in which cell.
//!
//! A workbook is decoded into one text, in which the words of every cell stand on lines of their own, in the order of
//! sheets, rows and columns; so a [`Place`] is the same thing in a cell as in any other text.

mod extent;
mod laying;
mod parts;
pub(super) mod table;
pub mod workbook;

use crate::source::Place;
use std::path::Path;

/// The endings of the names of workbooks, and of tables in text.
const WORKBOOKS: [&str; 4] = ["xlsx", "xlsm", "xls", "ods"];
const TABLES: [&str; 2] = ["csv", "tsv"];

/// Whether a file of this name should be a workbook.
pub fn is_named_workbook(path: &Path) -> bool {
    ends_with(path, &WORKBOOKS)
}

/// Whether a file of this name should be a text in which marks part the cells.
pub fn is_named_table(path: &Path) -> bool {
    ends_with(path, &TABLES)
}

fn ends_with(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// Why a workbook could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// A password locks it.
    Locked,
    /// It is another kind of file: a letter, a presentation, an archive.
    NoWorkbook,
    /// It holds, unpacked, more than any campaign.
    TooLarge,
    /// A quotation mark of a table is not closed.
    OpenQuotation,
    /// It is damaged; what its reader says of that.
    Broken(String),
}

/// The sheets of a workbook, or the one of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// The sheets in their order, empty and hidden ones too.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands on its tab; empty for a table, which has none.
    pub name: String,
    /// The rows in which something stands, downwards.
    pub rows: Vec<Row>,
    /// Cells that are shown as one.
    pub merged: Vec<Region>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The number that a spreadsheet shows before it, from 1.
    pub number: usize,
    /// Whether a spreadsheet does not show it.
    pub is_hidden: bool,
    /// The cells in which something stands, from left to right.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a column, counted from 0.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }
}

/// One cell in which something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its column, from 0.
    pub column: usize,
    /// Where its words stand, without blanks around them.
    pub place: Place,
    /// What the spreadsheet takes it for.
    pub kind: Kind,
}

/// What a spreadsheet takes the words of a cell for; of a formula counts what it came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A number; a whole one is written without a point.
    Number,
    /// A day, `2018-10-23`.
    Date,
    /// A time of day, `08:00`, or `08:00:30`.
    Time,
    /// A day and a time, `2018-10-23 08:00`, or `2018-10-23 08:00:30`.
    DateTime,
    /// `TRUE` or `FALSE`.
    Truth,
    /// A formula that came to nothing: `#REF!`.
    Error,
}

/// Cells that are shown as one: the words stand in the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// First and last row, by their numbers from 1.
    pub rows: (usize, usize),
    /// First and last column, from 0.
    pub columns: (usize, usize),
}

/// The cell in which a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The row.
    pub row: &'a Row,
    /// The cell.
    pub cell: &'a Cell,
}

impl Spot<'_> {
    /// The name of the cell within its sheet: `F7`.
    pub fn address(&self) -> String {
        format!("{}{}", letters(self.cell.column), self.row.number)
    }
}

/// The letters over a column, counted from 0: `A` … `Z`, `AA` …
pub fn letters(column: usize) -> String {
    let letter = char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column % 26]);
    match column / 26 {
        0 => letter.to_string(),
        before => letters(before - 1) + letter.encode_utf8(&mut [0; 4]),
    }
}

impl Grid {
    /// The cell at a byte of the text, or the last one before it; `None` where nothing stands before it.
    pub fn spot(&self, byte: usize) -> Option<Spot<'_>> {
        let begins = |row: &Row| row.cells.first().map_or(usize::MAX, |cell| cell.place.start);
        let with_rows = || self.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
        let sheet =
            with_rows().take_while(|sheet| begins(&sheet.rows[0]) <= byte).last().or(with_rows().next())?;
        let last = |before: usize| before.saturating_sub(1);
        let row = sheet.rows.get(last(sheet.rows.partition_point(|row| begins(row) <= byte)))?;
        let cell = row.cells.get(last(row.cells.partition_point(|cell| cell.place.start <= byte)))?;
        Some(Spot { sheet, row, cell })
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn names_columns_as_spreadsheets_do() {
        let named: Vec<String> = [0, 25, 26, 51, 52, 701, 702, 16_383].map(letters).into();
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
