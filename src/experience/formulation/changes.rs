//! The level `changes` and what no longer changes: only where an earlier plan is mended.

use crate::{
    experience::{formulation::draft::Draft, level::Level, roster::Placement},
    lp::{ColumnIx, Sense, Terms},
    planning::model::count,
};

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
