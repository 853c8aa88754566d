//! What is named as a contradiction, against trying every roster: together its members cannot hold, without any one
//! of them the others can.

use super::CAMPAIGNS;
use crate::support::{brute_force::placements, tiny::Tiny};
use chuxin::{
    domain::{Domain, organizations::Organizations, people::AmbassadorIx},
    experience::{
        explanation::{
            conflict::{Matter, Member},
            contradiction::conflict,
        },
        roster::{Placement, Roster},
        rule::Rule,
        verification::{Violation, violations},
    },
    solver::Unwatched,
};

/// Campaigns with more pairs take too long with most rules left out.
const MOST_PAIRS: usize = 12;

#[test]
fn names_what_cannot_hold_together_and_of_which_none_can_be_spared() {
    let mut found = 0;
    for seed in 0..CAMPAIGNS {
        let tiny = Tiny::from_seed(seed);
        let domain = tiny.domain();
        if domain.pins.is_empty() || placements(&domain).count() > MOST_PAIRS {
            continue;
        }
        let Some(conflict) = conflict(&domain, None, &Unwatched).expect("a backend that works") else {
            continue;
        };
        found += 1;
        let members = &conflict.members;
        let context = || format!("seed {seed}: {members:?}\n{}", tiny.text());
        assert!(members.iter().any(|member| matches!(member, Member::Pin(_))), "{}", context());
        let named = named(&domain, members);
        assert!(!can_hold(&domain, members, &named), "they can hold together: {}", context());
        for spared in 0..members.len() {
            let mut rest = members.clone();
            rest.remove(spared);
            assert!(can_hold(&domain, &rest, &named), "{:?} can be spared: {}", members[spared], context());
        }
    }
    assert!(found > 10, "{found} contradictions");
}

/// Everybody in the pins and groups of a contradiction.
fn named(domain: &Domain, members: &[Member]) -> Vec<AmbassadorIx> {
    let people = members.iter().flat_map(|member| match *member {
        Member::Pin(position) => vec![domain.pins[position].ambassador],
        Member::Group(position) => domain.groups[position].members.clone(),
        _ => Vec::new(),
    });
    people.collect()
}

/// Whether some roster keeps these members, whatever else it breaks.
fn can_hold(domain: &Domain, members: &[Member], named: &[AmbassadorIx]) -> bool {
    let mut kept = domain.clone();
    kept.pins = only(&domain.pins, |position| members.contains(&Member::Pin(position)));
    kept.groups = only(&domain.groups, |position| members.contains(&Member::Group(position)));
    kept.bans = only(&domain.bans, |position| members.contains(&Member::Ban(position)));
    let pairs: Vec<Placement> = placements(domain).collect();
    Kept { domain: &kept, members, named }.extend(&pairs, &mut Roster::default())
}

fn only<T: Clone>(items: &[T], keep: impl Fn(usize) -> bool) -> Vec<T> {
    items.iter().enumerate().filter(|(position, _)| keep(*position)).map(|(_, item)| item.clone()).collect()
}

/// The members that are to hold, in a campaign with no other pins, groups and bans.
struct Kept<'a> {
    domain: &'a Domain,
    members: &'a [Member],
    named: &'a [AmbassadorIx],
}

impl Kept<'_> {
    /// Whether some of the pairs, added to the roster, keep the members.
    fn extend(&self, pairs: &[Placement], roster: &mut Roster) -> bool {
        let Some((&pair, rest)) = pairs.split_first() else {
            return !violations(self.domain, roster).iter().any(|broken| self.concerns(roster, broken));
        };
        roster.placements.push(pair);
        let hopeless = violations(self.domain, roster).iter().any(|broken| {
            !matches!(broken.rule, Rule::Quorum | Rule::Led | Rule::Pinned | Rule::Together)
                && self.concerns(roster, broken)
        });
        let found = !hopeless && self.extend(rest, roster);
        roster.placements.pop();
        found || self.extend(rest, roster)
    }

    /// Whether what is broken is one of the members.
    fn concerns(&self, roster: &Roster, broken: &Violation) -> bool {
        if matches!(broken.rule, Rule::Banned | Rule::Pinned | Rule::Together | Rule::Apart) {
            return true;
        }
        self.members.iter().any(|member| match *member {
            Member::Rule(rule, matter) => {
                let mut involved = broken.entries.iter().map(|&position| roster.placements[position]);
                rule == broken.rule && involved.any(|placement| self.is_about(rule, matter, placement))
            }
            _ => false,
        })
    }

    fn is_about(&self, rule: Rule, matter: Matter, placement: Placement) -> bool {
        let post = self.domain.post(placement.post);
        match matter {
            Matter::Person(person) => placement.ambassador == person,
            Matter::Session(session) => self.domain.position(placement.session()) == Some(session),
            Matter::Post(one) => placement.post == one,
            Matter::Unit(unit) => post.unit == unit,
            Matter::Organization(one) => {
                Organizations::of(self.domain).of_ambassador(placement.ambassador) == Some(one)
            }
            Matter::UnitDay(unit, date) => post.unit == unit && placement.date == date,
            Matter::MentorDay(mentor, date) => post.mentor == Some(mentor) && placement.date == date,
            // Who may go at all is said of each person in the pins and groups, and of all others as one.
            Matter::Campaign => !rule.is_eligibility() || !self.named.contains(&placement.ambassador),
        }
    }
}
