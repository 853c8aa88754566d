//! From the campaign to a whole Thursday Action: pairs, then plans the Thursdays, then reads every rule and level
//! a second time.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    lp::LevelResult,
    solver::{BackendError, Watch},
    thursday::{
        outcome::{Found, Outcome},
        pairing::{self, roster::Pairings},
        timetable::{self, roster::Timetable},
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

/// The best pairings and, for these, the best timetable; the levels of the pairing come first.
///
/// # Errors
/// [`BackendError`] from the solver, or where what was found fails when it is read a second time.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    watch: &dyn Watch,
) -> Result<Outcome<Arranged>, BackendError> {
    let paired = match pairing::arrangement::arrange(domain, action, None, watch)? {
        Outcome::Found(paired) => paired,
        other => return Ok(other.map(|pairings| Arranged { pairings, timetable: Timetable::default() })),
    };
    let pairings = paired.roster;
    let planned = match timetable::arrangement::arrange(domain, action, &pairings, watch)? {
        Outcome::Found(planned) => planned,
        other => return Ok(other.map(|timetable| Arranged { pairings, timetable })),
    };
    let arranged = Arranged { pairings, timetable: planned.roster };
    let all_paired = paired.levels.iter().all(|level| level.proven);
    let mut levels = paired.levels;
    levels.extend(
        planned.levels.into_iter().map(|level| LevelResult { proven: level.proven && all_paired, ..level }),
    );
    verify(domain, action, &arranged, &levels)?;
    Ok(Outcome::Found(Found { roster: arranged, levels }))
}

fn verify(
    domain: &Domain,
    action: &ThursdayAction,
    arranged: &Arranged,
    levels: &[LevelResult],
) -> Result<(), BackendError> {
    let Arranged { pairings, timetable } = arranged;
    let broken = pairing::verification::violations(domain, action, pairings);
    if !broken.is_empty() {
        return Err(BackendError(format!("the pairings break a rule: {broken:?}")));
    }
    let broken = timetable::verification::violations(domain, action, pairings, timetable);
    if !broken.is_empty() {
        return Err(BackendError(format!("the timetable breaks a rule: {broken:?}")));
    }
    let mut recounted = pairing::verification::recount(domain, action, pairings);
    recounted.extend(timetable::verification::recount::recount(domain, action, pairings, timetable));
    let said: Vec<(String, i64)> = levels.iter().map(|level| (level.id.clone(), level.value)).collect();
    if recounted != said {
        return Err(BackendError(format!("levels of {said:?} are recounted as {recounted:?}")));
    }
    Ok(())
}
