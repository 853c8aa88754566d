//! The levels of a planning problem as a table: what each is called, its value, what it counts and what is proved of it.

use crate::{
    lp::LevelResult,
    render::{
        block::{Cell, Field, Give, Section, Table},
        edition::Edition,
        wording::{heading::Heading, level::Proof},
    },
};

/// A level with the words that its problem has for it.
#[derive(Debug, Clone)]
pub struct Named {
    /// What was reached.
    pub level: LevelResult<()>,
    /// What the level is called.
    pub name: String,
    /// What it counts.
    pub counts: String,
}

/// The table below its heading.
pub fn section(edition: Edition<'_>, levels: &[Named]) -> Section {
    Section::new(edition.say(Heading::Levels), vec![table(edition, levels).into()])
}

/// A row for each level.
pub fn table(edition: Edition<'_>, levels: &[Named]) -> Table {
    let text = |heading, give, text: fn(&&Named) -> String| {
        Field::new(edition.say(heading), give, move |one| Cell::Text(text(one)))
    };
    let proven = move |one: &&Named| match proof(&one.level) {
        Proof::Proven => Cell::Proven(edition.say(Proof::Proven)),
        open => Cell::Text(edition.say(open)),
    };
    let fields = [
        text(Heading::Level, Give::Firm, |one| one.name.clone()),
        Field::new(edition.say(Heading::Value), Give::Firm, |one: &&Named| Cell::Number(one.level.value)),
        text(Heading::Counts, Give::Wraps(12), |one| one.counts.clone()),
        Field::new(edition.say(Heading::Proof), Give::Wraps(12), proven),
    ];
    Table { is_dense: true, ..Table::of(&fields, &[levels.iter().collect()]) }
}

/// What is proved of a level.
fn proof<L>(level: &LevelResult<L>) -> Proof {
    match level.known_bound() {
        _ if level.proven => Proof::Proven,
        None => Proof::NotSought,
        Some(bound) if bound == level.value => Proof::AboveOpen,
        Some(bound) => Proof::Gap { bound, gap: bound.abs_diff(level.value) },
    }
}
