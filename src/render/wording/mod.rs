//! Every phrase of the program, in Chinese and in English.
//!
//! A phrase is a variant of a closed enum of its family; each language is one exhaustive match, so that a phrase
//! that is missing in one of them does not compile.

pub mod command;
pub mod conflict;
pub mod defect;
pub mod file;
pub mod heading;
pub mod inquiry;
pub mod level;
pub mod measure;
pub mod message;
pub mod notice;
pub mod print;
pub mod problem;
pub mod reason;
pub mod repair;
pub mod reserve;
pub mod rule;
pub mod run;
pub mod saving;
pub mod scenario;
pub mod sheet;
pub mod standard;
pub mod summary;
pub mod thursday;
pub mod untrue;
pub mod verdict;
pub mod view;

use crate::domain::Language;

/// Something that the program says.
pub trait Phrase {
    /// In Chinese.
    fn zh(&self) -> String;
    /// In English.
    fn en(&self) -> String;

    /// In a language.
    fn say(&self, language: Language) -> String {
        match language {
            Language::Zh => self.zh(),
            Language::En => self.en(),
        }
    }
}

/// A number with the English noun in its number: `1 seat`, `2 seats`.
pub(in crate::render) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A number with a comma between its thousands.
pub(in crate::render) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Words one after the other: `、` between them in Chinese, a comma in English.
pub(in crate::render) fn list(language: Language, words: &[String]) -> String {
    words.join(match language {
        Language::Zh => "、",
        Language::En => ", ",
    })
}

/// What stands side by side: a comma between, full-width in Chinese.
pub(in crate::render) fn joined(language: Language, parts: &[String]) -> String {
    parts.join(match language {
        Language::Zh => "，",
        Language::En => ", ",
    })
}

/// Something, and what is said of it.
pub(in crate::render) fn said_of(language: Language, subject: &str, sentences: &[String]) -> String {
    match language {
        Language::Zh => format!("{subject}：{}。", sentences.join("；")),
        Language::En => format!("{subject}: {}.", sentences.join("; ")),
    }
}

/// A word with another in brackets behind it.
pub(in crate::render) fn bracketed(language: Language, word: &str, inside: &str) -> String {
    match language {
        Language::Zh => format!("{word}（{inside}）"),
        Language::En => format!("{word} ({inside})"),
    }
}
