//! Whether a letter is set closer so that it takes a page less: a last one with the closing alone is torn off and lost.
//!
//! In: a letter. Out: whether it takes more pages as it is set by itself than where it is set closer. Heights are in tenths of a
//! millimetre, as the style has them.

use crate::render::{
    block::{Block, Cell, Column, Section, Table, filled},
    html::room::lines,
    letter::Letter,
};
use unicode_width::UnicodeWidthStr;

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

/// Whether a letter takes a page less where it is set closer.
pub(super) fn is_close(letter: &Letter, has_warning: bool) -> bool {
    let above = if has_warning { 120 } else { 0 };
    let pages = |set: &Set| (above + height(letter, set)).div_ceil(PAGE);
    pages(&CLOSE) < pages(&USUAL)
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

/// Columns have the width of their words, and where that is more than there is, a share of it.
fn of_table(table: &Table, set: &Set) -> usize {
    const LINE: usize = 55;
    const EDGES: usize = 3;
    let words = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        _ => String::new(),
    };
    let longest = |text: &str| text.lines().map(UnicodeWidthStr::width).max().unwrap_or_default();
    let width = |(at, column): (usize, &Column)| {
        let cells = table.rows().map(|row| longest(&words(&row[at]))).max().unwrap_or_default();
        cells.max(longest(&column.heading)).max(1)
    };
    let widths: Vec<usize> = table.columns.iter().enumerate().map(width).collect();
    let (all, room) = (widths.iter().sum::<usize>(), 95_usize.saturating_sub(EDGES * widths.len()));
    let lines_of = |(at, cell): (usize, &Cell)| {
        let text = words(cell);
        let columns = if all <= room { usize::MAX / 8 } else { (widths[at] * room / all).max(6) };
        text.lines().map(|line| lines(line, columns).max(1)).sum::<usize>()
    };
    let row = |row: &Vec<Cell>| row.iter().enumerate().map(lines_of).max().unwrap_or(1) * LINE + set.row;
    LINE + set.row + table.rows().map(row).sum::<usize>()
}
