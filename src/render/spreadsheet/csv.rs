//! Comma-separated values (RFC 4180) that a double click opens in Excel: a file for each view.
//!
//! A byte order mark says that it is UTF-8. Text that a spreadsheet would take for a formula, a day
//! or a number has an apostrophe before it.

use crate::render::{
    block::Cell,
    edition::Edition,
    file::{Folder, PrintedFile, safe},
    spreadsheet::{View, guard::is_changed, views},
    wording::print::Name,
};

/// A file for each view that has rows.
pub fn files(edition: Edition<'_>) -> Vec<PrintedFile> {
    let folder = safe(&edition.say(Name::Tables));
    let mut given = Folder::default();
    let views = views(edition).into_iter().map(|view| {
        let name = given.name(edition, &edition.say(view.title), "csv");
        PrintedFile { path: format!("{folder}/{name}"), bytes: text(&view).into_bytes() }
    });
    views.collect()
}

fn text(view: &View) -> String {
    let heads = view.table.columns.iter().map(|column| field(&column.heading)).collect::<Vec<String>>();
    let rows = view.table.rows().map(|row| row.iter().map(cell).collect::<Vec<String>>());
    let lines = std::iter::once(heads).chain(rows).map(|fields| fields.join(",") + "\r\n");
    std::iter::once("\u{feff}".to_owned()).chain(lines).collect()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Proven(text) => field(text),
        Cell::Number(number) | Cell::Metres(number) => number.to_string(),
        Cell::Blank => String::new(),
        Cell::Date(date) => date.format("%Y-%m-%d").to_string(),
    }
}

/// Quoted where it must be.
fn field(text: &str) -> String {
    let text = if is_changed(text) { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn keeps_text_that_looks_like_a_formula_and_quotes_what_must_be() {
        assert_eq!(field("=1+1"), "'=1+1");
        assert_eq!(field("007"), "'007");
        assert_eq!(field("1,234"), "\"'1,234\"");
        assert_eq!(field("a,b"), "\"a,b\"");
        assert_eq!(field("=\"x\""), "\"'=\"\"x\"\"\"");
        assert_eq!(field("林晓（a01）"), "林晓（a01）");
    }
}
