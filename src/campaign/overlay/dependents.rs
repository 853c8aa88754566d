//! What falls away with the entries that a scenario removes: whatever of the base named them.
//!
//! Words of the scenario itself stay: where they name something removed, that is the scenario's own fault.

use crate::{
    campaign::overlay::{
        entries::{field, field_mut, identity, items_mut, word},
        removal::Removal,
    },
    diagnostic::{
        Diagnostic,
        overlay::{Fallen, Overlay},
        reference::Kind,
    },
    document::{Node, Value},
    source::{FileId, Place},
};
use std::collections::BTreeMap;

/// Takes entries and whatever named them out of a campaign, with a note for each that took something with it.
/// Out: the places of wishes that fall away; these stay in the tree.
pub(super) fn take_out(
    root: &mut Node,
    removals: Vec<Removal>,
    scenario: &[FileId],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Place> {
    let mut taking = Taking::new(removals, scenario);
    if taking.removals.is_empty() {
        return Vec::new();
    }
    for kind in Kind::ALL {
        taking.entries(root, kind);
    }
    taking.people(root);
    let placement = [("ambassador", Kind::Ambassador), ("post", Kind::Post)];
    taking.pairs(root, "pins", placement, Fallen::Pin);
    taking.pairs(root, "bans", placement, Fallen::Ban);
    taking.groups(root);
    taking.words(root, Kind::Unit, "offers", Fallen::Offer);
    taking.words(root, Kind::Neighbourhood, "needs", Fallen::Need);
    if let Some(action) = field_mut(root, "thursday_action") {
        let pairing = [("unit", Kind::Unit), ("neighbourhood", Kind::Neighbourhood)];
        taking.pairs(action, "fixed", pairing, Fallen::Fixed);
        taking.pairs(action, "forbidden", pairing, Fallen::Forbidden);
    }
    if let Some(lecture) = field_mut(root, "campaign").and_then(|header| field_mut(header, "lecture")) {
        taking.key(lecture, "unit", Kind::Unit, || Fallen::LectureUnit);
    }
    taking.finish(diagnostics)
}

/// The items of a list, or what stands there alone.
fn listed(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// The removals at work, and what fell with each.
struct Taking<'a> {
    /// Where the scenario's own words stand.
    scenario: &'a [FileId],
    removals: Vec<(Removal, Vec<Fallen>)>,
    /// Kind and id of all that is gone, and the removal with which it went.
    gone: BTreeMap<(Kind, String), usize>,
    wishes: Vec<Place>,
}

impl<'a> Taking<'a> {
    fn new(removals: Vec<Removal>, scenario: &'a [FileId]) -> Self {
        let gone = removals.iter().enumerate();
        let gone = gone.map(|(position, removal)| ((removal.kind, removal.id.clone()), position)).collect();
        let removals = removals.into_iter().map(|removal| (removal, Vec::new())).collect();
        Self { scenario, removals, gone, wishes: Vec::new() }
    }

    /// The removal with which went what a word of the base names.
    fn cause(&self, kind: Kind, node: Option<&Node>) -> Option<usize> {
        let node = node.filter(|node| !self.scenario.contains(&node.place.file))?;
        self.gone.get(&(kind, word(node)?.to_owned())).copied()
    }

    fn note(&mut self, cause: usize, fallen: Fallen) {
        self.removals[cause].1.push(fallen);
    }

    /// The removed entries of a kind, and the posts of removed units.
    fn entries(&mut self, root: &mut Node, kind: Kind) {
        let Some(entries) = items_mut(root, kind.section()) else { return };
        entries.retain(|entry| {
            let Some((id, _)) = identity(kind, entry) else { return true };
            if self.gone.contains_key(&(kind, id.to_owned())) {
                return false;
            }
            let unit = field(entry, "unit").filter(|_| kind == Kind::Post);
            let Some(cause) = self.cause(Kind::Unit, unit) else { return true };
            self.gone.insert((Kind::Post, id.to_owned()), cause);
            self.note(cause, Fallen::Post(id.to_owned()));
            false
        });
    }

    /// Employers, origins and wishes.
    fn people(&mut self, root: &mut Node) {
        for person in items_mut(root, Kind::Ambassador.section()).into_iter().flatten() {
            let Some(id) = identity(Kind::Ambassador, person).map(|(id, _)| id.to_owned()) else { continue };
            self.key(person, "unit", Kind::Unit, || Fallen::Employer(id.clone()));
            self.key(person, "neighbourhood", Kind::Neighbourhood, || Fallen::Origin(id.clone()));
            let ranks = field(person, "wishes").map_or(&[][..], listed);
            for (number, rank) in (1..).zip(ranks) {
                for wish in listed(rank) {
                    if let Some(cause) = self.cause(Kind::Post, field(wish, "post").or(Some(wish))) {
                        self.wishes.push(wish.place);
                        self.note(cause, Fallen::Wish { ambassador: id.clone(), number });
                    }
                }
            }
        }
    }

    /// A key whose value names something removed.
    fn key(&mut self, node: &mut Node, key: &str, kind: Kind, fallen: impl FnOnce() -> Fallen) {
        if let Some(cause) = self.cause(kind, field(node, key)) {
            self.note(cause, fallen());
            if let Value::Map(entries) = &mut node.value {
                entries.retain(|(own, _)| own.text != key);
            }
        }
    }

    /// Entries that name two things of which one is removed.
    fn pairs(
        &mut self,
        node: &mut Node,
        list: &str,
        named: [(&str, Kind); 2],
        fallen: fn(String, String) -> Fallen,
    ) {
        let Some(entries) = items_mut(node, list) else { return };
        entries.retain(|entry| {
            let cause = |(key, kind)| self.cause(kind, field(entry, key));
            let Some(cause) = named.into_iter().find_map(cause) else { return true };
            let [one, other] = named.map(|(key, _)| field(entry, key).and_then(word).unwrap_or_default());
            self.note(cause, fallen(one.to_owned(), other.to_owned()));
            false
        });
    }

    /// Members of groups, and groups that have too few left.
    fn groups(&mut self, root: &mut Node) {
        let Some(groups) = items_mut(root, "groups") else { return };
        groups.retain_mut(|group| {
            for bond in ["together", "apart"] {
                let Some(members) = items_mut(group, bond) else { continue };
                let names: Vec<String> = members.iter().filter_map(word).map(str::to_owned).collect();
                let mut fell: Vec<(usize, String)> = Vec::new();
                members.retain(|member| match self.cause(Kind::Ambassador, Some(member)) {
                    Some(cause) => {
                        fell.push((cause, word(member).unwrap_or_default().to_owned()));
                        false
                    }
                    None => true,
                });
                if members.len() < 2
                    && let Some((cause, _)) = fell.first()
                {
                    self.note(*cause, Fallen::Group(names));
                    return false;
                }
                for (cause, name) in fell {
                    self.note(cause, Fallen::Member(name));
                }
            }
            true
        });
    }

    /// Removed themes in a list of each entry of a kind.
    fn words(&mut self, root: &mut Node, kind: Kind, list: &str, fallen: fn(String) -> Fallen) {
        for entry in items_mut(root, kind.section()).into_iter().flatten() {
            let Some(id) = identity(kind, entry).map(|(id, _)| id.to_owned()) else { continue };
            self.key(entry, list, Kind::Theme, || fallen(id.clone()));
            let Some(words) = items_mut(entry, list) else { continue };
            words.retain(|word| match self.cause(Kind::Theme, Some(word)) {
                Some(cause) => {
                    self.note(cause, fallen(id.clone()));
                    false
                }
                None => true,
            });
        }
    }

    fn finish(self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Place> {
        for (Removal { kind, id, place }, fallen) in self.removals {
            if !fallen.is_empty() {
                diagnostics.push(Diagnostic::at(place, Overlay::FallsAway { kind, id, fallen }.into()));
            }
        }
        self.wishes
    }
}
