//! Phrases in Chinese and in English: how they are joined and measured, and what commands say.
//!
//! A phrase is a variant of a closed enum of its family; each language is one exhaustive match, so that a phrase
//! that is missing in one of them does not compile.

/// Words in which nothing stands: an enum of them, the variants of one, or what is told of
/// those, each in Chinese and in English.
macro_rules! labels {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$doc:meta])* $label:ident: $zh:literal, $en:literal;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $label,)+
        }

        labels! { impl $name { $($label: $zh, $en;)+ } }
    };
    ($(#[$about:meta])* pub struct $name:ident of $told:ident { $($label:ident: $zh:literal, $en:literal;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(pub $told);

        impl crate::render::wording::Phrase for $name {
            fn zh(&self) -> String {
                match self.0 { $($told::$label => $zh,)+ }.to_owned()
            }

            fn en(&self) -> String {
                match self.0 { $($told::$label => $en,)+ }.to_owned()
            }
        }
    };
    (impl $name:ident { $($label:ident: $zh:literal, $en:literal;)+ }) => {
        impl crate::render::wording::Phrase for $name {
            fn zh(&self) -> String {
                match self { $(Self::$label => $zh,)+ }.to_owned()
            }

            fn en(&self) -> String {
                match self { $(Self::$label => $en,)+ }.to_owned()
            }
        }
    };
}

pub mod command;
pub mod contradiction;
pub mod convert;
pub mod earlier_print;
pub mod explain;
pub mod help;
pub mod inquiry;
pub mod invented;
pub mod measure;
pub mod objection;
pub mod print;
pub mod repair;
pub mod run;
pub mod scenario;

use crate::{
    diagnostic::reference::{Bearer, Kind},
    domain::Language,
};

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

/// Words in quotation marks, those within them one rank lower (GB/T 15834: “ … ‘ … ’ … ”).
pub(in crate::render) fn quoted(words: &str) -> String {
    let turned = words.chars().map(|letter| match letter {
        '“' => '‘',
        '”' => '’',
        letter => letter,
    });
    format!("“{}”", turned.collect::<String>())
}

/// What to write in the stead of a name that several entries bear.
pub(in crate::render) fn told_apart(language: Language, kind: Kind, bearers: &[Bearer]) -> String {
    let one = |Bearer { id, of }: &Bearer| match of {
        Some(of) => bracketed(language, id, of),
        None => id.clone(),
    };
    let listed = list(language, &bearers.iter().map(one).collect::<Vec<String>>());
    match (language, kind) {
        (Language::Zh, Kind::Post) => format!("请写编号，或写成 单位·岗位：{listed}"),
        (Language::Zh, _) => format!("请写编号：{listed}"),
        (Language::En, Kind::Post) => format!("write the id, or unit·post: {listed}"),
        (Language::En, _) => format!("write the id: {listed}"),
    }
}

labels! {
    impl Kind {
        Unit: "成员单位", "unit";
        Post: "岗位", "post";
        Ambassador: "初心体验大使", "ambassador";
        Neighbourhood: "居民区", "neighbourhood";
        Theme: "主题", "theme";
    }
}
