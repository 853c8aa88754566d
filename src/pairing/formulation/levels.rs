//! The levels: one function per level, most important first.

use crate::{
    domain::{
        Domain,
        lot::lot,
        places::{NeighbourhoodIx, UnitIx},
        thursday::Pairing,
    },
    lp::{ColumnIx, Relation, Sense, Terms, Tier},
    pairing::{
        formulation::{ColumnSubject, Formulation, RowSubject},
        level::Level,
    },
    planning::earlier::Earlier,
    planning::model::{count, ones},
};

impl Formulation<'_> {
    /// Level `pairing-changes`, down, before all others: P − Σ p\[u,n\] over the pairs that the earlier plan had, P of
    /// them with those that can no longer be.
    pub(super) fn changes(&mut self, previous: &Earlier<Pairing, Vec<Pairing>>) {
        let had = count(previous.had());
        let kept = self.weighed(|_, pair| -i64::from(previous.has(&pair)));
        self.model.add_level(Level::Changes, Sense::Min, kept, had);
    }

    /// Level `paired`, down: Σᵤ max(0, min − Σₙ p\[u,n\]).
    ///
    /// for each unit u: short\[u\] + Σₙ p\[u,n\] ≥ min
    pub(super) fn paired(&mut self) {
        let min = i64::from(self.action.neighbourhoods_per_unit.min);
        let mut lacking = Terms::new();
        for unit in (0..self.of_unit.len()).filter(|_| min > 0) {
            let short = self.model.add_column(ColumnSubject::UnitLacks(UnitIx(unit)), min, Tier::Implied);
            let mut terms = ones(&self.of_unit[unit]);
            terms.push((short, 1));
            self.model.add_row(RowSubject::Paired(UnitIx(unit)), terms, Relation::AtLeast, min);
            lacking.push((short, 1));
        }
        self.model.add_level(Level::Paired, Sense::Min, lacking, 0);
    }

    /// Level `reached`, down: Σₙ max(0, min − Σᵤ p\[u,n\]).
    ///
    /// for each neighbourhood n: short\[n\] + Σᵤ p\[u,n\] ≥ min
    pub(super) fn reached(&mut self) {
        let min = i64::from(self.action.units_per_neighbourhood.min);
        let mut lacking = Terms::new();
        for place in (0..self.of_neighbourhood.len()).filter(|_| min > 0) {
            let place = NeighbourhoodIx(place);
            let short = self.model.add_column(ColumnSubject::NeighbourhoodLacks(place), min, Tier::Implied);
            let mut terms = ones(&self.of_neighbourhood[place.0]);
            terms.push((short, 1));
            self.model.add_row(RowSubject::Reached(place), terms, Relation::AtLeast, min);
            lacking.push((short, 1));
        }
        self.model.add_level(Level::Reached, Sense::Min, lacking, 0);
    }

    /// Level `nearest`, down: Σ metres · p\[u,n\]; a distance that is not known counts nothing.
    pub(super) fn nearest(&mut self) {
        let terms = self
            .weighed(|domain, pair| domain.pairing_metres(pair.unit, pair.neighbourhood).unwrap_or_default());
        self.model.add_level(Level::Nearest, Sense::Min, terms, 0);
    }

    /// Level `pairing-lot`, down: Σ lot(seed, unit, neighbourhood) · p\[u,n\].
    pub(super) fn lot(&mut self) {
        let terms = self.weighed(|domain, pair| {
            let unit = &domain.unit(pair.unit).id;
            lot(&[&domain.campaign.seed, unit, &domain.neighbourhood(pair.neighbourhood).id])
        });
        self.model.add_level(Level::Lot, Sense::Min, terms, 0);
    }

    fn weighed(&self, weight: impl Fn(&Domain, Pairing) -> i64) -> Terms {
        let pairs = self.model.columns.iter().enumerate().filter_map(|(column, subject)| match *subject {
            ColumnSubject::Pair(pair) => Some((ColumnIx(column), weight(self.domain, pair))),
            _ => None,
        });
        pairs.collect()
    }
}
