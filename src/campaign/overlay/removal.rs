//! What a scenario removes, found in its base.

use crate::{
    campaign::{
        overlay::{
            entries::{self, field, identity, items, map},
            naming::{Shared, naming},
        },
        schema::Removals,
        written::Texts,
    },
    diagnostic::{
        Diagnostic,
        naming::Named,
        nearest::Dictionary,
        overlay::Overlay,
        reference::{Kind, Reference},
    },
    document::{Node, Value},
    source::Place,
};
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

/// An entry of the base to be taken out.
pub(super) struct Removal {
    /// What it is.
    pub(super) kind: Kind,
    /// Its id.
    pub(super) id: String,
    /// Where the scenario names it.
    pub(super) place: Place,
}

/// The entries that `removals` names, and all of a section that the scenario takes away with `null`; what the base does
/// not have is reported, and what the scenario changes too.
pub(super) fn resolve(
    base: &Node,
    removals: Option<&Removals>,
    scenario: &Node,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Removal> {
    let mut found = Vec::new();
    for kind in Kind::ALL {
        let entries =
            |root| items(field(root, kind.section())).iter().filter_map(|entry| identity(kind, entry));
        let mut dictionary = None;
        let naming = naming(kind, base);
        let known: BTreeSet<&str> = entries(base).map(|(id, _)| id).collect();
        let mut named: BTreeMap<&str, Place> = entries(scenario).map(|(id, node)| (id, node.place)).collect();
        let taken_away = map(scenario).iter().find(|(key, _)| key.text == kind.section());
        if let Some((key, _)) = taken_away.filter(|(_, node)| node.value == Value::Null) {
            for id in &known {
                named.insert(id, key.place);
                found.push(Removal { kind, id: (*id).to_owned(), place: key.place });
            }
        }
        for word in removals.and_then(|removals| words(removals, kind)).iter().flat_map(|list| &list.value) {
            let written = word.words().to_owned();
            let id = match naming.named(&written) {
                Named::One(position) => naming.entries()[position].id.as_str(),
                Named::Several(bearers) => {
                    let shared = Shared { kind, word: written, place: word.place, bearers };
                    diagnostics.push(shared.problem(base));
                    continue;
                }
                Named::Nobody => {
                    let words = || Dictionary::of(entries::words(kind, items(field(base, kind.section()))));
                    let similar = dictionary.get_or_insert_with(words).nearest(&written);
                    let similar = similar.map(|id| (*id).to_owned());
                    let problem = Overlay::NothingToRemove { kind, id: written, similar };
                    diagnostics.push(Diagnostic::at(word.place, problem.into()));
                    continue;
                }
            };
            match named.entry(id) {
                Entry::Occupied(earlier) => {
                    let problem = Reference::NamedTwice { word: written };
                    diagnostics.push(Diagnostic::at(word.place, problem.into()).related_to(*earlier.get()));
                }
                Entry::Vacant(free) => {
                    free.insert(word.place);
                    found.push(Removal { kind, id: id.to_owned(), place: word.place });
                }
            }
        }
    }
    found
}

fn words(removals: &Removals, kind: Kind) -> Option<&Texts> {
    match kind {
        Kind::Unit => removals.units.as_ref(),
        Kind::Post => removals.posts.as_ref(),
        Kind::Ambassador => removals.ambassadors.as_ref(),
        Kind::Neighbourhood => removals.neighbourhoods.as_ref(),
        Kind::Theme => removals.themes.as_ref(),
    }
}
