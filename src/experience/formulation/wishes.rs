//! The level `wishes`, or one level per rank.

use crate::{
    domain::rules::{Priority, WishPolicy},
    experience::{formulation::draft::Draft, level::Level},
    lp::{Sense, Terms},
};

/// Wishes come true.
///
/// The n-th wish costs n − 1, a post not wished for costs L, the longest list of all.
/// `total`: min Σ cost · x. `greedy`: *for each* rank n from 1 to L, max Σ of x over n-th wishes.
/// `generous`: *for each* rank n from 1 to L, min Σ of x over placements that cost L + 1 − n
pub(super) fn wishes(draft: &mut Draft<'_, '_>) {
    let costs = costs(draft);
    let longest = draft.domain.longest_wishes;
    let policy = draft.domain.rules.wishes;
    let model = &mut draft.model;
    let sense = match policy {
        WishPolicy::Total => {
            model.add_level(Level::Priority(Priority::Wishes), Sense::Min, costs, 0);
            return;
        }
        WishPolicy::Greedy => Sense::Max,
        WishPolicy::Generous => Sense::Min,
    };
    for rank in 1..=longest {
        let ranked = i64::from(if sense == Sense::Max { rank - 1 } else { longest + 1 - rank });
        let terms =
            costs.iter().filter(|&&(_, cost)| cost == ranked).map(|&(column, _)| (column, 1)).collect();
        model.add_level(Level::Wish(rank), sense, terms, 0);
    }
}

/// What each placement costs.
fn costs(draft: &Draft<'_, '_>) -> Terms {
    let domain = draft.domain;
    let mut costs = Terms::with_capacity(draft.eligible.pairs.len());
    for ambassador in draft.everybody() {
        let mut at_post = vec![i64::from(domain.longest_wishes); domain.posts.len()];
        for wish in &domain.ambassador(ambassador).wishes {
            at_post[wish.post.0] = i64::from(wish.number) - 1;
        }
        let visits = draft.visits(ambassador);
        costs.extend(visits.map(|(session, column)| (column, at_post[domain.session(session).post.0])));
    }
    costs
}
