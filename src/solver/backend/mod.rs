//! What the lexicographic solve asks of a general solver: one linear program at a time, in floats.
//!
//! Nothing that a backend says is believed: points are rounded and checked, bounds recomputed, all in whole numbers.

#[cfg(feature = "highs")]
pub mod highs;
pub mod microlp;
pub mod model;

use crate::{lp::Relation, solver::BackendError};

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

/// A general solver behind `good_lp`.
pub trait Backend: Sync {
    /// Its name, as it stands in plans.
    fn name(&self) -> &'static str;

    /// Minimises a program, with prices; `None` where it has no feasible point.
    ///
    /// # Errors
    /// [`BackendError`] when it fails in a way that says nothing of the program.
    fn relax(&self, program: &Restricted) -> Result<Option<Priced>, BackendError>;
}

/// The best backend of this build.
pub fn best() -> &'static dyn Backend {
    #[cfg(feature = "highs")]
    return &highs::Highs;
    #[cfg(not(feature = "highs"))]
    return &microlp::Microlp;
}
