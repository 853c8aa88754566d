//! Entries of a scenario that bear the name of one of its base, and no id: they are meant to change that one.
//!
//! In: the tree of the base and that of the scenario. Out: the latter with the id in the stead of such a name, said of each.

use crate::{
    campaign::overlay::{
        entries::{field, items, items_mut, name_key, word},
        naming::{Shared, naming},
    },
    diagnostic::{
        Diagnostic,
        naming::{Named, Naming},
        overlay::Overlay,
        reference::Kind,
    },
    document::{Key, Node, Value},
};

/// Gives ids to what a scenario calls by name; a name that several entries of the base bear is reported.
pub(super) fn recognize(base: &Node, scenario: &mut Node, diagnostics: &mut Vec<Diagnostic>) {
    let units = naming(Kind::Unit, base);
    for kind in Kind::ALL {
        let naming = naming(kind, base);
        let Some(entries) = items_mut(scenario, kind.section()) else { continue };
        // An entry that may be any of several is none, so that nothing is missed in it.
        entries.retain_mut(|entry| {
            let Some(found) = bearers(kind, entry, base, [&naming, &units]) else { return true };
            let Some((key, node)) = calling(kind, entry) else { return true };
            let name = word(node).unwrap_or_default().to_owned();
            let [position] = found[..] else {
                let shared = Shared { kind, word: name, place: node.place, bearers: found };
                diagnostics.push(shared.problem(base));
                return false;
            };
            let id = naming.entries()[position].id.clone();
            let problem = Overlay::ChangesByName { kind, name, id: id.clone() };
            diagnostics.push(Diagnostic::at(node.place, problem.into()));
            "id".clone_into(&mut key.text);
            node.value = Value::Scalar { text: id, plain: false };
            true
        });
    }
}

/// What an entry is called by: its id, or else its name.
fn calling(kind: Kind, entry: &mut Node) -> Option<(&mut Key, &mut Node)> {
    let Value::Map(fields) = &mut entry.value else { return None };
    let has = |key: &str| fields.iter().position(|(own, node)| own.text == key && word(node).is_some());
    let position = has("id").or_else(|| has(name_key(kind)))?;
    fields.get_mut(position).map(|(key, node)| (key, node))
}

/// The entries of the base that an entry names without having the id of one; `None` where it is a new one.
fn bearers(kind: Kind, entry: &Node, base: &Node, [naming, units]: [&Naming; 2]) -> Option<Vec<usize>> {
    let id = field(entry, "id").and_then(word);
    let name = field(entry, name_key(kind)).and_then(word);
    // An id of its own beside a name makes a new entry.
    let called = if id.is_some() && name.is_some() { None } else { id.or(name) }?;
    if naming.with_id(called).is_some() {
        return None;
    }
    let found = match naming.named(called) {
        Named::One(position) => vec![position],
        Named::Several(positions) => positions,
        Named::Nobody => return None,
    };
    let Some(unit) = field(entry, "unit").filter(|_| kind == Kind::Post).and_then(word) else {
        return Some(found);
    };
    // A post of this name at another unit is another post.
    let posts = items(field(base, kind.section()));
    let unit = units.named(unit);
    let at = |position: &usize| match &unit {
        Named::One(unit) => {
            field(&posts[*position], "unit").and_then(word) == Some(&units.entries()[*unit].id)
        }
        Named::Several(_) | Named::Nobody => false,
    };
    Some(found.into_iter().filter(at).collect()).filter(|found: &Vec<usize>| !found.is_empty())
}
