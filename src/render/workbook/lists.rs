//! Drop-down lists: the names of units, posts and people from their own sheets, and what a field lets choose.

use crate::{
    campaign::workbook::{
        AGREEMENTS,
        agreements::KINDS,
        choices::choices,
        writing::{Body, Sheet, columns::Column},
    },
    diagnostic::shape::{Home, Wanted},
    render::workbook::LAST_ROW,
    source::grid::letters,
};
use rust_xlsxwriter::{DataValidation, Formula, XlsxError};

/// What can be taken out of a campaign.
const REMOVED: [&str; 5] = ["单位", "岗位", "大使", "居民区", "主题"];

/// The list of a column of a sheet, or of an item; other words are let in, too.
///
/// # Errors
/// Those of a list that is too long for a spreadsheet.
pub(super) fn list(
    sheet: &str,
    column: &Column,
    sheets: &[Sheet],
) -> Result<Option<DataValidation>, XlsxError> {
    let list = DataValidation::new().show_error_message(false);
    let Some(field) = &column.field else {
        let words = match (sheet == AGREEMENTS.0, column.heading.as_str()) {
            (true, _) => KINDS.map(|(word, ..)| word).to_vec(),
            (false, "类型") => REMOVED.to_vec(),
            _ => return Ok(None),
        };
        return list.allow_list_strings(&words).map(Some);
    };
    let (home, known) = field.within.unwrap_or((field.home, field.known));
    if let Some(named) = named(home, known.key).and_then(|name| names(name, sheets)) {
        return Ok(Some(list.allow_list_formula(Formula::new(named))));
    }
    let words: Vec<&str> = choices(home, known.key).iter().map(|choice| choice.word).collect();
    if words.is_empty() || known.wanted == Wanted::Texts {
        return Ok(None);
    }
    list.allow_list_strings(&words).map(Some)
}

/// The sheet whose entries a field names.
fn named(home: Home, key: &str) -> Option<&'static str> {
    match (home, key) {
        (Home::Post | Home::Ambassador | Home::Lecture, "unit") => Some("单位"),
        (Home::Ambassador, "wishes") | (Home::Pin, "post") => Some("岗位"),
        (Home::Pin, "ambassador") => Some("大使"),
        (Home::Ambassador, "neighbourhood") => Some("居民区"),
        _ => None,
    }
}

/// Where the names of a sheet's entries stand: their ids where all have one.
fn names(name: &str, sheets: &[Sheet]) -> Option<String> {
    let Body::Entries { columns, rows } = &sheets.iter().find(|sheet| sheet.name == name)?.body else {
        return None;
    };
    let position = |keys: &[&str]| {
        let is = |column: &Column| {
            column
                .field
                .as_ref()
                .is_some_and(|field| field.within.is_none() && keys.contains(&field.known.key))
        };
        columns.iter().position(is)
    };
    let ids = position(&["id"]).filter(|at| rows.iter().all(|row| !row[*at].is_empty()));
    let letters = letters(ids.or(position(&["name", "title"]))?);
    Some(format!("'{name}'!${letters}$2:${letters}${}", LAST_ROW + 1))
}
