//! What the wing has to say of a campaign before it is planned.

use crate::{
    diagnostic::{Diagnostic, size::Size},
    domain::Domain,
    solver::size::MUCH,
    thursday::{pairing, size, timetable},
};

/// Warnings and notes on the Thursday Action; none where the campaign has none.
pub fn review(domain: &Domain) -> Vec<Diagnostic> {
    let Some(action) = &domain.thursday else { return Vec::new() };
    let at = |size: Size| Diagnostic::at(action.place, size.into());
    let bytes = match size::measure(domain, action) {
        Ok(bytes) => bytes,
        Err(too_large) => return vec![at(Size::TooLarge(too_large))],
    };
    let mut found = pairing::review::review(domain, action);
    found.extend(timetable::review::review(action));
    found.extend((bytes >= MUCH).then(|| at(Size::ThursdayMemory { bytes })));
    found
}
