//! Whether a letter is set closer so that it ends on its first page: a second one with the closing alone is torn off and lost.
//!
//! In: a letter. Out: whether it takes more than a page as it is set by itself, and not where it is set closer. Heights are in
//! tenths of a millimetre, as the style has them.

use crate::render::{
    block::{Block, Cell, Section, Table, filled},
    html::room::lines,
    letter::Letter,
};

/// What a page has.
const PAGE: usize = 2690;

/// How a letter is set.
struct Set {
    /// Columns of half a Chinese character, and the height of a line.
    columns: usize,
    line: usize,
    /// What a heading takes, and what stands around sentences, below a row of a table and around the closing.
    heading: usize,
    around: usize,
    row: usize,
    closing: usize,
}

const USUAL: Set = Set { columns: 88, line: 68, heading: 145, around: 40, row: 42, closing: 160 };
const CLOSE: Set = Set { columns: 95, line: 55, heading: 110, around: 20, row: 26, closing: 85 };

/// Whether a letter fits on one page only where it is set closer.
pub(super) fn is_close(letter: &Letter, has_warning: bool) -> bool {
    let above = if has_warning { 120 } else { 0 };
    above + height(letter, &USUAL) > PAGE && above + height(letter, &CLOSE) <= PAGE
}

fn height(letter: &Letter, set: &Set) -> usize {
    const HEAD: usize = 190;
    const TITLE: usize = 111;
    let head = HEAD + lines(&letter.title, 42) * TITLE + usize::from(letter.about.is_some()) * set.line;
    let dear = usize::from(!letter.dear.is_empty()) * 80 + usize::from(letter.contact.is_some()) * set.line;
    let sections: usize = filled(letter.sections.clone()).iter().map(|one| of_section(one, set)).sum();
    let closing: usize = letter.closing.iter().map(|one| lines(one, set.columns)).sum();
    head + dear + sections + set.closing + (closing + letter.signed.len()) * set.line
}

fn of_section(section: &Section, set: &Set) -> usize {
    let heading = usize::from(!section.heading.is_empty()) * set.heading;
    heading + section.blocks.iter().map(|block| of_block(block, set)).sum::<usize>()
}

fn of_block(block: &Block, set: &Set) -> usize {
    match block {
        // The first line is indented by two characters.
        Block::Sentences(said) => {
            let all: usize = said.iter().map(|one| lines(&format!("    {one}"), set.columns)).sum();
            all * set.line + set.around
        }
        Block::Entries(said, _) => said.len().div_ceil(3) * set.line + set.around,
        Block::List(items) => {
            let item = |text: &String| lines(text, set.columns - 6);
            let all = items.iter().flat_map(|one| std::iter::once(&one.text).chain(&one.below));
            all.map(item).sum::<usize>() * set.line
        }
        Block::Tables(arrangements) => {
            arrangements.iter().take(1).flatten().map(|one| of_table(one, set)).sum()
        }
    }
}

/// Cells share the width of the table, as far as is known.
fn of_table(table: &Table, set: &Set) -> usize {
    const LINE: usize = 55;
    let columns = 95 / table.columns.len().max(1);
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => text.lines().map(|line| lines(line, columns.max(8)).max(1)).sum(),
        _ => 1,
    };
    let row = |row: &Vec<Cell>| row.iter().map(cell).max().unwrap_or(1) * LINE + set.row;
    LINE + set.row + table.rows().map(row).sum::<usize>()
}
