//! The house keeps its order: who knows whom, no circles, no re-exports, nothing over 400 lines.

mod directions;
mod names;
mod paths;
mod reach;

use directions::{KEPT_IN, ORDER, refusal, refusal_in_test, room};
use paths::{Mention, Segments, SourceFile, Target, mentions, source_files};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn library() -> Vec<SourceFile> {
    source_files(root()).into_iter().filter(|file| file.path != Path::new("src/main.rs")).collect()
}

fn all_mentions() -> Vec<Mention> {
    mentions(&library())
}

/// Fails with every fault at once.
fn assert_none(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}:\n  {}", faults.join("\n  "));
}

#[test]
fn every_module_uses_only_what_stands_above_it() {
    let faults: Vec<String> = all_mentions()
        .iter()
        .filter_map(|mention| match &mention.target {
            Target::Inside(to) => {
                let refusal = if mention.in_test { refusal_in_test } else { refusal };
                refusal(&mention.module, to).map(|why| format!("{mention}: {why}"))
            }
            Target::Outside(_) => None,
        })
        .collect();
    assert_none("paths against the directions of the house", &faults);
}

#[test]
fn the_library_declares_its_modules_in_the_order_of_the_data_flow() {
    let text = std::fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs can be read");
    let declared: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    let expected: Vec<&str> = ORDER.into_iter().filter(|module| declared.contains(module)).collect();
    assert_eq!(declared, expected, "src/lib.rs: modules out of order, or not in the table of the house");
    assert!(declared.len() > 10, "src/lib.rs: the modules are declared one a line");
}

#[test]
fn no_module_passes_on_the_items_of_another() {
    let faults: Vec<String> = all_mentions()
        .iter()
        // The front door, `lib.rs`, is the one place that passes on.
        .filter(|mention| mention.re_exported && !mention.module.is_empty())
        .map(|mention| format!("{mention}: `pub use`; name the item where it is"))
        .collect();
    assert_none("re-exports", &faults);
}

#[test]
fn backends_files_terminal_and_clock_are_named_where_they_belong() {
    let faults: Vec<String> = all_mentions()
        .iter()
        .filter(|mention| !mention.in_test)
        .filter_map(|mention| {
            let Target::Outside(path) = &mention.target else { return None };
            let (name, homes, why) = KEPT_IN.iter().find(|(name, ..)| names(path, name))?;
            let here = mention.module.first().map_or("", String::as_str);
            (!homes.contains(&here)).then(|| format!("{mention}: {name} outside of {homes:?}: {why}"))
        })
        .collect();
    assert_none("names away from home", &faults);
}

#[test]
fn models_and_verifications_read_periods_each_in_their_own_way() {
    let read_by_models = [".bars", ".is_open"];
    let faults: Vec<String> = all_mentions()
        .iter()
        .filter(|mention| !mention.in_test)
        .filter_map(|mention| {
            let verifies = room(&mention.module) == Some("verification");
            let misread = match &mention.target {
                Target::Outside(path) => verifies && read_by_models.iter().any(|name| names(path, name)),
                Target::Inside(path) => {
                    !verifies && path.starts_with(&["domain".to_owned(), "minutes".to_owned()])
                }
            };
            misread.then(|| {
                format!("{mention}: `domain::minutes` is for verification, `Periods` for the models")
            })
        })
        .collect();
    assert_none("periods read once for both", &faults);
}

/// Whether a path begins with `name`, or ends with it where it is a macro.
fn names(path: &Segments, name: &str) -> bool {
    let wanted: Vec<&str> = name.split("::").collect();
    let begins = path.iter().map(String::as_str).take(wanted.len()).eq(wanted);
    begins || (name.ends_with('!') && path.last().is_some_and(|last| last == name))
}

/// The files of `render` that may know a campaign as it is written, numbers and all; every other one is given what may
/// be shown of it.
const KNOW_WHAT_IS_WRITTEN: [&str; 4] = ["check", "discretion", "masks", "shown"];

#[test]
fn nothing_is_printed_from_a_campaign_but_from_what_may_be_shown_of_it() {
    let faults: Vec<String> = all_mentions()
        .iter()
        .filter(|mention| mention.module.first().is_some_and(|top| top == "render") && !mention.in_test)
        .filter(|mention| matches!(&mention.target, Target::Inside(path) if path.ends_with(&["Domain".to_owned()])))
        .filter(|mention| !mention.module.last().is_some_and(|room| KNOW_WHAT_IS_WRITTEN.contains(&room.as_str())))
        .map(|mention| format!("{mention}: take `Shown`, which holds no number that may not be seen"))
        .collect();
    assert_none("campaigns as written where something is printed", &faults);
}

#[test]
fn no_two_siblings_know_each_other_in_a_circle() {
    let files = library();
    let modules: BTreeSet<&[String]> = files.iter().map(|file| file.module.as_slice()).collect();
    let edges = all_mentions().into_iter().filter_map(|mention| {
        let Target::Inside(to) = &mention.target else { return None };
        let edge = siblings(within(&modules, &mention.module), within(&modules, to))?;
        Some((edge, mention.to_string()))
    });
    assert_none("circles of files or folders", &circles(edges));
}

/// The file in which a path lies: its longest beginning that is a module.
fn within<'a>(modules: &BTreeSet<&[String]>, path: &'a [String]) -> &'a [String] {
    let length = (0..=path.len()).rev().find(|&length| modules.contains(&path[..length]));
    &path[..length.unwrap_or(0)]
}

/// The two siblings, files or folders, below which two files lie; none where one is above the other.
fn siblings(from: &[String], to: &[String]) -> Option<(String, String)> {
    let shared = from.iter().zip(to).take_while(|(from, to)| from == to).count();
    let name = |file: &[String]| file.get(..=shared).map(|path| path.join("/"));
    Some((name(from)?, name(to)?))
}

/// Every edge that lies on a circle, with the first mention that makes it.
fn circles(edges: impl Iterator<Item = ((String, String), String)>) -> Vec<String> {
    let mut first: BTreeMap<(String, String), String> = BTreeMap::new();
    for ((from, to), mention) in edges.filter(|((from, to), _)| from != to) {
        first.entry((from, to)).or_insert(mention);
    }
    let reach = |start: &str| {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut open = vec![start];
        while let Some(here) = open.pop() {
            for (_, to) in first.keys().filter(|(from, _)| from == here) {
                if reached.insert(to) {
                    open.push(to);
                }
            }
        }
        reached
    };
    let on_circle = first.iter().filter(|((from, to), _)| reach(to).contains(from.as_str()));
    on_circle.map(|((from, to), mention)| format!("{mention}: {from} → {to} closes a circle")).collect()
}

#[test]
fn finds_a_circle_and_leaves_a_diamond_alone() {
    let edge = |from: &str, to: &str| ((from.to_owned(), to.to_owned()), format!("{from} names {to}"));
    assert_eq!(
        circles([edge("a", "b"), edge("a", "c"), edge("b", "d"), edge("c", "d")].into_iter()).len(),
        0
    );
    assert_eq!(
        circles([edge("a", "b"), edge("b", "c"), edge("c", "a"), edge("c", "d")].into_iter()).len(),
        3
    );
}

#[test]
fn no_file_is_longer_than_400_lines_and_each_says_what_it_is() {
    let mut faults = Vec::new();
    let folders = ["src", "tests", "benches"].into_iter().map(|folder| root().join(folder));
    for path in folders.flat_map(|folder| files_below(&folder)) {
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source file can be read");
        let shown = path.strip_prefix(root()).unwrap_or(&path).display();
        let lines = text.lines().count();
        if lines > 400 {
            faults.push(format!("{shown}:400: {lines} lines; split it by family"));
        }
        if !text.starts_with("//!") {
            faults.push(format!("{shown}:1: no `//!` that says what goes in and what comes out"));
        }
    }
    assert_none("files", &faults);
}

#[test]
fn every_path_that_contributing_or_a_readme_names_exists() {
    let folders = ["src/", "tests/", "scenarios/", ".ci/", ".github/"];
    let is_path = |words: &&str| {
        folders.iter().any(|folder| words.starts_with(folder))
            || Path::new(words).extension() == Some("md".as_ref())
    };
    let mut faults = Vec::new();
    for (file, least) in [("CONTRIBUTING.md", 40), ("README.md", 2), ("README.zh.md", 2)] {
        let text = std::fs::read_to_string(root().join(file)).expect("a guide can be read");
        let named: Vec<&str> = text.split('`').skip(1).step_by(2).filter(is_path).collect();
        // What stands in pointed brackets is anybody's name.
        let is_there = |path: &str| root().join(path.split('<').next().unwrap_or(path)).exists();
        let lost = named.iter().filter(|path| !is_there(path));
        faults.extend(lost.map(|path| format!("{file}: {path} is not there")));
        assert!(named.len() > least, "{file} names {} paths", named.len());
    }
    assert_none("paths that lead nowhere", &faults);
}

#[test]
fn every_dependency_has_its_reason_above_it() {
    let text = std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml can be read");
    let mut faults = Vec::new();
    let (mut section, mut above) = ("", "");
    for (position, line) in text.lines().enumerate() {
        if line.starts_with('[') {
            section = line;
        } else if section.contains("dependencies") && line.contains('=') && !above.starts_with('#') {
            faults.push(format!("Cargo.toml:{}: {line}: no reason in a comment above", position + 1));
        }
        above = line;
    }
    assert_none("dependencies without a reason", &faults);
}

/// Every file below a folder but what is built, by path.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.sort();
    let built = |path: &Path| ["target", ".git"].iter().any(|name| path.ends_with(name));
    let kept = paths.into_iter().filter(|path| !built(path));
    kept.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn no_file_names_a_path_of_one_machine() {
    let mut faults = Vec::new();
    for path in files_below(root()) {
        let text = String::from_utf8_lossy(&std::fs::read(&path).expect("a file can be read")).into_owned();
        for (position, line) in text.lines().enumerate() {
            if let Some(found) = machine_path(line) {
                let shown = path.strip_prefix(root()).unwrap_or(&path).display();
                faults.push(format!("{shown}:{}: {found}", position + 1));
            }
        }
    }
    assert_none("paths that exist on one machine only", &faults);
}

#[test]
fn a_test_that_is_ignored_says_what_it_needs_and_fails_without_it() {
    let tests = files_below(&root().join("tests"));
    let sources = tests.iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    // `support::tools` fails where a program is missing; a shell is on every Unix.
    let starts = |line: &str| {
        let program = line.split_once(&["Command::new", "("].concat()).map_or("", |(_, program)| program);
        program.starts_with('"') && !program.starts_with("\"sh\"")
    };
    let mut faults = Vec::new();
    let mut needing = 0;
    for path in sources.filter(|path| !path.ends_with("support/tools.rs")) {
        let text = std::fs::read_to_string(path).expect("a test can be read");
        for (position, line) in text.lines().map(str::trim).enumerate() {
            let needs = line.starts_with("#[ignore = \"needs ");
            needing += usize::from(needs);
            if line.starts_with("#[ignore") && !needs || starts(line) {
                faults.push(format!("{}:{}: {line}", path.display(), position + 1));
            }
        }
    }
    assert_none("ignored without `needs …`, or a program started past `support::tools`", &faults);
    assert!(needing > 10, "{needing} tests need something");
}

/// The first absolute path in a line that leads to somebody's own folder.
fn machine_path(line: &str) -> Option<&str> {
    let homes = ["home", "root", "Users", "work", "workspace", "workspaces", "mnt", "opt", "srv"];
    let starts = line.match_indices('/').filter(|&(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|before| before.is_whitespace() || "\"'`(=:,<".contains(before))
    });
    starts
        .map(|(at, _)| {
            let path = &line[at..];
            let end = path.find(|letter: char| letter.is_whitespace() || "\"'`),;>".contains(letter));
            &path[..end.unwrap_or(path.len())]
        })
        .find(|path| {
            path[1..].split_once('/').is_some_and(|(first, rest)| homes.contains(&first) && !rest.is_empty())
        })
}

#[test]
fn tells_a_path_of_one_machine_from_others() {
    let home = ["", "home", "lin", "plan.json"].join("/");
    assert_eq!(machine_path(&format!("cat {home} | head")), Some(home.as_str()));
    assert_eq!(machine_path("#!/usr/bin/env bash"), None);
    assert_eq!(machine_path("see src/root/plan and https://example.org/home/x"), None);
}

#[test]
fn every_room_of_the_table_has_the_name_it_is_opened_by() {
    let rooms: BTreeSet<String> =
        library().iter().filter_map(|file| room(&file.module)).map(str::to_owned).collect();
    for expected in ["rule", "level", "roster", "verification", "explanation"] {
        assert!(rooms.contains(expected), "no problem has a room `{expected}`; rooms: {rooms:?}");
    }
}
