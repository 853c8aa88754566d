//! Ways out of a contradiction: what is given up so that all the rest holds, the fewest first.
//!
//! In: [`Relaxation`]: rows that must hold, and rows each of which holds unless something is given up. Out: [`Found`]: sets of
//! what is given up, none within another, each with a point that keeps all other rows; proved one by one.

use crate::{
    lp::{ColumnIx, Program, Relation, Row, Sense, Terms, Tier},
    planning::model::{count, ones},
    solver::{BackendError, Outcome, Watch, solve},
};
use std::collections::BTreeMap;

/// How many ways out are sought.
pub const MOST: usize = 10;

/// A program in which some rows may be given up.
#[derive(Debug, Clone)]
pub struct Relaxation<K> {
    /// The columns, and the rows with the columns that give them up.
    pub program: Program,
    given_up: BTreeMap<K, ColumnIx>,
    /// By how much each row is broken that may be broken by more than one.
    excess: Vec<ColumnIx>,
}

/// What is given up, in order, and a point that keeps all the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way<K> {
    /// What is given up.
    pub given_up: Vec<K>,
    /// The value of each column.
    pub point: Vec<i64>,
}

/// The ways out that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<K> {
    /// The fewest given up first, and of as many those that come first.
    pub ways: Vec<Way<K>>,
    /// Whether it is proved that there are no others up to the most that are sought.
    pub is_all: bool,
}

impl<K: Copy + Ord> Relaxation<K> {
    /// A program of which nothing can be given up yet.
    pub fn of(program: Program) -> Self {
        Self { program, given_up: BTreeMap::new(), excess: Vec::new() }
    }

    /// A row that holds unless one thing is given up.
    pub fn add_soft(&mut self, by: K, row: &Row) {
        let (least, most) = self.reach(&row.terms);
        let below = most.saturating_sub(row.right);
        let above = row.right.saturating_sub(least);
        if row.relation != Relation::AtLeast && below > 0 {
            self.add_loosened(by, row.terms.clone(), (Relation::AtMost, row.right), -below);
        }
        if row.relation != Relation::AtMost && above > 0 {
            self.add_loosened(by, row.terms.clone(), (Relation::AtLeast, row.right), above);
        }
    }

    fn add_loosened(
        &mut self,
        by: K,
        mut terms: Terms,
        (relation, right): (Relation, i64),
        by_how_much: i64,
    ) {
        let Self { program, given_up, excess } = self;
        let mut column = *given_up.entry(by).or_insert_with(|| program.add_column(0, 1, Tier::Indicator));
        if by_how_much.abs() > 1 {
            let broken = program.add_column(0, by_how_much.abs(), Tier::Implied);
            program.add_row(vec![(column, -by_how_much.abs()), (broken, 1)], Relation::AtMost, 0);
            excess.push(broken);
            column = broken;
        }
        terms.push((column, by_how_much.signum()));
        terms.sort_unstable();
        program.add_row(terms, relation, right);
    }

    /// The least and the most that some terms can come to.
    fn reach(&self, terms: &Terms) -> (i64, i64) {
        terms.iter().fold((0, 0), |(least, most), &(column, size)| {
            let column = self.program.columns[column.0];
            let ends = [size * column.lower, size * column.upper];
            (least + ends[0].min(ends[1]), most + ends[0].max(ends[1]))
        })
    }

    /// The ways out, up to [`MOST`]: the fewest given up first, and of as many those the places of which come to the least together in the
    /// order of `order`, and of their points one that breaks as little as can be, with the least of some columns.
    ///
    /// # Errors
    /// [`BackendError`] of the solver, or where there is no contradiction at all.
    pub fn ways<O: Ord>(
        mut self,
        order: impl Fn(&K) -> O,
        least: &[ColumnIx],
        watch: &dyn Watch,
    ) -> Result<Found<K>, BackendError> {
        let mut things: Vec<(K, ColumnIx)> =
            self.given_up.iter().map(|(&thing, &column)| (thing, column)).collect();
        things.sort_by_key(|(thing, _)| order(thing));
        let columns: Vec<ColumnIx> = things.iter().map(|&(_, column)| column).collect();
        let sorted = |mut terms: Terms| {
            terms.sort_unstable();
            terms
        };
        let places = columns.iter().zip(1..).map(|(&column, place)| (column, place)).collect();
        self.program.levels.clear();
        self.program.add_level(Sense::Min, sorted(ones(&columns)), 0);
        self.program.add_level(Sense::Min, sorted(places), 0);
        self.program.add_level(Sense::Min, ones(&self.excess), 0);
        self.program.add_level(Sense::Min, ones(least), 0);
        let mut found = Found { ways: Vec::new(), is_all: false };
        while found.ways.len() < MOST {
            let point = match solve(&self.program, watch)? {
                Outcome::Solved(solution) if solution.levels.iter().all(|level| level.proven) => {
                    solution.point
                }
                Outcome::Solved(_) | Outcome::NothingFound => return Ok(found),
                Outcome::Contradiction => break,
            };
            let given_up = things.iter().filter(|(_, column)| point[column.0] == 1);
            let (given_up, at): (Vec<K>, Vec<ColumnIx>) = given_up.copied().unzip();
            if given_up.is_empty() {
                let finding = "a contradiction was proved of what holds with nothing given up";
                return Err(BackendError(finding.to_owned()));
            }
            // Not these together once more, be it with others or without.
            self.program.add_row(sorted(ones(&at)), Relation::AtMost, count(at.len()) - 1);
            found.ways.push(Way { given_up, point });
        }
        found.is_all = true;
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, MOST, Relaxation};
    use crate::{
        lp::{ColumnIx, Program, Relation, Row, Tier},
        planning::model::ones,
        solver::{BackendError, Unwatched},
    };

    /// Of so many things one is wanted each, and sets of which not all can be had.
    fn sought(things: usize, conflicts: &[&[usize]]) -> Result<Found<usize>, BackendError> {
        let mut relaxation = Relaxation::of(Program::default());
        let columns: Vec<ColumnIx> =
            (0..things).map(|_| relaxation.program.add_column(0, 1, Tier::Ordinary)).collect();
        for (thing, &column) in columns.iter().enumerate() {
            relaxation
                .add_soft(thing, &Row { terms: ones(&[column]), relation: Relation::AtLeast, right: 1 });
        }
        for conflict in conflicts {
            let terms = ones(&conflict.iter().map(|&thing| ColumnIx(thing)).collect::<Vec<_>>());
            let most = i64::try_from(conflict.len()).unwrap() - 1;
            relaxation.program.add_row(terms, Relation::AtMost, most);
        }
        relaxation.ways(|&thing| thing, &columns, &Unwatched)
    }

    fn ways(things: usize, conflicts: &[&[usize]]) -> Vec<Vec<usize>> {
        let found = sought(things, conflicts).unwrap();
        assert!(found.is_all);
        let mut ways: Vec<Vec<usize>> = found.ways.into_iter().map(|way| way.given_up).collect();
        // Of these in which the places come to the same either may be first.
        ways.sort_by_key(|way| (way.len(), way.iter().sum::<usize>(), way.clone()));
        ways
    }

    #[test]
    fn gives_up_the_fewest_that_resolve_every_contradiction() {
        assert_eq!(ways(3, &[&[0, 2]]), [[0], [2]]);
        assert_eq!(ways(4, &[&[0, 1], &[1, 2]]), [vec![1], vec![0, 2]]);
        assert_eq!(ways(4, &[&[0, 1], &[2, 3]]), [[0, 2], [0, 3], [1, 2], [1, 3]]);
    }

    #[test]
    fn takes_no_part_in_a_contradiction_that_is_none() {
        assert!(sought(3, &[]).is_err());
    }

    #[test]
    fn names_no_more_than_may_be_read() {
        let all: Vec<usize> = (0..20).collect();
        let first: Vec<Vec<usize>> = (0..MOST).map(|thing| vec![thing]).collect();
        assert_eq!(ways(20, &[&all]), first);
    }
}
