//! The points that keep every row and every level solved so far: what the next level chooses from.
//!
//! In: a program; after each level, its [`Proof`](super::proof::Proof). Out: bounds, and the rows that are kept as equations.

use crate::{
    lp::{ColumnIx, Program, Relation, Row, Terms, value},
    solver::{TOLERANCE, costs::Costs, rows::Rows},
};

/// What is left to choose from.
#[derive(Debug, Clone)]
pub struct Face {
    /// Least value of each column.
    pub lower: Vec<i64>,
    /// Greatest value of each column.
    pub upper: Vec<i64>,
    /// Whether each row is kept as an equation; rows added later are not.
    tight: Vec<bool>,
    /// The levels above, each with the cost that it has at most.
    pub above: Vec<i128>,
    /// Those of them that the bounds and equations do not keep by themselves.
    pub limits: Vec<usize>,
}

impl Face {
    /// The face of all points of a program.
    pub fn of(program: &Program) -> Self {
        Self {
            lower: program.columns.iter().map(|column| column.lower).collect(),
            upper: program.columns.iter().map(|column| column.upper).collect(),
            tight: Vec::new(),
            above: Vec::new(),
            limits: Vec::new(),
        }
    }

    /// Whether each row is kept as an equation, as far as one is.
    pub fn tight(&self) -> &[bool] {
        &self.tight
    }

    /// Whether a row is kept as an equation.
    pub fn is_tight(&self, index: usize) -> bool {
        self.tight.get(index).copied().unwrap_or(false)
    }

    /// How a row's sides relate on this face.
    pub fn relation(&self, index: usize, row: &Row) -> Relation {
        if self.is_tight(index) { Relation::Equal } else { row.relation }
    }

    /// Whether a column has one value only.
    pub fn is_fixed(&self, column: usize) -> bool {
        self.lower[column] == self.upper[column]
    }

    /// What is left of a row over some columns, numbered by `position`, the others at their lower bounds; `None` where
    /// it always holds.
    pub fn left_of(&self, row: &Row, relation: Relation, position: &[Option<usize>]) -> Option<Row> {
        let mut terms = Terms::new();
        let mut right = row.right;
        let (mut least, mut greatest) = (0, 0);
        for &(ColumnIx(column), coefficient) in &row.terms {
            let Some(index) = position[column] else {
                right -= coefficient * self.lower[column];
                continue;
            };
            let ends = [coefficient * self.lower[column], coefficient * self.upper[column]];
            least += ends[0].min(ends[1]);
            greatest += ends[0].max(ends[1]);
            terms.push((ColumnIx(index), coefficient));
        }
        let always = match relation {
            Relation::AtMost => greatest <= right,
            Relation::AtLeast => least >= right,
            Relation::Equal => least == right && greatest == right,
        };
        (!always).then_some(Row { terms, relation, right })
    }

    /// Whether a point, in floats, keeps every bound.
    #[expect(clippy::cast_precision_loss, reason = "columns are far below 2⁵³")]
    pub fn contains(&self, point: &[f64]) -> bool {
        (point.iter().zip(self.lower.iter().zip(&self.upper))).all(|(&value, (&lower, &upper))| {
            value >= lower as f64 - TOLERANCE && value <= upper as f64 + TOLERANCE
        })
    }

    /// Whether a whole-numbered point keeps every bound and row.
    pub fn holds(&self, rows: &Rows, point: &[i64]) -> bool {
        let bounds = self.lower.iter().zip(&self.upper);
        point.iter().zip(bounds).all(|(value, (lower, upper))| lower <= value && value <= upper)
            && rows.all.iter().enumerate().all(|(index, row)| {
                let left = value(&row.terms, point);
                self.relation(index, row).holds(left.cmp(&i128::from(row.right)))
            })
    }

    /// The least cost that the bounds of the columns alone allow.
    pub fn trivial_bound(&self, costs: &Costs) -> i128 {
        costs.constant
            + costs
                .terms
                .iter()
                .map(|&(ColumnIx(column), coefficient)| {
                    let best = if coefficient > 0 { self.lower[column] } else { self.upper[column] };
                    i128::from(coefficient) * i128::from(best)
                })
                .sum::<i128>()
    }

    /// Keeps some rows as equations from now on; says whether there was a new one.
    pub fn tighten(&mut self, rows: impl ExactSizeIterator<Item = bool>) -> bool {
        self.tight.resize(rows.len(), false);
        let mut narrower = false;
        for (tight, kept) in self.tight.iter_mut().zip(rows) {
            narrower |= kept && !*tight;
            *tight |= kept;
        }
        narrower
    }
}

#[cfg(test)]
mod tests {
    use super::Face;
    use crate::{
        lp::{ColumnIx, Program, Relation, Row, Sense, Terms, Tier},
        solver::costs::Costs,
    };

    /// Three columns from 0 to 2 and a row that allows 4 of them together.
    fn program() -> Program {
        let mut program = Program::default();
        let columns: Vec<ColumnIx> = (0..3).map(|_| program.add_column(0, 2, Tier::Ordinary)).collect();
        program.add_row(columns.iter().map(|&column| (column, 1)).collect(), Relation::AtMost, 4);
        let terms: Terms = columns.into_iter().zip([3, 1, -3]).collect();
        program.add_level(Sense::Min, terms, 10);
        program
    }

    #[test]
    fn keeps_of_a_row_what_its_free_columns_can_break() {
        let program = program();
        let mut face = Face::of(&program);
        face.lower[2] = 2;
        let row = &program.rows[0];
        let position = [Some(0), Some(1), None];
        let left = face.left_of(row, row.relation, &position);
        let terms = vec![(ColumnIx(0), 1), (ColumnIx(1), 1)];
        assert_eq!(left, Some(Row { terms, relation: Relation::AtMost, right: 2 }));
        face.upper[0] = 0;
        assert_eq!(face.left_of(row, row.relation, &position), None, "two and two keep it always");
        assert!(face.left_of(row, Relation::Equal, &position).is_some(), "kept tight it still asks for two");
    }

    #[test]
    fn bounds_costs_by_the_columns_alone() {
        let program = program();
        let costs = Costs::of_level(&program.levels[0], 3);
        let mut face = Face::of(&program);
        (face.lower[2], face.upper[2]) = (2, 2);
        assert_eq!(face.trivial_bound(&costs), 4);
    }
}
