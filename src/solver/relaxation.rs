//! A linear program in floats, and what a solver says of it: data alone, shared by those that ask and those that answer.

use crate::lp::Relation;

/// A program to be minimised, in floats; columns and rows by position.
#[derive(Debug, Clone, Default)]
pub struct Restricted {
    /// Bounds of each column.
    pub bounds: Vec<(f64, f64)>,
    /// Cost of each column.
    pub costs: Vec<f64>,
    /// The rows.
    pub rows: Vec<RestrictedRow>,
}

/// A row of a restricted program.
#[derive(Debug, Clone)]
pub struct RestrictedRow {
    /// The left side: columns by position.
    pub terms: Vec<(usize, f64)>,
    /// How the sides relate.
    pub relation: Relation,
    /// The right side.
    pub right: f64,
}

impl Restricted {
    /// Lets every row be missed, at a cost of 1 for each unit.
    pub fn add_slack(&mut self) {
        for row in &mut self.rows {
            let signs: &[f64] = match row.relation {
                Relation::AtMost => &[-1.0],
                Relation::AtLeast => &[1.0],
                Relation::Equal => &[-1.0, 1.0],
            };
            for &sign in signs {
                row.terms.push((self.bounds.len(), sign));
                self.bounds.push((0.0, f64::INFINITY));
                self.costs.push(1.0);
            }
        }
    }
}

/// A point of a linear program and one price per row.
#[derive(Debug, Clone, PartialEq)]
pub struct Priced {
    /// The value of each column.
    pub point: Vec<f64>,
    /// The price of each row: what the optimum would gain from one unit more on its right side.
    pub prices: Vec<f64>,
}

/// Where a variable stands in a basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// At its lower bound.
    Lower,
    /// At its upper bound.
    Upper,
    /// Wherever the rows say.
    Basic,
}

/// From where a solver that can starts: the basis of the program before.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    /// Where each column stands.
    pub columns: Vec<Status>,
    /// Where the left side of each row stands between its bounds.
    pub rows: Vec<Status>,
}

impl Basis {
    /// What it says of some columns and rows, now numbered in their order.
    #[must_use]
    pub fn on(&self, columns: &[usize], rows: &[usize]) -> Self {
        let statuses = |known: &[Status], chosen: &[usize], unknown: Status| -> Vec<Status> {
            chosen.iter().map(|&index| known.get(index).copied().unwrap_or(unknown)).collect()
        };
        Self {
            columns: statuses(&self.columns, columns, Status::Lower),
            rows: statuses(&self.rows, rows, Status::Basic),
        }
    }
}

/// What a solver says of a restricted program.
#[derive(Debug, Clone)]
pub enum Relaxation {
    /// A best vertex, with prices.
    Optimal(Priced),
    /// No point; where the solver knows them, with prices whose sum of rows no point can keep.
    Empty(Option<Vec<f64>>),
}
