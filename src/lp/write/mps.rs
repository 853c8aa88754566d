//! Free MPS text, in the part of the format that GLPK, CBC and HiGHS read alike.

use crate::lp::{Column, Relation, Sense, write::sheet::Sheet};
use std::fmt::Write as _;

pub(super) fn text(sheet: &Sheet) -> String {
    let mut text = String::new();
    if sheet.objective.sense == Sense::Max {
        let _ = writeln!(text, "* {} is brought up: its signs are turned", sheet.objective.name);
    }
    // Without the word CBC takes a short line for the fixed format and refuses it.
    text.push_str("NAME chuxin FREE\nROWS\n");
    let _ = writeln!(text, " N {}", sheet.objective.name);
    for row in &sheet.rows {
        let kind = match row.relation {
            Relation::AtMost => 'L',
            Relation::AtLeast => 'G',
            Relation::Equal => 'E',
        };
        let _ = writeln!(text, " {kind} {}", row.name);
    }
    text.push_str(&columns(sheet));
    text.push_str("RHS\n");
    for row in sheet.rows.iter().filter(|row| row.right != 0) {
        let _ = writeln!(text, " RHS {} {}", row.name, row.right);
    }
    text.push_str("BOUNDS\n");
    for (name, column) in &sheet.columns {
        text.push_str(&bound(name, *column));
    }
    text.push_str("ENDATA\n");
    text
}

/// The coefficients column by column, all of them whole-numbered.
fn columns(sheet: &Sheet) -> String {
    let mut entries: Vec<Vec<(&str, i64)>> = vec![Vec::new(); sheet.columns.len()];
    let sign = if sheet.objective.sense == Sense::Max { -1 } else { 1 };
    for &(column, coefficient) in &sheet.objective.terms {
        entries[column.0].push((&sheet.objective.name, sign * coefficient));
    }
    for row in &sheet.rows {
        for &(column, coefficient) in &row.terms {
            entries[column.0].push((&row.name, coefficient));
        }
    }
    let mut text = String::from("COLUMNS\n MARKER 'MARKER' 'INTORG'\n");
    for ((name, _), entries) in sheet.columns.iter().zip(&mut entries) {
        if entries.is_empty() {
            entries.push((&sheet.objective.name, 0));
        }
        for (row, coefficient) in entries {
            let _ = writeln!(text, " {name} {row} {coefficient}");
        }
    }
    text.push_str(" MARKER 'MARKER' 'INTEND'\n");
    text
}

fn bound(name: &str, column: Column) -> String {
    match (column.lower, column.upper) {
        (0, 1) => format!(" BV BOUND {name}\n"),
        (lower, upper) if lower == upper => format!(" FX BOUND {name} {lower}\n"),
        (lower, upper) => format!(" LO BOUND {name} {lower}\n UP BOUND {name} {upper}\n"),
    }
}
