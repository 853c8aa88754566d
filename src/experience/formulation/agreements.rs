//! What was agreed about single people: `pinned`, `together` and `apart`.

use crate::{
    domain::{places::SessionIx, requests::Bond},
    experience::{
        formulation::{
            draft::Draft,
            subject::{About, Family},
        },
        rule::Rule,
    },
    lp::{ColumnIx, Relation, Terms},
    planning::model::ones,
};

/// What was agreed is kept.
///
/// *for each* pin of an ambassador a to a post, S the sessions that it allows;
/// Σ over s in S of x\[a,s\] = 1 with a date that leaves one session, else ≥ 1
pub(super) fn pinned(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::Pinned) {
        return;
    }
    for (position, pin) in draft.domain.pins.iter().enumerate() {
        let sessions = draft.domain.sessions_of(pin.post);
        let allowed: Vec<SessionIx> =
            sessions.filter(|&session| pin.allows(draft.domain.session(session))).collect();
        let columns: Vec<ColumnIx> =
            allowed.iter().filter_map(|&session| draft.placement(pin.ambassador, session)).collect();
        let relation = match allowed[..] {
            [_] if pin.date.is_some() => Relation::Equal,
            _ => Relation::AtLeast,
        };
        draft.model.add_row(
            Family::Rule(Rule::Pinned).about(About::Pin(position)),
            ones(&columns),
            relation,
            1,
        );
    }
}

/// Those who must go together do; both may stay unplaced.
///
/// *for each* pair (a, b) in a group with strength must, session s; *where* one of them is eligible;
/// x\[a,s\] = x\[b,s\], a pair that is not eligible counting as 0; as a cut x\[a,s\] ≤ 0 where only one can come
pub(super) fn together(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::Together) {
        return;
    }
    for (one, other) in draft.pairs(Bond::TogetherMust) {
        for shared in draft.shared(one, other) {
            let first = shared.first.map(|column| (column, 1));
            let second = shared.second.map(|column| (column, -1));
            let terms: Terms = first.into_iter().chain(second).collect();
            let about = About::Pair(one, other, shared.session);
            draft.model.add_row(Family::Rule(Rule::Together).about(about), terms, Relation::Equal, 0);
            if let (Some(first), Some(_), ..=1) =
                (shared.first, shared.second, draft.capacity[shared.session.0])
            {
                draft.model.add_cut(vec![(first, 1)], Relation::AtMost, 0);
            }
        }
    }
}

/// Those who must be apart are.
///
/// *for each* pair (a, b) in a group apart, session s; *where* both are eligible and two can come;
/// x\[a,s\] + x\[b,s\] ≤ 1, with a quorum and as a cut ≤ open\[s\]
pub(super) fn apart(draft: &mut Draft<'_, '_>) {
    if !draft.rulebook.has(Rule::Apart) {
        return;
    }
    for (one, other) in draft.pairs(Bond::Apart) {
        for shared in draft.shared(one, other) {
            let columns: Vec<ColumnIx> = shared.first.into_iter().chain(shared.second).collect();
            if draft.capacity[shared.session.0] > 1 && columns.len() > 1 {
                draft.add_limit(Rule::Apart, About::Pair(one, other, shared.session), &columns, 1);
                if let Some(open) = draft.open[shared.session.0] {
                    let mut terms = ones(&columns);
                    terms.push((open, -1));
                    draft.model.add_cut(terms, Relation::AtMost, 0);
                }
            }
        }
    }
}
