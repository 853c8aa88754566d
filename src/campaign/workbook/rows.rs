//! A sheet of entries: a row for each, a column for each field.

use crate::{
    campaign::{
        fields::Keys,
        workbook::{
            headings::{self, Field},
            table::{Heading, Table},
            values::{Values, Words},
        },
    },
    diagnostic::{Diagnostic, workbook::Workbook},
    document::{Key, Node, Value},
    source::{
        Sources,
        grid::{Row, Sheet, letters},
    },
};
use std::collections::BTreeSet;

/// The entries of a sheet, in the order of its rows.
pub(super) fn entries(
    sources: &Sources,
    sheet: &Sheet,
    keys: &'static Keys,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Node> {
    let is_heading = |text: &str| headings::field(keys, text).is_some();
    let Some(table) = Table::of(sources, sheet, is_heading, diagnostics) else { return Vec::new() };
    let columns = columns(&table, keys, diagnostics);
    tell_without_heading(&table, diagnostics);
    let mut values = Values { sources, diagnostics };
    table.rows().filter_map(|row| entry(&table, &columns, row, &mut values)).collect()
}

/// The columns whose headings name a field.
fn columns(table: &Table<'_>, keys: &'static Keys, diagnostics: &mut Vec<Diagnostic>) -> Vec<(usize, Field)> {
    let mut columns: Vec<(usize, Field)> = Vec::new();
    for Heading { column, words } in &table.headings {
        let mut report = |problem: Workbook| diagnostics.push(Diagnostic::at(words.place, problem.into()));
        let heading = words.text.to_owned();
        match headings::field(keys, words.text) {
            None => report(Workbook::UnknownColumn { near: headings::near(keys, words.text), heading }),
            Some(field) if columns.iter().any(|(_, other)| other.is(&field)) => {
                report(Workbook::Twice { word: heading });
            }
            Some(field) => columns.push((*column, field)),
        }
    }
    columns
}

/// Words below no heading are read by nobody: the first of each column is told.
pub(super) fn tell_without_heading(table: &Table<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut known: BTreeSet<usize> = table.headings.iter().map(|heading| heading.column).collect();
    for row in table.rows() {
        for cell in row.cells.iter().filter(|cell| known.insert(cell.column)) {
            let problem = Workbook::NoHeading { column: letters(cell.column) };
            diagnostics.push(Diagnostic::at(cell.place, problem.into()));
        }
    }
}

/// The entry of a row; none where no field of it is filled in.
fn entry(table: &Table<'_>, columns: &[(usize, Field)], row: &Row, values: &mut Values<'_>) -> Option<Node> {
    if !columns.iter().any(|(column, _)| row.cell(*column).is_some()) {
        return None;
    }
    let mut fields = Building::default();
    for (column, field) in columns {
        let Some(words) = table.cell(row, *column) else { continue };
        if let Some(node) = values.value(field, words)
            && !fields.add(field, words, node)
        {
            let word = field.known.word.to_owned();
            values.diagnostics.push(Diagnostic::at(words.place, Workbook::Twice { word }.into()));
        }
    }
    Some(Node { place: Table::whole(row), value: Value::Map(fields.entries) })
}

/// The fields of an entry so far.
#[derive(Default)]
pub(super) struct Building {
    pub(super) entries: Vec<(Key, Node)>,
}

impl Building {
    /// Adds a field, or a part of one; whether there was room for it: a field is said whole, or part by part.
    pub(super) fn add(&mut self, field: &Field, words: Words<'_>, node: Node) -> bool {
        let key = |text: &str| Key { text: text.to_owned(), place: words.place };
        let own = self.entries.iter_mut().find(|(own, _)| own.text == field.known.key);
        match (field.within, field.rank, own) {
            (Some((_, within)), _, Some((_, Node { value: Value::Map(inner), .. }))) => {
                inner.push((key(within.key), node));
            }
            (None, Some(_), Some((_, Node { value: Value::List(ranks), .. }))) => ranks.push(node),
            (_, _, Some(_)) => return false,
            (Some((_, within)), _, None) => {
                let value = Value::Map(vec![(key(within.key), node)]);
                self.entries.push((key(field.known.key), Node { place: words.place, value }));
            }
            (None, Some(_), None) => {
                let list = Node { place: words.place, value: Value::List(vec![node]) };
                self.entries.push((key(field.known.key), list));
            }
            (None, None, None) => self.entries.push((key(field.known.key), node)),
        }
        true
    }
}
