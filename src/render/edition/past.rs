//! What is called how that only plans of before name: people, units, posts, neighbourhoods and themes by their ids.
//!
//! In: the campaign and those of the plans before. Out: names for this copy. They are a courtesy: where no campaign
//! knows an id, it stands for itself.

use crate::{
    domain::{
        Language,
        people::AmbassadorIx,
        places::{PostIx, UnitIx},
    },
    render::{
        edition::{Edition, Naming, masks, names::Names, shown::Shown},
        wording::{Phrase, print::Name},
    },
};

/// The campaign of a plan before this one, as it may stand on this copy.
#[derive(Debug, Clone)]
pub struct Past<'a> {
    domain: Shown<'a>,
    names: Names,
}

impl<'a> Past<'a> {
    /// With the names of this copy.
    pub fn of(domain: Shown<'a>, language: Language, naming: Naming) -> Self {
        Self { names: masks::names(&domain, language, naming), domain }
    }
}

impl<'a> Edition<'a> {
    /// The campaigns of the plans before, the latest first, as far as they are known.
    pub(in crate::render) fn campaigns_before(self) -> impl DoubleEndedIterator<Item = &'a Shown<'a>> {
        self.past.iter().map(|past| &past.domain)
    }

    /// What the first campaign says that knows something: this one, else those before, the latest first.
    fn found<T>(self, find: impl Fn(&'a Shown<'a>, &'a Names) -> Option<T>) -> Option<T> {
        let past = self.past.iter().map(|past| (&past.domain, &past.names));
        std::iter::once((self.domain, self.names)).chain(past).find_map(|(domain, names)| find(domain, names))
    }

    /// What a unit is called, by its id where nobody knows more of it.
    pub(in crate::render) fn unit_of(self, id: &str) -> String {
        self.known_unit(id).unwrap_or_else(|| self.domain.said(id))
    }

    /// What a unit is called, where that is known.
    pub(in crate::render) fn known_unit(self, id: &str) -> Option<String> {
        let name = |domain: &'a Shown<'a>, names: &'a Names| {
            let unit = domain.units.iter().position(|unit| unit.id == id)?;
            Some(names.unit(UnitIx(unit)).to_owned())
        };
        self.found(name)
    }

    /// What a post is called, by its id where nobody knows more of it.
    pub(in crate::render) fn post_of(self, id: &str) -> String {
        self.known_post(id).unwrap_or_else(|| self.domain.said(id))
    }

    /// What a post is called, where that is known.
    pub(in crate::render) fn known_post(self, id: &str) -> Option<String> {
        let title = |domain: &'a Shown<'a>, names: &'a Names| {
            let post = domain.posts.iter().position(|post| post.id == id)?;
            Some(names.post(PostIx(post)).to_owned())
        };
        self.found(title)
    }

    /// Who guides at a post, or did where the campaign has it no more, and the telephone number where it may stand.
    pub(in crate::render) fn mentor_of(self, post: &str) -> Option<(String, Option<String>)> {
        self.found(|domain, names| {
            let post = domain.posts.iter().find(|one| one.id == post)?;
            Some(post.mentor.map(|one| (names.mentor(one).to_owned(), domain.mentor(one).phone.clone())))
        })?
    }

    /// What a neighbourhood is called, by its id where nobody knows more of it.
    pub(in crate::render) fn neighbourhood_of(self, id: &str) -> String {
        self.known_neighbourhood(id).unwrap_or_else(|| self.domain.said(id))
    }

    /// What a neighbourhood is called, where that is known.
    pub(in crate::render) fn known_neighbourhood(self, id: &str) -> Option<String> {
        let name = |domain: &'a Shown<'a>, _: &'a Names| {
            domain.neighbourhoods.iter().find(|place| place.id == id).map(|place| place.name.clone())
        };
        self.found(name)
    }

    /// What a theme is called, by its id where nobody knows more of it.
    pub(in crate::render) fn theme_of(self, id: &str) -> String {
        self.known_theme(id).unwrap_or_else(|| self.domain.said(id))
    }

    /// What a theme is called, where that is known.
    pub(in crate::render) fn known_theme(self, id: &str) -> Option<String> {
        let name = |domain: &'a Shown<'a>, _: &'a Names| {
            domain.themes.iter().find(|theme| theme.id == id).map(|theme| theme.name.clone())
        };
        self.found(name)
    }

    /// What an ambassador is called.
    pub(in crate::render) fn ambassador_of(self, id: &str) -> String {
        let name = |domain: &'a Shown<'a>, names: &'a Names| {
            Some(names.ambassador(ambassador(domain, id)?).to_owned())
        };
        self.found(name).unwrap_or_else(|| self.bare(id))
    }

    /// The telephone number of an ambassador, where it may stand on this copy.
    pub(in crate::render) fn phone_of(self, id: &str) -> Option<String> {
        let phone =
            |domain: &'a Shown<'a>, _: &'a Names| domain.ambassadors[ambassador(domain, id)?.0].phone.clone();
        self.found(phone)
    }

    /// What the own file of an ambassador is called.
    pub(in crate::render) fn stem_of(self, id: &str) -> String {
        let stem = |domain: &'a Shown<'a>, names: &'a Names| {
            Some(Edition { domain, names, ..self }.stem(ambassador(domain, id)?))
        };
        self.found(stem).unwrap_or_else(|| self.bare(id))
    }

    /// The id of somebody of whom nothing else is known; on a copy with hidden names it might be the name.
    fn bare(self, id: &str) -> String {
        match self.copy.naming {
            Naming::Full => self.domain.said(id),
            Naming::Masked => Name::Former.say(self.language),
        }
    }
}

fn ambassador(domain: &Shown<'_>, id: &str) -> Option<AmbassadorIx> {
    domain.ambassadors.iter().position(|person| person.id == id).map(AmbassadorIx)
}
