//! The rows: one function per rule.

use crate::{
    domain::{
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Pairing, UnitNeighbourhood},
    },
    lp::{ColumnIx, Relation},
    pairing::formulation::{ColumnSubject, Formulation, RowSubject},
    planning::earlier::Earlier,
};

impl Formulation<'_> {
    /// No unit has more neighbourhoods than it may.
    ///
    /// for each unit u: Σₙ p\[u,n\] ≤ max
    pub(super) fn neighbourhoods_per_unit(&mut self) {
        let Some(max) = self.action.neighbourhoods_per_unit.max else { return };
        for unit in 0..self.of_unit.len() {
            self.model.add_limit(RowSubject::PerUnit(UnitIx(unit)), &self.of_unit[unit], i64::from(max));
        }
    }

    /// No neighbourhood has more units than it may.
    ///
    /// for each neighbourhood n: Σᵤ p\[u,n\] ≤ max
    pub(super) fn units_per_neighbourhood(&mut self) {
        let Some(max) = self.action.units_per_neighbourhood.max else { return };
        for place in 0..self.of_neighbourhood.len() {
            let subject = RowSubject::PerNeighbourhood(NeighbourhoodIx(place));
            self.model.add_limit(subject, &self.of_neighbourhood[place], i64::from(max));
        }
    }

    /// What was agreed already is kept.
    ///
    /// for each fixed pair (u,n): p\[u,n\] = 1
    pub(super) fn fixed(&mut self) {
        let mut agreed: Vec<Pairing> = self.action.fixed.iter().map(UnitNeighbourhood::pairing).collect();
        agreed.sort_unstable();
        agreed.dedup();
        for pair in agreed {
            self.stays(RowSubject::Fixed(pair), pair);
        }
    }

    /// Whoever came before the day of a change stays paired.
    ///
    /// for each such pair (u,n): p\[u,n\] = 1
    pub(super) fn settled(&mut self, previous: &Earlier<Pairing, Vec<Pairing>>) {
        for &pair in &previous.settled {
            self.stays(RowSubject::Settled(pair), pair);
        }
    }

    fn stays(&mut self, subject: RowSubject, pair: Pairing) {
        let wanted = ColumnSubject::Pair(pair);
        let column = self.model.columns.iter().position(|subject| *subject == wanted);
        let terms = column.map(|column| (ColumnIx(column), 1)).into_iter().collect();
        self.model.add_row(subject, terms, Relation::Equal, 1);
    }
}
