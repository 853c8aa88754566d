//! The plans before a plan, and the campaigns to which they belong, as far as they are still there.
//!
//! In: where a plan lies and which one it says it mends. Out: nodes and campaigns. An earlier plan is taken only where
//! it is still the same.

use crate::{
    document::Node,
    domain::Domain,
    pipeline::read,
    plan::{
        Mends,
        earlier::digest,
        saved::{self, Saved},
    },
    source::Sources,
};
use std::path::{Path, PathBuf};

/// The plan that a plan mends; `None` where it is gone or was changed since.
pub(super) fn mended(sources: &mut Sources, plan: &Path, mends: &Mends) -> Option<(PathBuf, Node)> {
    let path = beside(plan, &mends.file);
    let (file, root) = saved::open(sources, &path).ok()?;
    (digest(sources.text(file)) == mends.digest).then_some((path, root))
}

/// The campaigns of all plans before a plan that can be found, the latest first.
pub fn campaigns(plan: &Path, mends: Option<&Mends>) -> Vec<Domain> {
    let mut found = Vec::new();
    let mut next = mends.map(|mends| (plan.to_owned(), mends.clone()));
    // It ends, for no text can hold its own digest.
    while let Some((plan, mends)) = next {
        let earlier = mended(&mut Sources::default(), &plan, &mends);
        let earlier = earlier.and_then(|(path, root)| Some((path, saved::read(&root).ok()?)));
        found.extend(earlier.iter().filter_map(|(path, saved)| campaign(path, saved)));
        next = earlier.and_then(|(path, saved)| Some((path, saved.mends?)));
    }
    found
}

/// The campaign of a plan as it stands now, where it is sound.
pub fn campaign(plan: &Path, saved: &Saved) -> Option<Domain> {
    read(&mut Sources::default(), &beside(plan, &saved.campaign.file)).campaign.map(|sound| sound.domain)
}

fn beside(plan: &Path, file: &str) -> PathBuf {
    plan.parent().unwrap_or(Path::new("")).join(file)
}
