//! The plans before a plan, and the campaigns to which they belong, as far as they are still there.
//!
//! In: where a plan lies and which one it says it mends. Out: plans and campaigns. An earlier plan is taken only where
//! it is still the same.

use crate::{
    domain::Domain,
    pipeline::read,
    plan::{
        Mends,
        saved::{self, PlanFile, SavedPlan},
    },
    source::Sources,
};
use std::path::{Path, PathBuf};

/// The plan that a plan mends, and where it lies; `None` where it is gone or was changed since.
pub(super) fn mended(sources: &mut Sources, plan: &Path, mends: &Mends) -> Option<(PathBuf, PlanFile)> {
    let path = beside(plan, &mends.file);
    let file = saved::open(sources, &path).ok()?;
    (file.digest == mends.digest).then_some((path, file))
}

/// The campaigns of all plans before a plan that can be found, the latest first.
pub fn campaigns(plan: &Path, mends: Option<&Mends>) -> Vec<Domain> {
    let mut found = Vec::new();
    let mut next = mends.map(|mends| (plan.to_owned(), mends.clone()));
    // It ends, for no text can hold its own digest.
    while let Some((plan, mends)) = next {
        let earlier = mended(&mut Sources::default(), &plan, &mends);
        found.extend(earlier.iter().filter_map(|(path, file)| campaign(path, &file.saved)));
        next = earlier.and_then(|(path, file)| Some((path, file.saved.mends?)));
    }
    found
}

/// The campaign of a plan as it stands now, where it is valid.
pub fn campaign(plan: &Path, saved: &SavedPlan) -> Option<Domain> {
    read(&mut Sources::default(), &beside(plan, &saved.campaign.file))
        .campaign
        .map(|campaign| campaign.domain)
}

/// Where a file lies that a plan names from its own folder.
pub fn beside(plan: &Path, file: &str) -> PathBuf {
    plan.parent().unwrap_or(Path::new("")).join(file)
}
