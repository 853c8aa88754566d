//! Pins that no plan can keep, each with the rule that forbids it.
//!
//! A pin is held, by itself, against who is eligible and against every row of the program. Pins that each could be kept
//! but not together are a contradiction: it is left to the solver, which proves it, and to the explanation, which names
//! the smallest set.

use crate::{
    diagnostic::{Diagnostic, experience::Experience},
    domain::{Domain, people::AmbassadorIx, places::SessionIx, requests::Pin},
    experience::{
        eligibility::{Eligible, Refusals},
        formulation::{Formulation, capacity::idle, formulate, subject::Family},
        rule::Rule,
    },
    lp::{ColumnIx, Relation, Row},
    planning::rules::Rulebook,
};
use std::collections::{BTreeMap, BTreeSet};

/// The pins that break a rule, as written.
pub(super) fn breaking(domain: &Domain, eligible: &Eligible) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut forced: Vec<(SessionIx, &Pin)> = Vec::new();
    let refusals = Refusals::of(domain, Rulebook::ALL);
    for pin in &domain.pins {
        let sessions = allowed(domain, pin);
        let open: Vec<SessionIx> = sessions
            .iter()
            .copied()
            .filter(|&session| eligible.position(pin.ambassador, session).is_some())
            .collect();
        match *open {
            [] => found.extend(refused(&refusals, pin, &sessions)),
            [only] => forced.push((only, pin)),
            _ => {}
        }
    }
    if !forced.is_empty() {
        let idle = idle(domain, eligible, Rulebook::ALL);
        found.extend(forced.iter().filter_map(|(session, pin)| Some(breaks(pin, idle[session.0]?))));
        found.extend(breaking_rows(domain, eligible, &forced));
    }
    found
}

/// Pins that break a row of the program, in which only those appear who are pinned and who are in a group with them:
/// nobody else could mend it.
fn breaking_rows(domain: &Domain, eligible: &Eligible, forced: &[(SessionIx, &Pin)]) -> Vec<Diagnostic> {
    let pinned: BTreeSet<AmbassadorIx> = forced.iter().map(|(_, pin)| pin.ambassador).collect();
    let tied =
        domain.groups.iter().filter(|group| group.members.iter().any(|member| pinned.contains(member)));
    let members = tied.flat_map(|group| group.members.iter().copied());
    let involved: BTreeSet<AmbassadorIx> = members.chain(pinned.iter().copied()).collect();
    let eligible = eligible.only(&involved);
    let columns = forced.iter().filter_map(|&(session, pin)| {
        let position = eligible.position(pin.ambassador, session)?;
        Some((ColumnIx(position), pin))
    });
    // A quorum and a leader ask for others to come, who are not here.
    let rulebook = Rulebook::ALL.without(Rule::Pinned).without(Rule::Quorum).without(Rule::Led);
    broken_rows(&formulate(domain, &eligible, rulebook, None), &columns.collect())
}

/// The sessions that a pin allows.
fn allowed(domain: &Domain, pin: &Pin) -> Vec<SessionIx> {
    domain.sessions_of(pin.post).filter(|&session| pin.allows(domain.session(session))).collect()
}

/// A pin of which no session is eligible: the rule that refuses most of them, the first of several.
fn refused(refusals: &Refusals<'_>, pin: &Pin, sessions: &[SessionIx]) -> Option<Diagnostic> {
    let mut counts: BTreeMap<Rule, usize> = BTreeMap::new();
    for &session in sessions {
        if let Some(rule) = refusals.first(pin.ambassador, session) {
            *counts.entry(rule).or_default() += 1;
        }
    }
    let tally: Vec<(Rule, usize)> = counts.into_iter().collect();
    super::barring_most(&tally).map(|(rule, _)| breaks(pin, rule))
}

fn breaks(pin: &Pin, rule: Rule) -> Diagnostic {
    Diagnostic::at(pin.place, Experience::PinBreaksRule { rule: rule.id() }.into())
}

/// The pins that by themselves keep a row from holding, each with the rule of the row.
fn broken_rows(formulation: &Formulation<'_>, forced: &BTreeMap<ColumnIx, &Pin>) -> Vec<Diagnostic> {
    let rows = formulation.model.program.rows.iter().zip(&formulation.model.rows);
    let mut found: Vec<(Rule, &Pin)> = Vec::new();
    for (row, subject) in rows {
        let Family::Rule(rule) = subject.family else { continue };
        for (column, _) in &row.terms {
            if let Some(&pin) = forced.get(column)
                && !found.contains(&(rule, pin))
                && is_broken(formulation, row, *column)
            {
                found.push((rule, pin));
            }
        }
    }
    found.into_iter().map(|(rule, pin)| breaks(pin, rule)).collect()
}

/// Whether a pinned column puts a row's left side where nothing else can mend it.
fn is_broken(formulation: &Formulation<'_>, row: &Row, pinned: ColumnIx) -> bool {
    let (mut least, mut most) = (0, 0);
    for &(column, coefficient) in &row.terms {
        let bounds = formulation.model.program.columns[column.0];
        let (lower, upper) = if column == pinned { (1, 1) } else { (bounds.lower, bounds.upper) };
        let ends = (coefficient * lower, coefficient * upper);
        least += ends.0.min(ends.1);
        most += ends.0.max(ends.1);
    }
    let (above, below) = (least > row.right, most < row.right);
    match row.relation {
        Relation::AtMost => above,
        Relation::AtLeast => below,
        Relation::Equal => above || below,
    }
}
