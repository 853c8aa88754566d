//! Our own simplex method, which starts from the basis before; where its numbers fail, microlp answers instead.

use crate::solver::{
    Halt, Watch,
    backend::{Backend, microlp::Microlp},
    relaxation::{Basis, Relaxation, Restricted},
    simplex::{self, Unsolved},
};

/// The default backend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Simplex;

impl Backend for Simplex {
    fn name(&self) -> &'static str {
        "simplex"
    }

    fn relax(&self, program: &Restricted, basis: &mut Basis, watch: &dyn Watch) -> Result<Relaxation, Halt> {
        simplex::minimise(program, basis, watch).or_else(|unsolved| match unsolved {
            Unsolved::Unstable => Microlp.relax(program, basis, watch),
            Unsolved::Stopped => Err(Halt::Stopped),
        })
    }
}
