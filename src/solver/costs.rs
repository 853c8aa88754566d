//! A level as a cost per column, to be brought down whatever its sense.
//!
//! In: an objective of the program. Out: [`Costs`]; of a point, of some columns only, and as a row that keeps them low.

use crate::lp::{ColumnIx, Objective, Relation, Row, Sense, Terms, value};

/// The right side of a row that limits nothing; far enough from the ends of 64 bits to be added to.
const NO_LIMIT: i64 = 1 << 60;

/// A level as costs.
#[derive(Debug, Clone)]
pub struct Costs {
    /// The cost of each column.
    pub of: Vec<i64>,
    /// The constant part.
    pub constant: i128,
    /// The columns that cost something.
    pub terms: Terms,
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

    /// The same costs for some columns; what the others cost at their lower bounds, all of them fixed, is the constant
    /// part.
    #[must_use]
    pub fn on(&self, columns: &[usize], lower: &[i64]) -> Self {
        let of: Vec<i64> = columns.iter().map(|&column| self.of[column]).collect();
        let terms = of.iter().enumerate().filter(|&(_, &cost)| cost != 0);
        let all: i128 = value(&self.terms, lower);
        let terms: Terms = terms.map(|(index, &cost)| (ColumnIx(index), cost)).collect();
        let own: i128 =
            columns.iter().map(|&column| i128::from(self.of[column]) * i128::from(lower[column])).sum();
        Self { of, constant: self.constant + all - own, terms }
    }

    /// The row that keeps the cost at most at `limit`.
    pub fn at_most(&self, limit: i128) -> Row {
        let right = i64::try_from(limit - self.constant).unwrap_or(NO_LIMIT);
        Row { terms: self.terms.clone(), relation: Relation::AtMost, right }
    }
}

#[cfg(test)]
mod tests {
    use super::Costs;
    use crate::lp::{ColumnIx, Objective, Sense};

    fn costs(sense: Sense) -> Costs {
        let terms = [3, 1, -3].into_iter().enumerate().map(|(at, cost)| (ColumnIx(at), cost)).collect();
        Costs::of_level(&Objective { sense, terms, constant: 10 }, 3)
    }

    #[test]
    fn counts_what_fixed_columns_cost_into_the_constant() {
        let costs = costs(Sense::Min);
        let some = costs.on(&[0, 1], &[0, 0, 2]);
        assert_eq!((&some.of, some.constant), (&vec![3, 1], 4));
        assert_eq!(some.at(&[1, 2]), costs.at(&[1, 2, 2]));
    }

    #[test]
    fn brings_a_level_that_goes_up_down_with_other_signs() {
        let costs = costs(Sense::Max);
        assert_eq!((costs.at(&[0, 0, 0]), costs.at(&[1, 1, 1])), (-10, -11));
        assert_eq!(costs.at_most(-11).right, -1);
    }
}
