//! What can be given up of a campaign: its pins, groups and bans one by one, and limits of people, posts, units and of the
//! campaign as a whole.
//!
//! In: a rule and what it meets. Out: the [`Member`] with which it is given up. Of people only those are asked to give way whom
//! the pins and groups name. That nobody is at two places at a time is never given up.

use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::{PostIx, UnitIx},
        requests::Bond,
    },
    experience::{
        explanation::conflict::{Matter, Member},
        formulation::subject::{About, RowSubject},
        roster::Placement,
        rule::Rule,
    },
    source::Place,
};
use std::collections::BTreeSet;

/// A campaign of which something is given up.
pub struct Concessions<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// Pins from this one on keep what was before a repair.
    pub agreed: usize,
    named: BTreeSet<AmbassadorIx>,
}

/// Whom and what a rule meets.
#[derive(Debug, Clone, Copy, Default)]
struct Met {
    person: Option<AmbassadorIx>,
    post: Option<PostIx>,
    unit: Option<UnitIx>,
}

impl<'a> Concessions<'a> {
    /// Those of a campaign of which so many pins were agreed.
    pub fn of(domain: &'a Domain, agreed: usize) -> Self {
        let bound = domain.groups.iter().filter(|group| group.bond != Bond::TogetherTry);
        let members = bound.flat_map(|group| group.members.iter().copied());
        let named = domain.pins.iter().map(|pin| pin.ambassador).chain(members).collect();
        Self { domain, agreed, named }
    }

    /// With what a rule is given up that a placement meets; `None` where it is never given up, and for what stands in the
    /// campaign as an entry.
    pub fn of_placement(&self, rule: Rule, one: Placement) -> Option<Member> {
        let unit = self.domain.post(one.post).unit;
        self.member(rule, Met { person: Some(one.ambassador), post: Some(one.post), unit: Some(unit) })
    }

    /// The same for a row of the program.
    pub(super) fn of_row(&self, rule: Rule, row: RowSubject) -> Option<Member> {
        let met = match row.about {
            About::Session(session) => {
                Met { post: Some(self.domain.session(session).post), ..Met::default() }
            }
            About::Post(post) => Met { post: Some(post), ..Met::default() },
            About::Unit(unit) | About::UnitDay(unit, _) => Met { unit: Some(unit), ..Met::default() },
            About::Ambassador(person)
            | About::Moment(person, ..)
            | About::Window(person, _)
            | About::Week(person, _)
            | About::Month(person, ..)
            | About::Visits(person, _) => Met { person: Some(person), ..Met::default() },
            About::Guidance(..)
            | About::Organization(_)
            | About::Delegation(..)
            | About::Pin(_)
            | About::Pair(..) => Met::default(),
        };
        self.member(rule, met)
    }

    fn member(&self, rule: Rule, met: Met) -> Option<Member> {
        let named = met.person.filter(|person| self.named.contains(person));
        let matter = match rule {
            Rule::OwnUnit
            | Rule::WithinDistance
            | Rule::RestDays
            | Rule::RestHours
            | Rule::MentorLimit
            | Rule::OrganizationLimit => Matter::Campaign,
            // One permission stands for both.
            Rule::NotAgain | Rule::OncePerPost => {
                return Some(Member::Rule(Rule::OncePerPost, Matter::Campaign));
            }
            Rule::Qualified
            | Rule::Available
            | Rule::Willing
            | Rule::DaysLimit
            | Rule::WeekLimit
            | Rule::MonthLimit
            | Rule::UnwishedLimit => Matter::Person(named?),
            Rule::OfAge | Rule::Seats | Rule::Quorum | Rule::Led | Rule::PostLimit => Matter::Post(met.post?),
            Rule::UnitOpen | Rule::UnitLimit | Rule::UnitDailyLimit => Matter::Unit(met.unit?),
            Rule::OnePlaceAtATime | Rule::Banned | Rule::Pinned | Rule::Together | Rule::Apart => {
                return None;
            }
        };
        Some(Member::Rule(rule, matter))
    }
}

/// Where something stands among all that can be given up: by its place in the file, the rules of the campaign last.
pub(super) fn order(member: Member, domain: &Domain) -> (bool, Option<Place>, Member) {
    let place = member.place(domain);
    (place.is_none(), place, member)
}

/// The campaign without the pins, groups and bans that are given up.
pub fn without(domain: &Domain, given_up: &[Member]) -> Domain {
    fn left<T: Clone>(entries: &[T], is_given_up: impl Fn(usize) -> bool) -> Vec<T> {
        let left = entries.iter().enumerate().filter(|(position, _)| !is_given_up(*position));
        left.map(|(_, entry)| entry.clone()).collect()
    }
    Domain {
        pins: left(&domain.pins, |position| given_up.contains(&Member::Pin(position))),
        groups: left(&domain.groups, |position| given_up.contains(&Member::Group(position))),
        bans: left(&domain.bans, |position| given_up.contains(&Member::Ban(position))),
        ..domain.clone()
    }
}
