//! The Thursday Action: pairings, the timetable, and the reasons for both.

use crate::{
    domain::Domain,
    pipeline::{Defect, Outcome},
    plan::thursday::ThursdayPlan,
    solver::{BackendError, Watch},
    thursday::{
        arrangement::{self, Arranged},
        outcome::{self, Found},
        pairing, timetable,
    },
};

/// Which unit goes to which neighbourhood and what is held when; `None` where the campaign has no Thursday Action.
pub(super) fn plan(domain: &Domain, watch: &dyn Watch) -> Result<Outcome<Option<ThursdayPlan>>, Defect> {
    let Some(action) = &domain.thursday else { return Ok(Outcome::Planned(None)) };
    let defect = |error: BackendError| Defect { finding: error.0, program: String::new() };
    let Found { roster: Arranged { pairings, timetable }, levels } =
        match arrangement::arrange(domain, action, watch).map_err(defect)? {
            outcome::Outcome::Found(found) => found,
            outcome::Outcome::Contradiction => return Ok(Outcome::Contradiction(None)),
            outcome::Outcome::NothingFound => return Ok(Outcome::NothingFound),
        };
    let why_paired = pairing::explanation::explain(domain, action, &pairings);
    let why_held = timetable::explanation::explain(domain, action, &pairings, &timetable);
    Ok(Outcome::Planned(Some(ThursdayPlan { levels, pairings, why_paired, timetable, why_held })))
}
