//! The entries that have ids, and what they are made of.

use crate::{
    diagnostic::reference::Kind,
    document::{Key, Node, Value},
};
use std::collections::BTreeMap;

/// The key of an entry's name, which stands for the id where that is left out.
pub(super) fn name_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Post => "title",
        Kind::Unit | Kind::Ambassador | Kind::Neighbourhood | Kind::Theme => "name",
    }
}

/// The name or title of an entry.
pub(super) fn name(kind: Kind, entry: &Node) -> Option<&str> {
    field(entry, name_key(kind)).and_then(word)
}

/// The first entry of a tree that has an id.
pub(super) fn find<'a>(kind: Kind, id: &str, root: &'a Node) -> Option<&'a Node> {
    let mut entries = items(field(root, kind.section())).iter();
    entries.find(|entry| identity(kind, entry).is_some_and(|(own, _)| own == id))
}

/// The id of an entry, and the node in which it stands.
pub(super) fn identity(kind: Kind, entry: &Node) -> Option<(&str, &Node)> {
    ["id", name_key(kind)].into_iter().find_map(|key| {
        let node = field(entry, key)?;
        Some((word(node)?, node))
    })
}

/// Words that may be meant for an entry, its id or its name, each with the id.
pub(super) fn words<'a>(
    kind: Kind,
    entries: impl IntoIterator<Item = &'a Node>,
) -> BTreeMap<&'a str, &'a str> {
    let mut words = BTreeMap::new();
    for entry in entries {
        let Some((id, _)) = identity(kind, entry) else { continue };
        words.insert(id, id);
        if let Some(name) = name(kind, entry) {
            words.entry(name).or_insert(id);
        }
    }
    words
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
    node.text().map(str::trim)
}

/// Whether two nodes say the same, wherever they stand.
pub(in crate::campaign) fn alike(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar { text: one, .. }, Value::Scalar { text: other, .. }) => one == other,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, node)| {
                    other.iter().any(|(own, other)| own.text == key.text && alike(node, other))
                })
        }
        _ => false,
    }
}
