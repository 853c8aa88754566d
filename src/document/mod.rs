//! YAML or JSON text as a tree of nodes that know where they stand.
//!
//! In: a text of [`Sources`](crate::source::Sources). Out: a [`Node`], or the diagnostics that say why not.
//! Read by `campaign` (a campaign file) and by `plan` (a saved plan: JSON is YAML).

mod building;
mod marks;
mod mending;
mod merging;
pub mod quoting;
pub mod reading;
mod syntax;
pub mod writing;

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
    /// Words without quotation marks.
    pub fn word(text: impl Into<String>, place: Place) -> Self {
        Self { place, value: Value::Scalar { text: text.into(), plain: true } }
    }

    /// What stands behind a key; `None` in what is no map too.
    pub fn entry(&self, key: &str) -> Option<&Self> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(known, _)| known.text == key).map(|(_, node)| node)
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        if let Value::Scalar { text, .. } = &self.value { Some(text) } else { None }
    }

    /// What the file is of which this is the root.
    pub fn file_kind(&self) -> FileKind {
        let has = |key: &str| self.entry(key).is_some();
        let is_campaign = ["extends", "units", "posts", "ambassadors"].into_iter().any(has);
        match (has("version"), has("experience")) {
            (true, true) => FileKind::Plan,
            (false, true) if !is_campaign => FileKind::Plan,
            (false, _) if is_campaign => FileKind::Campaign,
            _ => FileKind::Other,
        }
    }
}

/// What a file is, told by the keys that stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A campaign, or a scenario over one.
    Campaign,
    /// A saved plan.
    Plan,
    /// Something else, or too little of either to tell.
    Other,
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

impl Key {
    /// A key at a place.
    pub fn new(text: impl Into<String>, place: Place) -> Self {
        Self { text: text.into(), place }
    }
}

#[cfg(test)]
mod tests {
    use super::{FileKind, reading::read};
    use crate::source::Sources;

    #[test]
    fn tells_a_campaign_from_a_plan_by_its_keys() {
        for (text, kind) in [
            ("{version: 1, experience: {}}", FileKind::Plan),
            ("{experience: {}}", FileKind::Plan),
            ("{version: 1, experience: {}, units: []}", FileKind::Plan),
            ("{experience: {}, units: []}", FileKind::Campaign),
            ("{extends: campaign.yaml}", FileKind::Campaign),
            ("{version: 1, units: []}", FileKind::Other),
            ("{version: 1}", FileKind::Other),
            ("[]", FileKind::Other),
        ] {
            let mut sources = Sources::default();
            let file = sources.add("file", text);
            assert_eq!(read(&sources, file).0.map(|root| root.file_kind()), Some(kind), "{text}");
        }
    }
}
