//! Every phrase of the program, in Chinese and in English.
//!
//! A phrase is a variant of a closed enum of its family; each language is one exhaustive match, so that a phrase
//! that is missing in one of them does not compile.

pub mod violation;

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
