//! The JSON Schema of a campaign file: editors complete keys with it, say what they mean, and mark what cannot be.
//!
//! In: the format's list of entries. Out: a schema of draft 7, which yaml-language-server reads.

use crate::{
    campaign::{
        fields::{Keys, KnownKey},
        schema::ENTRIES,
        workbook::choices::choices,
    },
    diagnostic::shape::{Home, Wanted},
    render::fields::help,
};
use serde_json::{Map, Value, json};

/// Kinds of entries that stand in lists which a scenario replaces: what they require is required everywhere.
const WHOLE: [Home; 5] = [Home::Wish, Home::Qualification, Home::Pin, Home::Ban, Home::Pairing];

/// The schema, with a line end behind it.
pub fn schema() -> String {
    let kinds = ENTRIES.iter().filter(|keys| !is_top(keys.home));
    let definitions: Map<String, Value> = kinds.map(|keys| (name(keys.home), definition(keys))).collect();
    let sections = ENTRIES.iter().filter(|keys| is_top(keys.home)).flat_map(properties);
    let file = |key: &str| json!({"required": [key]});
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "chuxin",
        "description": "初心体验：活动文件\n\nA campaign of the Original Heart Experience",
        "type": "object",
        "properties": Value::Object(sections.collect()),
        "additionalProperties": false,
        // A scenario changes fields, and need not say the others.
        "if": file("extends"),
        "else": {"required": ["campaign"], "properties": Value::Object(required_in_campaigns())},
        "definitions": Value::Object(definitions),
    });
    format!("{schema:#}\n")
}

fn is_top(home: Home) -> bool {
    matches!(home, Home::File | Home::Scenario)
}

fn name(home: Home) -> String {
    format!("{home:?}")
}

/// What the entries of each section must say where nothing lies under them.
fn required_in_campaigns() -> Map<String, Value> {
    let file = ENTRIES.iter().filter(|keys| keys.home == Home::File).flat_map(|keys| keys.known);
    let sections = file.filter_map(|known| {
        let required = required(known.within?);
        let entry = json!({"required": required});
        let section = if known.wanted == Wanted::Maps { json!({"items": entry}) } else { entry };
        (!required.is_empty()).then(|| (known.key.to_owned(), section))
    });
    sections.collect()
}

fn required(keys: &Keys) -> Vec<&'static str> {
    keys.known.iter().filter(|known| known.required).map(|known| known.key).collect()
}

/// An entry of a kind.
fn definition(keys: &Keys) -> Value {
    let mut entry = json!({
        "type": "object",
        "properties": Value::Object(properties(keys).collect()),
        "additionalProperties": false,
    });
    if WHOLE.contains(&keys.home) {
        entry["required"] = json!(required(keys));
    }
    entry
}

fn properties(keys: &Keys) -> impl Iterator<Item = (String, Value)> {
    keys.known.iter().map(|known| (known.key.to_owned(), property(keys.home, known)))
}

/// What may stand behind a key, and what is said of it.
fn property(home: Home, known: &KnownKey) -> Value {
    let mut property = json!({"anyOf": values(home, known)});
    if let Some(help) = help(home, known.key) {
        property["description"] = format!("{}\n\n{}", help.zh, help.en).into();
        if known.wanted == Wanted::Text && !help.example.is_empty() {
            property["examples"] = json!([help.example]);
        }
    }
    property
}

/// The forms of a value; nothing at all is always one of them.
fn values(home: Home, known: &KnownKey) -> Vec<Value> {
    let word = || json!({"type": ["string", "number", "boolean"]});
    let list = |items: &[Value]| json!({"type": "array", "items": {"anyOf": items}});
    let entry = || known.within.map(|keys| json!({"$ref": format!("#/definitions/{}", name(keys.home))}));
    let mut values = match (known.wanted, entry()) {
        (Wanted::Map, Some(entry)) if known.key == "days" => vec![word(), entry],
        (Wanted::NumberOrRange | Wanted::NumberOrNeed, Some(entry)) => vec![word(), entry],
        (Wanted::Maps, Some(entry)) => vec![list(&[entry])],
        (Wanted::Qualifications, Some(entry)) => vec![word(), list(&[word(), entry])],
        // Wishes: posts, those on a day, and lists of such without an order.
        (Wanted::Texts, Some(entry)) => {
            let ties = list(&[word(), entry.clone()]);
            vec![word(), entry.clone(), list(&[word(), entry, ties])]
        }
        (_, Some(entry)) => vec![entry],
        (Wanted::Texts | Wanted::TextOrTexts | Wanted::Location, None) => {
            vec![chosen(home, known), list(&[chosen(home, known)])]
        }
        _ => vec![chosen(home, known)],
    };
    values.push(json!({"type": "null"}));
    values
}

/// A word, or one of those from which to choose.
fn chosen(home: Home, known: &KnownKey) -> Value {
    let words: Vec<&str> = choices(home, known.key).iter().map(|choice| choice.value).collect();
    // A Thursday is a number, too.
    if words.is_empty() || known.key == "thursday" {
        json!({"type": ["string", "number", "boolean"]})
    } else {
        json!({"enum": words})
    }
}
