//! What a saved plan says beyond its rosters, compared with what the second reading finds.
//!
//! In: a plan that was read a second time, with its nodes. Out: every [`Untrue`]. The same plan is written with the second
//! reading's values, lists and reasons, and the file is compared with that, key by key; what the file leaves out
//! altogether, it does not say.

use crate::{
    document::{Node, Value},
    domain::{Domain, people::AmbassadorIx},
    experience::{
        roster::Placement,
        verification::{reasons, unsettled},
    },
    pipeline::{
        experience::claims::Again,
        levels::{self, Checked},
        second_reading::SecondReading,
        thursday,
    },
    plan::{
        Plan,
        entries::{self, EntryKind},
        json,
        layout::Json,
        outline::{Meeting, Outline, Pair},
        untrue::{Untrue, WhyUntrue},
    },
    source::Place,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that the plan says and that is not so, in the order of its file; of its claims, where they were solved `again`.
pub fn untrue(domain: &Domain, reading: &SecondReading, again: Option<&Again>) -> Vec<Untrue> {
    let found = refound(domain, reading, again);
    let found = json::data(domain, &found);
    let outline = Outline::of(domain, &reading.resolved.plan);
    let mut comparison = Comparison { reading, outline, untrue: Vec::new() };
    let root = &reading.root;
    if let (Some(experience), Some(found)) = (root.entry("experience"), found.entry("experience")) {
        comparison.levels(experience, domain, &reading.recounted);
        comparison.lists(experience, found);
    }
    match (root.entry("thursday_action"), found.entry("thursday_action").zip(reading.thursday.as_ref())) {
        (Some(action), Some((found, read))) => {
            comparison.levels(action, domain, &read.recounted);
            comparison.lists(action, found);
            if let (Some(unbounded), Some(found)) = (action.entry("unbounded"), found.entry("unbounded")) {
                comparison.value("unbounded", &vec![], unbounded, found);
            }
        }
        (Some(action), None) if !reading.other_campaign => {
            comparison.add(("thursday_action", &vec![]), WhyUntrue::Unfounded, action.place, false);
        }
        (None, _) if domain.thursday.is_some() && !reading.other_campaign => {
            comparison.add(("thursday_action", &vec![]), WhyUntrue::Missing, root.place, false);
        }
        _ => {}
    }
    comparison.settled(root, domain);
    comparison.revision(root);
    comparison.untrue.sort_by_key(|one| one.place);
    comparison.untrue
}

/// The plan with everything that follows from its rosters found a second time.
fn refound(domain: &Domain, reading: &SecondReading, again: Option<&Again>) -> Plan {
    let mut plan = again.map_or(&reading.resolved.plan, |again| &again.plan).clone();
    let mended = reading.mended.as_ref();
    let experience = &mut plan.experience;
    (experience.unplaced, experience.shortages, experience.unfulfilled) =
        reasons(domain, &experience.roster, mended.map(|mended| &mended.experience));
    if let Some(plan) = &mut plan.thursday_action {
        thursday::find_reasons(domain, plan, mended.and_then(|mended| mended.thursday.as_ref()));
    }
    if again.is_none() {
        reading.set_claims_right(domain, &mut plan);
    }
    plan
}

/// The entries of one list: where they lead to, and what tells them apart.
#[derive(Clone, Copy)]
struct List<'a> {
    path: &'a str,
    kind: &'a EntryKind,
    /// The entry of the list around it, where there is one.
    within: &'a [(&'static str, String)],
}

type Names = Vec<(&'static str, String)>;

/// Where something stands: its path in the plan, and what tells the entry apart.
type At<'a> = (&'a str, &'a Names);

struct Comparison<'a> {
    reading: &'a SecondReading,
    outline: Outline,
    untrue: Vec<Untrue>,
}

impl Comparison<'_> {
    fn add(&mut self, (path, entry): At<'_>, why: WhyUntrue, place: Place, in_any_campaign: bool) {
        let (path, entry) = (path.to_owned(), entry.clone());
        self.untrue.push(Untrue { path, entry, why, place, in_any_campaign });
    }

    /// A plan of version 1 knew fewer levels than are sought by default: it is asked for those alone that it lists.
    fn levels<L: Checked>(&mut self, part: &Node, domain: &Domain, recounted: &[(L, i64)]) {
        let Some(node) = part.entry("levels") else { return };
        let Value::List(entries) = &node.value else { return };
        let listed: BTreeSet<String> =
            entries.iter().filter_map(|entry| entry.entry("id").and_then(text)).collect();
        let is_old = self.reading.root.entry("version").and_then(text).as_deref() == Some("1");
        let asked = recounted.iter().filter(|(level, _)| !is_old || listed.contains(&level.to_string()));
        let asked: Vec<(L, i64)> = asked.copied().collect();
        self.untrue.extend(levels::untrue(node, domain.rules.wishes, &asked));
    }

    fn lists(&mut self, part: &Node, found: &Json) {
        let lists = entries::EXPERIENCE.iter().chain(&entries::THURSDAY_ACTION);
        for kind in lists.chain([&entries::REASONS]) {
            let (Some(said), Some(Json::List(found))) = (part.entry(kind.list), found.entry(kind.list))
            else {
                continue;
            };
            self.list(List { path: kind.list, kind, within: &[] }, said, found);
        }
    }

    /// Whatever follows from the rosters is compared as a list; entries of these themselves that nobody has were found when
    /// the rules were read.
    fn list(&mut self, list: List<'_>, said: &Node, found: &[Json]) {
        let is_checked = list.kind.follows;
        let Value::List(entries) = &said.value else { return };
        let mut seen: BTreeSet<Names> = BTreeSet::new();
        let mut by_names: BTreeMap<Names, &Json> = BTreeMap::new();
        for one in found {
            by_names.entry(list.names(|key| one.entry(key).and_then(text_of))).or_insert(one);
        }
        for node in entries {
            let names = list.names(|key| node.entry(key).and_then(text));
            match by_names.get(&names) {
                _ if is_checked && !seen.insert(names.clone()) => {
                    self.add((list.path, &names), WhyUntrue::Repeated, node.place, true);
                }
                Some(found) => self.value(list.path, &names, node, found),
                None if is_checked => self.unfounded(list, &names, node),
                None => {}
            }
        }
        for names in by_names.keys().filter(|names| is_checked && !seen.contains(*names)) {
            self.add((list.path, names), WhyUntrue::Missing, said.place, false);
        }
    }

    /// An entry that should not be there. Somebody listed as not placed is placed; of the other lists the campaign has
    /// a say, unless the rosters or the entry itself speak against it.
    fn unfounded(&mut self, list: List<'_>, names: &Names, node: &Node) {
        let number = |key| node.entry(key).and_then(text)?.parse::<u32>().ok();
        let in_any_campaign = match list.path {
            "unplaced" => true,
            "shortages" => number("need") <= number("placed"),
            "not_held" => self.is_held_or_unpaired(names),
            _ => false,
        };
        self.add((list.path, names), WhyUntrue::Unfounded, node.place, in_any_campaign);
    }

    fn is_held_or_unpaired(&self, names: &Names) -> bool {
        let id = |position: usize| names.get(position).map_or("", |(_, id)| id.as_str());
        let is_it = |pair: &Pair| (pair.unit.as_str(), pair.neighbourhood.as_str()) == (id(0), id(1));
        let is_then = |event: &Meeting| event.date.format("%Y-%m").to_string() == id(2);
        !self.outline.pairings.iter().any(is_it)
            || self.outline.events.iter().any(|event| is_it(&event.pair) && is_then(event))
    }

    fn value(&mut self, path: &str, names: &Names, said: &Node, found: &Json) {
        match (&said.value, found) {
            (Value::Map(entries), Json::Map(_)) => {
                let kinds = (said.entry("kind").and_then(text), found.entry("kind").and_then(text_of));
                if let (Some(written), Some(kind)) = kinds
                    && written != kind
                {
                    if !(written == "outweighed" && said.entry("rules").is_none() && is_no_bar(found)) {
                        self.other((path, names), said.place, Some(written), Some(kind));
                    }
                    return;
                }
                for (key, node) in entries {
                    let path = format!("{path}.{}", key.text);
                    match found.entry(&key.text) {
                        Some(found) => self.value(&path, names, node, found),
                        None => self.add((&path, names), WhyUntrue::Unfounded, node.place, false),
                    }
                }
                if found.entry("against").is_some() && said.entry("against").is_none() {
                    self.add((&format!("{path}.against"), names), WhyUntrue::Missing, said.place, false);
                }
            }
            (Value::List(_), Json::List(rules)) => {
                let kind = entries::within_reason(path.rsplit('.').next().unwrap_or(path));
                self.list(List { path, kind, within: names }, said, rules);
            }
            _ => {
                let (written, found) = (shown_node(said), shown(found));
                if written != found {
                    self.other((path, names), said.place, written, found);
                }
            }
        }
    }

    fn other(&mut self, (path, names): At<'_>, place: Place, written: Option<String>, found: Option<String>) {
        let is_met = [&written, &found].into_iter().any(|kind| kind.as_deref() == Some("met"));
        let in_any_campaign = match path {
            "shortages.placed" | "needs.fate.first" | "history.revision" => true,
            "needs.fate" => is_met,
            _ => false,
        };
        self.add((path, names), WhyUntrue::Other { written, found }, place, in_any_campaign);
    }

    /// A plan that mends none stands at the beginning of its chain.
    fn revision(&mut self, root: &Node) {
        let revision = root.entry("history").and_then(|history| history.entry("revision"));
        if let Some(node) = revision.filter(|_| root.entry("mends").is_none())
            && text(node).as_deref() != Some("0")
        {
            self.other(("history.revision", &vec![]), node.place, text(node), Some("0".to_owned()));
        }
    }

    /// Before the day that a repair keeps, the plan must be what the earlier one was.
    fn settled(&mut self, root: &Node, domain: &Domain) {
        let Some(mends) = root.entry("mends") else { return };
        let Some(mended) = self.reading.mended.as_ref().filter(|_| self.reading.lost_earlier.is_none())
        else {
            return;
        };
        let plan = &self.reading.resolved.plan;
        let action = plan.thursday_action.as_ref().zip(mended.thursday.as_ref());
        let has_moved = action.is_some_and(|(action, earlier)| thursday::has_moved(action, earlier));
        let terms = mended.experience.settled.terms;
        let unsettled = unsettled(&plan.experience.roster, &mended.experience);
        let (over, beyond): (Vec<Placement>, Vec<Placement>) =
            unsettled.iter().partition(|one| terms.settle(one.date, one.hours));
        if has_moved || !over.is_empty() {
            let place = mends.entry("keep_until").unwrap_or(mends).place;
            self.add(("mends.keep_until", &vec![]), WhyUntrue::Unfounded, place, false);
        }
        let only = plan.mends.as_ref().and_then(|mends| mends.only.clone()).unwrap_or_default();
        let people: BTreeSet<AmbassadorIx> = beyond.iter().map(|one| one.ambassador).collect();
        for person in people {
            let id = domain.ambassador(person).id.clone();
            let why = if only.people.contains(&id) { WhyUntrue::Unfounded } else { WhyUntrue::Missing };
            let place = mends.entry("only").unwrap_or(mends).place;
            self.add(("mends.only", &vec![("ambassador", id)]), why, place, false);
        }
    }
}

/// Whether a reason allows something in itself, so that a plan that says no more than that says nothing wrong.
fn is_no_bar(reason: &Json) -> bool {
    match reason.entry("kind").and_then(text_of).as_deref() {
        Some("nobody-left" | "full") => true,
        Some("free-seat") => reason.entry("against").is_some(),
        _ => false,
    }
}

impl List<'_> {
    /// What tells an entry apart, whose ids these are.
    fn names(self, id: impl Fn(&str) -> Option<String>) -> Names {
        let own = self.kind.keys.iter().filter_map(|&key| Some((key, id(key)?)));
        self.within.iter().cloned().chain(own).collect()
    }
}

fn text(node: &Node) -> Option<String> {
    node.text().map(str::to_owned)
}

fn text_of(found: &Json) -> Option<String> {
    match found {
        Json::Text(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// The words of whatever it is, one after the other; nothing for null.
fn shown_node(node: &Node) -> Option<String> {
    match &node.value {
        Value::Null => None,
        Value::Scalar { .. } => text(node),
        Value::List(nodes) => Some(joined(nodes.iter().map(shown_node))),
        Value::Map(entries) => Some(joined(entries.iter().map(|(_, node)| shown_node(node)))),
    }
}

fn shown(found: &Json) -> Option<String> {
    match found {
        Json::Null => None,
        Json::List(items) => Some(joined(items.iter().map(shown))),
        Json::Map(fields) => {
            let fields: BTreeMap<&str, &Json> = fields.iter().map(|(key, value)| (*key, value)).collect();
            Some(joined(fields.into_values().map(shown)))
        }
        _ => text_of(found),
    }
}

fn joined(words: impl Iterator<Item = Option<String>>) -> String {
    words.flatten().collect::<Vec<String>>().join(" ")
}
