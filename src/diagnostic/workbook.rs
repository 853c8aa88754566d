//! Cells of a workbook that cannot be read as they stand, or that nobody reads.

use crate::diagnostic::Severity;

/// What is wrong with a cell, a heading or a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Workbook {
    /// No sheet has the name of a part of a campaign.
    NoSheet {
        /// Whether it looks like a list in which people signed up.
        is_sign_up: bool,
    },
    /// A sheet of another name.
    UnknownSheet {
        /// The name.
        name: String,
        /// The name that was probably meant.
        near: Option<&'static str>,
    },
    /// A sheet of another name with the headings of a part of the campaign that has no sheet.
    MisnamedSheet {
        /// The name.
        name: String,
        /// The name that was probably meant.
        near: &'static str,
    },
    /// Several wishes where one rank is wanted.
    SeveralWishes,
    /// Two sheets for one part of the campaign.
    SheetTwice {
        /// The name of the second.
        name: String,
    },
    /// A sheet in which no row of headings can be told.
    NoHeadings {
        /// The name.
        name: String,
    },
    /// Rows above the headings.
    RowsAbove {
        /// How many.
        rows: usize,
    },
    /// Rows that a spreadsheet does not show: they count.
    HiddenRows {
        /// How many.
        rows: usize,
    },
    /// A heading that names no field; the column is not read.
    UnknownColumn {
        /// The heading.
        heading: String,
        /// The heading that was probably meant.
        near: Option<&'static str>,
    },
    /// A word of the first column that names no item.
    UnknownItem {
        /// The word.
        word: String,
        /// The word that was probably meant.
        near: Option<&'static str>,
    },
    /// A heading or an item twice.
    Twice {
        /// The word.
        word: String,
    },
    /// Words in a column without a heading.
    NoHeading {
        /// The letters over the column.
        column: String,
    },
    /// A kind of agreement that does not exist.
    UnknownAgreement {
        /// The word.
        word: String,
    },
    /// Words in a column that a kind of agreement does not have.
    NotOfKind {
        /// The kind.
        kind: &'static str,
        /// The heading of the column.
        column: &'static str,
    },
    /// A kind of entry that cannot be taken out.
    UnknownRemoval {
        /// The word.
        word: String,
    },
    /// Cells side by side made into one, or headings.
    MergedAcross,
    /// Cells with a number made into one: it cannot be meant for every row.
    MergedNumber,
    /// A formula that came to nothing.
    FormulaError,
    /// A number where a date is wanted.
    NumberForDate {
        /// What it may mean.
        readings: Vec<String>,
    },
    /// A date where hours are wanted.
    DateForHours,
}

impl Workbook {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSheet { .. } => "no-sheet",
            Self::UnknownSheet { .. } => "unknown-sheet",
            Self::MisnamedSheet { .. } => "misnamed-sheet",
            Self::SeveralWishes => "several-wishes",
            Self::SheetTwice { .. } => "sheet-twice",
            Self::NoHeadings { .. } => "no-headings",
            Self::RowsAbove { .. } => "rows-above",
            Self::HiddenRows { .. } => "hidden-rows",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::UnknownItem { .. } => "unknown-item",
            Self::Twice { .. } => "word-twice",
            Self::NoHeading { .. } => "no-heading",
            Self::UnknownAgreement { .. } => "unknown-agreement",
            Self::NotOfKind { .. } => "not-of-kind",
            Self::UnknownRemoval { .. } => "unknown-removal",
            Self::MergedAcross => "merged-across",
            Self::MergedNumber => "merged-number",
            Self::FormulaError => "formula-error",
            Self::NumberForDate { .. } => "number-for-date",
            Self::DateForHours => "date-for-hours",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownSheet { near: Some(_), .. }
            | Self::UnknownColumn { .. }
            | Self::NoHeading { .. } => Severity::Warning,
            Self::UnknownSheet { near: None, .. } | Self::RowsAbove { .. } | Self::HiddenRows { .. } => {
                Severity::Note
            }
            _ => Severity::Error,
        }
    }
}
