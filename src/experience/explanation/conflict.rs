//! What of a campaign cannot hold together, and the campaign with some of its parts only.
//!
//! In: a `Domain`. Out: [`Member`]s; and for `contradiction` the programs of some parts.

use crate::{
    domain::{
        Domain,
        organizations::{OrganizationIx, Organizations},
        people::AmbassadorIx,
        places::{MentorIx, PostIx, SessionIx, UnitIx},
        requests::Bond,
    },
    experience::{
        eligibility::eligible_by,
        formulation::{Formulation, formulate},
        roster::Previous,
        rule::Rule,
    },
    planning::rules::Rulebook,
    source::Place,
};
use chrono::NaiveDate;

/// A part of a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Member {
    /// The n-th pin of the campaign.
    Pin(usize),
    /// The n-th group of the campaign.
    Group(usize),
    /// The n-th ban of the campaign.
    Ban(usize),
    /// A rule where it meets them.
    Rule(Rule, Matter),
}

/// Where a rule meets the pins and groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// One ambassador.
    Person(AmbassadorIx),
    /// One session.
    Session(SessionIx),
    /// One post.
    Post(PostIx),
    /// One unit.
    Unit(UnitIx),
    /// One unit on a date.
    UnitDay(UnitIx, NaiveDate),
    /// One mentor on a date.
    MentorDay(MentorIx, NaiveDate),
    /// One organization.
    Organization(OrganizationIx),
    /// The campaign as a whole.
    Campaign,
}

impl Member {
    /// Where the member stands in the campaign; `None` for a rule of the campaign as a whole.
    pub fn place(self, domain: &Domain) -> Option<Place> {
        match self {
            Self::Pin(position) => Some(domain.pins[position].place),
            Self::Group(position) => Some(domain.groups[position].place),
            Self::Ban(position) => Some(domain.bans[position].place),
            Self::Rule(_, Matter::Person(person)) => Some(domain.ambassador(person).place),
            Self::Rule(_, Matter::Session(session)) => Some(domain.post(domain.session(session).post).place),
            Self::Rule(_, Matter::Post(post)) => Some(domain.post(post).place),
            Self::Rule(_, Matter::Unit(unit) | Matter::UnitDay(unit, _)) => Some(domain.unit(unit).place),
            Self::Rule(_, Matter::MentorDay(mentor, _)) => Some(domain.mentor(mentor).place),
            Self::Rule(_, Matter::Organization(organization)) => {
                Some(domain.ambassador(Organizations::of(domain).first_of(organization)).place)
            }
            Self::Rule(_, Matter::Campaign) => None,
        }
    }
}

/// What is left out, or kept, as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Rule(Rule),
    Ban(usize),
    Group(usize),
    Pin(usize),
}

/// The rules that say no more than the entries in the campaign, each a part by itself.
const OF_ENTRIES: [Rule; 4] = [Rule::Banned, Rule::Pinned, Rule::Together, Rule::Apart];

/// Every part, rules first and pins last: rather fewer pins than fewer rules.
pub(super) fn parts(domain: &Domain) -> Vec<Part> {
    let rules = Rule::ALL.into_iter().filter(|rule| !OF_ENTRIES.contains(rule)).map(Part::Rule);
    let groups = domain.groups.iter().enumerate().filter(|(_, group)| group.bond != Bond::TogetherTry);
    rules
        .chain((0..domain.bans.len()).map(Part::Ban))
        .chain(groups.map(|(position, _)| Part::Group(position)))
        .chain((0..domain.pins.len()).map(Part::Pin))
        .collect()
}

/// The campaign with nothing but these parts in force, and without preferences.
pub(super) fn with_parts(domain: &Domain, parts: &[Part]) -> (Domain, Rulebook<Rule>) {
    let mut kept = domain.clone();
    (kept.pins, kept.groups, kept.bans) = (Vec::new(), Vec::new(), Vec::new());
    kept.rules.priorities.clear();
    let absent = Rule::ALL
        .into_iter()
        .filter(|rule| !OF_ENTRIES.contains(rule) && !parts.contains(&Part::Rule(*rule)));
    let rulebook = absent.fold(Rulebook::ALL, Rulebook::without);
    for part in parts {
        match *part {
            Part::Rule(_) => {}
            Part::Ban(position) => kept.bans.push(domain.bans[position].clone()),
            Part::Group(position) => kept.groups.push(domain.groups[position].clone()),
            Part::Pin(position) => kept.pins.push(domain.pins[position].clone()),
        }
    }
    (kept, rulebook)
}

/// The program where each person is admitted by rules of his or her own.
pub(super) fn stated<'a>(
    domain: &'a Domain,
    previous: Option<&Previous>,
    admission: impl Fn(AmbassadorIx) -> Rulebook<Rule>,
    rulebook: Rulebook<Rule>,
) -> Formulation<'a> {
    let mut formulation = formulate(domain, &eligible_by(domain, admission), rulebook, previous);
    formulation.model.program.levels.clear();
    formulation
}
