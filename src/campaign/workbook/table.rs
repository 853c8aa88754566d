//! A sheet as a table: its headings, the rows below them, and cells that are shown as one.

use crate::{
    campaign::{
        fields::Keys,
        workbook::{
            headings::{field, folded},
            values::Words,
        },
    },
    diagnostic::{Diagnostic, workbook::Workbook},
    source::{
        Place, Sources,
        grid::{Cell, Kind, Region, Row, Sheet},
    },
};

/// In how many rows from the top headings are looked for.
const TOP: usize = 10;

/// A heading with its column.
pub(super) struct Heading<'a> {
    pub(super) column: usize,
    pub(super) words: Words<'a>,
}

/// A sheet with its headings found.
pub(super) struct Table<'a> {
    sources: &'a Sources,
    sheet: &'a Sheet,
    /// The row of the headings.
    head: usize,
    /// The headings, from left to right.
    pub(super) headings: Vec<Heading<'a>>,
}

/// The words of a cell.
pub(super) fn words<'a>(sources: &'a Sources, cell: &Cell) -> Words<'a> {
    Words { text: sources.slice(cell.place), place: cell.place, kind: cell.kind }
}

/// Whether a sheet looks like a list in which people signed up: names, and a telephone or a wish.
pub(super) fn is_sign_up(sources: &Sources) -> impl Fn(&Sheet) -> bool {
    |sheet: &Sheet| {
        sheet.rows.iter().take(TOP).any(|row| {
            let has = |word: &str| row.cells.iter().any(|cell| sources.slice(cell.place).contains(word));
            (has("姓名") || has("报名人")) && ["电话", "手机", "志愿", "岗位"].into_iter().any(has)
        })
    }
}

/// How many of the headings of an entry stand in one row near the top.
pub(super) fn headings(sources: &Sources, sheet: &Sheet, keys: &'static Keys) -> usize {
    let known =
        |row: &Row| row.cells.iter().filter(|cell| field(keys, sources.slice(cell.place)).is_some()).count();
    sheet.rows.iter().take_while(|row| row.number <= TOP).map(known).max().unwrap_or(0)
}

impl<'a> Table<'a> {
    /// The table below the first row near the top that has 姓名 or two words which `is_heading` knows, else one of which it
    /// knows every word.
    pub(super) fn of(
        sources: &'a Sources,
        sheet: &'a Sheet,
        is_heading: impl Fn(&str) -> bool,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let texts = |row: &'a Row| row.cells.iter().map(|cell| sources.slice(cell.place));
        let is_head = |row: &'a Row| {
            texts(row).any(|text| folded(text) == "姓名")
                || texts(row).filter(|text| is_heading(text)).count() > 1
        };
        let top = || sheet.rows.iter().take_while(|row| row.number <= TOP).enumerate();
        // A sheet may have one column.
        let is_single = |row: &'a Row| texts(row).all(&is_heading);
        let found = top().find(|(_, row)| is_head(row)).or_else(|| top().find(|(_, row)| is_single(row)));
        let Some((above, head)) = found else {
            let place = sheet.rows[0].cells[0].place;
            diagnostics.push(Diagnostic::at(place, Workbook::NoHeadings { name: sheet.name.clone() }.into()));
            return None;
        };
        if above > 0 {
            diagnostics.push(Diagnostic::at(head.cells[0].place, Workbook::RowsAbove { rows: above }.into()));
        }
        let heading = |cell: &Cell| Heading { column: cell.column, words: words(sources, cell) };
        let headings = head.cells.iter().map(heading).collect();
        let table = Self { sources, sheet, head: head.number, headings };
        table.look_at_merged(diagnostics);
        Some(table)
    }

    /// The rows below the headings.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Row> {
        let head = self.head;
        self.sheet.rows.iter().filter(move |row| row.number > head)
    }

    /// The words of a column in a row: its own, or those of the cells that are shown as one with it.
    pub(super) fn cell(&self, row: &'a Row, column: usize) -> Option<Words<'a>> {
        let own = row.cell(column);
        let merged = || {
            let region = self.sheet.merged.iter().find(|region| is_down(region, row.number, column))?;
            let at = self.sheet.rows.binary_search_by_key(&region.rows.0, |row| row.number).ok()?;
            self.sheet.rows[at].cell(region.columns.0).filter(|cell| cell.kind == Kind::Text)
        };
        own.or_else(merged).map(|cell| words(self.sources, cell))
    }

    /// Where cells are shown as one that must not be.
    fn look_at_merged(&self, diagnostics: &mut Vec<Diagnostic>) {
        for region in self.sheet.merged.iter().filter(|region| region.rows.1 >= self.head) {
            let at = self.sheet.rows.binary_search_by_key(&region.rows.0, |row| row.number);
            let first = at.ok().and_then(|at| self.sheet.rows[at].cell(region.columns.0));
            let Some(cell) = first else { continue };
            let is_across = region.columns.0 < region.columns.1 || region.rows.0 <= self.head;
            let problem = match cell.kind {
                _ if is_across => Workbook::MergedAcross,
                Kind::Text => continue,
                _ => Workbook::MergedNumber,
            };
            diagnostics.push(Diagnostic::at(cell.place, problem.into()));
        }
    }

    /// From the first to the last word of a row.
    pub(super) fn whole(row: &Row) -> Place {
        let first = row.cells[0].place;
        Place { end: row.cells[row.cells.len() - 1].place.end, ..first }
    }
}

/// Whether cells below each other are shown as one, among them that of a row and column.
fn is_down(region: &Region, row: usize, column: usize) -> bool {
    (region.rows.0..=region.rows.1).contains(&row) && region.columns == (column, column)
}
