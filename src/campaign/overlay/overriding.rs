//! The entries of a scenario laid over those of its base.
//!
//! Maps merge; `null` takes the base's value away; entries with ids change the fields that they name; scalars and
//! all other lists stand in the stead of the base's.

use crate::{
    campaign::overlay::entries::{alike, identity, items, word},
    diagnostic::{
        Diagnostic,
        overlay::{Changes, Field, FieldChange},
        reference::{Kind, Reference},
    },
    document::{Key, Node, Value},
};
use std::collections::BTreeMap;

/// A new map of so many keys is told key by key, a larger one as a whole.
const MOST_TOLD: usize = 3;

/// Lays a scenario over its base and notes what changes.
pub(super) fn lay(base: &mut Node, scenario: Node, changes: &mut Changes, diagnostics: &mut Vec<Diagnostic>) {
    let (Value::Map(base), Value::Map(entries)) = (&mut base.value, scenario.value) else { return };
    for (key, node) in entries {
        match (Kind::in_section(&key.text), node) {
            (Some(kind), Node { value: Value::List(written), place }) => {
                let empty = Node { place, value: Value::List(Vec::new()) };
                if let Some(list) = list_behind(base, key, empty) {
                    lay_entries(kind, list, written, changes, diagnostics);
                }
            }
            // Each entry of such a section is removed, with whatever names it.
            (Some(_), Node { value: Value::Null, .. }) => base.retain(|(own, _)| own.text != key.text),
            (_, node) => lay_field(base, key, node, "", &mut changes.settings),
        }
    }
}

/// The list behind a key of the base; `empty` where there is none yet. Something else there is a fault of the base.
fn list_behind(base: &mut Vec<(Key, Node)>, key: Key, empty: Node) -> Option<&mut Vec<Node>> {
    let position = base.iter().position(|(own, _)| own.text == key.text);
    let position = position.unwrap_or_else(|| {
        base.push((key, empty.clone()));
        base.len() - 1
    });
    let node = &mut base[position].1;
    if node.value == Value::Null {
        *node = empty;
    }
    if let Value::List(items) = &mut node.value { Some(items) } else { None }
}

fn lay_entries(
    kind: Kind,
    base: &mut Vec<Node>,
    written: Vec<Node>,
    changes: &mut Changes,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut known = BTreeMap::new();
    for (position, entry) in base.iter().enumerate() {
        if let Some((id, _)) = identity(kind, entry) {
            known.entry(id.to_owned()).or_insert(position);
        }
    }
    let mut first = BTreeMap::new();
    for entry in written {
        let Some((id, named)) = identity(kind, &entry).map(|(id, node)| (id.to_owned(), node.place)) else {
            base.push(entry);
            continue;
        };
        if let Some(&earlier) = first.get(&id) {
            let problem = Reference::DuplicateId { kind, id };
            diagnostics.push(Diagnostic::at(named, problem.into()).related_to(earlier));
            continue;
        }
        first.insert(id.clone(), named);
        let Some(&position) = known.get(&id) else {
            changes.added.push((kind, id));
            base.push(entry);
            continue;
        };
        let mut fields = Vec::new();
        if let (Value::Map(base), Value::Map(entries)) = (&mut base[position].value, entry.value) {
            lay_map(base, entries, "", &mut fields);
        }
        fields.retain(|field: &Field| field.path != "id");
        if !fields.is_empty() {
            changes.changed.push((kind, id, fields));
        }
    }
}

fn lay_map(base: &mut Vec<(Key, Node)>, entries: Vec<(Key, Node)>, above: &str, fields: &mut Vec<Field>) {
    for (key, node) in entries {
        lay_field(base, key, node, above, fields);
    }
}

fn lay_field(base: &mut Vec<(Key, Node)>, key: Key, node: Node, above: &str, fields: &mut Vec<Field>) {
    let path = if above.is_empty() { key.text.clone() } else { format!("{above}.{}", key.text) };
    let known = base.iter().any(|(own, _)| own.text == key.text);
    let few = matches!(&node.value, Value::Map(entries) if (1..=MOST_TOLD).contains(&entries.len()));
    if !known && few {
        base.push((key.clone(), Node { place: node.place, value: Value::Map(Vec::new()) }));
    }
    let Some(old) = base.iter_mut().find(|(own, _)| own.text == key.text) else {
        if node.value != Value::Null {
            fields.push(Field { path, change: FieldChange::New, from: None, to: words(&node) });
        }
        base.push((key, node));
        return;
    };
    // Words that stay the same keep their place in the base.
    if alike(&old.1, &node) {
        return;
    }
    let change = change(&old.1, &node);
    match (&mut old.1.value, node) {
        (Value::Map(inner), Node { value: Value::Map(entries), .. }) => {
            lay_map(inner, entries, &path, fields);
        }
        (_, node) => {
            let (from, to) = (words(&old.1), words(&node));
            fields.push(Field { path, change, from, to });
            *old = (key, node);
        }
    }
}

fn words(node: &Node) -> Option<String> {
    word(node).map(str::to_owned)
}

fn change(old: &Node, new: &Node) -> FieldChange {
    match (&old.value, &new.value) {
        (Value::Null, _) => FieldChange::New,
        (_, Value::Null) => FieldChange::TakenAway,
        (Value::List(_), _) => FieldChange::Replaced { entries: items(Some(old)).len() },
        _ => FieldChange::Other,
    }
}
