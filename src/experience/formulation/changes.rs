//! The levels `restored` and `changes`, and what no longer changes: only where an earlier plan is mended.

use crate::{
    domain::people::AmbassadorIx,
    experience::{
        formulation::{
            draft::Draft,
            subject::{About, Family},
        },
        level::Level,
        roster::{Placement, Previous},
    },
    lp::{ColumnIx, Sense, Terms},
    planning::model::count,
};

/// Whoever lost sessions by the change itself gets others before anybody who came late.
///
/// max Σ x\[a,s\] over the eligible pairs of these people that the earlier plan had not
pub(super) fn restored(draft: &mut Draft<'_, '_>) {
    let Some(previous) = draft.previous.filter(|previous| previous.seeks_restored()) else { return };
    let terms: Terms = placements(draft)
        .filter(|(_, placement)| previous.restores(placement))
        .map(|(column, _)| (column, 1))
        .collect();
    draft.model.add_level(Level::Restored, Sense::Max, terms, 0);
}

/// Nobody gets more in their stead than he or she lost.
///
/// *for each* ambassador a who lost k sessions by the change itself: Σ x\[a,s\] over those that a had not ≤ k
pub(super) fn no_more_than_lost(draft: &mut Draft<'_, '_>) {
    let Some(previous) = draft.previous else { return };
    let displaced = previous.settled.exchange.iter().flat_map(|only| &only.displaced);
    for (&ambassador, &lost) in displaced {
        let columns = restoring(draft, previous, ambassador);
        draft.model.add_limit(Family::Restored.about(About::Ambassador(ambassador)), &columns, count(lost));
    }
}

/// The columns of somebody in the stead of what he or she lost.
fn restoring(draft: &Draft<'_, '_>, previous: &Previous, ambassador: AmbassadorIx) -> Vec<ColumnIx> {
    let visits = draft.visits(ambassador);
    visits
        .filter(|(session, _)| previous.restores(&Placement::at(*draft.domain.session(*session), ambassador)))
        .map(|(_, column)| column)
        .collect()
}

/// As little as possible of the earlier plan is gone.
///
/// min P − Σ x\[a,s\] over the eligible pairs that it had; P is how many placements it had, so that one that is no
/// longer eligible, or no longer in the campaign at all, counts as a constant
pub(super) fn changes(draft: &mut Draft<'_, '_>) {
    let Some(previous) = draft.previous else { return };
    let had = count(previous.had());
    let kept: Terms = placements(draft)
        .filter(|&(_, placement)| previous.has(&placement))
        .map(|(column, _)| (column, -1))
        .collect();
    draft.model.add_level(Level::Changes, Sense::Min, kept, had);
}

/// Nothing is added where nothing may come any more: x\[a,s\] = 0 there, but for what the earlier plan had; and what goes to
/// somebody else goes, even where there would be room for both.
pub(super) fn settled(draft: &mut Draft<'_, '_>) {
    let Some(previous) = draft.previous else { return };
    let added: Vec<ColumnIx> = placements(draft)
        .filter(|(_, placement)| {
            let is_new = !previous.may_come(placement) && !previous.has(placement);
            is_new || previous.must_leave(placement)
        })
        .map(|(column, _)| column)
        .collect();
    for column in added {
        draft.model.close(column);
    }
}

fn placements<'a>(draft: &'a Draft<'_, '_>) -> impl Iterator<Item = (ColumnIx, Placement)> + 'a {
    draft.eligible.pairs.iter().enumerate().map(|(position, &(ambassador, session))| {
        (ColumnIx(position), Placement::at(*draft.domain.session(session), ambassador))
    })
}
