//! What the lexicographic solve asks of a general solver: one linear program at a time, in floats.
//!
//! Nothing that a backend says is believed: points are rounded and checked, bounds recomputed, all in whole numbers.

#[cfg(feature = "highs")]
pub mod highs;
pub mod microlp;
pub mod model;
pub mod simplex;

use crate::solver::{
    Halt, Watch,
    relaxation::{Basis, Relaxation, Restricted},
};

/// A solver of linear programs.
pub trait Backend: Sync {
    /// Its name, as it stands in plans.
    fn name(&self) -> &'static str;

    /// Minimises a program; `basis` is where to start, and is brought up to date by a solver that has one.
    ///
    /// # Errors
    /// [`Halt`] when the time is up, or when it fails in a way that says nothing of the program.
    fn relax(&self, program: &Restricted, basis: &mut Basis, watch: &dyn Watch) -> Result<Relaxation, Halt>;
}

/// The best backend of this build.
pub fn best() -> &'static dyn Backend {
    #[cfg(feature = "highs")]
    return &highs::Highs;
    #[cfg(not(feature = "highs"))]
    return &simplex::Simplex;
}
