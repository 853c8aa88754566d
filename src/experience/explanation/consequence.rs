//! What a plan would have to give up for something that it has not, proved by solving again.
//!
//! In: `Domain`, a roster that keeps the rules, and what it mends. Out: a [`Consequence`]: the first level that gets worse and
//! who moves, or that nothing above the lot does, or that no plan has it.

use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{Session, SessionIx},
    },
    experience::{
        eligibility::{Eligible, Refusals, eligible},
        formulation::{
            Formulation,
            capacity::idle,
            formulate,
            subject::{About, Family},
        },
        level::Level,
        roster::{Placement, Previous, Roster},
        rule::Rule,
        verification::{recount, unsettled, violations},
    },
    lp::{ColumnIx, Relation},
    planning::{
        counterfactual::{Compared, Counterfactual, Difference, Verdict},
        model::{count, ones},
        outcome::{Defect, Found},
        reading::Findings,
        reason,
        rules::Rulebook,
    },
    solver::Watch,
};

/// What would be if a plan had something that it has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// No plan that keeps every pin, group and rule has it; proved.
    Impossible,
    /// The first level on which the best plan that has it differs; with who moves, where there was time to find that.
    Differs(Change, Option<Moves>),
    /// The best plan that has it is as good on every level above the lot.
    Tie(Option<Moves>),
    /// The time was up before anything was proved.
    Unknown,
}

/// A level on which a plan would change.
pub type Change = Difference<Level>;

/// Placements that go and that come.
pub type Moves = reason::Moves<Placement>;

/// A plan and its program, to which questions are put.
pub struct Trial<'a> {
    pub(super) domain: &'a Domain,
    pub(super) roster: &'a Roster,
    pub(super) eligible: Eligible,
    pub(super) refusals: Refusals<'a>,
    /// The rule for which each session can never run.
    pub(super) idle: Vec<Option<Rule>>,
    pub(super) previous: Option<&'a Previous>,
    pub(super) formulation: Formulation<'a>,
    reached: Vec<i64>,
    held: Vec<ColumnIx>,
}

impl<'a> Trial<'a> {
    /// A roster that keeps the rules of a campaign, which holds a pin for whatever an earlier plan settles.
    pub fn of(domain: &'a Domain, roster: &'a Roster, previous: Option<&'a Previous>) -> Self {
        let eligible = eligible(domain, Rulebook::ALL);
        let formulation = formulate(domain, &eligible, Rulebook::ALL, previous);
        let held = roster.placements.iter().filter_map(|one| {
            let session = domain.position(one.session())?;
            eligible.position(one.ambassador, session).map(ColumnIx)
        });
        Self {
            held: held.collect(),
            idle: idle(domain, &eligible, Rulebook::ALL),
            refusals: Refusals::of(domain, Rulebook::ALL),
            reached: recount(domain, roster, previous).into_iter().map(|(_, value)| value).collect(),
            domain,
            roster,
            eligible,
            previous,
            formulation,
        }
    }

    /// The column of a pair that may still come; `None` where a rule or what is settled bars it.
    pub(super) fn open_column(&self, ambassador: AmbassadorIx, session: SessionIx) -> Option<ColumnIx> {
        let column = self.eligible.position(ambassador, session).map(ColumnIx)?;
        (self.formulation.model.program.columns[column.0].upper > 0).then_some(column)
    }

    /// Whether the plan could still change a session: what a repair keeps for its day is settled.
    pub(super) fn is_open(&self, session: SessionIx) -> bool {
        let Session { date, hours, .. } = *self.domain.session(session);
        self.previous.is_none_or(|previous| !previous.settled.terms.settle(date, hours))
    }

    /// What would be if so many of some pairs were placed at least.
    ///
    /// # Errors
    /// A [`Defect`] of the solver, or where what it finds fails when it is read a second time.
    pub(super) fn if_at_least(
        &self,
        columns: &[ColumnIx],
        least: i64,
        about: About,
        watch: &dyn Watch,
    ) -> Result<Consequence, Defect> {
        if watch.is_out_of_time() {
            return Ok(Consequence::Unknown);
        }
        let Self { formulation, reached, held, .. } = self;
        let mut forced = Formulation { domain: self.domain, model: formulation.model.clone() };
        forced.model.add_row(Family::Asked.about(about), ones(columns), Relation::AtLeast, least);
        let question =
            Counterfactual { model: &forced.model, names: &forced, reached, held, changes: Level::Changes };
        let compared = match question.verdict(watch, |point| forced.roster(point))? {
            Verdict::Impossible => return Ok(Consequence::Impossible),
            Verdict::Unknown => return Ok(Consequence::Unknown),
            Verdict::Compared(compared) => compared,
        };
        let Compared { difference, nearest } = compared;
        let moves = nearest.map(|found| self.confirmed(found, &forced)).transpose()?;
        Ok(match difference {
            Some(difference) => Consequence::Differs(difference, moves),
            None => Consequence::Tie(moves),
        })
    }

    /// What differs in the nearest plan, once that was read by the rules alone.
    fn confirmed(&self, found: Found<Roster, Level>, forced: &Formulation<'_>) -> Result<Moves, Defect> {
        let Found { roster, levels } = found;
        let moves = Moves::between(&self.roster.placements, &roster.placements);
        let mut counted = recount(self.domain, &roster, self.previous);
        let lot = counted.pop();
        counted.truncate(levels.len().saturating_sub(2));
        counted.push((Level::Changes, count(moves.gone.len())));
        counted.extend(lot);
        let findings = Findings {
            violations: violations(self.domain, &roster),
            unsettled: self.previous.map(|previous| unsettled(&roster, previous)).unwrap_or_default(),
            levels: counted,
        };
        let confirmed = findings.confirm(&levels);
        confirmed.map_err(|finding| Defect::of(finding, &forced.model.program, forced))?;
        Ok(moves)
    }
}
