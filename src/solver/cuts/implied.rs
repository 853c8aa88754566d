//! Bounds that one column implies for another (Savelsbergh 1994): from Σ aⱼ xⱼ ≤ c · z with z ∈ {0, 1} and xⱼ ≥ 0
//! follows xⱼ ≤ ⌊c / aⱼ⌋ · z for each j, which is more than the row says of it alone.

use crate::{
    lp::{ColumnIx, Relation, Row, Terms},
    solver::cuts::{Cut, Relaxed},
};

/// The least by which a bound must be broken.
const LEAST: f64 = 0.01;

/// The bounds that a vertex breaks.
pub(super) fn cuts(at: &Relaxed<'_>) -> Vec<Cut> {
    let mut cuts = Vec::new();
    for (index, row) in at.rows.all.iter().enumerate() {
        if row.relation == Relation::AtLeast || row.right != 0 {
            continue;
        }
        let mut negative = row.terms.iter().filter(|&&(_, coefficient)| coefficient < 0);
        let (Some(&(switch, most)), None) = (negative.next(), negative.next()) else { continue };
        let bounds = at.columns[switch.0];
        if (bounds.lower, bounds.upper) == (0, 1) {
            let rests_on_levels = at.rows.rests_on_levels(index);
            let bounds = broken_bounds(at, &row.terms, switch, -most);
            cuts.extend(bounds.map(|(row, depth)| Cut { row, rests_on_levels, depth }));
        }
    }
    cuts
}

/// The bounds of a row's other columns that are broken, with how far.
#[expect(clippy::cast_precision_loss, reason = "columns are far below 2⁵³")]
fn broken_bounds<'a>(
    at: &'a Relaxed<'a>,
    terms: &'a Terms,
    switch: ColumnIx,
    most: i64,
) -> impl Iterator<Item = (Row, f64)> + 'a {
    let is_nonnegative = terms.iter().all(|&(column, _)| at.columns[column.0].lower >= 0);
    let others = terms.iter().filter(move |&&(column, _)| is_nonnegative && column != switch);
    others.filter_map(move |&(column, coefficient)| {
        let bound = (most / coefficient).min(at.columns[column.0].upper);
        let violation = at.vertex[column.0] - bound as f64 * at.vertex[switch.0];
        let mut terms = vec![(column, 1), (switch, -bound)];
        terms.retain(|&(_, coefficient)| coefficient != 0);
        terms.sort_unstable();
        let depth = violation / (1.0 + (bound * bound) as f64).sqrt();
        (violation > LEAST).then_some((Row { terms, relation: Relation::AtMost, right: 0 }, depth))
    })
}
