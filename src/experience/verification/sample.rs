//! Rosters for the tests of the rules, over the campaign of [`domain::sample`](crate::domain::sample).

use super::{Subject, violations};
use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::PostIx,
        sample::{date, hours},
    },
    experience::{
        roster::{Placement, Roster},
        rule::Rule,
    },
};

/// An ambassador at a post on a day of October 2018, by their indices.
pub(in crate::experience) fn placed(ambassador: usize, post: usize, day: u32) -> Placement {
    Placement {
        date: date(day),
        post: PostIx(post),
        hours: hours(9, 17),
        ambassador: AmbassadorIx(ambassador),
    }
}

/// What a roster of these placements breaks, each at the first shift of its post.
pub(super) fn broken(domain: &Domain, placements: &[Placement]) -> Vec<(Rule, Vec<usize>, Subject)> {
    let placements =
        placements.iter().map(|one| Placement { hours: domain.post(one.post).shifts[0], ..*one }).collect();
    violations(domain, &Roster { placements })
        .into_iter()
        .map(|violation| (violation.rule, violation.entries, violation.subject))
        .collect()
}
