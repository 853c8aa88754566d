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
    campaign::schema::ENTRIES,
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
    let found = match problem {
        Problem::Shape(shape) => without_numbers(in_language(&shape::InCells(shape), language)),
        Problem::Value(Value::BadChoice { .. }) => in_language(&shape::ChoiceInCell, language),
        _ => words(problem, language),
    };
    match (language, problem) {
        // Those of workbooks are said in their words.
        (Language::En, _) | (_, Problem::Workbook(_)) => found,
        // What is said of an id names it.
        (Language::Zh, Problem::Reference(_)) => {
            Words { hint: found.hint.map(|hint| headed(&hint)), ..found }
        }
        (Language::Zh, _) => {
            Words { message: headed(&found.message), hint: found.hint.map(|hint| headed(&hint)) }
        }
    }
}

/// Words in which the headings of columns and the names of sheets stand for keys of the format.
fn headed(text: &str) -> String {
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let mut headed = String::new();
    let mut rest = text;
    while let Some(begin) = rest.find(|letter: char| letter.is_ascii_lowercase()) {
        let end = rest[begin..].find(|letter| !is_of_word(letter)).map_or(rest.len(), |end| begin + end);
        let is_within = rest[..begin].ends_with(is_of_word);
        let mut known = ENTRIES.iter().flat_map(|keys| keys.known);
        let known = known.find(|known| !is_within && known.key == &rest[begin..end]);
        headed.push_str(&rest[..begin]);
        match known {
            Some(known) => headed.extend(["“", known.word, "”"]),
            None => headed.push_str(&rest[begin..end]),
        }
        rest = &rest[end..];
    }
    headed + rest
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

#[cfg(test)]
mod tests {
    use super::headed;

    #[test]
    fn says_headings_for_keys_in_cells() {
        for (text, said) in [
            ("请在 posts 里加上它", "请在 “岗位” 里加上它"),
            ("need 应是一个整数", "“需要人数” 应是一个整数"),
            ("主要因为 unit-open（单位当天要接待）", "主要因为 unit-open（单位当天要接待）"),
            ("在 campaign.xlsx 里", "在 campaign.xlsx 里"),
            ("放宽每人的次数（days）", "放宽每人的次数（“天数”）"),
        ] {
            assert_eq!(headed(text), said);
        }
    }
}
