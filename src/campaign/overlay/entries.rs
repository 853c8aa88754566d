//! The lists whose entries have ids, and what they are made of.

use crate::{
    diagnostic::reference::Kind,
    document::{Key, Node, Value},
};
use std::collections::BTreeMap;

/// A list of entries with ids.
pub(super) struct Section {
    /// Its key.
    pub(super) key: &'static str,
    /// What its entries are.
    pub(super) kind: Kind,
    /// The key that stands for the id where that is left out.
    name: &'static str,
}

/// All of them.
pub(super) const SECTIONS: [Section; 5] = [
    Section { key: "units", kind: Kind::Unit, name: "name" },
    Section { key: "posts", kind: Kind::Post, name: "title" },
    Section { key: "ambassadors", kind: Kind::Ambassador, name: "name" },
    Section { key: "neighbourhoods", kind: Kind::Neighbourhood, name: "name" },
    Section { key: "themes", kind: Kind::Theme, name: "name" },
];

impl Section {
    /// The id of an entry, and the node in which it stands.
    pub(super) fn identity<'a>(&self, entry: &'a Node) -> Option<(&'a str, &'a Node)> {
        ["id", self.name].into_iter().find_map(|key| {
            let node = field(entry, key)?;
            Some((word(node)?, node))
        })
    }
}

impl Section {
    /// Words that may be meant for an entry, its id or its name, each with the id.
    pub(super) fn words<'a>(
        &self,
        entries: impl IntoIterator<Item = &'a Node>,
    ) -> BTreeMap<&'a str, &'a str> {
        let mut words = BTreeMap::new();
        for entry in entries {
            let Some((id, _)) = self.identity(entry) else { continue };
            words.insert(id, id);
            if let Some(name) = field(entry, self.name).and_then(word) {
                words.entry(name).or_insert(id);
            }
        }
        words
    }
}

/// The value behind a key of a map.
pub(super) fn field<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    map(node).iter().find(|(own, _)| own.text == key).map(|(_, node)| node)
}

/// The value behind a key of a map, to be changed.
pub(super) fn field_mut<'a>(node: &'a mut Node, key: &str) -> Option<&'a mut Node> {
    let Value::Map(entries) = &mut node.value else { return None };
    entries.iter_mut().find(|(own, _)| own.text == key).map(|(_, node)| node)
}

/// The entries of a map; none of anything else.
pub(super) fn map(node: &Node) -> &[(Key, Node)] {
    if let Value::Map(entries) = &node.value { entries } else { &[] }
}

/// The items of a list; none of anything else.
pub(super) fn items(node: Option<&Node>) -> &[Node] {
    if let Some(Node { value: Value::List(items), .. }) = node { items } else { &[] }
}

/// The items of the list behind a key, to be changed.
pub(super) fn items_mut<'a>(node: &'a mut Node, key: &str) -> Option<&'a mut Vec<Node>> {
    match &mut field_mut(node, key)?.value {
        Value::List(items) => Some(items),
        _ => None,
    }
}

/// The words of a scalar without spaces around them.
pub(super) fn word(node: &Node) -> Option<&str> {
    if let Value::Scalar { text, .. } = &node.value { Some(text.trim()) } else { None }
}
