//! Narrows the rules of a contradiction to the people and sessions that they meet.
//!
//! In: the parts of a campaign that cannot hold together and of which none can be spared. Out: [`Member`]s.

use crate::{
    domain::{Domain, people::AmbassadorIx},
    experience::{
        explanation::conflict::{Matter, Member, Part, stated, with_parts},
        formulation::{
            Formulation,
            subject::{About, ColumnSubject, Family, RowSubject},
        },
        roster::Previous,
        rule::Rule,
    },
    lp::ColumnIx,
    planning::{
        conflict::{contradicts, irreducible},
        rules::Rulebook,
    },
    solver::{Halt, Watch},
};
use std::collections::BTreeSet;

/// The parts that are needed, about to be narrowed to what they meet.
pub(super) struct Narrowing<'a> {
    domain: Domain,
    previous: Option<&'a Previous>,
    rulebook: Rulebook<Rule>,
    /// Everybody whom a needed pin or group names.
    named: Vec<AmbassadorIx>,
    watch: &'a dyn Watch,
}

impl<'a> Narrowing<'a> {
    pub(super) fn of(
        domain: &Domain,
        previous: Option<&'a Previous>,
        needed: &[Part],
        watch: &'a dyn Watch,
    ) -> Self {
        let (domain, rulebook) = with_parts(domain, needed);
        let members = domain.groups.iter().flat_map(|group| group.members.iter().copied());
        let named: BTreeSet<AmbassadorIx> =
            domain.pins.iter().map(|pin| pin.ambassador).chain(members).collect();
        Self { domain, previous, rulebook, named: named.into_iter().collect(), watch }
    }

    pub(super) fn members(&self, needed: &[Part]) -> Result<Vec<Member>, Halt> {
        let refusals = self.refusals(needed)?;
        let limits = self.limits(&refusals)?;
        let mut members: Vec<Member> =
            refusals.iter().map(|&(rule, whom)| Member::Rule(rule, whom)).collect();
        members.extend(limits.iter().map(|&(rule, matter)| Member::Rule(rule, matter)));
        for part in needed {
            match *part {
                Part::Pin(position) => members.push(Member::Pin(position)),
                Part::Group(position) => members.push(Member::Group(position)),
                Part::Ban(position) => members.push(Member::Ban(position)),
                // A session that can never run has no row: the rule stands for itself.
                Part::Rule(rule) if !names(&members, rule) => {
                    members.push(Member::Rule(rule, Matter::Campaign));
                }
                Part::Rule(_) => {}
            }
        }
        members.sort_unstable();
        Ok(members)
    }

    /// Whom each needed rule of eligibility must refuse: people named by pins and groups, or else everybody.
    fn refusals(&self, needed: &[Part]) -> Result<Vec<(Rule, Matter)>, Halt> {
        let rules: Vec<Rule> = needed
            .iter()
            .filter_map(|part| match *part {
                Part::Rule(rule) if rule.refuses() => Some(rule),
                _ => None,
            })
            .collect();
        let whom = self.named.iter().map(|&person| Matter::Person(person)).chain([Matter::Campaign]);
        let candidates: Vec<(Rule, Matter)> =
            whom.flat_map(|whom| rules.iter().map(move |&rule| (rule, whom))).collect();
        irreducible(&candidates, &mut |refusals| {
            contradicts(&self.stated(refusals).model.program, self.watch)
        })
    }

    /// The program in which nobody is refused but by these rules.
    fn stated(&self, refusals: &[(Rule, Matter)]) -> Formulation<'_> {
        let admission = |person| {
            let whom = if self.named.contains(&person) { Matter::Person(person) } else { Matter::Campaign };
            let waived = Rule::ALL
                .into_iter()
                .filter(|&rule| rule.refuses() && rule != Rule::Banned && !refusals.contains(&(rule, whom)));
            waived.fold(self.rulebook, Rulebook::without)
        };
        stated(&self.domain, self.previous, admission, self.rulebook)
    }

    /// Where the needed rules that are rows must hold, those that meet the named people first.
    fn limits(&self, refusals: &[(Rule, Matter)]) -> Result<Vec<(Rule, Matter)>, Halt> {
        let formulation = self.stated(refusals);
        let mut near: Vec<(Rule, Matter)> = Vec::new();
        let mut far: Vec<(Rule, Matter)> = Vec::new();
        let is_named = |column: ColumnIx| match formulation.model.columns[column.0] {
            ColumnSubject::Placement(person, _) => self.named.binary_search(&person).is_ok(),
            _ => false,
        };
        for (row, subject) in formulation.model.program.rows.iter().zip(&formulation.model.rows) {
            if let Some(limit) = limit(*subject) {
                let is_near = row.terms.iter().any(|&(column, _)| is_named(column));
                if is_near { near.push(limit) } else { far.push(limit) }
            }
        }
        let mut met = BTreeSet::new();
        near.sort_unstable();
        far.sort_unstable();
        near.extend(far);
        near.retain(|&limit| met.insert(limit));
        irreducible(&near, &mut |kept| {
            let mut program = formulation.model.program.clone();
            let mut subjects = formulation.model.rows.iter();
            program.rows.retain(|_| {
                let limit = subjects.next().and_then(|subject| limit(*subject));
                limit.is_none_or(|limit| kept.contains(&limit))
            });
            contradicts(&program, self.watch)
        })
    }
}

fn names(members: &[Member], rule: Rule) -> bool {
    members.iter().any(|member| matches!(member, Member::Rule(named, _) if *named == rule))
}

/// The rule of a row and what it meets; `None` for the rows of pins and groups.
fn limit(subject: RowSubject) -> Option<(Rule, Matter)> {
    let Family::Rule(rule) = subject.family else { return None };
    let matter = match subject.about {
        About::Session(session) => Matter::Session(session),
        About::Ambassador(person)
        | About::Moment(person, ..)
        | About::Window(person, _)
        | About::Week(person, _)
        | About::Month(person, ..)
        | About::Visits(person, _) => Matter::Person(person),
        About::Post(post) => Matter::Post(post),
        About::Unit(unit) => Matter::Unit(unit),
        About::UnitDay(unit, date) => Matter::UnitDay(unit, date),
        About::Guidance(mentor, date, _) => Matter::MentorDay(mentor, date),
        About::Organization(organization) | About::Delegation(organization, _) => {
            Matter::Organization(organization)
        }
        About::Pin(_) | About::Pair(..) => return None,
    };
    Some((rule, matter))
}
