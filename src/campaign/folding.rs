//! Scenarios that earlier repairs wrote and a further change, folded into one scenario over what is below them.
//!
//! In: the file at the top of a chain and changes over it. Out: the file that is left at the bottom, and the one
//! [`Variation`] that makes the same of it. A file is folded only where its text is what this program would write, so that
//! no remark and nothing that people wrote by hand is lost.

use crate::{
    campaign::{
        change::{Change, Variation},
        overlay::{self, Merged, chain, difference, entries::alike},
    },
    document::{self, writing},
    source::{FileId, Sources},
};
use std::path::{Path, PathBuf};

/// The file that is left, and what makes the same of it; `None` where there is nothing to fold. A text that begins with
/// one of the remarks was written by a repair.
pub fn folded(
    sources: &mut Sources,
    file: &Path,
    changes: &[Change],
    remarks: &[String],
) -> Option<(PathBuf, Variation)> {
    let top = sources.open(file).ok()?;
    let mut diagnostics = Vec::new();
    let layers = chain::read(sources, top, &mut diagnostics)?;
    let files: Vec<FileId> = layers.iter().filter_map(|layer| layer.texts.first().copied()).collect();
    let own = files.iter().rev().take_while(|&&file| is_own(sources, file, remarks)).count();
    // Even the file at the very bottom may begin like one.
    let left = *files.get(files.len().checked_sub(own + 1)?).filter(|_| own > 0)?;
    let base = overlay::read(sources, left, &[], &mut diagnostics)?;
    let now = overlay::read(sources, top, changes, &mut diagnostics)?;
    let variation = difference::between(base, &now.node, &mut diagnostics);
    Some((sources.path(left)?.to_owned(), variation))
}

/// Whether a text that is to stand at a path says the same campaign as a file with changes.
pub fn same(sources: &mut Sources, file: &Path, changes: &[Change], path: &Path, text: &str) -> bool {
    let mut written = Sources::default();
    let one = written.add_at(path, text.to_owned());
    let one = overlay::read(&mut written, one, &[], &mut Vec::new());
    let other = sources.open(file).ok();
    let other = other.and_then(|other| overlay::read(sources, other, changes, &mut Vec::new()));
    let fallen = |merged: &Merged, sources: &Sources| {
        let mut words: Vec<String> =
            merged.fallen_wishes.iter().map(|place| sources.slice(*place).to_owned()).collect();
        words.sort_unstable();
        words
    };
    one.zip(other).is_some_and(|(one, other)| {
        alike(&one.node, &other.node) && fallen(&one, &written) == fallen(&other, sources)
    })
}

/// Whether a file is as a repair writes it.
fn is_own(sources: &Sources, file: FileId, remarks: &[String]) -> bool {
    let text = sources.text(file);
    let rest = remarks.iter().find_map(|remark| text.strip_prefix(remark.as_str()));
    let node = || document::reading::read(sources, file).0;
    rest.is_some_and(|rest| node().is_some_and(|node| writing::text(&node) == rest))
}
