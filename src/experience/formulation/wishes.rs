//! The level `wishes`, or one level per rank.

use crate::{
    domain::{
        places::SessionIx,
        rules::{Priority, WishPolicy},
    },
    experience::{formulation::draft::Draft, level::Level},
    lp::{Sense, Terms},
};

/// Wishes come true.
///
/// A session at the n-th wish costs n − 1, one that no wish holds costs L, the longest list of all.
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
        let person = domain.ambassador(ambassador);
        let cost = |session: SessionIx| {
            let number = person.wish_number(*domain.session(session));
            i64::from(number.map_or(domain.longest_wishes, |number| number - 1))
        };
        costs.extend(draft.visits(ambassador).map(|(session, column)| (column, cost(session))));
    }
    costs
}
