//! The experience: who spends which day at which post.
//!
//! In: `Domain`. Out: a [`roster`] with levels and reasons. The rooms, in the order of use: [`rule`] and [`level`]
//! (the closed lists), [`eligibility`], [`formulation`], [`review`], [`roster`], [`reason`],
//! [`verification`], [`explanation`], [`reserves`]; [`size`] says beforehand how large a program will be.

pub mod rule;

pub mod level;

pub mod eligibility;

pub mod roster;

pub mod reason;

pub mod formulation;

pub mod size;

pub mod review;

pub mod verification;

pub mod explanation;

pub mod reserves;
