//! The pairing as a linear program.
//!
//! In: `Domain` and its Thursday Action. Out: [`Formulation`], a program and what its columns and rows are about.
//! Columns: p\[u,n\] ∈ {0,1} for each eligible pair; short\[u\] and short\[n\], how many pairings are lacking.

mod levels;
mod names;
mod rules;

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Pairing, Pairings, ThursdayAction},
    },
    lp::{ColumnIx, Tier},
    pairing::{eligibility::Eligibility, level::Level, rule::Rule},
    planning::earlier::Earlier,
    planning::{model::Model, rules::Rulebook},
};

/// What a column decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnSubject {
    /// Whether a pair is made.
    Pair(Pairing),
    /// How many neighbourhoods a unit lacks of its minimum.
    UnitLacks(UnitIx),
    /// How many units a neighbourhood lacks of its minimum.
    NeighbourhoodLacks(NeighbourhoodIx),
}

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSubject {
    /// `neighbourhoods-per-unit` of a unit.
    PerUnit(UnitIx),
    /// `units-per-neighbourhood` of a neighbourhood.
    PerNeighbourhood(NeighbourhoodIx),
    /// `fixed` for a pair.
    Fixed(Pairing),
    /// A pair that a repair keeps.
    Settled(Pairing),
    /// Counts what a unit lacks, for the level `paired`.
    Paired(UnitIx),
    /// Counts what a neighbourhood lacks, for the level `reached`.
    Reached(NeighbourhoodIx),
}

/// The program and what it is about.
#[derive(Debug, Clone)]
pub struct Formulation<'a> {
    domain: &'a Domain,
    action: &'a ThursdayAction,
    /// The program, what each column decides and what each row says.
    pub model: Model<ColumnSubject, RowSubject, Level>,
    of_unit: Vec<Vec<ColumnIx>>,
    of_neighbourhood: Vec<Vec<ColumnIx>>,
}

/// States the pairing under the rules in force; after an earlier plan as little of it as possible is to change.
pub fn formulate<'a>(
    domain: &'a Domain,
    action: &'a ThursdayAction,
    rulebook: Rulebook<Rule>,
    previous: Option<&Earlier<Pairing, Vec<Pairing>>>,
) -> Formulation<'a> {
    let mut formulation = Formulation::with_pairs(domain, action, rulebook);
    if rulebook.has(Rule::NeighbourhoodsPerUnit) {
        formulation.neighbourhoods_per_unit();
    }
    if rulebook.has(Rule::UnitsPerNeighbourhood) {
        formulation.units_per_neighbourhood();
    }
    if rulebook.has(Rule::Fixed) {
        formulation.fixed();
    }
    if let Some(previous) = previous {
        formulation.settled(previous);
        formulation.changes(previous);
    }
    formulation.paired();
    formulation.reached();
    formulation.nearest();
    formulation.lot();
    formulation
}

impl<'a> Formulation<'a> {
    fn with_pairs(domain: &'a Domain, action: &'a ThursdayAction, rulebook: Rulebook<Rule>) -> Self {
        let mut formulation = Self {
            domain,
            action,
            model: Model::default(),
            of_unit: vec![Vec::new(); domain.units.len()],
            of_neighbourhood: vec![Vec::new(); domain.neighbourhoods.len()],
        };
        for pair in Eligibility::new(domain, action).pairs(rulebook) {
            let column = formulation.model.add_column(ColumnSubject::Pair(pair), 1, Tier::Ordinary);
            formulation.of_unit[pair.unit.0].push(column);
            formulation.of_neighbourhood[pair.neighbourhood.0].push(column);
        }
        formulation
    }

    /// The pairings that a point of the program stands for.
    pub fn pairings(&self, point: &[i64]) -> Pairings {
        let chosen = self.model.columns.iter().zip(point).filter_map(|(subject, &value)| match *subject {
            ColumnSubject::Pair(pair) if value == 1 => Some(pair),
            _ => None,
        });
        Pairings { pairings: chosen.collect() }
    }
}
