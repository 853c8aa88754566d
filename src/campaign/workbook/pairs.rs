//! A sheet of two columns: an item, and what it is.

use crate::{
    campaign::{
        fields::Keys,
        workbook::{
            headings::{self, Field},
            rows::Building,
            table,
            values::{Values, Words},
        },
    },
    diagnostic::{Diagnostic, nearest::nearest, workbook::Workbook},
    document::{Key, Node},
    source::{
        Sources,
        grid::{Sheet, letters},
    },
};
use std::collections::BTreeSet;

/// The headings of the two columns.
pub const HEADINGS: [(&str, &str); 2] = [("项目", "item"), ("内容", "value")];

/// What a sheet of pairs holds.
#[derive(Default)]
pub(super) struct Pairs {
    /// The fields of the map.
    pub(super) entries: Vec<(Key, Node)>,
    /// What stands beside the map in the file.
    pub(super) beside: Vec<(Key, Node)>,
}

/// The pairs of a sheet: of a map, and of maps whose fields stand beside it. Without headings the first two columns are
/// taken.
pub(super) fn pairs(
    sources: &Sources,
    sheet: &Sheet,
    (keys, beside): (&'static Keys, &[&'static Keys]),
    diagnostics: &mut Vec<Diagnostic>,
) -> Pairs {
    let (head, [item, content]) = columns(sources, sheet);
    tell_beside(sheet, head, [item, content], diagnostics);
    let mut map = Building::default();
    let mut pairs = Pairs::default();
    let mut seen: Vec<Field> = Vec::new();
    for row in sheet.rows.iter().filter(|row| row.number > head) {
        let cell = |column: usize| row.cell(column).map(|cell| table::words(sources, cell));
        let Some(name) = cell(item) else { continue };
        let Some((field, is_beside)) = field(keys, beside, name) else {
            let near = nearest(&headings::folded(name.text), keys.known.iter().map(|known| known.word));
            let problem = Workbook::UnknownItem { word: name.text.to_owned(), near };
            diagnostics.push(Diagnostic::at(name.place, problem.into()));
            continue;
        };
        if seen.iter().any(|other| other.home == field.home && other.is(&field)) {
            let problem = Workbook::Twice { word: name.text.to_owned() };
            diagnostics.push(Diagnostic::at(name.place, problem.into()));
            continue;
        }
        seen.push(field);
        let Some(content) = cell(content) else { continue };
        let Some(node) = (Values { sources, diagnostics }).value(&field, content) else { continue };
        if is_beside {
            let key = Key { text: field.known.key.to_owned(), place: name.place };
            pairs.beside.push((key, node));
        } else if !map.add(&field, name, node) {
            let problem = Workbook::Twice { word: field.known.word.to_owned() };
            diagnostics.push(Diagnostic::at(name.place, problem.into()));
        }
    }
    pairs.entries = map.entries;
    pairs
}

/// Words in a column without a heading are read by nobody: the first of each is told.
fn tell_beside(sheet: &Sheet, head: usize, own: [usize; 2], diagnostics: &mut Vec<Diagnostic>) {
    let headings = sheet.rows.iter().filter(|row| row.number == head).flat_map(|row| &row.cells);
    let mut known: BTreeSet<usize> = headings.map(|cell| cell.column).chain(own).collect();
    for cell in sheet.rows.iter().filter(|row| row.number > head).flat_map(|row| &row.cells) {
        if known.insert(cell.column) {
            let problem = Workbook::NoHeading { column: letters(cell.column) };
            diagnostics.push(Diagnostic::at(cell.place, problem.into()));
        }
    }
}

/// The field that an item names, and whether it stands beside the map.
fn field(keys: &'static Keys, beside: &[&'static Keys], name: Words<'_>) -> Option<(Field, bool)> {
    let own = headings::field(keys, name.text).map(|field| (field, false));
    own.or_else(|| {
        let folded = headings::folded(name.text);
        let found = beside.iter().find_map(|keys| {
            let known = headings::known(keys, &folded)?;
            // The sections of the file have sheets: here they are named in the words of the format alone.
            let is_named = known.key == folded || known.within.is_none();
            is_named.then_some(Field { home: keys.home, known, within: None, rank: None })
        });
        found.map(|field| (field, true))
    })
}

/// The row of the headings, 0 without, and the columns of item and content.
fn columns(sources: &Sources, sheet: &Sheet) -> (usize, [usize; 2]) {
    let found = sheet.rows.iter().take(10).find_map(|row| {
        let column = |(chinese, english): (&str, &str)| {
            let is = |text: &str| [chinese, english].contains(&headings::folded(text).as_str());
            row.cells.iter().find(|cell| is(sources.slice(cell.place))).map(|cell| cell.column)
        };
        let [item, content] = HEADINGS;
        Some((row.number, [column(item)?, column(content)?]))
    });
    found.unwrap_or((0, [0, 1]))
}
