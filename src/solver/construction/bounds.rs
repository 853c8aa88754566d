//! Columns between bounds, and what follows from each decision row by row; what was decided can be taken back.
//!
//! In: a program and its rows. Out: [`Bounds`]. Unlike [`propagate`](crate::solver::propagation::propagate), which reads a
//! row anew whenever a column of it changes, the left sides are kept up to date, so that thousands of decisions one after
//! the other cost no more than the columns that they decide.

use crate::{
    lp::{ColumnIx, Program, Relation, Row},
    solver::{face::Face, rows::Rows},
};

/// The columns of a program between the bounds that are left to them.
pub(super) struct Bounds<'a> {
    rows: &'a Rows,
    pub(super) face: Face,
    /// The least and the greatest left side of each row.
    sides: Vec<[i64; 2]>,
    /// The left side of each row where every column is at its lower bound.
    lowest: Vec<i64>,
    /// The furthest that one column can move the left side of each row.
    widest: Vec<i64>,
    /// Whether each row is "at most" and has no negative coefficient: what falls in it decides nothing, and its greatest
    /// left side is not kept up to date.
    is_ceiling: Vec<bool>,
    /// The rows that may decide a column, each once.
    waiting: Vec<usize>,
    is_waiting: Vec<bool>,
    /// The columns whose bounds were moved, with the bounds before.
    trail: Vec<(usize, i64, i64)>,
}

impl<'a> Bounds<'a> {
    /// The bounds of the program.
    pub(super) fn of(program: &Program, rows: &'a Rows) -> Self {
        let face = Face::of(program);
        let side = |row: &Row, greatest: bool| -> i64 {
            let ends = row.terms.iter().map(|&(ColumnIx(column), coefficient)| {
                let is_upper = (coefficient > 0) == greatest;
                coefficient * if is_upper { face.upper[column] } else { face.lower[column] }
            });
            ends.sum()
        };
        let widest = |row: &Row| {
            let spans = row.terms.iter().map(|&(ColumnIx(column), coefficient)| {
                coefficient.abs() * (face.upper[column] - face.lower[column])
            });
            spans.max().unwrap_or(0)
        };
        Self {
            rows,
            sides: rows.all.iter().map(|row| [side(row, false), side(row, true)]).collect(),
            lowest: rows.all.iter().map(|row| lowest(row, &face)).collect(),
            widest: rows.all.iter().map(widest).collect(),
            is_ceiling: rows.all.iter().map(is_ceiling).collect(),
            waiting: Vec::new(),
            is_waiting: vec![false; rows.all.len()],
            trail: Vec::new(),
            face,
        }
    }

    /// The left side of a row where every column is at its lower bound.
    pub(super) fn lowest(&self, row: usize) -> i64 {
        self.lowest[row]
    }

    /// How much was decided so far.
    pub(super) fn mark(&self) -> usize {
        self.trail.len()
    }

    /// Works out what the rows decide by themselves; says whether a point may be left.
    pub(super) fn follow_from_every_row(&mut self) -> bool {
        (0..self.rows.all.len()).for_each(|row| self.look_at(row));
        self.follow()
    }

    /// Fixes a column with all that follows from it; where that leaves no point it is as if nothing had been done.
    pub(super) fn decide(&mut self, column: usize, value: i64) -> bool {
        let before = self.mark();
        self.bound(column, value, value);
        let follows = self.follow();
        if !follows {
            self.undo(before);
        }
        follows
    }

    fn bound(&mut self, column: usize, lower: i64, upper: i64) {
        if (lower, upper) != (self.face.lower[column], self.face.upper[column]) {
            self.trail.push((column, self.face.lower[column], self.face.upper[column]));
            self.move_bounds(column, lower, upper);
        }
    }

    fn move_bounds(&mut self, column: usize, lower: i64, upper: i64) {
        let rows = self.rows;
        let (raised, lowered) = (lower - self.face.lower[column], upper - self.face.upper[column]);
        (self.face.lower[column], self.face.upper[column]) = (lower, upper);
        for (row, coefficient) in rows.of_column(column) {
            if self.is_ceiling[row] && raised == 0 {
                continue;
            }
            let ends = if coefficient > 0 { [raised, lowered] } else { [lowered, raised] };
            self.lowest[row] += coefficient * raised;
            self.sides[row][0] += coefficient * ends[0];
            self.sides[row][1] += coefficient * ends[1];
            self.look_at(row);
        }
    }

    /// Notes a row that may decide a column, or cannot be kept any more.
    fn look_at(&mut self, row: usize) {
        let Row { relation, right, .. } = self.rows.all[row];
        let [least, greatest] = self.sides[row];
        let above = relation != Relation::AtLeast && greatest > right && right - least < self.widest[row];
        let below = relation != Relation::AtMost && least < right && greatest - right < self.widest[row];
        if (above || below) && !self.is_waiting[row] {
            self.is_waiting[row] = true;
            self.waiting.push(row);
        }
    }

    /// Tightens every bound that follows; says whether a point may be left.
    fn follow(&mut self) -> bool {
        while let Some(index) = self.waiting.pop() {
            self.is_waiting[index] = false;
            let relation = self.rows.all[index].relation;
            let above = relation == Relation::AtLeast || self.tighten(index, 1);
            if !above || !(relation == Relation::AtMost || self.tighten(index, -1)) {
                self.waiting.drain(..).for_each(|row| self.is_waiting[row] = false);
                return false;
            }
        }
        true
    }

    /// Tightens by a row read as "at most" after multiplying it with a sign; says whether it can be kept.
    fn tighten(&mut self, index: usize, sign: i64) -> bool {
        let rows = self.rows;
        let row = &rows.all[index];
        let [least, greatest] = self.sides[index];
        let room = if sign > 0 { row.right - least } else { greatest - row.right };
        if room < 0 {
            return false;
        }
        for &(ColumnIx(column), coefficient) in &row.terms {
            let (lower, upper) = (self.face.lower[column], self.face.upper[column]);
            let most = room / coefficient.abs();
            if most < upper - lower {
                if sign * coefficient > 0 {
                    self.bound(column, lower, lower + most);
                } else {
                    self.bound(column, upper - most, upper);
                }
            }
        }
        true
    }

    /// Takes back what was decided since a mark.
    pub(super) fn undo(&mut self, before: usize) {
        while self.trail.len() > before {
            let Some((column, lower, upper)) = self.trail.pop() else { break };
            self.move_bounds(column, lower, upper);
        }
        self.waiting.drain(..).for_each(|row| self.is_waiting[row] = false);
    }
}

fn lowest(row: &Row, face: &Face) -> i64 {
    row.terms.iter().map(|&(ColumnIx(column), coefficient)| coefficient * face.lower[column]).sum()
}

fn is_ceiling(row: &Row) -> bool {
    row.relation == Relation::AtMost && row.terms.iter().all(|&(_, coefficient)| coefficient > 0)
}
