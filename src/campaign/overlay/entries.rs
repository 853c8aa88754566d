//! The entries that have ids, and what they are made of.

use crate::{
    diagnostic::reference::Kind,
    document::{Key, Node, Value},
};
use std::collections::BTreeMap;

/// The key that stands for the id of an entry where that is left out.
fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Post => "title",
        Kind::Unit | Kind::Ambassador | Kind::Neighbourhood | Kind::Theme => "name",
    }
}

/// The id of an entry, and the node in which it stands.
pub(super) fn identity(kind: Kind, entry: &Node) -> Option<(&str, &Node)> {
    ["id", name(kind)].into_iter().find_map(|key| {
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
        if let Some(name) = field(entry, name(kind)).and_then(word) {
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
