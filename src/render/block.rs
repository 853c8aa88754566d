//! What is said before it has a format: sections of sentences, lists and tables.
//!
//! Made for one language and one copy, with every word as it may stand there: whoever turns blocks into a format
//! translates nothing but days and ways, and hides nothing.

use chrono::NaiveDate;

/// What stands below one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// The heading; empty where there is none.
    pub heading: String,
    /// Whether it is the title of all that stands below it, and keeps apart from it.
    pub is_title: bool,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Sentences, each on lines of its own.
    Sentences(Vec<String>),
    /// Entries that begin with a sign or a subject of their own; where one takes several lines, all but the first are
    /// indented by so many columns.
    Entries(Vec<String>, usize),
    /// A list.
    List(Vec<Item>),
    /// The same facts in one arrangement or in several, the widest first: tables one below the other.
    Tables(Vec<Vec<Table>>),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// What stands below it.
    pub below: Vec<String>,
}

/// Rows of cells below headings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, those that belong together in one group; each has a cell for each column.
    pub groups: Vec<Vec<Vec<Cell>>>,
    /// Whether rows of several lines stand without blank lines between them.
    pub is_dense: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// How it gives way.
    pub give: Give,
}

/// How a column gives way where there is not enough room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Give {
    /// It keeps its width: dates, hours, figures.
    Firm,
    /// It wraps, down to so many columns of a terminal.
    Wraps(usize),
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words, in which a line feed begins a new line.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A way in metres.
    Metres(i64),
    /// A day.
    Date(NaiveDate),
    /// Words that say that something is proved.
    Proven(String),
    /// Nothing, or nothing that is known.
    Blank,
}

/// A column while its table is made: its heading, and what stands in it for an item.
pub struct Field<'a, T> {
    heading: String,
    give: Give,
    cell: Box<dyn Fn(&T) -> Cell + 'a>,
}

impl<'a, T> Field<'a, T> {
    /// A column.
    pub fn new(heading: String, give: Give, cell: impl Fn(&T) -> Cell + 'a) -> Self {
        Self { heading, give, cell: Box::new(cell) }
    }
}

impl Table {
    /// A row for each item.
    pub fn of<T>(fields: &[Field<'_, T>], groups: &[Vec<T>]) -> Self {
        let row = |item: &T| fields.iter().map(|field| (field.cell)(item)).collect();
        let column = |field: &Field<'_, T>| Column { heading: field.heading.clone(), give: field.give };
        Self {
            columns: fields.iter().map(column).collect(),
            groups: groups.iter().map(|items| items.iter().map(row).collect()).collect(),
            is_dense: false,
        }
    }

    /// The same without columns in which nothing stands.
    #[must_use]
    pub fn without_blank_columns(mut self) -> Self {
        let rows = || self.groups.iter().flatten();
        let is_filled = |at: &usize| rows().any(|row| row[*at] != Cell::Blank);
        let filled: Vec<usize> = (0..self.columns.len()).filter(is_filled).collect();
        let kept = |row: &Vec<Cell>| filled.iter().map(|&at| row[at].clone()).collect();
        self.groups = self.groups.iter().map(|group| group.iter().map(kept).collect()).collect();
        self.columns = filled.iter().map(|&at| self.columns[at].clone()).collect();
        self
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.groups.iter().all(Vec::is_empty)
    }

    /// The same with a first column that counts the rows.
    #[must_use]
    pub fn numbered(mut self, heading: String) -> Self {
        self.columns.insert(0, Column { heading, give: Give::Firm });
        for (number, row) in (1..).zip(self.groups.iter_mut().flatten()) {
            row.insert(0, Cell::Number(number));
        }
        self
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &Vec<Cell>> {
        self.groups.iter().flatten()
    }
}

impl Cell {
    /// Words that may be missing.
    pub fn words(text: Option<impl Into<String>>) -> Self {
        text.map(Into::into).filter(|text| !text.is_empty()).map_or(Self::Blank, Self::Text)
    }

    /// A way that may be unknown.
    pub fn metres(metres: Option<i64>) -> Self {
        metres.map_or(Self::Blank, Self::Metres)
    }
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Self { text, below: Vec::new() }
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Tables(vec![vec![table]])
    }
}

impl Section {
    /// A heading above blocks.
    pub fn new(heading: String, blocks: Vec<Block>) -> Self {
        Self { heading, is_title: false, blocks }
    }

    /// A title above sentences.
    pub fn titled(heading: String, sentences: Vec<String>) -> Self {
        Self { heading, is_title: true, blocks: vec![Block::Sentences(sentences)] }
    }

    /// Sentences without a heading.
    pub fn sentences(sentences: Vec<String>) -> Self {
        Self::new(String::new(), vec![Block::Sentences(sentences)])
    }

    /// A heading above a list of what is said.
    pub fn list(heading: String, items: Vec<String>) -> Self {
        Self::new(heading, vec![Block::list(items)])
    }

    /// What stands in its lists.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.blocks.iter().flat_map(|block| match block {
            Block::List(items) => items.as_slice(),
            _ => &[],
        })
    }
}

impl Block {
    /// A list of plain items.
    pub fn list(items: Vec<String>) -> Self {
        Self::List(items.into_iter().map(Item::from).collect())
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Sentences(lines) | Self::Entries(lines, _) => lines.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Tables(arrangements) => arrangements.iter().flatten().all(Table::is_empty),
        }
    }
}

/// The sections in which something stands: the blocks without content gone, and the headings above nothing with them.
pub fn filled(sections: impl IntoIterator<Item = Section>) -> Vec<Section> {
    let filled = sections.into_iter().map(|mut section| {
        section.blocks.retain(|block| !block.is_empty());
        section
    });
    filled.filter(|section| !section.blocks.is_empty()).collect()
}
