//! The Thursday Action: what is to be said of it beforehand; the pairing, then for its pairings the timetable, and the
//! reasons for both.

use crate::{
    diagnostic::{Diagnostic, size::Size},
    domain::{
        Domain,
        thursday::{Pairings, ThursdayAction},
    },
    experience::explanation::conflict::Conflict,
    lp::LevelResult,
    pairing,
    pipeline::{mending::EarlierAction, size},
    plan::{level::ThursdayLevel, thursday::ThursdayPlan},
    planning::{
        outcome::{Defect, Found, Outcome},
        rules::Rulebook,
    },
    solver::{Watch, size::MUCH},
    timetable::{self, formulation::Setting, roster::Timetable},
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

/// Which unit goes to which neighbourhood and what is held when; `None` where the campaign has no Thursday Action.
pub(super) fn plan(
    domain: &Domain,
    previous: Option<&EarlierAction>,
    watch: &dyn Watch,
) -> Result<Outcome<Option<ThursdayPlan>, Option<Conflict>>, Defect> {
    let Some(action) = &domain.thursday else { return Ok(Outcome::Planned(None)) };
    let earlier = previous.map(|previous| &previous.pairings);
    let planned = pairing::arrangement::arrange(domain, action, earlier, watch)?.and_then(|paired| {
        let earlier = previous.map(|previous| &previous.timetable);
        let setting = Setting { previous: earlier, ..Setting::of(domain, action) };
        let planned = timetable::arrangement::arrange(setting, &paired.roster, watch)?;
        Ok(planned.map(|planned| explained(setting, paired, planned)))
    })?;
    match planned {
        Outcome::Planned(plan) => Ok(Outcome::Planned(Some(plan))),
        Outcome::Contradiction(()) if previous.is_some() => Ok(Outcome::Contradiction(None)),
        Outcome::Contradiction(()) => Err(contradiction(domain, action)),
        Outcome::NothingFound => Ok(Outcome::NothingFound),
    }
}

/// Both with their reasons; the levels of the pairing come first.
fn explained(
    setting: Setting<'_>,
    paired: Found<Pairings, pairing::level::Level>,
    planned: Found<Timetable, timetable::level::Level>,
) -> ThursdayPlan {
    let Setting { domain, action, previous, .. } = setting;
    let (pairings, timetable) = (paired.roster, planned.roster);
    let all_paired = paired.levels.iter().all(|level| level.proven);
    let above = paired.levels.into_iter().map(|result| result.map(ThursdayLevel::Pairing));
    let below = planned.levels.into_iter().map(|result| {
        let proven = result.proven && all_paired;
        LevelResult { proven, ..result.map(ThursdayLevel::Timetable) }
    });
    ThursdayPlan {
        levels: above.chain(below).collect(),
        why_paired: pairing::explanation::explain(domain, action, &pairings),
        why_held: timetable::explanation::explain(domain, action, &pairings, &timetable, previous),
        pairings,
        timetable,
    }
}

/// Validation refuses more agreed pairs than a limit and whatever is both agreed and forbidden; every minimum is soft
/// and a timetable may be empty. So a sound campaign cannot contradict itself here.
fn contradiction(domain: &Domain, action: &ThursdayAction) -> Defect {
    let formulation = pairing::formulation::formulate(domain, action, Rulebook::ALL, None);
    let finding = "no pairing keeps what was agreed although validation found nothing wrong with it";
    Defect::of(finding, &formulation.model.program, &formulation)
}
