//! What people, posts, units, neighbourhoods and themes are called, by their ids: for plans of several campaigns.
//!
//! In: campaigns, the first of which decides. Out: [`Called`]; an id that none of them has stands for itself.

use crate::{
    domain::{Language, people::AmbassadorIx},
    render::{discretion::Discretion, names::Names, shown::Shown},
};
use std::collections::BTreeMap;

/// Names by id.
#[derive(Debug, Clone, Default)]
pub struct Called {
    ambassadors: BTreeMap<String, String>,
    posts: BTreeMap<String, String>,
    units: BTreeMap<String, String>,
    neighbourhoods: BTreeMap<String, String>,
    themes: BTreeMap<String, String>,
    discretion: Discretion,
}

impl Called {
    /// The names in campaigns, and with how much discretion ids are said.
    pub fn of<'a>(
        domains: impl IntoIterator<Item = &'a Shown<'a>>,
        discretion: Discretion,
        language: Language,
    ) -> Self {
        let mut called = Self { discretion, ..Self::default() };
        for domain in domains {
            let names = Names::of(domain, language);
            for (at, person) in domain.ambassadors.iter().enumerate() {
                keep(&mut called.ambassadors, &person.id, names.ambassador(AmbassadorIx(at)));
            }
            domain.posts.iter().for_each(|one| keep(&mut called.posts, &one.id, &one.title));
            domain.units.iter().for_each(|one| keep(&mut called.units, &one.id, &one.name));
            let homes = &mut called.neighbourhoods;
            domain.neighbourhoods.iter().for_each(|one| keep(homes, &one.id, &one.name));
            domain.themes.iter().for_each(|one| keep(&mut called.themes, &one.id, &one.name));
        }
        called
    }

    /// An ambassador.
    pub fn ambassador(&self, id: &str) -> String {
        self.find(&self.ambassadors, id)
    }

    /// A post.
    pub fn post(&self, id: &str) -> String {
        self.find(&self.posts, id)
    }

    /// A unit.
    pub fn unit(&self, id: &str) -> String {
        self.find(&self.units, id)
    }

    /// A neighbourhood.
    pub fn neighbourhood(&self, id: &str) -> String {
        self.find(&self.neighbourhoods, id)
    }

    /// A theme.
    pub fn theme(&self, id: &str) -> String {
        self.find(&self.themes, id)
    }

    fn find(&self, names: &BTreeMap<String, String>, id: &str) -> String {
        names.get(id).cloned().unwrap_or_else(|| self.discretion.said(id))
    }
}

fn keep(names: &mut BTreeMap<String, String>, id: &str, name: &str) {
    names.entry(id.to_owned()).or_insert_with(|| name.to_owned());
}
