//! What readers know otherwise than when they were told last, though they go where they went.
//!
//! In: [`Changes`]. Out: a line for each fact, what no print of this plan has told apart from what one has.

use crate::{
    diagnostic::reference::Kind,
    domain::places::PostIx,
    render::{
        edition::renewal::{Fact, Renewal, Renewed},
        facts,
        notice::{changes::Changes, words::Notice as Words},
        wording::list,
    },
};
use std::collections::BTreeSet;

impl<'a> Changes<'a> {
    /// What a reader knows otherwise since an earlier plan, though he or she goes where he or she went; what no print of this plan
    /// has told, first.
    pub(in crate::render) fn renewed(&self, kind: Kind, id: &str) -> Vec<String> {
        self.ordered(self.facts(kind, id, false), self.facts(kind, id, true))
    }

    /// The same, that which a print of this plan has told, or that which none has.
    fn facts(&self, kind: Kind, id: &str, is_told: bool) -> Vec<String> {
        let own = self.known_otherwise(is_told).filter(|one| one.kind == kind && one.id == id);
        own.map(|one| self.renewal(one)).collect()
    }

    /// What anybody knows otherwise that a print of this plan has told, or that which none has.
    pub(in crate::render) fn known_otherwise(&self, is_told: bool) -> impl Iterator<Item = &'a Renewal> {
        self.edition.renewed.iter().filter(move |one| one.is_told == is_told)
    }

    /// The same of the whole campaign, each once: what it is, and of which kinds those are who know it.
    pub(in crate::render) fn of_everybody(&self, is_told: bool) -> Vec<(String, BTreeSet<Kind>)> {
        let mut lines: Vec<(String, BTreeSet<Kind>)> = Vec::new();
        for one in self.known_otherwise(is_told).filter(|one| one.is_of_all()) {
            let line = self.renewal(one);
            match lines.iter_mut().find(|(known, _)| *known == line) {
                Some((_, kinds)) => _ = kinds.insert(one.kind),
                None => lines.push((line, BTreeSet::from([one.kind]))),
            }
        }
        lines
    }

    /// What anybody knows otherwise, each once.
    pub(in crate::render) fn all_renewed(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for line in self.edition.renewed.iter().map(|one| self.renewal(one)) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    fn renewal(&self, one: &Renewal) -> String {
        let post = one.post.as_ref().map(|post| self.edition.post_of(post));
        // What everybody brings is brought to a post too.
        let known = self.edition.domain.posts.iter().position(|known| Some(&known.id) == one.post.as_ref());
        let value = match known.filter(|_| one.fact == Fact::Bring) {
            Some(post) => list(self.edition.language, &facts::bring(self.edition, PostIx(post))),
            None => one.value.clone(),
        };
        self.edition.say(Renewed { post, fact: one.fact, value })
    }

    /// What no print of this plan has told a reader yet, and what one has, of what has moved and of what is known otherwise.
    pub(in crate::render) fn told(&self, kind: Kind, id: &str, moved: Vec<String>) -> [Vec<String>; 2] {
        let (new, told) = (self.facts(kind, id, false), self.facts(kind, id, true));
        if self.edition.is_told_again { [new, [moved, told].concat()] } else { [[moved, new].concat(), told] }
    }

    /// The same but for what everybody knows otherwise.
    pub(in crate::render) fn told_alone(&self, kind: Kind, id: &str, moved: Vec<String>) -> [Vec<String>; 2] {
        let facts = |is_told| {
            let own = self.known_otherwise(is_told).filter(|one| one.kind == kind && one.id == id);
            own.filter(|one| !one.is_of_all()).map(|one| self.renewal(one)).collect::<Vec<_>>()
        };
        let told = if self.edition.is_told_again { [vec![], moved] } else { [moved, vec![]] };
        let [new, told] = told;
        [[new, facts(false)].concat(), [told, facts(true)].concat()]
    }

    /// Everything that is new for a reader in one list: what no print of this plan has told stands first, and of the rest it
    /// is said that it is known.
    pub(in crate::render) fn all_for(&self, kind: Kind, id: &str, moved: Vec<String>) -> Vec<String> {
        let [new, told] = self.told(kind, id, moved);
        self.ordered(new, told)
    }

    fn ordered(&self, new: Vec<String>, told: Vec<String>) -> Vec<String> {
        if new.is_empty() {
            return told;
        }
        let known = told.into_iter().map(|line| self.edition.say(Words::Known(line)));
        new.into_iter().chain(known).collect()
    }
}
