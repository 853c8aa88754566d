//! Scenarios: campaign files that extend another, laid one over the other before anything of them is looked at.
//!
//! In: a file of [`Sources`]. Out: [`Merged`], one tree in which every word stands where it was written: errors
//! point into the file of the base or of the scenario. First the files of the [`chain`], then for each scenario
//! its entries over those of the base that they mean ([`recognition`], [`overriding`]), and out of it what it removes
//! ([`removal`]), with whatever named that ([`dependents`]). Names become ids before and after ([`naming`]).

pub(super) mod chain;
mod dependents;
pub(super) mod difference;
pub(super) mod entries;
mod naming;
mod overriding;
mod recognition;
mod removal;
mod variation;

use crate::{
    campaign::change::{Change, Variation},
    diagnostic::{Diagnostic, overlay::Changes},
    document::Node,
    source::{FileId, Place, Sources},
};
use chain::Layer;
use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

/// A campaign without `extends` and `remove`.
#[derive(Debug, Clone)]
pub(super) struct Merged {
    /// The tree.
    pub(super) node: Node,
    /// Wishes for posts that a scenario removed. They stay in their lists, so that the others keep their number.
    pub(super) fallen_wishes: BTreeSet<Place>,
    /// What the file does to its base, if it extends one.
    pub(super) changes: Option<Changes>,
    /// What was changed beyond the file.
    pub(super) variation: Option<Variation>,
}

/// The campaign in a file with everything that it extends, and changes laid over that; `None` where one of the files
/// cannot be read.
pub(super) fn read(
    sources: &mut Sources,
    file: FileId,
    changes: &[Change],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Merged> {
    let mut layers = chain::read(sources, file, diagnostics)?.into_iter();
    let base = layers.next()?;
    let mut below = base.texts;
    let fallen_wishes = BTreeSet::new();
    let mut merged = Merged { node: base.node, fallen_wishes, changes: None, variation: None };
    // The words of a base mean its own entries, whatever a scenario calls these or adds to them.
    let mut shared = naming::put_into_ids(&mut merged.node);
    for layer in layers {
        let name = below.first().map(|&file| sources.name(file).to_owned()).unwrap_or_default();
        below.clone_from(&layer.texts);
        merged.changes = Some(merged.lay(&name, layer, diagnostics));
        shared = naming::put_into_ids(&mut merged.node);
    }
    if let Some(varying) = variation::resolve(sources, &merged.node, changes, diagnostics) {
        let texts = changes.iter().map(|change| change.words).collect();
        let (name, node) = (sources.name(file).to_owned(), varying.node.clone());
        let layer = Layer { texts, node: varying.node, removals: Some(varying.removals) };
        let changes = merged.lay(&name, layer, diagnostics);
        merged.variation = Some(Variation { changes, node });
        shared = naming::put_into_ids(&mut merged.node);
    }
    diagnostics.extend(shared);
    Some(merged)
}

impl Merged {
    /// Lays a scenario over the tree and takes out what it removes.
    fn lay(&mut self, base: &str, layer: Layer, diagnostics: &mut Vec<Diagnostic>) -> Changes {
        let Layer { texts, mut node, removals } = layer;
        recognition::recognize(&self.node, &mut node, diagnostics);
        let mut changes = Changes { base: without_detours(base), ..Changes::default() };
        let removals = removal::resolve(&self.node, removals.as_ref(), &node, diagnostics);
        changes.removed = removals.iter().map(|removal| (removal.kind, removal.id.clone())).collect();
        overriding::lay(&mut self.node, node, &mut changes, diagnostics);
        self.fallen_wishes.extend(dependents::take_out(&mut self.node, removals, &texts, diagnostics));
        changes
    }
}

/// A path as it is shown: without the folders that `..` leaves again.
fn without_detours(path: &str) -> String {
    let mut shown = PathBuf::new();
    for component in Path::new(path).components() {
        let leaves = component == Component::ParentDir
            && matches!(shown.components().next_back(), Some(Component::Normal(_)));
        if leaves {
            shown.pop();
        } else {
            shown.push(component);
        }
    }
    shown.display().to_string()
}
