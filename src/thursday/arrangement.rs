//! From the campaign to a whole Thursday Action: pairs, then plans the Thursdays, then reads every rule and level
//! a second time.

use crate::{
    domain::{Domain, thursday::ThursdayAction},
    lp::LevelResult,
    planning::rules::Rulebook,
    solver::Watch,
    thursday::{
        outcome::{Fault, Found, Outcome},
        pairing::{self, roster::Pairings},
        timetable::{
            self,
            formulation::Setting,
            roster::Timetable,
            verification::recount::{self, unsettled},
        },
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
/// A [`Fault`] of the solver, or where what was found fails when it is read a second time.
pub fn arrange(
    domain: &Domain,
    action: &ThursdayAction,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Outcome<Arranged>, Fault> {
    let earlier = previous.map(|previous| &previous.pairings);
    let paired = match pairing::arrangement::arrange(domain, action, earlier, watch)? {
        Outcome::Found(paired) => paired,
        other => return Ok(other.map(|pairings| Arranged { pairings, timetable: Timetable::default() })),
    };
    let pairings = paired.roster;
    let earlier = previous.map(|previous| &previous.timetable);
    let setting = Setting { previous: earlier, ..Setting::of(domain, action) };
    let planned = match timetable::arrangement::arrange(setting, &pairings, watch)? {
        Outcome::Found(planned) => planned,
        other => return Ok(other.map(|timetable| Arranged { pairings, timetable })),
    };
    let arranged = Arranged { pairings, timetable: planned.roster };
    let all_paired = paired.levels.iter().all(|level| level.proven);
    let mut levels = paired.levels;
    levels.extend(
        planned.levels.into_iter().map(|level| LevelResult { proven: level.proven && all_paired, ..level }),
    );
    verify(domain, action, &arranged, previous, &levels)?;
    Ok(Outcome::Found(Found { roster: arranged, levels }))
}

/// Reads every rule and level a second time; the program in a fault is that of the part to which it belongs.
fn verify(
    domain: &Domain,
    action: &ThursdayAction,
    arranged: &Arranged,
    previous: Option<&Previous>,
    levels: &[LevelResult],
) -> Result<(), Fault> {
    let Arranged { pairings, timetable } = arranged;
    let said: Vec<(String, i64)> = levels.iter().map(|level| (level.id.clone(), level.value)).collect();
    let (of_pairing, of_timetable) = recounted(domain, action, arranged, previous);
    let (said_of_pairing, said_of_timetable) = said.split_at(of_pairing.len().min(said.len()));
    let broken = pairing::verification::violations(domain, action, pairings);
    if !broken.is_empty() || of_pairing != said_of_pairing {
        let formulation = pairing::formulation::formulate(domain, action, Rulebook::ALL, None);
        let finding = finding("pairings", &format!("{broken:?}"), said_of_pairing, &of_pairing);
        return Err(Fault::of(finding, &formulation.program, &formulation));
    }
    let broken = timetable::verification::violations(domain, action, pairings, timetable);
    let unsettled = previous.map(|previous| unsettled(timetable, &previous.timetable)).unwrap_or_default();
    if !broken.is_empty() || !unsettled.is_empty() || of_timetable != said_of_timetable {
        let all = timetable::formulation::Levels::All;
        let formulation =
            timetable::formulation::formulate(Setting::of(domain, action), &pairings.pairings, all);
        let finding = finding("timetable", &format!("{broken:?}"), said_of_timetable, &of_timetable);
        return Err(Fault::of(finding, &formulation.program, &formulation));
    }
    Ok(())
}

type Values = Vec<(String, i64)>;

/// The levels of the pairing and of the timetable, counted again.
fn recounted(
    domain: &Domain,
    action: &ThursdayAction,
    arranged: &Arranged,
    previous: Option<&Previous>,
) -> (Values, Values) {
    let Arranged { pairings, timetable } = arranged;
    let (of_pairing, of_timetable) = (previous.map(|one| &one.pairings), previous.map(|one| &one.timetable));
    (
        pairing::verification::recount(domain, action, pairings, of_pairing),
        recount::recount(domain, action, pairings, timetable, of_timetable),
    )
}

fn finding(part: &str, broken: &str, said: &[(String, i64)], counted: &[(String, i64)]) -> String {
    format!("the {part} break {broken}; the levels are {said:?} and were counted as {counted:?}")
}

#[cfg(test)]
mod tests {
    use super::{Arranged, verify};
    use crate::{
        domain::sample::{sample, thursday_action},
        lp::{LevelResult, Sense},
        thursday::{
            pairing::{roster::Pairings, verification::recount},
            timetable::roster::Timetable,
        },
    };

    #[test]
    fn brings_the_program_of_the_part_that_fails_its_second_reading() {
        let (domain, action) = (sample(), thursday_action());
        let arranged = Arranged { pairings: Pairings::default(), timetable: Timetable::default() };
        let fault = verify(&domain, &action, &arranged, None, &[]).unwrap_err();
        assert!(fault.program.starts_with("Minimize\n paired:"), "{}", fault.program);
        let of_pairing = recount(&domain, &action, &arranged.pairings, None).into_iter();
        let of_pairing = of_pairing.map(|(id, value)| LevelResult {
            id,
            sense: Sense::Min,
            value,
            bound: value,
            proven: true,
        });
        let fault = verify(&domain, &action, &arranged, None, &of_pairing.collect::<Vec<_>>()).unwrap_err();
        assert!(fault.program.starts_with("Minimize\n held:"), "{}", fault.program);
        assert!(fault.finding.starts_with("the timetable break [];"), "{}", fault.finding);
    }
}
