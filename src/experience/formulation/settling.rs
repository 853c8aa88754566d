//! What is known of every level beside what the solver proves: none is ever below 0.

use crate::{experience::formulation::Formulation, lp::Sense, solver::Solution};

impl Formulation<'_> {
    /// The same point; whatever is brought down is a count or a sum of costs, so that its bound is 0 at least, and a level
    /// is proven where it meets that.
    #[must_use]
    pub fn settled(&self, mut solution: Solution) -> Solution {
        let mut above_proven = true;
        for result in &mut solution.levels {
            if result.sense == Sense::Min {
                result.bound = result.bound.max(0);
            }
            result.proven = above_proven && result.value == result.bound;
            above_proven = result.proven;
        }
        solution
    }
}
