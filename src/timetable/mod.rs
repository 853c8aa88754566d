//! The timetable: what each pairing holds on which Thursday, given the pairings.
//!
//! In: `Domain` and pairings. Out: a [`roster`] with levels and explanations. The rooms, in the order of use:
//! [`rule`] and [`level`] (the closed lists), [`eligibility`], [`review`], [`formulation`], [`components`] (what can be
//! solved apart), [`roster`], [`reason`], [`verification`], [`explanation`].

pub mod rule;

pub mod level;

pub mod roster;

pub mod reason;

pub mod arrangement;
pub mod components;
mod coupled;
pub mod eligibility;
pub mod explanation;
pub mod formulation;
pub mod month;
pub mod parts;
pub mod review;
pub mod verification;
