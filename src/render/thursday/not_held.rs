//! Below the tables: which months are not held, and why.

use crate::{
    domain::{Language, thursday::Month},
    render::{
        names::bracketed,
        thursday::Report,
        wording::{
            Phrase, joined, list, said_of,
            thursday::{heading::Heading, reason::Reason, sentence::Sentence},
        },
    },
    thursday::{
        pairing::roster::Pairing,
        timetable::{
            explanation::{self, NotHeld},
            rule::Rule,
        },
    },
};
use std::collections::BTreeMap;

/// Months, and how much each rule bars in them.
type Barred = (Vec<Month>, Vec<(Rule, usize)>);

/// What is not held.
pub fn sections(report: Report<'_>) -> Vec<Vec<String>> {
    vec![report.headed(Heading::NotHeld, &lines(report))]
}

/// A line for each reason, with the pairings and the months to which it applies.
pub(in crate::render) fn lines(report: Report<'_>) -> Vec<String> {
    let Report { domain, plan, names, page, .. } = report;
    let (language, pairings) = (page.language, plan.pairings.pairings.len());
    let mut alike: BTreeMap<Barred, Vec<Pairing>> = BTreeMap::new();
    for (pairing, stretch) in stretches(&plan.why_held.not_held) {
        alike.entry(stretch).or_default().push(pairing);
    }
    let position = |pairing: &Pairing| (domain.unit(pairing.unit).position, *pairing);
    let mut lines: Vec<_> = alike.into_iter().collect();
    for (_, of) in &mut lines {
        of.sort_by_key(position);
    }
    lines.sort_by_key(|((months, _), of)| (position(&of[0]), months.clone()));
    let line = |((months, rules), of): (Barred, Vec<Pairing>)| {
        let whom = if of.len() == pairings && pairings > 1 {
            Sentence::EveryPairing.say(language)
        } else {
            let name = |pairing: &Pairing| report.neighbourhood(pairing.neighbourhood);
            let bracketed = |pairing: &Pairing| bracketed(language, names.unit(pairing.unit), &name(pairing));
            list(language, &of.iter().map(bracketed).collect::<Vec<String>>())
        };
        let subject = joined(language, &[whom, Sentence::Months(months).say(language)]);
        said_of(language, &subject, &[reason(language, &rules)])
    };
    lines.into_iter().map(line).collect()
}

/// Each pairing with its months that the same rules bar, and what they bar in all of these; no rules where a month
/// is only outweighed. Days add up over the months; themes do not, so that their number is the same in each month.
fn stretches(not_held: &[NotHeld]) -> Vec<(Pairing, Barred)> {
    let mut stretches: BTreeMap<(Pairing, Vec<(Rule, usize)>), Barred> = BTreeMap::new();
    for NotHeld { pairing, month, reason } in not_held {
        let bars: &[(Rule, usize)] = match reason {
            explanation::Reason::Barred(bars) => bars,
            explanation::Reason::Outweighed => &[],
        };
        let days = |rule| !matches!(rule, Rule::ThemeOffered | Rule::ThemeMonths);
        let none = bars.iter().map(|&(rule, bars)| (rule, if days(rule) { 0 } else { bars }));
        let none: Vec<(Rule, usize)> = none.collect();
        let stretch = stretches.entry((*pairing, none.clone())).or_insert_with(|| (vec![], none));
        stretch.0.push(*month);
        for ((rule, all), (_, bars)) in stretch.1.iter_mut().zip(bars) {
            *all += if days(*rule) { *bars } else { 0 };
        }
    }
    stretches.into_iter().map(|((pairing, _), stretch)| (pairing, stretch)).collect()
}

fn reason(language: Language, bars: &[(Rule, usize)]) -> String {
    if bars.is_empty() {
        return Reason::Outweighed.say(language);
    }
    let bars = bars.iter().map(|&(rule, bars)| Reason::Bars(rule, bars).say(language));
    Reason::NothingLeft(list(language, &bars.collect::<Vec<String>>())).say(language)
}
