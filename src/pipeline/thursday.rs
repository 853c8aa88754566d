//! The Thursday Action: pairings, the timetable, and the reasons for both.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    experience::explanation::conflict::Conflict,
    plan::thursday::ThursdayPlan,
    planning::{
        outcome::{Defect, Found, Outcome},
        rules::Rulebook,
    },
    solver::Watch,
    thursday::{
        arrangement::{self, Arranged, Previous},
        pairing, timetable,
    },
};

/// Which unit goes to which neighbourhood and what is held when; `None` where the campaign has no Thursday Action.
pub(super) fn plan(
    domain: &Domain,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Outcome<Option<ThursdayPlan>, Option<Conflict>>, Defect> {
    let Some(action) = &domain.thursday else { return Ok(Outcome::Planned(None)) };
    let Found { roster: Arranged { pairings, timetable }, levels } =
        match arrangement::arrange(domain, action, previous, watch)? {
            Outcome::Planned(found) => found,
            Outcome::Contradiction(()) if previous.is_some() => return Ok(Outcome::Contradiction(None)),
            Outcome::Contradiction(()) => return Err(contradiction(domain, action)),
            Outcome::NothingFound => return Ok(Outcome::NothingFound),
        };
    let earlier = previous.map(|previous| &previous.timetable);
    let why_paired = pairing::explanation::explain(domain, action, &pairings);
    let why_held = timetable::explanation::explain(domain, action, &pairings, &timetable, earlier);
    Ok(Outcome::Planned(Some(ThursdayPlan { levels, pairings, why_paired, timetable, why_held })))
}

/// Validation refuses more agreed pairs than a limit and whatever is both agreed and forbidden; every minimum is soft
/// and a timetable may be empty. So a sound campaign cannot contradict itself here.
fn contradiction(domain: &Domain, action: &ThursdayAction) -> Defect {
    let formulation = pairing::formulation::formulate(domain, action, Rulebook::ALL, None);
    let finding = "no pairing keeps what was agreed although validation found nothing wrong with it";
    Defect::of(finding, &formulation.model.program, &formulation)
}
