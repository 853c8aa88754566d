//! Pairing (结对): which unit goes to which neighbourhood, for the whole period.
//!
//! In: `Domain`. Out: pairings with levels and explanations. The rooms, in the order of use: [`rule`] and
//! [`level`] (the closed lists), [`eligibility`], [`review`], [`formulation`], [`reason`],
//! [`verification`], [`explanation`]; [`arrangement`] is the way from one end to the other.

pub mod rule;

pub mod level;

pub mod reason;

pub mod arrangement;
pub mod eligibility;
pub mod explanation;

pub mod counterfactual;
pub mod formulation;
pub mod review;
pub mod verification;
