//! Why somebody is not placed and why a seat stays empty, as data.
//!
//! In: `Domain`, who is eligible, the roster. Out: a [`Reason`] for each. Here are the types; [`reasons`] finds them.

pub mod conflict;
mod irreducible;
mod narrowing;
pub mod reasons;

use crate::{
    domain::{people::AmbassadorIx, places::PostIx},
    experience::rule::Rule,
};

/// Why something could not be; nothing more is claimed than was proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is left that the rules allow; by which rules, how many pairs each bars (a pair counts for the first
    /// rule that bars it).
    Barred(Vec<(Rule, usize)>),
    /// Eligible, but the levels were served better otherwise.
    Outweighed,
}

/// An ambassador without a session (待安排).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// Why.
    pub reason: Reason,
}

/// A post whose need is not met (空岗).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// Which.
    pub post: PostIx,
    /// Ambassadors wanted.
    pub need: u32,
    /// Ambassadors placed.
    pub placed: u32,
    /// Why.
    pub reason: Reason,
}
