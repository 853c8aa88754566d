//! The restricted program: the columns that sifting works with, and the rows that can bind them.
//!
//! In: a face, rows, costs and the columns chosen. Out: a program for the backend, and the way back from its answer.

use crate::{
    lp::{ColumnIx, Relation, Row},
    solver::{
        BackendError,
        backend::{Backend, Basis, Place, Relaxation, Restricted, RestrictedRow},
        face::{Costs, Face, Rows},
    },
};

/// A restricted program and where its columns and rows come from.
#[derive(Debug)]
pub struct Restriction {
    /// The program for the backend.
    pub program: Restricted,
    columns: Vec<usize>,
    rows: Vec<usize>,
}

impl Restriction {
    /// The columns of `working` that are not fixed, with the rows that can still bind.
    #[expect(clippy::cast_precision_loss, reason = "validation keeps every number within 2⁵³")]
    pub fn of(face: &Face, rows: &Rows, costs: &Costs, working: &[bool]) -> Self {
        let columns: Vec<usize> =
            (0..working.len()).filter(|&column| working[column] && !face.is_fixed(column)).collect();
        let mut position = vec![usize::MAX; working.len()];
        columns.iter().enumerate().for_each(|(index, &column)| position[column] = index);
        let mut program = Restricted {
            bounds: columns
                .iter()
                .map(|&column| (face.lower[column] as f64, face.upper[column] as f64))
                .collect(),
            costs: columns.iter().map(|&column| costs.of[column] as f64).collect(),
            rows: Vec::new(),
        };
        let mut chosen = Vec::new();
        for (index, row) in rows.all.iter().enumerate() {
            if !rows.active[index] && !face.is_tight(index) {
                continue;
            }
            let relation = face.relation(index, row);
            if let Some((terms, right)) = binding(face, row, relation, &position) {
                program.rows.push(RestrictedRow { terms, relation, right: right as f64 });
                chosen.push(index);
            }
        }
        Self { program, columns, rows: chosen }
    }

    /// What is known of the basis, of the columns and rows chosen.
    pub fn basis(&self, known: &Basis) -> Basis {
        known.on(&self.columns, &self.rows)
    }

    /// Solves the program from what is known of the basis, and keeps the basis it ends with.
    pub fn solve(&self, backend: &dyn Backend, known: &mut Basis) -> Result<Relaxation, BackendError> {
        let mut basis = self.basis(known);
        let answer = backend.relax(&self.program, &mut basis)?;
        let keep = |known: &mut Vec<Place>, chosen: &[usize], found: &[Place], unknown: Place| {
            known.resize(known.len().max(chosen.last().map_or(0, |last| last + 1)), unknown);
            chosen.iter().zip(found).for_each(|(&index, &place)| known[index] = place);
        };
        keep(&mut known.columns, &self.columns, &basis.columns, Place::Lower);
        keep(&mut known.rows, &self.rows, &basis.rows, Place::Basic);
        Ok(answer)
    }

    /// The point of all columns; those left out stand at their lower bound.
    #[expect(clippy::cast_precision_loss, reason = "validation keeps every number within 2⁵³")]
    pub fn expanded(&self, face: &Face, point: &[f64]) -> Vec<f64> {
        let mut full: Vec<f64> = face.lower.iter().map(|&lower| lower as f64).collect();
        self.columns.iter().zip(point).for_each(|(&column, &value)| full[column] = value);
        full
    }

    /// The price of every row; those left out are free.
    pub fn expanded_prices(&self, rows: &Rows, prices: &[f64]) -> Vec<f64> {
        let mut full = vec![0.0; rows.all.len()];
        self.rows.iter().zip(prices).for_each(|(&row, &price)| full[row] = price);
        full
    }
}

/// What is left of a row over the chosen columns, the others at their lower bound; `None` where it always holds.
#[expect(clippy::cast_precision_loss, reason = "coefficients are far below 2⁵³")]
fn binding(
    face: &Face,
    row: &Row,
    relation: Relation,
    position: &[usize],
) -> Option<(Vec<(usize, f64)>, i64)> {
    let mut terms = Vec::new();
    let mut right = row.right;
    let (mut least, mut greatest) = (0_i64, 0_i64);
    for &(ColumnIx(column), coefficient) in &row.terms {
        if position[column] == usize::MAX {
            right -= coefficient * face.lower[column];
            continue;
        }
        let ends = [coefficient * face.lower[column], coefficient * face.upper[column]];
        least += ends[0].min(ends[1]);
        greatest += ends[0].max(ends[1]);
        terms.push((position[column], coefficient as f64));
    }
    let redundant = match relation {
        Relation::AtMost => greatest <= right,
        Relation::AtLeast => least >= right,
        Relation::Equal => least == right && greatest == right,
    };
    (!redundant).then_some((terms, right))
}
