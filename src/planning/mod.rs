//! What every planning problem shares, and nothing that one of them alone needs.
//!
//! [`rules`] (which are in force) and [`reason`] know neither program nor solver; [`outcome`] (what came of planning, and
//! a defect of ours), [`reading`] (the second reading of what was found) and [`conflict`] (what cannot hold together) do.

pub mod rules;

pub mod reason;

pub mod outcome;

pub mod reading;

pub mod conflict;
