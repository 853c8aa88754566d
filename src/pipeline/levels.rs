//! The levels of a saved plan beside the values counted again.
//!
//! In: what the plan says of its levels, and their values in the order in which they are sought. Out: what may be said of
//! them now, or what the plan says of them that is not so.

use crate::{
    document::{Node, Value},
    domain::{
        Domain,
        rules::{Priority, WishPolicy},
    },
    experience::rule as experience,
    lp::{LevelResult, Sense},
    pairing::rule as pairing,
    plan::untrue::{Fault, Untrue},
    timetable::rule as timetable,
};
use std::collections::BTreeSet;

/// The levels in force with their values, in the order in which they were sought; what was proved stays so down to the
/// first value that differs, and a bound holds only while the levels above have the values for which it was found.
pub(super) fn renewed(
    saved: &[LevelResult],
    recounted: &[(String, i64)],
    other_campaign: bool,
) -> Vec<LevelResult> {
    let (mut is_same, mut proven) = (!other_campaign, true);
    let level = |known: &LevelResult| {
        let (_, value) = *recounted.iter().find(|(id, _)| *id == known.id)?;
        let holds = is_same && !known.sense.prefers(value, known.bound);
        let bound = if holds { known.bound } else { known.sense.unbounded() };
        is_same &= known.value == value;
        proven &= is_same && known.proven && value == bound;
        Some(LevelResult { value, bound, proven, ..known.clone() })
    };
    saved.iter().filter_map(level).collect()
}

/// What a list of levels says that is not so.
pub(super) fn untrue(said: &Node, domain: &Domain, recounted: &[(String, i64)]) -> Vec<Untrue> {
    let Value::List(nodes) = &said.value else { return Vec::new() };
    let levels: Vec<(Written<'_>, &Node)> =
        nodes.iter().filter_map(|node| Some((Written::of(node)?, node))).collect();
    let mut found = Vec::new();
    let mut add = |id: &str, field: &str, fault: Fault, node: &Node, in_any_campaign: bool| {
        let (path, entry) = (format!("levels{field}"), vec![("id", id.to_owned())]);
        let place = node.entry(field.trim_start_matches('.')).map_or(node.place, |node| node.place);
        found.push(Untrue { path, entry, fault, place, in_any_campaign });
    };
    let mut furthest = 0;
    let mut seen = BTreeSet::new();
    let mut above_is_proven = true;
    for (level, node) in &levels {
        let Written { id, value, .. } = *level;
        let Some(position) = recounted.iter().position(|(known, _)| known == id) else {
            add(id, "", Fault::Unfounded, node, !is_known(id));
            continue;
        };
        if !seen.insert(id) {
            add(id, "", Fault::Repeated, node, true);
            continue;
        }
        if position < furthest {
            add(id, "", Fault::OutOfOrder, node, false);
        }
        furthest = furthest.max(position);
        if level.sense != sense(domain, id) {
            let (written, is) = (level.sense.id().to_owned(), sense(domain, id).id().to_owned());
            let fault = Fault::Other { written: Some(written), found: Some(is) };
            add(id, ".sense", fault, node, !id.starts_with("wishes/"));
        }
        let counted = recounted[position].1;
        if value != counted {
            let fault = Fault::Other { written: Some(value.to_string()), found: Some(counted.to_string()) };
            add(id, ".value", fault, node, FROM_THE_ROSTERS_ALONE.contains(&id));
        }
        if level.bound.is_some_and(|bound| level.sense.prefers(value, bound)) {
            add(id, ".bound", Fault::WorseBound, node, true);
        }
        let is_met = above_is_proven && level.bound == Some(value);
        if level.is_proven && !is_met {
            add(id, ".proven", Fault::Unproven, node, true);
        }
        above_is_proven &= level.is_proven;
    }
    for (id, _) in recounted.iter().filter(|(id, _)| !seen.contains(&id.as_str())) {
        add(id, "", Fault::Missing, said, false);
    }
    found
}

/// Levels of which the campaign has no say.
const FROM_THE_ROSTERS_ALONE: [&str; 3] = ["days", "variety", "spread"];

/// One entry of the list.
#[derive(Debug, Clone, Copy)]
struct Written<'a> {
    id: &'a str,
    sense: Sense,
    value: i64,
    bound: Option<i64>,
    is_proven: bool,
}

impl<'a> Written<'a> {
    fn of(node: &'a Node) -> Option<Self> {
        let word = |key: &str| match &node.entry(key)?.value {
            Value::Scalar { text, .. } => Some(text.as_str()),
            _ => None,
        };
        let sense = if word("sense")? == "max" { Sense::Max } else { Sense::Min };
        let (value, bound) =
            (word("value")?.parse().ok()?, word("bound").and_then(|bound| bound.parse().ok()));
        Some(Self { id: word("id")?, sense, value, bound, is_proven: word("proven")? == "true" })
    }
}

/// Whether a level of this id is sought in some campaign.
fn is_known(id: &str) -> bool {
    let rank = id.strip_prefix("wishes/").is_some_and(|rank| rank.parse::<u32>().is_ok_and(|rank| rank > 0));
    let visits = Priority::ALL.map(Priority::id).into_iter().chain(["lot", experience::CHANGES]);
    let pairs = pairing::Level::ALL.map(pairing::Level::id).into_iter().chain([pairing::CHANGES]);
    let events = timetable::Level::ALL.map(timetable::Level::id).into_iter().chain([timetable::CHANGES]);
    rank || visits.chain(pairs).chain(events).any(|known| known == id)
}

/// Whether less or more of a level is better.
fn sense(domain: &Domain, id: &str) -> Sense {
    let more = match id {
        "everyone" | "days" | "needs" | "wanted" => true,
        rank => rank.starts_with("wishes/") && domain.rules.wishes == WishPolicy::Greedy,
    };
    if more { Sense::Max } else { Sense::Min }
}
