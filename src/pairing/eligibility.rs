//! Which unit may go to which neighbourhood, and the rule that bars it when not.
//!
//! In: `Domain`. Out: [`Eligibility`], asked pair by pair.

use crate::{
    domain::{
        Domain,
        thursday::{Pairing, ThursdayAction, UnitNeighbourhood, all_pairs},
    },
    pairing::rule::Rule,
    planning::rules::Rulebook,
};
use std::collections::BTreeSet;

/// Answers for each pair whether it may be.
#[derive(Debug)]
pub struct Eligibility<'a> {
    domain: &'a Domain,
    max_metres: Option<i64>,
    fixed: BTreeSet<Pairing>,
    forbidden: BTreeSet<Pairing>,
}

impl<'a> Eligibility<'a> {
    /// Prepares the answers.
    pub fn new(domain: &'a Domain, action: &ThursdayAction) -> Self {
        Self {
            domain,
            max_metres: action.max_metres,
            fixed: pairs(&action.fixed),
            forbidden: pairs(&action.forbidden),
        }
    }

    /// The first rule that bars a pair; `None` where it may be.
    ///
    /// Without a location the distance is not known, so that only an agreed pair may be.
    pub fn refusal(&self, pair: Pairing) -> Option<Rule> {
        if self.forbidden.contains(&pair) {
            return Some(Rule::Forbidden);
        }
        let within = || {
            let metres = self.domain.pairing_metres(pair.unit, pair.neighbourhood)?;
            Some(self.max_metres.is_none_or(|limit| metres <= limit))
        };
        let reachable = self.fixed.contains(&pair) || within() == Some(true);
        (!reachable).then_some(Rule::PairingDistance)
    }

    /// Whether a pair was agreed already.
    pub fn is_fixed(&self, pair: Pairing) -> bool {
        self.fixed.contains(&pair)
    }

    /// Every pair that the rules in force allow, by unit, then neighbourhood.
    pub fn pairs(&self, rulebook: Rulebook<Rule>) -> Vec<Pairing> {
        let is_allowed = |pair: &Pairing| self.refusal(*pair).is_none_or(|rule| !rulebook.has(rule));
        all_pairs(self.domain).filter(is_allowed).collect()
    }
}

fn pairs(listed: &[UnitNeighbourhood]) -> BTreeSet<Pairing> {
    listed.iter().map(UnitNeighbourhood::pairing).collect()
}
