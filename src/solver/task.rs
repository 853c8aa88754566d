//! What the stages of a solve hand on to each other: who solves, on what, and for how long.

use crate::{
    lp::Program,
    solver::{Watch, backend::Backend, costs::Costs},
};

/// Who relaxes, dives or branches, on what, and for how long.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// Who solves the relaxations.
    pub backend: &'a dyn Backend,
    /// Says which columns are branched on first, and which cuts there are.
    pub program: &'a Program,
    /// What is brought down.
    pub costs: &'a Costs,
    /// The time left.
    pub watch: &'a dyn Watch,
}
