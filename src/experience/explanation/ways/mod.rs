//! Ways out where no plan keeps every pin, group and rule.
//!
//! In: a `Domain` of which the solver proved a contradiction. Out: [`Ways`]: what is given up so that all the rest holds, each
//! with what to do for it ([`remedy`]). Given up are entries of the campaign and limits ([`concession`]); that the rest holds
//! is shown by a roster, found in a program in which every row may be given up (`relaxed`), and read a second time.

pub mod concession;
mod relaxed;
pub mod remedy;

use crate::{
    domain::Domain,
    experience::{
        explanation::conflict::Member,
        formulation::Formulation,
        roster::{Previous, Roster},
        verification::{unsettled, violations},
    },
    lp::ColumnIx,
    planning::{
        outcome::Defect,
        ways::{MOST, Way as Point},
    },
    solver::Watch,
};
use concession::Concessions;
use relaxed::{Relaxed, relaxed};
use remedy::Step;

/// Ways out of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ways {
    /// Those with the fewest given up first, then in the order of the file.
    pub ways: Vec<Way>,
    /// What is known of others.
    pub others: Others,
}

/// What is known of further ways out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Others {
    /// The time was up before they were looked for.
    #[default]
    NotSought,
    /// There are too many people and sessions to look for any.
    TooLarge,
    /// There are none that give up only what can be ([`concession`]); proved.
    None,
    /// There may be some with no fewer given up: so many are told and no more.
    Perhaps,
}

/// What is given up so that all the rest holds, and none of it can be spared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What is given up, in the order of the file.
    pub given_up: Vec<Member>,
    /// What to do for each of them.
    pub steps: Vec<Step>,
    /// A roster that keeps all the rest, with as few placements as can be.
    pub roster: Roster,
}

impl Way {
    /// The options that do it, each once; what has none is changed in its file.
    pub fn options(&self) -> Vec<&str> {
        let mut options: Vec<&str> = Vec::new();
        for option in self.steps.iter().flat_map(|step| &step.options) {
            if !options.contains(&option.as_str()) {
                options.push(option);
            }
        }
        options
    }
}

/// The ways out; pins from the `agreed`th on keep what was before a repair, and are never given up.
///
/// # Errors
/// A [`Defect`] of the solver, or where a roster fails when it is read a second time.
pub fn ways(
    domain: &Domain,
    previous: Option<&Previous>,
    agreed: usize,
    watch: &dyn Watch,
) -> Result<Ways, Defect> {
    let concessions = Concessions::of(domain, agreed);
    let Relaxed { relaxation, placements } = match relaxed(&concessions, previous, watch) {
        Ok(relaxed) => relaxed,
        Err(others) => return Ok(Ways { ways: Vec::new(), others }),
    };
    let columns: Vec<ColumnIx> = (0..placements.model.columns.len()).map(ColumnIx).collect();
    let defect = |finding: String| Defect::of(finding, &placements.model.program, &placements);
    let order = |member: &Member| concession::order(*member, domain);
    let found = relaxation.ways(order, &columns, watch).map_err(|error| defect(error.0))?;
    let ways = found.ways.into_iter().map(|way| {
        let way = told(&concessions, way, &placements);
        confirm(&concessions, &way, previous).map_err(defect)?;
        Ok(way)
    });
    let ways: Vec<Way> = ways.collect::<Result<_, Defect>>()?;
    let others = match found.is_all {
        false => Others::NotSought,
        true if ways.len() == MOST => Others::Perhaps,
        true => Others::None,
    };
    Ok(Ways { ways, others })
}

fn told(concessions: &Concessions<'_>, way: Point<Member>, placements: &Formulation<'_>) -> Way {
    let Point { given_up, point } = way;
    let roster = placements.roster(&point[..placements.model.columns.len()]);
    Way { steps: remedy::steps(concessions, &given_up, &roster), given_up, roster }
}

/// Reads a roster a second time: nothing is broken but what was given up.
fn confirm(concessions: &Concessions<'_>, way: &Way, previous: Option<&Previous>) -> Result<(), String> {
    let without = concession::without(concessions.domain, &way.given_up);
    for broken in violations(&without, &way.roster) {
        let first = broken.entries.first().map(|&position| way.roster.placements[position]);
        let given_up = first.and_then(|one| concessions.of_placement(broken.rule, one));
        if given_up.is_none_or(|member| !way.given_up.contains(&member)) {
            return Err(format!("a way out breaks more than it gives up: {broken:?}, {:?}", way.given_up));
        }
    }
    let moved = previous.map(|previous| unsettled(&way.roster, previous)).unwrap_or_default();
    if moved.is_empty() { Ok(()) } else { Err(format!("a way out moves what was settled: {moved:?}")) }
}
