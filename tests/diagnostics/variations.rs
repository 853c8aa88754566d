//! Changes in words: what they do to a campaign, and what is said of wrong ones.

use crate::diagnostics::codes;
use chuxin::{
    campaign::change::Change,
    domain::Language,
    pipeline::{self, Reading},
    render,
    source::Sources,
};
use std::{fs, path::Path};

const BASE: &str = "campaign: {name: 初心, season: 2018-10-22..2018-10-26}
units: [{id: bank, name: 临汾支行}, {id: fire, name: 消防站}]
posts:
  - {id: lobby, unit: bank, title: 大堂引导员, dates: 2018-10-22..2018-10-24}
  - {id: lobby.late=夜, unit: bank, title: 夜班, dates: 2018-10-25}
  - {unit: fire, title: 值守员, dates: 2018-10-25}
ambassadors:
  - {id: a01, name: 林晓, wishes: [lobby, 值守员], unit: fire}
  - {id: a02, name: 周明}
pins: [{ambassador: a02, post: lobby}]
";

fn read(path: &Path, set: &[&str], without: &[&str]) -> (Sources, Reading) {
    let mut sources = Sources::default();
    let mut changes: Vec<Change> =
        set.iter().map(|words| Change::set(&mut sources, "--set", words)).collect();
    changes.extend(without.iter().map(|words| Change::without(&mut sources, "--without", words)));
    let reading = pipeline::read_varied(&mut sources, path, &changes);
    (sources, reading)
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("base.yaml"), BASE).unwrap();
    folder
}

#[test]
fn a_variation_and_the_scenario_written_of_it_are_one_campaign() {
    let folder = folder();
    let base = folder.path().join("base.yaml");
    let variations: [(&[&str], &[&str]); 7] = [
        (&["posts=", "pins="], &["unit:bank"]),
        (&["rules.max_distance_km=2", "posts.lobby.seats={min: 1, max: 3}"], &["unit:fire"]),
        (&["posts.lobby.late=夜.seats=2", "posts.值守员.title = \"值守员，夜间\""], &[]),
        (&["ambassadors.a02.away=[2018-10-23, 2018-10-25]", "ambassadors.a01.unit="], &["post:lobby"]),
        (&["campaign.seed=\"null\"", "pins=[]", "rules.days.max=2", "rules.days={min: 1}"], &[]),
        (&["groups=[{together: [a01, a02], strength: try}]", "campaign.note='a: b #c'"], &[]),
        (&["posts=[{id: 门岗, unit: fire, title: 门岗, dates: 2018-10-26}]", "posts.门岗.need=2"], &[]),
    ];
    for (number, (set, without)) in variations.into_iter().enumerate() {
        let (_, varied) = read(&base, set, without);
        assert!(varied.campaign.is_some(), "{set:?} {without:?}: {:?}", varied.diagnostics);
        let text = varied.variation.unwrap().scenario("base.yaml");
        let file = folder.path().join(format!("{number}.yaml"));
        fs::write(&file, &text).unwrap();
        let (_, written) = read(&file, &[], &[]);
        let digest = |reading: Option<pipeline::ValidCampaign>| reading.map(|sound| sound.digest);
        assert_eq!(digest(written.campaign), digest(varied.campaign), "{text}");
        assert_ne!(written.changes.unwrap().base, "");
    }
}

#[test]
fn writes_a_scenario_that_people_can_read() {
    let folder = folder();
    let set = [
        "rules.days.max=2",
        "posts.lobby.seats=2",
        "ambassadors.a01.away=[2018-10-23]",
        "bans=[{ambassador: a01, post: lobby}]",
    ];
    let (_, reading) = read(&folder.path().join("base.yaml"), &set, &["unit:fire", "ambassador:a02"]);
    insta::assert_snapshot!(reading.variation.unwrap().scenario("../base.yaml"), @r"
    extends: ../base.yaml
    rules:
      days: {max: 2}
    posts:
      - {id: lobby, seats: 2}
    ambassadors:
      - {id: a01, away: [2018-10-23]}
    bans:
      - {ambassador: a01, post: lobby}
    remove:
      units: [fire]
      ambassadors: [a02]
    ");
}

#[test]
fn points_into_the_words_that_are_wrong() {
    let folder = folder();
    let base = folder.path().join("base.yaml");
    let mut said = String::new();
    let wrong: [(&[&str], &[&str], &str); 17] = [
        (&["rules.max_distnce_km=2"], &[], "unknown-key"),
        (&["posts.loby.seats=2"], &[], "unknown-id"),
        (&["posts.lobby.seats=two"], &[], "bad-number"),
        (&["posts.lobby.seats"], &[], "no-assignment"),
        (&["posts..seats=2"], &[], "no-assignment"),
        (&["posts.lobby=2"], &[], "wrong-item"),
        (&["posts.lobby.id=x"], &[], "id-stands"),
        (&["posts.lobby.seats=[1"], &[], "unclosed-bracket"),
        (&["posts.lobby.seats={max：2}"], &[], "full-width"),
        (&["rules.rest_days=1", "rules.rest_days=1"], &[], "repeated-key"),
        (&["campaign.name="], &[], "missing-field"),
        (&["ambassadors.a02.away=[2018-10-32]"], &[], "impossible-date"),
        (&["rules=3"], &[], "wrong-type"),
        (&[], &["bank"], "no-kind"),
        (&[], &["unt:bank"], "bad-choice"),
        (&[], &["unit:bnk"], "nothing-to-remove"),
        (&["posts.lobby.seats=2"], &["post:lobby"], "named-twice"),
    ];
    for (set, without, code) in wrong {
        let (sources, reading) = read(&base, set, without);
        assert!(reading.campaign.is_none(), "{set:?} {without:?}");
        let errors: Vec<_> =
            reading.diagnostics.into_iter().filter(chuxin::diagnostic::Diagnostic::is_error).collect();
        assert!(codes(&errors).contains(&code), "{set:?} {without:?}: {:?}", codes(&errors));
        said += &render::diagnostic::text(&errors, &sources, Language::En, false, 100);
        said += "\n";
    }
    insta::assert_snapshot!(said);
}
