//! The experience as a program in which every row may be given up that belongs to something that can be.
//!
//! In: a campaign. Out: [`Relaxed`]: the rows of each rule as the formulation states that rule alone, so that none is left out
//! because another says more, and for each pair that a rule refuses a row that says so.

use super::concession::Concessions;
use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::SessionIx,
        requests::{Ban, Bond, Group, Pin},
    },
    experience::{
        eligibility::{Eligible, eligible},
        explanation::conflict::Member,
        formulation::{
            Formulation, formulate,
            subject::{About, ColumnSubject, Family, RowSubject},
        },
        level::Level,
        roster::{Placement, Previous},
        rule::Rule,
    },
    lp::{ColumnIx, Relation, Row, Tier},
    planning::{model::Model, rules::Rulebook, ways::Relaxation},
    solver::Watch,
};

/// The program; the first of its columns are those of `placements`.
pub(super) struct Relaxed<'a> {
    pub(super) relaxation: Relaxation<Member>,
    /// Who may be where at all if everything is given up, without a rule in force.
    pub(super) placements: Formulation<'a>,
}

/// Pairs of people and sessions up to which ways out are sought.
const MOST_PAIRS: usize = 1_000_000;

/// The program; `None` where the time was up before it was stated, or it is too large.
pub(super) fn relaxed<'a>(
    concessions: &Concessions<'a>,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Option<Relaxed<'a>> {
    let domain = concessions.domain;
    if domain.ambassadors.len() * domain.sessions.len() > MOST_PAIRS {
        return None;
    }
    let bare = with(domain, &[], &[], &[]);
    let all = eligible(&bare, Rulebook::none());
    let mut refused: Vec<(usize, Option<Member>)> = Vec::new();
    let refusing = Rule::ALL.into_iter().filter(|&rule| rule.refuses() && rule != Rule::Banned);
    for rule in refusing {
        if watch.is_out_of_time() {
            return None;
        }
        let member = |(person, session): (AmbassadorIx, SessionIx)| {
            concessions.of_placement(rule, Placement::at(*domain.session(session), person))
        };
        refused.extend(refusals(&bare, &all, rule).map(|position| (position, member(all.pairs[position]))));
    }
    for (position, ban) in domain.bans.iter().enumerate() {
        let banned = with(domain, &[], &[], std::slice::from_ref(ban));
        let pairs = refusals(&banned, &all, Rule::Banned);
        refused.extend(pairs.map(|pair| (pair, Some(Member::Ban(position)))));
    }
    let mut is_open = vec![true; all.pairs.len()];
    refused.iter().filter(|(_, by)| by.is_none()).for_each(|&(position, _)| is_open[position] = false);
    let mut stating = Stating::of(concessions, all.kept(|position| is_open[position]), previous);
    for (position, by) in refused {
        let (person, session) = all.pairs[position];
        if let (Some(by), Some(column)) = (by, stating.pairs.position(person, session)) {
            stating.shut(by, ColumnIx(column));
        }
    }
    stating.rules(&bare, watch)?;
    stating.entries(watch)?;
    let placements = Formulation { domain, model: stating.placements };
    Some(Relaxed { relaxation: stating.relaxation, placements })
}

/// The positions of the pairs that a rule refuses.
fn refusals(domain: &Domain, all: &Eligible, rule: Rule) -> impl Iterator<Item = usize> {
    let welcome = eligible(domain, Rulebook::only(rule));
    let positions = 0..all.pairs.len();
    let pairs = &all.pairs;
    positions.filter(move |&position| welcome.pairs.binary_search(&pairs[position]).is_err())
}

/// The campaign with these pins, groups and bans alone, and without preferences.
fn with(domain: &Domain, pins: &[Pin], groups: &[Group], bans: &[Ban]) -> Domain {
    let mut kept =
        Domain { pins: pins.to_vec(), groups: groups.to_vec(), bans: bans.to_vec(), ..domain.clone() };
    kept.rules.priorities.clear();
    kept
}

/// The program while it is being stated.
struct Stating<'c, 'a> {
    concessions: &'c Concessions<'a>,
    pairs: Eligible,
    placements: Model<ColumnSubject, RowSubject, Level>,
    relaxation: Relaxation<Member>,
}

impl<'c, 'a> Stating<'c, 'a> {
    /// The columns, and what a repair settles.
    fn of(concessions: &'c Concessions<'a>, pairs: Eligible, previous: Option<&Previous>) -> Self {
        let bare = with(concessions.domain, &[], &[], &[]);
        let placements = formulate(&bare, &pairs, Rulebook::none(), previous).model;
        let mut relaxation = Relaxation::of(placements.program.clone());
        relaxation.program.cuts.clear();
        Self { concessions, pairs, placements, relaxation }
    }

    /// A column is 0 unless something is given up.
    fn shut(&mut self, by: Member, column: ColumnIx) {
        let row = Row { terms: vec![(column, 1)], relation: Relation::AtMost, right: 0 };
        self.relaxation.add_soft(by, &row);
    }

    /// The rules that are rows, each by itself.
    fn rules(&mut self, bare: &Domain, watch: &dyn Watch) -> Option<()> {
        let of_entries = |rule: &Rule| matches!(rule, Rule::Pinned | Rule::Together | Rule::Apart);
        for rule in Rule::ALL.into_iter().filter(|rule| !rule.is_eligibility() && !of_entries(rule)) {
            let concessions = self.concessions;
            self.state(bare, rule, watch, &|subject| concessions.of_row(rule, subject))?;
        }
        Some(())
    }

    /// The pins and groups, each by itself.
    fn entries(&mut self, watch: &dyn Watch) -> Option<()> {
        let (domain, agreed) = (self.concessions.domain, self.concessions.agreed);
        let pinned = with(domain, &domain.pins, &[], &[]);
        let pin = |subject: RowSubject| match subject.about {
            About::Pin(position) => (position < agreed).then_some(Member::Pin(position)),
            _ => None,
        };
        self.state(&pinned, Rule::Pinned, watch, &pin)?;
        for (position, group) in domain.groups.iter().enumerate() {
            let rule = match group.bond {
                Bond::TogetherMust => Rule::Together,
                Bond::Apart => Rule::Apart,
                Bond::TogetherTry => continue,
            };
            let bound = with(domain, &[], std::slice::from_ref(group), &[]);
            self.state(&bound, rule, watch, &|_| Some(Member::Group(position)))?;
        }
        Some(())
    }

    /// The rows of one rule; `None` where the time is up.
    fn state(
        &mut self,
        domain: &Domain,
        rule: Rule,
        watch: &dyn Watch,
        by: &dyn Fn(RowSubject) -> Option<Member>,
    ) -> Option<()> {
        if watch.is_out_of_time() {
            return None;
        }
        let model = formulate(domain, &self.pairs, Rulebook::only(rule), None).model;
        let own = self.pairs.pairs.len();
        let program = &mut self.relaxation.program;
        let added: Vec<ColumnIx> =
            model.columns[own..].iter().map(|_| program.add_column(0, 1, Tier::Open)).collect();
        let here =
            |ColumnIx(column): ColumnIx| if column < own { ColumnIx(column) } else { added[column - own] };
        for (row, &subject) in model.program.rows.iter().zip(&model.rows) {
            let terms = row.terms.iter().map(|&(column, size)| (here(column), size)).collect();
            let row = Row { terms, ..row.clone() };
            match by(subject) {
                Some(member) => self.relaxation.add_soft(member, &row),
                None => self.relaxation.program.rows.push(row),
            }
        }
        // A session that can never run has no row.
        for (position, &(_, session)) in self.pairs.pairs.clone().iter().enumerate() {
            if model.program.columns[position].upper == 0
                && let Some(member) = by(Family::Rule(rule).about(About::Session(session)))
            {
                self.shut(member, ColumnIx(position));
            }
        }
        Some(())
    }
}
