//! Sums of rows in which fractional columns cancel: what rounding finds cuts in that no single row shows (Marchand, Wolsey
//! 2001).
//!
//! In: a row to begin with. Out: one sum after the other, each with one more row, all in whole numbers.

use crate::{
    lp::{ColumnIx, Relation, Row},
    solver::cuts::Relaxed,
};

/// Numbers larger than this do not come into a sum.
pub(super) const LARGEST: i64 = 1 << 31;
/// Rows of a sum at the most.
const ROWS: usize = 24;
/// How far from its right side a row that is just tight may lie.
const TIGHT: f64 = 1e-6;
/// Fractional columns that are looked at for the next row.
const PIVOTS: usize = 4;

/// A row read as "at most".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Side {
    /// Which.
    pub(super) index: usize,
    /// 1 as it is, −1 turned.
    pub(super) sign: i64,
    /// Whether it may be read so only where the levels above have their values.
    pub(super) rests_on_levels: bool,
}

/// A sum of rows, each times a number above 0: Σ aⱼ xⱼ ≤ b.
pub(super) struct Sum {
    /// The coefficient of every column.
    pub(super) of: Vec<i64>,
    /// The columns whose coefficient is or was not 0.
    pub(super) columns: Vec<usize>,
    /// The right side.
    pub(super) right: i64,
    /// Whether it holds only where the levels above have their values.
    pub(super) rests_on_levels: bool,
    is_known: Vec<bool>,
    rows: Vec<usize>,
}

impl Sum {
    /// The sum of nothing, over so many columns.
    pub(super) fn new(columns: usize) -> Self {
        Self {
            of: vec![0; columns],
            columns: Vec::new(),
            right: 0,
            rests_on_levels: false,
            is_known: vec![false; columns],
            rows: Vec::new(),
        }
    }

    /// Begins again with one row.
    pub(super) fn begin(&mut self, at: &Relaxed<'_>, side: Side) {
        for column in self.columns.drain(..) {
            self.of[column] = 0;
            self.is_known[column] = false;
        }
        self.right = 0;
        self.rests_on_levels = false;
        self.rows.clear();
        let _ = self.add(&at.rows.all[side.index], side, 1);
    }

    /// Adds a row; `None` where numbers become too large.
    pub(super) fn include(&mut self, at: &Relaxed<'_>, side: Side) -> Option<()> {
        self.add(&at.rows.all[side.index], side, 1)
    }

    /// Adds the row that cancels most of what is fractional; `None` where there is none, or numbers become too large.
    pub(super) fn extend(&mut self, at: &Relaxed<'_>, sides: &[Vec<Side>]) -> Option<()> {
        if self.rows.len() == ROWS {
            return None;
        }
        let mut fractional: Vec<usize> = (self.columns.iter().copied())
            .filter(|&column| self.of[column] != 0 && at.distance[column] > TIGHT)
            .collect();
        fractional
            .sort_by(|&one, &other| at.distance[other].total_cmp(&at.distance[one]).then(one.cmp(&other)));
        let pivots = &fractional[..fractional.len().min(PIVOTS)];
        let mut best: Option<(i64, Side, usize)> = None;
        for &pivot in pivots {
            for &side in at.rows.of_column(pivot).flat_map(|(index, _)| &sides[index]) {
                if self.rows.contains(&side.index) {
                    continue;
                }
                let score = self.score(at, &at.rows.all[side.index], side.sign, pivot);
                if score > best.map_or(0, |(best, ..)| best) {
                    best = Some((score, side, pivot));
                }
            }
        }
        let (_, side, pivot) = best?;
        self.cancel(at, side, pivot)
    }

    /// How much more a row cancels than it brings; 0 where it does not cancel the pivot.
    fn score(&self, at: &Relaxed<'_>, row: &Row, sign: i64, pivot: usize) -> i64 {
        let cancels =
            |column: usize, coefficient: i64| self.of[column].signum() * coefficient.signum() == -sign;
        let place = row.terms.binary_search_by_key(&ColumnIx(pivot), |&(column, _)| column);
        if !place.is_ok_and(|place| cancels(pivot, row.terms[place].1)) {
            return 0;
        }
        let mut score = 0;
        for &(ColumnIx(column), coefficient) in &row.terms {
            let weight = if at.distance[column] > TIGHT { 4 } else { 1 };
            score += if cancels(column, coefficient) { weight } else { -weight };
        }
        // A row that brings one column for all that it cancels says what they are together.
        score + 4
    }

    /// Adds a multiple of a row so that a column cancels.
    fn cancel(&mut self, at: &Relaxed<'_>, side: Side, pivot: usize) -> Option<()> {
        let row = &at.rows.all[side.index];
        let place = row.terms.binary_search_by_key(&ColumnIx(pivot), |&(column, _)| column).ok()?;
        let (own, other) = (self.of[pivot].abs(), row.terms[place].1.abs());
        let divisor = gcd(own, other);
        self.multiply(other / divisor)?;
        self.add(row, side, own / divisor)
    }

    fn multiply(&mut self, factor: i64) -> Option<()> {
        if factor == 1 {
            return Some(());
        }
        for &column in &self.columns {
            self.of[column] = small(self.of[column].checked_mul(factor)?)?;
        }
        self.right = small(self.right.checked_mul(factor)?)?;
        Some(())
    }

    fn add(&mut self, row: &Row, side: Side, factor: i64) -> Option<()> {
        let factor = factor * side.sign;
        for &(ColumnIx(column), coefficient) in &row.terms {
            if !self.is_known[column] {
                self.is_known[column] = true;
                self.columns.push(column);
            }
            self.of[column] = small(self.of[column].checked_add(coefficient.checked_mul(factor)?)?)?;
        }
        self.right = small(self.right.checked_add(row.right.checked_mul(factor)?)?)?;
        self.rests_on_levels |= side.rests_on_levels;
        self.rows.push(side.index);
        Some(())
    }
}

/// How each row that is tight at the vertex may be read as "at most".
pub(super) fn tight_sides(at: &Relaxed<'_>) -> Vec<Vec<Side>> {
    let mut sides = vec![Vec::new(); at.rows.all.len()];
    for (index, row) in at.rows.all.iter().enumerate() {
        if row.terms.is_empty() || row.violation(at.vertex).abs() > TIGHT {
            continue;
        }
        let derived = at.rows.rests_on_levels(index);
        for (sign, turned) in [(1, Relation::AtLeast), (-1, Relation::AtMost)] {
            if row.relation != turned || at.face.is_tight(index) {
                sides[index].push(Side { index, sign, rests_on_levels: derived || row.relation == turned });
            }
        }
    }
    sides
}

/// A number that may come into a sum.
fn small(number: i64) -> Option<i64> {
    (number.abs() <= LARGEST).then_some(number)
}

/// The greatest common divisor.
pub(super) fn gcd(mut one: i64, mut other: i64) -> i64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.abs()
}
