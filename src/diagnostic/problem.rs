//! The closed list of problems, family by family.

use crate::{
    diagnostic::{
        Severity, dates::Dates, experience::Experience, note::Note, overlay::Overlay, people::People,
        reference::Reference, request::Request, saved::Saved, shape::Shape, size::Size, syntax::Syntax,
        thursday::Thursday, value::Value, variation::Variation, workbook::Workbook,
    },
    source::{Fault, grid::Damage},
};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A file could not be read.
    File {
        /// Its path as typed.
        name: String,
        /// Why.
        fault: Fault,
    },
    /// The text is no YAML, or none that a campaign may be.
    Syntax(Syntax),
    /// A key, a list or a map where another is expected.
    Shape(Shape),
    /// A date or range that means nothing or too much.
    Dates(Dates),
    /// A number, choice … that means nothing or too much.
    Value(Value),
    /// An id that nobody or two entries have.
    Reference(Reference),
    /// Posts, pins, groups and rules that do not go together.
    Request(Request),
    /// What is worth knowing of a campaign in order.
    Note(Note),
    /// What the rules of the experience find.
    Experience(Experience),
    /// The Thursday Action.
    Thursday(Thursday),
    /// A slip of a sign-up sheet.
    People(People),
    /// A saved plan.
    Saved(Saved),
    /// A scenario.
    Overlay(Overlay),
    /// A change in words.
    Variation(Variation),
    /// Cells of a workbook.
    Workbook(Workbook),
    /// More than the program takes.
    Size(Size),
}

impl Problem {
    /// The stable code, in kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::File { fault, .. } => match fault {
                Fault::Missing => "missing-file",
                Fault::Folder => "folder",
                Fault::TooLong => "file-too-long",
                Fault::NotText { .. } => "not-text",
                Fault::Workbook(Damage::Locked) => "locked-workbook",
                Fault::Workbook(Damage::NoWorkbook) => "no-workbook",
                Fault::Workbook(Damage::TooLarge) => "workbook-too-large",
                Fault::Workbook(Damage::OpenQuotation) => "open-quotation",
                Fault::Workbook(Damage::Broken(_)) => "broken-workbook",
                Fault::Unreadable(_) => "unreadable-file",
            },
            Self::Syntax(syntax) => syntax.code(),
            Self::Shape(shape) => shape.code(),
            Self::Dates(dates) => dates.code(),
            Self::Value(value) => value.code(),
            Self::Reference(reference) => reference.code(),
            Self::Request(request) => request.code(),
            Self::Note(note) => note.code(),
            Self::Experience(experience) => experience.code(),
            Self::Thursday(thursday) => thursday.code(),
            Self::People(people) => people.code(),
            Self::Saved(saved) => saved.code(),
            Self::Overlay(overlay) => overlay.code(),
            Self::Variation(variation) => variation.code(),
            Self::Workbook(workbook) => workbook.code(),
            Self::Size(size) => size.code(),
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::File { .. } | Self::Reference(_) => Severity::Error,
            Self::Syntax(syntax) => syntax.severity(),
            Self::Shape(shape) => shape.severity(),
            Self::Dates(dates) => dates.severity(),
            Self::Value(value) => value.severity(),
            Self::Request(request) => request.severity(),
            Self::Note(note) => note.severity(),
            Self::Experience(experience) => experience.severity(),
            Self::Thursday(thursday) => thursday.severity(),
            Self::People(people) => people.severity(),
            Self::Saved(saved) => saved.severity(),
            Self::Overlay(overlay) => overlay.severity(),
            Self::Variation(variation) => variation.severity(),
            Self::Workbook(workbook) => workbook.severity(),
            Self::Size(size) => size.severity(),
        }
    }
}

macro_rules! families {
    ($($family:ident),*) => { $(
        impl From<$family> for Problem {
            fn from(problem: $family) -> Self {
                Self::$family(problem)
            }
        }
    )* };
}

families!(
    Syntax, Shape, Dates, Value, Reference, Request, Note, Experience, Thursday, People, Saved, Overlay,
    Variation, Workbook, Size
);
