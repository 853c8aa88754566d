//! The experience: who is eligible, the program, its solution, the roster, and the second reading; and a plan in question.

pub mod claims;

use crate::{
    domain::{
        Domain,
        rules::{Priority, WishPolicy},
    },
    experience::{
        eligibility,
        explanation::{
            claims::Missing,
            consequence::Trial,
            contradiction::{Conflict, conflict},
            reasons,
            ways::ways,
        },
        formulation::{formulate, settling::settled},
        level::Level,
        roster::Previous,
        verification::{recount, seeks_most, unsettled, violations},
    },
    lp::Sense,
    pipeline::{
        export::{self, ExportedLevel},
        levels::Checked,
        mending::EarlierRosters,
    },
    plan::{ExperiencePlan, Plan},
    planning::{
        outcome::{Defect, Found, Outcome, solve},
        reading::Findings,
        rules::Rulebook,
    },
    solver::Watch,
};

impl Checked for Level {
    fn from_id(id: &str) -> Option<Self> {
        Self::from_id(id)
    }

    fn sense(self, policy: WishPolicy) -> Sense {
        if seeks_most(self, policy) { Sense::Max } else { Sense::Min }
    }

    fn follows_from_rosters(self) -> bool {
        self == Self::Priority(Priority::Days)
    }
}

/// The program of each level of a plan that mends no other.
///
/// # Errors
/// Those of `take`.
pub(super) fn export<E>(
    domain: &Domain,
    plan: &ExperiencePlan,
    take: &mut dyn FnMut(ExportedLevel) -> Result<(), E>,
) -> Result<(), E> {
    let eligible = eligibility::eligible(domain, Rulebook::ALL);
    let formulation = formulate(domain, &eligible, Rulebook::ALL, None);
    let reached: Vec<i64> = plan.levels.iter().map(|level| level.value).collect();
    export::levels("experience", &formulation.model.program, &formulation, &reached, take)
}

/// Who spends which day at which post; after an earlier plan, as little of it as possible changes.
pub(super) fn plan(
    domain: &Domain,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Outcome<ExperiencePlan, Option<Conflict>>, Defect> {
    let eligible = eligibility::eligible(domain, Rulebook::ALL);
    let formulation = formulate(domain, &eligible, Rulebook::ALL, previous);
    let defect = |finding: String| Defect::of(finding, &formulation.model.program, &formulation);
    let Found { roster, levels } =
        match solve(&formulation.model, &formulation, watch, |point| formulation.roster(point))? {
            Outcome::Planned(found) => found,
            Outcome::Contradiction(()) => {
                let found = conflict(domain, previous, watch).map_err(|error| defect(error.0))?;
                let agreed = Previous::agreed(previous, &domain.pins).len();
                let with_ways =
                    |found: Conflict| Ok(Conflict { ways: ways(domain, previous, agreed, watch)?, ..found });
                return Ok(Outcome::Contradiction(found.map(with_ways).transpose()?));
            }
            Outcome::NothingFound => return Ok(Outcome::NothingFound),
        };
    let levels = settled(levels);
    let findings = Findings {
        violations: violations(domain, &roster),
        unsettled: previous.map(|previous| unsettled(&roster, previous)).unwrap_or_default(),
        levels: recount(domain, &roster, previous),
    };
    findings.confirm(&levels).map_err(defect)?;
    // What a repair keeps was agreed with nobody.
    let own = Domain { pins: Previous::agreed(previous, &domain.pins).to_vec(), ..domain.clone() };
    let (unplaced, shortages, unfulfilled) = reasons::explain(&own, &eligible, &roster, previous);
    Ok(Outcome::Planned(ExperiencePlan { levels, roster, unplaced, shortages, unfulfilled, claims: None }))
}

/// What a plan was made from: the campaign, with what an earlier plan settles as if it were agreed.
#[derive(Debug, Clone)]
pub struct Premises {
    domain: Domain,
    previous: Option<Previous>,
}

impl Premises {
    /// Those of a plan of a campaign; `mended` is what the plan had that it mends, where it mends one.
    pub fn of(domain: &Domain, mended: Option<&EarlierRosters>) -> Self {
        let previous = mended.map(|mended| mended.experience.clone());
        let mut domain = domain.clone();
        let kept = previous.iter().flat_map(|previous| previous.kept(&domain));
        let kept: Vec<_> = kept.collect();
        domain.pins.extend(kept);
        Self { domain, previous }
    }

    /// What a plan does not have. Where a repair was to move nobody but some, the plan before says why of all others.
    pub(super) fn missing(&self, trial: &Trial<'_>, plan: &Plan) -> Vec<Missing> {
        let only = plan.mends.as_ref().and_then(|mends| mends.only.as_ref());
        let may_move = |missing: &Missing| match missing {
            Missing::OfPerson(person, _) => {
                only.is_none_or(|only| only.people.contains(&self.domain.ambassador(*person).id))
            }
            Missing::Seat(..) => true,
        };
        trial.missing(&plan.experience.shortages).into_iter().filter(may_move).collect()
    }

    /// The plan's roster in question.
    pub fn trial<'a>(&'a self, plan: &'a Plan) -> Trial<'a> {
        Trial::of(&self.domain, &plan.experience.roster, self.previous.as_ref())
    }
}
