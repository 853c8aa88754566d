//! Who could step in for whom (候补), in the order of what it would cost, with the moves that it takes.
//!
//! In: `Domain`, a roster, how many reserves are wanted. Out: an [`Absence`] for each placement for which there was time.
//! First come those who can step in with nobody else moving: with each of them there is one such roster, read by the rules
//! themselves. Where they are not enough, the others follow.
//! For a placement of v at session s let v be away on that day, let r be at s, let every day before stay as it is, and let
//! nobody come anywhere but in the stead of somebody who left: what the plan could have better anyway moves nobody. The best
//! such plan after this one, `changes` among its levels, says how dear r is. The cheapest is found by one solve in which some
//! person not yet named is at s; it is at least as cheap as everybody left, and proven where every level is. What r costs is
//! the difference to the best plan found without v, that with s empty included.

pub mod handover;

use crate::{
    domain::{
        Domain, dates::DateSpan, people::AmbassadorIx, periods::Period, places::SessionIx, requests::Pin,
    },
    experience::{
        eligibility::{Eligible, eligible},
        formulation::{
            Formulation, formulate,
            settling::settled,
            subject::{About, Family},
        },
        level::Level,
        roster::{Placement, Previous, Roster},
        verification::{recount, seeks_most, unsettled, violations},
    },
    lp::{ColumnIx, LevelResult, Relation, Sense, Terms},
    planning::{
        earlier::RepairTerms,
        model::count,
        outcome::{Defect, Found, Outcome, solve},
        reading::Findings,
        rules::Rulebook,
    },
    solver::Watch,
};
use std::collections::BTreeMap;

/// Who could step in for whom, as far as there was time to seek.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reserves {
    /// Who could step in for each placement that was looked at.
    pub absences: Vec<Absence>,
    /// The placements that were not looked at.
    pub unsought: Vec<Placement>,
}

/// A placement without whoever has it, and who could step in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// The placement that would be empty.
    pub absent: Placement,
    /// Who could step in: those first for whom nobody else moves, then the others, the cheapest first of those who were tried: all of them but where the time ended; fewer than asked for where nobody else can.
    pub reserves: Vec<Reserve>,
    /// What the best plan found without whoever is absent comes to, level by level; nothing where none was found.
    pub best: Vec<(Level, i64)>,
    /// Whether the time ended before all were tried or found.
    pub is_cut_short: bool,
}

/// Somebody who could step in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserve {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// What the best plan with this person there comes to, level by level.
    pub levels: Vec<LevelResult<Level>>,
    /// Placements that go besides that of whoever is absent, in order.
    pub gone: Vec<Placement>,
    /// Placements that come besides that of this person, in order.
    pub new: Vec<Placement>,
}

/// Up to `wanted` reserves for each placement of a roster on which something may still change.
///
/// # Errors
/// A [`Defect`] of the solver, or where a plan with a reserve fails when it is read a second time.
pub fn reserves(
    domain: &Domain,
    earlier: &Previous,
    wanted: usize,
    watch: &dyn Watch,
) -> Result<Reserves, Defect> {
    let mut found = Reserves::default();
    for &absent in earlier.stands.iter().filter(|placement| earlier.is_open(placement)) {
        if watch.is_out_of_time() {
            found.unsought.push(absent);
        } else {
            found.absences.push(absence(domain, earlier, absent, wanted, watch)?);
        }
    }
    Ok(found)
}

fn absence(
    domain: &Domain,
    earlier: &Previous,
    absent: Placement,
    wanted: usize,
    watch: &dyn Watch,
) -> Result<Absence, Defect> {
    let mut absence = Absence { absent, reserves: Vec::new(), best: Vec::new(), is_cut_short: false };
    let Some(session) = domain.position(absent.session()) else { return Ok(absence) };
    // On the morning on which somebody is ill the days before are over.
    let terms = earlier.settled.terms;
    let today = terms.keep_until == Some(absent.date);
    let terms =
        RepairTerms { keep_until: Some(absent.date), begun_by: terms.begun_by.filter(|_| today), ..terms };
    let earlier = &Previous { settled: terms.into(), ..earlier.clone() };
    let without = without(domain, earlier, absent);
    let eligible = eligible(&without, Rulebook::ALL);
    let mut candidates = candidates(&eligible, earlier, absent, session);
    let people = candidates.iter().map(|&(person, _)| person);
    let calm = nobody_else_moves(&without, earlier, absent, people, watch);
    absence.is_cut_short = calm.is_cut_short;
    absence.reserves.extend(calm.reserves.into_iter().take(wanted));
    absence.weigh(&without, calm.empty);
    candidates.retain(|&(person, _)| absence.reserves.iter().all(|reserve| reserve.ambassador != person));
    if absence.is_cut_short || absence.reserves.len() == wanted || candidates.is_empty() {
        return Ok(absence);
    }
    let mut formulation = formulate(&without, &eligible, Rulebook::ALL, Some(earlier));
    replace_only(&mut formulation, &eligible, earlier);
    while absence.reserves.len() < wanted && !candidates.is_empty() {
        if watch.is_out_of_time() {
            absence.is_cut_short = true;
            break;
        }
        let here: Terms = candidates.iter().map(|&(_, column)| (column, 1)).collect();
        let asked = Family::Asked.about(About::Session(session));
        formulation.model.add_row(asked, here, Relation::AtLeast, 1);
        let step = cheapest(&formulation, earlier, absent, &candidates, watch)?;
        formulation.model.remove_last_row();
        match step {
            Step::Found(reserve) => {
                candidates.retain(|&(person, _)| person != reserve.ambassador);
                absence.reserves.push(reserve);
                absence.weigh(&without, None);
            }
            Step::Nobody => break,
            Step::NoTime => {
                absence.is_cut_short = true;
                break;
            }
        }
    }
    Ok(absence)
}

/// Who can step in while everybody else stays.
struct Calm {
    /// The cheapest first.
    reserves: Vec<Reserve>,
    /// What the plan comes to where nobody steps in; `None` where that breaks a rule.
    empty: Option<Vec<(Level, i64)>>,
    is_cut_short: bool,
}

/// Those who can step in while everybody else stays, as far as there was time.
fn nobody_else_moves(
    without: &Domain,
    earlier: &Previous,
    absent: Placement,
    people: impl Iterator<Item = AmbassadorIx>,
    watch: &dyn Watch,
) -> Calm {
    let others: Vec<Placement> = earlier.stands.iter().filter(|one| **one != absent).copied().collect();
    let (mut calm, mut is_cut_short) = (Vec::new(), false);
    for ambassador in people {
        if watch.is_out_of_time() {
            is_cut_short = true;
            break;
        }
        let mut roster = Roster { placements: others.clone() };
        roster.placements.push(Placement { ambassador, ..absent });
        roster.placements.sort_unstable();
        if violations(without, &roster).is_empty() {
            let levels = recount(without, &roster, Some(earlier)).into_iter().map(|(level, value)| {
                let most = seeks_most(level, without.rules.wishes);
                let sense = if most { Sense::Max } else { Sense::Min };
                LevelResult { level, sense, value, bound: value, proven: true }
            });
            calm.push(Reserve { ambassador, levels: levels.collect(), gone: vec![], new: vec![] });
        }
    }
    calm.sort_by_cached_key(|reserve| cost(without, &reserve.values()));
    let empty = Roster { placements: others };
    let empty = violations(without, &empty).is_empty().then(|| recount(without, &empty, Some(earlier)));
    Calm { reserves: calm, empty, is_cut_short }
}

/// The values of levels such that the better plan has the smaller ones, the first that differs deciding.
fn cost(domain: &Domain, values: &[(Level, i64)]) -> Vec<i64> {
    let cost = |&(level, value): &(Level, i64)| {
        if seeks_most(level, domain.rules.wishes) { -value } else { value }
    };
    values.iter().map(cost).collect()
}

impl Reserve {
    /// What the plan with this person comes to.
    fn values(&self) -> Vec<(Level, i64)> {
        self.levels.iter().map(|level| (level.level, level.value)).collect()
    }
}

impl Absence {
    /// Keeps the best of what was found.
    fn weigh(&mut self, domain: &Domain, other: Option<Vec<(Level, i64)>>) {
        let found = self.reserves.iter().map(Reserve::values).chain(other);
        let found = found.chain((!self.best.is_empty()).then(|| self.best.clone()));
        self.best = found.min_by_key(|values| cost(domain, values)).unwrap_or_default();
    }
}

/// Nobody comes anywhere but in the stead of somebody who left.
///
/// *for each* session s: Σₐ x\[a,s\] ≤ how many it had
fn replace_only(formulation: &mut Formulation<'_>, eligible: &Eligible, earlier: &Previous) {
    let domain = formulation.domain;
    let mut there: BTreeMap<SessionIx, Vec<ColumnIx>> = BTreeMap::new();
    for (position, (_, session)) in eligible.pairs.iter().enumerate() {
        there.entry(*session).or_default().push(ColumnIx(position));
    }
    for (position, columns) in there {
        let session = *domain.session(position);
        let had = earlier.stands.iter().filter(|one| one.session() == session).count();
        formulation.model.add_limit(Family::Asked.about(About::Session(position)), &columns, count(had));
    }
}

/// The campaign in which somebody cannot come on the day of a placement, with no agreement that says otherwise.
fn without(domain: &Domain, earlier: &Previous, absent: Placement) -> Domain {
    let mut domain = domain.clone();
    domain.ambassadors[absent.ambassador.0].away.periods.push(Period::whole(DateSpan::day(absent.date)));
    let is_void = |pin: &Pin| {
        pin.ambassador == absent.ambassador
            && (pin.allows(&absent.session()) || pin.date == Some(absent.date))
    };
    domain.pins.retain(|pin| !is_void(pin));
    // What a repair keeps is kept here too.
    domain.pins.extend(earlier.kept(&domain));
    domain
}

/// Who may come to a session and does not.
fn candidates(
    eligible: &Eligible,
    earlier: &Previous,
    absent: Placement,
    session: SessionIx,
) -> Vec<(AmbassadorIx, ColumnIx)> {
    let is_there = |ambassador| earlier.has(&Placement { ambassador, ..absent });
    let pairs = eligible.pairs.iter().enumerate();
    let there = pairs.filter(|(_, (person, at))| *at == session && !is_there(*person));
    there.map(|(position, &(person, _))| (person, ColumnIx(position))).collect()
}

enum Step {
    Found(Reserve),
    Nobody,
    NoTime,
}

/// The best plan of a program in which one of the candidates is at the session.
fn cheapest(
    formulation: &Formulation<'_>,
    earlier: &Previous,
    absent: Placement,
    candidates: &[(AmbassadorIx, ColumnIx)],
    watch: &dyn Watch,
) -> Result<Step, Defect> {
    let Found { roster, levels } =
        match solve(&formulation.model, formulation, watch, |point| formulation.roster(point))? {
            // What a search had when it was stopped may be far from the cheapest: that is no advice.
            Outcome::Planned(found)
                if watch.is_out_of_time() && !found.levels.iter().all(|level| level.proven) =>
            {
                return Ok(Step::NoTime);
            }
            Outcome::Planned(found) => found,
            Outcome::Contradiction(()) => return Ok(Step::Nobody),
            Outcome::NothingFound => return Ok(Step::NoTime),
        };
    let levels = settled(levels);
    let findings = Findings {
        violations: violations(formulation.domain, &roster),
        unsettled: unsettled(&roster, earlier),
        levels: recount(formulation.domain, &roster, Some(earlier)),
    };
    findings
        .confirm(&levels)
        .map_err(|finding| Defect::of(finding, &formulation.model.program, formulation))?;
    let came = |(person, _): &&(AmbassadorIx, ColumnIx)| {
        roster.placements.binary_search(&Placement { ambassador: *person, ..absent }).is_ok()
    };
    let Some(&(ambassador, _)) = candidates.iter().find(came) else { return Ok(Step::Nobody) };
    let here = Placement { ambassador, ..absent };
    let stays = |placement: &&Placement| roster.placements.binary_search(placement).is_ok();
    let gone = earlier.stands.iter().filter(|one| !stays(one) && **one != absent);
    let new = roster.placements.iter().filter(|one| !earlier.has(one) && **one != here);
    Ok(Step::Found(Reserve {
        ambassador,
        levels,
        gone: gone.copied().collect(),
        new: new.copied().collect(),
    }))
}

#[cfg(test)]
mod tests {
    use super::replace_only;
    use crate::{
        domain::{places::SessionIx, sample::sample},
        experience::{
            eligibility::eligible,
            formulation::{
                formulate,
                subject::{About, Family},
            },
            roster::Previous,
            verification::sample::placed,
        },
        lp::{ColumnIx, Relation},
        planning::{outcome::Defect, rules::Rulebook},
    };

    #[test]
    fn a_defect_has_the_name_of_every_row() {
        let (domain, eligible) = (sample(), eligible(&sample(), Rulebook::ALL));
        let earlier = Previous { stands: vec![placed(0, 0, 23)], ..Previous::default() };
        let mut formulation = formulate(&domain, &eligible, Rulebook::ALL, Some(&earlier));
        replace_only(&mut formulation, &eligible, &earlier);
        let asked = Family::Asked.about(About::Session(SessionIx(1)));
        formulation.model.add_row(asked, vec![(ColumnIx(0), 1)], Relation::AtLeast, 1);
        let text = Defect::of("no finding", &formulation.model.program, &formulation).program;
        assert!(text.contains("asked(p0,2018_10_23T0900)"), "{text}");
        formulation.model.remove_last_row();
        assert_eq!(formulation.model.rows.len(), formulation.model.program.rows.len());
    }
}
