//! The Thursday Action of a saved plan: every id found in the campaign, every entry with its place.
//!
//! In: the node of `thursday_action` and the campaign. Out: [`Resolved`]. Only levels, pairings and events are read;
//! everything else follows from them and the campaign, and is found anew.

use crate::{
    diagnostic::reference::Kind,
    document::Node,
    domain::{
        Domain,
        places::{NeighbourhoodIx, UnitIx},
        themes::ThemeIx,
        thursday::{Pairing, Pairings},
    },
    pairing,
    plan::{
        fields::{Fields, Walk},
        level::{self, ThursdayLevel},
        thursday::ThursdayPlan,
    },
    source::Place,
    timetable::{
        self,
        roster::{Event, Timetable},
    },
};

/// A Thursday Action that names only what its campaign has; nothing says yet that it keeps the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// What was planned.
    pub plan: ThursdayPlan,
    /// Where each pairing stands in the plan's file.
    pub pairings: Vec<Place>,
    /// Where each event stands in the plan's file.
    pub events: Vec<Place>,
}

/// What the Thursday Action of a plan may hold.
pub(in crate::plan) const KEYS: [&str; 8] =
    ["levels", "pairings", "gives_way", "unbounded", "unpaired", "events", "not_held", "needs"];

/// Reads the Thursday Action and finds what it names; `None` where something is wrong with it.
pub(in crate::plan) fn resolve(walk: &mut Walk, domain: &Domain, node: &Node) -> Option<Resolved> {
    let fields = walk.fields(node, "thursday_action", &KEYS)?;
    walk.required(fields, "pairings");
    walk.required(fields, "events");
    let levels = walk.list(fields, "levels").iter();
    let levels = levels.filter_map(|node| level::read(walk, node, ThursdayLevel::from_id)).collect();
    let mut pairings: Vec<(Pairing, Place)> =
        walk.list(fields, "pairings").iter().filter_map(|node| pairing(walk, domain, node)).collect();
    let mut events: Vec<(Event, Place)> =
        walk.list(fields, "events").iter().filter_map(|node| event(walk, domain, node)).collect();
    pairings.sort_unstable();
    events.sort_unstable();
    let (pairings, pairing_places) = pairings.into_iter().unzip();
    let (events, event_places) = events.into_iter().unzip();
    let (pairings, timetable) = (Pairings { pairings }, Timetable { events });
    let plan = ThursdayPlan {
        levels,
        why_paired: pairing::reason::Explanation::default(),
        why_held: timetable::reason::Explanation::default(),
        pairings,
        timetable,
    };
    Some(Resolved { plan, pairings: pairing_places, events: event_places })
}

fn pairing(walk: &mut Walk, domain: &Domain, node: &Node) -> Option<(Pairing, Place)> {
    let fields = walk.fields(node, "pairings", &["unit", "neighbourhood", "metres", "next_nearest"])?;
    let (unit, neighbourhood) = (unit(walk, domain, fields), neighbourhood(walk, domain, fields));
    Some((Pairing { unit: unit?, neighbourhood: neighbourhood? }, node.place))
}

fn event(walk: &mut Walk, domain: &Domain, node: &Node) -> Option<(Event, Place)> {
    let fields = walk.fields(node, "events", &["date", "unit", "neighbourhood", "theme"])?;
    let date = walk.date(fields, "date");
    let (unit, neighbourhood) = (unit(walk, domain, fields), neighbourhood(walk, domain, fields));
    let theme = walk
        .word(fields, "theme")
        .and_then(|word| walk.find(Kind::Theme, &word, domain.themes.iter().map(|theme| theme.id.as_str())));
    let event = Event { date: date?, unit: unit?, neighbourhood: neighbourhood?, theme: ThemeIx(theme?) };
    Some((event, node.place))
}

fn unit(walk: &mut Walk, domain: &Domain, fields: Fields<'_>) -> Option<UnitIx> {
    let word = walk.word(fields, "unit")?;
    walk.find(Kind::Unit, &word, domain.units.iter().map(|unit| unit.id.as_str())).map(UnitIx)
}

fn neighbourhood(walk: &mut Walk, domain: &Domain, fields: Fields<'_>) -> Option<NeighbourhoodIx> {
    let word = walk.word(fields, "neighbourhood")?;
    let ids = domain.neighbourhoods.iter().map(|neighbourhood| neighbourhood.id.as_str());
    walk.find(Kind::Neighbourhood, &word, ids).map(NeighbourhoodIx)
}
