//! Our own simplex method, which starts from the basis before; where its numbers fail, microlp answers instead.

use crate::solver::{
    BackendError,
    backend::{Backend, Basis, Relaxation, Restricted, microlp::Microlp},
    simplex,
};

/// The default backend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Simplex;

impl Backend for Simplex {
    fn name(&self) -> &'static str {
        "simplex"
    }

    fn relax(&self, program: &Restricted, basis: &mut Basis) -> Result<Relaxation, BackendError> {
        simplex::minimise(program, basis).or_else(|simplex::Lost| Microlp.relax(program, basis))
    }
}
