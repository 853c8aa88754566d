//! What is left open, and what was reached on each level.

use crate::render::{
    experience::{remainder, summary},
    levels::{Named, proof},
    paper::{
        Paper,
        views::{Cell, Column, View, side_by_side},
    },
    thursday,
    wording::{
        Phrase,
        heading::Heading,
        thursday::heading::Heading as ThursdayHeading,
        view::{Head, Title},
    },
};

/// Who is not placed, which needs are not met, which units and months are without, and why.
pub(super) fn left(paper: Paper<'_>) -> View {
    let language = paper.language;
    let report = paper.experience();
    let mut sections = vec![
        (Heading::Unplaced.say(language), remainder::unplaced(report)),
        (Heading::Shortages.say(language), remainder::shortages(report)),
    ];
    if let Some(report) = paper.thursday() {
        let unpaired = thursday::pairings::unpaired(report);
        sections.push((ThursdayHeading::Unpaired.say(language), unpaired));
        sections.push((ThursdayHeading::NotHeld.say(language), thursday::not_held::lines(report)));
    }
    let rows = sections
        .into_iter()
        .flat_map(|(kind, sentences)| sentences.into_iter().map(move |said| vec![kind.clone(), said]));
    View {
        title: Title::Open,
        heads: [Head::Kind, Head::Said].map(|head| head.say(language)).into(),
        rows: rows.map(|row| row.into_iter().map(Cell::Text).collect()).collect(),
    }
}

/// The levels of the experience and of the Thursday Action.
pub(super) fn levels(paper: Paper<'_>) -> View {
    let thursday = paper.thursday().map(thursday::summary::named).unwrap_or_default();
    let levels: Vec<(i64, Named)> =
        (1..).zip(summary::named(paper.experience()).into_iter().chain(thursday)).collect();
    let columns: Vec<Column<'_, (i64, Named)>> = vec![
        (Head::Order, Box::new(|one| Cell::Number(one.0))),
        (Head::Level, Box::new(|one| Cell::Text(one.1.name.clone()))),
        (Head::Value, Box::new(|one| Cell::Number(one.1.level.value))),
        (Head::Counts, Box::new(|one| Cell::Text(one.1.counts.clone()))),
        (Head::Proof, Box::new(|one| Cell::Text(proof(&one.1.level).say(paper.language)))),
    ];
    side_by_side(paper, Title::Levels, &columns, &levels)
}
