//! Zero-half cuts (Caprara, Fischetti 1996): sums of tight rows, halved. Where every fractional column has an even
//! coefficient and the right side is odd, half of the sum rounds down to less than the vertex has.
//!
//! Such sums are found by elimination over the two-element field (Koster, Zymolka, Kutschka 2009): row by row the fractional
//! columns are taken out; a row of which nothing is left but an odd right side is one.

use crate::{
    lp::ColumnIx,
    solver::cuts::{
        Cut, Relaxed,
        aggregation::{Side, Sum},
        rounding::Inequality,
    },
};

/// How far from its bounds a column must be to be fractional.
const FRACTIONAL: f64 = 1e-6;
/// Rows over more fractional columns than this are left out.
const LONG: usize = 400;
/// Fractional columns beyond which none are sought: they would be of no use all at once.
const MANY: usize = 1_500;

/// The cuts that a vertex breaks.
pub(super) fn cuts(at: &Relaxed<'_>, sides: &[Vec<Side>]) -> Vec<Cut> {
    let mut position = vec![usize::MAX; at.columns.len()];
    let mut fractional: Vec<usize> =
        (0..at.columns.len()).filter(|&column| at.distance[column] > FRACTIONAL).collect();
    if fractional.len() > MANY {
        return Vec::new();
    }
    // Columns far from their bounds first: what is left of others breaks a cut least.
    fractional.sort_by(|&one, &other| at.distance[other].total_cmp(&at.distance[one]).then(one.cmp(&other)));
    fractional.iter().enumerate().for_each(|(index, &column)| position[column] = index);
    let sides: Vec<Side> = sides.iter().filter_map(|sides| sides.first().copied()).collect();
    let mut rows: Vec<Parity> = (sides.iter().enumerate())
        .filter_map(|(index, &side)| Parity::of(at, side, index, &position, sides.len()))
        .collect();
    let mut sum = Sum::new(at.columns.len());
    let mut cuts = Vec::new();
    for column in 0..fractional.len() {
        let Some(pivot) = (0..rows.len())
            .filter(|&row| rows[row].columns.has(column))
            .min_by_key(|&row| rows[row].of.len())
        else {
            continue;
        };
        let pivot = rows.swap_remove(pivot);
        rows.iter_mut().filter(|row| row.columns.has(column)).for_each(|row| row.add(&pivot));
        rows.retain(|row| {
            if row.columns.is_empty() && row.is_odd {
                cuts.extend(halved(at, &mut sum, &sides, row));
            }
            !row.columns.is_empty()
        });
    }
    cuts
}

/// The cut that half of a sum of rows is.
fn halved(at: &Relaxed<'_>, sum: &mut Sum, sides: &[Side], row: &Parity) -> Option<Cut> {
    let mut rows = row.of.positions();
    sum.begin(at, sides[rows.next()?]);
    for index in rows {
        sum.include(at, sides[index])?;
    }
    let cut = Inequality::of(at, sum)?.rounded_by(at, 2)?;
    Some(Cut { rests_on_levels: sum.rests_on_levels, ..cut })
}

/// A sum of rows as far as it is odd.
struct Parity {
    /// Which rows.
    of: Bits,
    /// The fractional columns with an odd coefficient.
    columns: Bits,
    /// Whether the right side is odd, all columns counted from the nearer of their bounds.
    is_odd: bool,
}

impl Parity {
    /// A row; `None` where no fractional column has an odd coefficient, or too many have.
    #[expect(clippy::cast_precision_loss, reason = "columns are far below 2⁵³")]
    fn of(at: &Relaxed<'_>, side: Side, index: usize, position: &[usize], rows: usize) -> Option<Self> {
        let row = &at.rows.all[side.index];
        let mut columns = Bits::default();
        let mut is_odd = row.right % 2 != 0;
        let mut count = 0;
        for &(ColumnIx(column), coefficient) in row.terms.iter().filter(|&&(_, size)| size % 2 != 0) {
            let (bounds, value) = (at.columns[column], at.vertex[column]);
            let is_from_above = bounds.upper as f64 - value < value - bounds.lower as f64;
            is_odd ^= (if is_from_above { bounds.upper } else { bounds.lower }) * coefficient % 2 != 0;
            if position[column] != usize::MAX {
                columns.insert(position[column]);
                count += 1;
            }
        }
        let mut of = Bits::with(rows);
        of.insert(index);
        (count > 0 && count <= LONG).then_some(Self { of, columns, is_odd })
    }

    fn add(&mut self, other: &Self) {
        self.of.flip(&other.of);
        self.columns.flip(&other.columns);
        self.is_odd ^= other.is_odd;
    }
}

/// A set of small numbers.
#[derive(Debug, Clone, Default)]
struct Bits(Vec<u64>);

impl Bits {
    fn with(numbers: usize) -> Self {
        Self(vec![0; numbers.div_ceil(64)])
    }

    fn insert(&mut self, number: usize) {
        if self.0.len() <= number / 64 {
            self.0.resize(number / 64 + 1, 0);
        }
        self.0[number / 64] |= 1 << (number % 64);
    }

    fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Takes out what both have and takes in what only the other has.
    fn flip(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word ^= other);
    }

    fn positions(&self) -> impl Iterator<Item = usize> + '_ {
        (0..64 * self.0.len()).filter(|&number| self.has(number))
    }
}
