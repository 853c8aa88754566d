//! The restricted program: the columns that sifting works with, and the rows that can bind them.
//!
//! In: a face, rows, costs and the columns chosen. Out: a program for the backend, and the way back from its answer.

use crate::solver::{
    Halt, Watch,
    backend::Backend,
    costs::Costs,
    face::Face,
    relaxation::{Basis, Relaxation, Restricted, RestrictedRow, Status},
    rows::Rows,
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
        let mut position = vec![None; working.len()];
        columns.iter().enumerate().for_each(|(index, &column)| position[column] = Some(index));
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
            if let Some(left) = face.left_of(row, relation, &position) {
                let terms = left.terms.iter().map(|&(column, coefficient)| (column.0, coefficient as f64));
                let (terms, right) = (terms.collect(), left.right as f64);
                program.rows.push(RestrictedRow { terms, relation, right });
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
    pub fn solve(
        &self,
        backend: &dyn Backend,
        known: &mut Basis,
        watch: &dyn Watch,
    ) -> Result<Relaxation, Halt> {
        let mut basis = self.basis(known);
        let answer = backend.relax(&self.program, &mut basis, watch)?;
        let keep = |known: &mut Vec<Status>, chosen: &[usize], found: &[Status], unknown: Status| {
            known.resize(known.len().max(chosen.last().map_or(0, |last| last + 1)), unknown);
            chosen.iter().zip(found).for_each(|(&index, &status)| known[index] = status);
        };
        keep(&mut known.columns, &self.columns, &basis.columns, Status::Lower);
        keep(&mut known.rows, &self.rows, &basis.rows, Status::Basic);
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
