//! Why somebody has no session and why a need is not met: barred by rules, or outweighed.
//!
//! Nothing is left to a post whose people it has all; nothing more is claimed than that without solving again.

use crate::{
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    experience::{
        eligibility::{self, Eligible},
        explanation::{Reason, Shortage, Unplaced},
        roster::Roster,
    },
};
use std::collections::BTreeSet;

/// Who has no session, and why.
pub(super) fn unplaced(domain: &Domain, eligible: &Eligible, roster: &Roster) -> Vec<Unplaced> {
    let placed: BTreeSet<AmbassadorIx> = roster.placements.iter().map(|one| one.ambassador).collect();
    let left = (0..domain.ambassadors.len()).map(AmbassadorIx).filter(|person| !placed.contains(person));
    left.map(|ambassador| {
        let barred = eligible.range_of(ambassador).is_empty();
        let rules = || eligibility::refusals_of_ambassador(domain, ambassador);
        Unplaced { ambassador, reason: if barred { Reason::Barred(rules()) } else { Reason::Outweighed } }
    })
    .collect()
}

/// Which posts have fewer people than they want, and why.
pub(super) fn shortages(domain: &Domain, eligible: &Eligible, roster: &Roster) -> Vec<Shortage> {
    let willing: BTreeSet<(PostIx, AmbassadorIx)> = eligible
        .pairs
        .iter()
        .map(|&(ambassador, session)| (domain.session(session).post, ambassador))
        .collect();
    let posts = (0..domain.posts.len()).map(PostIx);
    posts
        .filter_map(|post| {
            let there = roster.placements.iter().filter(|one| one.post == post);
            let placed = u32::try_from(there.clone().count()).unwrap_or(u32::MAX);
            let need = domain.post(post).need;
            let people: BTreeSet<AmbassadorIx> = there.map(|one| one.ambassador).collect();
            let others = willing
                .range((post, AmbassadorIx(0))..=(post, AmbassadorIx(usize::MAX)))
                .filter(|(_, ambassador)| !people.contains(ambassador));
            let reason = match others.count() {
                0 => Reason::Barred(eligibility::refusals_at_post(domain, post)),
                _ => Reason::Outweighed,
            };
            (placed < need).then_some(Shortage { post, need, placed, reason })
        })
        .collect()
}
