//! The plan in rows and columns: what stands in the workbook's sheets and in the files of comma-separated values.
//!
//! In: [`Paper`]. Out: a [`View`] for each sheet that has rows, in the order of the workbook.

mod open;
mod roster;
mod thursday;

use crate::render::{
    paper::Paper,
    wording::{
        Phrase, measure,
        view::{Head, Order, Title},
    },
};
use chrono::{Datelike, NaiveDate};

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What it shows.
    pub title: Title,
    /// The head of each column.
    pub heads: Vec<String>,
    /// The rows, each with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words on one line, or nothing.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(NaiveDate),
}

/// Every sheet that has rows.
pub fn views(paper: Paper<'_>) -> Vec<View> {
    let mut views: Vec<View> = Order::ALL.into_iter().map(|order| roster::view(paper, order)).collect();
    if let Some(report) = paper.thursday() {
        views.extend([thursday::pairings(paper, report), thursday::year(paper, report)]);
        views.push(thursday::events(paper, report));
    }
    views.extend([open::left(paper), open::levels(paper)]);
    views.retain(|view| !view.rows.is_empty());
    views
}

/// A column: its head, and what stands in it for an item.
type Column<'a, T> = (Head, Box<dyn Fn(&T) -> Cell + 'a>);

/// The columns side by side, a row for each item; a column in which nothing stands is left out.
fn side_by_side<T>(paper: Paper<'_>, title: Title, columns: &[Column<'_, T>], items: &[T]) -> View {
    let empty = Cell::Text(String::new());
    let filled = |column: &Column<'_, T>| items.iter().any(|item| column.1(item) != empty);
    let columns: Vec<&Column<'_, T>> = columns.iter().filter(|column| filled(column)).collect();
    let row = |item| columns.iter().map(|column| column.1(item)).collect();
    View {
        title,
        heads: columns.iter().map(|column| column.0.say(paper.language)).collect(),
        rows: items.iter().map(row).collect(),
    }
}

/// Words that may be missing.
fn words(text: Option<&String>) -> Cell {
    Cell::Text(text.cloned().unwrap_or_default())
}

fn weekday(paper: Paper<'_>, date: NaiveDate) -> Cell {
    Cell::Text(measure::weekday(paper.language, date.weekday()))
}
