//! A grid and its text, cell by cell.

use crate::source::{
    FileId, Place,
    grid::{Cell, Damage, Grid, Kind, Region, Row, Sheet},
};

/// The most cells of one workbook.
const MOST_CELLS: usize = 2_000_000;

/// The last row, and the number of columns, that any spreadsheet has.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// Takes the cells in their order and holds what there is so far.
pub(super) struct Laying {
    file: FileId,
    text: String,
    grid: Grid,
    cells: usize,
}

impl Laying {
    pub(super) fn new(file: FileId) -> Self {
        Self { file, text: String::new(), grid: Grid::default(), cells: 0 }
    }

    /// Begins the next sheet.
    pub(super) fn sheet(&mut self, name: &str, merged: Vec<Region>) {
        self.grid.sheets.push(Sheet { name: name.to_owned(), rows: Vec::new(), merged });
    }

    /// Lays down a cell of the last sheet: row from 1, column from 0; nothing where the words are blank. Of the cells of
    /// a sheet each comes behind or below those before it.
    pub(super) fn cell(&mut self, row: usize, column: usize, kind: Kind, words: &str) -> Result<(), Damage> {
        let words = words.trim();
        let Some(sheet) = self.grid.sheets.last_mut().filter(|_| !words.is_empty()) else { return Ok(()) };
        self.cells += 1;
        if self.cells > MOST_CELLS || row > MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Damage::TooLarge);
        }
        if sheet.rows.last().is_none_or(|last| last.number < row) {
            sheet.rows.push(Row { number: row, ..Row::default() });
        }
        let row = sheet.rows.last_mut().filter(|last| last.number == row);
        let in_order = |row: &&mut Row| row.cells.last().is_none_or(|before| before.column < column);
        let Some(last) = row.filter(in_order) else {
            return Err(Damage::Broken("its cells are not in order".to_owned()));
        };
        let start = self.text.len();
        // A spreadsheet's own line end is a line feed; what came in from elsewhere may be two letters.
        self.text.push_str(&words.replace("\r\n", "\n").replace('\r', "\n"));
        let place = Place { file: self.file, start, end: self.text.len() };
        self.text.push('\n');
        last.cells.push(Cell { column, place, kind });
        Ok(())
    }

    /// Marks a row of the last sheet as not shown.
    pub(super) fn hide(&mut self, sheet: usize, row: usize) {
        let Some(sheet) = self.grid.sheets.get_mut(sheet) else { return };
        if let Ok(at) = sheet.rows.binary_search_by_key(&row, |own| own.number) {
            sheet.rows[at].is_hidden = true;
        }
    }

    pub(super) fn finish(self) -> (String, Grid) {
        (self.text, self.grid)
    }
}
