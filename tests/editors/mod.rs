//! What editors know of campaign files: the JSON Schema, and yaml-language-server, which reads it.

mod server;

use crate::{
    scenarios::{samples, what_ifs},
    transcripts::Stage,
};
use chuxin::campaign::{
    fields::{Entry, Keys},
    schema::{ENTRIES, File, Scenario},
};
use serde_json::Value;
use server::Server;
use std::fs;

/// The schema as the command writes it.
fn schema() -> Value {
    let output = Stage::new().run("schema");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_schema_knows_and_explains_every_key_of_the_format() {
    let schema = schema();
    let mut explained = 0;
    for Keys { home, known } in ENTRIES {
        let is_top = [File::KEYS.home, Scenario::KEYS.home].contains(home);
        let entry = if is_top { &schema } else { &schema["definitions"][format!("{home:?}")] };
        for known in *known {
            let words = entry["properties"][known.key]["description"].as_str();
            assert!(words.is_some_and(|words| words.contains("\n\n")), "{home:?} {}", known.key);
            explained += 1;
        }
    }
    assert!(explained > 130, "{explained} keys");
}

#[test]
fn writes_the_schema_into_a_file_and_over_none() {
    let stage = Stage::new();
    let commands = ["schema -o chuxin.schema.json", "schema -o chuxin.schema.json --lang en"];
    insta::assert_snapshot!(stage.transcript(&commands));
    let written = fs::read(stage.path().join("chuxin.schema.json")).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&written).unwrap(), schema());
}

/// The first line of a campaign file that an editor checks.
const FIRST: &str = "# yaml-language-server: $schema=chuxin.schema.json\n";

#[test]
#[ignore = "needs yaml-language-server (npm)"]
fn an_editor_finds_nothing_wrong_in_any_sample() {
    let stage = Stage::new();
    assert!(stage.run("schema -o chuxin.schema.json").status.success());
    let mut server = Server::start(stage.path());
    for path in samples().into_iter().chain(what_ifs()) {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(server.problems(&name, &format!("{FIRST}{text}")), Vec::<String>::new(), "{name}");
    }
}

#[test]
#[ignore = "needs yaml-language-server (npm)"]
fn an_editor_marks_explains_and_completes() {
    let stage = Stage::new();
    assert!(stage.run("schema -o chuxin.schema.json").status.success());
    let mut server = Server::start(stage.path());
    let problems =
        |server: &mut Server, name: &str, text: &str| server.problems(name, &format!("{FIRST}{text}"));
    let head = "campaign: {name: a, season: 2018-10-22..2018-10-26}\n";
    for (name, text, expected) in [
        ("unknown.yaml", format!("{head}unitz: []\n"), "unitz"),
        ("choice.yaml", format!("{head}rules: {{own_unit: perhaps}}\n"), "allow"),
        ("missing.yaml", format!("{head}units: [{{id: u}}]\n"), "name"),
        ("kind.yaml", format!("{head}units: {{id: u, name: u}}\n"), "array"),
    ] {
        let found = problems(&mut server, name, &text);
        assert!(found.iter().any(|problem| problem.contains(expected)), "{name}: {found:?}");
    }
    assert_eq!(
        problems(&mut server, "scenario.yaml", "extends: a.yaml\nunits: [{id: u}]\n"),
        Vec::<String>::new()
    );

    assert_eq!(
        problems(&mut server, "rules.yaml", &format!("{head}rules:\n  own_unit: forbid\n")),
        Vec::<String>::new()
    );
    assert!(server.hover("rules.yaml", (3, 4)).contains("能不能回自己单位"));
    let offered = server.completions("rules.yaml", (3, 2));
    for key in ["rest_days", "mentor_limit", "own_unit"] {
        assert!(offered.iter().any(|label| label == key), "{key}: {offered:?}");
    }
}
