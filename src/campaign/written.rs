//! Values as written: text with its place, lists of them, and the few that have two forms.

use crate::source::Place;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// A word, number or date, as it stands in the file.
pub type Text = Written<String>;

/// A list of words.
pub type Texts = Written<Vec<Text>>;

impl Written<String> {
    /// The words without spaces around them.
    pub fn words(&self) -> &str {
        self.value.trim()
    }

    /// Whether it stands without quotation marks, on one line.
    pub fn is_plain(&self) -> bool {
        self.place.end - self.place.start == self.value.len()
    }

    /// Where a part of [`words`](Self::words) stands, in bytes; the whole place where quotation marks or line
    /// ends make that unclear.
    pub fn part(&self, start: usize, end: usize) -> Place {
        let begin = self.value.len() - self.value.trim_start().len();
        self.place.part(&self.value, begin + start..begin + end)
    }
}

/// One word or a list of them: a date set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMore(pub Texts);

/// Ranks of entries, best first; an entry alone is a rank of one. Of the entries of one rank none comes before another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked<T>(pub Vec<Vec<T>>);

/// Coordinates as a list, or pasted as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// `[31.3052, 121.4563]`.
    List(Texts),
    /// `"121.4563,31.3052"`.
    Pasted(Text),
}
