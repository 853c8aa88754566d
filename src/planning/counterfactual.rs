//! What would be if: a model with something forced, forbidden or loosened, solved and held against a plan level by level.
//!
//! In: [`Counterfactual`]: the changed model, what the plan reached on each level, and what it holds. Out: [`Verdict`], proved:
//! the first level that differs, and of all that is best down to it what is nearest to the plan.

use crate::{
    lp::{ColumnIx, LevelResult, Sense, write::Names},
    planning::{
        model::{Model, count},
        outcome::{Defect, Found, Outcome, solve_beside},
    },
    solver::Watch,
};

/// A question to a changed model whose last level is the lot.
pub struct Counterfactual<'a, C, R, L> {
    /// The model with the change in it.
    pub model: &'a Model<C, R, L>,
    /// What its columns and rows are called.
    pub names: &'a dyn Names,
    /// What the plan reached on each level.
    pub reached: &'a [i64],
    /// The columns that are 1 in the plan.
    pub held: &'a [ColumnIx],
    /// What the level is that counts how many of these are not.
    pub changes: L,
}

/// What would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<T, L> {
    /// Nothing keeps every row; proved.
    Impossible,
    /// The best that keeps every row; proved down to the level that differs.
    Compared(Compared<T, L>),
    /// The time was up before it was proved.
    Unknown,
}

/// The best with the change, beside the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared<T, L> {
    /// The first level on which they differ; `None` where none above the lot does.
    pub difference: Option<Difference<L>>,
    /// Of all that is as good down to that level what keeps the most of the plan, and of that the best lot; with the levels
    /// down to the one that differs, the changes and the lot. `None` where there was no time to prove that it is.
    pub nearest: Option<Found<T, L>>,
}

/// A level on which two plans differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference<L> {
    /// Which.
    pub level: L,
    /// Whether less or more is better.
    pub sense: Sense,
    /// What the plan reached.
    pub from: i64,
    /// The best with the change.
    pub to: i64,
}

impl<L> Difference<L> {
    /// Whether the plan is better than what would be.
    pub fn is_loss(&self) -> bool {
        self.sense.prefers(self.from, self.to)
    }
}

impl<C: Clone, R: Clone, L: Copy + PartialEq + Sync + 'static> Counterfactual<'_, C, R, L> {
    /// Solves once: down to the first level that differs, and behind it for what is nearest to the plan.
    ///
    /// # Errors
    /// A [`Defect`] where the solver fails or its point breaks a row.
    pub fn verdict<T>(&self, watch: &dyn Watch, read: impl Fn(&[i64]) -> T) -> Result<Verdict<T, L>, Defect> {
        let lot = self.model.levels.len().saturating_sub(1);
        let mut asked = self.model.clone();
        asked.keep_levels(lot);
        let kept = self.held.iter().map(|&column| (column, -1)).collect();
        asked.add_level(self.changes, Sense::Min, kept, count(self.held.len()));
        asked.take_level(self.model, lot);
        let known = &self.reached[..lot.min(self.reached.len())];
        let found = match solve_beside(&asked, self.names, known, watch, read)? {
            Outcome::Planned(found) => found,
            Outcome::Contradiction(()) => return Ok(Verdict::Impossible),
            Outcome::NothingFound => return Ok(Verdict::Unknown),
        };
        // Where there was no time to come to the changes and the lot, every level above them is told.
        let is_told = |result: &LevelResult<L>| self.model.levels.get(lot) == Some(&result.level);
        let behind = if found.levels.last().is_some_and(is_told) { 2 } else { 0 };
        let (above, nearest) = found.levels.split_at(found.levels.len().saturating_sub(behind));
        let differs = above.iter().zip(known).position(|(level, reached)| level.value != *reached);
        let decisive = differs.map_or(above.len(), |at| at + 1);
        if !above[..decisive].iter().all(|level| level.proven) {
            return Ok(Verdict::Unknown);
        }
        let difference = differs.map(|at| {
            let other = &above[at];
            Difference { level: other.level, sense: other.sense, from: known[at], to: other.value }
        });
        let is_nearest = !nearest.is_empty() && nearest.iter().all(|level| level.proven);
        Ok(Verdict::Compared(Compared { difference, nearest: is_nearest.then_some(found) }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Compared, Counterfactual, Difference, Verdict};
    use crate::{
        lp::{ColumnIx, LevelIx, Relation, RowIx, Sense, Tier, write::Names},
        planning::model::{Model, ones},
        solver::Unwatched,
    };

    struct Nameless;

    impl Names for Nameless {
        fn column(&self, ColumnIx(column): ColumnIx) -> String {
            format!("x{column}")
        }

        fn row(&self, RowIx(row): RowIx) -> String {
            format!("r{row}")
        }

        fn comment(&self, row: RowIx) -> String {
            self.row(row)
        }

        fn level(&self, LevelIx(level): LevelIx) -> String {
            format!("l{level}")
        }
    }

    /// Two of four things may be had: as many as possible, cheaply, and then by lot.
    fn two_of_four() -> Model<(), (), &'static str> {
        let mut model = Model::default();
        let columns: Vec<ColumnIx> = (0..4).map(|_| model.add_column((), 1, Tier::Ordinary)).collect();
        model.add_row((), ones(&columns), Relation::AtMost, 2);
        model.add_level("count", Sense::Max, ones(&columns), 0);
        let costs = [1, 1, 1, 5];
        model.add_level("cost", Sense::Min, columns.iter().copied().zip(costs).collect(), 0);
        model.add_level("lot", Sense::Min, columns.iter().copied().zip([1, 2, 3, 4]).collect(), 0);
        model
    }

    /// What comes of having one of them too, beside the plan that has the first two.
    fn with(model: &Model<(), (), &'static str>, column: usize) -> Verdict<Vec<i64>, &'static str> {
        let mut forced = model.clone();
        forced.add_row((), ones(&[ColumnIx(column)]), Relation::AtLeast, 1);
        let held = [ColumnIx(0), ColumnIx(1)];
        let (names, reached) = (&Nameless, &[2, 2, 3]);
        let question = Counterfactual { model: &forced, names, reached, held: &held, changes: "changes" };
        question.verdict(&Unwatched, <[i64]>::to_vec).unwrap()
    }

    #[test]
    fn names_the_first_level_that_gets_worse_and_the_nearest_that_is_left() {
        let Verdict::Compared(Compared { difference, nearest: Some(nearest) }) = with(&two_of_four(), 3)
        else {
            panic!("it is possible, and proved")
        };
        let loss = Difference { level: "cost", sense: Sense::Min, from: 2, to: 6 };
        assert_eq!(difference, Some(loss));
        assert!(loss.is_loss());
        assert_eq!(nearest.roster, [1, 0, 0, 1]);
        let levels: Vec<(&str, i64)> = nearest.levels.iter().map(|one| (one.level, one.value)).collect();
        assert_eq!(levels, [("count", 2), ("cost", 6), ("changes", 1), ("lot", 5)]);
    }

    #[test]
    fn tells_a_tie_from_what_cannot_be() {
        let model = two_of_four();
        let tie = with(&model, 2);
        assert!(matches!(tie, Verdict::Compared(Compared { difference: None, nearest: Some(_) })), "{tie:?}");
        let mut shut = model;
        shut.close(ColumnIx(2));
        assert_eq!(with(&shut, 2), Verdict::Impossible);
    }
}
