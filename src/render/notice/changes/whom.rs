//! Whom something may concern: people, hosts and homes, those of the campaign in the order of its file, then those that it has
//! no more.
//!
//! In: [`Changes`]. Out: an id each, with its place in the campaign where it has one.

use crate::{
    domain::{
        people::AmbassadorIx,
        places::{NeighbourhoodIx, UnitIx},
    },
    render::notice::changes::Changes,
};
use std::collections::BTreeSet;

/// Somebody, and which one of the campaign; nothing where the campaign has it no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) struct Whom<Ix> {
    pub(in crate::render) id: String,
    pub(in crate::render) known: Option<Ix>,
}

impl Changes<'_> {
    /// Ambassadors.
    pub(in crate::render) fn people(&self) -> Vec<Whom<AmbassadorIx>> {
        let known = self.edition.ambassadors().into_iter();
        let known = known.map(|one| (self.edition.domain.ambassador(one).id.clone(), one)).collect();
        all(known, self.notice.changes.iter().map(|(id, _)| id.clone()))
    }

    /// Units.
    pub(in crate::render) fn hosts(&self) -> Vec<Whom<UnitIx>> {
        let known = self.edition.units().into_iter();
        let known = known.map(|one| (self.edition.domain.unit(one).id.clone(), one)).collect();
        let visits = self.notice.changes.iter().flat_map(|(_, change)| &change.gone);
        let ids: BTreeSet<String> = visits
            .flat_map(|visit| self.units(visit))
            .chain(self.action.changes.keys().map(|pair| pair.unit.clone()))
            .collect();
        all(known, ids.into_iter())
    }

    /// Units for which something is new.
    pub(in crate::render) fn hosts_concerned(&self) -> impl Iterator<Item = Whom<UnitIx>> {
        self.hosts().into_iter().filter(|one| !self.of_unit(&one.id).is_empty())
    }

    /// Neighbourhoods for which something is new.
    pub(in crate::render) fn homes_concerned(&self) -> impl Iterator<Item = Whom<NeighbourhoodIx>> {
        self.homes().into_iter().filter(|one| !self.of_neighbourhood(&one.id).is_empty())
    }

    /// Neighbourhoods.
    pub(in crate::render) fn homes(&self) -> Vec<Whom<NeighbourhoodIx>> {
        let known = self.edition.neighbourhoods().into_iter();
        let known = known.map(|one| (self.edition.domain.neighbourhood(one).id.clone(), one)).collect();
        let ids: BTreeSet<String> =
            self.action.changes.keys().map(|pair| pair.neighbourhood.clone()).collect();
        all(known, ids.into_iter())
    }
}

/// Those that are known, then those of the rest that are not.
fn all<Ix: Copy>(known: Vec<(String, Ix)>, rest: impl Iterator<Item = String>) -> Vec<Whom<Ix>> {
    let there: BTreeSet<String> = known.iter().map(|(id, _)| id.clone()).collect();
    let known = known.into_iter().map(|(id, one)| Whom { id, known: Some(one) });
    known.chain(rest.filter(|id| !there.contains(id)).map(|id| Whom { id, known: None })).collect()
}
