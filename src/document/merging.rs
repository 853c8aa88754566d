//! Merge keys resolved and equal keys reported.

use crate::{
    diagnostic::{Diagnostic, syntax::Syntax},
    document::{Key, Node, Value},
};
use std::collections::BTreeSet;

/// The entries of one map: `<<` replaced by what it names, where the map does not say it itself; of equal keys
/// the first is kept.
pub(super) fn resolve(entries: Vec<(Key, Node)>, diagnostics: &mut Vec<Diagnostic>) -> Vec<(Key, Node)> {
    let (own, merged): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(key, _)| key.text != "<<");
    let mut entries = without_repeated(own, diagnostics);
    if merged.is_empty() {
        return entries;
    }
    let mut known: BTreeSet<String> = entries.iter().map(|(key, _)| key.text.clone()).collect();
    for (key, node) in merged {
        let maps = match node.value {
            Value::List(items) => items,
            _ => vec![node],
        };
        for map in maps {
            let Value::Map(inherited) = map.value else {
                diagnostics.push(Diagnostic::at(key.place, Syntax::MergeOfNoMap.into()));
                continue;
            };
            entries.extend(inherited.into_iter().filter(|(key, _)| known.insert(key.text.clone())));
        }
    }
    entries
}

fn without_repeated(entries: Vec<(Key, Node)>, diagnostics: &mut Vec<Diagnostic>) -> Vec<(Key, Node)> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|&position| (entries[position].0.text.as_str(), position));
    let mut repeated = BTreeSet::new();
    for equal in order.chunk_by(|&one, &other| entries[one].0.text == entries[other].0.text) {
        for &position in &equal[1..] {
            let (key, first) = (&entries[position].0, &entries[equal[0]].0);
            let problem = Syntax::RepeatedKey { key: key.text.clone() };
            diagnostics.push(Diagnostic::at(key.place, problem.into()).related_to(first.place));
            repeated.insert(position);
        }
    }
    if repeated.is_empty() {
        return entries;
    }
    let kept = entries.into_iter().enumerate().filter(|(position, _)| !repeated.contains(position));
    kept.map(|(_, entry)| entry).collect()
}
