//! A linear program in whole numbers: columns, rows and lexicographic levels.
//!
//! In: what a formulation says. Out: [`Program`], which `solver` solves, [`mod@write`] writes and [`check`] checks.
//! Knows no volunteers: rows, columns and levels are addressed by index.

pub mod check;
pub mod write;

use std::cmp::Ordering;

/// Index of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnIx(pub usize);

/// Index of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowIx(pub usize);

/// Index of a level, 0 for the most important.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LevelIx(pub usize);

/// In which order fractional columns are branched on: the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Whether a session is open.
    Open,
    /// Whether a preference holds for somebody.
    Indicator,
    /// Placements tied to other people's.
    Member,
    /// All other placements.
    Ordinary,
    /// Whole by itself once the others are: never branched on.
    Implied,
}

/// A whole-numbered column with bounds `lower ≤ x ≤ upper`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Least value.
    pub lower: i64,
    /// Greatest value.
    pub upper: i64,
    /// When to branch on it.
    pub tier: Tier,
}

/// How a row's left side relates to its right side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// At most.
    AtMost,
    /// At least.
    AtLeast,
    /// Equal.
    Equal,
}

impl Relation {
    /// Whether a left side that compares to the right side as `ordering` keeps the row.
    pub fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::AtMost => ordering != Ordering::Greater,
            Self::AtLeast => ordering != Ordering::Less,
            Self::Equal => ordering == Ordering::Equal,
        }
    }
}

/// Coefficients by ascending column, none of them 0.
pub type Terms = Vec<(ColumnIx, i64)>;

/// A linear constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The left side.
    pub terms: Terms,
    /// How the sides relate.
    pub relation: Relation,
    /// The right side.
    pub right: i64,
}

impl Row {
    /// By how much a point, in floats, breaks the row; not above 0 where it keeps it.
    #[expect(clippy::cast_precision_loss, reason = "coefficients are far below 2⁵³")]
    pub fn violation(&self, point: &[f64]) -> f64 {
        let left: f64 =
            self.terms.iter().map(|&(column, coefficient)| coefficient as f64 * point[column.0]).sum();
        let violation = left - self.right as f64;
        match self.relation {
            Relation::AtMost => violation,
            Relation::AtLeast => -violation,
            Relation::Equal => violation.abs(),
        }
    }
}

/// Whether a level is brought down or up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// The least value is best.
    Min,
    /// The greatest value is best.
    Max,
}

impl Sense {
    /// The word in the plan's JSON: `min` or `max`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Min => "min",
            Self::Max => "max",
        }
    }

    /// The bound that says nothing.
    pub fn unbounded(self) -> i64 {
        match self {
            Self::Min => i64::MIN,
            Self::Max => i64::MAX,
        }
    }

    /// Whether a value is better than another.
    pub fn prefers(self, value: i64, other: i64) -> bool {
        match self {
            Self::Min => value < other,
            Self::Max => value > other,
        }
    }
}

/// What is sought on a level: the best `constant + Σ coefficient · column`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// Whether it is brought down or up.
    pub sense: Sense,
    /// The linear part.
    pub terms: Terms,
    /// The constant part.
    pub constant: i64,
}

/// A lexicographic integer program.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Rows implied by `rows` for whole numbers that tighten the relaxation; a solver adds one where it is violated.
    pub cuts: Vec<Row>,
    /// The levels of the lexicographic order, most important first.
    pub levels: Vec<Objective>,
}

impl Program {
    /// Adds a column and returns its index.
    pub fn add_column(&mut self, lower: i64, upper: i64, tier: Tier) -> ColumnIx {
        self.columns.push(Column { lower, upper, tier });
        ColumnIx(self.columns.len() - 1)
    }

    /// Adds a row and returns its index; equal columns are summed, zeros dropped, and the rest sorted.
    pub fn add_row(&mut self, terms: Terms, relation: Relation, right: i64) -> RowIx {
        self.rows.push(Row { terms: collected(terms), relation, right });
        RowIx(self.rows.len() - 1)
    }

    /// Adds a row that is implied for whole numbers.
    pub fn add_cut(&mut self, terms: Terms, relation: Relation, right: i64) {
        self.cuts.push(Row { terms: collected(terms), relation, right });
    }

    /// Adds the next less important level.
    pub fn add_level(&mut self, sense: Sense, terms: Terms, constant: i64) {
        self.levels.push(Objective { sense, terms: collected(terms), constant });
    }
}

/// The value of a linear expression at a point.
///
/// Sums are in 128 bits: validation keeps every level within 2⁵³, and a point that breaks bounds must not wrap.
pub fn value(terms: &[(ColumnIx, i64)], point: &[i64]) -> i128 {
    terms.iter().map(|&(column, coefficient)| i128::from(coefficient) * i128::from(point[column.0])).sum()
}

fn collected(mut terms: Terms) -> Terms {
    terms.sort_unstable_by_key(|&(column, _)| column);
    let mut sums: Terms = Vec::with_capacity(terms.len());
    for (column, coefficient) in terms {
        match sums.last_mut() {
            Some((last, sum)) if *last == column => *sum += coefficient,
            _ => sums.push((column, coefficient)),
        }
    }
    sums.retain(|&(_, coefficient)| coefficient != 0);
    sums
}

/// What was reached on one level: `L` is its index, or what the problem behind the program calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelResult<L = LevelIx> {
    /// Which.
    pub level: L,
    /// Whether less or more is better.
    pub sense: Sense,
    /// The value of the plan.
    pub value: i64,
    /// No plan that keeps the levels above can do better than this; [`Sense::unbounded`] where nothing is known.
    pub bound: i64,
    /// Whether the bound meets the value, and every level above is proven too.
    pub proven: bool,
}

impl<L> LevelResult<L> {
    /// The same, with something else for the level.
    pub fn map<M>(self, level: impl FnOnce(L) -> M) -> LevelResult<M> {
        let Self { level: known, sense, value, bound, proven } = self;
        LevelResult { level: level(known), sense, value, bound, proven }
    }

    /// The bound, where one is known.
    pub fn known_bound(&self) -> Option<i64> {
        Some(self.bound).filter(|bound| *bound != self.sense.unbounded())
    }
}
