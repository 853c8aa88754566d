//! Sections as HTML, and hours as they stand on paper.
//!
//! In: [`Section`]s. Out: markup; of several arrangements of a table the widest, for paper has room.

use crate::{
    domain::Language,
    render::{
        block::{Block, Cell, Item, Section, Table, filled},
        wording::measure,
    },
};
use maud::{Markup, html};
use unicode_width::UnicodeWidthStr;

/// The sections in which something stands, below headings of the third rank.
pub fn sections(sections: impl IntoIterator<Item = Section>, language: Language) -> Markup {
    html! {
        @for section in filled(sections) {
            @if !section.heading.is_empty() { h3 { (section.heading) } }
            @for block in &section.blocks { (markup(block, language)) }
        }
    }
}

fn markup(block: &Block, language: Language) -> Markup {
    html! {
        @match block {
            Block::Sentences(said) => div.sentences { @for one in said { p { (one) } } },
            Block::Entries(said, _) => div.entries { @for one in said { p { (one) } } },
            Block::List(items) => ul.short[are_short(items)] {
                @for item in items { li { (item.text) @for line in &item.below { div { (line) } } } }
            },
            Block::Tables(arrangements) => {
                @for table in arrangements.iter().take(1).flatten() { (grid(table, language)) }
            }
        }
    }
}

/// Whether there are many items, and none is long: two stand beside each other.
fn are_short(items: &[Item]) -> bool {
    const MANY: usize = 6;
    const LONGEST: usize = 44;
    let is_short = |item: &Item| item.below.is_empty() && item.text.width() <= LONGEST;
    items.len() > MANY && items.iter().all(is_short)
}

/// A table, whose first column names what a row is about.
fn grid(table: &Table, language: Language) -> Markup {
    html! {
        table.grid {
            thead { tr { @for column in &table.columns { th scope="col" { (column.heading) } } } }
            tbody {
                @for row in table.rows() {
                    tr {
                        @for (position, cell) in row.iter().enumerate() { (data(cell, position == 0, language)) }
                    }
                }
            }
        }
    }
}

fn data(cell: &Cell, is_first: bool, language: Language) -> Markup {
    html! {
        @match cell {
            Cell::Text(text) if is_first => td { b { (text) } },
            Cell::Text(text) => td { (text) },
            Cell::Number(number) => td.value { (number) },
            Cell::Metres(metres) => td.value { (measure::way(language, *metres)) },
            Cell::Date(date) => td.nowrap { (measure::date(language, *date)) },
            Cell::Proven(text) => td { "✓ " (text) },
            Cell::Blank => td {},
        }
    }
}

/// What is there, with spaces between.
pub fn spaced<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<String>>().join(" ")
}
