//! The samples have the facts that they must reproduce, and every field occurs.

use serde_json::Value;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// The files of the samples, by name.
pub fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let entries = std::fs::read_dir(folder).expect("the samples can be listed");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.sort();
    paths
}

fn read(name: &str) -> Value {
    let path = samples().into_iter().find(|path| path.ends_with(name)).expect("the sample is there");
    let text = std::fs::read_to_string(path).expect("a sample can be read");
    serde_yaml::from_str(&text).expect("a sample is YAML")
}

/// The list under a key; empty where there is none.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn linfen_2018_has_the_figures_of_that_autumn() {
    let campaign = read("linfen-2018.yaml");
    assert_eq!(list(&campaign, "units").len(), 11);
    assert_eq!(list(&campaign, "posts").len(), 14);
    assert_eq!(list(&campaign, "ambassadors").len(), 14);
    let lecture = &campaign["campaign"]["lecture"];
    assert_eq!(lecture["unit"], "health-centre");
    let speaker = lecture["speaker"].as_str().expect("somebody speaks");
    assert!(
        speaker.contains("安宁疗护") && speaker.contains("护士"),
        "a nurse of the hospice ward: {speaker}"
    );
    let sectors: BTreeSet<&str> =
        list(&campaign, "units").iter().filter_map(|unit| unit["sector"].as_str()).collect();
    assert_eq!(sectors, BTreeSet::from(["army", "bank", "hospital", "office", "property"]));
}

/// Every key with the keys above it, lists left out: `units.contact.phone`.
fn keys(value: &Value, above: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            for (key, inner) in entries {
                let path = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
                keys(inner, &path, found);
                found.insert(path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, above, found)),
        _ => {}
    }
}

/// The fields of the campaign file: of each section, with `note` wherever an entry stands.
const FIELDS: [(&str, &str); 19] = [
    ("campaign", "name organizer contact season hours language seed lecture note"),
    ("campaign.contact", "name phone"),
    ("campaign.lecture", "title date hours place speaker unit note"),
    ("units", "id name sector committee address location contact closed daily_limit offers note"),
    ("units.contact", "name phone"),
    ("posts", "id unit title mentor mentor_phone meet dates hours seats need priority requires note"),
    ("posts.seats", "min max"),
    (
        "ambassadors",
        "id name phone unit organization neighbourhood location available away qualifications wishes done missed \
         days note",
    ),
    ("ambassadors.days", "min max"),
    ("rules", "days own_unit repeat_post max_distance_km mentor_limit rest_days wishes priorities note"),
    ("rules.days", "min max"),
    ("pins", "ambassador post date note"),
    ("bans", "ambassador post date note"),
    ("groups", "together apart strength note"),
    ("neighbourhoods", "id name address place location needs contact note"),
    ("neighbourhoods.contact", "name phone"),
    ("themes", "id name months note"),
    (
        "thursday_action",
        "months thursday hours holidays skip neighbourhoods_per_unit units_per_neighbourhood max_distance_km \
         repeat_theme_after events_per_day fixed forbidden note",
    ),
    ("thursday_action.fixed", "unit neighbourhood note"),
];

#[test]
fn the_sample_of_every_field_shows_every_field() {
    let mut shown = BTreeSet::new();
    keys(&read("every-field.yaml"), "", &mut shown);
    let fields = FIELDS
        .iter()
        .flat_map(|(section, names)| names.split_whitespace().map(move |name| format!("{section}.{name}")));
    let missing: Vec<String> = fields.filter(|field| !shown.contains(field)).collect();
    assert!(missing.is_empty(), "scenarios/every-field.yaml lacks {missing:?}");
}
