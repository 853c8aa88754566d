//! A bound that is proved in whole numbers.
//!
//! In: prices as floats, from whatever backend. Out: [`Proof`]: the prices rounded to integers over a common
//! denominator `K`, the reduced costs `D` and the bound `B` recomputed over *all* columns. By weak duality, for every
//! point `x` of the face, `K · cost(x) ≥ B`, however wrong the prices were.

use crate::{
    lp::{ColumnIx, Relation, Row},
    solver::{costs::Costs, face::Face, rows::Rows},
};
use std::cmp::Reverse;

/// Denominators tried in turn: vertices of these programs mostly have whole prices, or small fractions; the last
/// one is fine enough for whatever an interior point method says.
const DENOMINATORS: [i64; 4] = [1, 12, 27_720, 16_777_216 * 45];

/// The bound where numbers are too large to prove one: lower than whatever can cost anything.
const NOTHING_KNOWN: i128 = i128::MIN >> 8;

/// How prices become whole.
#[derive(Debug, Clone, Copy)]
struct Rounding<'a> {
    prices: &'a [f64],
    denominator: i64,
    order: Order,
}

/// In which order rows are asked to pay for columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// As they are written.
    AsWritten,
    /// First where one unit of a right side pays for most columns.
    MostFirst,
    /// First those that pay for most columns, whatever that costs.
    LongestFirst,
}

/// Rounded prices with the bound that they prove.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The common denominator `K`.
    pub denominator: i128,
    /// `Y`: the price of each row of the face, times `K`.
    pub prices: Vec<i128>,
    /// `D`: the reduced cost of each column, times `K`.
    pub reduced: Vec<i128>,
    /// `B`: no point of the face costs less than `B / K`.
    pub bound: i128,
}

impl Proof {
    /// The best proof among the denominators: the first that proves `target`, else the one with the highest bound.
    pub fn best(face: &Face, rows: &Rows, costs: &Costs, prices: &[f64], target: Option<i128>) -> Self {
        let mut best: Option<Self> = None;
        for denominator in DENOMINATORS {
            let rounding = Rounding { prices, denominator, order: Order::AsWritten };
            let Some(proof) = Self::rounded(face, rows, costs, rounding) else { continue };
            if target.is_some_and(|target| proof.room(target) <= 0) {
                return proof;
            }
            if best.as_ref().is_none_or(|best| proof.is_higher_than(best)) {
                best = Some(proof);
            }
        }
        best.unwrap_or_else(|| Self::unpriced(face, rows, costs))
    }

    /// What the rows prove by themselves, without a price to begin with.
    pub fn unpriced(face: &Face, rows: &Rows, costs: &Costs) -> Self {
        let orders = [Order::AsWritten, Order::MostFirst, Order::LongestFirst].into_iter();
        let proofs = orders.filter_map(|order| {
            let rounding = Rounding { prices: &[], denominator: 1, order };
            Self::rounded(face, rows, costs, rounding)
        });
        proofs.max_by_key(|proof| proof.bound).unwrap_or_else(|| Self {
            denominator: 1,
            prices: vec![0; rows.all.len()],
            reduced: vec![0; costs.of.len()],
            bound: NOTHING_KNOWN,
        })
    }

    /// The bound as a float.
    #[expect(clippy::cast_precision_loss, reason = "for comparing what gains more only")]
    pub fn value(&self) -> f64 {
        self.bound as f64 / self.denominator as f64
    }

    /// The least whole cost that the bound leaves possible.
    pub fn whole_bound(&self) -> i128 {
        -((-self.bound).div_euclid(self.denominator))
    }

    /// `δ = K · value − B`: how much the reduced costs of a point of that cost may add up to.
    pub fn room(&self, value: i128) -> i128 {
        self.denominator * value - self.bound
    }

    /// Leaves of a face only what a point of cost at most `limit` can be: with reduced cost `|D| > δ` a column stays at
    /// its bound, with price `|Y| > δ` a row stays tight, where `δ = K · limit − B`.
    ///
    /// A unit away from the bound adds `|D|` to the bound `B` on `K` times the cost, and a unit of slack adds `|Y|`;
    /// nothing else follows, and nothing else is fixed. Says whether that took anything away.
    pub fn restrict(&self, face: &mut Face, limit: i128) -> bool {
        let room = self.room(limit);
        let mut narrower = false;
        for (column, &reduced) in self.reduced.iter().enumerate() {
            if reduced.abs() > room && !face.is_fixed(column) {
                narrower = true;
                if reduced > 0 {
                    face.upper[column] = face.lower[column];
                } else {
                    face.lower[column] = face.upper[column];
                }
            }
        }
        face.tighten(self.prices.iter().map(|price| price.abs() > room)) || narrower
    }

    fn is_higher_than(&self, other: &Self) -> bool {
        let across = |one: &Self, other: &Self| one.bound.checked_mul(other.denominator);
        match (across(self, other), across(other, self)) {
            (Some(one), Some(other)) => one > other,
            _ => self.value() > other.value(),
        }
    }

    /// `None` where a number on the way is too large: such prices prove nothing.
    fn rounded(face: &Face, rows: &Rows, costs: &Costs, rounding: Rounding<'_>) -> Option<Self> {
        let Rounding { prices, denominator, order } = rounding;
        let price = |index: usize| prices.get(index).copied().unwrap_or(0.0);
        let prices: Vec<i128> = (rows.all.iter().enumerate())
            .map(|(index, row)| {
                with_right_sign(face.relation(index, row), rounded(price(index), denominator))
            })
            .collect();
        let mut proof = Self {
            denominator: i128::from(denominator),
            reduced: costs.of.iter().map(|&cost| i128::from(cost) * i128::from(denominator)).collect(),
            prices,
            bound: 0,
        };
        for (row, &price) in rows.all.iter().zip(&proof.prices) {
            if price != 0 {
                add_times(&mut proof.reduced, -price, row)?;
            }
        }
        proof.repair(face, rows, order)?;
        proof.bound = proof.recomputed_bound(face, rows, costs)?;
        Some(proof)
    }

    /// Raises prices row by row where that is cheaper than paying for each column at its upper bound.
    ///
    /// A column with negative reduced cost costs the bound `|D| · upper`. A row "at most" without negative
    /// coefficients that holds many such columns pays for all of them with its right side, once.
    fn repair(&mut self, face: &Face, rows: &Rows, order: Order) -> Option<()> {
        let mut held = vec![0_u64; rows.all.len()];
        for (column, &reduced) in self.reduced.iter().enumerate() {
            if reduced < 0 && !face.is_fixed(column) {
                rows.of_column(column).for_each(|(index, _)| held[index] += 1);
            }
        }
        let is_ceiling = |row: &Row| row.relation != Relation::AtLeast && row.right >= 0;
        let mut paying: Vec<usize> =
            (0..held.len()).filter(|&index| held[index] > 0 && is_ceiling(&rows.all[index])).collect();
        let paid = |index: usize| held[index] * 1_000 / rows.all[index].right.unsigned_abs().max(1);
        match order {
            Order::AsWritten => {}
            Order::MostFirst => paying.sort_by_key(|&index| Reverse(paid(index))),
            Order::LongestFirst => paying.sort_by_key(|&index| Reverse(held[index])),
        }
        paying.into_iter().try_for_each(|index| self.raise(index, &rows.all[index], face))
    }

    fn raise(&mut self, index: usize, row: &Row, face: &Face) -> Option<()> {
        let mut raise = 0;
        let mut loss: i128 = 0;
        for &(ColumnIx(column), coefficient) in &row.terms {
            let reduced = self.reduced[column];
            if coefficient < 0 || face.lower[column] < 0 {
                return Some(());
            }
            if reduced < 0 && !face.is_fixed(column) {
                raise =
                    raise.max((-reduced).checked_add(i128::from(coefficient) - 1)? / i128::from(coefficient));
                let span = i128::from(face.upper[column]) - i128::from(face.lower[column]);
                loss = loss.checked_add((-reduced).checked_mul(span)?)?;
            }
        }
        if raise == 0 || raise.checked_mul(i128::from(row.right))? >= loss {
            return Some(());
        }
        self.prices[index] = self.prices[index].checked_sub(raise)?;
        add_times(&mut self.reduced, raise, row)
    }

    fn recomputed_bound(&self, face: &Face, rows: &Rows, costs: &Costs) -> Option<i128> {
        let mut bound = costs.constant.checked_mul(self.denominator)?;
        for (row, price) in rows.all.iter().zip(&self.prices) {
            bound = bound.checked_add(price.checked_mul(i128::from(row.right))?)?;
        }
        for (column, &reduced) in self.reduced.iter().enumerate() {
            let best = if reduced > 0 { face.lower[column] } else { face.upper[column] };
            bound = bound.checked_add(reduced.checked_mul(i128::from(best))?)?;
        }
        (bound.unsigned_abs() <= NOTHING_KNOWN.unsigned_abs()).then_some(bound)
    }
}

/// Adds a multiple of a row to what its columns have; `None` where that is too large.
fn add_times(sums: &mut [i128], factor: i128, row: &Row) -> Option<()> {
    for &(ColumnIx(column), coefficient) in &row.terms {
        sums[column] = sums[column].checked_add(factor.checked_mul(i128::from(coefficient))?)?;
    }
    Some(())
}

/// `price · denominator`, rounded; 0 where the float is none or too large to mean anything.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "held below 2⁶² and meant to round"
)]
fn rounded(price: f64, denominator: i64) -> i128 {
    let scaled = (price * denominator as f64).round();
    if scaled.abs() < 4e18 { i128::from(scaled as i64) } else { 0 }
}

/// A row "at most" has no positive price, a row "at least" no negative one.
fn with_right_sign(relation: Relation, price: i128) -> i128 {
    match relation {
        Relation::AtMost => price.min(0),
        Relation::AtLeast => price.max(0),
        Relation::Equal => price,
    }
}

#[cfg(test)]
mod tests {
    use super::Proof;
    use crate::{
        lp::{ColumnIx, Program, Relation, Sense, Tier},
        solver::{costs::Costs, face::Face, rows::Rows},
    };

    /// Columns from 0 to 1 that cost as much each, and rows over some of them.
    fn proof(
        costs: &[i64],
        rows: &[(&[usize], Relation, i64)],
        prices: &[f64],
        target: Option<i128>,
    ) -> Proof {
        let mut program = Program::default();
        let columns: Vec<ColumnIx> = costs.iter().map(|_| program.add_column(0, 1, Tier::Ordinary)).collect();
        for &(held, relation, right) in rows {
            program.add_row(held.iter().map(|&column| (columns[column], 1)).collect(), relation, right);
        }
        program.add_level(Sense::Min, columns.into_iter().zip(costs.iter().copied()).collect(), 0);
        let costs = Costs::of_level(&program.levels[0], costs.len());
        Proof::best(&Face::of(&program), &Rows::of(&program), &costs, prices, target)
    }

    const ONE_OF_TWO: (&[usize], Relation, i64) = (&[0, 1], Relation::AtMost, 1);

    #[test]
    fn proves_the_optimum_by_whole_prices() {
        let proof = proof(&[-3, -2], &[ONE_OF_TWO], &[-3.0], Some(-3));
        assert_eq!((proof.denominator, proof.bound, proof.room(-3)), (1, -3, 0));
        assert_eq!((proof.prices, proof.reduced), (vec![-3], vec![0, 1]));
    }

    #[test]
    fn raises_the_price_of_a_row_rather_than_pay_for_each_of_its_columns() {
        let unpriced = proof(&[-3, -2], &[ONE_OF_TWO], &[], None);
        assert_eq!((&unpriced.prices[..], unpriced.whole_bound()), (&[-3][..], -3));
    }

    #[test]
    fn lets_those_rows_pay_that_hold_most_columns_for_each_unit() {
        // Four people for whom there are sixteen seats; each goes to one place.
        let seats: Vec<Vec<usize>> =
            (0..4).map(|seat| (0..4).map(|person| 4 * person + seat).collect()).collect();
        let people: Vec<Vec<usize>> = (0..4).map(|person| (4 * person..4 * person + 4).collect()).collect();
        let mut rows: Vec<(&[usize], Relation, i64)> = Vec::new();
        rows.extend(seats.iter().map(|row| (&row[..], Relation::AtMost, 4)));
        rows.extend(people.iter().map(|row| (&row[..], Relation::AtMost, 1)));
        assert_eq!(proof(&[-1; 16], &rows, &[], None).whole_bound(), -4);
    }

    #[test]
    fn takes_no_price_of_the_wrong_sign() {
        let at_least = (&[0, 1][..], Relation::AtLeast, 1);
        let proof = proof(&[2, 3], &[at_least], &[-2.0], None);
        assert_eq!((&proof.prices[..], proof.whole_bound()), (&[0][..], 0));
    }

    #[test]
    fn rounds_a_bound_between_two_whole_costs_up() {
        let edges: [(&[usize], Relation, i64); 3] = [
            (&[0, 1], Relation::AtLeast, 1),
            (&[1, 2], Relation::AtLeast, 1),
            (&[0, 2], Relation::AtLeast, 1),
        ];
        let proof = proof(&[1, 1, 1], &edges, &[0.5, 0.5, 0.5], Some(2));
        assert_eq!((proof.denominator, proof.bound, proof.whole_bound()), (12, 18, 2));
        assert!(proof.room(2) > 0, "at 2 the bound leaves room, though no whole cost lies between");
    }

    #[test]
    fn is_never_higher_than_the_optimum_whatever_the_prices() {
        // At least two of three, the first and last never together: the optimum is 1 + 4.
        let rows: [(&[usize], Relation, i64); 2] =
            [(&[0, 1, 2], Relation::AtLeast, 2), (&[0, 2], Relation::AtMost, 1)];
        let odd = [0.0, -1e300, f64::NAN, f64::INFINITY, 1e18, 2.999_999_9, -7.25, 4.0, 1e-9];
        for first in odd {
            for second in odd {
                let proof = proof(&[1, 4, 9], &rows, &[first, second], None);
                assert!(proof.bound <= 5 * proof.denominator, "{first} {second}: {proof:?}");
            }
        }
        assert_eq!(proof(&[1, 4, 9], &rows, &[4.0, 0.0], None).whole_bound(), 5);
    }

    #[test]
    fn fixes_what_costs_more_than_the_room_and_nothing_that_costs_just_as_much() {
        let proof = Proof { denominator: 1, prices: vec![-2], reduced: vec![3, 2, -3], bound: 0 };
        let mut program = Program::default();
        let columns: Vec<ColumnIx> = (0..3).map(|_| program.add_column(0, 2, Tier::Ordinary)).collect();
        program.add_row(columns.into_iter().map(|column| (column, 1)).collect(), Relation::AtMost, 4);
        let mut face = Face::of(&program);
        assert!(proof.restrict(&mut face, 2));
        assert_eq!((&face.lower, &face.upper), (&vec![0, 0, 2], &vec![0, 2, 2]));
        assert!(!face.is_tight(0), "a price of all the room keeps no row tight");
        assert!(!proof.restrict(&mut face, 2), "there is nothing more to take away");
        assert!(proof.restrict(&mut face, 1));
        assert!(face.is_fixed(1) && face.is_tight(0));
    }

    #[test]
    fn proves_nothing_by_numbers_that_are_too_large() {
        let mut program = Program::default();
        let columns: Vec<ColumnIx> =
            (0..40).map(|_| program.add_column(0, i64::MAX, Tier::Ordinary)).collect();
        let terms: Vec<(ColumnIx, i64)> = columns.iter().map(|&column| (column, i64::MAX)).collect();
        program.add_row(terms.clone(), Relation::AtLeast, 1);
        program.add_level(Sense::Max, terms, 0);
        let costs = Costs::of_level(&program.levels[0], columns.len());
        for price in [0.0, 1.0, 1e9, -1e9] {
            let proof = Proof::best(&Face::of(&program), &Rows::of(&program), &costs, &[price], Some(0));
            assert_eq!(proof.whole_bound(), super::NOTHING_KNOWN, "{proof:?}");
            let mut face = Face::of(&program);
            assert!(!proof.restrict(&mut face, 0), "and fixes nothing");
        }
    }
}
