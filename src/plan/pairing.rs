//! The pairings of a Thursday Action in a plan's JSON: written, read, and found again in a campaign.

pub(super) mod claims;

use crate::{
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Pairing, Pairings},
    },
    pairing::{
        reason::{Because, Explanation, Reason, Way},
        rule::Rule,
    },
    plan::{
        fields::{Fields, Walk, Word},
        layout::Json,
        lookup::{Lookup, SavedEntry},
        outline::Pair,
        reason::tallied,
    },
    source::Place,
};

/// One pairing as written; a word with which something is wrong is left out.
#[derive(Debug, Clone)]
pub(super) struct SavedPairing {
    unit: Option<Word>,
    neighbourhood: Option<Word>,
    place: Place,
}

impl SavedPairing {
    pub(super) fn read(walk: &mut Walk, fields: Fields<'_>) -> Self {
        let (unit, neighbourhood) = (walk.word(fields, "unit"), walk.word(fields, "neighbourhood"));
        Self { unit, neighbourhood, place: fields.place }
    }
}

impl SavedEntry for SavedPairing {
    type Ids = Pair;
    type Found = Pairing;

    fn place(&self) -> Place {
        self.place
    }

    fn ids(&self) -> Option<Pair> {
        let id = |word: &Option<Word>| word.as_ref().map(|word| word.text.clone());
        Some(Pair { unit: id(&self.unit)?, neighbourhood: id(&self.neighbourhood)? })
    }

    fn find(&self, lookup: &mut Lookup<'_>) -> Option<Pairing> {
        let unit = self.unit.as_ref().and_then(|word| lookup.unit(word));
        let neighbourhood = self.neighbourhood.as_ref().and_then(|word| lookup.neighbourhood(word));
        Some(Pairing { unit: unit?, neighbourhood: neighbourhood? })
    }
}

/// The lists of the pairings as they stand in the file.
pub(super) fn written(domain: &Domain, roster: &Pairings, why: &Explanation) -> [(&'static str, Json); 4] {
    let unit = |unit: UnitIx| &domain.unit(unit).id;
    let place = |place: NeighbourhoodIx| &domain.neighbourhood(place).id;
    let way = |way: &Way| map! {"neighbourhood": place(way.neighbourhood), "metres": way.metres};
    let pairings = roster.pairings.iter().zip(&why.alternatives).map(|(pairing, next)| {
        map! {
            "unit": unit(pairing.unit),
            "neighbourhood": place(pairing.neighbourhood),
            "metres": domain.pairing_metres(pairing.unit, pairing.neighbourhood),
            "next_nearest": next.as_ref().map(way),
        }
    });
    let gives_way = why.gives_way.iter().map(|gives| {
        map! {
            "unit": unit(gives.unit),
            "nearest": way(&gives.nearest),
            "instead": way(&gives.instead),
            "because": because(gives.because),
        }
    });
    let reason = |reason: &Reason| match reason {
        Reason::Barred(tally) => map! {"kind": "barred", "rules": tallied(tally, "bars", Rule::id)},
        Reason::Full => map! {"kind": "full"},
        Reason::FreePlace(free) => map! {"kind": "free-place", "neighbourhood": place(*free)},
    };
    let unpaired = why.unpaired.iter().map(|unpaired| {
        map! {"unit": unit(unpaired.unit), "lacks": unpaired.lacks, "reason": reason(&unpaired.reason)}
    });
    [
        ("pairings", pairings.collect()),
        ("gives_way", gives_way.collect()),
        ("unbounded", map! {"pairings": why.unbounded.pairings, "metres": why.unbounded.metres}),
        ("unpaired", unpaired.collect()),
    ]
}

fn because(because: Because) -> &'static str {
    match because {
        Because::Agreed => "agreed",
        Because::Full => "full",
        Because::Outweighed => "outweighed",
    }
}
