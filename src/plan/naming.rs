//! Names in a plan that people edited, put into the ids of its campaign.
//!
//! In: the nodes of a plan and the campaign. Out: the same nodes, in ids wherever one entry alone bears a name.

use crate::{
    diagnostic::{
        naming::{Called, Named, Naming},
        reference::{Bearer, Kind},
    },
    document::{Node, Value},
    domain::Domain,
};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a plan in which its campaign's entries are named.
const PARTS: [&str; 3] = ["experience", "thursday_action", "history"];

/// The entries of a kind by all that they are called, in the order of the campaign.
pub fn naming(domain: &Domain, kind: Kind) -> Naming {
    let called = |id: &String, name: &String| Called { id: id.clone(), name: name.clone(), unit: Vec::new() };
    match kind {
        Kind::Unit => Naming::of(domain.units.iter().map(|unit| called(&unit.id, &unit.name))),
        Kind::Post => Naming::of(domain.posts.iter().map(|post| {
            let unit = domain.unit(post.unit);
            Called { unit: vec![unit.id.clone(), unit.name.clone()], ..called(&post.id, &post.title) }
        })),
        Kind::Ambassador => Naming::of(domain.ambassadors.iter().map(|one| called(&one.id, &one.name))),
        Kind::Neighbourhood => Naming::of(domain.neighbourhoods.iter().map(|one| called(&one.id, &one.name))),
        Kind::Theme => Naming::of(domain.themes.iter().map(|theme| called(&theme.id, &theme.name))),
    }
}

/// The ids of a kind, in the order of the campaign.
pub fn ids(domain: &Domain, kind: Kind) -> Vec<&str> {
    match kind {
        Kind::Unit => domain.units.iter().map(|one| one.id.as_str()).collect(),
        Kind::Post => domain.posts.iter().map(|one| one.id.as_str()).collect(),
        Kind::Ambassador => domain.ambassadors.iter().map(|one| one.id.as_str()).collect(),
        Kind::Neighbourhood => domain.neighbourhoods.iter().map(|one| one.id.as_str()).collect(),
        Kind::Theme => domain.themes.iter().map(|one| one.id.as_str()).collect(),
    }
}

/// The name of an entry.
pub fn name(domain: &Domain, kind: Kind, position: usize) -> &str {
    match kind {
        Kind::Unit => &domain.units[position].name,
        Kind::Post => &domain.posts[position].title,
        Kind::Ambassador => &domain.ambassadors[position].name,
        Kind::Neighbourhood => &domain.neighbourhoods[position].name,
        Kind::Theme => &domain.themes[position].name,
    }
}

/// The entries at these positions, each with what tells it from others of its name.
pub fn bearers(domain: &Domain, kind: Kind, positions: &[usize]) -> Vec<Bearer> {
    let bearer = |&position: &usize| match kind {
        Kind::Unit => Bearer { id: domain.units[position].id.clone(), of: None },
        Kind::Post => {
            let post = &domain.posts[position];
            Bearer { id: post.id.clone(), of: Some(domain.unit(post.unit).name.clone()) }
        }
        Kind::Ambassador => {
            let person = &domain.ambassadors[position];
            let employer = || person.employer.map(|unit| domain.unit(unit).name.clone());
            Bearer { id: person.id.clone(), of: person.organization.clone().or_else(employer) }
        }
        Kind::Neighbourhood => Bearer { id: domain.neighbourhoods[position].id.clone(), of: None },
        Kind::Theme => Bearer { id: domain.themes[position].id.clone(), of: None },
    };
    positions.iter().map(bearer).collect()
}

/// Something that had its name for an id and has been given another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Renamed {
    /// What it is.
    pub kind: Kind,
    /// The id that it had.
    pub was: String,
    /// The id that it has.
    pub id: String,
}

/// Puts a plan into ids; the names that stood in it.
pub(super) fn put_into_ids(plan: &mut Node, domain: &Domain) -> Vec<Renamed> {
    let mut names = Names { domain, known: BTreeMap::new(), found: BTreeSet::new() };
    let Value::Map(entries) = &mut plan.value else { return Vec::new() };
    for (_, part) in entries.iter_mut().filter(|(key, _)| PARTS.contains(&key.text.as_str())) {
        names.walk(part);
    }
    names.found.into_iter().collect()
}

struct Names<'a> {
    domain: &'a Domain,
    known: BTreeMap<Kind, Naming>,
    found: BTreeSet<Renamed>,
}

impl Names<'_> {
    fn walk(&mut self, node: &mut Node) {
        match &mut node.value {
            Value::List(items) => items.iter_mut().for_each(|item| self.walk(item)),
            Value::Map(entries) => {
                for (key, node) in entries {
                    let kind = Kind::ALL.into_iter().find(|kind| kind.id() == key.text);
                    match (kind, &mut node.value) {
                        (Some(kind), Value::Scalar { text, .. }) => self.put(kind, text),
                        _ => self.walk(node),
                    }
                }
            }
            Value::Scalar { .. } | Value::Null => {}
        }
    }

    fn put(&mut self, kind: Kind, word: &mut String) {
        let naming = self.known.entry(kind).or_insert_with(|| naming(self.domain, kind));
        if let Named::One(position) = naming.named(word.trim()) {
            let id = naming.entries()[position].id.clone();
            if id != *word {
                self.found.insert(Renamed { kind, was: word.clone(), id: id.clone() });
            }
            *word = id;
        }
    }
}
