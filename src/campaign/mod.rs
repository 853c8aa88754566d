//! The campaign file as written: every field with its place, nothing yet resolved.
//!
//! In: a file of [`Sources`]. Out: [`Campaign`], or the diagnostics that say why not. A scenario is laid over its
//! base first, each with its keys seen to (`spelling`) and written out (`shorthand`); then the way goes from nodes to fields in one walk ([`fields`])
//! against the list of all entries ([`schema`]).

pub mod change;
pub mod digest;
pub mod fields;
pub mod folding;
mod overlay;
pub mod range;
pub mod schema;
mod shorthand;
mod spelling;
pub mod workbook;
pub mod written;

use crate::{
    diagnostic::{Diagnostic, overlay::Changes},
    document::Node,
    source::{FileId, Place, Sources},
};
use change::{Change, Variation};
use overlay::Merged;
use std::collections::BTreeSet;

/// A campaign as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// The file's entries.
    pub file: schema::File,
    /// `sha256:` and the digest of what decides about plans.
    pub digest: String,
    /// The same of all that is printed too.
    pub words: String,
    /// Where wishes stand whose post a scenario removed: they count for the numbers of the others, and for nothing else.
    pub fallen_wishes: BTreeSet<Place>,
    /// What the file does to the campaign that it extends, if it is a scenario.
    pub changes: Option<Changes>,
    /// What was changed beyond the file.
    pub variation: Option<Variation>,
    /// Every problem of its form: they go with it, so that nobody takes what could be read for the whole.
    pub diagnostics: Vec<Diagnostic>,
}

/// The tree of one file alone, without what it extends; `None` where it holds no campaign at all. Every problem of its form
/// is added.
pub fn tree(sources: &Sources, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> Option<Node> {
    overlay::chain::root(sources, file, diagnostics)
}

/// The campaign in a file, with what it extends.
///
/// # Errors
/// Every problem of its form, where too little can be read to look at its values.
pub fn read(sources: &mut Sources, file: FileId) -> Result<Campaign, Vec<Diagnostic>> {
    read_varied(sources, file, &[])
}

/// The campaign in a file with changes laid over it, in the same way.
///
/// # Errors
/// Those of [`read`].
pub fn read_varied(
    sources: &mut Sources,
    file: FileId,
    changes: &[Change],
) -> Result<Campaign, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let Some(merged) = overlay::read(sources, file, changes, &mut diagnostics) else {
        return Err(diagnostics);
    };
    let Merged { node, fallen_wishes, changes, variation } = merged;
    let (digest, words) = (digest::digest(&node), digest::digest_with_words(&node));
    match fields::entry(node, &mut diagnostics) {
        Ok(file) => Ok(Campaign { file, digest, words, fallen_wishes, changes, variation, diagnostics }),
        Err(_) => Err(diagnostics),
    }
}
