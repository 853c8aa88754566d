//! YAML or JSON text as a tree of nodes that know where they stand.
//!
//! In: a text of [`Sources`](crate::source::Sources). Out: a [`Node`], or the diagnostics that say why not.
//! Read by `campaign` (a campaign file) and by `plan` (a saved plan: JSON is YAML).

mod building;
pub mod kind;
mod marks;
mod mending;
mod merging;
pub mod quoting;
pub mod reading;
mod syntax;

use crate::source::Place;

/// One value of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it stands, quotation marks included: slices to the very words.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

impl Node {
    /// What stands behind a key; `None` in what is no map too.
    pub fn entry(&self, key: &str) -> Option<&Self> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(known, _)| known.text == key).map(|(_, node)| node)
    }
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text as it stands in the file; `plain` without quotation marks. `001` stays `001`.
    Scalar {
        /// The text, escapes resolved.
        text: String,
        /// Whether it stood without quotation marks.
        plain: bool,
    },
    /// Nothing, `null` or `~`.
    Null,
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file; merge keys and aliases resolved; no key twice.
    Map(Vec<(Key, Node)>),
}

/// The key of an entry of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}
