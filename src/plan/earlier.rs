//! An earlier plan beside a campaign that has changed since: what is still there, and what is gone.
//!
//! In: [`Saved`] and the campaign. Out: [`Earlier`]. What the campaign no longer has is no error here: it is what a
//! repair mends.

use crate::{
    diagnostic::{Diagnostic, nearest::Dictionary, problem::Problem, reference::Kind, saved::Saved as Fault},
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{NeighbourhoodIx, PostIx, UnitIx},
        themes::ThemeIx,
        thursday::Pairing,
    },
    experience::roster::Placement,
    plan::{
        fields::Word,
        outline::{Meeting, Outline, Pair},
        saved::{Saved, SavedPlacement},
    },
    source::Place,
    timetable::roster::Event,
};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The placements of an earlier plan, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Earlier {
    /// Those for people and sessions that the campaign has, in order, with their places in the plan's file.
    pub placements: Vec<(Placement, Place)>,
    /// The others.
    pub lost: Vec<MissingPlacement>,
}

/// A placement that the campaign no longer has room for: the person, the post or the session is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingPlacement {
    /// The ambassador's id.
    pub ambassador: String,
    /// The post's id.
    pub post: String,
    /// When.
    pub date: NaiveDate,
    /// Where it stands in the plan's file.
    pub place: Place,
    /// What the campaign no longer has.
    pub problem: Diagnostic,
}

/// Looks every placement of an earlier plan up in a campaign.
pub fn earlier(saved: &Saved, domain: &Domain) -> Earlier {
    let mut found = Earlier::default();
    let named: BTreeSet<&str> = saved
        .placements
        .iter()
        .flat_map(|written| [written.ambassador.text.as_str(), written.post.text.as_str()])
        .collect();
    let ids = domain.ambassadors.iter().map(|person| person.id.as_str());
    let mut people = Known::of(Kind::Ambassador, ids, &named);
    let mut posts = Known::of(Kind::Post, domain.posts.iter().map(|post| post.id.as_str()), &named);
    for written in &saved.placements {
        match placement(written, domain, &mut people, &mut posts) {
            Ok(placement) => found.placements.push((placement, written.place)),
            Err(problem) => found.lost.push(MissingPlacement {
                ambassador: written.ambassador.text.clone(),
                post: written.post.text.clone(),
                date: written.date,
                place: written.place,
                problem,
            }),
        }
    }
    found.placements.sort_unstable();
    found.placements.dedup_by_key(|(placement, _)| *placement);
    let key = |lost: &MissingPlacement| (lost.date, lost.post.clone(), lost.ambassador.clone());
    found.lost.sort_by_key(|lost| (key(lost), lost.place));
    found.lost.dedup_by_key(|lost| key(lost));
    found
}

fn placement(
    written: &SavedPlacement,
    domain: &Domain,
    people: &mut Known<'_>,
    posts: &mut Known<'_>,
) -> Result<Placement, Diagnostic> {
    let ambassador = people.position(&written.ambassador)?;
    let post = PostIx(posts.position(&written.post)?);
    if domain.session_on(post, written.date).is_none() {
        let fault = Fault::NoLongerOffered { post: written.post.text.clone(), date: written.date };
        return Err(Diagnostic::at(written.place, fault.into()));
    }
    Ok(Placement { date: written.date, post, ambassador: AmbassadorIx(ambassador) })
}

/// The ids of a kind that the campaign has.
struct Known<'a> {
    kind: Kind,
    positions: BTreeMap<&'a str, usize>,
    /// Those that the plan names nowhere: one that it does was not meant by another.
    unnamed: Dictionary<&'a str>,
}

impl<'a> Known<'a> {
    fn of(kind: Kind, ids: impl Iterator<Item = &'a str> + Clone, named: &BTreeSet<&str>) -> Self {
        let unnamed = ids.clone().filter(|id| !named.contains(id)).map(|id| (id, id));
        let unnamed = Dictionary::of(unnamed);
        Self { kind, positions: ids.enumerate().map(|(position, id)| (id, position)).collect(), unnamed }
    }

    /// The position of an id, or that it is no longer there.
    fn position(&mut self, word: &Word) -> Result<usize, Diagnostic> {
        self.positions.get(word.text.as_str()).copied().ok_or_else(|| {
            let similar = self.unnamed.nearest(&word.text).map(|id| (*id).to_owned());
            let problem: Problem = Fault::NoLonger { kind: self.kind, id: word.text.clone(), similar }.into();
            Diagnostic::at(word.place, problem)
        })
    }
}

/// The Thursday Action of an earlier plan, each entry once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EarlierAction {
    /// Pairings of units and neighbourhoods that the campaign has, in order.
    pub pairings: Vec<Pairing>,
    /// How many others there were.
    pub lost_pairings: usize,
    /// Events whose unit, neighbourhood and theme the campaign has, in order.
    pub events: Vec<Event>,
    /// The others.
    pub lost_events: Vec<Meeting>,
}

/// Looks every pairing and event of an earlier plan up in a campaign.
pub fn earlier_action(outline: &Outline, domain: &Domain) -> EarlierAction {
    let mut found = EarlierAction::default();
    let pairs: BTreeSet<&Pair> = outline.pairings.iter().collect();
    found.pairings = pairs.iter().filter_map(|pair| pairing(domain, pair)).collect();
    found.lost_pairings = pairs.len() - found.pairings.len();
    let meetings: BTreeSet<&Meeting> = outline.events.iter().collect();
    for meeting in meetings {
        match event(domain, meeting) {
            Some(event) => found.events.push(event),
            None => found.lost_events.push(meeting.clone()),
        }
    }
    found.pairings.sort_unstable();
    found.events.sort_unstable();
    found
}

fn pairing(domain: &Domain, pair: &Pair) -> Option<Pairing> {
    let unit = domain.units.iter().position(|unit| unit.id == pair.unit)?;
    let place = domain.neighbourhoods.iter().position(|place| place.id == pair.neighbourhood)?;
    Some(Pairing { unit: UnitIx(unit), neighbourhood: NeighbourhoodIx(place) })
}

fn event(domain: &Domain, meeting: &Meeting) -> Option<Event> {
    let Pairing { unit, neighbourhood } = pairing(domain, &meeting.pair)?;
    let theme = domain.themes.iter().position(|theme| theme.id == meeting.theme)?;
    Some(Event { date: meeting.date, unit, neighbourhood, theme: ThemeIx(theme) })
}

/// What names a plan's text: `sha256:` and its digest.
pub fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    bytes.iter().fold(String::from("sha256:"), |text, byte| text + &format!("{byte:02x}"))
}
