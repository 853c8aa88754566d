//! The levels of a saved plan beside the values counted again.
//!
//! In: what the plan says of its levels, and their values in the order in which they are sought. Out: what may be said of
//! them now, or what the plan says of them that is not so.

use crate::{
    document::{Node, Value},
    domain::rules::WishPolicy,
    experience::level::Level,
    lp::{LevelResult, Sense},
    plan::{
        level::ThursdayLevel,
        untrue::{Untrue, WhyUntrue},
    },
};
use std::{collections::BTreeSet, fmt::Display};

/// What must be known of a level where what a plan says of it is checked.
pub(super) trait Checked: Copy + PartialEq + Display {
    /// The level with an id.
    fn from_id(id: &str) -> Option<Self>;
    /// Whether less or more of it is better, as wishes are weighed.
    fn sense(self, policy: WishPolicy) -> Sense;
    /// Whether the campaign has no say of its value.
    fn follows_from_rosters(self) -> bool;
}

/// The levels in force with their values, in the order in which they were sought; what was proved stays so down to the
/// first value that differs, and a bound holds only while the levels above have the values for which it was found.
pub(super) fn renewed<L: Copy + PartialEq>(
    saved: &[LevelResult<L>],
    recounted: &[(L, i64)],
    other_campaign: bool,
) -> Vec<LevelResult<L>> {
    let (mut is_same, mut proven) = (!other_campaign, true);
    let level = |known: &LevelResult<L>| {
        let (_, value) = *recounted.iter().find(|(level, _)| *level == known.level)?;
        let holds = is_same && !known.sense.prefers(value, known.bound);
        let bound = if holds { known.bound } else { known.sense.unbounded() };
        is_same &= known.value == value;
        proven &= is_same && known.proven && value == bound;
        Some(LevelResult { value, bound, proven, ..*known })
    };
    saved.iter().filter_map(level).collect()
}

/// Whether all that a plan says of its levels is what was counted again: it was not moved by hand.
pub(super) fn are_as_said<L: Copy + PartialEq>(saved: &[LevelResult<L>], recounted: &[(L, i64)]) -> bool {
    let said: Vec<(L, i64)> = saved.iter().map(|known| (known.level, known.value)).collect();
    said == recounted
}

/// Gives levels that cannot be counted again, the earlier plan being gone, the value that the plan gives.
pub(super) fn take_over<L: PartialEq>(recounted: &mut Vec<(L, i64)>, said: &[LevelResult<L>], lost: &[L]) {
    recounted.retain_mut(|(level, value)| {
        if !lost.contains(level) {
            return true;
        }
        let said = said.iter().find(|result| result.level == *level);
        *value = said.map_or(*value, |result| result.value);
        said.is_some()
    });
}

/// What a list of levels says that is not so, of a campaign that weighs wishes in this way.
pub(super) fn untrue<L: Checked>(said: &Node, policy: WishPolicy, recounted: &[(L, i64)]) -> Vec<Untrue> {
    let Value::List(nodes) = &said.value else { return Vec::new() };
    let levels: Vec<(Written<'_>, &Node)> =
        nodes.iter().filter_map(|node| Some((Written::of(node)?, node))).collect();
    let mut found = Vec::new();
    let mut add = |id: &str, field: &str, why: WhyUntrue, node: &Node, in_any_campaign: bool| {
        let (path, entry) = (format!("levels{field}"), vec![("id", id.to_owned())]);
        let place = node.entry(field.trim_start_matches('.')).map_or(node.place, |node| node.place);
        found.push(Untrue { path, entry, why, place, in_any_campaign });
    };
    let mut furthest = 0;
    let mut seen = BTreeSet::new();
    let mut above_is_proven = true;
    for (level, node) in &levels {
        let Written { id, value, .. } = *level;
        let known = L::from_id(id);
        let Some(position) = recounted.iter().position(|(level, _)| Some(*level) == known) else {
            let is_of_no_campaign = Level::from_id(id).is_none() && ThursdayLevel::from_id(id).is_none();
            add(id, "", WhyUntrue::Unfounded, node, is_of_no_campaign);
            continue;
        };
        let (known, counted) = recounted[position];
        if !seen.insert(id) {
            add(id, "", WhyUntrue::Repeated, node, true);
            continue;
        }
        if position < furthest {
            add(id, "", WhyUntrue::OutOfOrder, node, false);
        }
        furthest = furthest.max(position);
        let sense = known.sense(policy);
        if level.sense != sense {
            let (written, is) = (level.sense.id().to_owned(), sense.id().to_owned());
            let why = WhyUntrue::Other { written: Some(written), found: Some(is) };
            let is_always_so = known.sense(WishPolicy::Greedy) == known.sense(WishPolicy::Generous);
            add(id, ".sense", why, node, is_always_so);
        }
        if value != counted {
            let why = WhyUntrue::Other { written: Some(value.to_string()), found: Some(counted.to_string()) };
            add(id, ".value", why, node, known.follows_from_rosters());
        }
        if level.bound.is_some_and(|bound| level.sense.prefers(value, bound)) {
            add(id, ".bound", WhyUntrue::WorseBound, node, true);
        }
        let is_met = above_is_proven && level.bound == Some(value);
        if level.is_proven && !is_met {
            add(id, ".proven", WhyUntrue::Unproven, node, true);
        }
        above_is_proven &= level.is_proven;
    }
    for id in recounted.iter().map(|(level, _)| level.to_string()).filter(|id| !seen.contains(id.as_str())) {
        add(&id, "", WhyUntrue::Missing, said, false);
    }
    found
}

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
        let word = |key: &str| node.entry(key)?.text();
        let sense = if word("sense")? == "max" { Sense::Max } else { Sense::Min };
        let (value, bound) =
            (word("value")?.parse().ok()?, word("bound").and_then(|bound| bound.parse().ok()));
        Some(Self { id: word("id")?, sense, value, bound, is_proven: word("proven")? == "true" })
    }
}
