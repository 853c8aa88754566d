//! What a session takes: `seats`, `quorum` and `led`.

use crate::{
    experience::{
        formulation::{
            capacity::leads,
            draft::Draft,
            subject::{About, Family},
        },
        rule::Rule,
    },
    lp::{ColumnIx, Relation},
    planning::model::ones,
};

/// A session has no more people than seats, and none unless it runs.
///
/// *for each* session s; *where* more are eligible than there are seats, or it has a quorum or a leader;
/// Σₐ x\[a,s\] ≤ max, with a quorum or a leader Σₐ x\[a,s\] ≤ max · open\[s\] and, as cuts, x\[a,s\] ≤ open\[s\]
pub(super) fn seats(draft: &mut Draft<'_, '_>) {
    let in_force = draft.rulebook.has(Rule::Seats);
    for session in draft.sessions() {
        let columns = draft.visitors[session.0].clone();
        let capacity = draft.capacity[session.0];
        match draft.open[session.0] {
            Some(open) => {
                // Without this rule the row still says what a quorum and a leader mean: nobody unless it runs.
                let opening = if draft.needs_quorum(session) { Rule::Quorum } else { Rule::Led };
                let rule = if in_force { Rule::Seats } else { opening };
                let mut terms = ones(&columns);
                terms.push((open, -capacity));
                draft.model.add_row(
                    Family::Rule(rule).about(About::Session(session)),
                    terms,
                    Relation::AtMost,
                    0,
                );
                for column in columns {
                    let model = &mut draft.model;
                    model.add_cut(vec![(column, 1), (open, -1)], Relation::AtMost, 0);
                }
            }
            None if in_force && capacity > 0 => {
                draft.add_limit(Rule::Seats, About::Session(session), &columns, capacity);
            }
            None => {}
        }
    }
}

/// A session that runs has enough people.
///
/// *for each* session s; *where* min > 1 and enough are eligible;
/// Σₐ x\[a,s\] ≥ min · open\[s\]
pub(super) fn quorum(draft: &mut Draft<'_, '_>) {
    for session in draft.sessions() {
        if let Some(open) = draft.open[session.0].filter(|_| draft.needs_quorum(session)) {
            let mut terms = ones(&draft.visitors[session.0]);
            terms.push((open, -i64::from(draft.post_of(session).seats_min)));
            let family = Family::Rule(Rule::Quorum);
            draft.model.add_row(family.about(About::Session(session)), terms, Relation::AtLeast, 0);
        }
    }
}

/// A session that runs has somebody who can lead it.
///
/// *for each* session s of a post with a leader; *where* max > 1 and somebody who can lead is eligible;
/// Σ over those who can lead of x\[a,s\] ≥ open\[s\]. With max = 1 nobody else is eligible.
pub(super) fn led(draft: &mut Draft<'_, '_>) {
    for session in draft.sessions() {
        if let Some(open) = draft.open[session.0].filter(|_| draft.needs_leader(session)) {
            let pairs = &draft.eligible.pairs;
            let can_lead = |column: &&ColumnIx| leads(draft.domain, pairs[column.0].0, session);
            let leaders: Vec<ColumnIx> = draft.visitors[session.0].iter().filter(can_lead).copied().collect();
            let mut terms = ones(&leaders);
            terms.push((open, -1));
            let subject = Family::Rule(Rule::Led).about(About::Session(session));
            draft.model.add_row(subject, terms, Relation::AtLeast, 0);
        }
    }
}
