//! What makes one tree of another, as the entries of a scenario.
//!
//! In: a campaign and what became of it. Out: a [`Variation`]. Whatever falls away with an entry that is removed is not
//! written down.

use crate::{
    campaign::{
        change::Variation,
        overlay::{
            Merged,
            chain::Layer,
            entries::{alike, field, find, identity, items, map},
        },
        schema::Removals,
        written::{Text, Written},
    },
    diagnostic::{Diagnostic, overlay::Changes, reference::Kind},
    document::{Key, Node, Value},
};

/// What makes `now` of `base`.
pub(in crate::campaign) fn between(
    mut base: Merged,
    now: &Node,
    diagnostics: &mut Vec<Diagnostic>,
) -> Variation {
    let mut removed: Vec<(Kind, String)> = Vec::new();
    // The posts of a unit go with it.
    let (posts, others): (Vec<Kind>, Vec<Kind>) = Kind::ALL.into_iter().partition(|kind| *kind == Kind::Post);
    for kinds in [others, posts] {
        let gone: Vec<(Kind, String)> = kinds.iter().flat_map(|&kind| gone(kind, &base.node, now)).collect();
        let layer = Layer { texts: Vec::new(), node: empty(now), removals: Some(removals(&gone, now)) };
        base.lay("", layer, diagnostics);
        removed.extend(gone);
    }
    let node = Node { place: now.place, value: Value::Map(changed(map(&base.node), map(now), true)) };
    Variation { changes: Changes { removed, ..Changes::default() }, node }
}

fn empty(at: &Node) -> Node {
    Node { place: at.place, value: Value::Map(Vec::new()) }
}

/// The entries of a kind that are there no more.
fn gone(kind: Kind, base: &Node, now: &Node) -> Vec<(Kind, String)> {
    let ids = items(field(base, kind.section())).iter().filter_map(|entry| identity(kind, entry));
    let gone = ids.filter(|(id, _)| find(kind, id, now).is_none());
    gone.map(|(id, _)| (kind, id.to_owned())).collect()
}

fn removals(gone: &[(Kind, String)], at: &Node) -> Removals {
    let place = at.place;
    let of = |kind: Kind| {
        let own = gone.iter().filter(|(own, _)| *own == kind);
        let value: Vec<Text> = own.map(|(_, id)| Text { value: id.clone(), place }).collect();
        (!value.is_empty()).then_some(Written { value, place })
    };
    Removals {
        at: place,
        units: of(Kind::Unit),
        posts: of(Kind::Post),
        ambassadors: of(Kind::Ambassador),
        neighbourhoods: of(Kind::Neighbourhood),
        themes: of(Kind::Theme),
    }
}

/// The fields of a map that are new or others, and `null` for those that are gone; in the map of the whole file, lists of
/// entries with ids by entry.
fn changed(base: &[(Key, Node)], now: &[(Key, Node)], is_file: bool) -> Vec<(Key, Node)> {
    let mut fields = Vec::new();
    for (key, node) in now {
        let old = base.iter().find(|(own, _)| own.text == key.text).map(|(_, old)| old);
        let kind = Kind::in_section(&key.text).filter(|_| is_file);
        let value = match (old, kind, &node.value) {
            (Some(old), _, _) if alike(old, node) => continue,
            (Some(old), Some(kind), Value::List(entries)) => Value::List(entries_changed(kind, old, entries)),
            (Some(Node { value: Value::Map(old), .. }), None, Value::Map(new)) => {
                Value::Map(changed(old, new, false))
            }
            (_, _, value) => value.clone(),
        };
        fields.push((key.clone(), Node { value, ..*node }));
    }
    let is_gone = |key: &Key| !now.iter().any(|(own, _)| own.text == key.text);
    let gone = base.iter().filter(|(key, node)| is_gone(key) && node.value != Value::Null);
    fields.extend(gone.map(|(key, node)| (key.clone(), Node { value: Value::Null, ..*node })));
    fields
}

/// The entries that are new, and of the others the fields that are.
fn entries_changed(kind: Kind, base: &Node, now: &[Node]) -> Vec<Node> {
    let mut entries = Vec::new();
    for entry in now {
        let old = identity(kind, entry).and_then(|(id, named)| {
            items(Some(base))
                .iter()
                .find(|old| identity(kind, old).is_some_and(|(own, _)| own == id))
                .zip(Some(named))
        });
        let Some((old, named)) = old else {
            entries.push(entry.clone());
            continue;
        };
        let mut fields = changed(map(old), map(entry), false);
        if !fields.is_empty() {
            fields.retain(|(key, _)| key.text != "id");
            fields.insert(0, (Key::new("id", named.place), named.clone()));
            entries.push(Node { value: Value::Map(fields), ..*entry });
        }
    }
    entries
}
