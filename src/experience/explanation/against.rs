//! What stands against something that no plan has, as kinds: whoever is told it is told nobody else's name.

use crate::{
    domain::{Domain, requests::Bond},
    experience::{explanation::conflict::Member, rule::Rule},
};

/// A part of what cannot hold together with something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// An agreed placement.
    Pin,
    /// A placement that a repair keeps.
    Kept,
    /// A ban.
    Ban,
    /// People who go together.
    Together,
    /// People who are apart.
    Apart,
    /// A rule.
    Rule(Rule),
}

impl Against {
    /// What a part of a contradiction is, in a campaign of which so many pins were agreed; those behind keep what a repair does.
    pub(super) fn of(member: Member, domain: &Domain, agreed: usize) -> Self {
        match member {
            Member::Pin(position) if position >= agreed => Self::Kept,
            Member::Pin(_) => Self::Pin,
            Member::Ban(_) => Self::Ban,
            Member::Group(position) if domain.groups[position].bond == Bond::Apart => Self::Apart,
            Member::Group(_) => Self::Together,
            Member::Rule(rule, _) => Self::Rule(rule),
        }
    }

    /// The id in plans and other data.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pin => Rule::Pinned.id(),
            Self::Kept => "kept",
            Self::Ban => Rule::Banned.id(),
            Self::Together => Rule::Together.id(),
            Self::Apart => Rule::Apart.id(),
            Self::Rule(rule) => rule.id(),
        }
    }

    /// All, each with its id. A rule that is agreed upon with names stands as what was agreed.
    pub fn all() -> Vec<(&'static str, Self)> {
        let agreed = [Self::Pin, Self::Kept, Self::Ban, Self::Together, Self::Apart];
        let is_agreed = |rule: &Rule| agreed.iter().any(|one| one.id() == rule.id());
        let rules = Rule::ALL.into_iter().filter(|rule| !is_agreed(rule)).map(Self::Rule);
        agreed.into_iter().chain(rules).map(|one| (one.id(), one)).collect()
    }
}
