//! Which cuts are taken in: the deepest, as long as they are not much like one that is taken already.

use crate::{lp::Row, solver::cuts::Cut};

/// Cuts taken in at a time at the most.
const MOST: usize = 400;
/// The cosine of two cuts from which on they are much alike.
const ALIKE: f64 = 0.9;

/// The cuts to be taken in.
pub(super) fn selected(mut cuts: Vec<Cut>) -> Vec<Cut> {
    cuts.sort_by(|one, other| {
        other.depth.total_cmp(&one.depth).then_with(|| one.row.terms.cmp(&other.row.terms))
    });
    let mut taken: Vec<Cut> = Vec::new();
    for cut in cuts {
        if taken.len() == MOST {
            break;
        }
        if taken.iter().all(|other| cosine(&cut.row, &other.row) < ALIKE) {
            taken.push(cut);
        }
    }
    taken
}

/// The cosine of the angle between two rows.
#[expect(clippy::cast_precision_loss, reason = "for comparing only")]
fn cosine(one: &Row, other: &Row) -> f64 {
    let (mut left, mut right) = (one.terms.iter().peekable(), other.terms.iter().peekable());
    let mut product = 0.0;
    while let (Some(&&(a, x)), Some(&&(b, y))) = (left.peek(), right.peek()) {
        if a == b {
            product += x as f64 * y as f64;
        }
        if a <= b {
            left.next();
        }
        if b <= a {
            right.next();
        }
    }
    product / (length(one) * length(other))
}

/// The Euclidean length of a row.
#[expect(clippy::cast_precision_loss, reason = "for comparing only")]
pub(super) fn length(row: &Row) -> f64 {
    row.terms.iter().map(|&(_, coefficient)| (coefficient as f64).powi(2)).sum::<f64>().sqrt()
}
