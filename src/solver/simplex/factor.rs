//! The basis as a product of triangles: `B = L U`, then one eta for each exchange since (product form).
//!
//! In: the columns of a basis. Out: solutions of `B x = b` and `Bᵀ y = c`. Rows are eliminated column by column from
//! the left (Gilbert, Peierls 1988), after peeling off the columns and rows that hold a single entry; among the pivots
//! large enough the one in the sparsest row is taken (Markowitz 1957).

use crate::solver::{
    Watch,
    simplex::transposed::{Entry, Transposed},
};

/// A pivot smaller than this is none.
const SMALLEST_PIVOT: f64 = 1e-7;
/// How much smaller than the largest of its column a pivot may be for the sake of sparsity.
const THRESHOLD: f64 = 0.1;
/// Entries smaller than this are rounding errors.
const NOTHING: f64 = 1e-13;

/// Sparse vectors laid one after another.
#[derive(Debug, Default)]
struct Stack {
    ends: Vec<usize>,
    index: Vec<usize>,
    value: Vec<f64>,
}

impl Stack {
    fn push(&mut self, index: usize, value: f64) {
        self.index.push(index);
        self.value.push(value);
    }

    fn close(&mut self) {
        self.ends.push(self.index.len());
    }

    fn of(&self, position: usize) -> impl Iterator<Item = (usize, f64)> {
        let begin = if position == 0 { 0 } else { self.ends[position - 1] };
        let range = begin..self.ends[position];
        self.index[range.clone()].iter().copied().zip(self.value[range].iter().copied())
    }
}

/// A triangle by row: where each row begins, then the slots of the columns it meets and the entries.
#[derive(Debug, Default)]
struct Rowwise {
    starts: Vec<usize>,
    index: Vec<usize>,
    value: Vec<f64>,
}

impl Rowwise {
    /// From columns, the n-th of which belongs to the n-th of `order`.
    fn of(rows: usize, order: &[usize], columns: &Stack) -> Self {
        let mut starts = vec![0; rows + 1];
        columns.index.iter().for_each(|&row| starts[row + 1] += 1);
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let (mut index, mut value) = (vec![0; columns.index.len()], vec![0.0; columns.index.len()]);
        for (position, &column) in order.iter().enumerate() {
            for (row, entry) in columns.of(position) {
                index[next[row]] = column;
                value[next[row]] = entry;
                next[row] += 1;
            }
        }
        Self { starts, index, value }
    }

    fn of_row(&self, row: usize) -> impl Iterator<Item = (usize, f64)> {
        let range = self.starts[row]..self.starts[row + 1];
        self.index[range.clone()].iter().copied().zip(self.value[range].iter().copied())
    }
}

/// A factorised basis. A basic variable is addressed by the row in which it was eliminated, its *slot*.
#[derive(Debug, Default)]
pub struct Factor {
    /// The rows in the order of elimination.
    order: Vec<usize>,
    diagonal: Vec<f64>,
    upper: Stack,
    /// `U` once more, by row.
    upper_rows: Rowwise,
    /// The slots whose column of `L` is not empty, in order, and those columns.
    eliminating: Vec<usize>,
    lower: Stack,
    /// The exchanges since: slot, pivot and the rest of the entering column.
    exchanged: Vec<(usize, f64)>,
    etas: Stack,
}

impl Factor {
    /// Factorises a basis of `rows` rows from the columns offered; also the slot of each, `None` where the column
    /// depends on the others and was left out. A row that no column takes is taken by its unit column, negated.
    /// Nothing comes of it where the time is up.
    pub fn of(rows: usize, offered: &[&[Entry]], watch: &dyn Watch) -> Option<(Self, Vec<Option<usize>>)> {
        let mut elimination = Elimination::of(rows, offered);
        elimination.peel_columns();
        elimination.peel_rows();
        elimination.eliminate_the_rest(watch)?;
        elimination.fill_up();
        let factor = &mut elimination.factor;
        factor.upper_rows = Rowwise::of(rows, &factor.order, &factor.upper);
        Some((elimination.factor, elimination.slots))
    }

    /// How many exchanges lie on top of the triangles.
    pub fn exchanges(&self) -> usize {
        self.exchanged.len()
    }

    /// Whether the exchanges weigh more than the triangles.
    pub fn is_heavy(&self) -> bool {
        self.etas.index.len() > 3 * (self.upper.index.len() + self.lower.index.len() + self.order.len())
    }

    /// Replaces `right` by `B⁻¹ right`: in by row, out by slot.
    pub fn solve(&self, right: &mut [f64]) {
        for (position, &row) in self.eliminating.iter().enumerate() {
            let value = right[row];
            if value != 0.0 {
                self.lower.of(position).for_each(|(index, factor)| right[index] -= factor * value);
            }
        }
        for (position, &row) in self.order.iter().enumerate().rev() {
            if right[row] != 0.0 {
                let value = right[row] / self.diagonal[position];
                right[row] = value;
                self.upper.of(position).for_each(|(index, factor)| right[index] -= factor * value);
            }
        }
        for (position, &(slot, pivot)) in self.exchanged.iter().enumerate() {
            if right[slot] != 0.0 {
                let value = right[slot] / pivot;
                right[slot] = value;
                self.etas.of(position).for_each(|(index, factor)| right[index] -= factor * value);
            }
        }
    }

    /// Replaces `right` by `B⁻ᵀ right`: in by slot, out by row.
    pub fn solve_transposed(&self, right: &mut [f64]) {
        for (position, &(slot, pivot)) in self.exchanged.iter().enumerate().rev() {
            let rest: f64 = self.etas.of(position).map(|(index, factor)| factor * right[index]).sum();
            right[slot] = (right[slot] - rest) / pivot;
        }
        for (position, &row) in self.order.iter().enumerate() {
            if right[row] != 0.0 {
                let value = right[row] / self.diagonal[position];
                right[row] = value;
                self.upper_rows.of_row(row).for_each(|(index, factor)| right[index] -= factor * value);
            }
        }
        for (position, &row) in self.eliminating.iter().enumerate().rev() {
            let rest: f64 = self.lower.of(position).map(|(index, factor)| factor * right[index]).sum();
            right[row] -= rest;
        }
    }

    /// Lets a column take a slot; `column` is `B⁻¹` times it.
    pub fn exchange(&mut self, slot: usize, column: &[f64]) {
        for (index, &value) in column.iter().enumerate() {
            if index != slot && value.abs() > NOTHING {
                self.etas.push(index, value);
            }
        }
        self.etas.close();
        self.exchanged.push((slot, column[slot]));
    }
}

struct Elimination<'a> {
    offered: &'a [&'a [Entry]],
    factor: Factor,
    slots: Vec<Option<usize>>,
    is_taken: Vec<bool>,
    /// Whether each column was looked at.
    is_done: Vec<bool>,
    /// The columns of each row.
    columns: Transposed,
}

impl<'a> Elimination<'a> {
    fn of(rows: usize, offered: &'a [&'a [Entry]]) -> Self {
        Self {
            offered,
            factor: Factor::default(),
            slots: vec![None; offered.len()],
            is_taken: vec![false; rows],
            is_done: vec![false; offered.len()],
            columns: Transposed::of(rows, offered.iter().copied()),
        }
    }

    /// Eliminates by columns whose only entry outside of the rows taken is one: nothing of `L` comes of them.
    fn peel_columns(&mut self) {
        let mut counts: Vec<usize> = self.offered.iter().map(|column| column.len()).collect();
        let mut single: Vec<usize> = (0..counts.len()).rev().filter(|&column| counts[column] == 1).collect();
        while let Some(column) = single.pop() {
            let pivot = self.offered[column].iter().find(|&&(row, _)| !self.is_taken[row]);
            let Some(&(row, value)) = pivot.filter(|&&(_, value)| value.abs() > SMALLEST_PIVOT) else {
                continue;
            };
            for &(index, entry) in self.offered[column].iter().filter(|&&(index, _)| index != row) {
                self.factor.upper.push(index, entry);
            }
            self.take(column, row, value);
            for &(other, _) in self.columns.of_line(row) {
                counts[other] -= 1;
                if counts[other] == 1 && !self.is_done[other] {
                    single.push(other);
                }
            }
        }
    }

    /// Eliminates rows that only one column is left to take: no other column meets what comes of them.
    fn peel_rows(&mut self) {
        let mut counts = self.counts_left();
        let mut single: Vec<usize> =
            (0..counts.len()).rev().filter(|&row| counts[row] == 1 && !self.is_taken[row]).collect();
        while let Some(row) = single.pop() {
            let mut columns = self.columns.of_line(row).iter().map(|&(column, _)| column);
            let column = columns.find(|&column| !self.is_done[column]);
            let Some(column) = column.filter(|_| !self.is_taken[row]) else { continue };
            let free = self.offered[column].iter().filter(|&&(row, _)| !self.is_taken[row]);
            let largest = free.fold(0.0_f64, |largest, &(_, value)| largest.max(value.abs()));
            let pivot = self.offered[column].iter().find(|&&(index, _)| index == row);
            let Some(&(_, pivot)) = pivot.filter(|&&(_, value)| value.abs() >= THRESHOLD * largest) else {
                continue;
            };
            for &(index, value) in self.offered[column].iter().filter(|&&(index, _)| index != row) {
                if self.is_taken[index] {
                    self.factor.upper.push(index, value);
                } else {
                    self.factor.lower.push(index, value / pivot);
                }
                counts[index] -= 1;
                if counts[index] == 1 && !self.is_taken[index] {
                    single.push(index);
                }
            }
            self.close_lower(row);
            self.take(column, row, pivot);
        }
    }

    /// How many columns of each row were not looked at yet.
    fn counts_left(&self) -> Vec<usize> {
        let is_left = |&&(column, _): &&Entry| !self.is_done[column];
        (0..self.columns.len()).map(|row| self.columns.of_line(row).iter().filter(is_left).count()).collect()
    }

    /// Eliminates by what is left, the shortest columns first; `None` where the time is up.
    fn eliminate_the_rest(&mut self, watch: &dyn Watch) -> Option<()> {
        let mut left: Vec<usize> = (0..self.offered.len()).filter(|&column| !self.is_done[column]).collect();
        left.sort_by_key(|&column| (self.offered[column].len(), column));
        let counts = self.counts_left();
        let peeled = self.factor.eliminating.len();
        let mut work = vec![0.0; counts.len()];
        for column in left {
            if watch.is_out_of_time() {
                return None;
            }
            let mut touched: Vec<usize> = Vec::new();
            for &(row, value) in self.offered[column] {
                work[row] = value;
                touched.push(row);
            }
            for position in peeled..self.factor.eliminating.len() {
                let value = work[self.factor.eliminating[position]];
                if value != 0.0 {
                    for (index, factor) in self.factor.lower.of(position) {
                        if work[index] == 0.0 {
                            touched.push(index);
                        }
                        work[index] -= factor * value;
                    }
                }
            }
            touched.sort_unstable();
            touched.dedup();
            self.eliminate(column, &touched, &work, &counts);
            for row in touched {
                work[row] = 0.0;
            }
        }
        Some(())
    }

    fn eliminate(&mut self, column: usize, touched: &[usize], work: &[f64], counts: &[usize]) {
        let free = || touched.iter().copied().filter(|&row| !self.is_taken[row]);
        let largest = free().fold(0.0_f64, |largest, row| largest.max(work[row].abs()));
        let is_large = |row: usize| work[row].abs() >= THRESHOLD * largest;
        let pivot = free().filter(|&row| is_large(row)).min_by_key(|&row| (counts[row], row));
        let Some(pivot) = pivot.filter(|_| largest > SMALLEST_PIVOT) else {
            self.is_done[column] = true;
            return;
        };
        for &row in touched.iter().filter(|&&row| row != pivot && work[row].abs() > NOTHING) {
            if self.is_taken[row] {
                self.factor.upper.push(row, work[row]);
            } else {
                self.factor.lower.push(row, work[row] / work[pivot]);
            }
        }
        self.close_lower(pivot);
        self.take(column, pivot, work[pivot]);
    }

    /// Gives every row that is left its own unit column, negated.
    fn fill_up(&mut self) {
        for row in 0..self.is_taken.len() {
            if !self.is_taken[row] {
                self.factor.order.push(row);
                self.factor.diagonal.push(-1.0);
                self.factor.upper.close();
            }
        }
    }

    fn close_lower(&mut self, row: usize) {
        if self.factor.lower.index.len() > self.factor.lower.ends.last().copied().unwrap_or(0) {
            self.factor.lower.close();
            self.factor.eliminating.push(row);
        }
    }

    fn take(&mut self, column: usize, row: usize, pivot: f64) {
        self.factor.upper.close();
        self.factor.order.push(row);
        self.factor.diagonal.push(pivot);
        self.is_taken[row] = true;
        self.is_done[column] = true;
        self.slots[column] = Some(row);
    }
}
