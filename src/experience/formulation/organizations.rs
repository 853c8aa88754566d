//! How many an organization may send: `organization-limit`.

use crate::{
    domain::{
        organizations::{OrganizationIx, Organizations},
        places::SessionIx,
    },
    experience::{
        formulation::{draft::Draft, subject::About},
        rule::Rule,
    },
    lp::{ColumnIx, Relation},
    planning::model::{count, ones},
};
use std::collections::BTreeMap;

/// An organization has no more people at a session, nor over the campaign, than the limit.
///
/// *for each* organization o, session s; *where* more of o can come to s and s has seats for more;
/// Σ over ambassadors a of o of x\[a,s\] ≤ limit of a session, with a quorum and as a cut ≤ limit · open\[s\].
/// *for each* organization o; *where* there are more pairs;
/// Σ over ambassadors a of o and sessions s of x\[a,s\] ≤ limit in all
pub(super) fn organization_limit(draft: &mut Draft<'_, '_>) {
    let limits = draft.domain.rules.organization_limit;
    if !draft.rulebook.has(Rule::OrganizationLimit) || limits.session.or(limits.total).is_none() {
        return;
    }
    let organizations = Organizations::of(draft.domain);
    let mut sent: BTreeMap<OrganizationIx, BTreeMap<SessionIx, Vec<ColumnIx>>> = BTreeMap::new();
    for ambassador in draft.everybody() {
        if let Some(organization) = organizations.of_ambassador(ambassador) {
            let sent = sent.entry(organization).or_default();
            for (session, column) in draft.visits(ambassador) {
                sent.entry(session).or_default().push(column);
            }
        }
    }
    for (organization, sessions) in &sent {
        if let Some(limit) = limits.session.map(i64::from) {
            for (&session, columns) in sessions {
                limit_session(draft, *organization, session, columns, limit);
            }
        }
        if let Some(limit) = limits.total.map(i64::from) {
            let columns: Vec<ColumnIx> = sessions.values().flatten().copied().collect();
            let about = About::Organization(*organization);
            draft.add_limit(Rule::OrganizationLimit, about, &columns, limit);
        }
    }
}

fn limit_session(
    draft: &mut Draft<'_, '_>,
    organization: OrganizationIx,
    session: SessionIx,
    columns: &[ColumnIx],
    limit: i64,
) {
    if draft.capacity[session.0] <= limit || count(columns.len()) <= limit {
        return;
    }
    let about = About::Delegation(organization, session);
    draft.add_limit(Rule::OrganizationLimit, about, columns, limit);
    if let Some(open) = draft.open[session.0] {
        let mut terms = ones(columns);
        terms.push((open, -limit));
        draft.model.add_cut(terms, Relation::AtMost, 0);
    }
}
