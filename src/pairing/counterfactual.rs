//! What the pairings would have to give up for one that is nearer, proved by solving again.
//!
//! In: `Domain`, pairings that keep the rules, and what they mend. Out: an [`Alternative`] for each of the nearest that are not.

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Pairing, Pairings, ThursdayAction},
    },
    lp::{ColumnIx, Relation},
    pairing::{
        eligibility::Eligibility,
        formulation::{ColumnSubject, Formulation, RowSubject, formulate},
        level::Level,
        reason::{Alternative, Moves, WhyNot},
        verification::{recount, unsettled, violations},
    },
    planning::{
        counterfactual::{Compared, Counterfactual, Verdict},
        earlier::Earlier,
        model::{count, ones},
        outcome::{Defect, Found},
        reading::Findings,
        reason::Rechecked,
        rules::Rulebook,
    },
    solver::{TimeUp, Watch},
};

/// For which end of pairings alternatives are sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A unit.
    Unit(UnitIx),
    /// A neighbourhood.
    Neighbourhood(NeighbourhoodIx),
}

/// How many alternatives are looked at.
const MOST: usize = 3;

/// Pairings in question.
pub struct Trial<'a> {
    domain: &'a Domain,
    action: &'a ThursdayAction,
    roster: &'a Pairings,
    previous: Option<&'a Earlier<Pairing, Vec<Pairing>>>,
    formulation: Formulation<'a>,
}

impl<'a> Trial<'a> {
    /// Pairings of a campaign that keep its rules, and what they mend.
    pub fn of(
        domain: &'a Domain,
        action: &'a ThursdayAction,
        roster: &'a Pairings,
        previous: Option<&'a Earlier<Pairing, Vec<Pairing>>>,
    ) -> Self {
        let formulation = formulate(domain, action, Rulebook::ALL, previous);
        Self { domain, action, roster, previous, formulation }
    }

    /// What would be with each of the nearest pairings that are not and that are nearer than one that is; with the nearest at all
    /// where there is none that is.
    ///
    /// # Errors
    /// A [`Defect`] of the solver, or where what it finds fails when it is read a second time.
    pub fn alternatives(&self, end: End, watch: &dyn Watch) -> Result<Vec<Alternative>, Defect> {
        self.nearer(end).into_iter().take(MOST).map(|pair| self.alternative(pair, watch)).collect()
    }

    /// For each unit that is not with the nearest, what that would be.
    pub fn missing(&self) -> Vec<Pairing> {
        let units = (0..self.domain.units.len()).map(UnitIx);
        units.filter_map(|unit| self.nearer(End::Unit(unit)).first().copied()).collect()
    }

    /// The pairings that are not and that are nearer than one that is, nearest first; all that are not where none is.
    fn nearer(&self, end: End) -> Vec<Pairing> {
        let pairs: Vec<Pairing> = match end {
            End::Unit(unit) => {
                let places = (0..self.domain.neighbourhoods.len()).map(NeighbourhoodIx);
                places.map(|neighbourhood| Pairing { unit, neighbourhood }).collect()
            }
            End::Neighbourhood(neighbourhood) => {
                let units = (0..self.domain.units.len()).map(UnitIx);
                units.map(|unit| Pairing { unit, neighbourhood }).collect()
            }
        };
        let metres = |pair: &Pairing| self.domain.pairing_metres(pair.unit, pair.neighbourhood);
        let has = |pair: &&Pairing| self.roster.pairings.contains(pair);
        let farthest = pairs.iter().filter(has).filter_map(metres).max();
        let is_paired = pairs.iter().any(|pair| has(&pair));
        let others = pairs.iter().filter(|pair| !has(pair));
        let known = others.filter_map(|pair| Some((metres(pair)?, *pair)));
        let nearer = known.filter(|(metres, _)| !is_paired || farthest.is_some_and(|most| *metres < most));
        let mut nearer: Vec<(i64, Pairing)> = nearer.collect();
        nearer.sort_unstable();
        nearer.into_iter().map(|(_, pair)| pair).collect()
    }

    /// What would be with a pairing that is not.
    ///
    /// # Errors
    /// Those of [`alternatives`](Self::alternatives).
    pub fn alternative(&self, pair: Pairing, watch: &dyn Watch) -> Result<Alternative, Defect> {
        Ok(Alternative { pair, why: self.why_not(pair, watch)? })
    }

    /// Solves what was said of a pairing again.
    ///
    /// # Errors
    /// Those of [`alternatives`](Self::alternatives).
    pub fn stands(&self, said: &Alternative, watch: &dyn Watch) -> Result<Rechecked<WhyNot>, Defect> {
        if !said.is_proven() {
            return Ok(Rechecked::NotClaimed);
        }
        let found = self.why_not(said.pair, watch)?;
        let moves = (said.why.moves(), found.moves());
        Ok(match (&said.why, &found) {
            (_, WhyNot::Unknown) => Rechecked::NotReached,
            (WhyNot::Differs(said, _), WhyNot::Differs(is, _)) if said == is => {
                Rechecked::of_moves(moves, found.clone())
            }
            (WhyNot::Tie(_), WhyNot::Tie(_)) => Rechecked::of_moves(moves, found.clone()),
            (said, is) if said == is => Rechecked::Holds,
            _ => Rechecked::Refuted(found),
        })
    }

    /// Why a pairing is not, where that is seen without solving.
    pub fn seen(&self, pair: Pairing) -> WhyNot {
        self.why_not(pair, &TimeUp).unwrap_or(WhyNot::Unknown)
    }

    fn why_not(&self, pair: Pairing, watch: &dyn Watch) -> Result<WhyNot, Defect> {
        if let Some(rule) = Eligibility::new(self.domain, self.action).refusal(pair) {
            return Ok(WhyNot::Barred(rule));
        }
        if watch.is_out_of_time() {
            return Ok(WhyNot::Unknown);
        }
        let columns = self.formulation.model.columns.iter().enumerate();
        let columns = columns.filter_map(|(column, subject)| match subject {
            ColumnSubject::Pair(pair) => Some((ColumnIx(column), *pair)),
            _ => None,
        });
        let held = columns.clone().filter(|(_, pair)| self.roster.pairings.contains(pair));
        let held: Vec<ColumnIx> = held.map(|(column, _)| column).collect();
        let asked = columns.filter(|(_, column)| *column == pair);
        let asked: Vec<ColumnIx> = asked.map(|(column, _)| column).collect();
        let mut forced = self.formulation.clone();
        forced.model.add_row(RowSubject::Fixed(pair), ones(&asked), Relation::AtLeast, 1);
        let reached: Vec<i64> = self.recount(self.roster).into_iter().map(|(_, value)| value).collect();
        let question = Counterfactual {
            model: &forced.model,
            names: &forced,
            reached: &reached,
            held: &held,
            changes: Level::Changes,
        };
        let compared = match question.verdict(watch, |point| forced.pairings(point))? {
            Verdict::Impossible => return Ok(WhyNot::Impossible),
            Verdict::Unknown => return Ok(WhyNot::Unknown),
            Verdict::Compared(compared) => compared,
        };
        let Compared { difference, nearest } = compared;
        let moves = nearest.map(|found| self.confirmed(found, &forced)).transpose()?;
        Ok(match difference {
            Some(difference) => WhyNot::Differs(difference, moves),
            None => WhyNot::Tie(moves),
        })
    }

    fn recount(&self, roster: &Pairings) -> Vec<(Level, i64)> {
        recount(self.domain, self.action, roster, self.previous)
    }

    /// What differs in the nearest pairings, once these were read by the rules alone.
    fn confirmed(&self, found: Found<Pairings, Level>, forced: &Formulation<'_>) -> Result<Moves, Defect> {
        let Found { roster, levels } = found;
        let moves = Moves::between(&self.roster.pairings, &roster.pairings);
        let mut counted = self.recount(&roster);
        let lot = counted.pop();
        counted.truncate(levels.len().saturating_sub(2));
        counted.push((Level::Changes, count(moves.gone.len())));
        counted.extend(lot);
        let findings = Findings {
            violations: violations(self.domain, self.action, &roster),
            unsettled: self.previous.map(|previous| unsettled(&roster, previous)).unwrap_or_default(),
            levels: counted,
        };
        let confirmed = findings.confirm(&levels);
        confirmed.map_err(|finding| Defect::of(finding, &forced.model.program, forced))?;
        Ok(moves)
    }
}
