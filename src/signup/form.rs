//! The sheet as a form that people filled in: its headings with what they ask, and the rows below them.
//!
//! In: the cells of a workbook or table, and what the organizer says of its columns. Out: [`Form`], or why it is none.

use crate::{
    diagnostic::naming::folded,
    signup::{
        headings::{self, Known},
        question::Question,
        values::is_blank,
    },
    source::{
        Place, Sources,
        grid::{Cell, Grid, Kind, Row, Sheet, letters},
    },
};

/// In how many rows from the top the headings are looked for.
const TOP: usize = 10;

/// What the organizer says of a column: `--map 列=字段`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The heading, or the letters over the column.
    pub column: String,
    /// What it asks: a word of [`Question`], or a heading that would be understood.
    pub question: String,
}

/// A heading and what is understood of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The column, from 0.
    pub column: usize,
    /// The words, on one line.
    pub words: String,
    /// Where they stand.
    pub place: Place,
    /// What it asks.
    pub question: Question,
}

/// A cell in which something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The number of its row.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// The words.
    pub words: String,
    /// Where they stand.
    pub place: Place,
    /// What the spreadsheet takes them for.
    pub kind: Kind,
}

/// Why a sheet is no form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoForm {
    /// No sheet of this name; those that there are.
    NoSheet {
        /// The name.
        name: String,
        /// The sheets.
        sheets: Vec<String>,
    },
    /// Nothing stands in it, or nothing below its headings.
    Empty,
    /// No row has headings that are known.
    NoHeadings,
    /// No column has names.
    NoNames,
    /// A mapping names no column.
    NoColumn {
        /// As it was given.
        column: String,
    },
    /// A mapping names nothing that can be asked.
    NoQuestion {
        /// As it was given.
        question: String,
    },
}

/// A sheet with headings.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    sources: &'a Sources,
    sheet: &'a Sheet,
    /// The columns that have a heading, from left to right.
    pub headings: Vec<Heading>,
    /// The rows above the headings in which something stands.
    pub above: Vec<usize>,
    /// The names of the other sheets in which something stands.
    pub others: Vec<String>,
    /// The rows below the headings.
    pub rows: &'a [Row],
}

impl<'a> Form<'a> {
    /// The sheet of this name, or the first that has headings.
    ///
    /// # Errors
    /// Why there is none.
    pub fn of(
        sources: &'a Sources,
        grid: &'a Grid,
        name: Option<&str>,
        mappings: &[Mapping],
        known: Known<'_>,
    ) -> Result<Self, NoForm> {
        let filled: Vec<&Sheet> = grid.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).collect();
        let named = || filled.iter().map(|sheet| sheet.name.clone()).filter(|name| !name.is_empty());
        let sheets = || named().collect::<Vec<String>>();
        let chosen: Vec<&Sheet> = match name {
            Some(name) => {
                filled.iter().copied().filter(|sheet| folded(&sheet.name) == folded(name)).collect()
            }
            None => filled.clone(),
        };
        if let (Some(name), []) = (name, chosen.as_slice()) {
            return Err(NoForm::NoSheet { name: name.to_owned(), sheets: sheets() });
        }
        let first = chosen.first().ok_or(NoForm::Empty)?;
        let headed = |sheet: &&'a Sheet| Some((*sheet, heading_row(sources, sheet, known)?));
        let found = chosen.iter().find_map(headed).or_else(|| {
            // With every column told, the first row has the headings whatever stands there.
            (!mappings.is_empty()).then_some((*first, 0))
        });
        let (sheet, at) = found.ok_or(NoForm::NoHeadings)?;
        let headings = understood(headings(sources, &sheet.rows[at], known), mappings, known)?;
        let rows = &sheet.rows[at + 1..];
        let asks = |question: &Question| headings.iter().any(|heading| heading.question == *question);
        let has_names = asks(&Question::Name) || asks(&Question::FamilyName) && asks(&Question::GivenName);
        if !has_names {
            return Err(NoForm::NoNames);
        }
        if rows.is_empty() {
            return Err(NoForm::Empty);
        }
        let above = sheet.rows[..at].iter().map(|row| row.number).collect();
        let others = sheets().into_iter().filter(|other| *other != sheet.name).collect();
        Ok(Self { sources, sheet, headings, above, others, rows })
    }

    /// The columns that ask something, from left to right.
    pub fn asking(&self, is: impl Fn(&Question) -> bool) -> impl Iterator<Item = &Heading> {
        self.headings.iter().filter(move |heading| is(&heading.question))
    }

    /// The first column that asks exactly this.
    pub fn column(&self, question: &Question) -> Option<&Heading> {
        self.headings.iter().find(|heading| heading.question == *question)
    }

    /// What stands in a row below a heading; nothing where that is no answer. Cells that are shown as one hold the same.
    pub fn cell(&self, row: &Row, heading: &Heading) -> Option<Answered> {
        let column = heading.column;
        let cell = row.cell(column).or_else(|| {
            let merged = self.sheet.merged.iter().find(|region| {
                region.columns == (column, column) && (region.rows.0..=region.rows.1).contains(&row.number)
            })?;
            self.sheet.rows.iter().find(|first| first.number == merged.rows.0)?.cell(column)
        })?;
        let words = self.sources.slice(cell.place).to_owned();
        let place = cell.place;
        (!is_blank(&words)).then_some(Answered { row: row.number, column, words, place, kind: cell.kind })
    }

    /// What stands in a row below the heading that asks exactly this.
    pub fn answer(&self, row: &Row, question: &Question) -> Option<Answered> {
        self.cell(row, self.column(question)?)
    }

    /// Whether nothing that is used stands in a row.
    pub fn is_blank(&self, row: &Row) -> bool {
        self.asking(Question::is_used).all(|heading| self.cell(row, heading).is_none())
    }
}

/// The first of the top rows with a heading for names, or with two that are known.
fn heading_row(sources: &Sources, sheet: &Sheet, known: Known<'_>) -> Option<usize> {
    sheet.rows.iter().take(TOP).position(|row| {
        let asked: Vec<Question> =
            headings(sources, row, known).into_iter().map(|heading| heading.question).collect();
        asked.contains(&Question::Name) || asked.iter().filter(|question| question.is_used()).count() >= 2
    })
}

fn headings(sources: &Sources, row: &Row, known: Known<'_>) -> Vec<Heading> {
    let heading = |cell: &Cell| {
        let words = sources.slice(cell.place).split_whitespace().collect::<Vec<&str>>().join(" ");
        let question = headings::question(&words, known);
        Heading { column: cell.column, words, place: cell.place, question }
    };
    row.cells.iter().map(heading).collect()
}

/// The headings with what the organizer says of them; of several that ask what can be asked once, the first counts.
fn understood(
    mut headings: Vec<Heading>,
    mappings: &[Mapping],
    known: Known<'_>,
) -> Result<Vec<Heading>, NoForm> {
    let mut mapped = Vec::new();
    for Mapping { column, question } in mappings {
        let said = match Question::named(question) {
            Some(question) => question,
            None => match headings::question(question, known) {
                Question::Unused if folded(question) != "不用" => {
                    return Err(NoForm::NoQuestion { question: question.clone() });
                }
                question => question,
            },
        };
        let by_words = |heading: &Heading| folded(&heading.words) == folded(column);
        let by_letters = |heading: &Heading| letters(heading.column).eq_ignore_ascii_case(column.trim());
        let found = headings.iter().position(by_words).or_else(|| headings.iter().position(by_letters));
        let at = found.ok_or_else(|| NoForm::NoColumn { column: column.clone() })?;
        headings[at].question = said;
        mapped.push(at);
    }
    // A mobile number counts before any other.
    let is_mobile = |heading: &Heading| heading.words.contains("手机");
    let preferred = |at: &usize| (!mapped.contains(at), !is_mobile(&headings[*at]), *at);
    let mut order: Vec<usize> = (0..headings.len()).collect();
    order.sort_by_key(preferred);
    let mut taken: Vec<Question> = Vec::new();
    for at in order {
        let question = headings[at].question.clone();
        if question.is_single() && taken.contains(&question) {
            headings[at].question = Question::Unused;
        }
        taken.push(question);
    }
    Ok(headings)
}
