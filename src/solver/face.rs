//! The points that keep every row and every level solved so far: what the next level chooses from.
//!
//! In: a program; after each level, its [`Proof`](super::proof::Proof). Out: bounds, rows and the cuts and value rows added on the way.

use std::cmp::Reverse;

use crate::{
    lp::{ColumnIx, Objective, Program, Relation, Row, RowIx, Sense, Terms, value},
    solver::TOLERANCE,
};

/// The right side of a row that is out of force; far enough from the ends of 64 bits to be added to.
const NO_LIMIT: i64 = 1 << 60;

/// How many rows of the backbone hold each column, about.
const BACKBONE: usize = 3;

/// A level as a cost per column, to be brought down whatever its sense.
#[derive(Debug, Clone)]
pub struct Costs {
    /// The cost of each column.
    pub of: Vec<i64>,
    /// The constant part.
    pub constant: i128,
    terms: Terms,
}

impl Costs {
    /// The costs of a level; those of a level that is brought up change their sign.
    pub fn of_level(level: &Objective, columns: usize) -> Self {
        let sign = match level.sense {
            Sense::Min => 1,
            Sense::Max => -1,
        };
        let terms: Terms =
            level.terms.iter().map(|&(column, coefficient)| (column, sign * coefficient)).collect();
        let mut of = vec![0; columns];
        for &(column, coefficient) in &terms {
            of[column.0] = coefficient;
        }
        Self { of, constant: i128::from(sign * level.constant), terms }
    }

    /// Costs of nothing.
    pub fn nothing(columns: usize) -> Self {
        Self { of: vec![0; columns], constant: 0, terms: Vec::new() }
    }

    /// The cost of a point.
    pub fn at(&self, point: &[i64]) -> i128 {
        self.constant + value(&self.terms, point)
    }

    /// The same costs for some columns of a face; what the others cost, all of them fixed, is the constant part.
    #[must_use]
    pub fn on(&self, columns: &[usize], face: &Face) -> Self {
        let of: Vec<i64> = columns.iter().map(|&column| self.of[column]).collect();
        let terms = of.iter().enumerate().filter(|&(_, &cost)| cost != 0);
        let all: i128 = value(&self.terms, &face.lower);
        let terms: Terms = terms.map(|(index, &cost)| (ColumnIx(index), cost)).collect();
        let own: i128 =
            columns.iter().map(|&column| i128::from(self.of[column]) * i128::from(face.lower[column])).sum();
        Self { of, constant: self.constant + all - own, terms }
    }

    /// The row that keeps the cost at most at `limit`.
    pub fn at_most(&self, limit: i128) -> Row {
        let right = i64::try_from(limit - self.constant).unwrap_or(NO_LIMIT);
        Row { terms: self.terms.clone(), relation: Relation::AtMost, right }
    }
}

/// The rows of a solve: the program's own, then the cuts and the values of levels that were added on the way.
#[derive(Debug, Clone)]
pub struct Rows {
    /// All rows.
    pub all: Vec<Row>,
    /// Whether each row is in the restricted program; the others are taken in where a point breaks them.
    pub active: Vec<bool>,
    /// The row that keeps the value of each level, where there is one.
    limits: Vec<Option<RowIx>>,
    /// The rows of each column.
    of_column: Vec<Vec<usize>>,
}

impl Rows {
    /// The program's rows; active from the start are those that 0 breaks, and the backbone: for each column the
    /// few rows "at most" that hold the most columns for each unit of their right side.
    pub fn of(program: &Program) -> Self {
        let all = program.rows.clone();
        let mut active: Vec<bool> = all.iter().map(|row| !row.relation.holds(0.cmp(&row.right))).collect();
        let mut limits: Vec<usize> = (0..all.len())
            .filter(|&index| all[index].relation == Relation::AtMost && all[index].right > 0)
            .collect();
        limits.sort_by_key(|&index| {
            let row = &all[index];
            Reverse(row.terms.len() as u64 * 1_000 / row.right.unsigned_abs())
        });
        let mut cover = vec![0_usize; program.columns.len()];
        for index in limits {
            let terms = &all[index].terms;
            let covered: usize = terms.iter().map(|&(ColumnIx(column), _)| cover[column]).sum();
            if covered < terms.len() * BACKBONE {
                active[index] = true;
                for &(ColumnIx(column), _) in terms {
                    cover[column] += 1;
                }
            }
        }
        Self::with(all, active, program.columns.len())
    }

    /// Given rows over so many columns, and which of them are active.
    pub fn with(all: Vec<Row>, active: Vec<bool>, columns: usize) -> Self {
        let mut of_column = vec![Vec::new(); columns];
        for (index, row) in all.iter().enumerate() {
            row.terms.iter().for_each(|&(ColumnIx(column), _)| of_column[column].push(index));
        }
        Self { all, active, limits: Vec::new(), of_column }
    }

    /// The rows that a column is in.
    pub fn of_column(&self, column: usize) -> &[usize] {
        &self.of_column[column]
    }

    /// Activates the rows that a point breaks, and with them those that are just tight there, which would be broken
    /// next; says whether one was broken.
    pub fn activate(&mut self, point: &[f64]) -> bool {
        let violation: Vec<Option<f64>> = (self.all.iter().zip(&self.active))
            .map(|(row, &active)| (!active).then(|| row.violation(point)))
            .collect();
        let is_broken = violation.iter().flatten().any(|&violation| violation > TOLERANCE);
        if is_broken {
            for (active, violation) in self.active.iter_mut().zip(violation) {
                *active |= violation.is_some_and(|violation| violation > -TOLERANCE);
            }
        }
        is_broken
    }

    /// Activates the rows that a face keeps as equations; says whether there was a new one.
    pub fn activate_tight(&mut self, face: &Face) -> bool {
        let mut new = false;
        for (active, &tight) in self.active.iter_mut().zip(&face.tight) {
            new |= tight && !*active;
            *active |= tight;
        }
        new
    }

    /// Adds an active row.
    pub fn add(&mut self, row: Row) {
        let index = self.all.len();
        row.terms.iter().for_each(|&(ColumnIx(column), _)| self.of_column[column].push(index));
        self.all.push(row);
        self.active.push(true);
    }

    /// Puts in force the row that keeps the value of a level; says whether it was not.
    pub fn add_limit(&mut self, level: usize, row: Row) -> bool {
        self.limits.resize(self.limits.len().max(level + 1), None);
        if let Some(RowIx(index)) = self.limits[level] {
            self.all[index].right = row.right;
            !std::mem::replace(&mut self.active[index], true)
        } else {
            self.limits[level] = Some(RowIx(self.all.len()));
            self.add(row);
            true
        }
    }

    /// Brings the row that keeps the value of a level, where there is one, up to date.
    pub fn set_limit(&mut self, level: usize, costs: &Costs, limit: i128) {
        if let Some(&Some(RowIx(index))) = self.limits.get(level) {
            self.all[index].right = costs.at_most(limit).right;
            self.active[index] = true;
        }
    }

    /// Puts the row that keeps the value of a level, where there is one, out of force.
    pub fn lift_limit(&mut self, level: usize) {
        if let Some(&Some(RowIx(index))) = self.limits.get(level) {
            self.all[index].right = NO_LIMIT;
            self.active[index] = false;
        }
    }
}

/// What is left to choose from.
#[derive(Debug, Clone)]
pub struct Face {
    /// Least value of each column.
    pub lower: Vec<i64>,
    /// Greatest value of each column.
    pub upper: Vec<i64>,
    /// Whether each row is kept as an equation; rows added later are not.
    tight: Vec<bool>,
    /// Levels that the face does not keep by itself: position and cost at most.
    pub limits: Vec<(usize, i128)>,
}

impl Face {
    /// The face of all points of a program.
    pub fn of(program: &Program) -> Self {
        Self {
            lower: program.columns.iter().map(|column| column.lower).collect(),
            upper: program.columns.iter().map(|column| column.upper).collect(),
            tight: Vec::new(),
            limits: Vec::new(),
        }
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
    use super::{Costs, Face, Rows};
    use crate::lp::{ColumnIx, Program, Relation, Row, Sense, Terms, Tier};

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
    fn counts_what_fixed_columns_cost_into_the_constant() {
        let program = program();
        let costs = Costs::of_level(&program.levels[0], 3);
        let mut face = Face::of(&program);
        (face.lower[2], face.upper[2]) = (2, 2);
        let some = costs.on(&[0, 1], &face);
        assert_eq!((&some.of, some.constant), (&vec![3, 1], 4));
        assert_eq!(some.at(&[1, 2]), costs.at(&[1, 2, 2]));
        assert_eq!(face.trivial_bound(&costs), 4);
    }

    #[test]
    fn brings_a_level_that_goes_up_down_with_other_signs() {
        let mut program = program();
        program.levels[0].sense = Sense::Max;
        let costs = Costs::of_level(&program.levels[0], 3);
        assert_eq!((costs.at(&[0, 0, 0]), costs.at(&[1, 1, 1])), (-10, -11));
        assert_eq!(costs.at_most(-11).right, -1);
    }

    #[test]
    fn takes_in_broken_rows_with_those_that_are_just_tight() {
        let mut program = program();
        program.add_row(vec![(ColumnIx(0), 1)], Relation::AtMost, 1);
        program.add_row(vec![(ColumnIx(1), 1)], Relation::AtMost, 2);
        let mut rows = Rows::with(program.rows.clone(), vec![false; 3], 3);
        assert!(!rows.activate(&[1.0, 2.0, 0.0]), "tight rows alone are not taken in");
        assert_eq!(rows.active, [false; 3]);
        assert!(rows.activate(&[2.0, 2.0, 0.0]) && rows.active == [true; 3]);
    }

    #[test]
    fn puts_the_limit_of_a_level_in_force_and_out_of_it() {
        let program = program();
        let costs = Costs::of_level(&program.levels[0], 3);
        let mut rows = Rows::of(&program);
        let face = Face::of(&program);
        assert!(rows.add_limit(0, costs.at_most(9)));
        assert!(!rows.add_limit(0, costs.at_most(8)), "it was in force");
        assert!(!face.holds(&rows, &[0, 0, 0]) && face.holds(&rows, &[0, 1, 1]));
        rows.lift_limit(0);
        assert!(face.holds(&rows, &[0, 0, 0]));
    }
}
