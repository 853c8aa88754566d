//! The digest of a campaign: equal where plans made for the one fit the other.

use crate::{
    document::{Key, Node, Value},
    source::hexadecimal,
};
use sha2::{Digest as _, Sha256};

/// Keys that say what is printed, and decide nothing; the id of an entry counts all the same, that of the campaign does
/// not.
const WORDS: [&str; 10] =
    ["id", "name", "title", "note", "host_note", "meet", "bring", "contact", "phone", "mentor_phone"];

/// When somebody signed up, which decides only where `rules.priorities` names `first`.
const TIME: &str = "signed_up";

/// `sha256:` and the digest of the merged campaign, without comments, order of keys, names, notes, contacts and what else is only printed.
///
/// A name or title that is the id, because none is written, counts.
pub fn digest(campaign: &Node) -> String {
    Canonical { hash: Sha256::new(), is_by_time: is_by_time(campaign), holds_words: false }.digest(campaign)
}

/// The same with all that is only printed: equal where the same plan is printed in the same words.
pub fn digest_with_words(campaign: &Node) -> String {
    Canonical { hash: Sha256::new(), is_by_time: true, holds_words: true }.digest(campaign)
}

/// Whether the priorities name `first`.
fn is_by_time(campaign: &Node) -> bool {
    let is_first = |level: &Node| match &level.value {
        Value::Scalar { text, .. } => text.trim() == "first",
        _ => false,
    };
    let priorities = behind(campaign, "rules").and_then(|rules| behind(rules, "priorities"));
    priorities.is_some_and(|levels| match &levels.value {
        Value::List(levels) => levels.iter().any(is_first),
        _ => is_first(levels),
    })
}

/// What stands behind a key.
fn behind<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|(own, _)| own.text == key).map(|(_, node)| node)
}

/// A form in which nothing can be mistaken for something else: each part begins with its kind and length.
struct Canonical {
    hash: Sha256,
    /// Whether it counts when people signed up.
    is_by_time: bool,
    /// Whether what is only printed counts.
    holds_words: bool,
}

impl Canonical {
    fn digest(mut self, campaign: &Node) -> String {
        self.node(campaign);
        format!("sha256:{}", hexadecimal(&self.hash.finalize()))
    }

    fn node(&mut self, node: &Node) {
        match &node.value {
            Value::Null => self.part(b'-', 0),
            Value::Scalar { text, .. } => self.text(text.trim()),
            Value::List(items) => {
                self.part(b'[', items.len());
                for item in items {
                    match &item.value {
                        Value::Map(entries) => self.map(entries, identity(entries)),
                        _ => self.node(item),
                    }
                }
            }
            Value::Map(entries) => self.map(entries, None),
        }
    }

    fn map(&mut self, entries: &[(Key, Node)], identity: Option<&str>) {
        let decides =
            |key: &str| self.holds_words || !WORDS.contains(&key) && (key != TIME || self.is_by_time);
        let counts = |key: &str| Some(key) == identity || decides(key);
        let mut entries: Vec<(&str, &Node)> = entries
            .iter()
            .filter(|(key, node)| counts(&key.text) && node.value != Value::Null)
            .map(|(key, node)| (if Some(key.text.as_str()) == identity { "id" } else { &key.text }, node))
            .collect();
        entries.sort_by_key(|(key, _)| *key);
        self.part(b'{', entries.len());
        for (key, node) in entries {
            self.text(key);
            self.node(node);
        }
    }

    fn text(&mut self, text: &str) {
        self.part(b'"', text.len());
        self.hash.update(text);
    }

    fn part(&mut self, kind: u8, length: usize) {
        self.hash.update([kind]);
        self.hash.update((length as u64).to_le_bytes());
    }
}

/// The key that names an entry of a list: the id, or the name or title in its stead.
fn identity(entries: &[(Key, Node)]) -> Option<&'static str> {
    let present = |key: &str| entries.iter().any(|(own, node)| own.text == key && node.value != Value::Null);
    ["id", "name", "title"].into_iter().find(|key| present(key))
}
