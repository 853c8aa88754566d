//! An earlier plan beside a campaign that has changed since: what stands, and what is gone.
//!
//! In: [`SavedPlan`] and the campaign. Out: [`EarlierPlan`]. What the campaign no longer has is no error here: it is what a
//! repair mends.

use crate::{
    diagnostic::Diagnostic,
    domain::{Domain, thursday::Pairing},
    experience::roster::Placement,
    plan::{
        experience::SavedPlacement,
        lookup::{Lookup, SavedEntry},
        outline::{Meeting, Pair, Visit},
        saved::SavedPlan,
    },
    source::Place,
    timetable::roster::Event,
};

/// What an earlier plan had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierPlan {
    /// Placements; those that are gone by date, post and ambassador.
    pub placements: EarlierEntries<Placement, Visit>,
    /// The Thursday Action, where the plan has one.
    pub action: Option<EarlierActionEntries>,
}

/// What an earlier Thursday Action had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierActionEntries {
    /// Pairings.
    pub pairings: EarlierEntries<Pairing, Pair>,
    /// Events.
    pub events: EarlierEntries<Event, Meeting>,
}

/// The entries of a roster, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierEntries<T, I> {
    /// Those that the campaign has room for, in order, with their places in the plan's file.
    pub stands: Vec<(T, Place)>,
    /// The others.
    pub gone: Vec<Gone<I>>,
}

impl<T: Copy, I> EarlierEntries<T, I> {
    /// What stands, and how much is gone.
    pub fn counted(&self) -> (Vec<T>, usize) {
        (self.stands.iter().map(|(one, _)| *one).collect(), self.gone.len())
    }
}

/// An entry that the campaign no longer has room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone<I> {
    /// What it was, in ids.
    pub ids: I,
    /// Where it stands in the plan's file.
    pub place: Place,
    /// What the campaign no longer has.
    pub problem: Diagnostic,
}

/// A pairing, or events of it, that were to stay and cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stuck {
    /// The pairing.
    pub pair: Pair,
    /// Its events involved.
    pub events: Vec<Meeting>,
    /// The rule that they break; `None` where the campaign no longer has unit, neighbourhood or theme.
    pub rule: Option<&'static str>,
}

/// Looks every placement, pairing and event of an earlier plan up in a campaign.
pub fn earlier(saved: &SavedPlan, domain: &Domain) -> EarlierPlan {
    let placements = &saved.experience.placements;
    let named = placements.iter().flat_map(SavedPlacement::named);
    let mut lookup = Lookup::of_earlier(domain, named.collect());
    let mut placements = entries(placements, &mut lookup);
    let key = |gone: &Gone<Visit>| {
        let Visit { ambassador, date, post } = gone.ids.clone();
        (date, post, ambassador)
    };
    placements.gone.sort_by_key(key);
    let action = saved.thursday_action.as_ref().map(|action| EarlierActionEntries {
        pairings: entries(&action.pairings, &mut lookup),
        events: entries(&action.events, &mut lookup),
    });
    EarlierPlan { placements, action }
}

fn entries<E: SavedEntry>(written: &[E], lookup: &mut Lookup<'_>) -> EarlierEntries<E::Found, E::Ids> {
    let mut found = EarlierEntries { stands: Vec::new(), gone: Vec::new() };
    for entry in written {
        let place = entry.place();
        match entry.find(lookup) {
            Some(stands) => found.stands.push((stands, place)),
            // Of what an entry names that is gone, the first says enough.
            None => found.gone.extend(
                entry.ids().zip(lookup.problems.drain(..).next()).map(|(ids, problem)| Gone {
                    ids,
                    place,
                    problem,
                }),
            ),
        }
    }
    found.stands.sort_unstable();
    found.stands.dedup_by(|one, first| one.0 == first.0);
    found.gone.sort_by(|one, other| (&one.ids, one.place).cmp(&(&other.ids, other.place)));
    found.gone.dedup_by(|one, first| one.ids == first.ids);
    found
}
