//! Problems that the organizer can mend: code, place, message, hint.
//!
//! A problem is data; `render` has the words for it in each language. No text is made here. What a wrong word probably
//! should be is found by [`nearest`].

pub mod dates;
pub mod experience;
pub mod naming;
pub mod nearest;
pub mod note;
pub mod overlay;
pub mod people;
pub mod problem;
pub mod radicals;
pub mod reference;
pub mod request;
pub mod saved;
pub mod shape;
pub mod size;
pub mod syntax;
pub mod thursday;
pub mod value;
pub mod variation;
pub mod workbook;

use crate::source::{Fault, Place};
use problem::Problem;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The campaign cannot be planned.
    Error,
    /// It can, but probably not as meant.
    Warning,
    /// Worth knowing.
    Note,
}

/// One problem at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong; says its own severity and code.
    pub problem: Problem,
    /// Where the word stands; `None` where there is no text, such as a file that is missing.
    pub place: Option<Place>,
    /// Further places that belong to it, such as where an id stands first.
    pub related: Vec<Place>,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn at(place: Place, problem: Problem) -> Self {
        Self { problem, place: Some(place), related: Vec::new() }
    }

    /// A file that could not be read, by its path as typed.
    pub fn unread(name: impl Into<String>, fault: Fault) -> Self {
        Self { problem: Problem::File { name: name.into(), fault }, place: None, related: Vec::new() }
    }

    /// Whether the campaign cannot be planned for it.
    pub fn is_error(&self) -> bool {
        self.problem.severity() == Severity::Error
    }

    /// Adds a further place.
    #[must_use]
    pub fn related_to(mut self, place: Place) -> Self {
        self.related.push(place);
        self
    }
}
