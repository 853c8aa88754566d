//! What every planning problem shares, and nothing that one of them alone needs.
//!
//! [`rules`] (which are in force), [`violation`], [`reason`] and [`earlier`] (what an earlier plan had) know neither
//! program nor solver; [`model`] (a program and what it is about), [`outcome`] (what came of planning, and a defect of
//! ours), [`reading`] (the second reading of what was found), [`conflict`] (what cannot hold together), [`ways`] (what
//! is given up so that the rest holds) and [`counterfactual`] (what would be if) do.

pub mod rules;

pub mod violation;

pub mod reason;

pub mod earlier;

pub mod model;

pub mod outcome;

pub mod reading;

pub mod conflict;

pub mod ways;

pub mod counterfactual;
