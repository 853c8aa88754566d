//! Blocks as text within a width, counted in the columns that a terminal gives each character.
//!
//! In: [`Section`]s and a [`Page`]. Out: text with ANSI styles, ending with a line feed.

pub mod clean;
mod table;
pub mod wrap;

use crate::{
    domain::Language,
    render::block::{Block, Section, Table, filled},
};
use table::Grid;
use wrap::{wrap, wrap_hanging};

/// The narrowest page that is laid out; a narrower terminal wraps by itself.
pub const NARROWEST: usize = 40;

/// For whom and on how wide a page something is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The language of headings and sentences.
    pub language: Language,
    /// Columns of the terminal; no line is wider.
    pub width: usize,
}

/// Text in bold.
pub fn bold(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}

impl Page {
    /// The sections in which something stands, one below the other with a blank line between any two.
    pub fn text(self, sections: impl IntoIterator<Item = Section>) -> String {
        let sections = filled(sections).into_iter().map(|section| lines(&section, self).join("\n"));
        sections.collect::<Vec<String>>().join("\n\n") + "\n"
    }
}

/// The lines of a section; a blank line keeps titles and tables apart from what stands beside them.
fn lines(section: &Section, page: Page) -> Vec<String> {
    let heading = wrap(&section.heading, page.width).into_iter().filter(|line| !line.is_empty());
    let mut lines: Vec<String> = heading.map(|line| bold(&line)).collect();
    let mut is_apart = section.is_title;
    for block in &section.blocks {
        let is_table = matches!(block, Block::Tables(_));
        if (is_table || is_apart) && !lines.is_empty() {
            lines.push(String::new());
        }
        is_apart = is_table;
        let hanging = |text: &String, indent| wrap_hanging(text, page.width, indent);
        match block {
            Block::Sentences(said) => lines.extend(said.iter().flat_map(|one| hanging(one, 0))),
            Block::Entries(said, indent) => lines.extend(said.iter().flat_map(|one| hanging(one, *indent))),
            Block::List(items) => lines.extend(items.iter().flat_map(|item| {
                let below = item.below.iter().flat_map(|line| hanging(&format!("  {line}"), 5));
                hanging(&format!("- {}", item.text), 2).into_iter().chain(below).collect::<Vec<String>>()
            })),
            Block::Tables(arrangements) => lines.extend(tables(arrangements, page)),
        }
    }
    lines
}

fn grids(tables: &[Table], language: Language) -> Vec<Grid<'_>> {
    tables.iter().map(|table| Grid::of(table, language)).collect()
}

/// The first arrangement of which every table fits, else the last.
fn tables(arrangements: &[Vec<Table>], page: Page) -> Vec<String> {
    let mut grids = arrangements.iter().map(|tables| grids(tables, page.language));
    let fits = |grids: &Vec<Grid<'_>>| grids.iter().all(|grid| grid.fits(page.width));
    let last = arrangements.len().saturating_sub(1);
    let chosen = grids.by_ref().take(last).find(fits).or_else(|| grids.next_back());
    let lines = chosen.unwrap_or_default().iter().map(|grid| grid.lines(page.width)).collect::<Vec<_>>();
    lines.join(&String::new())
}
