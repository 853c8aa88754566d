//! Pairing (结对): which unit goes to which neighbourhood, for the whole period.
//!
//! In: `Domain`. Out: a [`roster`] with levels and explanations. The rooms, in the order of use: [`rule`] (the
//! closed list), [`eligibility`], [`review`], [`formulation`], [`roster`], [`reason`],
//! [`verification`], [`explanation`].

pub mod rule;

pub mod roster;

pub mod reason;

pub mod arrangement;
pub mod eligibility;
pub mod explanation;
pub mod formulation;
pub mod review;
pub mod verification;
