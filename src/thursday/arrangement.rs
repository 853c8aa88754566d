//! From the campaign to a whole Thursday Action: pairs, then plans the Thursdays.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    lp::LevelResult,
    planning::outcome::{Defect, Found, Outcome},
    solver::Watch,
    thursday::{
        pairing::{self, roster::Pairings},
        timetable::{self, formulation::Setting, roster::Timetable},
    },
};

/// A whole Thursday Action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged {
    /// Which unit goes to which neighbourhood.
    pub pairings: Pairings,
    /// What is held where and when.
    pub timetable: Timetable,
}

/// What an earlier plan had, where one is mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Previous {
    /// Its pairings.
    pub pairings: pairing::roster::Previous,
    /// Its events.
    pub timetable: timetable::roster::Previous,
}

/// The best pairings and, for these, the best timetable; the levels of the pairing come first.
///
/// # Errors
/// A [`Defect`] of the solver, or where what was found fails when it is read a second time.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Outcome<Found<Arranged>>, Defect> {
    let earlier = previous.map(|previous| &previous.pairings);
    pairing::arrangement::arrange(domain, action, earlier, watch)?.and_then(|paired| {
        let earlier = previous.map(|previous| &previous.timetable);
        let setting = Setting { previous: earlier, ..Setting::of(domain, action) };
        let planned = timetable::arrangement::arrange(setting, &paired.roster, watch)?;
        Ok(planned.map(|planned| {
            let all_paired = paired.levels.iter().all(|level| level.proven);
            let mut levels = paired.levels;
            levels.extend(
                planned
                    .levels
                    .into_iter()
                    .map(|level| LevelResult { proven: level.proven && all_paired, ..level }),
            );
            Found { roster: Arranged { pairings: paired.roster, timetable: planned.roster }, levels }
        }))
    })
}
