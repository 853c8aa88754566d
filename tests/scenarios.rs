//! The samples have the facts that they must reproduce, and every field occurs.

use chuxin::campaign::{
    fields::{Entry, Keys},
    schema::File,
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// The files of the samples, by name.
pub fn samples() -> Vec<PathBuf> {
    files("scenarios")
}

/// The files of the what-ifs, by name.
pub fn what_ifs() -> Vec<PathBuf> {
    files("scenarios/what-if")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("the samples can be listed");
    let paths = entries.map(|entry| entry.expect("an entry can be read").path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
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

#[test]
fn linfen_2019_is_2018_with_three_more_units_and_a_year_of_thursdays() {
    let base = read("linfen-2018.yaml");
    let scenario = read("linfen-2019.yaml");
    assert_eq!(scenario["extends"], "linfen-2018.yaml");
    let ids = |campaign, section| -> BTreeSet<String> {
        list(campaign, section).iter().map(|entry| entry["id"].as_str().expect("an id").to_owned()).collect()
    };
    let all = |section| ids(&base, section).union(&ids(&scenario, section)).count();
    assert_eq!(all("units"), 14);
    let new_units: Vec<String> = ids(&scenario, "units").difference(&ids(&base, "units")).cloned().collect();
    assert_eq!(new_units.len(), 3);
    for unit in &new_units {
        assert!(
            list(&scenario, "posts").iter().any(|post| post["unit"] == unit.as_str()),
            "{unit} lends posts"
        );
    }
    assert_eq!(all("neighbourhoods"), 20);
    assert!((8..=10).contains(&all("themes")));
    for home in list(&base, "neighbourhoods").iter().chain(list(&scenario, "neighbourhoods")) {
        let Some(place) = home["location"].as_array() else { continue };
        let (latitude, longitude) = (place[0].as_f64().unwrap(), place[1].as_f64().unwrap());
        assert!((31.30..=31.32).contains(&latitude) && (121.44..=121.47).contains(&longitude), "{home}");
    }
    assert_eq!(scenario["thursday_action"]["months"], "2019-01..2019-12");
    assert_eq!(scenario["thursday_action"]["thursday"], 1);
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

/// Every key that the format knows, with the keys above it.
fn known(keys: &Keys, above: &str, found: &mut BTreeSet<String>) {
    for key in keys.known {
        let path = if above.is_empty() { key.key.to_owned() } else { format!("{above}.{}", key.key) };
        if let Some(within) = key.within {
            known(within, &path, found);
        }
        found.insert(path);
    }
}

#[test]
fn the_sample_of_every_field_shows_every_field() {
    let (mut shown, mut fields) = (BTreeSet::new(), BTreeSet::new());
    keys(&read("every-field.yaml"), "", &mut shown);
    known(&File::KEYS, "", &mut fields);
    assert!(fields.len() > 120, "{fields:?}");
    let missing: Vec<&String> = fields.difference(&shown).collect();
    assert!(missing.is_empty(), "scenarios/every-field.yaml lacks {missing:?}");
}
