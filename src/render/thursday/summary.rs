//! Above the tables: the period, what was asked, what was reached, and what is proved of it.

use crate::{
    render::{
        layout::wrap::wrap,
        levels::{self, Named},
        page::bold,
        thursday::Report,
        wording::{
            Phrase,
            summary::Summary,
            thursday::{heading::Heading, level::Counts, sentence::Sentence},
        },
    },
    timetable::reason::Fate,
};
use std::collections::BTreeSet;

/// The heading and the period.
pub fn title(report: Report<'_>) -> Vec<String> {
    let Report { action, page, .. } = report;
    let when = Sentence::When {
        first: action.first,
        last: action.last,
        nth: action.nth,
        hours: action.hours.to_string(),
    };
    let mut lines = vec![bold(&Heading::ThursdayAction.say(page.language))];
    lines.extend(wrap(&when.say(page.language), page.width));
    lines
}

/// What was reached, a sentence a line.
pub fn sentences(report: Report<'_>) -> Vec<String> {
    let Report { domain, action, plan, page, .. } = report;
    let pairings = &plan.pairings.pairings;
    let units: BTreeSet<_> = pairings.iter().map(|pairing| pairing.unit).collect();
    let neighbourhoods: BTreeSet<_> = pairings.iter().map(|pairing| pairing.neighbourhood).collect();
    let metres = pairings
        .iter()
        .filter_map(|pairing| domain.pairing_metres(pairing.unit, pairing.neighbourhood))
        .sum();
    let needs = &plan.why_held.needs;
    let met = needs.iter().filter(|need| matches!(need.fate, Fate::Met(_))).count();
    let sentences = [
        Sentence::Paired {
            units: units.len(),
            neighbourhoods: neighbourhoods.len(),
            pairings: pairings.len(),
            metres,
        },
        Sentence::Held { held: plan.timetable.events.len(), all: pairings.len() * action.months().len() },
        Sentence::Needs { met, all: needs.len() },
    ];
    let proven = plan.levels.iter().filter(|level| level.proven).count();
    let proof = match plan.levels.len() {
        all if all == proven => Summary::AllProven(all),
        all => Summary::SomeProven { proven, all },
    };
    let said = sentences.iter().map(|one| one.say(page.language)).chain([proof.say(page.language)]);
    said.flat_map(|sentence| wrap(&sentence, page.width)).collect()
}

/// Every level in force with its value and what is proved of it.
pub fn levels(report: Report<'_>) -> Vec<String> {
    levels::table(report.page, named(report))
}

/// Every level in force with its words.
pub(in crate::render) fn named(report: Report<'_>) -> Vec<Named> {
    let Report { plan, page, .. } = report;
    let named = plan.levels.iter().map(|result| {
        let (name, counts) = (result.level.say(page.language), Counts(result.level).say(page.language));
        Named { level: result.map(|_| ()), name, counts }
    });
    named.collect()
}
