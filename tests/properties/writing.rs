//! Random trees are written as YAML that reads back as the same trees.

use crate::support::draws::Draws;
use chuxin::{
    document::{Key, Node, Value, reading::read, writing::text},
    domain::spelled::item,
    source::{Place, Sources},
};

const TREES: u64 = 2000;

/// Words of which YAML or the people who read it could make something else.
const WORDS: [&str; 24] = [
    "",
    " ",
    "null",
    "~",
    "yes",
    "NO",
    "true",
    "...",
    "---",
    "- a",
    "a: b",
    "a #b",
    "#a",
    "? a",
    "<<",
    "2018-10-22",
    "0138",
    "1e3",
    ".5",
    "初心",
    "“初心”",
    "请从东门进，左转",
    "[a]",
    "*a",
];

/// Letters of which words are put together.
const LETTERS: [char; 26] = [
    'a', '1', '初', ' ', '\u{3000}', '\t', '\n', '\r', '\u{7}', '\u{85}', '\u{2028}', '\u{feff}', '\u{ffff}',
    '\'', '"', '\\', ':', '#', '-', ',', '[', '}', '&', '!', '%', '🏥',
];

fn drawn_word(draws: &mut Draws) -> String {
    if draws.chance(30) {
        return (*draws.one(&WORDS)).to_owned();
    }
    let length = if draws.chance(5) { 200 } else { draws.below(9) };
    (0..length).map(|_| *draws.one(&LETTERS)).collect()
}

fn drawn_tree(draws: &mut Draws, place: Place, depth: usize) -> Node {
    let value = match draws.below(if depth == 0 { 4 } else { 8 }) {
        0 => Value::Null,
        1..4 => Value::Scalar { text: drawn_word(draws), plain: draws.chance(50) },
        4 | 5 => Value::List((0..draws.below(5)).map(|_| drawn_tree(draws, place, depth - 1)).collect()),
        _ => drawn_map(draws, place, depth),
    };
    Node { place, value }
}

fn drawn_map(draws: &mut Draws, place: Place, depth: usize) -> Value {
    let mut entries: Vec<(Key, Node)> = Vec::new();
    for _ in 0..draws.below(6) {
        let key = drawn_word(draws);
        if key != "<<" && entries.iter().all(|(known, _)| known.text != key) {
            entries.push((Key::new(key, place), drawn_tree(draws, place, depth - 1)));
        }
    }
    Value::Map(entries)
}

/// The tree without its places and quotation marks.
fn meaning(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Scalar { text, .. } => text.as_str().into(),
        Value::List(items) => items.iter().map(meaning).collect(),
        Value::Map(entries) => entries.iter().map(|(key, node)| (key.text.clone(), meaning(node))).collect(),
    }
}

#[test]
fn reads_back_every_tree_that_is_written() {
    let mut longest = 0;
    for seed in 0..TREES {
        let draws = &mut Draws::from_seed(seed);
        let mut sources = Sources::default();
        let place = Place { file: sources.add("", ""), start: 0, end: 0 };
        let tree = Node { place, value: drawn_map(draws, place, 4) };
        let written = text(&tree);
        let file = sources.add("written.yaml", written.clone());
        let (root, problems) = read(&sources, file);
        assert_eq!(problems, [], "seed {seed}\n{written}");
        let root = root.expect("a tree");
        assert_eq!(meaning(&root), meaning(&tree), "seed {seed}\n{written}");
        assert_eq!(text(&root), written, "seed {seed}");
        longest = longest.max(written.lines().count());
    }
    assert!(longest > 30, "{longest} lines");
}

#[test]
fn items_are_spelled_without_double_quotes_and_read_back_as_the_same_words() {
    assert_eq!([item("健康证"), item("it's, [so]")], ["健康证", "'it''s, [so]'"]);
    for word in WORDS {
        let mut sources = Sources::default();
        let file = sources.add("", format!("[{}, 证]", item(word)));
        let (root, found) = read(&sources, file);
        let Some(Value::List(items)) = root.map(|root| root.value) else { panic!("{word}: {found:?}") };
        assert!(matches!(&items[0].value, Value::Scalar { text, .. } if text == word), "{word}");
        assert!(
            word.contains(['"']) || word.chars().any(char::is_control) || !item(word).contains('"'),
            "{word}"
        );
    }
}
