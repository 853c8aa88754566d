//! Campaigns written as workbooks and read back: the same trees.

use crate::support::{draws::Draws, tiny::Tiny};
use chuxin::{
    campaign::{
        self,
        fields::{Entry, Keys, KnownKey},
        schema::{File, Scenario},
        workbook::writing::sheets,
    },
    diagnostic::{
        Severity,
        shape::{Home, Wanted},
    },
    document::{Key, Node, Value, writing::text},
    render::workbook::{Look, bytes},
    source::{Place, Sources},
};
use serde_json::{Map, Value as Json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a map means: without the order of its keys, and with a value alone where the format takes a list of one.
pub fn meaning(node: &Node, keys: &[&Keys]) -> Json {
    let Value::Map(entries) = &node.value else { return literal(node) };
    let known = |key: &str| keys.iter().flat_map(|keys| keys.known).find(|known| known.key == key);
    let pairs: Map<String, Json> = entries
        .iter()
        .map(|(key, node)| {
            (key.text.clone(), known(&key.text).map_or_else(|| literal(node), |known| value(node, known)))
        })
        .collect();
    Json::Object(pairs)
}

fn value(node: &Node, known: &KnownKey) -> Json {
    let within: Vec<&Keys> = known.within.into_iter().collect();
    match (&node.value, known.wanted) {
        (Value::List(items), Wanted::Maps) => items.iter().map(|item| meaning(item, &within)).collect(),
        (Value::List(items), Wanted::Texts | Wanted::TextOrTexts | Wanted::Qualifications) => {
            let is_ranked = known.within.is_some_and(|keys| keys.home == Home::Wish);
            let rank = |item: &Node| match &item.value {
                Value::List(ties) if is_ranked && ties.len() == 1 => literal(&ties[0]),
                _ => literal(item),
            };
            items.iter().map(rank).collect()
        }
        (
            Value::Scalar { .. } | Value::Map(_),
            Wanted::Texts | Wanted::TextOrTexts | Wanted::Qualifications,
        ) => Json::Array(vec![literal(node)]),
        _ => meaning(node, &within),
    }
}

fn literal(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar { text, .. } => text.as_str().into(),
        Value::List(items) => items.iter().map(literal).collect(),
        Value::Map(entries) => entries.iter().map(|(key, node)| (key.text.clone(), literal(node))).collect(),
    }
}

/// What may stand in a file.
pub const TOP: [&Keys; 2] = [&File::KEYS, &Scenario::KEYS];

/// Writes a tree as a workbook and reads it again.
fn assert_returns(tree: &Node, context: &str) {
    let written = bytes(&sheets(tree), Look::Plain).unwrap();
    let mut sources = Sources::default();
    let file = sources.add_bytes("活动.xlsx", &written).unwrap();
    let mut problems = Vec::new();
    let again = campaign::tree(&sources, file, &mut problems);
    assert_eq!(problems, [], "{context}");
    let again = again.unwrap_or_else(|| panic!("{context}: no tree"));
    assert_eq!(meaning(&again, &TOP), meaning(tree, &TOP), "{context}");
}

/// The tree of a text that has no errors of form.
fn tree(name: &str, text: String) -> Option<Node> {
    let mut sources = Sources::default();
    let file = sources.add(name, text);
    let mut problems = Vec::new();
    let tree = campaign::tree(&sources, file, &mut problems);
    tree.filter(|_| problems.iter().all(|one| one.problem.severity() != Severity::Error))
}

/// Every YAML file in a folder of the repository, and below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    let all = paths.into_iter().flat_map(below);
    all.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

#[test]
fn every_campaign_of_the_repository_returns_from_a_workbook() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all: Vec<PathBuf> =
        ["scenarios", "tests", "src/cli"].iter().flat_map(|folder| files(&root.join(folder))).collect();
    let mut returned = 0;
    for path in all {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let is_scenario = path.starts_with(root.join("scenarios"));
        match tree("campaign.yaml", text) {
            Some(tree) => {
                assert_returns(&tree, &path.display().to_string());
                returned += 1;
            }
            None => assert!(!is_scenario, "{}: not read", path.display()),
        }
    }
    assert!(returned > 250, "{returned} campaigns");
}

#[test]
fn random_campaigns_return_from_workbooks() {
    for seed in 0..1000 {
        let text = Tiny::from_seed(seed).text();
        assert_returns(&tree("tiny.yaml", text).unwrap(), &format!("seed {seed}"));
    }
}

/// Words that a cell could take for something else.
const WORDS: [&str; 32] = [
    "",
    " ",
    "〈无〉",
    "从不",
    "<无>",
    "[a]",
    "[重要] 请带伞",
    "{a}",
    "\"a\"",
    "\"a",
    "=1+1",
    "-1",
    "'a",
    "a、b",
    "a，b",
    "a;b",
    "a\nb",
    "a/b",
    "a@b",
    "2018-10-22 09:00-10:00",
    "3月18日、20日至22日",
    "健康证（至2019）",
    "健康证(至2019)",
    "是",
    "服从",
    "allow",
    "try",
    "007",
    "1.50",
    "12",
    "_x0041_",
    "31.3、121.4",
];

const LETTERS: [char; 24] = [
    'a', '1', '初', ' ', '\u{3000}', '\t', '\n', '\r', '\u{7}', '\u{85}', '\u{2028}', '\u{feff}', '\u{ffff}',
    '\'', '"', '\\', ':', '、', '/', '@', '（', '）', '_', '🏥',
];

fn word(draws: &mut Draws) -> String {
    match draws.below(10) {
        0..3 => (*draws.one(&WORDS)).to_owned(),
        3 => (0..draws.below(6)).map(|_| *draws.one(&LETTERS)).collect(),
        _ => (*draws.one(&["门诊导医", "a01", "2018-10-22", "138 0000 0001", "09:00-10:00", "3"])).to_owned(),
    }
}

/// A value for a key: mostly what it wants, sometimes anything.
fn drawn(draws: &mut Draws, place: Place, known: &KnownKey) -> Node {
    let scalar = |draws: &mut Draws| Node::word(word(draws), place);
    let list =
        |draws: &mut Draws, most| (0..draws.below(most)).map(|_| Node::word(word(draws), place)).collect();
    let value = match draws.below(20) {
        0 => Value::Null,
        1 => scalar(draws).value,
        2 => Value::List(list(draws, 4)),
        3 => Value::List(vec![Node { place, value: Value::Null }]),
        4 => Value::Map(Vec::new()),
        _ => match (known.wanted, known.within) {
            (Wanted::Map | Wanted::NumberOrRange | Wanted::NumberOrNeed, Some(keys)) => {
                map(draws, place, keys)
            }
            (Wanted::Maps, Some(keys)) => Value::List(
                (0..draws.below(4)).map(|_| Node { place, value: map(draws, place, keys) }).collect(),
            ),
            (_, Some(keys)) => {
                let most = if draws.chance(10) { 13 } else { 4 };
                let item = |draws: &mut Draws| match draws.below(4) {
                    0 => Node { place, value: map(draws, place, keys) },
                    1 => Node { place, value: Value::List(list(draws, 4)) },
                    _ => scalar(draws),
                };
                Value::List((0..draws.below(most)).map(|_| item(draws)).collect())
            }
            (Wanted::Text, None) => scalar(draws).value,
            _ => Value::List(list(draws, 4)),
        },
    };
    Node { place, value }
}

fn map(draws: &mut Draws, place: Place, keys: &Keys) -> Value {
    let chance = draws.between(10, 60);
    let mut chosen = Vec::new();
    for known in keys.known {
        if draws.chance(chance) {
            chosen.push((Key::new(known.key, place), drawn(draws, place, known)));
        }
    }
    Value::Map(chosen)
}

#[test]
fn whatever_stands_in_a_field_returns_from_a_workbook() {
    let place = Place { file: Sources::default().add("", ""), start: 0, end: 0 };
    let mut returned = 0;
    for seed in 0..1000 {
        let draws = &mut Draws::from_seed(seed);
        let mut entries = Vec::new();
        for known in TOP.iter().flat_map(|keys| keys.known) {
            if draws.chance(60) {
                entries.push((Key::new(known.key, place), drawn(draws, place, known)));
            }
        }
        if entries.is_empty() || !entries.iter().any(|(key, _)| key.text == "units") {
            continue;
        }
        let tree = Node { place, value: Value::Map(entries) };
        assert_returns(&tree, &format!("seed {seed}: {}", text(&tree)));
        returned += 1;
    }
    assert!(returned > 500, "{returned} campaigns");
}
