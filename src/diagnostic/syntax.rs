//! Problems of the text itself, before anything in it has a meaning.

use crate::diagnostic::Severity;

/// How deep lists and maps may stand in each other.
pub const MOST_LEVELS: usize = 64;

/// How many nodes aliases and anchors may copy.
pub const MOST_COPIES: usize = 1_000_000;

/// The most words, lists and maps of one text.
pub const MOST_NODES: usize = 2_000_000;

/// Full-width punctuation and what YAML wants in its stead.
const PUNCTUATION: [(char, &str); 18] = [
    ('：', ": "),
    ('，', ", "),
    ('、', ", "),
    ('；', ", "),
    ('［', "["),
    ('］', "]"),
    ('【', "["),
    ('】', "]"),
    ('｛', "{"),
    ('｝', "}"),
    ('“', "\""),
    ('”', "\""),
    ('‘', "'"),
    ('’', "'"),
    ('＃', "#"),
    ('－', "-"),
    ('～', ".."),
    ('\u{3000}', " "),
];

/// A fault of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// There is nothing in the file.
    Empty,
    /// The file was saved in GBK, which nothing in it says.
    SavedInGbk,
    /// The parser could not go on, and no better reason is known.
    Unreadable,
    /// A tab where YAML wants spaces.
    Tab,
    /// A quotation mark without its second.
    UnclosedQuote,
    /// A bracket without its second.
    UnclosedBracket {
        /// The bracket.
        open: char,
    },
    /// Full-width punctuation that broke the text.
    FullWidth {
        /// What stands there.
        found: char,
        /// What YAML wants.
        wanted: &'static str,
    },
    /// Full-width punctuation that YAML took for a part of the words.
    FullWidthInWords {
        /// What stands there.
        found: char,
        /// What YAML wants.
        wanted: &'static str,
    },
    /// A character that no YAML may hold.
    Unprintable {
        /// The character.
        found: char,
    },
    /// A backslash between double quotation marks that makes no character with what follows.
    BadEscape {
        /// The two.
        written: String,
    },
    /// Lists and maps stand too deep in each other.
    TooDeep,
    /// Aliases make far more of the text than stands there.
    TooManyCopies,
    /// More words, lists and maps than a text may have.
    TooManyNodes,
    /// `*name` without `&name` before it.
    UnknownAlias {
        /// The name.
        name: String,
    },
    /// `*name` within what `&name` marks.
    AliasWithinItself,
    /// `<<` names something that is no map.
    MergeOfNoMap,
    /// `---` begins a second document.
    SeveralDocuments,
    /// A key twice in one map.
    RepeatedKey {
        /// The key.
        key: String,
    },
    /// A key that is a list, a map or nothing.
    KeyIsNoWord,
}

impl Syntax {
    /// Whether YAML takes a character in no text (YAML 1.2.2, rule `c-printable`).
    pub fn is_unprintable(character: char) -> bool {
        !matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{d7ff}'
            | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    }

    /// What YAML wants instead of a full-width mark.
    pub fn ascii_for(mark: char) -> Option<&'static str> {
        PUNCTUATION.iter().find(|(full, _)| *full == mark).map(|(_, ascii)| *ascii)
    }

    /// The first full-width mark in a text, and at which byte it stands.
    pub fn full_width_in(text: &str) -> Option<(usize, char)> {
        Self::all_full_width_in(text).next()
    }

    /// Every full-width mark in a text, and at which byte it stands.
    pub fn all_full_width_in(text: &str) -> impl Iterator<Item = (usize, char)> {
        text.char_indices().filter(|(_, mark)| Self::ascii_for(*mark).is_some())
    }

    /// Full-width punctuation that broke the text.
    pub fn full_width(found: char) -> Self {
        Self::FullWidth { found, wanted: Self::ascii_for(found).unwrap_or(" ") }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty-file",
            Self::SavedInGbk => "saved-in-gbk",
            Self::Unreadable => "unreadable-yaml",
            Self::Tab => "tab",
            Self::UnclosedQuote => "unclosed-quote",
            Self::UnclosedBracket { .. } => "unclosed-bracket",
            Self::FullWidth { .. } => "full-width",
            Self::FullWidthInWords { .. } => "full-width-in-words",
            Self::Unprintable { .. } => "unprintable",
            Self::BadEscape { .. } => "bad-escape",
            Self::TooDeep => "too-deep",
            Self::TooManyCopies => "too-many-copies",
            Self::TooManyNodes => "too-many-words",
            Self::UnknownAlias { .. } => "unknown-alias",
            Self::AliasWithinItself => "alias-within-itself",
            Self::MergeOfNoMap => "merge-of-no-map",
            Self::SeveralDocuments => "several-documents",
            Self::RepeatedKey { .. } => "repeated-key",
            Self::KeyIsNoWord => "key-is-no-word",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::SavedInGbk | Self::FullWidthInWords { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
