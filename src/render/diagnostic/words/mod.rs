//! Problems in words: what is wrong, and what to do about it.

mod campaign;
mod dates;
mod note;
mod people;
mod reading;
mod saved;
mod shape;
mod thursday;
mod workbook;

use crate::{
    diagnostic::{Severity, problem::Problem, saved::Saved, value::Value},
    domain::{Language, private::Numbers},
};

/// What is said of a problem: lower-case fragments in English, no full stop in either language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Words {
    fn of(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None }
    }

    fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    fn maybe_hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }
}

/// A family of problems in words: one exhaustive match for each language.
trait Explained {
    fn zh(&self) -> Words;
    fn en(&self) -> Words;
}

/// The words for a problem, without mobile numbers: these stand in the line of the file alone, which is shown as it is.
pub fn words(problem: &Problem, language: Language) -> Words {
    let words = said(problem, language);
    match problem {
        // The command that is meant is said as it has to be typed.
        Problem::Saved(Saved::Misread(_)) => words,
        _ => without_numbers(words),
    }
}

/// The same of a cell of a workbook, which has columns where a file has keys.
pub fn words_of_cell(problem: &Problem, language: Language) -> Words {
    match problem {
        Problem::Shape(shape) => without_numbers(in_language(&shape::InCells(shape), language)),
        Problem::Value(Value::BadChoice { .. }) => in_language(&shape::ChoiceInCell, language),
        _ => words(problem, language),
    }
}

fn without_numbers(Words { message, hint }: Words) -> Words {
    let numbers = Numbers::default();
    Words { message: numbers.hidden(&message), hint: hint.map(|hint| numbers.hidden(&hint)) }
}

fn in_language(family: &dyn Explained, language: Language) -> Words {
    match language {
        Language::Zh => family.zh(),
        Language::En => family.en(),
    }
}

fn said(problem: &Problem, language: Language) -> Words {
    let family: &dyn Explained = match problem {
        Problem::File { name, fault } => &reading::File { name, fault },
        Problem::Syntax(syntax) => syntax,
        Problem::Shape(shape) => shape,
        Problem::Dates(dates) => dates,
        Problem::Value(value) => value,
        Problem::Reference(reference) => reference,
        Problem::Request(request) => request,
        Problem::Note(note) => note,
        Problem::Experience(experience) => experience,
        Problem::Thursday(thursday) => thursday,
        Problem::People(people) => people,
        Problem::Saved(saved) => saved,
        Problem::Overlay(overlay) => overlay,
        Problem::Variation(variation) => variation,
        Problem::Workbook(workbook) => workbook,
        Problem::Size(size) => size,
    };
    in_language(family, language)
}

/// The word before the code: how much the problem matters.
pub fn severity(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Zh) => "错误",
        (Severity::Warning, Language::Zh) => "警告",
        (Severity::Note, Language::Zh) => "说明",
        (Severity::Error, Language::En) => "error",
        (Severity::Warning, Language::En) => "warning",
        (Severity::Note, Language::En) => "note",
    }
}

/// The word before a hint.
pub fn hint(language: Language) -> &'static str {
    match language {
        Language::Zh => "建议",
        Language::En => "help",
    }
}

/// What a further place belongs to it for.
pub fn related(language: Language) -> &'static str {
    match language {
        Language::Zh => "另见这里",
        Language::En => "see also here",
    }
}
