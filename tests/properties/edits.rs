//! Random edits of saved plans: whatever a plan says and is no longer so is named when it is verified.

use crate::{
    support::{draws::Draws, tiny::Tiny},
    thursday::sample::{random_pairing, random_timetable},
};
use chuxin::{
    domain::Domain,
    pipeline::{ValidCampaign, plan, second_reading::read_plan, untrue::untrue},
    plan::json::text,
    planning::outcome::Outcome,
    solver::Unwatched,
    source::Sources,
};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

const CAMPAIGNS: u64 = 120;
const EDITS: usize = 25;

#[test]
fn names_every_edit_of_a_plan_of_the_experience() {
    let campaigns = (0..CAMPAIGNS).map(|seed| Tiny::from_seed(seed).domain());
    let edits = tried(campaigns, "experience");
    assert!(edits > 2000, "{edits} edits");
}

#[test]
fn names_every_edit_of_a_plan_of_the_thursday_action() {
    let campaigns = (0..CAMPAIGNS).map(|seed| {
        let (mut domain, action) = if seed % 2 == 0 {
            random_pairing(seed)
        } else {
            let (domain, action, _) = random_timetable(seed);
            (domain, action)
        };
        domain.thursday = Some(action);
        domain
    });
    let edits = tried(campaigns, "thursday_action");
    assert!(edits > 2000, "{edits} edits");
}

/// How many edits of a part of the plans were named; any other fails.
fn tried(campaigns: impl Iterator<Item = Domain>, part: &str) -> usize {
    let mut edits = 0;
    for (seed, domain) in (0..).zip(campaigns) {
        let sound = ValidCampaign {
            domain,
            digest: "sha256:00".into(),
            words: "sha256:00".into(),
            variations: vec![],
        };
        let Ok(Outcome::Planned(made)) = plan(&sound, "campaign.yaml", &Unwatched) else { continue };
        let written = text(&sound.domain, &made);
        assert_eq!(said_against(&sound, &written), None, "seed {seed}\n{written}");
        let original: Value = serde_json::from_str(&written).unwrap();
        let draws = &mut Draws::from_seed(seed);
        for _ in 0..EDITS {
            let mut edited = original.clone();
            let Some(edit) = edit(&mut edited[part], draws) else { continue };
            let edited = serde_json::to_string_pretty(&edited).unwrap();
            assert!(said_against(&sound, &edited).is_some(), "seed {seed}: {edit} is not named\n{edited}");
            edits += 1;
        }
    }
    edits
}

/// What is wrong with a plan, if anything is.
fn said_against(sound: &ValidCampaign, plan: &str) -> Option<String> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.json");
    fs::write(&path, plan).unwrap();
    let read = match read_plan(&mut Sources::default(), sound, &path) {
        Ok(read) => read,
        Err(problems) => return Some(format!("{problems:?}")),
    };
    let thursday = read.thursday.as_ref().map(|read| (&read.pairings, &read.timetable));
    let keeps_rules = thursday
        .is_none_or(|(pairings, timetable)| pairings.is_empty() && timetable.is_empty())
        && read.violations.is_empty();
    let untrue = untrue(&sound.domain, &read, None);
    (!keeps_rules || !untrue.is_empty()).then(|| format!("{:?} {thursday:?} {untrue:?}", read.violations))
}

/// Changes a number, or an entry of a list; says what it did.
fn edit(part: &mut Value, draws: &mut Draws) -> Option<String> {
    if draws.chance(60) {
        let numbers = pointers(part, &|value| value.is_number());
        let pointer = (!numbers.is_empty()).then(|| draws.one(&numbers).clone())?;
        let number = part.pointer_mut(&pointer)?;
        let by = *draws.one(&[-7, -1, 1, 2, 1000]);
        *number = (number.as_i64()? + by).into();
        return Some(format!("{pointer} by {by}"));
    }
    let lists = pointers(part, &|value| value.as_array().is_some_and(|list| !list.is_empty()));
    let pointer = (!lists.is_empty()).then(|| draws.one(&lists).clone())?;
    let list = part.pointer_mut(&pointer)?.as_array_mut()?;
    let position = draws.below(list.len());
    if draws.chance(50) {
        list.remove(position);
        Some(format!("{pointer} without {position}"))
    } else {
        list.insert(draws.below(list.len() + 1), list[position].clone());
        Some(format!("{pointer} with {position} twice"))
    }
}

/// Where such values stand.
fn pointers(value: &Value, is_wanted: &dyn Fn(&Value) -> bool) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        Value::Object(fields) => fields.iter().map(|(key, field)| (key.clone(), field)).collect(),
        _ => vec![],
    };
    let here = is_wanted(value).then(String::new);
    let deeper = below.into_iter().flat_map(|(key, value)| {
        pointers(value, is_wanted).into_iter().map(move |pointer| format!("/{key}{pointer}"))
    });
    here.into_iter().chain(deeper).collect()
}
