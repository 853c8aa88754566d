//! Names where ids go: whatever names an entry is put into ids, before anything is looked up, laid over or counted.
//!
//! In: the tree of a campaign. Out: the same tree in ids; a name that several entries bear stays, and is reported where
//! that is asked for. What nobody bears stays too: it is an unknown id.

use crate::{
    campaign::overlay::entries::{field, field_mut, find, identity, items, name, word},
    diagnostic::{
        Diagnostic,
        naming::{Called, Named, Naming},
        reference::{Bearer, Kind, Reference},
    },
    document::{Node, Value},
    source::Place,
};
use std::collections::BTreeMap;

/// Where entries name others: the way down to them, the key, and of which kind those are. Units stand before the posts
/// that are named by them.
const REFERENCES: [(&[&str], &str, Kind); 18] = [
    (&["posts"], "unit", Kind::Unit),
    (&["campaign", "lecture"], "unit", Kind::Unit),
    (&["ambassadors"], "unit", Kind::Unit),
    (&["ambassadors"], "neighbourhood", Kind::Neighbourhood),
    (&["ambassadors"], "wishes", Kind::Post),
    (&["ambassadors"], "done", Kind::Post),
    (&["pins"], "ambassador", Kind::Ambassador),
    (&["pins"], "post", Kind::Post),
    (&["bans"], "ambassador", Kind::Ambassador),
    (&["bans"], "post", Kind::Post),
    (&["groups"], "together", Kind::Ambassador),
    (&["groups"], "apart", Kind::Ambassador),
    (&["units"], "offers", Kind::Theme),
    (&["neighbourhoods"], "needs", Kind::Theme),
    (&["thursday_action", "fixed"], "unit", Kind::Unit),
    (&["thursday_action", "fixed"], "neighbourhood", Kind::Neighbourhood),
    (&["thursday_action", "forbidden"], "unit", Kind::Unit),
    (&["thursday_action", "forbidden"], "neighbourhood", Kind::Neighbourhood),
];

/// A name that several entries bear.
pub(super) struct Shared {
    /// The kind of the entries.
    pub(super) kind: Kind,
    /// The name as written.
    pub(super) word: String,
    /// Where it stands.
    pub(super) place: Place,
    /// The positions of the entries.
    pub(super) bearers: Vec<usize>,
}

impl Shared {
    /// The problem of it in a tree.
    pub(super) fn problem(self, root: &Node) -> Diagnostic {
        let Self { kind, word, place, bearers } = self;
        let entries = items(field(root, kind.section()));
        let named: Vec<(&Node, &str, &Node)> = bearers
            .into_iter()
            .filter_map(|position| {
                let entry = &entries[position];
                identity(kind, entry).map(|(id, node)| (entry, id, node))
            })
            .collect();
        let bearer = |(entry, id, _): &(&Node, &str, &Node)| {
            let of = field(entry, "organization").or_else(|| field(entry, "unit")).and_then(self::word);
            let unit = of.and_then(|of| find(Kind::Unit, of, root)).and_then(|unit| name(Kind::Unit, unit));
            Bearer { id: (*id).to_owned(), of: unit.or(of).map(str::to_owned) }
        };
        let problem = Reference::SeveralNamed { kind, word, bearers: named.iter().map(bearer).collect() };
        let diagnostic = Diagnostic::at(place, problem.into());
        named.iter().fold(diagnostic, |diagnostic, (.., node)| diagnostic.related_to(node.place))
    }
}

/// Puts a tree into ids; the problem of each name that several entries bear.
pub(super) fn put_into_ids(root: &mut Node) -> Vec<Diagnostic> {
    let mut known: BTreeMap<Kind, Naming> = BTreeMap::new();
    let mut shared = Vec::new();
    for (way, key, kind) in REFERENCES {
        let naming = &*known.entry(kind).or_insert_with(|| naming(kind, root));
        reach(root, way, key, &mut |node| {
            let Some(word) = word(node) else { return };
            match naming.named(word) {
                Named::One(position) => put(node, &naming.entries()[position].id),
                Named::Several(bearers) => {
                    shared.push(Shared { kind, word: word.to_owned(), place: node.place, bearers });
                }
                Named::Nobody => {}
            }
        });
    }
    shared.into_iter().map(|shared| shared.problem(root)).collect()
}

/// The entries of a kind by all that they are called, in their order in the tree.
pub(super) fn naming(kind: Kind, root: &Node) -> Naming {
    let units = items(field(root, Kind::Unit.section())).iter();
    let units: BTreeMap<&str, &str> =
        units.filter_map(|unit| Some((identity(Kind::Unit, unit)?.0, name(Kind::Unit, unit)?))).collect();
    let unit_words = |entry: &Node| {
        let id = field(entry, "unit").filter(|_| kind == Kind::Post).and_then(word)?;
        Some([id, units.get(id).copied().unwrap_or(id)].map(str::to_owned).to_vec())
    };
    Naming::of(items(field(root, kind.section())).iter().map(|entry| Called {
        id: identity(kind, entry).map(|(id, _)| id.to_owned()).unwrap_or_default(),
        name: name(kind, entry).unwrap_or_default().to_owned(),
        unit: unit_words(entry).unwrap_or_default(),
    }))
}

/// Visits every word behind a key of the entries to which a way leads, in lists and in entries of lists too.
fn reach(node: &mut Node, way: &[&str], key: &str, visit: &mut impl FnMut(&mut Node)) {
    match (way, &mut node.value) {
        (_, Value::List(items)) => items.iter_mut().for_each(|item| reach(item, way, key, visit)),
        ([first, rest @ ..], _) => {
            if let Some(inner) = field_mut(node, first) {
                reach(inner, rest, key, visit);
            }
        }
        ([], Value::Map(_)) => {
            if let Some(words) = field_mut(node, key) {
                each(words, visit);
            }
        }
        ([], _) => {}
    }
}

/// Visits a word, every word of lists, and those that name a post beside its dates.
fn each(node: &mut Node, visit: &mut impl FnMut(&mut Node)) {
    match &mut node.value {
        Value::Scalar { .. } => visit(node),
        Value::List(items) => items.iter_mut().for_each(|item| each(item, visit)),
        Value::Map(_) => field_mut(node, "post").into_iter().for_each(|post| each(post, visit)),
        Value::Null => {}
    }
}

/// Puts an id in the stead of a name; an id stays as it is written.
fn put(node: &mut Node, id: &str) {
    if word(node) != Some(id) {
        node.value = Value::Scalar { text: id.to_owned(), plain: false };
    }
}
