//! Above the roster: the campaign, what was asked, what was reached, and what is proved of it.

use crate::{
    experience::roster::Placement,
    render::{
        block::{Block, Section},
        edition::Edition,
        levels::{self, Named},
        wording::{
            level::{Counts, LevelName},
            measure,
            summary::Summary,
        },
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The campaign's name, its organizer, its season and what is to be known of it.
pub fn title(edition: Edition<'_>) -> Section {
    let header = &edition.domain.campaign;
    let season = measure::period(edition.language, header.season);
    let lines = [header.organizer.clone(), Some(season), header.note.clone()];
    Section::new(header.name.clone(), vec![Block::Sentences(lines.into_iter().flatten().collect())])
}

/// What was asked and what was reached.
pub fn reached(edition: Edition<'_>) -> Section {
    let domain = edition.domain;
    let plan = &edition.plan.experience;
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
    let said = [Some(asked), Some(reached), Some(met), wishes(edition), ways(edition), proven(edition)];
    Section::sentences(said.into_iter().flatten().map(|one| edition.say(one)).collect())
}

fn wishes(edition: Edition<'_>) -> Option<Summary> {
    let number =
        |placement: &Placement| edition.domain.ambassador(placement.ambassador).wish_number(placement.post);
    let placements = &edition.plan.experience.roster.placements;
    let mut by_number = BTreeMap::new();
    for number in placements.iter().filter_map(number) {
        *by_number.entry(number).or_insert(0) += 1;
    }
    let unwished = placements.iter().filter(|placement| number(placement).is_none()).count();
    (!placements.is_empty()).then(|| Summary::Wishes { by_number: by_number.into_iter().collect(), unwished })
}

fn ways(edition: Edition<'_>) -> Option<Summary> {
    let placements = edition.plan.experience.roster.placements.iter();
    let known: Vec<i64> = placements
        .filter_map(|placement| edition.domain.metres(placement.ambassador, placement.post))
        .collect();
    let count = i64::try_from(known.len()).ok()?;
    let farthest = *known.iter().max()?;
    Some(Summary::Ways { mean: (known.iter().sum::<i64>() + count / 2) / count, farthest })
}

fn proven(edition: Edition<'_>) -> Option<Summary> {
    let levels = &edition.plan.experience.levels;
    let proven = levels.iter().filter(|level| level.proven).count();
    match levels.len() {
        0 => None,
        all if all == proven => Some(Summary::AllProven(all)),
        all => Some(Summary::SomeProven { proven, all }),
    }
}

/// Every level in force with its value and what is proved of it.
pub fn levels(edition: Edition<'_>) -> Section {
    levels::section(edition, &named(edition))
}

/// Every level in force with its words.
pub fn named(edition: Edition<'_>) -> Vec<Named> {
    let domain = edition.domain;
    let weighted = |name: LevelName| match name {
        LevelName::Coverage => domain.posts.iter().any(|post| post.priority != 1),
        _ => domain.ambassadors.iter().any(|person| person.missed > 0),
    };
    let named = edition.plan.experience.levels.iter().map(|result| {
        let name = LevelName::of(result.level, domain.rules.wishes, domain.longest_wishes);
        let counts = edition.say(Counts { level: name, weighted: weighted(name) });
        Named { level: result.map(|_| ()), name: edition.say(name), counts }
    });
    named.collect()
}
