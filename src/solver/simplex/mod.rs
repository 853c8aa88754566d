//! A bounded simplex method that starts from the basis of the program before it.
//!
//! In: a restricted program and a [`Basis`]. Out: a vertex with prices, or the prices that prove that no point keeps
//! every row; and the basis for next time. Sifting solves hundreds of programs that differ in a few columns, rows or
//! bounds, or in their costs alone: from the last basis each takes a few exchanges.
//!
//! Where the basis breaks bounds, the dual method mends it, with costs shifted so that nothing is worth entering
//! (no first phase is needed, and its ray is a proof whatever the costs); then the primal method goes on with the true
//! costs, its bounds perturbed where steps of length 0 pile up (Koberstein 2005).

mod dual;
pub mod factor;
mod primal;
mod tableau;
mod transposed;

use crate::solver::{
    Watch,
    relaxation::{Basis, Priced, Relaxation, Restricted},
    simplex::{dual::Mended, tableau::Tableau},
};

/// How often the two methods may take turns before numbers are to blame.
const TURNS: usize = 40;

/// Why the method did not come to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsolved {
    /// Its numbers are no longer sound: rounding errors or steps of length 0 got the better of it.
    Unstable,
    /// The time was up.
    Stopped,
}

/// Minimises a program from a basis, which is brought up to date.
///
/// # Errors
/// [`Unsolved`], and then the basis is left as it was.
pub fn minimise(program: &Restricted, basis: &mut Basis, watch: &dyn Watch) -> Result<Relaxation, Unsolved> {
    let mut tableau = Tableau::of(program, basis, watch)?;
    let outcome = alternate(&mut tableau)?;
    tableau.write(basis);
    Ok(outcome)
}

fn alternate(tableau: &mut Tableau<'_>) -> Result<Relaxation, Unsolved> {
    for turn in 0..TURNS {
        if !tableau.is_primal_feasible()
            && let Mended::Never(prices) = dual::mend(tableau)?
        {
            return Ok(Relaxation::Empty(Some(prices)));
        }
        if tableau.is_dual_feasible() {
            return Ok(Relaxation::Optimal(Priced { point: tableau.point(), prices: tableau.prices() }));
        }
        primal::minimise(tableau, turn < TURNS / 2)?;
    }
    Err(Unsolved::Unstable)
}
