//! The levels of a planning problem as a table: what each is called, its value, what it counts and what is proved of it.

use crate::{
    lp::LevelResult,
    render::{
        layout::table::{Column, Give, Table},
        page::{Page, bold},
        wording::{Phrase, heading::Heading, level::Proof},
    },
};

/// A level with the words that its problem has for it.
pub struct Named {
    /// What was reached.
    pub level: LevelResult<()>,
    /// What the level is called.
    pub name: String,
    /// What it counts.
    pub counts: String,
}

/// The table with its heading, as lines.
pub fn table(page: Page, levels: Vec<Named>) -> Vec<String> {
    let row = |Named { level, name, counts }| {
        vec![name, level.value.to_string(), counts, proof(&level).say(page.language)]
    };
    let column = |heading: Heading, give| Column { heading: heading.say(page.language), give };
    let table = Table {
        columns: vec![
            column(Heading::Level, Give::Firm),
            column(Heading::Value, Give::Firm),
            column(Heading::Counts, Give::Wraps(12)),
            column(Heading::Proof, Give::Wraps(12)),
        ],
        sections: vec![levels.into_iter().map(row).collect()],
    };
    let mut lines = vec![bold(&Heading::Levels.say(page.language)), String::new()];
    lines.extend(table.dense_lines(page.width));
    lines
}

/// What is proved of a level.
pub fn proof<L>(level: &LevelResult<L>) -> Proof {
    match level.known_bound() {
        _ if level.proven => Proof::Proven,
        None => Proof::NotSought,
        Some(bound) if bound == level.value => Proof::AboveOpen,
        Some(bound) => Proof::Gap { bound, gap: bound.abs_diff(level.value) },
    }
}
