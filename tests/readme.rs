//! The two READMEs say the same, and every rule has its line in both.

use chuxin::{domain::rules::Priority, experience::rule::Rule};

/// The page in English.
pub const ENGLISH: &str = include_str!("../README.md");
const CHINESE: &str = include_str!("../README.zh.md");

/// A fenced block: the word after the fence, and its lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Block<'a> {
    pub kind: &'a str,
    pub lines: Vec<&'a str>,
}

/// Every fenced block in order.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found: Vec<Block<'_>> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(_) if inside => inside = false,
            Some(kind) => {
                inside = true;
                found.push(Block { kind, lines: Vec::new() });
            }
            None if inside => found.last_mut().expect("a fence was seen").lines.push(line),
            None => {}
        }
    }
    assert!(!inside, "the last fence is not closed");
    found
}

/// Lines outside of fenced blocks.
fn prose(text: &str) -> Vec<&str> {
    let mut inside = false;
    text.lines()
        .filter(|line| {
            inside ^= line.starts_with("```");
            !inside
        })
        .collect()
}

/// How deep each heading is, in order.
fn headings(text: &str) -> Vec<usize> {
    let depth = |line: &str| line.chars().take_while(|letter| *letter == '#').count();
    prose(text).into_iter().map(depth).filter(|depth| *depth > 0).collect()
}

/// The first cell of every line of a table, in order.
fn first_cells(text: &str) -> Vec<&str> {
    prose(text).into_iter().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).collect()
}

#[test]
fn both_languages_have_the_same_headings_and_identical_blocks() {
    assert_eq!(headings(ENGLISH), headings(CHINESE), "depths of headings, English and Chinese");
    assert_eq!(blocks(ENGLISH), blocks(CHINESE));
    assert!(!blocks(ENGLISH).is_empty());
}

#[test]
fn both_languages_have_the_same_lines_in_their_tables() {
    let marked = |text| -> Vec<String> {
        first_cells(text).into_iter().filter(|cell| cell.starts_with('`')).map(str::to_owned).collect()
    };
    assert_eq!(marked(ENGLISH), marked(CHINESE), "what the lines of the tables are about");
}

#[test]
fn every_rule_and_level_has_one_line_in_each_language() {
    let levels = Priority::ALL.into_iter().map(Priority::id).chain(["lot"]);
    for id in Rule::ALL.into_iter().map(Rule::id).chain(levels) {
        for (file, text) in [("README.md", ENGLISH), ("README.zh.md", CHINESE)] {
            let cell = format!("`{id}`");
            let lines = first_cells(text).into_iter().filter(|first| *first == cell).count();
            assert_eq!(lines, 1, "{file}: lines about {cell}");
        }
    }
}

#[test]
fn every_block_is_one_that_is_tested() {
    for block in blocks(ENGLISH) {
        match block.kind {
            "console" => {
                for line in block.lines {
                    let known = line.starts_with("$ cargo run --release -- ") || line == "$ cargo test";
                    assert!(known, "{line}: no test runs this");
                }
            }
            "sh" => {
                for line in block.lines {
                    let known = ["cargo install --path .", "cargo build --release --features highs"];
                    assert!(known.contains(&line), "{line}: .ci/run does not build this");
                }
            }
            other => assert_eq!(other, "yaml", "a block of this kind is not tested"),
        }
    }
}
