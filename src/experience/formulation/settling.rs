//! What is known of every level beside what the solver proves: none is ever below 0.

use crate::lp::{LevelResult, Sense};

/// The same values; whatever is brought down is a count or a sum of costs, so that its bound is 0 at least, and a level is
/// proven where it meets that.
#[must_use]
pub fn settled<L>(mut levels: Vec<LevelResult<L>>) -> Vec<LevelResult<L>> {
    let mut above_proven = true;
    for result in &mut levels {
        if result.sense == Sense::Min {
            result.bound = result.bound.max(0);
        }
        result.proven = above_proven && result.value == result.bound;
        above_proven = result.proven;
    }
    levels
}
