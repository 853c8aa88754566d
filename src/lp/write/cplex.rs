//! CPLEX LP text, in the part of the format that GLPK, CBC and HiGHS read alike.

use crate::lp::{
    Column, ColumnIx, Relation, Sense,
    write::sheet::{NamedRow, Sheet},
};
use std::fmt::Write as _;

/// Lines are broken before a term that would reach beyond this; a name has up to about 200 letters more.
const WIDTH: usize = 100;

pub(super) fn text(sheet: &Sheet) -> String {
    let mut text = String::new();
    text.push_str(match sheet.objective.sense {
        Sense::Min => "Minimize\n",
        Sense::Max => "Maximize\n",
    });
    let _ = writeln!(text, "{}", expression(sheet, &sheet.objective.name, &sheet.objective.terms));
    text.push_str("Subject To\n");
    for row in &sheet.rows {
        text.push_str(&row_text(sheet, row));
    }
    text.push_str(&bounds(sheet));
    section(&mut text, "Generals", names(sheet, |column| !is_binary(column)));
    section(&mut text, "Binaries", names(sheet, is_binary));
    text.push_str("End\n");
    text
}

fn row_text(sheet: &Sheet, row: &NamedRow) -> String {
    let relation = match row.relation {
        Relation::AtMost => "<=",
        Relation::AtLeast => ">=",
        Relation::Equal => "=",
    };
    let comment = comment(&row.comment);
    format!("{comment}{} {relation} {}\n", expression(sheet, &row.name, &row.terms), row.right)
}

/// The words on one line of their own; nothing for none.
fn comment(words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let line: String = words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    format!("\\ {line}\n")
}

/// ` name: 2 x + y - 3 z`, broken into lines; an empty sum is 0 times the first column.
fn expression(sheet: &Sheet, name: &str, terms: &[(ColumnIx, i64)]) -> String {
    let nothing = [(ColumnIx(0), 0)];
    let terms = if terms.is_empty() { &nothing } else { terms };
    let mut text = String::new();
    let mut line = format!(" {name}:");
    for (position, &(column, coefficient)) in terms.iter().enumerate() {
        let term = term(&sheet.columns[column.0].0, coefficient, position == 0);
        if position > 0 && line.len() + term.len() > WIDTH {
            let _ = writeln!(text, "{line}");
            line.clear();
            line.push_str("  ");
        }
        line.push_str(&term);
    }
    text + &line
}

fn term(column: &str, coefficient: i64, is_first: bool) -> String {
    let sign = match (coefficient < 0, is_first) {
        (true, _) => " -",
        (false, true) => "",
        (false, false) => " +",
    };
    match coefficient.unsigned_abs() {
        1 => format!("{sign} {column}"),
        size => format!("{sign} {size} {column}"),
    }
}

fn is_binary(column: &Column) -> bool {
    (column.lower, column.upper) == (0, 1)
}

/// Bounds of all columns that are not binary.
fn bounds(sheet: &Sheet) -> String {
    let mut text = String::new();
    for (name, column) in sheet.columns.iter().filter(|(_, column)| !is_binary(column)) {
        let _ = if column.lower == column.upper {
            writeln!(text, " {name} = {}", column.lower)
        } else {
            writeln!(text, " {} <= {name} <= {}", column.lower, column.upper)
        };
    }
    if text.is_empty() { text } else { format!("Bounds\n{text}") }
}

fn names(sheet: &Sheet, wanted: impl Fn(&Column) -> bool) -> Vec<&str> {
    sheet.columns.iter().filter(|(_, column)| wanted(column)).map(|(name, _)| name.as_str()).collect()
}

fn section(text: &mut String, heading: &str, names: Vec<&str>) {
    if !names.is_empty() {
        let _ = writeln!(text, "{heading}");
        for name in names {
            let _ = writeln!(text, " {name}");
        }
    }
}
