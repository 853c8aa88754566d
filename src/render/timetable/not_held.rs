//! Below the tables: which months are not held, and why.

use crate::{
    domain::thursday::{Month, Pairing},
    render::{
        action::Action,
        block::Section,
        departure::Departures,
        timetable::words::{Heading, Reason, Sentence},
        wording::{bracketed, joined, list, said_of},
    },
    timetable::{reason as standing, reason::NotHeld, rule::Rule},
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Months, and why they are not held: how much each rule bars is added up over them.
type Alike = (Vec<Month>, standing::Reason);

/// A line for each reason, with the pairings and the months to which it applies.
pub fn section(action: Action<'_>) -> Section {
    let Action { edition, plan, .. } = action;
    let (language, names, pairings) = (edition.language, edition.names, plan.pairings.pairings.len());
    let mut alike: BTreeMap<Alike, Vec<Pairing>> = BTreeMap::new();
    let departures = Departures::of(edition);
    let mut not_held = plan.why_held.not_held.clone();
    // Of whoever has left that is said already.
    not_held.retain(|one| {
        departures
            .ended(edition, one.pairing)
            .is_none_or(|since| one.month < Month { year: since.year(), month: since.month() })
    });
    for (pairing, stretch) in stretches(&not_held) {
        alike.entry(stretch).or_default().push(pairing);
    }
    let position = |pairing: &Pairing| (edition.domain.unit(pairing.unit).position, *pairing);
    let mut lines: Vec<_> = alike.into_iter().collect();
    for (_, of) in &mut lines {
        of.sort_by_key(position);
    }
    lines.sort_by_key(|((months, _), of)| (position(&of[0]), months.clone()));
    let line = |((months, why), of): (Alike, Vec<Pairing>)| {
        let whom = if of.len() == pairings && pairings > 1 {
            edition.say(Sentence::EveryPairing)
        } else {
            let bracketed = |pairing: &Pairing| {
                bracketed(language, names.unit(pairing.unit), edition.neighbourhood(pairing.neighbourhood))
            };
            list(language, &of.iter().map(bracketed).collect::<Vec<String>>())
        };
        let subject = joined(language, &[whom, edition.say(Sentence::Months(months))]);
        said_of(language, &subject, &said(action, &why))
    };
    Section::list(edition.say(Heading::NotHeld), lines.into_iter().map(line).collect())
}

/// Each pairing with its months for which the reason is of one kind with the same rules. Days add up over the months;
/// themes do not, so that their number is the same in each month.
fn stretches(not_held: &[NotHeld]) -> Vec<(Pairing, Alike)> {
    let mut stretches: BTreeMap<(Pairing, standing::Reason), Alike> = BTreeMap::new();
    for NotHeld { pairing, month, reason } in not_held {
        let kind = with_rules(reason, |rule, bars| if is_of_days(rule) { 0 } else { bars });
        let stretch = stretches.entry((*pairing, kind.clone())).or_insert_with(|| (vec![], kind));
        stretch.0.push(*month);
        let more = rules(reason).to_vec();
        let mut bars = more.iter().map(|(_, bars)| *bars);
        stretch.1 = with_rules(&stretch.1, |rule, all| {
            all + bars.next().filter(|_| is_of_days(rule)).unwrap_or_default()
        });
    }
    stretches.into_iter().map(|((pairing, _), stretch)| (pairing, stretch)).collect()
}

fn is_of_days(rule: Rule) -> bool {
    !matches!(rule, Rule::ThemeOffered | Rule::ThemeMonths)
}

fn rules(reason: &standing::Reason) -> &[(Rule, usize)] {
    match reason {
        standing::Reason::Barred(rules) | standing::Reason::Outweighed(rules) => rules,
        standing::Reason::Settled | standing::Reason::FreeDay(_) => &[],
    }
}

/// The same reason with other numbers; of a free day only that there is one.
fn with_rules(reason: &standing::Reason, mut number: impl FnMut(Rule, usize) -> usize) -> standing::Reason {
    let rules = rules(reason).iter().map(|&(rule, bars)| (rule, number(rule, bars))).collect();
    match reason {
        standing::Reason::Barred(_) => standing::Reason::Barred(rules),
        standing::Reason::Outweighed(_) => standing::Reason::Outweighed(rules),
        standing::Reason::FreeDay(_) => standing::Reason::FreeDay(NaiveDate::default()),
        standing::Reason::Settled => standing::Reason::Settled,
    }
}

fn said(action: Action<'_>, why: &standing::Reason) -> Vec<String> {
    let edition = action.edition;
    let bars = |rules: &[(Rule, usize)]| {
        let bars = rules.iter().map(|&(rule, bars)| edition.say(Reason::Bars(rule, bars)));
        list(edition.language, &bars.collect::<Vec<String>>())
    };
    let reasons = match why {
        standing::Reason::Barred(rules) => vec![Reason::NothingLeft(bars(rules))],
        standing::Reason::Settled => vec![Reason::Settled],
        standing::Reason::FreeDay(_) => vec![Reason::FreeDay, Reason::WouldGain],
        standing::Reason::Outweighed(rules) => {
            let better = action.is_proven().then_some(Reason::BetterSo);
            std::iter::once(Reason::NotAsThingsStand(bars(rules))).chain(better).collect()
        }
    };
    reasons.into_iter().map(|reason| edition.say(reason)).collect()
}
