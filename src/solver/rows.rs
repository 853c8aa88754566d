//! The rows of a solve: the program's own, and those derived on the way, each with what it rests on.
//!
//! In: a program; later cuts, and the values of levels. Out: all rows, and which of them are in the restricted program.
//! What rests on the rows of the program alone holds for good. What rests on values of levels as well (their rows, and cuts
//! derived from equations and bounds that follow from them) holds as long as these are the values: it is dropped when one
//! of them is found to be another.

use crate::{
    lp::{ColumnIx, Program, Relation, Row},
    solver::{TOLERANCE, costs::Costs},
};
use std::cmp::Reverse;

/// How far a row must be from tight at a point to be of no use there.
const SLACK: f64 = 1e-3;

/// How many rows of the backbone hold each column, about.
const BACKBONE: usize = 3;

/// The rows of a solve: the program's own, then the cuts and the values of levels that were added on the way.
#[derive(Debug, Clone)]
pub struct Rows {
    /// All rows.
    pub all: Vec<Row>,
    /// Whether each row is in the restricted program; the others are taken in where a point breaks them.
    pub active: Vec<bool>,
    /// How many rows there were at the beginning.
    own: usize,
    /// Whether each row was put aside once.
    was_aside: Vec<bool>,
    /// The rows that rest on values of levels, in force or not, by index.
    derived: Vec<Derived>,
    /// The row that keeps the value of each level, where there is one.
    limits: Vec<Option<usize>>,
    /// The rows of each column, with its coefficient.
    of_column: Vec<Vec<(usize, i64)>>,
}

/// A row that rests on the values of the levels above.
#[derive(Debug, Clone)]
struct Derived {
    index: usize,
    /// The cost of each of those levels.
    above: Vec<i128>,
    /// The row while it is out of force, and whether it was active.
    put_by: Option<(Row, bool)>,
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
        let mut rows = vec![0; columns];
        all.iter().flat_map(|row| &row.terms).for_each(|&(ColumnIx(column), _)| rows[column] += 1);
        let mut of_column: Vec<Vec<(usize, i64)>> = rows.into_iter().map(Vec::with_capacity).collect();
        for (index, row) in all.iter().enumerate() {
            for &(ColumnIx(column), coefficient) in &row.terms {
                of_column[column].push((index, coefficient));
            }
        }
        Self {
            own: all.len(),
            all,
            active,
            was_aside: Vec::new(),
            derived: Vec::new(),
            limits: Vec::new(),
            of_column,
        }
    }

    /// The rows in force that a column is in, with its coefficient.
    pub fn of_column(&self, column: usize) -> impl Iterator<Item = (usize, i64)> + Clone {
        self.of_column[column].iter().copied().filter(|&(index, _)| !self.all[index].terms.is_empty())
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

    /// Activates the rows marked as equations; says whether there was a new one.
    pub fn activate_tight(&mut self, tight: &[bool]) -> bool {
        let mut new = false;
        for (active, &tight) in self.active.iter_mut().zip(tight) {
            new |= tight && !*active;
            *active |= tight;
        }
        new
    }

    /// Whether a row rests on values of levels.
    pub fn rests_on_levels(&self, index: usize) -> bool {
        self.derived.binary_search_by_key(&index, |row| row.index).is_ok()
    }

    /// Takes out of the restricted program what was added on the way and is not tight at a point; where it is broken later,
    /// it is taken in again, and stays then.
    pub fn put_aside_what_is_slack(&mut self, point: &[f64]) {
        self.was_aside.resize(self.all.len(), false);
        for index in self.own..self.all.len() {
            if self.active[index] && !self.was_aside[index] && self.all[index].violation(point) < -SLACK {
                self.was_aside[index] = true;
                self.active[index] = false;
            }
        }
    }

    /// Adds an active row that every whole point of the program keeps.
    pub fn add(&mut self, row: Row) {
        let index = self.all.len();
        for &(ColumnIx(column), coefficient) in &row.terms {
            self.of_column[column].push((index, coefficient));
        }
        self.all.push(row);
        self.active.push(true);
    }

    /// Adds an active row that rests on the levels above: whole points whose cost on each of them is at most what is
    /// said here keep it, others need not.
    pub fn derive(&mut self, row: Row, above: &[i128]) {
        if !above.is_empty() {
            self.derived.push(Derived { index: self.all.len(), above: above.to_vec(), put_by: None });
        }
        self.add(row);
    }

    /// Takes in the row that keeps the value of the last of some levels; says whether it was not.
    pub fn add_limit(&mut self, costs: &Costs, above: &[i128]) -> bool {
        let Some((&limit, position)) = above.last().zip(above.len().checked_sub(1)) else { return false };
        self.limits.resize(self.limits.len().max(above.len()), None);
        if let Some(index) = self.limits[position] {
            return !std::mem::replace(&mut self.active[index], true);
        }
        self.limits[position] = Some(self.all.len());
        self.derive(costs.at_most(limit), above);
        true
    }

    /// Puts in force what rests on these values of the levels above, and nothing else. A row that rests on another value of
    /// one of them is gone for good; one that rests on more levels is put by.
    pub fn enforce(&mut self, above: &[i128]) {
        let Self { all, active, derived, limits, .. } = self;
        derived.retain_mut(|row| {
            let index = row.index;
            let agrees = row.above.iter().zip(above).all(|(one, other)| one == other);
            if agrees && row.above.len() <= above.len() {
                if let Some((kept, was_active)) = row.put_by.take() {
                    (all[index], active[index]) = (kept, was_active);
                }
            } else if row.put_by.is_none() {
                row.put_by = Some((std::mem::replace(&mut all[index], nothing()), active[index]));
                active[index] = false;
            }
            if !agrees {
                limits.iter_mut().filter(|limit| **limit == Some(index)).for_each(|limit| *limit = None);
            }
            agrees
        });
    }
}

/// A row that says nothing: what stands in the place of one that is out of force.
fn nothing() -> Row {
    Row { terms: Vec::new(), relation: Relation::AtMost, right: 0 }
}

#[cfg(test)]
mod tests {
    use super::Rows;
    use crate::{
        lp::{ColumnIx, Program, Relation, Row, Sense, Tier, value},
        solver::costs::Costs,
    };

    fn holds(rows: &Rows, point: &[i64]) -> bool {
        rows.all.iter().all(|row| row.relation.holds(value(&row.terms, point).cmp(&row.right.into())))
    }

    /// Two columns from 0 to 2, a row over both and a level that costs the first one twice.
    fn program() -> (Program, Costs) {
        let mut program = Program::default();
        let [a, b] = [0, 1].map(|_| program.add_column(0, 2, Tier::Ordinary));
        program.add_row(vec![(a, 1), (b, 1)], Relation::AtMost, 4);
        program.add_level(Sense::Min, vec![(a, 2), (b, 1)], 0);
        let costs = Costs::of_level(&program.levels[0], 2);
        (program, costs)
    }

    fn at_most_one(column: usize) -> Row {
        Row { terms: vec![(ColumnIx(column), 1)], relation: Relation::AtMost, right: 1 }
    }

    #[test]
    fn takes_in_broken_rows_with_those_that_are_just_tight() {
        let (mut program, _) = program();
        program.rows.extend([at_most_one(0), Row { right: 2, ..at_most_one(1) }]);
        let mut rows = Rows::with(program.rows.clone(), vec![false; 3], 2);
        assert!(!rows.activate(&[1.0, 2.0]), "tight rows alone are not taken in");
        assert_eq!(rows.active, [false; 3]);
        assert!(rows.activate(&[2.0, 2.0]) && rows.active == [true; 3]);
    }

    #[test]
    fn keeps_the_value_of_a_level_as_long_as_it_is_that_value() {
        let (program, costs) = program();
        let mut rows = Rows::of(&program);
        assert!(rows.add_limit(&costs, &[3]));
        assert!(!rows.add_limit(&costs, &[3]), "it was in force");
        assert!(!holds(&rows, &[2, 0]) && holds(&rows, &[1, 1]));
        rows.enforce(&[]);
        assert!(holds(&rows, &[2, 0]), "above the level nothing keeps its value");
        rows.enforce(&[3, 7]);
        assert!(!holds(&rows, &[2, 0]), "below it does");
        rows.enforce(&[4, 7]);
        assert!(holds(&rows, &[2, 0]), "the value was raised");
        rows.enforce(&[3]);
        assert!(holds(&rows, &[2, 0]), "and the row of the old one is gone for good");
        assert!(rows.add_limit(&costs, &[3]) && !holds(&rows, &[2, 0]));
    }

    #[test]
    fn puts_a_cut_by_that_rests_on_more_levels_and_drops_it_where_one_of_them_is_raised() {
        let (program, _) = program();
        let mut rows = Rows::of(&program);
        rows.derive(at_most_one(0), &[5, 6]);
        rows.derive(at_most_one(1), &[]);
        for (above, is_kept) in [(&[5, 6][..], false), (&[5], true), (&[5, 6, 1], false), (&[5, 7], true)] {
            rows.enforce(above);
            assert_eq!(holds(&rows, &[2, 0]), is_kept, "{above:?}");
            assert!(!holds(&rows, &[0, 2]), "what rests on no level is always in force");
        }
        rows.enforce(&[5, 6]);
        assert!(holds(&rows, &[2, 0]), "once raised, it is gone");
        assert!(!rows.active[1] && rows.active[2]);
    }
}
