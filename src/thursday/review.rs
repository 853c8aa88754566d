//! What the wing has to say of a campaign before it is planned.

use crate::{
    diagnostic::Diagnostic,
    domain::Domain,
    thursday::{pairing, timetable},
};

/// Warnings and notes on the Thursday Action; none where the campaign has none.
pub fn review(domain: &Domain) -> Vec<Diagnostic> {
    let Some(action) = &domain.thursday else { return Vec::new() };
    let mut found = pairing::review::review(domain, action);
    found.extend(timetable::review::review(action));
    found
}
