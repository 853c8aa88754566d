//! An earlier plan beside a campaign that has changed since: what stands, and what is gone.
//!
//! In: [`SavedPlan`] and the campaign. Out: [`EarlierPlan`]. What the campaign no longer has is no error here: it is what a
//! repair mends.

use crate::{
    diagnostic::Diagnostic,
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{PostIx, Session},
        thursday::Pairing,
    },
    experience::roster::Placement,
    plan::{
        lookup::{Lookup, SavedEntry},
        outline::{Meeting, Pair, Visit},
        placement::SavedPlacement,
        saved::SavedPlan,
    },
    source::Place,
    timetable::roster::Event,
};

/// What an earlier plan had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierPlan {
    /// Placements, with their places in the plan's file; those that are gone by date, post and ambassador.
    pub placements: EarlierEntries<(Placement, Place), Gone>,
    /// The Thursday Action, where the plan has one.
    pub action: Option<EarlierActionEntries>,
}

/// A session that somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The session.
    pub session: Session,
    /// Who.
    pub ambassador: AmbassadorIx,
}

impl Held {
    /// The same in another campaign, where it has person and session.
    pub fn in_ids_of(self, domain: &Domain, other: &Domain) -> Option<Self> {
        let (person, post) = (domain.ambassador(self.ambassador), domain.post(self.session.post));
        let ambassador = other.ambassadors.iter().position(|one| one.id == person.id).map(AmbassadorIx)?;
        let post = other.posts.iter().position(|one| one.id == post.id).map(PostIx)?;
        Some(Self { session: Session { post, ..self.session }, ambassador })
    }
}

impl EarlierPlan {
    /// Who has which session, of those that the campaign has room for, in the order of the plan.
    pub fn held(&self) -> Vec<Held> {
        let stands = self.placements.stands.iter();
        stands.map(|(one, _)| Held { session: one.session(), ambassador: one.ambassador }).collect()
    }
}

/// What an earlier Thursday Action had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierActionEntries {
    /// Pairings.
    pub pairings: EarlierEntries<Pairing, Pair>,
    /// Events.
    pub events: EarlierEntries<Event, Meeting>,
}

/// The entries of a roster, each once, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierEntries<T, G> {
    /// Those that the campaign has room for.
    pub stands: Vec<T>,
    /// The others.
    pub gone: Vec<G>,
}

/// A placement that the campaign no longer has room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// What it was, in ids.
    pub visit: Visit,
    /// Where it stands in the plan's file.
    pub place: Place,
    /// What the campaign no longer has.
    pub problem: Diagnostic,
}

/// Looks every placement, pairing and event of an earlier plan up in a campaign.
pub fn earlier(saved: &SavedPlan, domain: &Domain) -> EarlierPlan {
    let action = saved.thursday_action.as_ref().map(|action| {
        let mut lookup = Lookup::in_silence(domain);
        EarlierActionEntries {
            pairings: entries(&action.pairings, &mut lookup),
            events: entries(&action.events, &mut lookup),
        }
    });
    EarlierPlan { placements: placements(saved, domain), action }
}

fn placements(saved: &SavedPlan, domain: &Domain) -> EarlierEntries<(Placement, Place), Gone> {
    let written = &saved.experience.placements;
    let named = written.iter().flat_map(SavedPlacement::named);
    let hours = saved.history.iter().flat_map(|history| &history.hosts);
    let hours = hours.map(|host| (host.post.as_str(), host.hours)).collect();
    let mut lookup = Lookup::of_earlier(domain, named.collect(), hours);
    let (mut stands, mut gone) = (Vec::new(), Vec::new());
    for entry in written {
        let place = entry.place();
        let Some(placement) = entry.find(&mut lookup) else {
            // Of what an entry names that is gone, the first says enough.
            let problem = lookup.problems.drain(..).next();
            gone.extend(entry.ids().zip(problem).map(|(visit, problem)| Gone { visit, place, problem }));
            continue;
        };
        stands.push((placement, place));
    }
    stands.sort_unstable();
    stands.dedup_by_key(|(placement, _)| *placement);
    gone.sort_by_cached_key(|Gone { visit, place, .. }| {
        (visit.date, visit.post.clone(), visit.ambassador.clone(), *place)
    });
    gone.dedup_by(|one, first| one.visit == first.visit);
    EarlierEntries { stands, gone }
}

fn entries<E: SavedEntry>(written: &[E], lookup: &mut Lookup<'_>) -> EarlierEntries<E::Found, E::Ids> {
    let (mut stands, mut gone) = (Vec::new(), Vec::new());
    for entry in written {
        match entry.find(lookup) {
            Some(found) => stands.push(found),
            None => gone.extend(entry.ids()),
        }
    }
    stands.sort_unstable();
    stands.dedup();
    gone.sort_unstable();
    gone.dedup();
    EarlierEntries { stands, gone }
}
