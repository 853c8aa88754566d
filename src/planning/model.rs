//! A linear program while it is being stated: `lp::Program` with the subject of each column, row and level.
//!
//! In: what a problem's rules and levels say. Out: [`Model`]; nothing ever parses a name.

use crate::lp::{ColumnIx, Program, Relation, Sense, Terms, Tier};

/// A program and what its columns (`C`), rows (`R`) and levels (`L`) are about.
#[derive(Debug, Clone)]
pub struct Model<C, R, L> {
    /// The program.
    pub program: Program,
    /// What each column decides or counts.
    pub columns: Vec<C>,
    /// What each row says.
    pub rows: Vec<R>,
    /// What each level counts.
    pub levels: Vec<L>,
}

impl<C, R, L> Default for Model<C, R, L> {
    fn default() -> Self {
        Self { program: Program::default(), columns: Vec::new(), rows: Vec::new(), levels: Vec::new() }
    }
}

impl<C, R, L> Model<C, R, L> {
    /// Adds a column from 0 to `upper`.
    pub fn add_column(&mut self, subject: C, upper: i64, tier: Tier) -> ColumnIx {
        self.columns.push(subject);
        self.program.add_column(0, upper, tier)
    }

    /// Adds a row.
    pub fn add_row(&mut self, subject: R, terms: Terms, relation: Relation, right: i64) {
        self.rows.push(subject);
        self.program.add_row(terms, relation, right);
    }

    /// Takes the last row out again.
    pub fn remove_last_row(&mut self) {
        self.rows.pop();
        self.program.rows.pop();
    }

    /// Adds a row that allows `limit` of some columns, unless there are no more than that.
    pub fn add_limit(&mut self, subject: R, columns: &[ColumnIx], limit: i64) {
        if count(columns.len()) > limit {
            self.add_row(subject, ones(columns), Relation::AtMost, limit);
        }
    }

    /// Adds a row that whole numbers keep anyway.
    pub fn add_cut(&mut self, terms: Terms, relation: Relation, right: i64) {
        self.program.add_cut(terms, relation, right);
    }

    /// Adds the next less important level.
    pub fn add_level(&mut self, level: L, sense: Sense, terms: Terms, constant: i64) {
        self.levels.push(level);
        self.program.add_level(sense, terms, constant);
    }

    /// Leaves out all levels but the most important ones, so many.
    pub fn keep_levels(&mut self, most_important: usize) {
        self.levels.truncate(most_important);
        self.program.levels.truncate(most_important);
    }

    /// Adds the n-th level of another model with the same columns.
    pub fn take_level(&mut self, other: &Self, position: usize)
    where
        L: Copy,
    {
        self.levels.extend(other.levels.get(position).copied());
        self.program.levels.extend(other.program.levels.get(position).cloned());
    }

    /// Fixes a column at 0.
    pub fn close(&mut self, column: ColumnIx) {
        self.program.columns[column.0].upper = 0;
    }
}

/// Σ of the columns.
pub fn ones(columns: &[ColumnIx]) -> Terms {
    columns.iter().map(|&column| (column, 1)).collect()
}

/// How many there are, as a coefficient.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
