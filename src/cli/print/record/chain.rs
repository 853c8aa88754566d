//! Where a plan stands among those that were printed into a folder.
//!
//! In: what folders know. Out: whether a plan is an old one there, the SEQUENCE of its calendars, and which of the plans
//! before it were printed at all.

use crate::cli::print::record::{PrintedPlan, Record};
use std::collections::BTreeSet;

impl Record {
    /// The plan in the folder that makes this one an old one: it comes of mending it, or mends another while this one
    /// is made anew.
    pub fn newer(&self, plan: &PrintedPlan, is_saved: bool) -> Option<&PrintedPlan> {
        let comes_of_it = |one: &&PrintedPlan| one.mended.contains(&plan.digest);
        let mends = |one: &&PrintedPlan| !is_saved && one.revision > 0;
        self.of(&plan.key).filter(|one| comes_of_it(one) || mends(one))
    }

    /// The plan of a campaign that was printed last.
    pub fn of(&self, key: &str) -> Option<&PrintedPlan> {
        self.plans.iter().find(|one| one.key == key)
    }

    /// The least SEQUENCE of a plan's calendars, so that they win over those of this folder that say something else.
    pub fn sequence(&self, plan: &PrintedPlan) -> u32 {
        match self.of(&plan.key) {
            Some(there) if there.state() == plan.state() => there.sequence,
            Some(there) if there.sequence >= plan.sequence => there.sequence.saturating_add(1),
            _ => plan.sequence,
        }
    }

    /// The same of calendars that go into another folder: those here that come of mending the plan go on to win.
    pub fn sequence_elsewhere(&self, plan: &PrintedPlan) -> u32 {
        let is_newer = self.of(&plan.key).is_some_and(|there| there.mended.contains(&plan.digest));
        if is_newer { plan.sequence } else { self.sequence(plan) }
    }

    /// The digests of all plans of a campaign that were printed into the folder; `None` where that is not known.
    pub(super) fn digests(&self, key: &str) -> Option<BTreeSet<String>> {
        if self.is_damaged() {
            return None;
        }
        let Some(last) = self.of(key) else { return Some(BTreeSet::new()) };
        let mut all = last.earlier.clone()?;
        all.insert(last.digest.clone());
        Some(all)
    }

    /// Which of the plans before this one in its chain were printed into folders, by how many stand before each. `None` where that is
    /// not known: nothing was printed there, or plans that the chain does not know.
    pub fn printed_revisions(folders: [&Self; 2], plan: &PrintedPlan) -> Option<BTreeSet<u32>> {
        let mut digests = BTreeSet::new();
        for folder in folders {
            digests.extend(folder.digests(&plan.key)?);
        }
        digests.remove(&plan.digest);
        let is_whole = u32::try_from(plan.mended.len()).is_ok_and(|mended| mended == plan.revision);
        let revision = |digest: &String| {
            let at = plan.mended.iter().position(|mended| mended == digest)?;
            u32::try_from(at).ok()
        };
        let revisions: Option<BTreeSet<u32>> = digests.iter().map(revision).collect();
        revisions.filter(|revisions| is_whole && !revisions.is_empty())
    }
}
