//! Mixed-integer rounding (Nemhauser, Wolsey 1990) of sums of rows (Marchand, Wolsey 2001), all columns being whole.
//!
//! From Σ aⱼ tⱼ ≤ b with whole tⱼ ≥ 0 and a divisor d follows, with r = b mod d and rⱼ = aⱼ mod d,
//! Σ ((d − r) ⌊aⱼ / d⌋ + max(0, rⱼ − r)) tⱼ ≤ (d − r) ⌊b / d⌋.

use crate::{
    lp::{ColumnIx, Relation, Row, Terms},
    solver::cuts::{
        Cut, Relaxed,
        aggregation::{LARGEST, Side, Sum, gcd},
        selection::length,
    },
};

/// The least depth of a cut that is worth having.
const LEAST: f64 = 0.005;
/// Sums tried after the deepest cut so far.
const MORE: usize = 2;
/// Divisors tried at the most.
const DIVISORS: usize = 8;
/// Columns with which a cut is too dense.
const DENSE: usize = 4_000;
/// Columns that are tried from their other bound at the most.
const TURNED: usize = 12;

/// The cuts that a vertex breaks.
pub(super) fn cuts(at: &Relaxed<'_>, sides: &[Vec<Side>]) -> Vec<Cut> {
    let mut sum = Sum::new(at.columns.len());
    let mut cuts = Vec::new();
    for &side in sides.iter().flatten() {
        let terms = &at.rows.all[side.index].terms;
        if !terms.iter().any(|&(ColumnIx(column), _)| at.distance[column] > LEAST) {
            continue;
        }
        sum.begin(at, side);
        cuts.extend(deepest(at, &mut sum, sides));
    }
    cuts
}

/// The deepest cut of a row and the sums that begin with it.
fn deepest(at: &Relaxed<'_>, sum: &mut Sum, sides: &[Vec<Side>]) -> Option<Cut> {
    let mut deepest: Option<Cut> = None;
    let mut idle = 0;
    while idle <= MORE {
        idle += usize::from(deepest.is_some());
        let rounded = Inequality::of(at, sum).and_then(|inequality| inequality.rounded(at));
        if let Some(cut) = rounded.filter(|cut| deepest.as_ref().is_none_or(|known| cut.depth > known.depth))
        {
            deepest = Some(Cut { rests_on_levels: sum.rests_on_levels, ..cut });
            idle = 0;
        }
        if sum.extend(at, sides).is_none() {
            break;
        }
    }
    deepest
}

/// A column of an inequality, counted from one of its bounds.
#[derive(Debug, Clone, Copy)]
struct Counted {
    column: usize,
    /// The coefficient of t.
    coefficient: i64,
    /// Whether t is what is left to the upper bound.
    is_from_above: bool,
    /// Where t stands at the vertex.
    value: f64,
    /// How far t may go.
    span: i64,
}

/// Σ aⱼ tⱼ ≤ b over whole tⱼ ≥ 0.
pub(super) struct Inequality {
    terms: Vec<Counted>,
    right: i64,
}

impl Inequality {
    /// A sum with each column counted from the nearer of its bounds; `None` where numbers are too large.
    #[expect(clippy::cast_precision_loss, reason = "columns are far below 2⁵³")]
    pub(super) fn of(at: &Relaxed<'_>, sum: &Sum) -> Option<Self> {
        let mut terms = Vec::new();
        let mut right = i128::from(sum.right);
        for &column in sum.columns.iter().filter(|&&column| sum.of[column] != 0) {
            let (bounds, value) = (at.columns[column], at.vertex[column]);
            let (below, above) = (value - bounds.lower as f64, bounds.upper as f64 - value);
            let is_from_above = above < below;
            let bound = if is_from_above { bounds.upper } else { bounds.lower };
            right -= i128::from(sum.of[column]) * i128::from(bound);
            terms.push(Counted {
                column,
                coefficient: if is_from_above { -sum.of[column] } else { sum.of[column] },
                is_from_above,
                value: below.min(above).max(0.0),
                span: bounds.upper - bounds.lower,
            });
        }
        let right = i64::try_from(right).ok().filter(|right| right.abs() <= LARGEST)?;
        (terms.len() <= DENSE).then_some(Self { terms, right })
    }

    /// The deepest cut by rounding, where one is deep enough.
    fn rounded(mut self, at: &Relaxed<'_>) -> Option<Cut> {
        let mut divisors: Vec<i64> = (self.terms.iter())
            .filter(|term| term.value > LEAST)
            .map(|term| term.coefficient.abs())
            .filter(|&divisor| divisor > 1)
            .collect();
        divisors.sort_unstable();
        divisors.dedup();
        divisors.truncate(DIVISORS);
        let deepest = divisors.into_iter().map(|divisor| (self.depth(divisor), divisor));
        let (mut depth, mut divisor) = deepest.max_by(|one, other| one.0.total_cmp(&other.0))?;
        if depth <= 0.0 {
            return None;
        }
        for smaller in [divisor / 2, divisor / 4, divisor / 8] {
            let found = if smaller > 1 { self.depth(smaller) } else { 0.0 };
            if found > depth {
                (depth, divisor) = (found, smaller);
            }
        }
        self.turn_columns(divisor, &mut depth);
        if depth < LEAST { None } else { self.rounded_by(at, divisor) }
    }

    /// The cut by a divisor, where it is deep enough.
    pub(super) fn rounded_by(&self, at: &Relaxed<'_>, divisor: i64) -> Option<Cut> {
        let row = self.cut(at, divisor)?;
        let depth = row.violation(at.vertex) / length(&row);
        (depth >= LEAST).then_some(Cut { row, rests_on_levels: false, depth })
    }

    /// Counts columns from their other bounds where that cuts deeper.
    fn turn_columns(&mut self, divisor: i64, depth: &mut f64) {
        let mut between: Vec<usize> =
            (0..self.terms.len()).filter(|&term| self.terms[term].value > LEAST).collect();
        between.sort_by(|&one, &other| self.terms[other].value.total_cmp(&self.terms[one].value));
        between.truncate(TURNED);
        for term in between {
            self.turn(term);
            let found = self.depth(divisor);
            if found > *depth && self.right.abs() <= LARGEST {
                *depth = found;
            } else {
                self.turn(term);
            }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "columns are far below 2⁵³")]
    fn turn(&mut self, term: usize) {
        let term = &mut self.terms[term];
        self.right -= term.coefficient * term.span;
        term.coefficient = -term.coefficient;
        term.is_from_above = !term.is_from_above;
        term.value = term.span as f64 - term.value;
    }

    /// How deep the cut by a divisor is.
    #[expect(clippy::cast_precision_loss, reason = "for comparing only")]
    fn depth(&self, divisor: i64) -> f64 {
        let Some(rounding) = Rounding::of(divisor, self.right) else { return 0.0 };
        let (mut left, mut squares) = (0.0, 0.0);
        for term in &self.terms {
            let coefficient = rounding.coefficient(term.coefficient) as f64;
            left += coefficient * term.value;
            squares += coefficient * coefficient;
        }
        if squares > 0.0 { (left - rounding.right(self.right) as f64) / squares.sqrt() } else { 0.0 }
    }

    /// The cut by a divisor, over the columns themselves; `None` where numbers are too large.
    fn cut(&self, at: &Relaxed<'_>, divisor: i64) -> Option<Row> {
        let rounding = Rounding::of(divisor, self.right)?;
        let mut right = rounding.right(self.right);
        let mut terms = Terms::new();
        for term in &self.terms {
            let coefficient = rounding.coefficient(term.coefficient);
            if coefficient == 0 {
                continue;
            }
            let bounds = at.columns[term.column];
            let (bound, sign) = if term.is_from_above { (bounds.upper, -1) } else { (bounds.lower, 1) };
            let signed = i64::try_from(coefficient * sign).ok()?;
            right += i128::from(signed) * i128::from(bound);
            terms.push((ColumnIx(term.column), signed));
        }
        terms.sort_unstable();
        let divisor = terms.iter().fold(0, |divisor, &(_, coefficient)| gcd(divisor, coefficient));
        if divisor == 0 || terms.iter().any(|&(_, coefficient)| coefficient.abs() > LARGEST) {
            return None;
        }
        for (_, coefficient) in &mut terms {
            *coefficient /= divisor;
        }
        let right = i64::try_from(right.div_euclid(i128::from(divisor))).ok()?;
        Some(Row { terms, relation: Relation::AtMost, right })
    }
}

/// Rounding by a divisor that leaves something of a right side.
struct Rounding {
    divisor: i64,
    rest: i64,
}

impl Rounding {
    fn of(divisor: i64, right: i64) -> Option<Self> {
        let rest = right.rem_euclid(divisor);
        (rest != 0).then_some(Self { divisor, rest })
    }

    fn coefficient(&self, of: i64) -> i128 {
        let whole = i128::from(self.divisor - self.rest) * i128::from(of.div_euclid(self.divisor));
        whole + i128::from((of.rem_euclid(self.divisor) - self.rest).max(0))
    }

    fn right(&self, of: i64) -> i128 {
        i128::from(self.divisor - self.rest) * i128::from(of.div_euclid(self.divisor))
    }
}
