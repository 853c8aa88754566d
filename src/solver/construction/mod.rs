//! A first whole point without any relaxation: columns are raised one after the other, what is most worth having first,
//! and what follows from each is worked out row by row.
//!
//! In: a program, its rows, and its columns ranked by the levels. Out: a whole point, mostly a fair one, after about as
//! much work as reading the program a few times; `None` where a row cannot be fulfilled in this way.

mod bounds;

use crate::{
    lp::{ColumnIx, Objective, Program, Relation, Row, Sense, Tier},
    solver::{Watch, counting::counted, face::Face, rows::Rows},
};
use bounds::Bounds;
use std::cmp::Reverse;

/// So many columns are raised whatever the time: a program of this size, of which there may be many in a row, takes less
/// than anybody notices, and a plan in which nothing is decided is of no use.
const RAISED_AT_ONCE: usize = 5_000;

/// Constructs a point; where the time is up, whatever is not decided then stays as low as can be.
pub fn constructed(program: &Program, rows: &Rows, rank: &[usize], watch: &dyn Watch) -> Option<Vec<i64>> {
    let mut construction = Construction::of(program, rows, rank);
    if !construction.bounds.follow_from_every_row() {
        return None;
    }
    let (hard, soft) = construction.unfulfilled();
    for row in hard {
        construction.fulfil(row)?;
    }
    for row in soft {
        construction.fill(row, watch)?;
    }
    construction.take_what_is_worth_having(watch)?;
    construction.finish()
}

/// What a column is worth on the first level that counts it: the position of the level and the cost there.
type Worth = Option<(usize, i64)>;

struct Construction<'a> {
    program: &'a Program,
    rows: &'a Rows,
    rank: &'a [usize],
    worth: Vec<Worth>,
    /// What is decided.
    bounds: Bounds<'a>,
    /// The columns of each row that only count what the others do, with their coefficients.
    counting: Vec<Vec<(usize, i64)>>,
    /// How many columns were raised, or refused, so far.
    raised: usize,
}

impl<'a> Construction<'a> {
    fn of(program: &'a Program, rows: &'a Rows, rank: &'a [usize]) -> Self {
        Self {
            program,
            rows,
            rank,
            worth: worth(program),
            bounds: Bounds::of(program, rows),
            counting: rows.all.iter().map(|row| counting(program, row)).collect(),
            raised: 0,
        }
    }

    /// The rows that are not fulfilled as long as nothing is raised: those that must be, and those that a column makes up
    /// for on some level, by what that costs.
    fn unfulfilled(&self) -> (Vec<usize>, Vec<usize>) {
        let lacks = |&row: &usize| self.lacking(row) > 0;
        let (mut soft, hard): (Vec<usize>, Vec<usize>) =
            (0..self.rows.all.len()).filter(lacks).partition(|&row| !self.counting[row].is_empty());
        soft.sort_by_key(|&row| {
            let worth = self.counting[row].first().and_then(|&(column, _)| self.worth[column]);
            worth.map_or((usize::MAX, Reverse(0), row), |(level, cost)| (level, Reverse(cost.abs()), row))
        });
        (hard, soft)
    }

    /// How much a row "at least" lacks by what is raised already, where the columns that count stand at their best.
    fn lacking(&self, row: usize) -> i64 {
        let Row { relation, right, .. } = &self.rows.all[row];
        if *relation == Relation::AtMost {
            return 0;
        }
        let at_best = self.counting[row].iter().map(|&(column, coefficient)| {
            coefficient.min(0) * (self.bounds.face.upper[column] - self.bounds.face.lower[column])
        });
        right - self.bounds.lowest(row) - at_best.sum::<i64>()
    }

    /// Raises columns of a row until it is fulfilled; `None` where it cannot be.
    fn fulfil(&mut self, row: usize) -> Option<()> {
        for column in self.helping(row) {
            if self.lacking(row) <= 0 {
                break;
            }
            if !self.bounds.decide(column, self.bounds.face.upper[column])
                && !self.bounds.decide(column, self.bounds.face.lower[column])
            {
                return None;
            }
        }
        (self.lacking(row) <= 0).then_some(())
    }

    /// Raises columns of a row as far as it asks for them and they can be; `None` where nothing can be done any more.
    fn fill(&mut self, row: usize, watch: &dyn Watch) -> Option<()> {
        let free: Vec<usize> =
            self.helping(row).into_iter().filter(|&column| !self.bounds.face.is_fixed(column)).collect();
        for column in free {
            if self.lacking(row) <= 0 || self.is_over(watch) {
                break;
            }
            self.raise_or_refuse(column)?;
        }
        Some(())
    }

    /// The placements of a row that raise its left side, the most worth having first.
    fn helping(&self, row: usize) -> Vec<usize> {
        let terms = self.rows.all[row].terms.iter();
        let raising = terms.filter(|&&(_, coefficient)| coefficient > 0).map(|&(ColumnIx(column), _)| column);
        let mut helping: Vec<usize> = raising.filter(|&column| self.is_placement(column)).collect();
        helping.sort_unstable_by_key(|&column| self.rank[column]);
        helping
    }

    fn is_placement(&self, column: usize) -> bool {
        matches!(self.program.columns[column].tier, Tier::Member | Tier::Ordinary)
    }

    /// Raises every placement that is worth more than nothing, as long as the rows allow it.
    fn take_what_is_worth_having(&mut self, watch: &dyn Watch) -> Option<()> {
        let is_worth_having = |&column: &usize| {
            self.is_placement(column) && self.worth[column].is_some_and(|(_, cost)| cost < 0)
        };
        let mut columns: Vec<usize> = (0..self.worth.len()).filter(is_worth_having).collect();
        columns.sort_unstable_by_key(|&column| self.rank[column]);
        for column in columns {
            if self.is_over(watch) {
                break;
            }
            self.raise_or_refuse(column)?;
        }
        Some(())
    }

    fn is_over(&self, watch: &dyn Watch) -> bool {
        self.raised >= RAISED_AT_ONCE && watch.is_out_of_time()
    }

    fn raise_or_refuse(&mut self, column: usize) -> Option<()> {
        if self.bounds.face.is_fixed(column) {
            return Some(());
        }
        self.raised += 1;
        let before = self.bounds.mark();
        if self.bounds.decide(column, self.bounds.face.upper[column]) {
            // Whoever comes to a session that needs more people brings them.
            let rows = self.rows;
            let lacks = |&row: &usize| self.counting[row].is_empty() && self.lacking(row) > 0;
            let lacking: Vec<usize> = rows.of_column(column).map(|(row, _)| row).filter(lacks).collect();
            if lacking.into_iter().all(|row| self.fulfil(row).is_some()) {
                return Some(());
            }
            self.bounds.undo(before);
        }
        self.bounds.decide(column, self.bounds.face.lower[column]).then_some(())
    }

    /// Decides what is left: nothing more is raised but what counts for something.
    fn finish(mut self) -> Option<Vec<i64>> {
        let lowest = counted(self.program, self.rows, self.bounds.face.lower.clone());
        if Face::of(self.program).holds(self.rows, &lowest) {
            return Some(lowest);
        }
        for column in 0..self.worth.len() {
            let (lower, upper) = (self.bounds.face.lower[column], self.bounds.face.upper[column]);
            let counts = !self.is_placement(column) && self.worth[column].is_some_and(|(_, cost)| cost < 0);
            let (first, other) = if counts { (upper, lower) } else { (lower, upper) };
            if lower < upper && !self.bounds.decide(column, first) && !self.bounds.decide(column, other) {
                return None;
            }
        }
        let point = self.bounds.face.lower;
        Face::of(self.program).holds(self.rows, &point).then_some(point)
    }
}

fn counting(program: &Program, row: &Row) -> Vec<(usize, i64)> {
    let counts = |column: usize| matches!(program.columns[column].tier, Tier::Implied | Tier::Indicator);
    let terms = row.terms.iter().map(|&(ColumnIx(column), coefficient)| (column, coefficient));
    terms.filter(|&(column, _)| counts(column)).collect()
}

fn worth(program: &Program) -> Vec<Worth> {
    let mut worth = vec![None; program.columns.len()];
    for (position, Objective { sense, terms, .. }) in program.levels.iter().enumerate().rev() {
        let sign = if *sense == Sense::Min { 1 } else { -1 };
        for &(ColumnIx(column), coefficient) in terms {
            worth[column] = Some((position, sign * coefficient));
        }
    }
    worth
}

#[cfg(test)]
mod tests {
    use super::constructed;
    use crate::{
        lp::{ColumnIx, Program, Relation, Sense, Terms, Tier},
        solver::{Unwatched, rows::Rows, sifting::lexicographic_rank},
    };

    fn ones(columns: &[usize]) -> Terms {
        columns.iter().map(|&column| (ColumnIx(column), 1)).collect()
    }

    /// Placements of which as many as possible are wanted, the cheap ones first.
    fn placements(costs: &[i64]) -> Program {
        let mut program = Program::default();
        for _ in costs {
            program.add_column(0, 1, Tier::Ordinary);
        }
        let all: Vec<usize> = (0..costs.len()).collect();
        program.add_level(Sense::Max, ones(&all), 0);
        let terms = all.into_iter().map(|column| (ColumnIx(column), costs[column])).collect();
        program.add_level(Sense::Min, terms, 0);
        program
    }

    fn point(program: &Program) -> Option<Vec<i64>> {
        constructed(program, &Rows::of(program), &lexicographic_rank(program), &Unwatched)
    }

    #[test]
    fn takes_what_is_most_worth_having_as_far_as_the_rows_allow() {
        let mut program = placements(&[5, 3, 9, 1]);
        program.add_row(ones(&[0, 1, 2]), Relation::AtMost, 2);
        program.add_row(ones(&[1, 3]), Relation::AtMost, 1);
        assert_eq!(point(&program), Some(vec![1, 0, 1, 1]));
    }

    #[test]
    fn fulfils_what_must_be_first() {
        let mut program = placements(&[5, 3, 9]);
        program.add_row(ones(&[0, 1, 2]), Relation::AtMost, 1);
        program.add_row(ones(&[0, 2]), Relation::AtLeast, 1);
        assert_eq!(point(&program), Some(vec![1, 0, 0]));
    }

    #[test]
    fn meets_a_need_before_it_takes_anything_else() {
        let mut program = placements(&[5, 3, 9]);
        let short = program.add_column(0, 1, Tier::Implied);
        program.add_row(ones(&[0, 1, 2]), Relation::AtMost, 1);
        program.add_row(vec![(ColumnIx(2), 1), (short, 1)], Relation::AtLeast, 1);
        program.levels.insert(0, program.levels[0].clone());
        program.levels[0].terms = vec![(short, 1)];
        program.levels[0].sense = Sense::Min;
        assert_eq!(point(&program), Some(vec![0, 0, 1, 0]));
    }

    #[test]
    fn opens_no_session_that_it_cannot_fill() {
        let mut program = placements(&[1, 2, 2, 9]);
        let open = program.add_column(0, 1, Tier::Open);
        // The first two are at the session that needs two people; the second of them is at one place only.
        program.add_row(vec![(ColumnIx(0), 1), (ColumnIx(1), 1), (open, -2)], Relation::AtMost, 0);
        program.add_row(vec![(ColumnIx(0), 1), (ColumnIx(1), 1), (open, -2)], Relation::AtLeast, 0);
        assert_eq!(point(&program), Some(vec![1, 1, 1, 1, 1]));
        program.add_row(ones(&[1, 2]), Relation::AtMost, 1);
        program.add_row(ones(&[2]), Relation::AtLeast, 1);
        assert_eq!(point(&program), Some(vec![0, 0, 1, 1, 0]));
    }

    #[test]
    fn opens_no_session_at_the_cost_of_a_need() {
        let mut program = Program::default();
        // Two people, each at a post with a need or at a session that needs two.
        let [a, b, a_else, b_else] = [0, 1, 2, 3].map(|_| program.add_column(0, 1, Tier::Ordinary));
        let open = program.add_column(0, 1, Tier::Open);
        let short = program.add_column(0, 2, Tier::Implied);
        program.add_row(vec![(a, 1), (a_else, 1)], Relation::AtMost, 1);
        program.add_row(vec![(b, 1), (b_else, 1)], Relation::AtMost, 1);
        program.add_row(vec![(a_else, 1), (b_else, 1), (open, -2)], Relation::AtMost, 0);
        program.add_row(vec![(a_else, 1), (b_else, 1), (open, -2)], Relation::AtLeast, 0);
        program.add_row(vec![(a, 1), (b, 1), (short, 1)], Relation::AtLeast, 2);
        program.add_level(Sense::Min, vec![(short, 1)], 0);
        program.add_level(Sense::Max, ones(&[0, 1, 2, 3]), 0);
        assert_eq!(point(&program), Some(vec![1, 1, 0, 0, 0, 0]));
    }

    #[test]
    fn finds_nothing_where_there_is_nothing() {
        let mut program = placements(&[1, 1]);
        program.add_row(ones(&[0, 1]), Relation::AtMost, 1);
        program.add_row(ones(&[0]), Relation::Equal, 1);
        program.add_row(ones(&[1]), Relation::Equal, 1);
        assert_eq!(point(&program), None);
    }
}
