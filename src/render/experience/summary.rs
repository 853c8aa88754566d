//! Above the roster: the campaign, what was asked, what was reached, and what is proved of it.

use crate::{
    experience::roster::Placement,
    render::{
        experience::Report,
        layout::wrap::wrap,
        levels::{self, Named},
        page::bold,
        wording::{
            Phrase,
            level::{Counts, LevelName},
            measure,
            summary::Summary,
        },
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The campaign's name, its organizer, its season and what is to be known of it.
pub fn title(report: Report<'_>) -> Vec<String> {
    let header = &report.domain.campaign;
    let width = report.page.width;
    let mut lines: Vec<String> = wrap(&header.name, width).iter().map(|line| bold(line)).collect();
    if let Some(organizer) = &header.organizer {
        lines.extend(wrap(organizer, width));
    }
    lines.extend(wrap(&measure::period(report.page.language, header.season), width));
    if let Some(note) = &header.note {
        lines.extend(wrap(note, width));
    }
    lines
}

/// What was asked and what was reached, a sentence a line.
pub fn sentences(report: Report<'_>) -> Vec<String> {
    let Report { domain, plan, page, .. } = report;
    let placements = &plan.roster.placements;
    let placed: BTreeSet<_> = placements.iter().map(|placement| placement.ambassador).collect();
    let lending: BTreeSet<_> = domain.posts.iter().map(|post| post.unit).collect();
    let asked = Summary::Asked {
        ambassadors: domain.ambassadors.len(),
        units: lending.len(),
        posts: domain.posts.len(),
        need: domain.posts.iter().map(|post| u64::from(post.need)).sum(),
    };
    let reached =
        Summary::Placed { placed: placed.len(), all: domain.ambassadors.len(), placements: placements.len() };
    let met = Summary::Met { met: domain.posts.len() - plan.shortages.len(), all: domain.posts.len() };
    let sentences = [Some(asked), Some(reached), Some(met), wishes(report), ways(report), proven(report)];
    let lines = sentences.into_iter().flatten().flat_map(|one| wrap(&one.say(page.language), page.width));
    lines.collect()
}

fn wishes(report: Report<'_>) -> Option<Summary> {
    let number =
        |placement: &Placement| report.domain.ambassador(placement.ambassador).wish_number(placement.post);
    let placements = &report.plan.roster.placements;
    let mut by_number = BTreeMap::new();
    for number in placements.iter().filter_map(number) {
        *by_number.entry(number).or_insert(0) += 1;
    }
    let unwished = placements.iter().filter(|placement| number(placement).is_none()).count();
    (!placements.is_empty()).then(|| Summary::Wishes { by_number: by_number.into_iter().collect(), unwished })
}

fn ways(report: Report<'_>) -> Option<Summary> {
    let placements = report.plan.roster.placements.iter();
    let known: Vec<i64> = placements
        .filter_map(|placement| report.domain.metres(placement.ambassador, placement.post))
        .collect();
    let count = i64::try_from(known.len()).ok()?;
    let farthest = *known.iter().max()?;
    Some(Summary::Ways { mean: (known.iter().sum::<i64>() + count / 2) / count, farthest })
}

fn proven(report: Report<'_>) -> Option<Summary> {
    let levels = &report.plan.levels;
    let proven = levels.iter().filter(|level| level.proven).count();
    match levels.len() {
        0 => None,
        all if all == proven => Some(Summary::AllProven(all)),
        all => Some(Summary::SomeProven { proven, all }),
    }
}

/// Every level in force with its value and what is proved of it.
pub fn levels(report: Report<'_>) -> Vec<String> {
    let named = named(report);
    if named.is_empty() { vec![] } else { levels::table(report.page, named) }
}

/// Every level in force with its words.
pub(in crate::render) fn named(report: Report<'_>) -> Vec<Named> {
    let Report { domain, plan, page, .. } = report;
    let weighted = |name: LevelName| match name {
        LevelName::Coverage => domain.posts.iter().any(|post| post.priority != 1),
        _ => domain.ambassadors.iter().any(|person| person.missed > 0),
    };
    let named = plan.levels.iter().map(|result| {
        let name = LevelName::of(result.level, domain.rules.wishes, domain.longest_wishes);
        let counts = Counts { level: name, weighted: weighted(name) }.say(page.language);
        Named { level: result.map(|_| ()), name: name.say(page.language), counts }
    });
    named.collect()
}
