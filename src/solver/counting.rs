//! Columns that only count, set to what the others of a point say.
//!
//! In: a program and a whole point. Out: the same with every column that counts at its best. A run that is stopped early
//! leaves them looser than they need be (a shortage counted where there is none): the point would be better than its levels
//! say.

use crate::{
    lp::{ColumnIx, Program, Relation, Row, Sense, Tier, value},
    solver::rows::Rows,
};
use std::cmp::Reverse;

/// Moves each column that counts as far as the rows allow: first to where it costs most, so that the rows leave the choice
/// where several count in one, then to where it costs least, the dearest first.
pub fn counted(program: &Program, rows: &Rows, point: Vec<i64>) -> Vec<i64> {
    let sides = rows.all.iter().map(|row| value(&row.terms, &point)).collect();
    let mut counting = Counting { program, rows, point, sides };
    let columns = columns(program);
    for gain in [1, -1] {
        for &(column, cost) in &columns {
            counting.move_away(column, gain * cost.signum());
        }
    }
    counting.point
}

struct Counting<'a> {
    program: &'a Program,
    rows: &'a Rows,
    point: Vec<i64>,
    /// The left side of each row.
    sides: Vec<i128>,
}

impl Counting<'_> {
    /// Moves a column up (1) or down (−1) as far as it can go.
    fn move_away(&mut self, column: usize, way: i64) {
        let bounds = self.program.columns[column];
        let value = self.point[column];
        let most = if way > 0 { bounds.upper - value } else { value - bounds.lower };
        let rows = self.rows.of_column(column);
        let furthest = rows.clone().map(|(row, coefficient)| {
            let Row { relation, right, .. } = self.rows.all[row];
            let step = i128::from(way * coefficient);
            let left = i128::from(right) - self.sides[row];
            match relation {
                Relation::AtMost if step > 0 => left / step,
                Relation::AtLeast if step < 0 => left / step,
                Relation::Equal => 0,
                _ => i128::MAX,
            }
        });
        let furthest = furthest.min().unwrap_or(i128::MAX);
        let steps = i64::try_from(furthest).map_or(most, |furthest| furthest.clamp(0, most));
        self.point[column] += way * steps;
        for (row, coefficient) in rows {
            self.sides[row] += i128::from(coefficient * way * steps);
        }
    }
}

/// The columns that count and what each costs on the first level that has it, the dearest of a level first.
fn columns(program: &Program) -> Vec<(usize, i64)> {
    let mut found: Vec<(usize, i64, usize)> = Vec::new();
    for (position, level) in program.levels.iter().enumerate() {
        let sign = if level.sense == Sense::Min { 1 } else { -1 };
        let counts = |column: usize| matches!(program.columns[column].tier, Tier::Implied | Tier::Indicator);
        let terms = level.terms.iter().filter(|&&(ColumnIx(column), _)| counts(column));
        found.extend(terms.map(|&(ColumnIx(column), cost)| (position, sign * cost, column)));
    }
    found.sort_unstable_by_key(|&(position, cost, column)| (position, Reverse(cost), column));
    let mut is_known = vec![false; program.columns.len()];
    found.retain(|&(.., column)| !std::mem::replace(&mut is_known[column], true));
    found.into_iter().map(|(_, cost, column)| (column, cost)).collect()
}

#[cfg(test)]
mod tests {
    use super::counted;
    use crate::{
        lp::{ColumnIx, Program, Relation, Sense, Tier},
        solver::rows::Rows,
    };

    #[test]
    fn counts_no_more_than_the_others_say_and_the_cheapest_of_several() {
        let mut program = Program::default();
        let [a, b, c] = [0, 1, 2].map(|_| program.add_column(0, 1, Tier::Ordinary));
        let short = program.add_column(0, 3, Tier::Implied);
        let reached = program.add_column(0, 1, Tier::Indicator);
        let [second, third] = [0, 1].map(|_| program.add_column(0, 1, Tier::Implied));
        program.add_row(vec![(a, 1), (b, 1), (short, 1)], Relation::AtLeast, 3);
        program.add_row(vec![(c, 1), (reached, -1)], Relation::AtLeast, 0);
        program.add_row(vec![(a, 1), (b, 1), (second, -1), (third, -1)], Relation::AtMost, 1);
        program.add_level(Sense::Min, vec![(short, 2)], 0);
        program.add_level(Sense::Max, vec![(reached, 1)], 0);
        program.add_level(Sense::Min, vec![(second, 1), (third, 2)], 0);
        let rows = Rows::of(&program);
        let [short, reached, second, third] = [short, reached, second, third].map(|ColumnIx(column)| column);
        for loose in [[1, 1, 1, 3, 0, 0, 1], [1, 1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1]] {
            let point = counted(&program, &rows, loose.to_vec());
            assert_eq!(point[..3], [1, 1, 1]);
            assert_eq!([point[short], point[reached], point[second], point[third]], [1, 1, 1, 0]);
        }
    }
}
