//! Scenarios: campaign files that extend another, laid one over the other before anything of them is looked at.
//!
//! In: a file of [`Sources`]. Out: [`Merged`], one tree in which every word stands where it was written: errors
//! point into the file of the base or of the scenario. First the files of the [`chain`], then for each scenario
//! its entries over the base ([`laying`]), and out of it what it removes, with whatever named that ([`removal`]).

mod chain;
mod entries;
mod falling;
mod laying;
mod removal;

use crate::{
    diagnostic::{Diagnostic, overlay::Changes},
    document::Node,
    source::{FileId, Place, Sources},
};
use std::collections::BTreeSet;

/// A campaign without `extends` and `remove`.
#[derive(Debug, Clone)]
pub(super) struct Merged {
    /// The tree.
    pub(super) node: Node,
    /// Wishes for posts that a scenario removed. They stay in their lists, so that the others keep their number.
    pub(super) fallen_wishes: BTreeSet<Place>,
    /// What the file does to its base, if it extends one.
    pub(super) changes: Option<Changes>,
}

/// The campaign in a file with everything that it extends; `None` where one of the files cannot be read.
pub(super) fn read(sources: &mut Sources, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> Option<Merged> {
    let mut layers = chain::read(sources, file, diagnostics)?.into_iter();
    let base = layers.next()?;
    let mut below = base.file;
    let mut merged = Merged { node: base.node, fallen_wishes: BTreeSet::new(), changes: None };
    for layer in layers {
        let mut changes = Changes { base: sources.name(below).to_owned(), ..Changes::default() };
        let removals = removal::resolve(&merged.node, layer.removals.as_ref(), &layer.node, diagnostics);
        changes.removed = removals.iter().map(|removal| (removal.kind, removal.id.clone())).collect();
        laying::lay(&mut merged.node, layer.node, &mut changes, diagnostics);
        let fallen = falling::take_out(&mut merged.node, removals, layer.file, diagnostics);
        merged.fallen_wishes.extend(fallen);
        merged.changes = Some(changes);
        below = layer.file;
    }
    Some(merged)
}
